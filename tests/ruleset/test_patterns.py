"""Stored patterns are the patterns that re would compile, and never more than an advance on that work."""

from __future__ import annotations

import json
import re

import pytest

from vanban_lint import patterns
from vanban_lint.ruleset import load_rules

TEXTS = [
    r"(?i)^\s*(?P<x>[A-ZĐ]{2,}|ủy\b)(?<!q..)",
    r"(?:a|b(?P<y>c)?)+?(?(y)d|e)[\u0370-\u03ff\u0400-\u04ff–—]",
    r"(?x) a # remark",
    "",
]
USED = [value for rule in load_rules() for key, value in rule.tham_so.items() if key in ("cam", "khop", "mien")]


@pytest.fixture(autouse=True)
def clean_cache():
    re.purge()
    yield
    re.purge()


def write(tmp_path, data):
    path = tmp_path / "patterns.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    return str(path)


def test_stored_patterns_are_the_same(tmp_path):
    keys = {(text, flags) for text in {*TEXTS, *USED} for flags in (0, int(re.IGNORECASE))}
    fresh = {key: re.compile(*key) for key in keys}
    re.purge()
    patterns.prime(write(tmp_path, patterns.stored(keys)))
    for key, pattern in fresh.items():
        primed = re._cache[str, *key]
        assert primed is not pattern
        assert primed == pattern
        assert (primed.groups, primed.groupindex, primed.flags) == (pattern.groups, pattern.groupindex, pattern.flags)


def test_re_uses_what_is_stored(tmp_path):
    path = write(tmp_path, patterns.stored({(TEXTS[0], 0)}))
    patterns.prime(path)
    with patterns.recorded() as compiled:
        patterns.prime(path)
        re.compile(TEXTS[0])
        re.compile("other")
    assert compiled == {("other", 0)}


@pytest.mark.parametrize(
    "data",
    [
        {},
        [],
        {"kind": ["cpython-27"], "patterns": [["a", 0, 0, [1], 0, {}, [None]]]},
        {"kind": patterns.kind(), "patterns": [["a", 0, 0, [99999, 1], 0, {}, [None]]]},
        {"kind": patterns.kind(), "patterns": [["a"]]},
    ],
)
def test_other_files_change_nothing(tmp_path, data):
    patterns.prime(write(tmp_path, data))
    assert re.compile("a").fullmatch("a")
    assert not re.compile("a").fullmatch("b")


def test_no_file_is_no_matter(tmp_path):
    patterns.prime(str(tmp_path / "none"))
    assert re.fullmatch("a", "a")

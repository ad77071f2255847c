"""Pages that the site makes from the program itself: the reference of rules in both languages.

Purpose: one source for rules and their documentation. MkDocs calls ``on_files`` (mkdocs.yml, hooks). Limits: nothing is
written into the checkout; the pages live in the build. Neighbour: ``gallery``, the other hook, for the templates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from vanban_lint.catalogue import say
from vanban_lint.model.rule import Rule
from vanban_lint.ruleset import load_examples, load_rules, load_tables

PAGES = {"vi": "tham-khao-quy-tac.md", "en": "en/rules-reference.md"}
TITLES = {"vi": "Các quy tắc", "en": "Rules"}
INTRO = {
    "vi": "Trang này làm từ các tệp `rules/*.yaml` mỗi khi dựng tài liệu: lời báo, điều khoản, ví dụ, cách sửa.",
    "en": "This page is made from `rules/*.yaml`: message, clause, examples (in Vietnamese), fix.",
}
FAMILIES = {
    "TT1": "phần đầu", "TT2": "tên loại, trích yếu, kính gửi, căn cứ", "TT4": "nơi nhận", "TT5": "chữ ký",
    "TT7": "đủ phần, đúng thứ tự", "KT1": "trang", "KT2": "kiểu chữ", "KT3": "đoạn văn", "BC1": "đánh số",
    "BC2": "nội dung lặp", "BC3": "đoạn bị ngắt", "VD1": "một viện dẫn", "VD2": "viện dẫn trong một văn bản",
    "VD3": "đối chiếu sổ bộ", "VD4": "giữa các văn bản", "CT1": "chữ không có", "CT2": "sai chính tả theo ngữ cảnh",
    "CT3": "chữ dính, đứt, lặp", "VH": "viết hoa", "VT": "viết tắt", "DC": "dấu câu", "BM": "mã ký tự",
    "NQ": "nhất quán", "HH": "tên không còn hiệu lực",
}  # fmt: skip
_FIELD = re.compile(r"\{\w+\}")
_MARKS = re.compile(r"⟦(.*?)⟧", re.S)
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#])")
_MOST_EXAMPLES = 2


def on_files(files: Files, config: MkDocsConfig) -> Files:
    for lang, name in PAGES.items():
        files.append(File.generated(config, name, content="\n".join(_page(lang))))
    return files


def _page(lang: str) -> Iterator[str]:
    rules = sorted(load_rules(), key=lambda rule: rule.id)
    conventions = {entry["id"]: entry["ten"] for entry in load_tables()["quy_uoc"]}
    yield from (f"# {TITLES[lang]}", "", INTRO[lang], "")
    for family, group in groupby(rules, key=_family):
        yield from (f"## {family}: {FAMILIES.get(family, '')}".rstrip(": "), "")
        for rule in group:
            yield from _rule(rule, conventions, lang)


def _family(rule: Rule) -> str:
    return next((name for name in FAMILIES if rule.id.startswith(name)), rule.id[:3])


def _rule(rule: Rule, conventions: Mapping[str, str], lang: str) -> Iterator[str]:
    severity, certainty = say(f"severity.{rule.muc_do}", lang), say(f"certainty.{rule.chac_chan}", lang)
    yield from (f"### {rule.id} {rule.ten} {{#{rule.id.lower()}}}", "", f"{severity} · {certainty}", "")
    yield from (_plain(_FIELD.sub("…", rule.en if lang == "en" else rule.vi)), "")
    yield from (f"- {_plain(conventions.get(key, key))}: {_plain(clause)}" for key, clause in rule.nguon.items())
    yield ""
    written = load_examples(rule.id)
    for key, mark in (("khong_dat", "✗"), ("dat", "✓")):
        shown = list(dict.fromkeys(filter(None, map(_example, written.get(key, ())))))[:_MOST_EXAMPLES]
        yield from (f"{mark} {text}  " for text in shown)
    yield from ("", _plain(say(f"explain.fix.{rule.sua}", lang)), "")


def _example(example: Any) -> str:
    """The text of an example on one line, empty when it only takes parts away."""
    if isinstance(example, Mapping):
        pieces = [*example.get("thay", {}).values(), *example.get("sau", {}).values()]
        pieces += [new for _, new in example.get("sua", ())]
        example = next(iter(pieces), "")
    text = " ".join(str(example).split())
    text = text if len(text) <= 300 else text[:300] + "…"
    return _MARKS.sub(r"<mark>\1</mark>", _plain(text))


def _plain(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)

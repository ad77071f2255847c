"""Both languages say the same things with the same values."""

import re
import string
from pathlib import Path

import pytest

from vanban_lint.catalogue import MESSAGES, say

SOURCES = Path(__file__).parents[2] / "src/vanban_lint"


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("key", MESSAGES)
def test_both_languages_fill_the_same_fields(key: str) -> None:
    vietnamese, english = MESSAGES[key]
    assert vietnamese.strip()
    assert english.strip()
    assert fields(english) == fields(vietnamese)


def test_every_key_that_the_code_names_exists() -> None:
    """Keys written out in full; those put together from parts are tested where they are used."""
    named = re.compile(r"""(?:say|_say|Error|NotEvaluated|Unread|add_unread|unknown)\(\s*"([a-z_]+\.[a-z_.]+)["]""")
    missing = {
        (path.name, key)
        for path in SOURCES.rglob("*.py")
        for key in named.findall(path.read_text(encoding="utf-8"))
        if key not in MESSAGES
    }
    assert missing == set()


def test_a_message_is_said_in_the_language_asked_for() -> None:
    assert say("cli.usage") == "Cách dùng:"
    assert say("cli.usage", "en") == "Usage:"

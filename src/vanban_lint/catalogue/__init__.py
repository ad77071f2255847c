"""Every sentence the program itself says, in Vietnamese and English, by key.

Purpose: the one place of user-facing machinery text; messages of rules live with the rules. Limits: no logic beyond
choosing a language and filling in values. A key is "room.what"; one module holds the keys of one kind of talk, and a
test checks that both languages hold the same keys and fields.
"""

from __future__ import annotations

from typing import Any

from vanban_lint.catalogue import adoption, commands, judging, layout, mending, reading, reports, templates

#: key -> (Vietnamese, English).
MESSAGES: dict[str, tuple[str, str]] = {
    **reading.MESSAGES,
    **judging.MESSAGES,
    **layout.MESSAGES,
    **commands.MESSAGES,
    **reports.MESSAGES,
    **mending.MESSAGES,
    **templates.MESSAGES,
    **adoption.MESSAGES,
}


def say(key: str, lang: str = "vi", **params: Any) -> str:
    """The message ``key`` in ``lang`` ("vi" or "en") with its fields filled; KeyError when there is no such key."""
    vietnamese, english = MESSAGES[key]
    return (english if lang == "en" else vietnamese).format_map(params)

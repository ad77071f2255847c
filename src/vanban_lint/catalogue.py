"""Every sentence the program itself says, in Vietnamese and English, by key.

Purpose: the one place of user-facing machinery text; messages of rules live with the rules. Limits: no logic beyond
choosing a language and filling in values. A key is "room.what"; a test checks that both languages hold the same keys and fields.
"""

from __future__ import annotations

from typing import Any

# key -> (Vietnamese, English); {fields} are filled by the caller.
MESSAGES: dict[str, tuple[str, str]] = {
    # -- errors ---------------------------------------------------------------------------------------------------
    "file.missing": ("không tìm thấy tệp; kiểm tra lại đường dẫn", "no such file; check the path"),
    # -- reading --------------------------------------------------------------------------------------------------
    # -- rules and configuration ----------------------------------------------------------------------------------
    "config.unreadable": ("không đọc được tệp: {reason}", "cannot read the file: {reason}"),
    "config.not_utf8": (
        "không phải văn bản UTF-8 (byte thứ {offset}); lưu lại tệp bằng UTF-8",
        "not UTF-8 text (byte {offset}); save the file as UTF-8",
    ),
    "config.syntax": ("dòng {line}: sai cú pháp: {reason}", "line {line}: syntax error: {reason}"),
    "config.twice": (
        'dòng {line}: khóa "{span}" viết hai lần trong một mục; bỏ một',
        'line {line}: key "{span}" stands twice in one mapping; remove one',
    ),
    # -- not evaluated --------------------------------------------------------------------------------------------
    # -- reports --------------------------------------------------------------------------------------------------
}


def say(key: str, lang: str = "vi", **params: Any) -> str:
    """The message ``key`` in ``lang`` ("vi" or "en") with its fields filled; KeyError when there is no such key."""
    vietnamese, english = MESSAGES[key]
    return (english if lang == "en" else vietnamese).format_map(params)

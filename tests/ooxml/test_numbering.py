"""Automatic numbers as Word shows them."""

from __future__ import annotations

import pytest
from wordml import p, read

from vanban_lint.ooxml.number_format import format_number


def level(ilvl: int, text: str, fmt: str = "decimal", extra: str = "", start: int = 1) -> str:
    head = f'<w:lvl w:ilvl="{ilvl}"><w:start w:val="{start}"/><w:numFmt w:val="{fmt}"/>'
    return f'{head}{extra}<w:lvlText w:val="{text}"/></w:lvl>'


def definitions(*levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{nums}'


def item(ilvl: int | None = 0, num: int | None = 1, style: str = "") -> str:
    pieces = "" if ilvl is None else f'<w:ilvl w:val="{ilvl}"/>'
    pieces += "" if num is None else f'<w:numId w:val="{num}"/>'
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    return p("x", properties=style + (f"<w:numPr>{pieces}</w:numPr>" if pieces else ""))


def labels(body: str, numbering: str, styles: str = "") -> list[str | None]:
    parts = {"numbering": numbering} | ({"styles": styles} if styles else {})
    return [q.label.text if q.label else None for q in read(body, **parts).body.paragraphs]


OUTLINE = definitions(level(0, "%1.", "upperRoman"), level(1, "%2.", "decimal"), level(2, "%3)", "lowerLetter"))


def test_levels_count_and_restart() -> None:
    body = "".join(item(i) for i in (0, 1, 1, 2, 2, 1, 0, 1, 2))
    assert labels(body, OUTLINE) == ["I.", "1.", "2.", "a)", "b)", "3.", "II.", "1.", "a)"]


def test_a_label_tells_list_level_value_and_format() -> None:
    label = read(item(2), numbering=OUTLINE).body.paragraphs[0].label
    assert label is not None
    assert (label.list_id, label.level, label.value, label.number_format) == ("1", 2, 1, "lowerLetter")


def test_two_lists_of_one_definition_share_the_counter() -> None:
    nums = "".join(f'<w:num w:numId="{i}"><w:abstractNumId w:val="0"/></w:num>' for i in (1, 2))
    assert labels(item(0, 1) + item(0, 2) + item(0, 1), definitions(level(0, "%1."), nums=nums)) == ["1.", "2.", "3."]


def test_a_start_override_fires_once() -> None:
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    body = item(0, 1) + item(0, 2) + item(0, 2) + item(0, 1)
    assert labels(body, definitions(level(0, "%1."), nums=nums)) == ["1.", "5.", "6.", "7."]


def test_a_redefined_level() -> None:
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        f"{level(0, 'Điều %1.', 'decimal', start=3)}</w:lvlOverride></w:num>"
    )
    assert labels(item() + item(), definitions(level(0, "%1)"), nums=nums)) == ["Điều 3.", "Điều 4."]


def test_no_restart_where_the_level_says_so() -> None:
    never = definitions(level(0, "Chương %1", "upperRoman"), level(1, "Điều %2.", extra='<w:lvlRestart w:val="0"/>'))
    assert labels("".join(item(i) for i in (0, 1, 1, 0, 1)), never)[1::1] == [
        "Điều 1.",
        "Điều 2.",
        "Chương II",
        "Điều 3.",
    ]


def test_restart_only_after_a_given_level() -> None:
    after_first = definitions(level(0, "%1"), level(1, "%2"), level(2, "%3", extra='<w:lvlRestart w:val="1"/>'))
    assert labels("".join(item(i) for i in (0, 1, 2, 1, 2, 0, 2)), after_first) == ["1", "1", "1", "2", "2", "2", "1"]


def test_unseen_upper_levels_count_as_their_start() -> None:
    assert labels(item(1) + item(1), definitions(level(0, "%1."), level(1, "%1.%2."))) == ["1.1.", "1.2."]


def test_legal_levels_are_arabic() -> None:
    shapes = definitions(level(0, "%1.", "upperRoman"), level(1, "%1.%2.", extra="<w:isLgl/>"))
    assert labels(item(0) + item(0) + item(1), shapes) == ["I.", "II.", "2.1."]


def test_list_zero_and_unknown_lists_give_no_label() -> None:
    assert labels(item(0, 0) + item(0, 9) + item(0, 1), OUTLINE) == [None, None, "I."]


def test_a_list_from_a_style_and_its_removal() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Muc"/></w:style>'
    )
    shapes = definitions(level(0, "%1."), level(1, "%2)", "lowerLetter", '<w:pStyle w:val="Muc"/>'))
    body = item(None, None, "Muc") + item(None, None, "Con") + item(0, None, "Muc") + item(None, 0, "Muc")
    assert labels(body, shapes, styles) == ["a)", "b)", "1.", None]


def test_a_definition_behind_a_list_style() -> None:
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level(0, "%1/")}</w:abstractNum><w:abstractNum w:abstractNumId="1">'
        '<w:numStyleLink w:val="L"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    )
    styles = (
        '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    assert labels(item(0, 2), numbering, styles) == ["1/"]


@pytest.mark.parametrize(
    ("text", "font", "shown"),
    [("\uf0b7", "Symbol", "•"), ("\uf0d8", "Wingdings", "➢"), ("-", "Times New Roman", "-"), ("o", "Courier New", "o")],
)
def test_bullets_are_readable(text: str, font: str, shown: str) -> None:
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>'
    bullet = f'<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="{text}"/>{fonts}</w:lvl>'
    assert labels(item(), definitions(bullet)) == [shown]


def test_a_deleted_paragraph_takes_no_number() -> None:
    deleted = p("x", properties='<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr>')
    assert labels(item() + deleted + item(), OUTLINE) == ["I.", None, "II."]


def test_indents_of_the_list_stand_between_style_and_direct() -> None:
    shape = definitions(level(0, "%1.", extra="").replace("</w:lvl>", '<w:pPr><w:ind w:left="720"/></w:pPr></w:lvl>'))
    indent = '<w:pPr><w:ind w:left="100" w:right="50"/></w:pPr>'
    styles = f'<w:style w:type="paragraph" w:default="1" w:styleId="N">{indent}</w:style>'
    direct = p("x", properties='<w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="10"/>')
    found = [q.format for q in read(item() + direct, numbering=shape, styles=styles).body.paragraphs]
    assert [(f.indent_left, f.indent_right, f.source("indent_left")) for f in found] == [
        (720, 50, "numbering"),
        (10, 50, "direct"),
    ]


@pytest.mark.parametrize(
    ("value", "name", "text"),
    [
        (4, "upperRoman", "IV"),
        (1994, "lowerRoman", "mcmxciv"),
        (5, "lowerLetter", "e"),
        (27, "upperLetter", "AA"),
        (28, "lowerLetter", "bb"),
        (7, "decimalZero", "07"),
        (12, "ordinal", "12th"),
        (22, "ordinal", "22nd"),
        (21, "vietnameseCounting", "hai mươi mốt"),
        (15, "vietnameseCounting", "mười lăm"),
        (3, "none", ""),
        (3, "unknown", "3"),
        (0, "upperRoman", "0"),
    ],
)
def test_formats(value: int, name: str, text: str) -> None:
    assert format_number(value, name) == text


def test_a_stated_sequence_is_used() -> None:
    letters = "a, b, c, d, đ, e, ..."
    assert [format_number(i, "custom", letters) for i in (4, 5, 6, 7)] == ["d", "đ", "e", "g"]
    assert format_number(3, "custom", "001, 002, 003, ...") == "003"

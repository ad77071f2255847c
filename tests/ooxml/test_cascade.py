"""Effective formats: each layer of the cascade, and where a value comes from."""

from __future__ import annotations

from wordml import p, r, read, table

from vanban_lint.model import ParagraphFormat, RunFormat

THEME = (
    '<?xml version="1.0"?><a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements>'
    '<a:fontScheme><a:majorFont><a:latin typeface="Cambria"/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/>'
    "</a:minorFont></a:fontScheme></a:themeElements></a:theme>"
)


def style(kind: str, style_id: str, content: str, default: bool = False, based_on: str = "") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    flag = ' w:default="1"' if default else ""
    head = f'<w:style w:type="{kind}"{flag} w:styleId="{style_id}"><w:name w:val="{style_id} name"/>'
    return f"{head}{base}{content}</w:style>"


def run(body: str, **parts: str) -> RunFormat:
    return read(body, **parts).body.paragraphs[0].spans[0].format


def paragraph(body: str, **parts: str) -> ParagraphFormat:
    return read(body, **parts).body.paragraphs[0].format


def test_nothing_stated_is_none() -> None:
    assert run(p("a")) == RunFormat()
    assert paragraph(p("a")) == ParagraphFormat()


def test_a_file_without_defaults_still_has_styles() -> None:
    styles = style("paragraph", "Normal", '<w:rPr><w:sz w:val="28"/></w:rPr>', default=True)
    found = run(p("a"), styles=styles)
    assert (found.size_pt, found.source("size_pt")) == (14.0, "style:Normal")


def test_layers_from_defaults_to_direct() -> None:
    styles = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="20"/><w:color '
        'w:val="111111"/></w:rPr></w:rPrDefault></w:docDefaults>'
        + style("paragraph", "Base", '<w:rPr><w:sz w:val="24"/><w:color w:val="222222"/></w:rPr>')
        + style("paragraph", "Child", '<w:rPr><w:color w:val="333333"/></w:rPr>', based_on="Base")
        + style("character", "Char", '<w:rPr><w:u w:val="single"/></w:rPr>')
    )
    found = run(p(r("a", '<w:rStyle w:val="Char"/><w:i/>'), properties='<w:pStyle w:val="Child"/>'), styles=styles)
    assert (found.font, found.size_pt, found.color, found.underline, found.italic, found.style) == (
        "Arial",
        12.0,
        "333333",
        "single",
        True,
        "Char",
    )
    assert [found.source(name) for name in ("font", "size_pt", "color", "underline", "italic", "bold")] == [
        "defaults",
        "style:Base",
        "style:Child",
        "style:Char",
        "direct",
        None,
    ]


def test_theme_fonts_beat_names_in_one_element_and_yield_to_a_later_layer() -> None:
    both = '<w:rFonts w:ascii="Arial" w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'
    styles = style("paragraph", "Normal", f"<w:rPr>{both}</w:rPr>", default=True)
    found = run(p("a"), styles=styles, theme=THEME)
    assert (found.font, found.source("font"), found.font_beyond_ascii) == ("Calibri", "theme:style:Normal", None)
    direct = run(p(r("a", '<w:rFonts w:ascii="Times New Roman"/>')), styles=styles, theme=THEME)
    assert (direct.font, direct.font_beyond_ascii) == ("Times New Roman", "Calibri")
    assert run(p(r("a", '<w:rFonts w:ascii="Arial" w:asciiTheme="minorHAnsi"/>'))).font == "Arial"


def test_toggles_switch_across_styles_and_direct_is_absolute() -> None:
    styles = style("paragraph", "P", "<w:rPr><w:b/><w:i/></w:rPr>") + style("character", "C", "<w:rPr><w:b/></w:rPr>")
    par = '<w:pStyle w:val="P"/>'
    assert not run(p(r("a", '<w:rStyle w:val="C"/>'), properties=par), styles=styles).bold
    assert run(p(r("a", '<w:rStyle w:val="C"/>'), properties=par), styles=styles).italic
    assert run(p(r("a", '<w:rStyle w:val="C"/><w:b/>'), properties=par), styles=styles).bold
    assert not run(p(r("a", '<w:b w:val="0"/>'), properties=par), styles=styles).bold


def test_a_toggle_inside_one_chain_is_overridden_not_switched() -> None:
    styles = style("paragraph", "A", "<w:rPr><w:b/></w:rPr>") + style(
        "paragraph", "B", "<w:rPr><w:b/></w:rPr>", based_on="A"
    )
    assert run(p("a", properties='<w:pStyle w:val="B"/>'), styles=styles).bold


def test_a_toggle_on_in_the_defaults_stays_on() -> None:
    defaults = "<w:docDefaults><w:rPrDefault><w:rPr><w:b/></w:rPr></w:rPrDefault></w:docDefaults>"
    styles = defaults + style("paragraph", "P", "<w:rPr><w:b/></w:rPr>")
    assert run(p("a", properties='<w:pStyle w:val="P"/>'), styles=styles).bold
    assert not run(p(r("a", '<w:b w:val="false"/>'), properties='<w:pStyle w:val="P"/>'), styles=styles).bold


def test_a_linked_style_is_its_own_kind_only() -> None:
    styles = (
        style("paragraph", "Heading1", '<w:link w:val="Heading1Char"/><w:rPr><w:sz w:val="32"/></w:rPr>')
        + style("character", "Heading1Char", '<w:link w:val="Heading1"/><w:rPr><w:sz w:val="30"/></w:rPr>')
    )  # fmt: skip
    assert run(p("a", properties='<w:pStyle w:val="Heading1"/>'), styles=styles).size_pt == 16
    assert run(p(r("a", '<w:rStyle w:val="Heading1Char"/>')), styles=styles).size_pt == 15
    assert run(p(r("a", '<w:rStyle w:val="Heading1"/>')), styles=styles).size_pt is None


def test_a_cycle_of_styles_ends() -> None:
    styles = style("paragraph", "A", '<w:rPr><w:sz w:val="20"/></w:rPr>', based_on="B") + style(
        "paragraph", "B", '<w:rPr><w:sz w:val="30"/></w:rPr>', based_on="A"
    )
    assert run(p("a", properties='<w:pStyle w:val="A"/>'), styles=styles).size_pt == 10


def test_paragraph_values_and_units() -> None:
    found = paragraph(
        p(
            "a",
            properties='<w:keepNext/><w:keepLines w:val="0"/>'
            '<w:spacing w:before="120" w:after="60" w:line="360" w:lineRule="exact"/>'
            '<w:ind w:start="10" w:right="20" w:hanging="360"/><w:jc w:val="end"/><w:outlineLvl w:val="1"/>',
        )
    )
    assert (found.keep_next, found.keep_lines, found.space_before, found.space_after) == (True, False, 6.0, 3.0)
    assert (found.line_rule, found.line, found.indent_left, found.indent_right) == ("exact", 18.0, 10, 20)
    assert (found.first_line, found.align, found.outline_level) == (-360, "right", 1)
    assert paragraph(p("a", properties='<w:spacing w:line="276"/>')).line == 1.15


def test_lengths_with_units_as_in_strict_files() -> None:
    assert paragraph(p("a", properties='<w:ind w:left="1in" w:firstLine="12pt"/>')).indent_left == 1440


def test_a_paragraph_knows_its_style_by_name() -> None:
    styles = style("paragraph", "Normal", "", default=True) + style("paragraph", "H", "")
    assert paragraph(p("a"), styles=styles).style_name == "Normal name"
    assert paragraph(p("a", properties='<w:pStyle w:val="H"/>'), styles=styles).style == "H"
    assert paragraph(p("a", properties='<w:pStyle w:val="Gone"/>'), styles=styles).style_name == "Normal name"


def test_a_border_can_be_taken_away() -> None:
    styles = style("paragraph", "B", '<w:pPr><w:pBdr><w:bottom w:val="single"/></w:pBdr></w:pPr>')
    assert paragraph(p("a", properties='<w:pStyle w:val="B"/>'), styles=styles).border_bottom
    off = '<w:pStyle w:val="B"/><w:pBdr><w:bottom w:val="nil"/></w:pBdr>'
    assert not paragraph(p("a", properties=off), styles=styles).border_bottom


def conditional(name: str, run_properties: str) -> str:
    return f'<w:tblStylePr w:type="{name}"><w:rPr>{run_properties}</w:rPr></w:tblStylePr>'


TABLE = style(
    "table",
    "T",
    '<w:rPr><w:sz w:val="22"/></w:rPr>'
    + conditional("firstRow", "<w:b/>")
    + conditional("lastRow", "<w:i/>")
    + conditional("firstCol", '<w:u w:val="single"/>')
    + conditional("lastCol", "<w:caps/>")
    + conditional("band1Horz", '<w:color w:val="111111"/>')
    + conditional("band2Horz", '<w:color w:val="222222"/>'),
)


def look(value: str) -> str:
    return f'<w:tblStyle w:val="T"/><w:tblLook w:val="{value}"/>'


def cells(value: str) -> list[RunFormat]:
    rows = [[p("a"), p("b")], [p("c"), table([p("x")]) + p("d")], [p("e"), p("f")], [p("g"), p("h")]]
    document = read(table(*rows, properties=look(value)), styles=TABLE)
    return [q.spans[0].format for q in document.body.paragraphs if q.text != "x"]


def test_table_style_conditions_by_place() -> None:
    a, b, c, d, e, f, g, h = cells("01E0")  # first and last row and column, bands
    assert [x.bold for x in (a, b, c, h)] == [True, True, False, False]
    assert [x.italic for x in (a, e, g, h)] == [False, False, True, True]
    assert [x.underline for x in (a, c, d)] == ["single", "single", None]
    assert [x.caps for x in (c, d, f)] == [False, True, True]
    assert [x.color for x in (a, c, e, g)] == [None, "111111", "222222", None]
    assert (f.size_pt, f.source("size_pt")) == (11.0, "table-style:T")


def test_a_look_that_asks_for_nothing() -> None:
    assert {(x.bold, x.italic, x.caps, x.color) for x in cells("0600")} == {(False, False, False, None)}


def test_conditions_stated_by_word_win_over_the_place() -> None:
    row = '<w:tr><w:trPr><w:cnfStyle w:val="100000000000"/></w:trPr><w:tc>{}</w:tc></w:tr>'
    body = f"<w:tbl><w:tblPr>{look('04A0')}</w:tblPr><w:tr><w:tc>{p('a')}</w:tc></w:tr>{row.format(p('b'))}</w:tbl>"
    first, second = (q.spans[0].format for q in read(body, styles=TABLE).body.paragraphs)
    assert (first.bold, second.bold, second.underline) == (True, True, None)


def test_the_paragraph_style_beats_the_table_style() -> None:
    styles = TABLE + style("paragraph", "N", '<w:rPr><w:sz w:val="28"/></w:rPr>', default=True)
    assert (
        read(table([p("a")], properties=look("0000")), styles=styles).body.paragraphs[0].spans[0].format.size_pt == 14
    )


def test_what_would_be_shown_without_the_nearest_statement() -> None:
    size_13 = '<w:rPr><w:sz w:val="26"/></w:rPr>'
    styles = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="20"/></w:rPr></w:rPrDefault></w:docDefaults>'
        + style("paragraph", "Base", '<w:pPr><w:jc w:val="both"/></w:pPr><w:rPr><w:sz w:val="24"/><w:b/></w:rPr>')
        + style("paragraph", "Child", f'<w:pPr><w:jc w:val="center"/></w:pPr>{size_13}', based_on="Base")
    )
    body = p(r("a", '<w:sz w:val="30"/><w:b w:val="0"/>'), "b", properties='<w:pStyle w:val="Child"/>')
    shown = read(body, styles=styles).body.paragraphs[0]
    direct, inherited = (span.format for span in shown.spans)
    assert direct.without("size_pt") == (13.0, "style:Child")
    assert direct.without("bold") == (True, "style:Base")
    assert inherited.without("size_pt") == (12.0, "style:Base")
    assert inherited.without("bold") == (None, None)
    assert shown.format.without("align") == ("both", "style:Base")


def test_the_style_beneath_a_toggle_is_what_the_styles_give_together() -> None:
    styles = style("paragraph", "P", "<w:rPr><w:b/></w:rPr>") + style("character", "C", "<w:rPr><w:b/></w:rPr>")
    body = p(r("a", '<w:rStyle w:val="C"/><w:b/>'), properties='<w:pStyle w:val="P"/>')
    assert run(body, styles=styles).without("bold")[0] is False

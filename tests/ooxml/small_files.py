"""Small Word files, one for each layer of the cascade, for the comparison with LibreOffice.

Purpose: theme fonts, table styles, linked styles, lists, toggles, document defaults and their absence, line spacing.
Limits: plain letters only; ``test_cascade`` says what each must give.
"""

from __future__ import annotations

from test_cascade import TABLE, THEME, look, style
from wordml import p, r, table

NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="26"/></w:rPr>'
    '</w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr>'
    "</w:pPrDefault></w:docDefaults>"
)
NORMAL = style("paragraph", "Normal", '<w:rPr><w:sz w:val="28"/></w:rPr>', default=True)
BOLD = style("paragraph", "P", "<w:rPr><w:b/><w:i/></w:rPr>") + style("character", "C", "<w:rPr><w:b/></w:rPr>")
SIZE_16 = '<w:rPr><w:sz w:val="32"/></w:rPr>'
LINKED = style("paragraph", "H1", '<w:link w:val="H1Char"/><w:pPr><w:jc w:val="center"/></w:pPr>' + SIZE_16) + style(
    "character", "H1Char", '<w:link w:val="H1"/><w:rPr><w:sz w:val="30"/></w:rPr>'
)
THEMED = style(
    "paragraph", "Normal", '<w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/></w:rPr>', True
)
AT_LEAST = '<w:spacing w:before="120" w:line="400" w:lineRule="atLeast"/>'
NOT_BOLD = '<w:b w:val="0"/>'
IN_P = '<w:pStyle w:val="P"/>'

#: Name of a small file -> its body and parts.
SMALL = {
    "theme": (
        p("chu de") + p(r("truc tiep", '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>')),
        {"styles": THEMED, "theme": THEME},
    ),
    "table": (
        table(*[[p("a"), p("b")], [p("c"), p("d")], [p("e"), p("f")], [p("g"), p("h")]], properties=look("01E0"))
        + p("x"),
        {"styles": NORMAL.replace('<w:sz w:val="28"/>', "") + TABLE},
    ),
    "linked": (
        p("mot", properties='<w:pStyle w:val="H1"/>') + p(r("hai", '<w:rStyle w:val="H1Char"/>')),
        {"styles": NORMAL + LINKED},
    ),
    "numbering": (
        p("mot", properties=LIST)
        + p("hai", properties=LIST + '<w:ind w:left="1000" w:firstLine="200"/>')
        + p("ba", properties='<w:pStyle w:val="L"/>'),
        {
            "styles": NORMAL + style("paragraph", "L", f'<w:pPr>{LIST}<w:ind w:left="400"/></w:pPr>'),
            "numbering": NUMBERING,
        },
    ),
    "toggles": (
        p(
            r("mot", '<w:rStyle w:val="C"/>'),
            r("hai", '<w:rStyle w:val="C"/><w:b/>'),
            r("ba", NOT_BOLD),
            properties=IN_P,
        )
        + p("bon", properties=IN_P),
        {"styles": NORMAL + BOLD},
    ),
    "defaults": (
        p("mot") + p(r("hai", '<w:sz w:val="24"/>'), properties='<w:spacing w:line="360" w:lineRule="exact"/>'),
        {"styles": DEFAULTS + style("paragraph", "Normal", "", default=True)},
    ),
    "no-defaults": (p("mot") + p(r("hai", "<w:caps/>")), {"styles": style("paragraph", "Normal", "", default=True)}),
    "bare": (p("khong co kieu"), {}),
    "line": (
        p("mot", properties='<w:pStyle w:val="A"/><w:spacing w:line="240" w:lineRule="auto"/>')
        + p("hai", properties='<w:pStyle w:val="A"/><w:jc w:val="end"/>'),
        {"styles": NORMAL + style("paragraph", "A", f"<w:pPr>{AT_LEAST}</w:pPr>")},
    ),
}

"""Characters of symbol fonts as readable ones.

Purpose: a code of Symbol or Wingdings (0xF020 to 0xF0FF, as Word stores them) to the Unicode character that looks like
it. Limits: what occurs in office documents; any other code becomes a bullet, so that one code is always one character.
Neighbours: ``ooxml.story`` (w:sym) and ``ooxml.numbering`` (bullets).
"""

from __future__ import annotations

BULLET = "•"
PRIVATE_FIRST, PRIVATE_LAST = 0xF000, 0xF0FF

_SYMBOL = {
    0xB7: "•", 0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB0: "°", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xAE: "→",
    0xAC: "←", 0xAD: "↑", 0xAF: "↓", 0xDE: "⇒", 0xDB: "⇔", 0xA5: "∞", 0xB2: "″", 0xA2: "′", 0xCE: "∈", 0xD6: "√",
    0xE5: "∑", 0xA7: "♣", 0xA8: "♦", 0xA9: "♥", 0xAA: "♠", 0xD3: "©", 0xD2: "®", 0xD4: "™", 0x2D: "−", 0x2A: "∗",
    0xBC: "…",
    **dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)),
    **dict(zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True)),
}  # fmt: skip
_WINGDINGS = {
    0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "❐", 0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "⧫", 0x75: "◆",
    0x76: "❖", 0x77: "⬥", 0xA7: "▪", 0xA8: "◻", 0x9F: "•", 0xD8: "➢", 0xE0: "→", 0xDF: "←", 0xE8: "➔", 0xF0: "⇨",
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑", 0x28: "☎", 0x2A: "✉", 0xAB: "★", 0x46: "☞", 0x4A: "☺", 0x22: "✂",
}  # fmt: skip


def readable(code: int, font: str | None) -> str:
    """One readable character for a code of a symbol font; codes outside the private range are characters already."""
    if not PRIVATE_FIRST <= code <= PRIVATE_LAST:
        name = (font or "").lower()
        if code > 0x10FFFF or 0xD800 <= code <= 0xDFFF or code == 0:
            return BULLET
        if not ("wingdings" in name or name == "symbol"):
            return chr(code)
    low = code & 0xFF
    name = (font or "").lower()
    if "wingdings" in name or "webdings" in name:
        return _WINGDINGS.get(low, BULLET)
    found = _SYMBOL.get(low)
    if found is not None:
        return found
    if name != "symbol":
        return _WINGDINGS.get(low, chr(low) if 0x21 <= low <= 0x7E else BULLET)
    return chr(low) if 0x20 <= low <= 0x7E else BULLET

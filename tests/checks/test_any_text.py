"""Whatever a part says, the rules of the head and the title point inside it and come to an end."""

from __future__ import annotations

from block_context import context
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vanban_lint.checks import kind
from vanban_lint.model import Hit
from vanban_lint.ruleset import bundled

RULES = [rule for rule in bundled().rules if rule.id.startswith(("TT1", "TT2"))]
WORDS = """Số : 35 5 / - – CT QĐ TU UBND 2025 QH15 .... … {{so}} , ; . ./. Hưng_Yên TP. ngày Ngày tháng năm 31 02 13 V/v
Về Căn_cứ Luật Độc_lập Tự_do Hạnh_phúc * Kính_gửi huyện_ủy ỦY_BAN ĐẢNG_UỶ ( ) 𝐀 ß"""
PIECES = st.sampled_from([*(word.replace("_", " ") for word in WORDS.split()), " ", "  ", "\u00a0", "\t"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=14).map("".join), st.sampled_from(["dang", "hanh-chinh", "quy-pham", "doan"]))
def test_hits_lie_inside_the_text(text, regime):
    for rule in RULES:
        where = context([("co_quan_ban_hanh", "TỈNH UỶ HƯNG YÊN"), *((name, text) for name in rule.o)], regime, "CT")
        for hit in kind(rule.check).check(rule, where):
            assert isinstance(hit, Hit)
            paragraph = where.document.paragraph(hit.anchor)
            assert 0 <= hit.anchor.start <= hit.anchor.end <= len(paragraph.text)
            assert rule.vi.format_map({**dict.fromkeys(kind(rule.check).FIELDS, ""), **hit.params})
            assert all(where.document.text(edit.anchor) == edit.expected for edit in hit.edits)

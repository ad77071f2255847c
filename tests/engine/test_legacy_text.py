"""A document in a legacy encoding is judged as the reader sees it, and findings stand where it was typed."""

from vanban_lint.config import Settings
from vanban_lint.decode import decoded
from vanban_lint.engine import check_document
from vanban_lint.trial import read_text

VNI = "Caùc chi boä baùo caùo tieàn ñoä thöïc hieän keá hoaïch, baûo ñaûm ñuùng tieán ñoä ñeà ra.\n"
TCVN3 = "C¸c chi bé b¸o c¸o tiÒn ®é thùc hiÖn kÕ ho¹ch, b¶o ®¶m ®óng tiÕn ®é ®Ò ra.\n"


def test_a_slip_is_found_at_the_letters_as_typed():
    for text, typed in ((VNI, "tieàn ñoä"), (TCVN3, "tiÒn ®é")):
        report = check_document(read_text(text), Settings(select=("CT2", "BM108")))
        by_rule = {finding.rule: finding for finding in report.findings}
        slip = by_rule["CT201"] if "CT201" in by_rule else by_rule["CT202"]
        assert slip.text in ("tiền", "tiền độ")
        assert report.document.text(slip.anchor) in (typed, typed.split()[0])
        assert slip.fix is None
        assert "Unicode" in by_rule["BM108"].message


def test_short_lines_are_read_like_the_rest_and_other_documents_left_alone():
    document = read_text(VNI + "\nSoá: 12\n")
    reading = decoded(document)
    assert [p.text for p in reading.document.body.paragraphs if p.text][-1] == "Số: 12"
    plain = read_text("Société à Genève.\n\nCác chi bộ báo cáo.\n")
    assert decoded(plain).document is plain


def test_one_pasted_paragraph_says_nothing_of_a_name_beside_it():
    document = read_text(VNI + "\nTô Bá\n\nCác chi bộ báo cáo trước ngày 15.\n\nVăn phòng tổng hợp.\n")
    texts = [p.text for p in decoded(document).document.body.paragraphs if p.text]
    assert texts[0].startswith("Các chi bộ báo cáo tiền độ")
    assert texts[1] == "Tô Bá"

"""Where a subject follows a citation, and whether two subjects are one."""

import pytest

from vanban_lint.citation.title import differ, follows, words


@pytest.mark.parametrize(
    ("text", "there"),
    [
        (" về công tác văn thư", True),
        (" (khóa IX) về “Chiến lược cải cách tư pháp”", True),
        (", về công tác văn thư", True),
        (" khoá XIII phê duyệt Đề án", True),
        (" “Chiến lược”", True),
        ("; Quy chế tổ chức", False),
        ("", False),
        (" và các văn bản liên quan", False),
        (", Sở Nội vụ báo cáo", False),
        (" đã có hiệu lực", None),
        (" Sở Nội vụ", None),
    ],
)
def test_a_subject_follows(text, there):
    assert follows(text, 0) is there


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("về kiểm soát quyền lực và phòng, chống tham nhũng", "về kiểm soát quyền lực, phòng, chống tham nhũng", "chu"),
        ("về công tác văn thư", "về công tác văn thư trong cơ quan", None),
        ("quy định về hoá đơn, chứng từ điện tử", "về hóa đơn, chứng từ điện tử", None),
        ("về cải cách chính sách tiền lương", "về tiếp tục xây dựng Nhà nước pháp quyền", "khac"),
        ("về chuyển đổi số quốc gia để phục vụ", "về chuyển đổi số quốc gia trong tỉnh", None),
        ("về đất", "về nhà", None),
    ],
)
def test_two_subjects(one, other, how):
    assert differ(words(one), words(other)) == how


def test_a_subject_ends_where_the_next_document_begins():
    assert words("về đất đai và Kết luận số 12-KL/TW") == ["đất", "đai"]

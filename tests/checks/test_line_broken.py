"""Text copied line by line from a PDF: what is only likely there is not told."""

import pytest

from vanban_lint.config import Settings
from vanban_lint.engine import check_document
from vanban_lint.trial import read_text

# A slip of middling score: the model is not sure of it.
SLIP = "Quản lý nhà nước về bồ trợ tư pháp được chú ý hơn trước."
SURE = "Các đơn vị báo cáo tiền độ thực hiện kế hoạch với cấp trên theo đúng thời hạn."
CUT = "Các cơ quan, đơn vị có trách nhiệm phối hợp chặt chẽ với nhau để\n\nthực hiện tốt nhiệm vụ được giao trong năm."


def told(text):
    return [f.rule for f in check_document(read_text(text), Settings(select=("CT2",))).findings]


@pytest.mark.parametrize(("times", "kept"), [(0, ["CT202", "CT201"]), (3, ["CT202", "CT201"]), (12, ["CT201"])])
def test_only_what_is_sure_is_told_in_a_line_broken_text(times, kept):
    assert told("\n\n".join([SLIP, SURE, *[CUT] * times])) == kept

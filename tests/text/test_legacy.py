"""Legacy encodings: recognised by their words, decoded with a way back, and nothing else taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban_lint.text.legacy import decode
from vanban_lint.text.legacy_tables import TABLES

PROSE = (
    "Tăng cường kiểm tra, giám sát việc thực hiện nghị quyết của Đảng uỷ về xây dựng nền nếp làm việc",
    "Các chi bộ trực thuộc phổ biến đến từng đảng viên trước ngày 15 tháng 5, rồi báo cáo bằng văn bản",
    "Ông Nguyễn Hữu Thoả giữ chức vụ Phó Trưởng phòng kể từ ngày ký; những ai vắng mặt phải nêu rõ lý do",
    "Số vốn đã giải ngân ở xã Mỹ Phước chỉ đạt một nửa kế hoạch, chậm so với yêu cầu đề ra từ đầu quý",
    "Kỳ họp thường lệ sẽ xét đề nghị miễn thuế, tiền thuê đất, hỗ trợ chăm sóc người cao tuổi",
)


def encoded(text: str, name: str) -> str:
    codes: dict[str, str] = {}
    for typed, meant in TABLES[name].letters.items():
        if meant.isupper() == typed[0].isupper() and (len(typed) == 1 or typed[1:].isupper() == meant.isupper()):
            codes.setdefault(meant, typed)
    for typed, meant in TABLES[name].letters.items():
        codes.setdefault(meant, typed)
    return "".join(codes.get(letter, letter) for letter in text)


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("text", PROSE)
def test_what_was_typed_is_read_again(text, name):
    typed = encoded(text, name)
    said = decode(typed)
    assert said is not None
    assert (said.encoding, said.text) == (name, text)


@pytest.mark.parametrize("name", TABLES)
@given(words=st.lists(st.sampled_from(sorted({w for text in PROSE for w in text.split()})), min_size=8, max_size=40))
def test_every_order_of_words_is_read_again(name, words):
    text = " ".join(words)
    typed = encoded(text, name)
    said = decode(typed) or decode(typed, [name])
    if said is None:
        assert sum(word != encoded(word, name) for word in words) < 6
    else:
        assert (said.encoding, said.text) == (name, text)
        assert said.starts[-1] == len(typed)
        assert all(encoded(said.text[i], name) == typed[said.starts[i] : said.starts[i + 1]] for i in range(len(text)))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("COÄNG HOAØ XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"),
        ("§¶ng bé tØnh B×nh ThuËn, ®¶ng viªn", "Đảng bộ tỉnh Bình Thuận, đảng viên"),
        ("Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
    ],
)
def test_headings_as_they_were_typed(typed, meant):
    said = decode(typed)
    assert said is not None
    assert said.text == meant


@pytest.mark.parametrize(
    "text",
    [
        *PROSE,
        "Tô Bá Hé, Lê Bá, cô Hà, bà Lê Thé, bé Ti",
        "TÔ BÁ HÀ",
        "Société générale pour l'économie européenne, fondée à Genève; l'hôtel a été rénové, le thé est né",
        "Die Größe der Geschäftsräume für Übungen, königlich schön, während Müller nächste Woche kämpft",
        "El señor Muñoz y la niña, año de la acción, corazón",
        "© 2025 Citroën, Zürich, Malmö; 25 °C ± 2, 5 µm, §5, ½ trang, 10 m², ×3",
        "35-CT/TU",
        "",
    ],
)
def test_nothing_else_is_taken_for_one(text):
    assert decode(text) is None


@given(st.text(max_size=120))
def test_any_text_has_a_way_back(text):
    for name, table in TABLES.items():
        made, starts = table.mapped(text)
        assert (len(starts), starts[0], starts[-1]) == (len(made) + 1, 0, len(text)), name
        assert list(starts) == sorted(set(starts)) or not text
    assert decode(text) is None or decode(text).text != text

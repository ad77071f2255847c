import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban_lint.text.characters import invisible, lookalikes, misplaced_tones, split_codes
from vanban_lint.text.legacy import is_legacy
from vanban_lint.text.styles import i_or_y, tone_styles


def repaired(finder, text):
    for slip in sorted(finder(text), reverse=True):
        text = text[: slip.start] + slip.right + text[slip.end :]
    return text


@pytest.mark.parametrize(
    ("finder", "wrong", "right"),
    [
        (lookalikes, "Ðổi mới, quy ðịnh, Ɖảng", "Đổi mới, quy định, Đảng"),
        (lookalikes, "BКHCN và cοng nghệ", "BKHCN và cong nghệ"),
        (invisible, "kiểm\u200b tra\u00ad, \ufeffgiám sát", "kiểm tra, giám sát"),
        (split_codes, "số 35\u00a0-CT/TU và 27-\u00a0NQ/TW", "số 35-CT/TU và 27-NQ/TW"),
        (misplaced_tones, "giaó dục, qúy, Tóan, GIAÓ", "giáo dục, quý, Toán, GIÁO"),
    ],
)
def test_wrong_characters(finder, wrong, right):
    assert repaired(finder, wrong) == right
    assert list(finder(right)) == []


def test_other_scripts_are_no_slips():
    assert list(lookalikes("Московский, Αθήνα, В, ភាសា")) == []


@pytest.mark.parametrize("text", ["hoà hòa uỷ ủy khoẻ khỏe thuý thúy", "quý già gìn giữ quỳ"])
def test_both_placements_are_right(text):
    assert list(misplaced_tones(text)) == []


def test_two_spellings_of_a_word():
    text = "Uỷ ban hòa giải, HOÀ, quý, hoàn, lý luận, quản lí, bác sĩ, Lí"
    assert [(text[s.start : s.end], s.style, s.other) for s in sorted(tone_styles(text))] == [
        ("Uỷ", "moi", "Ủy"),
        ("hòa", "cu", "hoà"),
        ("HOÀ", "moi", "HÒA"),
    ]
    found = [(text[s.start : s.end], s.style, s.other, s.group) for s in i_or_y(text)]
    assert found[:2] == [("lý", "y", "lí", "lí"), ("lí", "i", "lý", "lí")]
    assert [word for word, *_ in found] == ["lý", "lí", "sĩ"]


@pytest.mark.parametrize("text", ["COÄNG HOAØ XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "§¶ng bé tØnh B×nh ThuËn, ®¶ng viªn"])
def test_legacy_text(text):
    assert is_legacy(text)


@pytest.mark.parametrize("text", ["Cộng hòa xã hội chủ nghĩa Việt Nam", "Hãng Citroën, thành phố Zürich", "", "ñ"])
def test_unicode_text_is_no_legacy(text):
    assert not is_legacy(text)


@given(st.text(max_size=200))
def test_any_text(text):
    for finder in (lookalikes, invisible, split_codes, misplaced_tones, tone_styles, i_or_y):
        for found in finder(text):
            assert 0 <= found.start < found.end <= len(text)
    assert is_legacy(text) in (True, False)

import pytest

from vanban_lint.text.syllable import (
    TWO_TONES,
    bare,
    has_vietnamese_letter,
    is_syllable,
    split_tone,
    tone_on_right_vowel,
)


@pytest.mark.parametrize(
    "word", "nghiêng gìn giữ già quý qua khuỷu oẳn y yếu ủy uỷ hoà hòa gì xoong thuở ép ác".split()
)
def test_syllables(word):
    assert is_syllable(word)


@pytest.mark.parametrize("word", "phát̃ tirển ttiển cá́ ngà̀nh kác ghà ngi cep quốcc thuât nghiêngg w ábc".split())
def test_no_syllables(word):
    assert not is_syllable(word)


@pytest.mark.parametrize("word", "giaó tóan qúy hoạ́ch gía thuôć".split())
def test_tone_on_a_wrong_vowel(word):
    assert not (is_syllable(word) and tone_on_right_vowel(word))


@pytest.mark.parametrize(
    "word", "giáo toán quý hoạch giá thuốc hoà hòa thuý thúy khuỷu giếng ngoài người việc ba".split()
)
def test_tone_on_a_right_vowel(word):
    assert tone_on_right_vowel(word)


def test_tone_and_letters():
    assert split_tone("tiếng") == ("tiêng", 2)
    assert split_tone("cuô\u0301\u0300c") == ("cuôc", TWO_TONES)
    assert bare("đường") == "duong"
    assert has_vietnamese_letter("cơ")
    assert not has_vietnamese_letter("garçon")

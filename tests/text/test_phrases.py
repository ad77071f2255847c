"""Phrases written short, and where they stand as whole words."""

from vanban_lint.text.phrases import expand, places


def test_choices_are_multiplied_and_may_be_empty():
    assert expand("(bộ|sở) tài chính") == ("bộ tài chính", "sở tài chính")
    assert expand("ubnd(| các) huyện") == ("ubnd huyện", "ubnd các huyện")
    assert expand("thị trấn") == ("thị trấn",)


def test_whole_words_only():
    assert list(places("đô thị trấn giữ, thị trấn kép", "thị trấn")) == [3, 17]
    assert list(places("thị trấnx xthị trấn", "thị trấn")) == []


def test_what_stands_beside_a_phrase_may_make_it_another():
    text = "ban tuyên giáo và dân vận, ban tuyên giáo"
    assert list(places(text, "ban tuyên giáo", after=("và dân vận",))) == [27]
    assert list(places("ubnd cấp huyện, cấp huyện", "cấp huyện", before=("ubnd",))) == [16]

"""Words, candidates and changes: pure comparison."""

from __future__ import annotations

import random
import time

from hypothesis import given
from hypothesis import strategies as st

from vanban_lint.similarity.candidates import candidates, most_shared, shingles
from vanban_lint.similarity.compare import changes, likeness, names_swapped
from vanban_lint.similarity.words import telling, words

TEXT = st.lists(st.sampled_from("cấp ủy quán triệt thực hiện nghiêm chỉ thị của tỉnh".split()), max_size=30).map(tuple)


def keys(text: str) -> tuple[str, ...]:
    return tuple(word.key for word in words(text))


def test_capitals_marks_and_tone_placement_make_no_other_word() -> None:
    assert keys("“Uỷ ban” (tỉnh); Số 32-CTr/TU.") == keys("ủy BAN tỉnh, số 32-ctr/tu") == (
        "ủy", "ban", "tỉnh", "số", "32-ctr/tu",
    )  # fmt: skip


def test_words_know_their_places() -> None:
    text = "- “Hòa giải”,  cơ sở"
    assert [text[word.start : word.end] for word in words(text)] == ["Hòa", "giải", "cơ", "sở"]


def test_numbers_names_and_listed_words_tell_things_apart() -> None:
    text = "Giao Sở Y tế chủ trì. Văn bản số 5 của cấp tỉnh"
    found = words(text)
    assert {found[index].key for index in telling(text, found, frozenset({"tỉnh"}))} == {"sở", "y", "5", "tỉnh"}


@given(TEXT, TEXT)
def test_changes_rebuild_both_texts(first: tuple[str, ...], second: tuple[str, ...]) -> None:
    steps = changes(first, second)
    assert tuple(word for step in steps for word in first[step.first : step.first_end]) == first
    assert tuple(word for step in steps for word in second[step.second : step.second_end]) == second
    assert all(first[s.first : s.first_end] == second[s.second : s.second_end] for s in steps if s.same)


def test_one_common_word_between_two_changes_does_not_part_them() -> None:
    steps = changes(keys("quán triệt nhanh và đúng tinh thần"), keys("quán triệt chậm và sai tinh thần"))
    assert [step.same for step in steps] == [True, False, True]


def test_a_name_for_a_name_is_one_pattern_filled_twice() -> None:
    first, second = "Giao việc này cho Sở Y tế chủ trì", "Giao việc này cho Sở Nội vụ chủ trì"
    marked = telling(first, words(first), frozenset()), telling(second, words(second), frozenset())
    assert names_swapped(changes(keys(first), keys(second)), keys(first), keys(second), marked)
    nothing = frozenset[int](), frozenset[int]()
    assert not names_swapped(changes(keys(first), keys(second)), keys(first), keys(second), nothing)


def test_one_swap_made_twice_is_a_pattern_too() -> None:
    first, second = keys("ghi sổ đi và in sổ đi mỗi tháng"), keys("ghi sổ đến và in sổ đến mỗi tháng")
    nothing = frozenset[int](), frozenset[int]()
    assert names_swapped(changes(first, second), first, second, nothing)


def test_likeness_is_the_share_in_one_order() -> None:
    assert likeness(("a", "b", "c", "d"), ("a", "b", "c", "d")) == 1.0
    assert likeness(("a", "b"), ("c", "d")) == 0.0
    assert likeness(("a", "b", "c", "d"), ("a", "x", "c", "d")) == 0.75


def index(texts: list[str], share: float) -> list[tuple[int, int]]:
    return list(candidates([shingles(text) for text in texts], lambda _: share))


def test_candidates_share_shingles() -> None:
    one, two = (
        "Các cơ quan lập hồ sơ công việc đúng thời hạn",
        "Mọi cơ quan lập hồ sơ công việc đúng thời hạn",
    )
    assert index([one, "Kinh phí do ngân sách tỉnh cấp đủ cho các đơn vị", two], 0.5) == [(0, 2)]
    assert most_shared([shingles(one), shingles(one)]) == [len(shingles(one))] * 2
    assert most_shared([shingles(one), shingles("Tổng kết công tác năm")]) == [0, 0]


def test_what_stands_in_a_crowd_of_texts_is_a_set_phrase() -> None:
    crowd = [f"Thời gian thực hiện thường xuyên {number}" for number in range(40)]
    assert index(crowd, 0.1) == []
    assert index(crowd[:3], 0.1) == [(0, 1), (0, 2), (1, 2)]


def test_two_thousand_paragraphs_take_less_than_a_second() -> None:
    """Processor time: the tests run side by side. Measured at a tenth of a second."""
    chance = random.Random(7)
    vocabulary = [f"{letter}{number}" for letter in "tcđnhlmb" for number in range(120)]
    drawn = [chance.choices(vocabulary, k=60) for _ in range(2000)]
    drawn[1500] = [*drawn[3][:50], *drawn[1500][:10]]
    texts = [" ".join(each) for each in drawn]
    begin = time.process_time()
    found = index(texts, 0.25)
    assert time.process_time() - begin < 1.0
    assert found == [(3, 1500)]

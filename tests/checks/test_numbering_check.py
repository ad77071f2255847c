"""Where a run of numbers breaks, told apart: the pure part of kind ``numbering``. Whole documents: tests/rules."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban_lint.checks.numbering import DISORDERED, LATE, REPEATED, RESTARTED, SKIPPED, Fault, faults

RUNS = [
    ([1, 1, 2, 3], [Fault(1, REPEATED, 2)]),
    ([1, 2, 2, 3], [Fault(2, REPEATED, 3)]),
    ([1, 2, 2, 4], [Fault(2, REPEATED, 3)]),
    ([1, 2, 4, 5], [Fault(2, SKIPPED, 3)]),
    ([1, 2, 5, 4], [Fault(2, SKIPPED, 3)]),
    ([1, 3, 2, 4], [Fault(1, DISORDERED, 2)]),
    ([1, 2, 3, 1, 2], [Fault(3, RESTARTED, 4)]),
    ([1, 2, 3, 2, 4], [Fault(3, REPEATED, 4)]),
    ([2, 3], [Fault(0, LATE, 1)]),
    ([5], [Fault(0, LATE, 1)]),
    ([1], []),
    ([], []),
]


@pytest.mark.parametrize(("values", "expected"), RUNS)
def test_one_fault_a_slip(values, expected):
    assert list(faults(values)) == expected


@given(st.integers(1, 60))
def test_a_run_in_order_has_none(length):
    assert list(faults(range(1, length + 1))) == []


@given(st.integers(3, 40), st.data())
def test_one_item_lost_is_one_skip_at_the_next(length, data):
    lost = data.draw(st.integers(2, length - 1))
    values = [value for value in range(1, length + 1) if value != lost]
    assert list(faults(values)) == [Fault(lost - 1, SKIPPED, lost)]


@given(st.lists(st.integers(1, 9), max_size=12))
def test_any_run_is_read_to_its_end(values):
    found = list(faults(values))
    assert [fault.at for fault in found] == sorted({fault.at for fault in found})
    assert not found or values != list(range(1, len(values) + 1))

"""Worker processes: the order of the items, and what one item can do to the others."""

import os
import time
from collections.abc import Iterator

from vanban_lint.corpus.pool import DEATH, ERROR, TIME, Lost, Pool


def work(item: str) -> str:
    """What a file may do to the process that reads it."""
    what, _, seconds = item.partition(":")
    if what == "sleep":
        time.sleep(float(seconds))
    elif what == "die":
        os._exit(7)
    elif what == "raise":
        raise ValueError("hỏng")
    return item.upper()


def results(items: list[str], jobs: int = 2, seconds: float = 60) -> list[str | Lost]:
    return [result for _, result in Pool(work, jobs, seconds).results(items)]


def test_results_come_in_the_order_of_the_items() -> None:
    items = ["sleep:0.3", *(f"x{i}" for i in range(40))]
    assert results(items) == [item.upper() for item in items]


def test_an_item_that_hangs_is_given_up_and_the_others_go_on() -> None:
    done = results(["a", "sleep:60", "b", "c"], jobs=1, seconds=2)
    assert done == ["A", Lost(TIME), "B", "C"]


def test_an_item_that_kills_its_process_takes_only_itself_down() -> None:
    done = results(["a", "die", "b"], jobs=1)
    assert done == ["A", Lost(DEATH, "7"), "B"]


def test_an_item_whose_work_raises_is_told_with_its_traceback() -> None:
    (lost, fine) = results(["raise", "a"], jobs=1)
    assert isinstance(lost, Lost)
    assert lost.why == ERROR
    assert lost.detail.rstrip().endswith("ValueError: hỏng")
    assert fine == "A"


def test_what_is_known_needs_no_worker() -> None:
    pool: Pool[str, str] = Pool(work, 1, 60)
    done = [result for _, result in pool.results(["die"] * 100, lambda item: "biết rồi")]
    assert done == ["biết rồi"] * 100
    assert not pool.started


def test_one_new_item_among_known_ones_starts_one_worker() -> None:
    pool: Pool[str, str] = Pool(work, 4, 60)
    items = [f"x{i}" for i in range(50)]
    done = [result for _, result in pool.results(items, lambda item: None if item == "x20" else item)]
    assert done[20] == "X20"
    assert pool.started == 1


def test_known_and_new_items_keep_their_order() -> None:
    pool: Pool[str, str] = Pool(work, 2, 60)
    items = [f"x{i}" for i in range(30)]
    done = [result for _, result in pool.results(items, lambda item: item if int(item[1:]) % 3 else None)]
    assert done == [item if int(item[1:]) % 3 else item.upper() for item in items]


def test_stopping_early_ends_the_workers() -> None:
    pool: Pool[str, str] = Pool(work, 2, 60)
    running = pool.results(["a", "sleep:60", "b"])
    assert next(running)[1] == "A"
    workers = [worker._process for worker in pool._workers]
    running.close()
    assert workers
    assert not any(process.is_alive() for process in workers)


def test_items_are_taken_only_as_they_are_needed() -> None:
    taken: list[int] = []

    def source() -> Iterator[str]:
        for i in range(1000):
            taken.append(i)
            yield f"x{i}"

    running = Pool(work, 1, 60, ahead=4).results(source())
    next(running)
    running.close()
    assert len(taken) <= 5

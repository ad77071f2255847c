"""Work on many items in several processes, with the results in the order of the items.

Purpose: use the cores, and survive what one item may do: hang, crash, eat the memory. Each worker holds one item at a
time, so the item that a lost worker held is known. Limits: the work and its results must be picklable; a worker that
is past its time is killed, which only works because it is a process (``concurrent.futures`` cannot do that).
Workers are spawned, not forked, on every system: one behaviour, and no lock of the parent is copied half held.
Neighbour: ``cli.check``.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, NamedTuple, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

#: Why an item has no result: its time was up, its worker died, its work raised.
TIME, DEATH, ERROR = "time", "death", "error"


class Lost(NamedTuple):
    """An item that came to no result. ``detail`` is the traceback for ERROR, the exit code for DEATH."""

    why: str
    detail: str = ""


def cores() -> int:
    """Processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # macOS, Windows
        return os.cpu_count() or 1


class Pool(Generic[Item, Result]):
    """``results`` yields, for each item in order, what ``work`` made of it or ``Lost``.

    ``work`` is called in a worker process; ``seconds`` is the time one item may take. At most ``ahead`` items per
    worker are begun before the result of the first is taken, so that one slow item does not gather all later results.
    """

    def __init__(self, work: Callable[[Item], Result], jobs: int, seconds: float, ahead: int = 16) -> None:
        self._work, self._seconds, self._window = work, seconds, jobs * ahead
        self._context = multiprocessing.get_context("spawn")
        self._jobs = jobs
        self._workers: list[_Worker] = []
        #: Processes that were begun; none where every item was known.
        self.started = 0

    def results(
        self, items: Iterable[Item], known: Callable[[Item], Result | None] = lambda item: None
    ) -> Iterator[tuple[Item, Result | Lost]]:
        """Results in the order of ``items``; ``known(item)`` is one that needs no work. Closing stops the workers."""
        source = iter(enumerate(items))
        held: dict[int, Item] = {}
        done: dict[int, Result | Lost] = {}
        first, more = 0, True
        try:
            while more or held:
                more = more and self._feed(source, known, held, done)
                if first in done:
                    yield held.pop(first), done.pop(first)
                    first += 1
                elif held:
                    done.update(self._collected())
        finally:
            self._close()

    def _feed(
        self,
        source: Iterator[tuple[int, Item]],
        known: Callable[[Item], Result | None],
        held: dict[int, Item],
        done: dict[int, Result | Lost],
    ) -> bool:
        """Begin items while a worker is free and the window has room; whether ``source`` may hold more.

        A worker is started for an item that needs work only: where all is known, no process begins.
        """
        while len(held) < self._window and self._has_room():
            entry = next(source, None)
            if entry is None:
                return False
            number, item = entry
            held[number] = item
            found = known(item)
            if found is None:
                self._free().give(number, item, self._seconds)
            else:
                done[number] = found
        return True

    def _has_room(self) -> bool:
        """Whether one more item can be begun at once."""
        return len(self._workers) < self._jobs or any(worker.number is None for worker in self._workers)

    def _free(self) -> _Worker:
        """A worker without work, a new one when all have some; to be asked when there is room."""
        for worker in self._workers:
            if worker.number is None:
                return worker
        self._workers.append(_Worker(self._context, self._work))
        self.started += 1
        return self._workers[-1]

    def _collected(self) -> Iterator[tuple[int, Result | Lost]]:
        """Results that are there, waiting for at least one or for the first deadline."""
        busy = {worker.pipe: worker for worker in self._workers if worker.number is not None}
        first = min(worker.deadline for worker in busy.values())
        ready = wait(list(busy), max(first - time.monotonic(), 0))
        for pipe in ready:
            worker = busy.pop(pipe)
            number, result = worker.take()
            if isinstance(result, Lost) and result.why == DEATH:
                self._workers.remove(worker)
            yield number, result
        late = [worker for worker in busy.values() if worker.deadline <= time.monotonic()]
        for worker in late:
            worker.kill()
            self._workers.remove(worker)
            assert worker.number is not None
            yield worker.number, Lost(TIME)

    def _close(self) -> None:
        for worker in self._workers:
            worker.kill()
        self._workers.clear()


class _Worker:
    """One process and the pipe to it. ``number`` is that of the item it works on, ``None`` when it is free."""

    def __init__(self, context: Any, work: Callable[[Any], Any]) -> None:
        self.pipe, far = context.Pipe()
        self.number: int | None = None
        self.deadline = 0.0
        self._begun = False
        self._process = context.Process(target=_serve, args=(far, work), daemon=True)
        self._process.start()
        far.close()

    def give(self, number: int, item: Any, seconds: float) -> None:
        """Hand over an item; the first one's time includes the start of the process."""
        self.number = number
        self.deadline = time.monotonic() + seconds + (0 if self._begun else _START)
        self._begun = True
        with suppress(OSError):  # the worker is gone: ``take`` will say so
            self.pipe.send(item)

    def take(self) -> tuple[int, Any]:
        """The number of the item and its result; the worker is free again, or dead."""
        number, self.number = self.number, None
        assert number is not None
        try:
            return number, self.pipe.recv()
        except (EOFError, OSError):
            self.kill()
            return number, Lost(DEATH, str(self._process.exitcode))

    def kill(self) -> None:
        self._process.kill()
        self._process.join()
        self.pipe.close()


#: Seconds that the start of a worker may take on a slow machine, beyond the time of its first item.
_START = 20.0


def _serve(pipe: Connection, work: Callable[[Any], Any]) -> None:
    """The life of a worker. Ctrl-C is the parent's to handle: it ends the workers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            item = pipe.recv()
        except EOFError:
            return
        try:
            result = work(item)
        except Exception:
            from traceback import format_exc

            result = Lost(ERROR, format_exc())
        pipe.send(result)

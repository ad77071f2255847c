"""The cache of results: it gives back what it was given, and its own troubles are nobody else's."""

import sqlite3
from pathlib import Path

from vanban_lint.corpus.cache import KEPT_DAYS, Cache, digest


def test_what_was_put_is_there_for_the_next_run(tmp_path: Path) -> None:
    with Cache(str(tmp_path)) as cache:
        cache.put("a", {"chữ": [1, "hai", None]})
        assert cache.get("b") is None
    with Cache(str(tmp_path)) as cache:
        assert cache.get("a") == {"chữ": [1, "hai", None]}


def test_rows_that_no_run_asks_for_are_dropped(tmp_path: Path) -> None:
    with Cache(str(tmp_path)) as cache:
        cache.put("cũ", 1)
        cache.put("mới", 2)
    db = sqlite3.connect(tmp_path / "results.sqlite3")
    db.execute("UPDATE result SET day = day - ? WHERE key = 'cũ'", (KEPT_DAYS + 1,))
    db.commit()
    db.close()
    with Cache(str(tmp_path)):
        pass
    with Cache(str(tmp_path)) as cache:
        assert (cache.get("cũ"), cache.get("mới")) == (None, 2)


def test_a_broken_database_is_no_cache(tmp_path: Path) -> None:
    (tmp_path / "results.sqlite3").write_bytes(b"rubbish" * 1000)
    with Cache(str(tmp_path)) as cache:
        cache.put("a", 1)
        assert cache.get("a") is None


def test_a_broken_row_is_no_result(tmp_path: Path) -> None:
    with Cache(str(tmp_path)) as cache:
        cache.put("a", 1)
    db = sqlite3.connect(tmp_path / "results.sqlite3")
    db.execute("UPDATE result SET value = x'00'")
    db.commit()
    db.close()
    with Cache(str(tmp_path)) as cache:
        assert cache.get("a") is None


def test_a_place_that_cannot_be_made_is_no_cache(tmp_path: Path) -> None:
    (tmp_path / "tep").write_text("", encoding="utf-8")
    with Cache(str(tmp_path / "tep" / "x")) as cache:
        cache.put("a", 1)
        assert cache.get("a") is None


def test_where_one_piece_ends_matters() -> None:
    assert digest([b"ab", b"c"]) != digest([b"a", b"bc"])
    assert digest([b"ab", b"c"]) == digest([b"ab", b"c"])

"""Make the spelling model from tables of counts: a maintainer's job, never a user's.

Usage: python scripts/build_model.py TABLES OUT [--least-pair N] [--least-triple N]

TABLES is a folder with vi_tokens, vi_bigrams and vi_trigrams as .tsv or .tsv.xz: ids and words ("id, token, n_all,
..."), then "id1, id2, n_all, ..." and "id1, id2, id3, n_all, ..."; the other columns are not read. The same tables give
the same bytes; the layout is described in ``vanban_lint.spelling.counts``. After a rebuild: run
benchmarks/spelling.py, read what it says about clean text, and put the new checksum into tests/spelling/test_counts.py.
"""

from __future__ import annotations

import argparse
import json
import lzma
import sys
from array import array
from collections.abc import Iterator, Sequence
from math import log2
from pathlib import Path

import yaml

from vanban_lint.spelling.confusion import confusion_sets
from vanban_lint.spelling.counts import MAGIC

LISTS = Path(__file__).parents[1] / "rules" / "du-lieu" / "chinh-ta.yaml"
ALIGNMENT = 8
HEAD_END = 576  # room for eleven sections with offsets of ten digits


def rows(folder: Path, stem: str) -> Iterator[list[str]]:
    """Fields of each line of a table, the header line left out."""
    packed, plain = folder / f"{stem}.tsv.xz", folder / f"{stem}.tsv"
    with lzma.open(packed, "rt", encoding="utf-8") if packed.exists() else plain.open(encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            yield line.rstrip("\n").split("\t")


def step(count: float) -> int:
    """A count in eighths of an octave: what ``2 ** (step / 8)`` gives back."""
    return min(255, max(0, round(8 * log2(count)))) if count > 1 else 0


def starts(firsts: Sequence[int], size: int) -> array[int]:
    """Where each first id's rows begin; ``size`` + 1 entries."""
    at = array("I", bytes(4 * (size + 1)))
    for first in firsts:
        at[first + 1] += 1
    for i in range(size):
        at[i + 1] += at[i]
    return at


def build(folder: Path, least_pair: int, least_triple: int) -> bytes:
    tokens = [(int(i), word, int(n)) for i, word, n, *_ in rows(folder, "vi_tokens")]
    if [i for i, _, _ in tokens] != list(range(len(tokens))):
        raise SystemExit("vi_tokens: ids must run from 0 without gaps")
    words, counts = [word for _, word, _ in tokens], [n for _, _, n in tokens]
    pairs = sorted((int(a), int(b), int(n)) for a, b, n, *_ in rows(folder, "vi_bigrams") if int(n) >= least_pair)
    row_of = {(a, b): row for row, (a, b, _) in enumerate(pairs)}
    triples = sorted(
        (row_of[pair], int(c), int(n))
        for a, b, c, n, *_ in rows(folder, "vi_trigrams")
        if int(n) >= least_triple and (pair := (int(a), int(b))) in row_of
    )
    variants = yaml.safe_load(LISTS.read_text(encoding="utf-8"))["bien_the"].split()
    kept = [2.0 ** (step(n) / 8) for n in counts]  # as the file gives them back
    confused = confusion_sets(words, kept, {frozenset(pair.split("/")) for pair in variants})
    confusions = [(i, j, round(2 * cost)) for i in sorted(confused) for j, cost in confused[i]]
    sections: dict[str, bytes] = {"words": "\n".join(words).encode(), "uni": bytes(map(step, counts))}
    for prefix, table, size in (("b", pairs, len(words)), ("t", triples, len(pairs)), ("c", confusions, len(words))):
        value = "cost" if prefix == "c" else "n"
        sections[f"{prefix}_at"] = starts([row[0] for row in table], size).tobytes()
        sections[f"{prefix}_id"] = array("H", [row[1] for row in table]).tobytes()
        sections[f"{prefix}_{value}"] = bytes(row[2] if prefix == "c" else step(row[2]) for row in table)
    return assemble({"n_tokens": sum(counts), "min2": least_pair, "min3": least_triple}, sections)


def assemble(head: dict[str, object], sections: dict[str, bytes]) -> bytes:
    """Magic, head and sections at their aligned offsets."""
    reserved = HEAD_END - len(MAGIC) - 4
    at, places = HEAD_END, {}
    for name, data in sections.items():
        places[name] = (at, len(data))
        at += -(-len(data) // ALIGNMENT) * ALIGNMENT
    text = json.dumps({**head, "sections": places}, separators=(",", ":")).encode().ljust(reserved)
    body = b"".join(data.ljust(-(-len(data) // ALIGNMENT) * ALIGNMENT, b"\0") for data in sections.values())
    return MAGIC + len(text).to_bytes(4, "little") + text + body


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tables", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--least-pair", type=int, default=3)
    parser.add_argument("--least-triple", type=int, default=5)
    options = parser.parse_args()
    if sys.byteorder != "little":
        raise SystemExit("the file is little-endian: build it on such a machine")
    options.out.write_bytes(build(options.tables, options.least_pair, options.least_triple))


if __name__ == "__main__":
    main()

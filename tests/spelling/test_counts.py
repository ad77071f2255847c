import hashlib
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from vanban_lint.spelling.counts import COMMA, MODEL, NO_ROW, Counts
from vanban_lint.spelling.dictionary import DATA

SCRIPT = Path(__file__).parents[2] / "scripts" / "build_model.py"

CHECKSUMS = {
    "vi_ngrams.bin": "2e23d352d25142aa9fa88b0233f10d29a186845334fe8f67d5e9b5afcf926275",
    "vi_syllables.dic": "4d34e0121942b7511746c3558856b5a7b7b2740a64beb149aa541def29dbc15e",
    "vi_syllables.aff": "30a36332c67922a788395c439beb71a2e28c4c76985583cb4ffcff1d772b7e25",
}


@pytest.mark.parametrize(("name", "checksum"), CHECKSUMS.items())
def test_the_data_is_the_data_that_was_measured(name, checksum):
    assert hashlib.sha256(Path(DATA, name).read_bytes()).hexdigest() == checksum
    assert Path(MODEL).parent == Path(DATA)


def test_pairs_and_triples(counts):
    to, chuc, thuc = (counts.ids[word] for word in ("tổ", "chức", "thực"))
    row = counts.row(to, chuc)
    assert counts.at_row(row) == counts.pair(to, chuc) > 10_000
    assert counts.triple(row, thuc) > 100
    assert counts.row(chuc, to) != row
    assert counts.triple(NO_ROW, thuc) == 0.0
    assert counts.at_row(NO_ROW) == 0.0
    assert counts.pair(COMMA, COMMA) >= 0.0


def test_a_whole_text_is_looked_up_as_word_by_word(counts):
    ids = [counts.ids[word] for word in "tổ chức thực hiện tổ hiện".split()]
    rows = [counts.row(one, two) for one, two in pairwise(ids)]
    assert counts.rows(ids) == rows
    assert NO_ROW in rows
    assert counts.triples(rows, ids) == [counts.triple(row, three) for row, three in zip(rows, ids[2:], strict=False)]
    firsts = sorted(set(ids))
    for word in ids:
        assert counts.rows_after(word, firsts) == [counts.row(word, other) for other in firsts]


def test_confusions_are_the_same_letters_or_a_confused_one(counts):
    found = {counts.words[i]: cost for i, cost in zip(*counts.confusions(counts.ids["tiền"]), strict=True)}
    assert found["tiến"] == 1.0
    assert "tiền" not in found
    assert found["tiềm"] == 3.0


def test_a_file_that_is_no_model_is_refused(tmp_path):
    path = tmp_path / "model.bin"
    path.write_bytes(b"something else, long enough to be opened")
    with pytest.raises(ValueError, match=r"model\.bin"):
        Counts(str(path))


def test_the_model_can_be_built_from_tables(tmp_path):
    words = ["<unk>", "|", ",", "#", "-", "tiến", "độ", "tiền"]
    head = "a\tb\tc\td\n"
    tokens = "".join(f"{i}\t{word}\t{100 * i}\n" for i, word in enumerate(words))
    (tmp_path / "vi_tokens.tsv").write_text(head + tokens, encoding="utf-8")
    (tmp_path / "vi_bigrams.tsv").write_text(head + "5\t6\t64\n7\t6\t2\n1\t5\t8\n", encoding="utf-8")
    (tmp_path / "vi_trigrams.tsv").write_text(head + "1\t5\t6\t16\n5\t6\t1\t4\n", encoding="utf-8")
    out = tmp_path / "model.bin"
    subprocess.run([sys.executable, str(SCRIPT), str(tmp_path), str(out)], check=True)
    built = Counts(str(out))
    assert built.words == words
    assert built.pair(5, 6) == 64.0
    assert built.pair(7, 6) == 0.0  # below the least count
    assert built.triple(built.row(1, 5), 6) == 16.0
    assert built.triple(built.row(5, 6), 1) == 0.0
    assert built.confusions(7) == ([5], [1.0])
    first = out.read_bytes()
    subprocess.run([sys.executable, str(SCRIPT), str(tmp_path), str(out)], check=True)
    assert out.read_bytes() == first

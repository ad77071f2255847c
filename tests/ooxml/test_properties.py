"""What must hold for any text: splitting runs, composing letters, pickling, offsets."""

from __future__ import annotations

import pickle
import unicodedata
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st
from wordml import document_xml, p, package, r, read

from vanban_lint.model import Paragraph, RunFormat
from vanban_lint.ooxml.package import Package
from vanban_lint.text.compose import compose

LETTERS = st.text(st.sampled_from("aăâđeêoôơuưyệạớừỵ ÀĐỆ.,;/-35\u00a0"), min_size=1, max_size=40)
FORMATS = st.sampled_from(["", "<w:b/>", "<w:i/>", '<w:sz w:val="28"/>'])
PIECES = st.lists(st.tuples(LETTERS, FORMATS), min_size=1, max_size=5)


def only(content: str) -> Paragraph:
    (paragraph,) = read(f"<w:p>{content}</w:p>").body.paragraphs
    return paragraph


def formats(paragraph: Paragraph) -> list[RunFormat]:
    """Format of each character."""
    found = [span.format for span in paragraph.spans for _ in range(span.start, span.end)]
    assert len(found) == len(paragraph.text)
    return found


def split(pieces: list[tuple[str, str]], cuts: list[int]) -> Iterator[str]:
    """The same runs cut at every so many characters, some with the marks that Word leaves between runs."""
    for text, properties in pieces:
        step = cuts[len(text) % len(cuts)]
        for at in range(0, len(text), step):
            yield r(text[at : at + step], properties) + ("<w:proofErr/>" if at % 2 else "")


@settings(max_examples=100, deadline=None)
@given(PIECES, st.lists(st.integers(1, 9), min_size=1, max_size=4), st.sampled_from(["NFC", "NFD"]))
def test_splitting_runs_changes_neither_text_nor_formats(
    pieces: list[tuple[str, str]], cuts: list[int], form: str
) -> None:
    pieces = [(unicodedata.normalize(form, text), properties) for text, properties in pieces]
    whole = only("".join(r(text, properties) for text, properties in pieces))
    parts = only("".join(split(pieces, cuts)))
    assert parts.text == whole.text
    assert formats(parts) == formats(whole)


@settings(max_examples=100, deadline=None)
@given(LETTERS)
def test_composed_and_decomposed_input_give_equal_text(text: str) -> None:
    composed, decomposed = (only(r(unicodedata.normalize(form, text))) for form in ("NFC", "NFD"))
    assert composed.text == decomposed.text == unicodedata.normalize("NFC", text)
    raw = decomposed.raw or decomposed.text
    for at, character in enumerate(decomposed.text):
        start, end = decomposed.raw_offset(at), decomposed.raw_offset(at + 1)
        assert unicodedata.normalize("NFC", raw[start:end]) == character


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=30))
def test_compose_is_nfc_with_monotonous_maps(text: str) -> None:
    composed, to_raw, to_text = compose(text)
    assert composed == unicodedata.normalize("NFC", text)
    assert (len(to_raw), len(to_text)) == (len(composed) + 1, len(text) + 1)
    assert list(to_raw) == sorted(to_raw)
    assert to_text == sorted(to_text)
    assert (to_raw[-1], to_text[-1]) == (len(text), len(composed))


@settings(max_examples=100, deadline=None)
@given(PIECES)
def test_offsets_find_the_text_in_the_bytes(pieces: list[tuple[str, str]]) -> None:
    body = p(*(r(text, properties) for text, properties in pieces))
    data = Package(package(body), "").part("word/document.xml")
    assert data == document_xml(body).encode()
    (paragraph,) = read(body).body.paragraphs
    for span in paragraph.spans:
        shown = paragraph.text[span.start : span.end]
        assert data[span.text_at :].startswith(f'<w:t xml:space="preserve">{shown}</w:t></w:r>'.encode())
        assert data[span.run_at : span.text_at].startswith(b"<w:r>")


@settings(max_examples=30, deadline=None)
@given(PIECES)
def test_a_document_survives_pickling(pieces: list[tuple[str, str]]) -> None:
    document = read(p(*(r(text, properties) for text, properties in pieces)))
    again = pickle.loads(pickle.dumps(document))
    assert again == document
    assert [formats(q) for q in again.body.paragraphs] == [formats(q) for q in document.body.paragraphs]


def test_equal_formats_are_one_object() -> None:
    first, second = only(r("a", "<w:b/>") + r("b", "<w:b/><w:bCs/>")).spans
    assert first.format is second.format

"""Words that recognition looks for, made once from the data tables.

Purpose: one typed view of ``rules/du-lieu`` (``nhan-dien``, ``loai``, ``chuc-vu``, ``tinh``) for the recognisers.
Limits: no judgement; a missing table gives an empty vocabulary, never an error. Keys are in capitals and in the older
tone placement.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from vanban_lint.text.letters import collapse, is_name_case, is_upper, one_slip, squash
from vanban_lint.text.tone import fold_tone

#: Codes of copies (S-CPY-02, P-NUM-11), which are no document types of their own.
COPY_CODES = frozenset({"SY", "SL", "TrS", "BS"})
#: Marks that stand on a line of their own, by the name of their block.
MARKS = ("do_mat", "do_khan", "pham_vi_luu_hanh", "hinh_thuc_sao")
#: A shorter name with a wrong letter is too often another word ("ĐỀ ÁN", "LỆNH").
_SHORTEST_SLIP, _LONGEST_TYPE = 6, 30
#: Titles one letter away from a type that are no slip: PHIẾU BẦU against PHIẾU BÁO.
_OTHER_PAPERS = frozenset({"PHIEUBAU"})


class DocumentType(NamedTuple):
    """A document type: its key in JSON ("CT"), its name ("Chỉ thị"), its codes by regime."""

    khoa: str
    ten: str
    codes: Mapping[str, tuple[str, ...]]


class Lexicon(NamedTuple):
    """Vocabulary of recognition. Text keys are compared with ``Line.key``."""

    types: Mapping[str, DocumentType]
    type_names: Mapping[str, DocumentType]
    type_squashed: Mapping[str, DocumentType]
    type_codes: frozenset[str]
    bodies: tuple[str, ...]
    unfinished: frozenset[str]
    grounds: tuple[str, ...]
    sure_grounds: tuple[str, ...]
    enacting: tuple[str, ...]
    enacting_verbs: tuple[str, ...]
    marks: Mapping[str, str]
    posts: tuple[str, ...]
    collectives: tuple[str, ...]
    surnames: frozenset[str]
    titles: tuple[str, ...]
    dangling: frozenset[str]
    broken_names: frozenset[str]
    levels: tuple[tuple[str, str], ...]
    cities: frozenset[str]

    def type_heading(self, key: str) -> tuple[DocumentType, int] | None:
        """The type whose name opens ``key`` and the length of that name; the longest name wins."""
        words = key.split(" ")
        for count in range(min(len(words), 5), 0, -1):
            name = " ".join(words[:count])
            found = self.type_names.get(name.rstrip(":."))
            if found:
                return found, len(name)
        return None

    def near_type(self, text: str) -> tuple[DocumentType, int] | None:
        """The type whose name a line in capitals misspells, and the length of what stands for it.

        Signs may be wrong anywhere ("THÔNG BAO KẾT LUẬN ..."); one letter only when the line holds nothing else, is no
        body ("HỘI ĐỒNG" is one letter from "HỢP ĐỒNG") and begins as the name does ("LỘ TRÌNH" is no "TỜ TRÌNH").
        """
        key = collapse(fold_tone(text))
        if self.is_body(key) or self.is_post(key):
            return None
        ends = [match.end() for match in re.finditer(r"\S+", text[: 2 * _LONGEST_TYPE])]
        for end in reversed(ends[1:4]):
            letters = squash(text[:end])
            if len(letters) >= _SHORTEST_SLIP and letters in self.type_squashed:
                return self.type_squashed[letters], end
        letters = squash(text) if len(text) <= _LONGEST_TYPE else ""
        if len(letters) < _SHORTEST_SLIP or letters in _OTHER_PAPERS:
            return None
        for name, found in self.type_squashed.items():
            if len(name) >= _SHORTEST_SLIP and name[0] == letters[0] and one_slip(letters, name):
                return found, len(text)
        return None

    def is_body(self, key: str) -> bool:
        """``key`` opens with a word for a body."""
        return starts_with(key, self.bodies)

    def is_post(self, key: str) -> bool:
        """``key`` opens with a post of a signer."""
        return starts_with(key.removeprefix("Q. ").removeprefix("Q."), self.posts)

    def is_name(self, text: str) -> bool:
        """``text`` has the shape of a person's name, with or without a title before it."""
        bare = self.split_title(text)[1]
        if is_upper(bare):
            words = bare.split()
            return 2 <= len(words) <= 6 and words[0] in self.surnames and not self.is_post(bare)
        return is_name_case(bare) and not self.is_post(bare.upper())

    def is_almost_name(self, text: str) -> bool:
        """A Vietnamese name written carelessly: a syllable in small letters, or a mark after it."""
        words = text.rstrip(" .,;:").split()
        if not 2 <= len(words) <= 5 or words[0].upper() not in self.surnames or not words[0][0].isupper():
            return False
        capital = sum(word[0].isupper() for word in words)
        return all(map(str.isalpha, words)) and capital * 2 >= len(words) and not self.is_post(" ".join(words).upper())

    def split_title(self, text: str) -> tuple[str | None, str]:
        """A name cut into the titles before it ("TS.", "Thượng tá") and the name proper."""
        rest, found = text.strip(), ""
        while True:
            title = next((t for t in self.titles if rest.startswith(t) and rest[len(t) :].strip()), None)
            if title is None or (title[-1] != "." and rest[len(title)] != " "):
                break
            found += rest[: len(title)] + " "
            rest = rest[len(title) :].strip()
        return (found.strip() or None), rest


def starts_with(key: str, openers: Iterable[str]) -> bool:
    """``key`` begins with one of the openers as whole words."""
    return any(key.startswith(o) and (len(key) == len(o) or not key[len(o)].isalnum()) for o in openers)


def build(tables: Mapping[str, Any]) -> Lexicon:
    """Vocabulary from the data tables, keyed by file stem with "_" for "-"."""
    words: Mapping[str, Any] = tables.get("nhan_dien") or {}
    types = {entry["khoa"]: _type(entry) for entry in tables.get("loai") or ()}
    names = dict(_type_names(tables.get("loai") or (), types))
    marks = {mark: name for name in MARKS for mark in words.get(name, ())}
    return Lexicon(
        types=types,
        type_names=names,
        type_squashed={squash(name): found for name, found in names.items()},
        type_codes=frozenset(code for t in types.values() for codes in t.codes.values() for code in codes) | COPY_CODES,
        bodies=tuple(words.get("dau_co_quan", ())),
        unfinished=frozenset(words.get("ten_chua_het", ())),
        grounds=tuple(words.get("mo_can_cu", ())),
        sure_grounds=tuple(words.get("mo_can_cu_chac", ())),
        enacting=tuple(words.get("lenh_ban_hanh", ())),
        enacting_verbs=tuple(words.get("dong_tu_ban_hanh", ())),
        marks=marks,
        posts=_posts(tables.get("chuc_vu") or {}, words),
        collectives=tuple((tables.get("chuc_vu") or {}).get("tap_the", ())),
        surnames=frozenset(words.get("ho", ())),
        titles=tuple(sorted(words.get("hoc_vi", ()), key=len, reverse=True)),
        dangling=frozenset(words.get("chua_het_cau", ())),
        broken_names=frozenset(words.get("ten_ngat", ())),
        levels=tuple((entry["cap"], entry["mau"]) for entry in words.get("cap", ())),
        cities=frozenset(e["ten"].upper() for e in tables.get("tinh") or () if e.get("cap") == "thành phố"),
    )


def _type(entry: Mapping[str, Any]) -> DocumentType:
    codes = {regime: tuple(listed or ()) for regime, listed in (entry.get("ma") or {}).items()}
    return DocumentType(entry["khoa"], entry["ten"], codes)


def _type_names(
    entries: Iterable[Mapping[str, Any]], types: Mapping[str, DocumentType]
) -> Iterable[tuple[str, DocumentType]]:
    for entry in entries:
        for name in (entry["ten"], *entry.get("khac", ())):
            yield name.upper(), types[entry["khoa"]]


def _posts(posts: Mapping[str, Any], words: Mapping[str, Any]) -> tuple[str, ...]:
    heads = [*posts.get("cap_truong", ()), *posts.get("uy_vien", ()), *(posts.get("pho_rieng") or {})]
    return tuple(dict.fromkeys([*heads, *(f"PHÓ {head}" for head in heads), *words.get("vai_tro", ())]))

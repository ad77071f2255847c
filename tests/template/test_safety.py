"""A template from a stranger: no code runs, no field is forgotten, and the line says where."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from docx import Document
from template.samples import TODAY, template

from vanban_lint.errors import ConfigError, UserError
from vanban_lint.readers import read
from vanban_lint.template.lint import problems
from vanban_lint.template.load import load
from vanban_lint.template.new import Maker
from vanban_lint.template.render import Compiled

CODE = [
    "{{ so.__class__ }}",
    "{{ so['__class__'] }}",
    "{{ lipsum() }}",
    "{{ so|attr('real') }}",
    "{{ 9999 ** 9999 }}",
    "{{ 'a' * 99999 }}",
    "{{ so ~ so }}",
    "{% set x = 1 %}",
    "{% include 'x' %}",
    "{% import 'x' as y %}",
    "{% macro f() %}{% endmacro %}",
    "{% for x in noi_nhan if x %}{% endfor %}",
    "{% if so is defined %}{% endif %}",
    "{{ noi_nhan[1:] }}",
]


def own(folder: Path, *lines: str, fields: str = "{}") -> Path:
    """A template of a user's own with ``lines`` as its paragraphs."""
    folder.mkdir(parents=True)
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(folder / "mau.docx"))
    spec = f"ten: Mẫu thử\nche_do: hanh-chinh\ndau: false\ntruong: {fields}\nvi_du: {{}}\n"
    (folder / "mau.yaml").write_text(spec, encoding="utf-8")
    return folder


@pytest.mark.parametrize("code", CODE)
def test_a_template_with_code_is_refused(code: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        Compiled(own(tmp_path / "m", code) / "mau.docx")
    assert caught.value.key == "template.code"
    assert caught.value.params["part"] == "word/document.xml"


def test_a_broken_tag_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        Compiled(own(tmp_path / "m", "{% for x in %}") / "mau.docx")
    assert caught.value.key == "template.syntax"


def test_an_undeclared_field_is_told_with_its_place(tmp_path: Path) -> None:
    folder = own(tmp_path / "m", "Chữ thường", "Tên: {{ ten_nguoi }}")
    (problem,) = [found for found in problems(load(str(folder)), TODAY) if found.key == "template.undefined"]
    assert problem.params == {"field": "ten_nguoi", "place": "word/document.xml:2"}
    with pytest.raises(UserError) as caught:
        Maker(load(str(folder)), TODAY).make({})
    assert caught.value.params == {"field": "ten_nguoi", "place": "word/document.xml:2"}


def test_a_field_that_is_never_asked_for_is_told(tmp_path: Path) -> None:
    folder = own(tmp_path / "m", "Chữ", fields="{a: {nhan: A, kieu: chu}}")
    assert ("template.unused", {"field": "a"}) in [(p.key, p.params) for p in problems(load(str(folder)), TODAY)]


def test_tags_cut_into_runs_by_word_are_read(tmp_path: Path) -> None:
    folder = own(tmp_path / "m", "x", fields="{ten: {nhan: Tên, kieu: chu}}")
    document = Document()
    paragraph = document.add_paragraph()
    for piece in ("Ông {", "{ t", "en ", "}", "} ký"):
        paragraph.add_run(piece)
    document.save(str(folder / "mau.docx"))
    made = Maker(load(str(folder)), TODAY).make({"ten": "Bình & An"})
    assert [p.text for p in read("a.docx", made).body.paragraphs] == ["Ông Bình & An ký"]


@pytest.mark.parametrize(
    ("spec", "key"),
    [
        ("ten: A\nche_do: dang\n", "template.spec_keys"),
        ("ten: A\nche_do: dang\ntruong: {}\nla: 1\n", "template.spec_unknown"),
        ("ten: A\nche_do: khac\ntruong: {}\n", "template.spec_regime"),
        ("ten: A\nche_do: dang\ntruong: {a: {kieu: la}}\n", "template.field_kind"),
        ("ten: A\nche_do: dang\ntruong: {a: {la: 1}}\n", "template.field_key"),
    ],
)
def test_a_wrong_description_is_told(spec: str, key: str, tmp_path: Path) -> None:
    (tmp_path / "mau.yaml").write_text(spec, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load(str(tmp_path))
    assert caught.value.key == key
    assert caught.value.path == str(tmp_path / "mau.yaml")


def test_an_unknown_template_is_told_with_the_nearest() -> None:
    with pytest.raises(ConfigError) as caught:
        load("dang/chi-thy")
    assert caught.value.params["near"] == "dang/chi-thi"


def test_a_folder_of_the_user_wins(tmp_path: Path) -> None:
    shutil.copytree(template("dang/chi-thi").folder, tmp_path / "dang/chi-thi")
    assert load("dang/chi-thi", [tmp_path]).folder == tmp_path / "dang/chi-thi"

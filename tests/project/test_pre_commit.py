"""The hooks under the real pre-commit: a new repository that uses this one, bad and good commits, many files.

pre-commit builds an environment for the hook with pip, so this needs the package index; it is skipped where pre-commit
is not installed (the extra ``dev`` brings it) or this is no git checkout.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from fixtures.docx import build
from fixtures.own_rule import OWN_RULE

ROOT = Path(__file__).parents[2]
DRAFT = ROOT / "examples/du-thao-chi-thi.docx"
GOOD = (ROOT / "rules/vi-du/dang-chi-thi.txt").read_text(encoding="utf-8")

pytestmark = pytest.mark.skipif(
    shutil.which("pre-commit") is None or not (ROOT / ".git").exists(), reason="needs pre-commit and a git checkout"
)


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """A command in the user's repository, with an identity and with pre-commit's environments of our own."""
    names = {f"GIT_{who}_{what}": "a@example.invalid" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "PYTHONPATH", "PRE_COMMIT"))}
    environment |= names | {"PRE_COMMIT_HOME": str(folder.parent / "pre-commit"), "VANBAN_LINT_LANG": ""}
    environment["VANBAN_LINT_CACHE"] = str(folder.parent / "cache")
    return subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8")


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the repositories: they share the environment that pre-commit builds once."""
    return tmp_path_factory.mktemp("kho")


@pytest.fixture(scope="module")
def repository(shelf: Path) -> Path:
    return begun(shelf / "hồ sơ", "{id: vanban-lint}")


@pytest.fixture(scope="module")
def mended(shelf: Path) -> Path:
    return begun(
        shelf / "hồ sơ tự sửa", "{id: vanban-lint-fix, args: [--direct]}, {id: vanban-lint, args: [--exit-zero]}"
    )


@pytest.fixture(scope="module")
def ruled(shelf: Path) -> Path:
    return begun(shelf / "quy tắc đơn vị", "{id: vanban-lint-rules}")


def begun(folder: Path, hooks: str) -> Path:
    """A repository with these hooks installed and one commit."""
    folder.mkdir()
    rev = subprocess.run(["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=True)
    config = f"repos:\n- repo: {ROOT.as_uri()}\n  rev: {rev.stdout.strip()}\n  hooks: [{hooks}]\n"
    (folder / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    assert run(folder, "git", "init", "-q").returncode == 0
    installed = run(folder, "pre-commit", "install", "--install-hooks")
    assert installed.returncode == 0, installed.stdout + installed.stderr
    run(folder, "git", "add", ".")
    assert run(folder, "git", "commit", "-qm", "một").returncode == 0
    return folder


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(GOOD, tmp_path_factory.mktemp("tốt") / "chỉ thị.docx", "dang")


def committed(repository: Path) -> str:
    return run(repository, "git", "-c", "core.quotepath=off", "ls-tree", "-r", "--name-only", "HEAD").stdout


def test_a_bad_document_is_refused_readably(repository: Path) -> None:
    shutil.copy(DRAFT, repository / "dự thảo 1.docx")
    run(repository, "git", "add", ".")
    done = run(repository, "git", "commit", "-m", "xấu")
    said = done.stdout + done.stderr
    assert done.returncode != 0
    assert "dự thảo 1.docx" in said
    assert "TT125 ky-hieu-co-dau-cach" in said
    assert "Traceback" not in said
    assert "dự thảo 1.docx" not in committed(repository)
    run(repository, "git", "rm", "-q", "--cached", "-f", "dự thảo 1.docx")
    (repository / "dự thảo 1.docx").unlink()


def test_a_good_document_is_accepted(repository: Path, good: Path) -> None:
    shutil.copy(good, repository / "chỉ thị số 1.docx")
    run(repository, "git", "add", ".")
    done = run(repository, "git", "commit", "-m", "tốt")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "chỉ thị số 1.docx" in committed(repository)


def test_owner_files_of_word_are_passed_over(repository: Path) -> None:
    (repository / "~$ỉ thị số 1.docx").write_bytes(b"\x0cnguyen van a")
    run(repository, "git", "add", ".")
    done = run(repository, "git", "commit", "-m", "tệp chủ")
    assert done.returncode == 0, done.stdout + done.stderr


def test_two_hundred_files_at_once_have_one_summary(repository: Path, good: Path) -> None:
    folder = repository / "năm 2025" / "quý một"
    folder.mkdir(parents=True)
    for number in range(200):
        shutil.copy(good, folder / f"văn bản số {number}.docx")
    shutil.copy(DRAFT, folder / "một tệp sai.docx")
    run(repository, "git", "add", ".")
    refused = run(repository, "git", "commit", "-m", "nhiều")
    said = refused.stdout + refused.stderr
    assert refused.returncode != 0
    assert said.count("201 văn bản:") == 1
    run(repository, "git", "rm", "-q", "--cached", "-f", "năm 2025/quý một/một tệp sai.docx")
    done = run(repository, "git", "commit", "-m", "nhiều")
    assert done.returncode == 0, done.stdout + done.stderr
    assert committed(repository).count("văn bản số") == 200


def test_what_is_certain_is_mended_in_place_and_looked_at_before_it_gets_in(mended: Path) -> None:
    draft = mended / "dự thảo số 2.docx"
    shutil.copy(DRAFT, draft)
    run(mended, "git", "add", ".")
    refused = run(mended, "git", "commit", "-m", "chưa sửa")
    said = refused.stdout + refused.stderr
    assert refused.returncode != 0
    assert "dự thảo số 2.docx:" in said
    assert "chỗ đã sửa" in said
    assert "files were modified by this hook" in said
    assert draft.read_bytes() != DRAFT.read_bytes()
    run(mended, "git", "add", ".")
    accepted = run(mended, "git", "commit", "-m", "đã sửa")
    assert accepted.returncode == 0, accepted.stdout + accepted.stderr
    assert "dự thảo số 2.docx" in committed(mended)


def test_rules_and_templates_of_the_unit_are_validated(ruled: Path) -> None:
    (ruled / "vanban-lint.yaml").write_text("thu_muc_quy_tac: [quy-tac]\nthu_muc_mau: [mẫu]\n", encoding="utf-8")
    (ruled / "quy-tac").mkdir()
    rule = ruled / "quy-tac/riêng.yaml"
    rule.write_text(OWN_RULE, encoding="utf-8")
    template = ruled / "mẫu/giấy mời"
    shutil.copytree(ROOT / "templates/hanh-chinh/giay-moi", template)
    run(ruled, "git", "add", ".")
    accepted = run(ruled, "git", "commit", "-m", "đúng")
    assert accepted.returncode == 0, accepted.stdout + accepted.stderr
    rule.write_text(OWN_RULE.replace("⟦gấp⟧ kết", "gấp ⟦kết⟧"), encoding="utf-8")
    run(ruled, "git", "add", ".")
    refused = run(ruled, "git", "commit", "-m", "ví dụ sai")
    assert refused.returncode != 0
    assert "TT901-khong_dat-1" in refused.stdout + refused.stderr
    rule.write_text(OWN_RULE, encoding="utf-8")
    spec = template / "mau.yaml"
    spec.write_text(spec.read_text(encoding="utf-8").replace("  chu_tri: {", "  chu_toa: {", 1), encoding="utf-8")
    run(ruled, "git", "add", ".")
    refused = run(ruled, "git", "commit", "-m", "mẫu sai")
    assert refused.returncode != 0
    assert "chu_tri" in refused.stdout + refused.stderr

"""Files as a git revision holds them, for ``--diff-only``.

Purpose: the bytes of a document at a revision. Limits: asks the ``git`` program and nothing else; a file that the
revision does not hold is new. Neighbour: ``cli.judge``.
"""

from __future__ import annotations

import os
import subprocess

from vanban_lint.errors import ConfigError


def resolve(name: str, document: str) -> str:
    """The commit that ``name`` means in the repository of ``document``; ConfigError when there is none."""
    done = _git(document, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if done.returncode:
        inside = _git(document, "rev-parse", "--is-inside-work-tree")
        raise ConfigError("git.no_revision" if inside.returncode == 0 else "git.no_repository", document, name=name)
    return done.stdout.decode().strip()


def content(commit: str, document: str) -> bytes | None:
    """The bytes of ``document`` at ``commit``, ``None`` when it was not there."""
    done = _git(document, "cat-file", "blob", f"{commit}:./{os.path.basename(document)}")
    return done.stdout if done.returncode == 0 else None


def _git(document: str, *words: str) -> subprocess.CompletedProcess[bytes]:
    """Run git in the folder of ``document``; ConfigError when there is no git."""
    folder = os.path.dirname(os.path.abspath(document))
    try:
        return subprocess.run(["git", "-C", folder, *words], capture_output=True, check=False)
    except OSError as error:
        raise ConfigError("git.missing", reason=error.strerror or str(error)) from error

"""vanban-lint: a linter for official Vietnamese documents.

The stable face for Python callers is :mod:`vanban_lint.api`; everything else may move between versions.
"""

__version__ = "0.1.0"

"""``python -m vanban_lint``: the same program as the ``vanban-lint`` script."""

from vanban_lint.cli import main

if __name__ == "__main__":
    main()

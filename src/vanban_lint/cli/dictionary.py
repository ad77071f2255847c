"""``vanban-lint dictionary add``: words that spelling must not report, kept in a file of the user's own.

Purpose: write words into the dictionary that the configuration names. Limits: adds only; the file is plain text and is
edited by hand for anything else. Neighbours: ``config`` (which reads it), ``spelling.dictionary`` (its format).
"""

from __future__ import annotations

import os
import unicodedata

import click

from vanban_lint.catalogue import say
from vanban_lint.cli.app import OK
from vanban_lint.cli.params import Command, language, language_option
from vanban_lint.config import dictionaries
from vanban_lint.errors import UserError
from vanban_lint.spelling.dictionary import read_words

DEFAULT = "tu-dien.dic"


@click.command(cls=Command, help="cli.help.dictionary")
@click.argument("action", type=click.Choice(["add"]), metavar="add")
@click.argument("words", metavar="WORD...", nargs=-1, required=True)
@language_option
@click.pass_context
def dictionary(ctx: click.Context, action: str, words: tuple[str, ...]) -> int:
    lang = language(ctx)
    for word in words:
        if not word or word.split() != [word]:
            raise UserError("dictionary.two_words", word=word)
    named = dictionaries(os.getcwd())
    path = named[0] if named else DEFAULT
    count = add_words(path, words)
    click.echo(say("dictionary.added", lang, path=path, count=count))
    if not named:
        click.echo(say("dictionary.unused", lang))
    return OK


def add_words(path: str, words: tuple[str, ...]) -> int:
    """Append the words (NFC) that the file lacks, create it if need be; how many were added."""
    try:
        known = read_words(path) if os.path.exists(path) else []
        wanted = dict.fromkeys(unicodedata.normalize("NFC", word) for word in words)
        new = [word for word in wanted if word not in known]
        if new:
            with open(path, "a+", encoding="utf-8", newline="\n") as file:
                file.seek(0)
                text = file.read()
                file.write("\n" * (text != "" and not text.endswith("\n")) + "\n".join(new) + "\n")
    except UnicodeDecodeError:
        raise UserError("dictionary.not_text", path) from None
    except OSError as error:
        raise UserError("cli.output_failed", path, reason=error.strerror or str(error)) from None
    return len(new)

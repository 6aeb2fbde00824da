"""Read the words of the command in a language, and let argparse speak it."""

from __future__ import annotations

import argparse
import functools
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.resources import files
from typing import Any, Final

from dualib.language import LANGUAGES

__all__ = ["argparse_in", "language_of", "words"]

_OPTION: Final = "--language"


def language_of(arguments: Sequence[str]) -> str:
    """Return the language asked for among arguments that are not parsed yet, Swedish otherwise.

    >>> language_of(["report", "--language", "en", "--onn"]), language_of(["list"])
    ('en', 'sv')
    >>> language_of(["--language=en"]), language_of(["--language", "fi"])
    ('en', 'sv')
    """
    asked = "sv"
    for place, argument in enumerate(arguments):
        option, equals, value = argument.partition("=")
        if option == _OPTION:
            value = value if equals else "".join(arguments[place + 1 : place + 2])
            asked = value if value in LANGUAGES else asked
    return asked


@functools.cache
def _all() -> Mapping[str, Any]:
    text = (files("dualib.cli") / "words.toml").read_text("utf-8")
    return tomllib.loads(text)


def words(language: str, *names: str) -> Mapping[str, Any]:
    """Return the words of a command or of one of its arguments.

    >>> words("sv", "report", "on")["metavar"]
    'DAG'
    """
    found = _all()
    for name in names:
        found = found[name]
    said: Mapping[str, Any] = found[language]
    return said


@contextmanager
def argparse_in(language: str) -> Iterator[None]:
    """Let argparse say its own words in a language for a while.

    Argparse looks its words up by ``gettext``, which would need compiled catalogues on disk and
    the environment's language; the names it looks them up by are replaced instead.
    """
    known: Mapping[str, str] = {} if language == "en" else _all()["argparse"]

    def one(text: str) -> str:
        return known.get(text, text)

    def several(singular: str, plural: str, count: int) -> str:
        return one(singular if count == 1 else plural)

    module: Any = argparse
    before = module._, module.ngettext
    module._, module.ngettext = one, several
    try:
        yield
    finally:
        module._, module.ngettext = before

"""The two languages: which page is which, read from the two tables of contents, which run in parallel.

The rooms of the programme reference are in English only, one page each under a pattern: their other half is its
overview.
"""

from __future__ import annotations

import functools
import posixpath
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from sphinx.application import Sphinx

BOOK = Path(__file__).parents[2]
OTHER = {"sv": ("en", "English"), "en": ("sv", "Svenska")}


def pages(contents: Path) -> list[str]:
    """Return the names of all pages in a table of contents, in order, but those that a pattern stands for."""

    def walk(entry: dict[str, Any]) -> Iterator[str]:
        if name := entry.get("root") or entry.get("file"):
            yield name
        for kind in ("parts", "chapters", "sections"):
            for below in entry.get(kind, ()):
                yield from walk(below)

    return list(walk(yaml.safe_load(contents.read_text("utf-8"))))


@functools.cache
def pairs() -> dict[str, str]:
    """Return the English page of each Swedish page; a page without its other half is an error.

    Raises
    ------
    ValueError
        If the two tables of contents differ in length.
    """
    return dict(zip(pages(BOOK / "_toc.yml"), pages(BOOK / "en" / "_toc.yml"), strict=True))


def link_to_the_other(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: object
) -> None:
    """Give the page template the address of the same page in the other language."""
    other, name = OTHER[app.config.language]
    to_root = "../" * page.count("/")
    if other == "en":
        address = f"{to_root}en/{pairs().get(page, page)}.html"
    else:
        swedish = {english: page for page, english in pairs().items()}
        address = (
            f"{to_root}../{swedish.get(page) or swedish.get(posixpath.dirname(page), page)}.html"
        )
    context.update(other_language=other, other_language_name=name, other_language_page=address)

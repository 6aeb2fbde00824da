"""Where the packaged local agreements lie: folders found, never listed, and not imported here."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

__all__ = ["HEADING", "ROOM", "headings", "packaged_folders"]

#: The package whose folders are agreements.
ROOM: Final = "local_agreements"

#: The file that makes a folder an agreement.
HEADING: Final = "agreement.csv"


@functools.cache
def packaged_folders() -> Mapping[str, Traversable]:
    """Return the folder of each packaged agreement by the agreement's id, in the order of the ids.

    An id has hyphens where the name of its folder, which is a package, has underscores.

    Examples
    --------
    >>> packaged_folders()["tjorn-orust"].name
    'tjorn_orust'
    """
    from importlib.resources import files  # slow to load, and seldom needed

    folders = (files("dualib") / ROOM).iterdir()
    found = {
        folder.name.replace("_", "-"): folder
        for folder in folders
        if folder.is_dir() and (folder / HEADING).is_file()
    }
    return MappingProxyType(dict(sorted(found.items())))


@functools.cache
def headings(agreement: str) -> Mapping[str, tuple[str, ...]]:
    """Return what ``agreement.csv`` says of a packaged agreement, by key; empty if there is none.

    Only the heading is read, so that an agreement can be named without loading its figures.

    Examples
    --------
    >>> headings("tjorn-orust")["municipality"]
    ('Tjörn', 'Orust')
    """
    import csv
    import io

    folder = packaged_folders().get(agreement)
    found: dict[str, tuple[str, ...]] = {}
    if folder is not None:
        text = (folder / HEADING).read_text("utf-8")
        for row in csv.DictReader(io.StringIO(text, newline="")):
            found[row["key"]] = (*found.get(row["key"], ()), row["value"])
    return MappingProxyType(found)

"""What local agreements say of national rules: found in their folders when it is asked for.

The folder of an agreement may hold a module ``readings``, plain Python that loads no figures, with

``READINGS``
    by the id of a national rule, its texts as the agreement puts them;
``CITATIONS``
    by the name under which a national text asks for them (``Version.supported_as``), where the
    agreement says the same.

This is the one place where a room looks into a room above it: by name, and only when asked.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import TYPE_CHECKING

from dualib.local_folders import ROOM, packaged_folders
from dualib.sources import Citation

if TYPE_CHECKING:
    from dualib.rules.versions import Version

__all__ = ["local_citations", "local_texts"]


@functools.cache
def _module(agreement: str) -> ModuleType | None:
    """Return what an agreement says of national rules; None where it says nothing."""
    folder = packaged_folders().get(agreement)
    name = None if folder is None else f"dualib.{ROOM}.{folder.name}.readings"
    return None if name is None or find_spec(name) is None else import_module(name)


@functools.cache
def local_texts(rule: str, agreement: str | None = None) -> tuple[Version, ...]:
    """Return the texts of a national rule as one local agreement puts it, or as each of them does.

    Examples
    --------
    >>> [text.reading for text in local_texts("kaa")]
    ['agreement:tyreso', 'agreement:vasteras']
    >>> local_texts("kaa", "kalmar")
    ()
    """
    texts: list[Version] = []
    for name in packaged_folders() if agreement is None else (agreement,):
        stated: Mapping[str, tuple[Version, ...]] = getattr(_module(name), "READINGS", {})
        texts += stated.get(rule, ())
    return tuple(texts)


@functools.cache
def local_citations(name: str) -> tuple[Citation, ...]:
    """Return where local agreements say the same as the national text called ``name``.

    Examples
    --------
    >>> [str(place) for place in local_citations("kaa.dua")]
    ['kalmar, bilaga 1, Ungdomar inom Kommunala aktivitetsansvaret, s. 7']
    """
    places: list[Citation] = []
    for agreement in packaged_folders():
        stated: Mapping[str, tuple[Citation, ...]] = getattr(_module(agreement), "CITATIONS", {})
        places += stated.get(name, ())
    return tuple(places)

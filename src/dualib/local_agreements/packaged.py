"""The agreements that come with the library, found by id, by municipality or by code."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from importlib.resources import files
from typing import Final

from dualib.errors import BadInput, suggestion
from dualib.local_agreements.folder.loading import load
from dualib.local_agreements.model import Agreement, Municipality, plain

__all__ = ["AGREEMENTS", "agreement", "agreements", "municipalities", "municipality"]

AGREEMENTS: Final = ("tyreso", "tjorn-orust", "kalmar", "hammaro", "vasteras")
"""The ids of the agreements, in the order of the project's documents."""


@functools.cache
def _packaged(name: str) -> Agreement:
    folder = name.replace("-", "_")
    return load(files("dualib.local_agreements") / folder, name, package=folder)


def agreement(name: str) -> Agreement:
    """Return an agreement by its id or by the municipality's name in Swedish spelling.

    Raises
    ------
    BadInput
        If there is none; the message suggests the nearest.

    Examples
    --------
    >>> agreement("Västerås").id, agreement("tjörn-orust").name
    ('vasteras', 'Tjörn och Orust')
    >>> agreement("kalmr")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    dualib.errors.BadInput: there is no agreement 'kalmr': expected one of tyreso, ... Did you mean 'kalmar'?
    """
    wanted = plain(str(name))
    if wanted in AGREEMENTS:
        return _packaged(wanted)
    raise BadInput(
        f"there is no agreement {name!r}: expected one of {', '.join(AGREEMENTS)}.{suggestion(wanted, AGREEMENTS)}"
    )


def agreements() -> tuple[Agreement, ...]:
    """Return all agreements, each loaded once.

    >>> [agreement.id for agreement in agreements()]
    ['tyreso', 'tjorn-orust', 'kalmar', 'hammaro', 'vasteras']
    """
    return tuple(_packaged(name) for name in AGREEMENTS)


def municipalities() -> tuple[Municipality, ...]:
    """Return the municipalities that have an agreement: six, of which two share one.

    >>> [municipality.name for municipality in municipalities()]
    ['Tyresö', 'Tjörn', 'Orust', 'Kalmar', 'Hammarö', 'Västerås']
    """
    return tuple(
        municipality for agreement in agreements() for municipality in agreement.municipalities
    )


def _near(wanted: str, names: Mapping[str, str]) -> str:
    """Return the suggestion of a name as it is written, found by how it is written in ids."""
    near = suggestion(wanted, names)
    for plain_name, written in names.items():
        near = near.replace(repr(plain_name), repr(written))
    return near


def municipality(name: str) -> Municipality:
    """Return a municipality by its name (Swedish spelling or id) or its code.

    Raises
    ------
    BadInput
        If it has no agreement here; the message suggests the nearest.

    Examples
    --------
    >>> municipality("Orust").agreement is municipality("tjörn").agreement, municipality("0880").name
    (True, 'Kalmar')
    """
    known = {municipality.id: municipality for municipality in municipalities()}
    wanted = plain(str(name))
    for found in known.values():
        if wanted in (found.id, found.code):
            return found
    names = {found.id: found.name for found in known.values()}
    raise BadInput(
        f"there is no municipality {name!r} with an agreement here: expected one of "
        f"{', '.join(names.values())}.{_near(wanted, names)}"
    )

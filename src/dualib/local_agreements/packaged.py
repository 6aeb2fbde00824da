"""The packaged agreements, and folders of one's own, found by name, code or path."""

from __future__ import annotations

import functools
import os
from collections.abc import Mapping
from os import PathLike
from typing import Final

from dualib.errors import BadInput, nearest
from dualib.local_agreements.folder.loading import load, load_folder
from dualib.local_agreements.model import Agreement, Municipality, plain
from dualib.local_folders import headings, packaged_folders
from dualib.messages import Near, message

__all__ = ["AGREEMENTS", "agreement", "agreements", "is_path", "municipalities", "municipality"]


def _place(name: str) -> tuple[int, str]:
    """Return where an agreement comes among the others: by ``order``, those without one last."""
    order = headings(name).get("order")
    return (int(order[0]) if order else len(packaged_folders()), name)


AGREEMENTS: Final[tuple[str, ...]] = tuple(sorted(packaged_folders(), key=_place))
"""The ids of the agreements found in the package, by ``order`` in their ``agreement.csv``."""


@functools.cache
def _packaged(name: str) -> Agreement:
    folder = packaged_folders()[name]
    return load(folder, name, package=folder.name)


def _towns() -> dict[str, str]:
    """Return the agreement of each municipality, by the municipality's name."""
    return {town: name for name in AGREEMENTS for town in headings(name)["municipality"]}


def _codes() -> dict[str, str]:
    """Return the name of each municipality by its code."""
    pairs = (
        zip(headings(name)["municipality"], headings(name)["municipality_code"], strict=True)
        for name in AGREEMENTS
        if "municipality_code" in headings(name)
    )
    return {code: town for each in pairs for town, code in each}


def _town(name: str) -> str | None:
    """Return a municipality as Swedish writes it, from its name, id or code."""
    wanted = plain(name)
    by_id = {plain(town): town for town in _towns()}
    return by_id.get(wanted) or _codes().get(wanted)


def is_path(name: object) -> bool:
    """Return whether a name is a path: ``Path("sunne")``, ``"./sunne"``, ``"sunne/"``.

    Examples
    --------
    >>> is_path("./sunne"), is_path("sunne")
    (True, False)
    """
    if isinstance(name, PathLike):
        return True
    separators = [sign for sign in (os.sep, os.altsep) if sign]
    return isinstance(name, str) and (
        name in (".", "..") or any(sign in name for sign in separators)
    )


def _near(wanted: str, names: Mapping[str, str]) -> Near:
    """Return the nearest name as it is written, found by how it is written in ids."""
    near = nearest(wanted, names)
    return Near(None if near.name is None else names[str(near.name)])


def agreement(name: str | PathLike[str]) -> Agreement:
    """Return an agreement by its id, a municipality's name or code, or the path of a folder.

    Parameters
    ----------
    name
        Such as ``"tjorn-orust"``, ``"Orust"``, ``"tjörn"`` or ``"0880"``; a path is a
        :class:`~pathlib.Path` or has a separator in it: ``"./sunne"``. A folder of one's own is
        read anew each time.

    Raises
    ------
    BadInput
        If there is none; the message suggests the nearest.
    BadData
        If anything in the files of one's own folder is wrong: all faults together, with file, row
        and column.

    Examples
    --------
    >>> agreement("Västerås").id, agreement("tjörn").name, agreement("0880").id
    ('vasteras', 'Tjörn och Orust', 'kalmar')
    >>> agreement("kalmr")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    dualib.errors.BadInput: there is no agreement 'kalmr': ... Did you mean 'kalmar'?
    """
    if is_path(name):
        return load_folder(name)
    wanted = plain(str(name))
    if wanted in AGREEMENTS:
        return _packaged(wanted)
    town = _town(str(name))
    if town is not None:
        return _packaged(_towns()[town])
    names = {plain(town): town for town in _towns()} | {known: known for known in AGREEMENTS}
    raise BadInput(
        message(
            "agreements/no-agreement", name=name, known=tuple(AGREEMENTS), near=_near(wanted, names)
        )
    )


def agreements() -> tuple[Agreement, ...]:
    """Return all packaged agreements, each loaded once.

    >>> [agreement.id for agreement in agreements()] == [*AGREEMENTS]
    True
    """
    return tuple(_packaged(name) for name in AGREEMENTS)


def municipalities() -> tuple[Municipality, ...]:
    """Return the municipalities that have a packaged agreement; two of them may share one.

    >>> shared = [town.name for town in municipalities() if town.agreement.id == "tjorn-orust"]
    >>> shared
    ['Tjörn', 'Orust']
    """
    return tuple(
        municipality for agreement in agreements() for municipality in agreement.municipalities
    )


def municipality(name: str) -> Municipality:
    """Return a municipality by its name (Swedish spelling or id) or its code.

    Raises
    ------
    BadInput
        If it has no agreement here; the message suggests the nearest.

    Examples
    --------
    >>> municipality("Orust").agreement is municipality("tjörn").agreement
    True
    >>> municipality("0880").name
    'Kalmar'
    """
    town = _town(str(name))
    if town is None:
        names = {plain(known): known for known in _towns()}
        raise BadInput(
            message(
                "agreements/no-municipality",
                name=name,
                known=tuple(names.values()),
                near=_near(plain(str(name)), names),
            )
        )
    home = _packaged(_towns()[town])
    return next(place for place in home.municipalities if place.name == town)

"""The agreements: five of six municipalities, every published figure with its place, goals, posts and rules."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from importlib.resources import files
from typing import Final

from dualib.agreements.agreement import Agreement, Entry, Money, Municipality, Party, Source, plain
from dualib.agreements.figures import Figure, Figures
from dualib.agreements.formats import FORMATS, export, figures_from_jsonstat, to_jsonstat, to_table
from dualib.agreements.goals import Bound, Goal, GoalCheck, Target
from dualib.agreements.jsonschema import json_schema
from dualib.agreements.loading import load, load_figures, load_folder, load_own
from dualib.agreements.new import Check, check, new, template
from dualib.agreements.period import UNTIL_FURTHER_NOTICE, AgreementPeriod
from dualib.callables import make_callable
from dualib.errors import BadInput, suggestion

__all__ = [
    "AGREEMENTS",
    "FORMATS",
    "UNTIL_FURTHER_NOTICE",
    "Agreement",
    "AgreementPeriod",
    "Check",
    "Entry",
    "Figure",
    "Figures",
    "Goal",
    "GoalCheck",
    "Bound",
    "Money",
    "Municipality",
    "Party",
    "Source",
    "Target",
    "agreement",
    "agreements",
    "check",
    "export",
    "figures_from_jsonstat",
    "json_schema",
    "load_figures",
    "load_folder",
    "load_own",
    "municipalities",
    "municipality",
    "new",
    "template",
    "to_jsonstat",
    "to_table",
]

AGREEMENTS: Final = ("tyreso", "tjorn-orust", "kalmar", "hammaro", "vasteras")
"""The ids of the agreements, in the order of the project's documents."""


@functools.cache
def _packaged(name: str) -> Agreement:
    folder = name.replace("-", "_")
    return load(files("dualib.agreements") / folder, name, package=folder)


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
    return tuple(municipality for agreement in agreements() for municipality in agreement.municipalities)


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


make_callable(__name__)

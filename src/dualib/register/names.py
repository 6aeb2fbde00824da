"""What columns may be called: the names of the facts, their words in both languages, and usual Swedish names."""

from __future__ import annotations

import re
import shlex
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final

from dualib.errors import BadInput, Problem, nearest
from dualib.language import Text, check_language
from dualib.messages import message, quoted
from dualib.vocabulary.facts import FACTS

__all__ = [
    "OBSERVED_COLUMNS",
    "PERSON_COLUMNS",
    "SPELL_COLUMNS",
    "check_columns",
    "heading",
    "headings",
    "matched",
]

_ALSO: Final[dict[str, tuple[str, ...]]] = {
    "key": ("person", "personid", "person_id", "nyckel", "id", "löpnr", "löpnummer"),
    "as_of": ("per", "uttagsdatum", "avser_datum"),
    "born": ("född", "date_of_birth"),
    "sex": ("gender",),
    "municipality": ("kommun", "kommunkod", "hemkommun", "municipality_code"),
    "disability_code": ("funktionshinderkod", "funktionsnedsättningskod"),
    "unemployment_benefit_right": ("a_kassa", "akassa"),
    "school_duty_done": ("skolplikt_fullgjord",),
    "in_upper_secondary": ("går_i_gymnasiet",),
    "residence_permit": ("uppehållstillstånd",),
    "first_registered": ("folkbokförd",),
    "education": ("utbildning",),
    "start": ("startdatum", "från", "from"),
    "end": ("slut", "slutdatum", "till", "to"),
    "status": (),
    "skat": ("sökandekategori", "skat_kod"),
    "track": ("spår",),
    "first": ("första_dag", "från", "first_day", "from"),
    "last": ("sista_dag", "till", "last_day", "to"),
}


def _plain(name: object) -> str:
    """Return a name as a column is called: small letters, one underscore for anything between words."""
    return re.sub(r"[\W_]+", "_", str(name).strip().lower()).strip("_")


def _compared(name: object) -> str:
    """Return a column name as it is compared: without dots and rings, which many systems lose (fodd for född)."""
    split = unicodedata.normalize("NFKD", str(name))
    return _plain("".join(sign for sign in split if not unicodedata.combining(sign)))


def _known(names: Iterable[str]) -> dict[str, str]:
    listed = list(names)
    found = {name: name for name in listed}
    for name in listed:  # the vocabulary's own words come before usual names
        if name in FACTS:
            found.setdefault(_compared(FACTS[name].words.sv), name)
            found.setdefault(_compared(FACTS[name].words.en), name)
    for name in listed:
        for other in _ALSO.get(name, ()):
            found.setdefault(_compared(other), name)
    return found


PERSON_COLUMNS: Final[Mapping[str, str]] = _known(["key", "as_of", *FACTS])
SPELL_COLUMNS: Final[Mapping[str, str]] = _known(["key", "start", "end", "status", "skat"])
OBSERVED_COLUMNS: Final[Mapping[str, str]] = _known(["track", "first", "last"])

_SWEDISH: Final[dict[str, str]] = {
    "key": "nyckel",
    "as_of": "uttagsdatum",
    "born": "född",
    "municipality": "kommunkod",
    "disability_code": "funktionshinderkod",
    "end": "slut",
    "track": "spår",
    "first": "första_dag",
    "last": "sista_dag",
}


def heading(name: str, language: str) -> str:
    """Return what a column is called in a file in ``language``; all of them are read back whatever the language.

    >>> heading("born", "sv"), heading("school_duty_done", "sv"), heading("born", "en")
    ('född', 'fullgjord_skolplikt', 'born')
    """
    if check_language(language) == "en":
        return name
    if name in _SWEDISH or name not in FACTS:
        return _SWEDISH.get(name, name)
    return _plain(FACTS[name].words.sv)


def headings(names: Iterable[str]) -> tuple[Text, ...]:
    """Return what columns are called in files, in both languages."""
    return tuple(Text(heading(name, "sv"), heading(name, "en")) for name in names)


def matched(
    given: Collection[str],
    known: Mapping[str, str],
    where: str,
    columns: Mapping[str, str],
    ignore: Collection[str],
) -> tuple[dict[str, str], list[Problem]]:
    """Return for each of our column names the caller's name of it, and what is not known."""
    ours = dict.fromkeys(known.values())
    found: dict[str, str] = {}
    problems = []
    for name in given:
        if name in ignore:
            continue
        mine = columns.get(name) or known.get(_compared(name))
        # A file that begins with a person instead of a header has values for names.
        if mine is None and quoted(name) != repr(name):
            what = message("register/header-missing", name=name)
        elif mine is None:
            near = nearest(_compared(name), known)
            what = message(
                "register/column-not-known",
                name=name,
                codes=tuple(ours),
                words=headings(ours),
                near=near,
                option=shlex.quote(f"{name}={near.name or '...'}"),
            )
        elif mine not in ours:
            what = message("register/column-out-of-place", name=name, ours=mine)
        elif mine in found:
            what = message("register/columns-alike", first=found[mine], second=name, ours=mine)
        else:
            found[mine] = name
            continue
        problems.append(Problem(where, what, column=name))
    return found, problems


def check_columns(
    columns: Mapping[str, str] | None, ignore: Any, given: Collection[str]
) -> dict[str, str]:
    """Return ``columns`` if it maps columns that are there to names that are known.

    Raises
    ------
    BadInput
        If a name is not known, or no table has it.
    """
    known = dict.fromkeys([*PERSON_COLUMNS.values(), *SPELL_COLUMNS.values()])
    if columns is not None and not isinstance(columns, Mapping):
        raise BadInput(message("register/columns-not-a-mapping", value=columns))
    if isinstance(ignore, str) or not isinstance(ignore, Iterable):
        raise BadInput(message("register/ignore-not-a-list", value=ignore))
    for theirs, ours in (columns or {}).items():
        if ours not in known:
            raise BadInput(
                message(
                    "register/columns-to-unknown",
                    theirs=theirs,
                    ours=ours,
                    codes=tuple(known),
                    words=headings(known),
                    near=nearest(ours, known),
                )
            )
        if theirs not in given:
            raise BadInput(
                message("register/columns-of-none", name=theirs, near=nearest(theirs, given))
            )
    for name in ignore:
        if name not in given:
            raise BadInput(
                message("register/ignored-of-none", name=name, near=nearest(name, given))
            )
    return dict(columns or {})

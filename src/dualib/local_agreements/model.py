"""An agreement: its municipalities, parties, period and goals, and every figure it prints."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from hashlib import sha256
from types import ModuleType
from typing import Any, Final

import attrs

from dualib.copying import from_fields, read_only_mapping
from dualib.counting import Interval, Ledger
from dualib.counting.reconciliation import relations
from dualib.counting.reconciliation.relations import Cell, Discrepancy, Exposure, Relation
from dualib.errors import BadInput, how_many, nearest
from dualib.language import Text, listing
from dualib.local_agreements.figures import Figures
from dualib.local_agreements.goals import Goal
from dualib.local_agreements.offers import Offers, Stance
from dualib.local_agreements.period import AgreementPeriod
from dualib.local_agreements.printed import printed_number
from dualib.local_agreements.units import UNITS
from dualib.local_folders import ROOM
from dualib.messages import message
from dualib.programmes import programme as find_programme
from dualib.rules.rule import Rule
from dualib.sources import NotInSource
from dualib.staffing import Comparison, Staffing, Stated
from dualib.staffing.costs import ORE
from dualib.staffing.posts import FINEST

__all__ = ["Agreement", "Entry", "Money", "Municipality", "Party", "Source", "plain"]

#: Where packaged agreements are found; it imports this module, so it is only named here.
_PACKAGED: Final = "dualib.local_agreements.packaged"

_LETTERS = str.maketrans("åäöéü_ ", "aaoeu--")


def plain(name: str) -> str:
    """Return a name as ids are written: small letters, no dots and rings, hyphens.

    >>> plain("Västerås"), plain("Tjörn_Orust")
    ('vasteras', 'tjorn-orust')
    """
    return name.strip().lower().translate(_LETTERS)


@attrs.frozen
class Municipality:
    """A municipality that is party to an agreement.

    Attributes
    ----------
    name : str
        Its name as Swedish writes it.
    code : str
        The four digits of Statistics Sweden, as text since some begin with 0; empty where the source lacks it.
    agreement_id : str
        The id of its agreement, which two municipalities may share.

    Examples
    --------
    >>> import dualib.local_agreements
    >>> orust = dualib.local_agreements.municipality("orust")
    >>> orust.name, orust.code, orust.agreement.id
    ('Orust', '1421', 'tjorn-orust')
    """

    name: str
    code: str
    agreement_id: str
    _agreement: Agreement | None = attrs.field(
        default=None, eq=False, repr=False, kw_only=True, alias="agreement"
    )

    @property
    def id(self) -> str:
        """The name in small letters without rings and dots, as ``municipality()`` takes it."""
        return plain(self.name)

    @property
    def agreement(self) -> Agreement:
        """The agreement it was taken from, packaged or of a folder of one's own.

        Raises
        ------
        BadInput
            If it was taken from none.
        """
        if self._agreement is None:
            raise BadInput(
                message("agreements/without-agreement", name=self.name, agreement=self.agreement_id)
            )
        return self._agreement


@attrs.frozen
class Party:
    """A party to an agreement; ``number`` is its organisation number, None where the source lacks it.

    >>> Party("Kalmar kommun", "212000-0746").number
    '212000-0746'
    """

    name: str
    number: str | None = None


@attrs.frozen
class Source:
    """A document that an agreement was read from, and the SHA-256 of its text.

    >>> Source("Lokal överenskommelse").sha256 is None
    True
    """

    title: str
    sha256: str | None = None


@attrs.frozen
class Entry:
    """One row of ``agreement.csv``: what is stated, where, and a note.

    >>> Entry("state", "draft", "s. 1").place
    's. 1'
    """

    key: str
    value: str
    place: str = ""
    note: str = ""


@attrs.frozen
class Money:
    """An amount of money as printed: in ``sek``, ``tkr`` or ``msek``, per what, paid by whom.

    >>> money = Money("ppp", Text("ersättning", "allowance"), "1050", "sek", "s. 19", per="week")
    >>> money.value, money.ore
    (Fraction(1050, 1), Fraction(105000, 1))
    """

    id: str
    item: Text
    printed: str
    unit: str
    place: str
    per: str = attrs.field(default="", kw_only=True)
    payer: str = attrs.field(default="", kw_only=True)
    footnote: Text | None = attrs.field(default=None, kw_only=True)
    line: int | None = attrs.field(default=None, kw_only=True)

    @property
    def value(self) -> Fraction:
        """The exact amount in its unit."""
        return printed_number(self.printed)

    @property
    def ore(self) -> Fraction:
        """The exact amount in öre."""
        return self.value * ORE[self.unit]


def _implied(figures: Figures) -> tuple[Relation, ...]:
    """Return what ``total`` says by itself: a part is at most its total, where parts of the unit can be added."""
    parts: dict[str, list[str]] = {}
    for figure in figures.values():
        if figure.total is not None and UNITS[figure.unit].additive:
            parts.setdefault(figure.total, []).append(figure.id)
    note = Text("en del är högst sin total", "a part is at most its total")
    return tuple(
        Relation(f"part-of:{total}", "at_most", total, tuple(ids), None, Fraction(0), note)
        for total, ids in parts.items()
    )


@attrs.frozen(eq=False, repr=False)
class Agreement:
    """A local agreement on young people, as its published document states it.

    Made by :func:`dualib.agreement` or, for a folder of your own, :func:`load_folder`.

    Attributes
    ----------
    id, title : str
        The name in code, and the document's own heading.
    parties : tuple of Party
        Who made it, with organisation numbers where the source prints them.
    period : AgreementPeriod
        The first and the last day it holds; not the days of its offers, nor the day it was written.
    documented_on : date or NOT_IN_SOURCE
        The day the document carries.
    state : str
        Such as ``draft`` or ``revised``.
    purpose, target_group_words : Text or None
        In our words; None where the source is silent. The rule itself is :attr:`target_group`.
    goals : tuple of Goal
    sources : tuple of Source
    figures : Figures
        Every published figure, as printed.
    relations : tuple of Relation
        What should hold among them.
    staffing : Staffing
    money : tuple of Money
    entries : tuple of Entry
        The rows of ``agreement.csv``, each with its place.
    registers : Ledger or None
        What :meth:`ledger` returns.
    sheets : mapping of str to tuple of rows
        The files as read, every cell a text.

    Examples
    --------
    >>> import dualib.local_agreements
    >>> kalmar = dualib.local_agreements.agreement("kalmar")
    >>> kalmar.name, kalmar.period.text("sv"), kalmar.figures["af.all"].value
    ('Kalmar', '1 november 2015 – 31 december 2018', Fraction(787, 1))
    >>> str(kalmar.ledger().union())
    '807–902'
    """

    id: str
    title: str
    _municipalities: tuple[Municipality, ...] = attrs.field(alias="municipalities")
    parties: tuple[Party, ...]
    period: AgreementPeriod
    documented_on: date | NotInSource
    state: str
    purpose: Text | None
    target_group_words: Text | None
    sources: tuple[Source, ...]
    entries: tuple[Entry, ...]
    figures: Figures
    relations: tuple[Relation, ...]
    goals: tuple[Goal, ...]
    staffing: Staffing
    money: tuple[Money, ...]
    registers: Ledger | None
    sheets: Mapping[str, tuple[Mapping[str, str], ...]] = attrs.field(converter=read_only_mapping)
    folder: str | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        """Return how a copy is made: a packaged agreement is found again, others are rebuilt.

        The rules of a packaged one are those of the dualib that finds it, so a digest goes along.
        """
        if self.folder is None:
            return from_fields(self)
        home = importlib.import_module(_PACKAGED)
        packaged = self.id in home.AGREEMENTS and home.agreement(self.id) is self
        values = None if packaged else from_fields(self)[1][1]
        return _agreement_again, (self.id, values, self._digest())

    def _digest(self) -> str:
        """Return a digest of its files and rules, which changes with anything that they say."""
        rows = {name: [dict(row) for row in rows] for name, rows in self.sheets.items()}
        offers = [(offer, offer.rule.fingerprint) for offer in self.offers.values()]
        group = self.target_group
        said = (rows, offers, getattr(self.rules, "STANCES", {}), group and group.fingerprint)
        return sha256(repr(said).encode()).hexdigest()[:16]

    def __repr__(self) -> str:
        figures, relations = (
            how_many(len(self.figures), "figure"),
            how_many(len(self.relations), "relation"),
        )
        return f"<agreement {self.id}: {figures}, {relations}>"

    @property
    def municipalities(self) -> tuple[Municipality, ...]:
        """The municipalities that are party to it, one or several, each of which knows its agreement."""
        return tuple(attrs.evolve(town, agreement=self) for town in self._municipalities)

    @property
    def name(self) -> str:
        """The municipalities, as Swedish writes them: ``Tjörn och Orust``."""
        return listing([town.name for town in self._municipalities], "sv")

    def place(self, name: str) -> str:
        """Return where something is printed: a figure, relation, goal, post or amount by id, or a key of ``entries``.

        Raises
        ------
        BadInput
            If nothing is called so.

        Examples
        --------
        >>> import dualib.local_agreements
        >>> dualib.local_agreements.agreement("kalmar").place("period_from")
        'Överenskommelsen gäller perioden, s. 5'
        """
        places: dict[str, str] = {}
        for sheet, rows in self.sheets.items():
            for row in rows if sheet != "report" else ():
                places.setdefault(row.get("id") or row["key"], row["place"])
        if name not in places:
            raise BadInput(
                message(
                    "agreements/nothing-called",
                    agreement=self.id,
                    name=name,
                    near=nearest(name, places),
                )
            )
        return places[name]

    def _cells(self) -> tuple[Cell, ...]:
        """Return all figures, and the posts that a sum of full-time equivalents names."""
        named = {
            name
            for relation in self.relations
            if relation.kind == "fte_sum"
            for name in relation.right
        }
        posts = (
            Cell(
                post.id,
                post.extent.low if post.extent.known else None,
                FINEST,
                low=post.extent.low,
                high=post.extent.high,
            )
            for post in self.staffing.posts
            if post.id in named
        )
        return (*self.figures.cells(), *posts)

    def stated_staffing(self) -> tuple[Comparison, ...]:
        """Return the sums of full-time posts that the source prints, each beside the sum of its posts; none is mended.

        A sum that is missing or suppressed in the source is left out.

        Examples
        --------
        >>> import dualib.local_agreements
        >>> for found in dualib.local_agreements.agreement("hammaro").stated_staffing():
        ...     print(found.text("en"))
        posts tied to the agreement, at first: stated 1, recomputed 1: agrees
        posts tied to the agreement, later: stated 1.6, recomputed 1.6: agrees
        """
        stated = []
        for relation in self.relations:
            figure = self.figures.get(relation.left)
            if relation.kind == "fte_sum" and figure is not None and figure.value is not None:
                name = figure.measure or Text(figure.id, figure.id)
                stated.append(
                    Stated(name=name, fte=figure.value, posts=relation.right, place=figure.place)
                )
        return self.staffing.compare(stated)

    def _all_relations(self) -> tuple[Relation, ...]:
        return (*self.relations, *_implied(self.figures))

    def discrepancies(self) -> tuple[Discrepancy, ...]:
        """Return the relations among the published figures that do not hold, each explained; nothing is changed."""
        return relations.discrepancies(self._cells(), self._all_relations())

    def bounds(self) -> Mapping[str, Interval]:
        """Return what each suppressed or missing figure can be, given everything printed.

        Raises
        ------
        ContradictionError
            If what is printed leaves nothing that it can be.
        """
        return relations.bounds(self._cells(), self._all_relations())

    def exposed(self) -> tuple[Exposure, ...]:
        """Return the suppressed figures that can be computed from what is printed."""
        return relations.exposed(self._cells(), self._all_relations())

    def ledger(self) -> Ledger | None:
        """Return its registers and what is known of their overlap; None where it prints no registers."""
        return self.registers

    def module(self, name: str) -> ModuleType | None:
        """Return a module of the agreement's folder, such as ``offers``, imported when asked for.

        None where there is none, as in a folder of one's own.
        """
        path = f"dualib.{ROOM}.{self.folder}.{name}"
        if self.folder is None or importlib.util.find_spec(path) is None:
            return None
        return importlib.import_module(path)

    @property
    def rules(self) -> ModuleType | None:
        """Its rules in Python, imported when first asked for; None where none are written."""
        return self.module("offers")

    @property
    def offers(self) -> Offers:
        """Its offers by id (``OFFERS`` of its rules); empty where none are written as rules."""
        return Offers(getattr(self.rules, "OFFERS", ()))

    @property
    def target_group(self) -> Rule | None:
        """Who the agreement is for, as a rule (``TARGET_GROUP`` of its rules); None where it is not written as one."""
        group: Rule | None = getattr(self.rules, "TARGET_GROUP", None)
        return group

    def stance(self, programme: str | Rule) -> Stance:
        """Return what the agreement says of a national programme (``STANCES`` of its rules, by its id).

        Where it is silent the national rule applies.

        Raises
        ------
        BadInput
            If there is no such programme; the message suggests the nearest.
        """
        return self._stance(programme)[0]

    def stance_place(self, programme: str | Rule) -> str | None:
        """Return where the agreement says it (annex, heading and page as printed); None where it is silent.

        Raises
        ------
        BadInput
            If there is no such programme; the message suggests the nearest.

        Examples
        --------
        >>> import dualib.local_agreements
        >>> kalmar = dualib.local_agreements.agreement("kalmar")
        >>> kalmar.stance("etablering").value, kalmar.stance_place("etablering")
        ('states', 'bilaga 2, Etableringsuppdraget - målgrupp och uppdrag, s. 26')
        >>> kalmar.stance("extratjanst").value, kalmar.stance_place("extratjanst")
        ('silent', None)
        """
        return self._stance(programme)[1]

    def _stance(self, programme: str | Rule) -> tuple[Stance, str | None]:
        name = find_programme(programme).id if isinstance(programme, str) else programme.id
        stances: Mapping[str, tuple[Stance, str]] = getattr(self.rules, "STANCES", {})
        return stances.get(name, (Stance.SILENT, None))


def _agreement_again(name: str, values: dict[str, Any] | None, digest: str) -> Agreement:
    """Return a pickled agreement: of the values given, or else the packaged one.

    Raises
    ------
    BadInput
        If the agreement is not here, or says something else than it did.
    """
    found: Agreement
    if values is None:
        found = importlib.import_module(_PACKAGED).agreement(name)
    else:
        found = Agreement(**values)
    if found._digest() != digest:
        raise BadInput(message("agreements/changed-since-pickled", name=name))
    return found

"""The texts of a rule: each in one reading between two dates, and which of them is in force on a day."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

import attrs

from dualib.conditions import Condition
from dualib.conditions.markers import Judgement
from dualib.dates import check_date
from dualib.errors import BadInput, NotInForceError, nearest
from dualib.language import Text
from dualib.messages import message
from dualib.rules.local_readings import local_citations, local_texts
from dualib.sources import Citation

if TYPE_CHECKING:
    from dualib.decisions.allowances import BenefitDayLimit, Limit

__all__ = ["DUA", "Ambiguity", "DatedTexts", "Version"]

#: The reading of the shared model.
DUA: Final = "dua"

#: How messages name the ends of a text that has no first or last day.
_BEGINNING, _NOW = Text("början", "the beginning"), Text("nu", "now")
_FAR_PAST, _FAR_FUTURE = date(1850, 1, 1), date(2200, 12, 31)


def _hashed(text: str) -> str:
    import hashlib  # only receipts and pickles ask for it

    return hashlib.sha256(text.encode()).hexdigest()[:16]


@attrs.frozen
class Ambiguity:
    """A wording that can be read in another way than the rule takes it.

    ``text`` says what is unclear and which side is taken, ``otherwise`` is the whole condition read the other way: a
    person for whom the two differ stands on the ambiguity, and the decision says so.

    >>> from dualib.conditions import age
    >>> words = Text("20 år räknas inte", "20 is not included")
    >>> Ambiguity(words, otherwise=age(16, below=21)).text.en
    '20 is not included'
    """

    text: Text
    otherwise: Condition = attrs.field(repr=False)


@attrs.frozen(kw_only=True, slots=False)
class Version:
    """The text of a rule in one reading between two dates.

    Attributes
    ----------
    reading
        ``"dua"``, ``"sfs"`` or ``"agreement:<name>"``.
    valid_from, valid_to
        First and last day in force, both inclusive; None leaves that side open.
    condition
        The expression.
    note
        What a reader must know about this text, such as that it was not seen.
    ambiguities
        Wordings that can be read in another way.
    limits
        How long the measure may last.
    supported_as
        The name under which local agreements may say in their folders where they put it in the same
        way.

    Examples
    --------
    >>> from dualib.conditions import age
    >>> from dualib.sources import Confidence
    >>> place = Citation("SFS 2007:813", "5 §", Confidence.VERIFIED, date(2026, 11, 22))
    >>> text = Version(reading="sfs", condition=age(16, below=25), citations=(place,), valid_from=date(2011, 1, 1))
    >>> text.in_force(date(2010, 12, 31)), text.in_force(date(2011, 1, 1))
    (False, True)
    """

    reading: str
    condition: Condition = attrs.field(repr=False)
    _citations: tuple[Citation, ...] = attrs.field(alias="citations")
    valid_from: date | None = None
    valid_to: date | None = None
    note: Text | None = None
    ambiguities: tuple[Ambiguity, ...] = ()
    limits: tuple[Limit | BenefitDayLimit, ...] = ()
    supported_as: str | None = None

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.condition, Condition):
            raise BadInput(message("rules/not-a-condition", value=self.condition))
        if not self._citations:
            raise BadInput(message("rules/no-citations", reading=self.reading))
        for name in ("valid_from", "valid_to"):
            if getattr(self, name) is not None:
                check_date(getattr(self, name), name)
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise BadInput(
                message("rules/valid-backwards", first=self.valid_from, last=self.valid_to)
            )
        if any(
            isinstance(lit.atom, Judgement) and not lit.positive
            for lit in self.condition.literals()
        ):
            raise BadInput(message("rules/negated-judgement"))

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Where the text is found, at least one place: its own places first.

        Those of local agreements that say the same follow, if ``supported_as`` is given.
        """
        if self.supported_as is None:
            return self._citations
        return (*self._citations, *local_citations(self.supported_as))

    def in_force(self, on: date) -> bool:
        """Whether this text is in force on a day."""
        return self.first_day <= on <= self.last_day

    @property
    def fingerprint(self) -> str:
        """A digest of the expression, its dates and where it is: it changes when what a receipt says of it does."""
        return self._digest

    @cached_property
    def _digest(self) -> str:
        places = "; ".join(map(str, self.citations))
        text = f"{self.reading} {self.valid_from} {self.valid_to} {self.condition!r} {places}"
        return _hashed(text)

    @cached_property
    def _whole_digest(self) -> str:
        """A digest of all that answers rest on, of which the fingerprint is a part."""
        unclear = [ambiguity.otherwise for ambiguity in self.ambiguities]
        text = f"{self.fingerprint} {unclear!r} {self.limits!r}"
        return _hashed(text)

    def __getstate__(self) -> dict[str, Any]:
        """Return the fields alone: digests are made anew by the dualib that unpickles them."""
        return {field.name: getattr(self, field.name) for field in attrs.fields(Version)}

    @property
    def first_day(self) -> date:
        """The first day in force, the beginning of the calendar where that side is open."""
        return self.valid_from or _FAR_PAST

    @property
    def last_day(self) -> date:
        """The last day in force, the end of the calendar where that side is open."""
        return self.valid_to or _FAR_FUTURE


@attrs.frozen(kw_only=True)
class DatedTexts:
    """The texts of something by reading and date: which of them is in force on a day.

    Attributes
    ----------
    id
        Its name in code.
    national
        Whether the rule is one that local agreements may put in their own way: their readings of it
        are looked for in their folders when one of them, or all readings, are asked for.

    Examples
    --------
    >>> from datetime import date
    >>> from dualib import programmes
    >>> isinstance(programmes.kaa, DatedTexts), programmes.kaa.version(date(2015, 5, 31)).reading
    (True, 'dua')
    """

    id: str
    _written: tuple[Version, ...] = attrs.field(repr=False, alias="versions")
    national: bool = attrs.field(default=False, repr=False)

    def __attrs_post_init__(self) -> None:
        if not self._written:
            raise BadInput(message("rules/no-versions", rule=self.id))
        for index, one in enumerate(self._written):
            for other in self._written[index + 1 :]:
                first = max(one.first_day, other.first_day)
                if one.reading == other.reading and first <= min(one.last_day, other.last_day):
                    raise BadInput(
                        message("rules/two-texts", rule=self.id, reading=one.reading, on=first)
                    )

    @property
    def versions(self) -> tuple[Version, ...]:
        """All texts: of the default reading, then of local agreements, then the others.

        Two texts of one reading never overlap in time.
        """
        if not self.national:
            return self._written
        default = self.default_reading
        first = [text for text in self._written if text.reading == default]
        others = [text for text in self._written if text.reading != default]
        return (*first, *local_texts(self.id), *others)

    @property
    def readings(self) -> tuple[str, ...]:
        """The readings there are, in the order of :attr:`versions`."""
        return tuple(dict.fromkeys(version.reading for version in self.versions))

    @property
    def default_reading(self) -> str:
        """``"dua"`` if the shared model states the rule, else the first reading there is."""
        written = [text.reading for text in self._written]
        return DUA if DUA in written else written[0]

    @property
    def fingerprint(self) -> str:
        """A digest of all the texts: it changes when an answer of the rule may change."""
        digests = " ".join(text._whole_digest for text in self.versions)
        return _hashed(f"{self.id} {digests}")

    def _texts_in(self, reading: object) -> tuple[Version, ...]:
        """Return the texts of a reading, if any; only an agreement's opens folders."""
        written = tuple(text for text in self._written if text.reading == reading)
        if written or not self.national or not isinstance(reading, str):
            return written
        kind, _, agreement = reading.partition(":")
        return local_texts(self.id, agreement) if kind == "agreement" else ()

    def has_reading(self, reading: object) -> bool:
        """Return whether the rule has a reading, without looking for all of them.

        Examples
        --------
        >>> from dualib import programmes
        >>> programmes.kaa.has_reading("sfs"), programmes.kaa.has_reading("agreement:kalmar")
        (True, False)
        """
        return bool(self._texts_in(reading))

    def texts(self, reading: str | None = None) -> tuple[Version, ...]:
        """Return the dated texts of a reading, earliest first.

        Raises
        ------
        BadInput
            If the rule has no such reading; the message suggests the nearest.

        Examples
        --------
        >>> from dualib import programmes
        >>> [text.valid_from.isoformat() for text in programmes.kaa.texts("sfs")][-3:]
        ['2015-01-01', '2018-07-01', '2023-07-02']
        """
        chosen = self.default_reading if reading is None else reading
        texts = self._texts_in(chosen)
        if not texts:
            raise BadInput(
                message(
                    "rules/no-reading",
                    rule=self.id,
                    reading=reading,
                    known=self.readings,
                    near=nearest(reading, self.readings),
                )
            )
        return tuple(sorted(texts, key=lambda version: version.first_day))

    def version_or_none(self, on: date, reading: str | None = None) -> Version | None:
        """Return the text in force on a day, None if there is none.

        Raises
        ------
        BadInput
            If the rule has no such reading; the message suggests the nearest.
        """
        return next((version for version in self.texts(reading) if version.in_force(on)), None)

    def version(self, on: date, reading: str | None = None) -> Version:
        """Return the text in force on a day.

        Raises
        ------
        NotInForceError
            If there is none; the message names the dates of this reading, and other readings in force that day.
        """
        found = self.version_or_none(check_date(on, "on"), reading)
        if found is not None:
            return found
        texts = self.texts(reading)
        periods = tuple(
            message("rules/covers", first=text.valid_from or _BEGINNING, last=text.valid_to or _NOW)
            for text in texts
        )
        others = [other for other in self.readings if self.version_or_none(on, other) is not None]
        raise NotInForceError(
            message(
                "rules/not-in-force-here",
                rule=self.id,
                on=on,
                reading=texts[0].reading,
                periods=periods,
                others=tuple(others),
            )
            if others
            else message(
                "rules/not-in-force", rule=self.id, on=on, reading=texts[0].reading, periods=periods
            )
        )

"""Text in two languages from one source, and how each language writes dates and numbers."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Literal, get_args

import attrs

from dualib.errors import BadInput, nearest
from dualib.messages import message

if TYPE_CHECKING:
    from decimal import Decimal
    from fractions import Fraction

__all__ = [
    "LANGUAGES",
    "Language",
    "Text",
    "as_text",
    "capital",
    "check_language",
    "listing",
    "read_number",
    "spelled_number",
    "written_date",
    "written_exact",
    "written_number",
]

Language = Literal["sv", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

_MONTHS: dict[Language, str] = {
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "en": "January February March April May June July August September October November December",
}
_SMALL_NUMBERS: dict[Language, str] = {
    "sv": "noll en två tre fyra fem sex sju åtta nio tio elva tolv",
    "en": "zero one two three four five six seven eight nine ten eleven twelve",
}
_NARROW_SPACE = "\N{NO-BREAK SPACE}"


def check_language(language: str) -> Language:
    """Return ``language`` if dualib speaks it.

    Raises
    ------
    BadInput
        If it is neither ``"sv"`` nor ``"en"``.

    Examples
    --------
    >>> check_language("sv")
    'sv'
    """
    for known in LANGUAGES:
        if language == known:
            return known
    raise BadInput(
        message("ground/not-a-language", value=language, near=nearest(language, LANGUAGES))
    )


@attrs.frozen
class Text:
    """The same thing said in Swedish and in English.

    >>> Text("målgrupp", "target group").say("en")
    'target group'
    """

    sv: str
    en: str

    def __attrs_post_init__(self) -> None:
        for name, words in (("sv", self.sv), ("en", self.en)):
            if not isinstance(words, str):
                raise BadInput(message("ground/not-text", name=name, value=words))

    def say(self, language: str) -> str:
        """Return the words in ``language`` (``"sv"`` or ``"en"``).

        Raises
        ------
        BadInput
            If the language is neither ``"sv"`` nor ``"en"``.
        """
        return self.sv if check_language(language) == "sv" else self.en

    @classmethod
    def both(cls, say: Callable[[Language], str]) -> Text:
        """Return what a function says in each of the languages.

        >>> Text.both(lambda language: written_date(date(2015, 5, 31), language))
        Text(sv='31 maj 2015', en='31 May 2015')
        """
        return cls(say("sv"), say("en"))


def as_text(value: Text | str) -> Text:
    """Return a text as it is, a word as the same word in both languages.

    >>> as_text("Chef")
    Text(sv='Chef', en='Chef')
    """
    return value if isinstance(value, Text) else Text(value, value)


def capital(words: str) -> str:
    """Return words with a capital first letter.

    >>> capital("åldern hos NN")
    'Åldern hos NN'
    """
    return words[:1].upper() + words[1:]


def written_date(day: date, language: str) -> str:
    """Write a date in words as each language does.

    Raises
    ------
    BadInput
        If the language is neither ``"sv"`` nor ``"en"``.

    Examples
    --------
    >>> written_date(date(2015, 5, 31), "sv"), written_date(date(2015, 5, 31), "en")
    ('31 maj 2015', '31 May 2015')
    """
    month = _MONTHS[check_language(language)].split()[day.month - 1]
    return f"{day.day} {month} {day.year}"


def written_number(value: int | Fraction | Decimal, language: str, *, decimals: int = 0) -> str:
    """Write a number with the language's decimal sign and groups of three; rounds half away from zero.

    Raises
    ------
    BadInput
        If the language is neither ``"sv"`` nor ``"en"``.

    Examples
    --------
    >>> from fractions import Fraction
    >>> written_number(Fraction(53, 4), "sv", decimals=2), written_number(12345, "en")
    ('13,25', '12,345')
    """
    from fractions import Fraction  # many decide, few write numbers

    scaled = Fraction(value) * 10**decimals
    whole = (2 * abs(scaled.numerator) + scaled.denominator) // (2 * scaled.denominator)
    digits = str(whole).rjust(decimals + 1, "0")
    integer, fraction = (digits[:-decimals], digits[-decimals:]) if decimals else (digits, "")
    swedish = check_language(language) == "sv"
    groups = f"{int(integer):,}".replace(",", _NARROW_SPACE if swedish else ",")
    sign = "\N{MINUS SIGN}" if scaled < 0 and whole else ""
    return f"{sign}{groups}{(',' if swedish else '.') + fraction if decimals else ''}"


def read_number(text: str, language: str) -> Decimal | None:
    """Return the number that :func:`written_number` wrote, with its decimals; None for other text.

    Raises
    ------
    BadInput
        If the language is neither ``"sv"`` nor ``"en"``.

    Examples
    --------
    >>> read_number("−12,345.50", "en"), read_number("807–902", "en")
    (Decimal('-12345.50'), None)
    """
    from decimal import Decimal

    group, sign = (_NARROW_SPACE, ",") if check_language(language) == "sv" else (",", ".")
    digits = rf"(?:\d{{1,3}}(?:{re.escape(group)}\d{{3}})+|\d+)(?:{re.escape(sign)}\d+)?"
    if not re.fullmatch(f"\N{MINUS SIGN}?{digits}", text, re.ASCII):
        return None
    return Decimal(text.replace(group, "").replace(sign, ".").replace("\N{MINUS SIGN}", "-"))


def written_exact(
    value: int | Fraction | Decimal, language: str, *, most: int = 4, rounded: int | None = None
) -> str:
    """Write a number with as many decimals as it has.

    Parameters
    ----------
    value, language
        The number, and how it is written.
    most
        The largest number of decimals a number is written with as it is.
    rounded
        The decimals of a number that has more; ``most`` if left out.

    Raises
    ------
    BadInput
        If the language is neither ``"sv"`` nor ``"en"``.

    Examples
    --------
    >>> from fractions import Fraction
    >>> written_exact(Fraction(53, 4), "sv"), written_exact(Fraction(1, 3), "en")
    ('13,25', '0.3333')
    """
    from fractions import Fraction

    exact = Fraction(value)
    for decimals in range(most + 1):
        if (exact * 10**decimals).denominator == 1:
            return written_number(exact, language, decimals=decimals)
    return written_number(exact, language, decimals=most if rounded is None else rounded)


def spelled_number(number: int, language: str) -> str:
    """Write a whole number as running text does: up to twelve in letters, else in figures.

    Raises
    ------
    BadInput
        If the language is neither ``"sv"`` nor ``"en"``.

    Examples
    --------
    >>> spelled_number(3, "sv"), spelled_number(13, "en")
    ('tre', '13')
    """
    words = _SMALL_NUMBERS[check_language(language)].split()
    return words[number] if 0 <= number < len(words) else f"{number}"


def listing(items: list[str], language: str, *, last: Literal["and", "or"] = "and") -> str:
    """Join words as a sentence does: ``a, b och c``.

    Raises
    ------
    BadInput
        If the language is neither ``"sv"`` nor ``"en"``.

    Examples
    --------
    >>> listing(["a", "b", "c"], "sv"), listing(["a", "b"], "en", last="or")
    ('a, b och c', 'a or b')
    """
    word = {"sv": {"and": "och", "or": "eller"}, "en": {"and": "and", "or": "or"}}[
        check_language(language)
    ][last]
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {word} {items[-1]}"

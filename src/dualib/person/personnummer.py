"""Personal identity numbers: birth date and sex from the number, and pseudonyms in its place.

A personnummer is eight digits of birth date, a serial of three whose last is odd for men and even for women, and a
check digit. A samordningsnummer is the same with 60 added to the day. The number never leaves this module: not in
errors, nor in what the results print.

No library is used: the one on PyPI puts the number into its error messages and reads today's date to find the century.
Here a number of ten digits is refused unless the day to count from is given. The tests hold the two against each other.

An interim number, with a letter where the serial begins, is given by one school or authority, need not be the person's
only one, and has no check digit: it is refused, and such a person is left unlinkable.

Source: folkbokföringslagen (1991:481) 18 § and, until 2023-08-31, 18 a §; lag (2022:1697) om samordningsnummer;
Skatteverket, SKV 704 and SKV 707.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from datetime import date
from typing import Any, Final, Literal, NoReturn

import attrs

from dualib.dates import check_date
from dualib.errors import BadInput
from dualib.messages import message
from dualib.person.values import whole

__all__ = ["Identity", "checked_key", "identity", "pseudonym"]

_FORM: Final = re.compile(r"(\d{2})?(\d{2})(\d{2})(\d{2})([-+]?)(?!000)(\d{3})(\d)", re.ASCII)
_INTERIM: Final = re.compile(r"(?:\d{2})?\d{6}[-+]?[A-Z][A-Z\d]\d{2}", re.ASCII | re.IGNORECASE)
_LEAST_KEY: Final = 16


class _Hidden:
    """A number that is compared and hashed, and never shown: not even by what lists all fields of an object."""

    __slots__ = ("_digits",)

    def __init__(self, digits: str) -> None:
        self._digits = digits

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Hidden) and self._digits == other._digits

    def __hash__(self) -> int:
        return hash(self._digits)

    def __repr__(self) -> str:
        return "<hidden>"

    def __reduce__(self) -> NoReturn:
        raise BadInput(message("person/hidden-number"))

    def keyed(self, key: bytes) -> str:
        """Return the HMAC-SHA256 of the number."""
        return hmac.new(key, self._digits.encode("ascii"), hashlib.sha256).hexdigest()


@attrs.frozen(repr=False)
class Identity:
    """What a number says about the person, without the number.

    Attributes
    ----------
    born
        The birth date that the number holds.
    sex
        ``"woman"`` or ``"man"``.
    coordination
        Whether it is a samordningsnummer.

    Examples
    --------
    >>> identity("19121212-1212")
    Identity(born=datetime.date(1912, 12, 12), sex='man', coordination=False)
    """

    born: date
    sex: Literal["woman", "man"]
    coordination: bool
    _number: _Hidden = attrs.field(alias="number")

    def __repr__(self) -> str:
        return f"Identity(born={self.born!r}, sex={self.sex!r}, coordination={self.coordination!r})"

    def pseudonym(self, key: bytes) -> str:
        """Return the HMAC-SHA256 of the number of twelve digits under a secret key, as hexadecimal text.

        The same person gets the same pseudonym in every register made with the key, however the number was written. The
        day of a samordningsnummer keeps its 60, so that it never equals a personnummer.

        Raises
        ------
        BadInput
            If the key is shorter than 16 bytes.

        Examples
        --------
        >>> len(identity("191212121212").pseudonym(b"sixteen bytes or more"))
        64
        """
        return self._number.keyed(checked_key(key))


def checked_key(key: Any) -> bytes:
    """Return a secret key that is long enough.

    Raises
    ------
    BadInput
        If it is not bytes, or shorter than 16.
    """
    if not isinstance(key, bytes) or len(key) < _LEAST_KEY:
        raise BadInput(message("person/weak-key", least=_LEAST_KEY))
    return key


def _check_digit(digits: str) -> int:
    """Return the check digit of nine digits (Luhn: doubled from the first, digits of products added)."""
    doubled = (int(digit) * (2 - at % 2) for at, digit in enumerate(digits))
    return -sum(product - 9 * (product > 9) for product in doubled) % 10


def identity(number: str | int, *, on: date | None = None) -> Identity:
    """Return the birth date and the sex that a number holds.

    Parameters
    ----------
    number
        Twelve digits, with or without ``-`` or ``+`` before the last four; or ten, when ``on`` is given.
    on
        The day that a number of ten digits is counted from: ``-`` (or no sign) is a person who does not turn 100 by the
        end of that year, ``+`` one who does.

    Raises
    ------
    BadInput
        If it is not a number of a person; the message does not hold it.

    Examples
    --------
    >>> identity("121212+1212", on=date(2015, 5, 31)).born
    datetime.date(1912, 12, 12)
    """
    as_whole = whole(number)
    text = str(as_whole) if as_whole is not None else number if isinstance(number, str) else ""
    text = "".join(text.split())
    match = _FORM.fullmatch(text)
    if match is None and _INTERIM.fullmatch(text):
        raise BadInput(message("person/interim-number"))
    if match is None:
        raise BadInput(message("person/not-a-personnummer"))
    century, year, month, day, sign, serial, check = match.groups()
    short = century is None
    if short:
        if on is None:
            raise BadInput(message("person/ten-digits"))
        until = check_date(on, "on").year - (100 if sign == "+" else 0)
        century = str(until - (until - int(year)) % 100)[:2]
    if _check_digit(year + month + day + serial) != int(check):
        raise BadInput(message("person/wrong-check-digit"))
    coordination = int(day) > 60
    try:
        born = date(int(century + year), int(month), int(day) - 60 * coordination)
    except ValueError:
        raise BadInput(message("person/number-without-day")) from None
    if short and on is not None and born > on:
        raise BadInput(message("person/born-after-on"))
    sex: Literal["woman", "man"] = "man" if int(serial[2]) % 2 else "woman"
    return Identity(born, sex, coordination, _Hidden(century + year + month + day + serial + check))


def pseudonym(number: str | int, key: bytes, *, on: date | None = None) -> str:
    """Return the pseudonym of a number; see :meth:`Identity.pseudonym`.

    >>> pseudonym("191212121212", b"sixteen bytes or more") == pseudonym("19121212-1212", b"sixteen bytes or more")
    True
    """
    return identity(number, on=on).pseudonym(key)

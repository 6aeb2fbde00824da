"""Numbers as they are printed: ``85,3``, ``1 050``, ``787``. They are read exactly, never through a float."""

from __future__ import annotations

from fractions import Fraction

from dualib.errors import BadInput
from dualib.messages import Message, message
from dualib.numerals import Numeral, numeral

__all__ = ["number_fault", "printed_number", "printed_step"]


def _read_or_fault(text: str) -> Numeral | Message:
    found = numeral(text.strip())
    if found is None:
        return message("agreements/not-a-number", value=text)
    if found.sign == "." and len(found.decimals) == 3 and found.whole != "0":
        return message(
            "agreements/two-readings", value=text, whole=found.whole, decimals=found.decimals
        )
    return found


def _read(text: str) -> Numeral:
    found = _read_or_fault(text)
    if isinstance(found, Message):
        raise BadInput(found)
    return found


def printed_number(text: str) -> Fraction:
    """Return the exact value of a number as printed.

    Parameters
    ----------
    text : str
        Digits, with spaces between groups of three, a comma or a point before decimals, and perhaps a sign.

    Raises
    ------
    BadInput
        If it is not a number, or if a point may be a sign of thousands as well as of decimals (``1.050``).

    Examples
    --------
    >>> printed_number("85,3"), printed_number("1 050")
    (Fraction(853, 10), Fraction(1050, 1))
    """
    found = _read(text)
    value = Fraction(int(found.whole + found.decimals), 10 ** len(found.decimals))
    return -value if found.negative else value


def printed_step(text: str) -> Fraction:
    """Return the precision a number is printed with: one unit of its last decimal.

    >>> printed_step("85,3"), printed_step("787")
    (Fraction(1, 10), Fraction(1, 1))
    """
    return Fraction(1, 10 ** len(_read(text).decimals))


def number_fault(text: str) -> Message | None:
    """Return what is wrong with a number as printed, or None.

    >>> number_fault("787") is None, str(number_fault("sju"))[:21]
    (True, "'sju' is not a number")
    """
    numeral_or_fault = _read_or_fault(text)
    return numeral_or_fault if isinstance(numeral_or_fault, Message) else None

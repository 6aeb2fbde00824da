"""Numbers as they stand in print: ``85,3``, ``1 050``, ``787``. They are read exactly, never through a float."""

from __future__ import annotations

from fractions import Fraction

from dualib.errors import BadInput
from dualib.language import Text
from dualib.numerals import Numeral, numeral

__all__ = ["number_fault", "printed_number", "printed_step"]


def _read(text: str) -> Numeral:
    found = numeral(text.strip())
    if found is None:
        raise BadInput(
            f"{text!r} is no number: expected digits as printed, such as 787, 1 050 or 85,3"
        )
    if found.sign == "." and len(found.decimals) == 3 and found.whole != "0":
        raise BadInput(
            f"{text!r} can be read in two ways: write {found.whole} {found.decimals} if thousands "
            f"or {found.whole},{found.decimals} if decimals"
        )
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
        If it is no number, or if a point may be a sign of thousands as well as of decimals (``1.050``).

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


def number_fault(text: str) -> Text | None:
    """Return what is wrong with a number as printed, in both languages, or None.

    >>> number_fault("787") is None, number_fault("sju").sv
    (True, "'sju' är inget tal: skriv siffror som de är tryckta, såsom 787, 1 050 eller 85,3")
    """
    try:
        printed_number(text)
    except BadInput as fault:
        if "two ways" in str(fault):
            sv = f"{text!r} kan läsas på två sätt: skriv mellanslag före tusental eller komma före decimaler"
        else:
            sv = f"{text!r} är inget tal: skriv siffror som de är tryckta, såsom 787, 1 050 eller 85,3"
        return Text(sv, str(fault))
    return None

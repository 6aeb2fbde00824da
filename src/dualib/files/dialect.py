"""How a CSV file is written: encoding, separator and decimal sign, found from the file and said in words."""

from __future__ import annotations

import codecs
import re
from typing import Final

import attrs

from dualib.errors import BadInput
from dualib.language import Text
from dualib.numerals import numeral

__all__ = ["Dialect", "decimal_sign", "decoded", "sniffed"]

_SEPARATORS: Final = {
    ";": Text("semikolon", "semicolons"),
    ",": Text("komma", "commas"),
    "\t": Text("tabb", "tabs"),
    "|": Text("lodstreck", "vertical bars"),
}
_ENCODINGS: Final = {
    "utf-8": Text("UTF-8", "UTF-8"),
    "utf-8-sig": Text("UTF-8 med byte order mark", "UTF-8 with a byte-order mark"),
    "utf-16": Text("UTF-16", "UTF-16"),
    "cp1252": Text("Windows-1252", "Windows-1252"),
}


@attrs.frozen
class Dialect:
    """How a CSV file is written.

    Attributes
    ----------
    encoding
        A Python codec: ``utf-8``, ``utf-8-sig``, ``utf-16`` or ``cp1252``.
    separator
        ``;``, ``,``, a tab or ``|``.
    decimal
        ``,`` or ``.``; None where no cell holds a decimal number.

    Examples
    --------
    >>> Dialect("utf-8-sig", ";", ",").words.sv
    'Skiljetecken semikolon, decimaltecken komma, teckenkodning UTF-8 med byte order mark.'
    """

    encoding: str
    separator: str
    decimal: str | None = None

    @property
    def words(self) -> Text:
        """The dialect as a sentence."""
        separator, encoding = _SEPARATORS[self.separator], _ENCODINGS[self.encoding]
        sign = {
            None: Text("", ""),
            ",": Text(" decimaltecken komma,", " decimal comma,"),
            ".": Text(" decimaltecken punkt,", " decimal point,"),
        }
        decimal = sign[self.decimal]
        return Text(
            f"Skiljetecken {separator.sv},{decimal.sv} teckenkodning {encoding.sv}.",
            f"Separated by {separator.en},{decimal.en} encoded in {encoding.en}.",
        )


def decoded(data: bytes, name: str) -> tuple[str, str]:
    """Return the text of a file and its encoding; bytes that no encoding explains are refused.

    Raises
    ------
    BadInput
        If it is no text in a known encoding.

    Examples
    --------
    >>> decoded("kön".encode("cp1252"), "persons.csv")
    ('kön', 'cp1252')
    """
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise BadInput(
            f"{name}: is an Excel workbook, not CSV: save it as CSV UTF-8 (comma separated) and try again"
        )
    if data.startswith(b"PAR1"):
        raise BadInput(f"{name}: is a Parquet file: name it with the ending .parquet")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    elif data.startswith(codecs.BOM_UTF8):
        encoding, data = "utf-8-sig", data[len(codecs.BOM_UTF8) :]
    else:
        encoding = "utf-8" if _is_utf8(data) else "cp1252"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise BadInput(
            f"{name}: line {line} holds byte 0x{data[error.start]:02x}, which is no text in "
            f"{_ENCODINGS[encoding].en}: save the file as CSV UTF-8"
        ) from None
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise BadInput(
            f"{name}: line {line} holds a null byte: expected text; save the file as CSV UTF-8"
        )
    return text, encoding


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def sniffed(text: str, encoding: str) -> tuple[Dialect, str]:
    """Return the dialect without its decimal sign, and the text after Excel's ``sep=`` line if there is one.

    >>> sniffed("id;born", "utf-8")[0].separator
    ';'
    """
    head, _, rest = text.partition("\n")
    named = re.fullmatch(r'"?sep=([;,\t|])"?\r?', head, re.IGNORECASE)
    if named:
        return Dialect(encoding, named[1]), rest
    bare = re.sub(r'"[^"]*"', "", head)
    separator = max(_SEPARATORS, key=bare.count)  # the first of them where none occurs
    return Dialect(encoding, separator), text


def decimal_sign(cells: set[str], separator: str) -> str | None:
    """Return the decimal sign of the cells that are decimal numbers as a whole; None where there are none or both.

    >>> decimal_sign({"12,5", "ca 1.5"}, ";"), decimal_sign({"12,5", "1.5"}, ";")
    (',', None)
    """
    found = {read.sign for read in map(numeral, cells) if read is not None and read.sign}
    return found.pop() if len(found) == 1 else None

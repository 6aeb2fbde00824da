"""Find how a CSV file is written: its encoding, separator and decimal sign."""

from __future__ import annotations

import codecs
import re
from typing import Final

import attrs

from dualib.errors import BadInput
from dualib.language import Text
from dualib.messages import Message, message
from dualib.numerals import numeral

__all__ = ["Dialect", "decimal_sign", "decoded", "sniffed"]

_SEPARATORS: Final = {
    ";": Text("semikolon", "semicolons"),
    ",": Text("komma", "commas"),
    "\t": Text("tabb", "tabs"),
    "|": Text("lodstreck", "vertical bars"),
}
_DECIMALS: Final = {",": Text("komma", "comma"), ".": Text("punkt", "point")}
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
    >>> Dialect("utf-8-sig", ";", ",").remark("a.csv").sv
    'a.csv: Skiljetecken semikolon, decimaltecken komma, teckenkodning UTF-8 med byte order mark.'
    """

    encoding: str
    separator: str
    decimal: str | None = None

    def remark(self, file: str) -> Message:
        """Return how a file was written, as a remark on it."""
        separator, encoding = _SEPARATORS[self.separator], _ENCODINGS[self.encoding]
        if self.decimal is None:
            return message("files/note-dialect", file=file, separator=separator, encoding=encoding)
        return message(
            "files/note-dialect-with-decimals",
            file=file,
            separator=separator,
            decimal=_DECIMALS[self.decimal],
            encoding=encoding,
        )


def decoded(data: bytes, name: str) -> tuple[str, str]:
    """Return the text of a file and its encoding; bytes that no encoding explains are refused.

    Raises
    ------
    BadInput
        If it is not text in a known encoding.

    Examples
    --------
    >>> decoded("kön".encode("cp1252"), "persons.csv")
    ('kön', 'cp1252')
    """
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise BadInput(message("files/workbook", file=name))
    if data.startswith(b"PAR1"):
        raise BadInput(message("files/parquet-by-another-name", file=name))
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
            message(
                "files/not-in-encoding",
                file=name,
                line=line,
                byte=f"0x{data[error.start]:02x}",
                encoding=_ENCODINGS[encoding],
            )
        ) from None
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise BadInput(message("files/null-byte", file=name, line=line))
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

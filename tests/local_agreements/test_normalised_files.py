"""A file as a spreadsheet saves it comes back in the one way that files are written, every cell the same."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

from dualib.local_agreements import export, load_folder


def test_semicolons_and_a_byte_order_mark_come_back_normalised(
    write: Callable[..., Path], tmp_path: Path
) -> None:
    plain = write()
    before = load_folder(plain)
    for file in plain.glob("*.csv"):
        rows = list(csv.reader(io.StringIO(file.read_text(encoding="utf-8"))))
        text = io.StringIO()
        csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(rows)
        file.write_bytes(b"\xef\xbb\xbf" + text.getvalue().encode())
    again = load_folder(plain)
    assert again.sheets == before.sheets
    for file in export(again, "csv", tmp_path / "out"):
        written = file.read_bytes()
        assert not written.startswith(b"\xef\xbb\xbf")
        assert b"\r" not in written
        assert b";" not in written.splitlines()[0]
        assert (
            written
            == next(
                one for one in export(before, "csv", tmp_path / "before") if one.name == file.name
            ).read_bytes()
        )

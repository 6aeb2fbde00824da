"""The user's files: reading CSV and Parquet, and empty files to fill in."""

from __future__ import annotations

from dualib.files.dialect import Dialect
from dualib.files.registers import read_observed, read_register
from dualib.files.tables import FileTable, read_table
from dualib.files.templates import write_templates

__all__ = [
    "Dialect",
    "FileTable",
    "read_observed",
    "read_register",
    "read_table",
    "write_templates",
]

"""The user's files: reading CSV and Parquet, writing CSV that is safe to open, and empty files to fill in."""

from __future__ import annotations

from dualib.files.dialect import Dialect, number
from dualib.files.registers import read_observed, read_register
from dualib.files.tables import Table, read_table
from dualib.files.templates import TemplateColumn, TemplateSheet, write_templates
from dualib.files.writing import csv_text, safe_cell, write_csv, write_file

__all__ = [
    "Dialect",
    "Table",
    "TemplateColumn",
    "TemplateSheet",
    "csv_text",
    "number",
    "read_observed",
    "read_register",
    "read_table",
    "safe_cell",
    "write_csv",
    "write_file",
    "write_templates",
]

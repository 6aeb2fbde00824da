"""The report of a municipality, as HTML, as text in the terminal and as CSV, and the ``dualib`` command."""

from dualib.report.blocks import Facts, Key, Keys, Note, Picture, Report, Section, TableBlock
from dualib.report.build import Inputs, report

__all__ = [
    "Facts",
    "Inputs",
    "Key",
    "Keys",
    "Note",
    "Picture",
    "Report",
    "Section",
    "TableBlock",
    "report",
]

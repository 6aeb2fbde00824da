"""The one list of the public names of this room, read by type checkers and at the import of the package."""

from dualib.report.blocks import Report as Report
from dualib.report.blocks import Section as Section
from dualib.report.blocks import TableBlock as TableBlock
from dualib.report.build import Inputs as Inputs
from dualib.report.build import build_report as build_report
from dualib.report.charts import Bar as Bar
from dualib.report.charts import bar_chart as bar_chart
from dualib.report.charts import interval_chart as interval_chart
from dualib.report.html import to_html as to_html
from dualib.report.parts.words import PER_WORDS as PER_WORDS
from dualib.report.parts.words import figure_ages as figure_ages
from dualib.report.parts.words import figure_measure as figure_measure
from dualib.report.parts.words import figure_words as figure_words
from dualib.report.parts.words import item_words as item_words
from dualib.report.parts.words import number_words as number_words
from dualib.report.parts.words import unit_words as unit_words
from dualib.report.terminal import to_text as to_text
from dualib.report.write import write_report as write_report

__all__: list[str]

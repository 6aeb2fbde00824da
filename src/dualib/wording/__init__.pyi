"""The one list of the public names of this room, read by type checkers and at the import of the package."""

from dualib.wording.diagrams import decision_diagram as decision_diagram
from dualib.wording.diagrams import diagram as diagram
from dualib.wording.limits import limit_words as limit_words
from dualib.wording.phrases import citation_words as citation_words
from dualib.wording.phrases import fact_clause as fact_clause
from dualib.wording.phrases import reading_name as reading_name
from dualib.wording.phrases import reading_words as reading_words
from dualib.wording.phrases import span_words as span_words
from dualib.wording.texts import decision_text as decision_text
from dualib.wording.texts import rule_text as rule_text
from dualib.wording.tree import Line as Line
from dualib.wording.tree import describe as describe
from dualib.wording.tree import explain as explain
from dualib.wording.tree import outline_text as outline_text

__all__: list[str]

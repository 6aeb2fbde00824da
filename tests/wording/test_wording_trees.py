"""Both languages tell any condition and any reasons alike, in whole and well-formed sentences."""

from __future__ import annotations

import string
from collections.abc import Mapping
from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from wording_strategies import ON, conditions, day_sets, people

from dualib.conditions import Atom, Case, Condition, DaySet, Finding, ValueFinding, age, during
from dualib.conditions import days as days_of
from dualib.conditions.base import All, Any
from dualib.conditions.day_sets import StatusDays
from dualib.dates import LeapBirthday, to_day
from dualib.errors import BadInput
from dualib.person import Person
from dualib.verdicts import UNKNOWN, YES
from dualib.vocabulary import FACTS, Kind, Status, Track
from dualib.vocabulary.status import EMPLOYED_WITH_SUPPORT, LABOUR_MARKET_PROGRAMMES
from dualib.wording import Line, describe, explain, outline_text
from dualib.wording.clauses import clause
from dualib.wording.english import BARE_VERBS, ENGLISH
from dualib.wording.findings import Found, found
from dualib.wording.grammar import Grammar
from dualib.wording.lengths import days as days_words
from dualib.wording.swedish import SWEDISH

GRAMMARS = [SWEDISH, ENGLISH]


def shape(line: Line) -> tuple[object, ...]:
    return line.kind, line.verdict, bool(line.found), tuple(shape(child) for child in line.children)


def check_words(text: str) -> None:
    assert text == text.strip()
    assert "  " not in text
    assert "None" not in text.replace("None of these conditions", "")
    assert "<" not in text
    assert " ." not in text
    assert " ," not in text
    assert ".." not in text
    depth = 0
    for letter in text:
        depth += (letter == "(") - (letter == ")")
        assert depth >= 0, text
    assert depth == 0, text


def check_line(line: Line) -> None:
    check_words(line.text)
    check_words(line.label)
    assert line.text[0].isupper()
    assert line.label[0].isupper()
    assert line.text[-1] == (":" if line.children else "."), line.text
    assert line.label[-1] not in ".:"
    if line.found:
        check_words(line.found)
        assert line.found[0].isupper()
        assert line.found[-1] == "."


@given(conditions())
def test_a_rule_is_told_alike_in_both_languages(condition: Condition) -> None:
    swedish, english = describe(condition, "sv"), describe(condition, "en")
    assert shape(swedish) == shape(english)
    for line in (*swedish.walk(), *english.walk()):
        check_line(line)
        assert line.verdict is None
        assert not line.found
    for line, other in zip(swedish.walk(), english.walk()):
        assert line.text != other.text


@given(conditions(), people(), st.sampled_from(LeapBirthday))
def test_reasons_are_told_alike_in_both_languages(
    condition: Condition, person: Person, leap: LeapBirthday
) -> None:
    case = Case(person, to_day(ON), leap=leap)
    reason = condition.reason(case)
    swedish, english = (explain(reason, ON, language, leap=leap) for language in ("sv", "en"))
    assert shape(swedish) == shape(english)
    for line in (*swedish.walk(), *english.walk()):
        check_line(line)
    if swedish.kind != "judgement":
        assert swedish.verdict is reason.verdict


@given(conditions(), people())
def test_reasons_have_the_words_of_the_rule(condition: Condition, person: Person) -> None:
    told = explain(condition.reason(Case(person, to_day(ON))), ON, "sv")
    assert [(line.text, line.label) for line in told.walk()] == [
        (line.text, line.label) for line in describe(condition, "sv").walk()
    ]


@given(conditions(), people())
def test_every_unknown_answer_of_a_fact_says_what_is_missing(
    condition: Condition, person: Person
) -> None:
    for line in explain(condition.reason(Case(person, to_day(ON))), ON, "en").walk():
        if line.kind == "atom" and line.verdict is not None and line.verdict == 0:
            assert any(
                words in line.found
                for words in ("No information", "not known", "not all days are known")
            )


@given(conditions(), st.integers(60, 200))
def test_an_outline_as_text_numbers_every_line_and_keeps_the_width(
    condition: Condition, width: int
) -> None:
    line = describe(condition, "sv")
    text = outline_text(line, "sv", width=width)
    assert all(row == row.rstrip() for row in text.splitlines())
    for child in range(1, len(line.children) + 1):
        assert f"\n  {child} " in text
    assert " ".join(text.split()).count("ersonen") >= sum(
        "ersonen" in part.text for part in line.walk()
    )


def fields(template: object) -> list[set[str]]:
    """The fields of each template in a part of a grammar, in order."""
    if isinstance(template, str):
        return [{name for _, name, _, _ in string.Formatter().parse(template) if name}]
    if isinstance(template, Mapping):
        return [found for key in sorted(template) for found in fields(template[key])]
    if isinstance(template, tuple):
        return [found for part in template for found in fields(part)]
    return [found for part in attrs.astuple(template, recurse=False) for found in fields(part)]


@pytest.mark.parametrize(
    "name", [item.name for item in attrs.fields(Grammar) if item.name not in ("negated", "perfect")]
)
def test_a_sentence_tells_the_same_in_both_languages(name: str) -> None:
    # Verbs that only one of the languages bends.
    bent = {"has", "have"}
    swedish, english = (fields(getattr(grammar, name)) for grammar in GRAMMARS)
    assert [told - bent for told in swedish] == [told - bent for told in english]


@pytest.mark.parametrize("grammar", GRAMMARS, ids=lambda grammar: grammar.language)
def test_a_sort_without_words_is_an_error_and_never_silence(grammar: Grammar) -> None:
    class Unheard(Atom):
        pass

    class UnheardDays(DaySet):
        pass

    with pytest.raises(BadInput, match="no words for Unheard"):
        clause(Unheard(), grammar, True)
    with pytest.raises(BadInput, match="no words for"):
        days_words(UnheardDays(), grammar)
    assert found(Unheard(), grammar, Found(Finding(1), ON, LeapBirthday.FEBRUARY_28, True)) == ""


@pytest.mark.parametrize(
    ("grammar", "told"),
    [(SWEDISH, "Uppgift saknas: nyanländ."), (ENGLISH, "No information: newly arrived.")],
)
def test_of_a_sort_of_ones_own_it_is_said_what_is_unknown(grammar: Grammar, told: str) -> None:
    class Arrived(Atom):
        @property
        def reads(self) -> frozenset[str]:
            return frozenset({"newly_arrived"})

    leap = LeapBirthday.FEBRUARY_28
    assert found(Arrived(), grammar, Found(ValueFinding(UNKNOWN, None), ON, leap, True)) == told
    assert found(Arrived(), grammar, Found(ValueFinding(YES, 1), ON, leap, True)) == ""


@pytest.mark.parametrize("status", Status)
def test_a_status_can_be_affirmed_and_denied(status: Status) -> None:
    for text in (status.words, status.noun, status.track.words):
        check_words(text.sv)
        check_words(text.en)
    assert SWEDISH.negated(status.words.sv).split()[1] == "inte"
    verb = status.words.en.split()[0]
    assert verb == "is" or verb in BARE_VERBS
    assert SWEDISH.perfect(status.words.sv) != status.words.sv
    assert ENGLISH.perfect(status.words.en) != status.words.en
    assert " not " in ENGLISH.negated(status.words.en)


@pytest.mark.parametrize("name", FACTS)
def test_a_fact_can_be_said(name: str) -> None:
    about = FACTS[name]
    for text in (about.words, about.yes, about.no):
        if text is not None:
            check_words(text.sv)
            check_words(text.en)
    assert (about.yes is None) == (about.no is None) == (about.kind in (Kind.CATEGORY, Kind.NUMBER))


@given(day_sets())
def test_a_set_of_days_names_each_of_its_statuses(days: DaySet) -> None:
    for status, _ in days.directions():
        assert status.noun.sv in days_words(days, SWEDISH)
        assert status.noun.en in days_words(days, ENGLISH)


@pytest.mark.parametrize("track", Track)
def test_a_whole_track_is_named_as_one(track: Track) -> None:
    whole = days_of(*(status for status in Status if status.track is track))
    words = {
        Track.PROGRAMME: "deltagande i något program eller någon insats",
        Track.STUDY: "studier av något slag",
    }
    assert days_words(whole, SWEDISH).startswith(words.get(track, ""))
    assert days_words(whole, SWEDISH)
    assert track not in words or "eller del" not in days_words(whole | days_of("hourly"), SWEDISH)
    denied = describe(~during(whole), "en").text
    assert " not " in denied


def test_programmes_and_employment_with_support_are_named_as_one() -> None:
    other = [status for status in LABOUR_MARKET_PROGRAMMES if status not in EMPLOYED_WITH_SUPPORT]
    assert (
        days_words(days_of(*LABOUR_MARKET_PROGRAMMES), ENGLISH)
        == "participation in a labour-market programme"
    )
    assert days_words(days_of(*EMPLOYED_WITH_SUPPORT), ENGLISH) == "employment with support"
    assert (
        days_words(days_of(*other), ENGLISH)
        == "participation in a labour-market programme without employment"
    )
    assert days_words(days_of(*EMPLOYED_WITH_SUPPORT[1:]), ENGLISH) != "employment with support"


def test_language_is_checked() -> None:
    with pytest.raises(BadInput, match="language is 'no': expected 'sv' or 'en'"):
        describe(age(16), "no")
    with pytest.raises(BadInput, match="language is 'no': expected 'sv' or 'en'"):
        explain(age(16).reason(Case(Person(), 0)), date(1970, 1, 1), "no")


def test_a_nested_group_can_be_empty_of_answers_but_never_of_words() -> None:
    told = describe(All((Any((age(16), during("sfi"))), age(20))), "sv")
    assert [line.kind for line in told.walk()] == ["all", "any", "atom", "atom", "atom"]
    assert isinstance(StatusDays((Status.SFI,)), DaySet)

"""Whole texts: headlines, assumptions, what is missing, what would change an answer, allowances and duties."""

from __future__ import annotations

import json
from datetime import date

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_wording_trees import check_words
from wording_strategies import ON, people

from dualib import programmes
from dualib.conditions import (
    Assumption,
    age,
    days,
    during,
    has,
    judgement,
    not_expressed,
    one_of,
    unbroken,
)
from dualib.dates import Period, months, years
from dualib.decisions import Allowance, BenefitDayLimit, Flip, Limit
from dualib.errors import BadInput
from dualib.exact import Bounds
from dualib.language import Text
from dualib.person import ONGOING, Person, Spell
from dualib.rules import Ambiguity, Duty, Rule, RuleKind, Start, Version
from dualib.sources import NOT_IN_SOURCE, Citation, Confidence, NotInSource
from dualib.verdicts import NO, UNKNOWN, YES, Verdict
from dualib.vocabulary import FACTS, NEVER, Kind
from dualib.wording import citation_words, fact_clause, limit_words, reading_words, span_words
from dualib.wording.limits import allowance_text, duty_text
from dualib.wording.phrases import assumption_words, flip_words, headline, unknown_words
from dualib.wording.texts import decision_text, rule_text

NAME = Text("provregeln", "the test rule")
FIT = Text("att platsen är lämplig", "that the place is fit")
PLACE = Citation("SFS 2007:813", "5 §", Confidence.VERIFIED, date(2026, 11, 22))
DAY = date(2015, 5, 31)

HEADLINES = [
    (
        YES,
        (),
        "Personen uppfyller de formella villkoren för provregeln den 31 maj 2015, enligt den gemensamma DUA-modellen.",
        "The person meets the formal conditions for the test rule on 31 May 2015, under the shared DUA model.",
    ),
    (
        YES,
        (FIT,),
        "Personen uppfyller de formella villkoren för provregeln den 31 maj 2015, enligt den gemensamma DUA-modellen. "
        "Svaret gäller med förbehåll för myndighetens bedömning av följande: att platsen är lämplig.",
        "The person meets the formal conditions for the test rule on 31 May 2015, under the shared DUA model. The "
        "answer is subject to the authority's judgement of the following: that the place is fit.",
    ),
    (
        NO,
        (FIT,),
        "Personen uppfyller inte de formella villkoren för provregeln den 31 maj 2015, enligt den gemensamma "
        "DUA-modellen.",
        "The person does not meet the formal conditions for the test rule on 31 May 2015, under the shared DUA model.",
    ),
    (
        UNKNOWN,
        (),
        "Det kan inte avgöras om personen uppfyller de formella villkoren för provregeln den 31 maj 2015, enligt den "
        "gemensamma DUA-modellen.",
        "It cannot be determined whether the person meets the formal conditions for the test rule on 31 May 2015, "
        "under the shared DUA model.",
    ),
    (
        None,
        (),
        "Det finns ingen gällande text om provregeln den 31 maj 2015, enligt den gemensamma DUA-modellen.",
        "No text on the test rule is in force on 31 May 2015, under the shared DUA model.",
    ),
]


@pytest.mark.parametrize(("verdict", "judged", "swedish", "english"), HEADLINES)
def test_the_headline_says_the_answer(
    verdict: Verdict | None, judged: tuple[Text, ...], swedish: str, english: str
) -> None:
    assert headline(NAME, verdict, DAY, "dua", judged, "sv") == swedish
    assert headline(NAME, verdict, DAY, "dua", judged, "en") == english


@pytest.mark.parametrize(
    ("kind", "verdict", "swedish", "english"),
    [
        ("guarantee", YES, "Personen omfattas av ", "The person is covered by "),
        ("guarantee", NO, "Personen omfattas inte av ", "The person is not covered by "),
        (
            "guarantee",
            UNKNOWN,
            "Det kan inte avgöras om personen omfattas av ",
            "It cannot be determined whether the person is covered by ",
        ),
        ("target group", YES, "Personen hör till ", "The person belongs to "),
        ("target group", NO, "Personen hör inte till ", "The person does not belong to "),
    ],
)
def test_a_guarantee_covers_and_to_a_target_group_one_belongs(
    kind: str, verdict: Verdict, swedish: str, english: str
) -> None:
    said = {
        language: headline(NAME, verdict, DAY, "dua", (), language, kind=kind)
        for language in ("sv", "en")
    }
    assert said["sv"].startswith(swedish + NAME.sv)
    assert said["en"].startswith(english + NAME.en)


@pytest.mark.parametrize(
    ("kind", "swedish", "english"),
    [
        ("programme", "Myndigheten beslutar.", "The decision rests with the authority."),
        (
            "guarantee",
            "Den som omfattas ska erbjudas insatser; något beslut fattas inte.",
            "Those who are covered are to be offered measures; no decision is made.",
        ),
        ("target group", "Något beslut fattas inte.", "No decision is made."),
        ("contact", "Något beslut fattas inte.", "No decision is made."),
    ],
)
def test_only_what_is_decided_on_is_said_to_be_decided(
    kind: RuleKind, swedish: str, english: str
) -> None:
    versions = (Version(reading="dua", condition=age(16), citations=(PLACE,)),)
    decision = Rule(id="test", name=NAME, kind=kind, versions=versions).decide(Person(), on=DAY)
    assert decision.text("sv").endswith(f"bara de formella villkoren. {swedish}")
    assert decision.text("en").endswith(f"the formal conditions only. {english}")


@pytest.mark.parametrize(
    ("reading", "swedish", "english"),
    [
        ("sfs", "enligt författningens lydelse", "under the statute as worded"),
        (
            "agreement:tjorn-orust",
            "enligt överenskommelsen för Tjörn och Orust",
            "under the agreement of Tjörn and Orust",
        ),
        ("agreement:malmö", "enligt överenskommelsen för Malmö", "under the agreement of Malmö"),
        ("other", "enligt läsningen other", "under the reading other"),
    ],
)
def test_a_reading_is_named(reading: str, swedish: str, english: str) -> None:
    assert (reading_words(reading, "sv"), reading_words(reading, "en")) == (swedish, english)


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("5 §", "Section 5"),
        ("30 § 3", "Section 30, item 3"),
        ("3–5, 8 och 9 §§", "Sections 3–5, 8 and 9"),
        ("1 kap. 18 §", "Chapter 1, Section 18"),
        (
            "bilaga 3, Utöka aktivitetsansvaret, stycke 2",
            "Annex 3, Utöka aktivitetsansvaret, paragraph 2",
        ),
        ("bilaga 2, Ramp, s. 19", "Annex 2, Ramp, p. 19"),
        ("bilaga 2, PRIO, s. 22–23", "Annex 2, PRIO, pp. 22–23"),
        ("förordet", "förordet"),
    ],
)
def test_an_english_text_names_sections_and_pages_in_english(place: str, said: str) -> None:
    cited = attrs.evolve(PLACE, place=place)
    assert citation_words(cited, "en").startswith(f"SFS 2007:813, {said} (")
    assert citation_words(cited, "sv").startswith(f"SFS 2007:813, {place} (")


def test_spans_name_both_days() -> None:
    first, last = date(2015, 1, 1), date(2015, 12, 31)
    assert (
        span_words(first, last, "sv")
        == "från och med den 1 januari 2015 till och med den 31 december 2015"
    )
    assert span_words(first, last, "en") == "from 1 January 2015 to 31 December 2015, both included"
    assert span_words(None, None, "sv") == "utan angivna datum"


def test_unknowns_are_named_in_the_order_of_the_vocabulary() -> None:
    assert unknown_words({"track:work", "track:study", "sex", "born"}, "en") == (
        "on birth date and sex and day by day on work and unemployment and on studies"
    )
    with pytest.raises(BadInput, match="nonsense, track:nonsense: neither a fact nor a track"):
        unknown_words({"track:nonsense", "nonsense", "born"}, "en")


@pytest.mark.parametrize("name", FACTS)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_value_of_a_fact_can_be_said(name: str, language: str) -> None:
    values = {
        Kind.YES_NO: (True, False),
        Kind.DATE: (date(2015, 1, 1), NEVER),
        Kind.CODE: (False, 11, 61),
        Kind.CATEGORY: tuple(FACTS[name].categories or ["0880"]),
        Kind.NUMBER: (0, 450),
    }[FACTS[name].kind]
    said = {fact_clause(name, value, language) for value in values}
    assert len(said) == len(values)
    for clause in said:
        check_words(clause)
        assert clause[0].islower()


def test_assumptions_are_said_to_be_assumed() -> None:
    unchanged = Assumption("unchanged", "disability_code", False, DAY)
    assert assumption_words(unchanged, "sv") == (
        "Detta är antaget, inte känt: uppgiften om funktionshinderkod hos Arbetsförmedlingen är oförändrad sedan den "
        "31 maj 2015."
    )
    assert "holds on the assessment date" in assumption_words(
        attrs.evolve(unchanged, day=None), "en"
    )
    assumed = Assumption("assumed", "disability_code", 61)
    assert "är 61 (psykisk funktionsnedsättning)." in assumption_words(assumed, "sv")


def test_flips_say_what_would_be_otherwise() -> None:
    flip = Flip((("days:sfi", True), ("days:hourly", False)), YES)
    assert flip_words(flip, "sv") == (
        "Svaret blir ja om personen har läst svenska för invandrare (sfi) varje dag, och personen "
        "inte har haft timanställning någon av dagarna."
    )
    assert flip_words(flip, "en") == (
        "The answer becomes yes if the person has studied Swedish for immigrants (sfi) every day, "
        "and the person has not worked by the hour on any of those days."
    )
    code = Flip((("disability_code", 11),), NO)
    assert "11 (heart" in flip_words(code, "en", exact=["disability_code"])
    assert "11" not in flip_words(code, "en")


def test_citations_say_how_sure_they_are() -> None:
    assert (
        citation_words(PLACE, "sv")
        == "SFS 2007:813, 5 § (läst i källan; senast kontrollerad den 22 november 2026)"
    )
    memory = attrs.evolve(PLACE, confidence=Confidence.MEMORY)
    assert citation_words(memory, "sv") == "SFS 2007:813, 5 § (ur minnet, ej kontrollerat)"
    agreed = Citation(
        "kalmar", "bilaga 2, s. 24", Confidence.AGREEMENT, date(2026, 11, 22), kind="agreement"
    )
    assert citation_words(agreed, "en").startswith(
        "the agreement of Kalmar, Annex 2, p. 24 (read in the agreement"
    )
    owner = Citation(
        "dualib", "the shared model", Confidence.PROJECT, date(2026, 11, 22), kind="project"
    )
    assert citation_words(owner, "sv") == "den gemensamma modellen (fastställd av projektets ägare)"


LIMIT = Limit(
    name=Text("tid i sfi", "time in sfi"),
    counted=days("sfi"),
    length=months(24),
    citations=(PLACE,),
    skipping=unbroken(days("parental_leave"), at_least=30),
    most_skipped=years(1),
    frame=months(36),
    frame_from="first_registered",
)
BENEFIT = BenefitDayLimit(
    name=Text("fas 3", "phase 3"),
    fact="benefit_days_in_jobbgaranti",
    length=450,
    citations=(PLACE,),
)


def test_limits_are_said_in_full() -> None:
    assert limit_words(LIMIT, "sv") == (
        "Tid i sfi: högst två år med studier i sfi. Sammanhängande perioder på minst 30 dagar med föräldraledighet "
        "räknas inte, dock sammanlagt högst ett år. Allt ska rymmas inom tre år från den dag då personen folkbokfördes "
        "första gången i en kommun."
    )
    either = attrs.evolve(
        LIMIT, skipping=unbroken(days("full_time_sick", "parental_leave"), at_least=30), frame=None
    )
    assert limit_words(either, "sv") == (
        "Tid i sfi: högst två år med studier i sfi. Sammanhängande perioder på minst 30 dagar med sjukskrivning på "
        "heltid eller föräldraledighet räknas inte, dock sammanlagt högst ett år."
    )
    assert limit_words(either, "en") == (
        "Time in sfi: two years with studies in sfi at most. Unbroken periods of at least 30 days with full-time sick "
        "leave or parental leave do not count, up to one year in all."
    )
    assert limit_words(attrs.evolve(LIMIT, most_skipped=None, frame_from=None), "en") == (
        "Time in sfi: two years with studies in sfi at most. Unbroken periods of at least 30 days with parental leave "
        "do not count. All of it must fit within three years from the first day."
    )
    assert (
        limit_words(attrs.evolve(LIMIT, skipping=None, frame=None), "sv")
        == "Tid i sfi: högst två år med studier i sfi."
    )
    assert (
        limit_words(BENEFIT, "sv")
        == "Fas 3: högst 450 ersättningsdagar i jobbgarantin för ungdomar."
    )


def test_allowances_are_intervals_where_days_are_unknown() -> None:
    exact = Allowance(
        LIMIT,
        DAY,
        "calendar days",
        Bounds(10, 10),
        Bounds(20, 20),
        (date(2015, 6, 20), date(2015, 6, 20)),
    )
    assert allowance_text(exact, "sv") == (
        "Tid i sfi, den 31 maj 2015: förbrukat 10 kalenderdagar, kvar 20 kalenderdagar. Utan avbrott är sista dagen "
        "den 20 juni 2015."
    )
    between = Allowance(
        LIMIT,
        DAY,
        "calendar days",
        Bounds(10, 15),
        Bounds(15, 20),
        (date(2015, 6, 15), date(2015, 6, 20)),
    )
    assert allowance_text(between, "en") == (
        "Time in sfi, on 31 May 2015: between 10 and 15 calendar days used, between 15 and 20 calendar days left. "
        "Without a break the last day is 15 June 2015 at the earliest and 20 June 2015 at the latest."
    )
    gone = Allowance(
        LIMIT, DAY, "calendar days", Bounds(10, 30), Bounds(0, 20), (None, date(2015, 6, 20))
    )
    assert allowance_text(gone, "sv").endswith(
        "senast den 20 juni 2015; tiden kan redan ha gått ut."
    )
    open_end = Allowance(BENEFIT, DAY, "benefit days", Bounds(0, None), None, None)
    assert allowance_text(open_end, "sv") == (
        "Fas 3, den 31 maj 2015: förbrukat minst 0 ersättningsdagar; hur många som är kvar är inte känt."
    )


def rule(condition: object, **about: object) -> Rule:
    return Rule(
        id="test",
        name=NAME,
        versions=(Version(reading="dua", condition=condition, citations=(PLACE,), **about),),
    )


def duty(within: Period | NotInSource | None, *starts: Start) -> Duty:
    return Duty(
        id="contact",
        name=Text("kontakt", "contact"),
        trigger=rule(has("school_duty_done")),
        bearer=Text("kommunen", "the municipality"),
        action=Text("kontakta personen", "contact the person"),
        citations=(PLACE,),
        within=within,
        starts=starts,
    )


def test_duties_say_when_to_act_or_that_the_source_does_not_say() -> None:
    person = Person(school_duty_done=True, first_registered=date(2015, 3, 1), as_of=DAY)
    registered = Start(Text("folkbokföringen", "the registration"), "first_registered")
    grown = Start(Text("inskrivningen", "the enrolment"))
    check = lambda answer, language="sv": duty_text(answer, language)  # noqa: E731
    at_once = duty(None).check(person, on=DAY)
    assert check(at_once) == (
        "Skyldigheten har uppstått den 31 maj 2015: kommunen ska kontakta personen. Senast den 31 maj 2015."
    )
    one = duty(months(3), registered).check(person, on=DAY)
    assert check(one, "en").endswith("By 1 June 2015 at the latest.")
    several = duty(Period(90, "days"), registered, grown).check(person, on=DAY)
    assert check(several) == (
        "Skyldigheten har uppstått den 31 maj 2015: kommunen ska kontakta personen. Tiden är 90 dagar, men källan "
        "säger inte från vilken dag. Möjliga dagar: folkbokföringen (senast den 30 maj 2015); inskrivningen (dagen är "
        "inte känd)."
    )
    no_time = duty(NOT_IN_SOURCE).check(person, on=DAY)
    assert check(no_time).endswith("kommunen ska kontakta personen. Källan anger ingen tid.")
    unknown = duty(None).check(Person(as_of=DAY), on=DAY)
    assert check(unknown) == (
        "Det kan inte avgöras om skyldigheten har uppstått den 31 maj 2015: kommunen ska kontakta personen."
    )
    maybe = duty(months(3), registered).check(Person(as_of=DAY), on=DAY)
    assert check(maybe, "en").endswith(
        "The time is three months from: the registration (the day is not known)."
    )
    near = Text("att personen bor nära", "that the person lives near")
    asked = attrs.evolve(
        duty(None), trigger=rule(has("school_duty_done") & judgement(FIT) & judgement(near))
    )
    judged = asked.check(person, on=DAY)
    assert judged.judgements == (FIT, near)
    assert check(judged) == (
        "Skyldigheten har uppstått den 31 maj 2015, förutsatt att platsen är lämplig och att personen bor nära: "
        "kommunen ska kontakta personen. Senast den 31 maj 2015."
    )
    assert check(judged, "en").startswith(
        "The duty has arisen on 31 May 2015, provided that the place is fit and that the person lives near: the "
    )
    no = duty(None).check(Person(school_duty_done=False, as_of=DAY), on=DAY)
    assert (
        check(no, "en")
        == "The duty has not arisen on 31 May 2015: the municipality shall contact the person."
    )


def test_a_rule_is_told_with_all_that_belongs_to_it() -> None:
    told = rule(
        age(16) & judgement(FIT),
        valid_from=date(2015, 1, 1),
        valid_to=date(2015, 12, 31),
        note=Text("Texten är inte läst.", "The text was not read."),
        limits=(BENEFIT,),
        ambiguities=(
            Ambiguity(Text("Oklart hur dagar räknas.", "Unclear how days count."), age(17)),
        ),
    )
    assert rule_text(NAME, told.versions, "sv") == (
        """\
Provregeln

Enligt den gemensamma DUA-modellen, i kraft från och med den 1 januari 2015 till och med den 31 december 2015.
Personen uppfyller båda dessa villkor:
  1 Personen har fyllt 16 år.
  2 [bedöms] Myndigheten bedömer om platsen är lämplig.

Längsta tid
- Fas 3: högst 450 ersättningsdagar i jobbgarantin för ungdomar.

Oklar ordalydelse
- Oklart hur dagar räknas.

Att veta om reglerna
- Texten är inte läst.

Källor
- SFS 2007:813, 5 § (läst i källan; senast kontrollerad den 22 november 2026)"""
    )


def test_a_decision_says_what_is_missing_and_assumed() -> None:
    tested = rule(age(16) & has("school_duty_done") & has("disability_code") & not_expressed(FIT))
    person = Person(born=date(1995, 1, 1), school_duty_done=True, as_of=date(2015, 1, 1))
    text = tested.decide(person, on=DAY, assume={"disability_code": 61}).text("sv")
    assert "Antaganden\n- Detta är antaget, inte känt: personens funktionshinderkod" in text
    assert "- Detta villkor prövas inte här: att platsen är lämplig." in text
    assert "- Frågan kan avgöras med uppgift om fullgjord skolplikt." in text
    assert (
        "- En uppgift om fullgjord skolplikt finns, men den gäller den 1 januari 2015 och inte "
        "prövningsdagen." in text
    )
    assert text.endswith("Svaret gäller bara de formella villkoren. Myndigheten beslutar.")
    simple = (
        rule(age(16) & has("school_duty_done"))
        .decide(Person(born=date(1995, 1, 1)), on=DAY)
        .text("en")
    )
    assert (
        "What is missing\n- Information on completed compulsory schooling settles the question."
        in simple
    )


@pytest.mark.parametrize(
    ("codes", "more"),
    [
        (
            (11, 21, 31, 41),
            "Svaret blir nej om personen inte har läst svenska för invandrare (sfi) någon av dagarna.",
        ),
        ((11, 21, 31, 41, 51), "Ytterligare en ändring räcker."),
        ((11, 21, 31, 41, 51, 61), "Ytterligare 2 ändringar räcker."),
    ],
)
def test_a_decision_says_what_would_change_it_and_when(codes: tuple[int, ...], more: str) -> None:
    tested = Rule(
        id="test",
        name=NAME,
        versions=(
            Version(
                reading="dua",
                condition=age(16, below=20) & during("sfi") & ~one_of("disability_code", *codes),
                citations=(PLACE,),
                valid_to=date(2016, 3, 31),
                note=Text("Ett påpekande.", "A remark."),
                ambiguities=(Ambiguity(Text("Oklart.", "Unclear."), age(60)),),
            ),
            Version(reading="sfs", condition=age(60), citations=(PLACE,)),
            Version(reading="agreement:kalmar", condition=age(16), citations=(PLACE,)),
            Version(
                reading="agreement:tyreso",
                condition=age(16),
                citations=(PLACE,),
                valid_to=date(2000, 1, 1),
            ),
        ),
    )
    person = Person(
        born=date(1995, 9, 1),
        disability_code=False,
        spells=[Spell(date(2015, 1, 1), ONGOING, "sfi")],
        observed=(date(2015, 1, 1), DAY),
        as_of=DAY,
    )
    text = tested.decide(person, on=DAY).text("sv")
    assert f"\n- {more}\n" in text
    assert "Svaret blir nej om personens funktionshinderkod hos Arbetsförmedlingen är 11" in text
    assert (
        "När svaret ändras\n- Om inget annat ändras och pågående perioder fortsätter: svaret är nej från och med den "
        "1 september 2015.\n- Från och med den 1 april 2016 finns ingen gällande text i denna läsning."
        in text
    )
    assert (
        "- Enligt författningens lydelse: nej (ett annat svar).\n- Enligt överenskommelsen för Kalmar: ja."
        in text
    )
    assert "- Enligt överenskommelsen för Tyresö: gällde inte den dagen." in text
    assert "Oklar ordalydelse som påverkar svaret\n- Oklart." in text
    assert "Att veta om reglerna\n- Ett påpekande." in text


def test_an_answer_reached_by_cases_says_so() -> None:
    tested = rule(age(16, below=25) | ~age(16, below=20))
    decision = tested.decide(Person(), on=DAY)
    assert decision.verdict is YES
    assert "every value it may have gives the same" in decision.text("en")


@given(people(), st.sampled_from(["jobbgaranti", "kaa", "etablering"]))
@settings(max_examples=10)
def test_both_languages_have_the_same_sections(person: Person, name: str) -> None:
    decision = getattr(programmes, name).decide(person, on=ON)
    swedish, english = decision_text(decision, "sv"), decision_text(decision, "en")
    for text in (swedish, english):
        assert "None" not in text.replace("None of these conditions", "")
        assert "  " not in text.replace("\n  ", "\n").replace("\n  ", "\n").split("\n\n")[0]
    count = [
        [section.count("\n- ") for section in text.split("\n\n")] for text in (swedish, english)
    ]
    assert count[0] == count[1]
    assert json.dumps(swedish) != json.dumps(english)


def test_never_a_right() -> None:
    decision = programmes.traineejobb.decide(Person(born=date(1994, 1, 1)), on=date(2016, 5, 31))
    assert "har rätt till" not in decision.text("sv")
    assert "is entitled" not in decision.text("en")

"""How the main shapes of rules are said, word for word, in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from dualib.conditions import (
    Case,
    Condition,
    age,
    at_event,
    at_least,
    before,
    days,
    days_in,
    during,
    happened,
    has,
    judgement,
    named,
    not_expressed,
    on_or_after,
    one_of,
    participates,
    run,
    unbroken,
    within,
)
from dualib.conditions.base import Always
from dualib.conditions.dates import Happened
from dualib.conditions.markers import NotExpressed
from dualib.dates import Ends, LeapBirthday, last_days, last_months, months, to_day, years
from dualib.language import Text
from dualib.person import ONGOING, Person, Spell
from dualib.programmes.shared_terms import WITHOUT_WORK
from dualib.vocabulary import NEVER, Status, Track
from dualib.wording import Line, describe, explain, outline_text

JOBLESS = days("full_time_unemployed") & days("registered_as_jobseeker")
SICK = unbroken(days("full_time_sick"), at_least=30)
FAR = Text("står långt från arbetsmarknaden", "is far from the labour market")
FIT = Text("att platsen är lämplig", "that the place is fit")

RULES: list[tuple[Condition, str, str]] = [
    (
        age(16, below=25),
        "Personen har fyllt 16 men inte 25 år.",
        "The person has turned 16 but not 25.",
    ),
    (age(16), "Personen har fyllt 16 år.", "The person has turned 16."),
    (age(0, below=20), "Personen har inte fyllt 20 år.", "The person has not turned 20."),
    (age(0), "Personen är född.", "The person has been born."),
    (
        ~age(16, below=25),
        "Personen har inte fyllt 16 år eller har redan fyllt 25 år.",
        "The person has not turned 16 or has already turned 25.",
    ),
    (~age(0, below=20), "Personen har fyllt 20 år.", "The person has already turned 20."),
    (~age(16), "Personen har inte fyllt 16 år.", "The person has not turned 16."),
    (
        age(20, below=25, at="decision"),
        "Personen har på beslutsdagen fyllt 20 men inte 25 år.",
        "The person has turned 20 but not 25 by the day of the decision.",
    ),
    (
        age(21, below=26, at="calendar_year"),
        "Personen fyller 21–25 år under kalenderåret.",
        "The person reaches an age from 21 to 25 during the calendar year.",
    ),
    (
        age(26, at="calendar_year"),
        "Personen fyller minst 26 år under kalenderåret.",
        "The person turns 26 or more during the calendar year.",
    ),
    (
        ~age(26, at="calendar_year"),
        "Personen fyller högst 25 år under kalenderåret.",
        "The person turns 25 at most during the calendar year.",
    ),
    (
        age(0, below=20, at="calendar_year"),
        "Personen fyller högst 19 år under kalenderåret.",
        "The person turns 19 at most during the calendar year.",
    ),
    (
        ~age(0, below=20, at="calendar_year"),
        "Personen fyller minst 20 år under kalenderåret.",
        "The person turns 20 or more during the calendar year.",
    ),
    (
        ~age(20, below=21, at="calendar_year"),
        "Personen fyller inte 20 år under kalenderåret.",
        "The person does not turn 20 during the calendar year.",
    ),
    (
        age(20, at="start_of_year"),
        "Personen hade vid årets början fyllt 20 år.",
        "The person had turned 20 at the start of the year.",
    ),
    (
        age(16, below=25, at="statistics_date"),
        "Personen har vid månadens slut (statistikdagen) fyllt 16 men inte 25 år.",
        "The person has turned 16 but not 25 by the end of the month (the statistics date).",
    ),
    (
        days_in(JOBLESS, at_least=90, window=last_days(120), ends=Ends.ON),
        "Personen har varit arbetslös på heltid och anmäld som arbetssökande hos "
        "Arbetsförmedlingen i sammanlagt minst 90 kalenderdagar under de senaste 120 dagarna "
        "(prövningsdagen medräknad).",
        "The person has been full-time unemployed and registered as a jobseeker at "
        "Arbetsförmedlingen on at least 90 calendar days in all during the last 120 days (the "
        "assessment date counted).",
    ),
    (
        ~days_in(JOBLESS, at_least=90, window=last_months(4), ends=Ends.DAY_BEFORE),
        "Personen har varit arbetslös på heltid och anmäld som arbetssökande hos "
        "Arbetsförmedlingen i färre än 90 kalenderdagar under de fyra månader som slutar dagen "
        "före prövningsdagen.",
        "The person has been full-time unemployed and registered as a jobseeker at "
        "Arbetsförmedlingen on fewer than 90 calendar days during the four months that end on the "
        "day before the assessment date.",
    ),
    (
        days_in(days("sfi"), at_least=1, window=last_months(1), ends=Ends.DAY_BEFORE),
        "Personen har läst svenska för invandrare (sfi) minst en kalenderdag under den månad som "
        "slutar dagen före prövningsdagen.",
        "The person has studied Swedish for immigrants (sfi) on at least one calendar day during "
        "the month that ends on the day before the assessment date.",
    ),
    (
        days_in(days("sfi"), at_least=30, window=last_months(12), ends=Ends.DAY_BEFORE),
        "Personen har läst svenska för invandrare (sfi) i sammanlagt minst 30 kalenderdagar under "
        "det år som slutar dagen före prövningsdagen.",
        "The person has studied Swedish for immigrants (sfi) on at least 30 calendar days in all "
        "during the year that ends on the day before the assessment date.",
    ),
    (
        ~days_in(days("sfi"), at_least=1, window=last_months(1), ends=Ends.ON),
        "Personen har inte läst svenska för invandrare (sfi) någon kalenderdag under den senaste "
        "månaden (prövningsdagen medräknad).",
        "The person has not studied Swedish for immigrants (sfi) on any calendar day during the "
        "last month (the assessment date counted).",
    ),
    (
        days_in(
            days("sfi"),
            at_least=5,
            window=last_months(24),
            ends=Ends.ON,
            skipping=SICK,
            most_skipped=180,
        ),
        "Personen har läst svenska för invandrare (sfi) i sammanlagt minst 5 kalenderdagar under "
        "de senaste två åren (prövningsdagen medräknad). Sammanhängande perioder på minst 30 "
        "dagar med sjukskrivning på heltid hoppas över och förlänger perioden bakåt i tiden, dock "
        "sammanlagt högst 180 dagar.",
        "The person has studied Swedish for immigrants (sfi) on at least 5 calendar days in all "
        "during the last two years (the assessment date counted). Unbroken periods of at least 30 "
        "days with full-time sick leave are skipped and lengthen the period backwards in time, up "
        "to 180 days in all.",
    ),
    (
        run(days("part_time", "hourly"), months(3), ends=Ends.ON),
        "Personen har i minst tre månader i följd arbetat deltid eller haft timanställning, fram "
        "till och med prövningsdagen.",
        "The person has worked part time or by the hour for at least three months in a row, up to "
        "and including the assessment date.",
    ),
    (
        ~run(days("sfi"), years(1), ends=Ends.DAY_BEFORE, skipping=days("parental_leave")),
        "Personen har inte i minst ett år i följd läst svenska för invandrare (sfi), fram till "
        "och med dagen före prövningsdagen. Dagar med föräldraledighet bryter inte följden men "
        "räknas inte heller.",
        "The person has not studied Swedish for immigrants (sfi) for at least one year in a row, "
        "up to and including the day before the assessment date. Days with parental leave do not "
        "break the row and do not count towards it either.",
    ),
    (
        participates("jobbgaranti"),
        "Personen deltar i jobbgarantin för ungdomar på prövningsdagen (det räcker inte att "
        "uppfylla villkoren).",
        "The person takes part in the job guarantee for young people on the assessment date "
        "(meeting its conditions is not enough).",
    ),
    (
        ~participates("jobbgaranti"),
        "Personen deltar inte i jobbgarantin för ungdomar på prövningsdagen.",
        "The person does not take part in the job guarantee for young people on the assessment "
        "date.",
    ),
    (
        during(JOBLESS),
        "Personen är arbetslös på heltid och anmäld som arbetssökande hos Arbetsförmedlingen på "
        "prövningsdagen.",
        "The person is full-time unemployed and registered as a jobseeker at Arbetsförmedlingen on "
        "the assessment date.",
    ),
    (
        ~during("part_time", "hourly"),
        "Personen arbetar inte deltid och har inte timanställning på prövningsdagen.",
        "The person does not work part time and does not work by the hour on the assessment date.",
    ),
    (
        during(days("sfi") - days("full_time_sick", "parental_leave")),
        "Prövningsdagen är en dag med studier i sfi men utan vare sig sjukskrivning på heltid "
        "eller föräldraledighet.",
        "The assessment date is a day with studies in sfi but without either full-time sick leave "
        "or parental leave.",
    ),
    (
        during(
            days("hourly") - days(*(status for status in Status if status.track is Track.STUDY))
        ),
        "Prövningsdagen är en dag med timanställning men utan studier av något slag.",
        "The assessment date is a day with hourly work but without studies of some kind.",
    ),
    (
        ~during(*(status for status in Status if status.track is Track.STUDY)),
        "Personen studerar inte i någon form på prövningsdagen.",
        "The person is not studying on the assessment date.",
    ),
    (
        days_in(JOBLESS | days("hourly"), at_least=2, window=last_days(30), ends=Ends.ON),
        "Personen har haft timanställning, eller varit arbetslös på heltid och anmäld som "
        "arbetssökande hos Arbetsförmedlingen, i sammanlagt minst 2 kalenderdagar under de senaste "
        "30 dagarna (prövningsdagen medräknad).",
        "The person has worked by the hour, or been full-time unemployed and registered as a "
        "jobseeker at Arbetsförmedlingen, on at least 2 calendar days in all during the last 30 "
        "days (the assessment date counted).",
    ),
    (
        during(
            JOBLESS
            | (days("full_time_unemployed") & days("sfi"))
            | days("hourly")
            | days("part_time")
        ),
        "Personen har timanställning eller arbetar deltid, eller är arbetslös på heltid och anmäld "
        "som arbetssökande hos Arbetsförmedlingen, eller är arbetslös på heltid och läser svenska "
        "för invandrare (sfi), på prövningsdagen.",
        "The person works by the hour or part time, or is full-time unemployed and registered as a "
        "jobseeker at Arbetsförmedlingen, or is full-time unemployed and studies Swedish for "
        "immigrants (sfi), on the assessment date.",
    ),
    (
        during(JOBLESS | (days("full_time_unemployed") & days("sfi"))),
        "Personen är arbetslös på heltid och anmäld som arbetssökande hos Arbetsförmedlingen, "
        "eller är arbetslös på heltid och läser svenska för invandrare (sfi), på prövningsdagen.",
        "The person is full-time unemployed and registered as a jobseeker at Arbetsförmedlingen, "
        "or is full-time unemployed and studies Swedish for immigrants (sfi), on the assessment "
        "date.",
    ),
    (
        ~during(JOBLESS | days("sfi")),
        "Det stämmer inte att personen läser svenska för invandrare (sfi), eller är arbetslös på "
        "heltid och anmäld som arbetssökande hos Arbetsförmedlingen, på prövningsdagen.",
        "It is not so that the person studies Swedish for immigrants (sfi), or is full-time "
        "unemployed and registered as a jobseeker at Arbetsförmedlingen, on the assessment date.",
    ),
    (
        during(WITHOUT_WORK),
        "Personen deltar i ett arbetsmarknadspolitiskt program utan heltidsarbete eller "
        "anställning med stöd, eller är arbetslös på heltid och anmäld som arbetssökande hos "
        "Arbetsförmedlingen, på prövningsdagen.",
        "The person takes part in a labour-market programme without full-time work or employment "
        "with support, or is full-time unemployed and registered as a jobseeker at "
        "Arbetsförmedlingen, on the assessment date.",
    ),
    (
        within("first_registered", years(1)),
        "Det har gått högst ett år sedan personen folkbokfördes första gången i en kommun.",
        "No more than one year has passed since the person was first entered in the population "
        "register of a municipality.",
    ),
    (
        ~within("permit_granted", months(18)),
        "Det har gått mer än 18 månader sedan personen beviljades uppehållstillstånd, eller "
        "personen har inte beviljats uppehållstillstånd.",
        "More than 18 months have passed since the person was granted a residence permit, or the "
        "person has not been granted a residence permit.",
    ),
    (
        happened("permit_granted"),
        "Personen beviljades uppehållstillstånd på prövningsdagen eller tidigare.",
        "The person was granted a residence permit on the assessment date or earlier.",
    ),
    (
        ~happened("permit_granted"),
        "Personen har inte beviljats uppehållstillstånd till och med prövningsdagen.",
        "The person has not been granted a residence permit by the assessment date.",
    ),
    (
        on_or_after("born", date(1990, 1, 1)),
        "Personen föddes den 1 januari 1990 eller senare.",
        "The person was born on 1 January 1990 or later.",
    ),
    (
        ~before("born", date(1990, 1, 1)),
        "Det stämmer inte att personen föddes före den 1 januari 1990.",
        "It is not so that the person was born before 1 January 1990.",
    ),
    (
        Happened("born", date(1990, 1, 1), date(1990, 12, 31)),
        "Personen föddes från och med den 1 januari 1990 till och med den 31 december 1990.",
        "The person was born from 1 January 1990 to 31 December 1990, both included.",
    ),
    (
        at_least("benefit_days_in_jobbgaranti", 200),
        "Personen har minst 200 ersättningsdagar i jobbgarantin för ungdomar.",
        "The person has at least 200 benefit days in the job guarantee for young people.",
    ),
    (one_of("sex", "woman"), "Personen är kvinna.", "The person is a woman."),
    (
        ~one_of("disability_code", 11, 61),
        "Personens funktionshinderkod hos Arbetsförmedlingen är inte 11 (hjärt-, kärl- eller "
        "lungsjukdom) eller 61 (psykisk funktionsnedsättning).",
        "The person's disability code at Arbetsförmedlingen is not 11 (heart, vascular or lung "
        "disease) or 61 (psychiatric disability).",
    ),
    (
        judgement(FAR),
        "Myndigheten bedömer om följande stämmer: står långt från arbetsmarknaden.",
        "The authority judges whether this holds: is far from the labour market.",
    ),
    (
        judgement(FIT),
        "Myndigheten bedömer om platsen är lämplig.",
        "The authority judges whether the place is fit.",
    ),
    (
        not_expressed(FIT),
        "Det krävs att platsen är lämplig. Villkoret prövas inte här, så svaret på det är okänt.",
        "It is required that the place is fit. This condition is not assessed here, so the answer "
        "is unknown.",
    ),
    (
        ~not_expressed(FIT),
        "Det får inte vara så att platsen är lämplig. Villkoret prövas inte här, så svaret på det "
        "är okänt.",
        "It must not be so that the place is fit. This condition is not assessed here, so the "
        "answer is unknown.",
    ),
    (
        NotExpressed(FAR),
        "Det krävs att följande gäller: står långt från arbetsmarknaden. Villkoret prövas inte "
        "här, så svaret på det är okänt.",
        "It is required that this holds: is far from the labour market. This condition is not "
        "assessed here, so the answer is unknown.",
    ),
    (Always(), "Inga villkor ställs.", "No conditions are set."),
    (~Always(), "Villkoret kan inte uppfyllas av någon.", "Nobody can meet the condition."),
    (
        named(Text("Ålder", "Age"), age(16)),
        "Ålder: personen har fyllt 16 år.",
        "Age: the person has turned 16.",
    ),
]


@pytest.mark.parametrize(
    ("condition", "swedish", "english"), RULES, ids=[sv[:50] for _, sv, _ in RULES]
)
def test_a_condition_is_said_so(condition: Condition, swedish: str, english: str) -> None:
    assert describe(condition, "sv").text == swedish
    assert describe(condition, "en").text == english


TREE = named(
    Text("Ålder", "Age"), age(16, below=25) | age(16, below=30) & has("disability_code")
) & ~(at_event("first_registered", age(18)) | ~named(Text("studier", "studies"), during("sfi")))


def test_a_tree_is_said_so_in_swedish() -> None:
    assert outline_text(describe(TREE, "sv"), "sv") == (
        """\
Personen uppfyller båda dessa villkor:
  1 Ålder: personen uppfyller minst ett av dessa villkor:
    1.1 Personen har fyllt 16 men inte 25 år.
    1.2 Personen uppfyller båda dessa villkor:
      1.2.1 Personen har fyllt 16 men inte 30 år.
      1.2.2 Personen har en funktionshinderkod hos Arbetsförmedlingen.
  2 Personen uppfyller inget av dessa villkor:
    2.1 På den dag då personen folkbokfördes första gången i en kommun, som då räknas som
        prövningsdag, gäller följande:
      2.1.1 Personen har fyllt 18 år.
    2.2 Personen uppfyller inte villkoret ”studier”, det vill säga inte detta:
      2.2.1 Personen läser svenska för invandrare (sfi) på prövningsdagen."""
    )


def test_a_tree_is_said_so_in_english() -> None:
    assert outline_text(describe(TREE, "en"), "en") == (
        """\
The person meets both of these conditions:
  1 Age: the person meets at least one of these conditions:
    1.1 The person has turned 16 but not 25.
    1.2 The person meets both of these conditions:
      1.2.1 The person has turned 16 but not 30.
      1.2.2 The person has a disability code at Arbetsförmedlingen.
  2 The person meets none of these conditions:
    2.1 On the day when the person was first entered in the population register of a municipality,
        then taken as the assessment date, the following holds:
      2.1.1 The person has turned 18.
    2.2 The person does not meet the condition “studies”, that is, not the following:
      2.2.1 The person studies Swedish for immigrants (sfi) on the assessment date."""
    )


ON = date(2015, 5, 31)


def told(
    condition: Condition,
    language: str,
    leap: LeapBirthday = LeapBirthday.FEBRUARY_28,
    **about: object,
) -> Line:
    about.setdefault("as_of", ON)
    reason = condition.reason(Case(Person(**about), to_day(ON), leap=leap))
    return explain(reason, ON, language, leap=leap)


FOUND: list[tuple[Condition, dict[str, object], str, str]] = [
    (
        age(16, below=25),
        {"born": date(1997, 3, 12)},
        "Född den 12 mars 1997: fyllde 16 år den 12 mars 2013 och fyller 25 år den 12 mars 2022.",
        "Born on 12 March 1997: turned 16 on 12 March 2013 and turns 25 on 12 March 2022.",
    ),
    (age(0), {"born": date(1997, 3, 12)}, "Född den 12 mars 1997.", "Born on 12 March 1997."),
    (
        age(20, at="start_of_year"),
        {"born": date(1995, 3, 12)},
        "Född den 12 mars 1995: fyller 20 år den 12 mars 2015. Åldern räknas den 1 januari 2015.",
        "Born on 12 March 1995: turns 20 on 12 March 2015. The age is taken on 1 January 2015.",
    ),
    (age(16), {}, "Uppgift saknas: födelsedatum.", "No information: birth date."),
    (has("school_duty_done"), {"school_duty_done": True}, "", ""),
    (
        ~has("school_duty_done"),
        {"school_duty_done": True},
        "Personen har fullgjort sin skolplikt.",
        "The person has completed compulsory schooling.",
    ),
    (
        one_of("disability_code", 11),
        {"disability_code": False},
        "Personen saknar funktionshinderkod hos Arbetsförmedlingen.",
        "The person has no disability code at Arbetsförmedlingen.",
    ),
    (
        one_of("disability_code", 11),
        {"disability_code": 61},
        "Uppgiften är 61 (psykisk funktionsnedsättning).",
        "What is recorded is 61 (psychiatric disability).",
    ),
    (
        one_of("municipality", "0880"),
        {"municipality": "0138"},
        "Uppgiften är 0138.",
        "What is recorded is 0138.",
    ),
    (one_of("sex", "man"), {}, "Uppgift saknas: kön.", "No information: sex."),
    (
        at_least("benefit_days_in_jobbgaranti", 200),
        {"benefit_days_in_jobbgaranti": 150},
        "Antalet är 150 (minst 200 krävs).",
        "The number is 150 (at least 200 required).",
    ),
    (
        at_least("benefit_days_in_jobbgaranti", 200),
        {},
        "Uppgift saknas: ersättningsdagar i jobbgarantin för ungdomar.",
        "No information: benefit days in the job guarantee for young people.",
    ),
    (
        within("permit_granted", months(18)),
        {"permit_granted": date(2014, 1, 31)},
        "Personen beviljades uppehållstillstånd den 31 januari 2014. Tiden löper ut den 31 juli "
        "2015.",
        "The person was granted a residence permit on 31 January 2014. The time runs out on 31 "
        "July 2015.",
    ),
    (
        within("permit_granted", months(12)),
        {"permit_granted": date(2014, 1, 31)},
        "Personen beviljades uppehållstillstånd den 31 januari 2014. Tiden löpte ut den 31 "
        "januari 2015.",
        "The person was granted a residence permit on 31 January 2014. The time ran out on 31 "
        "January 2015.",
    ),
    (
        within("permit_granted", months(12)),
        {"permit_granted": NEVER},
        "Personen har inte beviljats uppehållstillstånd.",
        "The person has not been granted a residence permit.",
    ),
    (
        happened("permit_granted"),
        {"permit_granted": date(2015, 6, 30), "as_of": date(2015, 6, 30)},
        "Personen beviljades uppehållstillstånd den 30 juni 2015, alltså senare.",
        "The person was granted a residence permit on 30 June 2015, which is later.",
    ),
    (
        happened("born"),
        {"born": date(1997, 3, 12)},
        "Personen föddes den 12 mars 1997.",
        "The person was born on 12 March 1997.",
    ),
    (
        days_in(days("sfi"), at_least=90, window=last_days(120), ends=Ends.ON),
        {"spells": [Spell(date(2015, 2, 26), ONGOING, "sfi")], "observed": (date(2015, 1, 1), ON)},
        "95 kalenderdagar (minst 90 krävs) från och med den 1 februari 2015 till och med den 31 "
        "maj 2015.",
        "95 calendar days (at least 90 required) from 1 February 2015 to 31 May 2015, both "
        "included.",
    ),
    (
        days_in(days("sfi"), at_least=90, window=last_days(120), ends=Ends.ON),
        {
            "spells": [Spell(date(2015, 3, 1), date(2015, 3, 1), "sfi")],
            "observed": (date(2015, 2, 1), date(2015, 3, 31)),
        },
        "Mellan 1 och 62 kalenderdagar (minst 90 krävs) från och med den 1 februari 2015 till och "
        "med den 31 maj 2015; alla dagar är inte kända.",
        "Between 1 and 62 calendar days (at least 90 required) from 1 February 2015 to 31 May "
        "2015, both included; not all days are known.",
    ),
    (
        run(days("sfi"), months(1), ends=Ends.ON, skipping=days("full_time_sick")),
        {
            "spells": [
                Spell(date(2015, 1, 1), ONGOING, "sfi"),
                Spell(date(2015, 5, 1), date(2015, 5, 1), "parental_leave"),
            ],
            "observed": (date(2014, 1, 1), ON),
        },
        "31 kalenderdagar (minst 31 krävs) från och med den 1 maj 2015 till och med den 31 maj "
        "2015.",
        "31 calendar days (at least 31 required) from 1 May 2015 to 31 May 2015, both included.",
    ),
    (
        days_in(
            days("sfi"),
            at_least=1,
            window=last_days(10),
            ends=Ends.ON,
            skipping=days("full_time_sick"),
        ),
        {
            "spells": [Spell(date(2015, 5, 30), date(2015, 5, 30), "full_time_sick")],
            "observed": {
                Track.STUDY: (date(2014, 1, 1), ON),
                Track.ABSENCE: (date(2014, 1, 1), ON),
            },
        },
        "0 kalenderdagar (minst 1 krävs) från och med den 21 maj 2015 till och med den 31 maj "
        "2015. Perioden är 1 dag längre, eftersom dagar hoppas över.",
        "0 calendar days (at least 1 required) from 21 May 2015 to 31 May 2015, both included. "
        "The period is 1 day longer, because days are skipped.",
    ),
    (
        days_in(
            days("sfi"),
            at_least=1,
            window=last_days(2),
            ends=Ends.ON,
            skipping=days("full_time_sick"),
            most_skipped=2,
        ),
        {"spells": [], "observed": {Track.STUDY: (date(2014, 1, 1), date(2015, 5, 30))}},
        "Mellan 0 och 1 kalenderdag (minst 1 krävs) från och med den 28 maj 2015 till och med den "
        "31 maj 2015; alla dagar är inte kända. Perioden är som mest 2 dagar längre, eftersom "
        "dagar hoppas över.",
        "Between 0 and 1 calendar day (at least 1 required) from 28 May 2015 to 31 May 2015, both "
        "included; not all days are known. The period is at most 2 days longer, because days are "
        "skipped.",
    ),
    (
        during("sfi"),
        {"spells": [Spell(date(2015, 1, 1), ONGOING, "sfi")], "observed": (date(2014, 1, 1), ON)},
        "Enligt uppgifterna var det så den 31 maj 2015.",
        "This is so according to what is recorded for 31 May 2015.",
    ),
    (
        ~during("sfi"),
        {"spells": [Spell(date(2015, 1, 1), ONGOING, "sfi")], "observed": (date(2014, 1, 1), ON)},
        "Enligt uppgifterna var det inte så den 31 maj 2015.",
        "This is not so according to what is recorded for 31 May 2015.",
    ),
    (
        during("sfi"),
        {},
        "Läget den 31 maj 2015 är inte känt.",
        "What held on 31 May 2015 is not known.",
    ),
]


@pytest.mark.parametrize(
    ("condition", "about", "swedish", "english"), FOUND, ids=[f"{i}" for i in range(len(FOUND))]
)
def test_what_was_found_is_said_so(
    condition: Condition, about: dict[str, object], swedish: str, english: str
) -> None:
    assert told(condition, "sv", **about).found == swedish
    assert told(condition, "en", **about).found == english


def test_the_leap_convention_is_followed() -> None:
    line = told(age(18), "sv", LeapBirthday.MARCH_1, born=date(1996, 2, 29))
    assert line.found == "Född den 29 februari 1996: fyllde 18 år den 1 mars 2014."


def test_the_day_of_an_event_is_the_day_asked_about() -> None:
    condition = at_event("permit_granted", age(18))
    line = told(condition, "en", born=date(1997, 1, 1), permit_granted=date(2014, 12, 31))
    assert line.found == "The person was granted a residence permit on 31 December 2014."
    assert line.children[0].found == "Born on 1 January 1997: turns 18 on 1 January 2015."


@pytest.mark.parametrize("granted", [None, NEVER, date(2015, 6, 30)])
def test_what_would_hold_on_a_day_that_is_not_there_is_not_told(granted: object) -> None:
    line = told(
        at_event("permit_granted", age(18)), "sv", born=date(1997, 1, 1), permit_granted=granted
    )
    assert line.found
    assert line.children == (describe(age(18), "sv"),)


def test_answers_are_marked() -> None:
    condition = (
        age(16) & has("school_duty_done") & judgement(FIT) & not_expressed(FIT) & during("sfi")
    )
    text = outline_text(told(condition, "sv", born=date(1997, 1, 1), school_duty_done=False), "sv")
    assert text.startswith(
        "[nej] Personen uppfyller alla dessa villkor:\n  1 [ja] Personen har fyllt 16 år.\n    Född"
    )
    assert (
        "\n  3 [bedöms] Myndigheten bedömer om platsen är lämplig.\n  4 [okänt] Det krävs" in text
    )

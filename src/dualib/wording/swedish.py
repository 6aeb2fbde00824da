"""Swedish: the words in which a case worker would say conditions, sets of days and findings."""

from __future__ import annotations

from typing import Final

from dualib.wording.grammar import Grammar, Unit

__all__ = ["SUPINES", "SWEDISH"]

#: The verbs that statuses begin with, in the form that follows "har".
SUPINES: Final = {
    "arbetar": "arbetat",
    "deltar": "deltagit",
    "får": "fått",
    "går": "gått",
    "har": "haft",
    "läser": "läst",
    "omfattas": "omfattats",
    "studerar": "studerat",
    "är": "varit",
}


def _perfect(clause: str) -> str:
    verb, _, rest = clause.partition(" ")
    return f"{SUPINES[verb]} {rest}"


def _negated(clause: str) -> str:
    verb, _, rest = clause.partition(" ")
    return f"{verb} inte {rest}"


SWEDISH = Grammar(
    language="sv",
    subject="Personen ",
    dated="den {date}",
    negated=_negated,
    perfect=_perfect,
    units={
        "day": Unit(
            length=("en dag", "{number} dagar"),
            last=("den senaste dagen", "de senaste {number} dagarna"),
            ending=("den dag som slutar", "de {number} dagar som slutar"),
        ),
        "month": Unit(
            length=("en månad", "{number} månader"),
            last=("den senaste månaden", "de senaste {number} månaderna"),
            ending=("den månad som slutar", "de {number} månader som slutar"),
        ),
        "year": Unit(
            length=("ett år", "{number} år"),
            last=("det senaste året", "de senaste {number} åren"),
            ending=("det år som slutar", "de {number} år som slutar"),
        ),
    },
    calendar_days=("{number} kalenderdag", "{number} kalenderdagar"),
    plain_days=("{number} dag", "{number} dagar"),
    day_asked=("prövningsdagen", "dagen före prövningsdagen"),
    whole_life=(
        "räknat till och med prövningsdagen",
        "räknat till och med dagen före prövningsdagen",
    ),
    window_on="under {last} (prövningsdagen medräknad)",
    window_before="under {ending} dagen före prövningsdagen",
    or_longer=", eller ",
    choice="antingen {days}",
    both="både {days}",
    same_day="{days} samma dag",
    without="{days} men utan {others}",
    neither="vare sig {days}",
    unbroken="{days} i minst {length} i följd",
    age_points={
        "day": "",
        "decision": " på beslutsdagen",
        "calendar_year": " före kalenderårets slut",
        "start_of_year": " vid årets början",
        "statistics_date": " vid månadens slut (statistikdagen)",
    },
    has=("har", "hade"),
    born=("Personen är född{when}", "Personen är inte född{when}"),
    young=("Personen {has}{when} inte fyllt {below} år", "Personen {has}{when} fyllt {below} år"),
    old=("Personen {has}{when} fyllt {lo} år", "Personen {has}{when} inte fyllt {lo} år"),
    between=(
        "Personen {has}{when} fyllt {lo} men inte {below} år",
        "Personen {has}{when} inte fyllt {lo} år eller {has} redan fyllt {below} år",
    ),
    turns_one=(
        "Personen fyller {lo} år under kalenderåret",
        "Personen fyller inte {lo} år under kalenderåret",
    ),
    turns_from=(
        "Personen fyller minst {lo} år under kalenderåret",
        "Personen fyller högst {younger} år under kalenderåret",
    ),
    turns_below=(
        "Personen fyller högst {oldest} år under kalenderåret",
        "Personen fyller minst {below} år under kalenderåret",
    ),
    turns_between=(
        "Personen fyller {lo}–{oldest} år under kalenderåret",
        "Personen fyller inte {lo}–{oldest} år under kalenderåret",
    ),
    have=("har", "har"),
    within=(
        "Det {have} gått högst {length} sedan personen {happened}",
        "Det {have} gått mer än {length} sedan personen {happened}, eller personen {not_yet}",
    ),
    happened_when=("Personen {happened} {when}", "Det stämmer inte att personen {happened} {when}"),
    happened_by=(
        "Personen {happened} på prövningsdagen eller tidigare",
        "Personen {not_yet} till och med prövningsdagen",
    ),
    from_to="från och med {first} till och med {last}",
    or_later="{day} eller senare",
    before="före {day}",
    is_sex=("Personen är {values}", "Personen är inte {values}"),
    is_one_of=("Personens {fact} är {values}", "Personens {fact} är inte {values}"),
    days_in_one=(
        "Personen har minst en kalenderdag med {days} {window}",
        "Personen har ingen kalenderdag med {days} {window}",
    ),
    days_in=(
        "Personen har sammanlagt minst {count} kalenderdagar med {days} {window}",
        "Personen har färre än {count} kalenderdagar med {days} {window}",
    ),
    done_in_one=(
        "Personen har {done} minst en kalenderdag {window}",
        "Personen har inte {done} någon kalenderdag {window}",
    ),
    done_in=(
        "Personen har {done} i sammanlagt minst {count} kalenderdagar {window}",
        "Personen har {done} i färre än {count} kalenderdagar {window}",
    ),
    done_run=(
        "Personen har i minst {length} i följd {done}, fram till och med {end}",
        "Personen har inte i minst {length} i följd {done}, fram till och med {end}",
    ),
    run=(
        "Personen har haft minst {length} i följd med {days}, fram till och med {end}",
        "Personen har inte haft minst {length} i följd med {days}, fram till och med {end}",
    ),
    during_day=(
        "Prövningsdagen är en dag med {days}",
        "Prövningsdagen är inte en dag med {days}",
    ),
    during="Personen {clauses} på prövningsdagen",
    during_none="Det stämmer inte att personen {clauses} på prövningsdagen",
    enrolled=" (det räcker inte att uppfylla villkoren)",
    skipped_days="Dagar med {days}",
    skipped_periods="Sammanhängande perioder på minst {length} med {days}",
    skipped=". {days} hoppas över och förlänger perioden bakåt i tiden{most}",
    passed_over=". {days} bryter inte följden men räknas inte heller{most}",
    most_skipped=", dock sammanlagt högst {length}",
    that="att ",
    judged="Myndigheten bedömer om {text}",
    judged_whether=(
        "Myndigheten bedömer om följande stämmer: {text}",
        "Myndigheten bedömer om följande inte stämmer: {text}",
    ),
    demanded_that=("Det krävs {text}", "Det får inte vara så {text}"),
    demanded=(
        "Det krävs att följande gäller: {text}",
        "Det krävs att följande inte gäller: {text}",
    ),
    not_tested="{demand}. Villkoret prövas inte här, så svaret på det är okänt",
    unknown="Uppgift saknas: {fact}.",
    born_on="Född {day}",
    turned=("fyllde {age} år {day}", "fyller {age} år {day}"),
    age_taken="Åldern räknas {day}.",
    happened_on=("Personen {happened} {day}.", "Personen {happened} {day}, alltså senare."),
    runs_out=("Tiden löper ut {day}.", "Tiden löpte ut {day}."),
    recorded="Uppgiften är {value}.",
    number="Antalet är {number} (minst {needed} krävs).",
    counted="{number} (minst {needed} krävs) {span}",
    counted_between="Mellan {low} och {number} (minst {needed} krävs) {span}",
    some_unknown="; alla dagar är inte kända",
    longer="Perioden är {most}{number} längre, eftersom dagar hoppas över.",
    at_most="som mest ",
    day_unknown="Läget {day} är inte känt.",
    so=(
        "Enligt uppgifterna var det så {day}.",
        "Enligt uppgifterna var det inte så {day}.",
    ),
    groups={
        "all": "Personen uppfyller alla dessa villkor",
        "both": "Personen uppfyller båda dessa villkor",
        "any": "Personen uppfyller minst ett av dessa villkor",
        "none": "Personen uppfyller inget av dessa villkor",
        "not_all": "Personen uppfyller inte alla dessa villkor (minst ett brister)",
        "not_both": "Personen uppfyller inte båda dessa villkor (minst ett brister)",
    },
    labels={
        "all": "Alla dessa villkor",
        "both": "Båda dessa villkor",
        "any": "Minst ett av dessa villkor",
        "none": "Inget av dessa villkor",
        "not_all": "Inte alla dessa villkor (minst ett brister)",
        "not_both": "Inte båda dessa villkor (minst ett brister)",
    },
    event=(
        "På den dag då personen {happened}, som då räknas som prövningsdag, gäller följande",
        "På den dag då personen {happened}, som då räknas som prövningsdag, gäller inte följande, "
        "eller så har den dagen inte kommit",
    ),
    denied="Personen uppfyller inte villkoret ”{name}”, det vill säga inte detta",
)

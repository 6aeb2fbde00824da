"""What Kalmar's agreement says of national rules in its own words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

import attrs

from dualib.conditions import (
    age,
    days,
    days_in,
    during,
    happened,
    has,
    named,
    not_expressed,
    participates,
    within,
)
from dualib.dates import Ends, last_months, years
from dualib.language import Text
from dualib.local_agreements.local_terms import any_day, cited_agreement
from dualib.programmes.shared_terms import DISABILITY, DUA_FROM, DUA_TO, JOBLESS, YOUTH
from dualib.programmes.texts.anstallningsstod import SIX_MONTHS
from dualib.programmes.texts.etablering import PERMIT, TWO_YEARS, WITHOUT_PARENTS
from dualib.programmes.texts.jobb_och_utvecklingsgaranti import SEEKING_WORK
from dualib.rules import Ambiguity, Version
from dualib.sources import Citation
from dualib.vocabulary import Status

__all__ = ["CITATIONS", "READINGS"]

READING: Final = "agreement:kalmar"
GUARANTEE: Final = cited_agreement("kalmar", "bilaga 2, Jobb- och utvecklingsgarantin, s. 25")
ETABLERING_PAGE: Final = cited_agreement("kalmar", "bilaga 2, Etableringsuppdraget, s. 26")
HOLDS: Final = Text(
    "Kalmars gäller 2015-11-01–2018-12-31.", "Kalmar's is for 2015-11-01–2018-12-31."
)

IN_GUARANTEE: Final = participates("jobb_och_utvecklingsgaranti")
PART_TIME: Final = days(Status.PART_TIME, Status.HOURLY)
FOUR_MONTHS: Final = last_months(4)

#: Ninety days of full-time unemployment or of part-time work with benefit right, counted apart
#: ("alternativt"); or one of three routes without them. The words are about a person who seeks work
#: ("en arbetssökande").
JOBBGARANTI_ROUTES: Final = during(Status.REGISTERED_AS_JOBSEEKER) & (
    named(
        Text("Kvalificeringstid", "Qualifying time"),
        days_in(JOBLESS, at_least=90, window=FOUR_MONTHS, ends=Ends.ON)
        | days_in(PART_TIME, at_least=90, window=FOUR_MONTHS, ends=Ends.ON)
        & has("unemployment_benefit_right"),
    )
    | named(
        Text("Utan kvalificeringstid", "Without qualifying time"),
        has("arbetslivsintroduktion_done")
        | during(JOBLESS) & has("sentenced_to_prison")
        | has("etablering_time_used"),
    )
)

JOBBGARANTI: Final = Version(
    reading=READING,
    valid_from=DUA_FROM,
    valid_to=DUA_TO,
    condition=YOUTH & JOBBGARANTI_ROUTES,
    citations=(
        cited_agreement("kalmar", "bilaga 2, Jobbgarantin för ungdomar, Målgrupp, s. 24–25"),
    ),
    note=any_day(holds=HOLDS),
    ambiguities=(
        Ambiguity(
            Text(
                "Källan skriver två gånger fyllt 16 men inte 25 (s. 24), och att det i garantin "
                "finns unga upp till 30 år med funktionshinderkod (s. 25). Här gäller 25; "
                "meningen om 30 år läses som en beskrivning av dem som deltar, men den kan vara "
                "menad som en gräns.",
                "The source writes twice turned 16 but not 25 (p. 24), and that the guarantee "
                "holds persons up to 30 with a disability code (p. 25). Here 25 is taken; the "
                "sentence on 30 is read as describing who takes part, but it may be meant as a "
                "limit.",
            ),
            named(
                Text("Ålder", "Age"),
                YOUTH | age(16, below=30) & has("disability_code"),
            )
            & JOBBGARANTI_ROUTES,
        ),
    ),
)

#: The act of which it speaks was repealed when 2017 ended.
ETABLERING: Final = Version(
    reading=READING,
    valid_from=DUA_FROM,
    valid_to=date(2017, 12, 31),
    condition=PERMIT
    & (
        age(20, below=65)
        | WITHOUT_PARENTS
        & not_expressed(
            Text(
                "att den unge hör till de fall som omfattas från 18 år (källan säger inte vilka)",
                "that the young person is one of the cases included from 18 (the source does not "
                "say which)",
            )
        )
    )
    & (within("first_registered", years(1)) | ~happened("first_registered")),
    citations=(
        cited_agreement("kalmar", "bilaga 2, Etableringsuppdraget - målgrupp och uppdrag, s. 26"),
    ),
    limits=(attrs.evolve(TWO_YEARS, citations=(*TWO_YEARS.citations, ETABLERING_PAGE)),),
    note=any_day(holds=HOLDS),
)

JOBB_OCH_UTVECKLINGSGARANTI: Final = Version(
    reading=READING,
    valid_from=DUA_FROM,
    valid_to=DUA_TO,
    condition=SEEKING_WORK
    & (
        has("etablering_time_used")
        | not_expressed(
            Text(
                "de krav om ersättning, deltidsarbete, jobbgaranti, Kriminalvården och "
                "arbetslivsintroduktion som källan nämner utan gränser",
                "the demands on benefit, part-time work, the job guarantee, the prison service and "
                "introduction to working life that the source mentions without limits",
            )
        )
    ),
    citations=(GUARANTEE,),
    note=any_day(
        Text(
            "Källan säger att det i garantin finns unga upp till 25 år, och upp till 30 år med "
            "funktionshinderkod. Det beskriver vilka som deltar; någon åldersgräns är det inte, "
            "och förordningen har ingen.",
            "The source says that the guarantee holds young people up to 25, and up to 30 with a "
            "disability code. That describes who takes part; it is no age limit, and the "
            "ordinance has none.",
        ),
        holds=HOLDS,
    ),
)

UNGA_MED_FUNKTIONSNEDSATTNING: Final = Version(
    reading=READING,
    valid_from=DUA_FROM,
    valid_to=DUA_TO,
    condition=age(16, below=30) & DISABILITY | has("aktivitetsersattning"),
    citations=(
        cited_agreement(
            "kalmar",
            "bilaga 2, Arbetsförmedlingens särskilda uppdrag för unga med funktionsnedsättning, "
            "s. 27",
        ),
    ),
    note=any_day(
        Text(
            "Två områden: övergången från skola till arbete (16–29 år), och samverkan med "
            "Försäkringskassan om dem som har aktivitetsersättning, där ingen ålder anges. Källan "
            "talar om funktionsnedsättning; registret känner bara koden.",
            "Two areas: from school to work (ages 16–29), and cooperation with Försäkringskassan "
            "on those with activity compensation, for which no age is given. The source speaks of "
            "disability; the register knows only the code.",
        ),
        holds=HOLDS,
    ),
)

NYSTARTSJOBB: Final = Version(
    reading=READING,
    valid_from=DUA_FROM,
    valid_to=DUA_TO,
    condition=age(20, at="start_of_year") & IN_GUARANTEE,
    citations=(GUARANTEE,),
    note=any_day(
        Text(
            "Källan tar bara upp deltagare i jobb- och utvecklingsgarantin, som har rätt till "
            "minst ett år.",
            "The source takes up only participants in the job and development guarantee, for at "
            "least a year.",
        ),
        holds=HOLDS,
    ),
)

#: The support was abolished on 1 May 2018.
SARSKILT_ANSTALLNINGSSTOD: Final = Version(
    reading=READING,
    valid_from=DUA_FROM,
    valid_to=date(2018, 4, 30),
    condition=IN_GUARANTEE
    & (
        SIX_MONTHS
        | not_expressed(
            Text(
                "att deltagaren var ungdom vid inträdet i garantin (källan anger ingen ålder)",
                "that the participant was young on entering the guarantee (the source gives no "
                "age)",
            )
        )
    ),
    citations=(GUARANTEE,),
    note=any_day(holds=HOLDS),
)

#: The texts of national rules as the agreement puts them, by the rule's id.
READINGS: Final[Mapping[str, tuple[Version, ...]]] = {
    "jobbgaranti": (JOBBGARANTI,),
    "etablering": (ETABLERING,),
    "jobb_och_utvecklingsgaranti": (JOBB_OCH_UTVECKLINGSGARANTI,),
    "unga_med_funktionsnedsattning": (UNGA_MED_FUNKTIONSNEDSATTNING,),
    "nystartsjobb": (NYSTARTSJOBB,),
    "sarskilt_anstallningsstod": (SARSKILT_ANSTALLNINGSSTOD,),
}

#: Where it puts a national text in the same way.
CITATIONS: Final[Mapping[str, tuple[Citation, ...]]] = {
    "jobbgaranti.dua": (
        cited_agreement("kalmar", "bilaga 2, Jobbgarantin för ungdomar, s. 24–25"),
    ),
    "jobbgaranti.2015": (
        cited_agreement("kalmar", "bilaga 2, Jobbgarantin för ungdomar, Målgrupp, s. 24–25"),
    ),
    "kaa.dua": (
        cited_agreement("kalmar", "bilaga 1, Ungdomar inom Kommunala aktivitetsansvaret, s. 7"),
    ),
    "etablering.dua": (ETABLERING_PAGE,),
    "jobb_och_utvecklingsgaranti.phases": (
        cited_agreement(
            "kalmar", "bilaga 2, Jobb- och utvecklingsgarantin, Programmets tre faser, s. 25"
        ),
    ),
    "unga_med_funktionsnedsattning.sfs": (
        cited_agreement("kalmar", "bilaga 2, Arbetsförmedlingens särskilda uppdrag, s. 27"),
    ),
    "sarskilt_anstallningsstod.2015": (GUARANTEE,),
}

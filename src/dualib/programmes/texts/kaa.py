"""The municipal activity responsibility, KAA (skollagen 2010:800 29 kap. 9 §), for those under 20.

The law writes no lower age: it starts when compulsory schooling ends. The shared model says 16 to
20, half open.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from dualib.conditions import Condition, age, has, not_expressed, one_of
from dualib.language import Text
from dualib.programmes.shared_terms import (
    DUA_FROM,
    DUA_TO,
    cited,
    cited_description,
    cited_project,
)
from dualib.rules.rule import Rule, Version
from dualib.sources import Confidence

__all__ = ["kaa"]

UNDER_20: Final = age(0, below=20)

#: 29 kap. 6 §: the municipality of registration, or where somebody lives who is resident without
#: being registered. Asylum seekers and the others of 29 kap. 2 § second paragraph count as resident
#: too, but have no school duty to fulfil (7 kap. 2 §) and are not registered: point 2 never holds
#: for them.
HOME_MUNICIPALITY: Final = one_of("residence", "registered", "resident_unregistered")

#: Point 2: school duty fulfilled, or registered in the country at a time without it.
AFTER_SCHOOL_DUTY: Final = has("school_duty_done") | has("registered_after_school_duty")

#: Points 4 to 6: gymnasieexamen, the certificate of anpassad gymnasieskola, or an equivalent
#: education.
WITHOUT_CERTIFICATE: Final = (
    ~has("gymnasieexamen") & ~has("gymnasiebevis") & ~has("equivalent_upper_secondary")
)

#: Point 3 until June 2018: only national programmes count, so pupils in introductory programmes are
#: included.
OUTSIDE_NATIONAL_PROGRAMMES: Final = ~has("in_upper_secondary") | has("in_introductory_programme")


def _responsibility(not_attending: Condition) -> Condition:
    """29 kap. 9 § first paragraph: the young people of the municipality that it describes."""
    return UNDER_20 & HOME_MUNICIPALITY & AFTER_SCHOOL_DUTY & not_attending & WITHOUT_CERTIFICATE


#: What the guide of 2012 says and the wording of 2015 does not.
IN_GUIDE: Final = age(16) & ~has("in_upper_secondary") & ~has("upper_secondary_completed")
AS_FROM_2015: Final = not_expressed(
    Text(
        "att lagen då omfattade även yngre än 16 år, elever på introduktionsprogram och den som "
        "gått ut gymnasieskolan utan examen, som i lydelsen från 2015 (lydelsen före den har inte "
        "lästs)",
        "that the Act then covered also those under 16, pupils in introductory programmes and "
        "those who had left upper-secondary school without a diploma, as in the wording from 2015 "
        "(the wording before it was not read)",
    )
)


def _unread(act: str) -> Condition:
    """A wording that was not read, nor any before it: nothing is certain."""
    return not_expressed(
        Text(
            "att villkoren i 1 kap. 18 § skollagen (1985:1100) är uppfyllda (lydelsen enligt "
            f"{act} har inte lästs)",
            "that the conditions of Chapter 1, Section 18 of the Education Act (1985:1100) are met "
            f"(the wording of {act} was not read)",
        )
    )


UNREAD_NOTE: Final = Text(
    "Det kommunala informationsansvaret. Varken denna lydelse eller någon tidigare har lästs, så "
    "inget svar är säkert.",
    "The municipal duty to keep informed. Neither this wording nor an earlier one was read, so no "
    "answer is certain.",
)
STUDY_CERTIFICATE: Final = Text(
    "Den som bara har studiebevis omfattas: studiebevis är ingen gymnasieexamen.",
    "Those with only a certificate of studies are included: it is not a diploma.",
)
NO_INTRODUCTORY: Final = Text(
    "Elever på introduktionsprogram omfattas inte: de går i gymnasieskolan.",
    "Pupils in introductory programmes are not included: they attend upper-secondary school.",
)


def _note(*said: Text) -> Text:
    return Text(" ".join(text.sv for text in said), " ".join(text.en for text in said))


kaa: Final = Rule(
    id="kaa",
    national=True,
    name=Text(
        "det kommunala aktivitetsansvaret (KAA)", "the municipal activity responsibility (KAA)"
    ),
    kind="guarantee",
    versions=(
        Version(
            reading="dua",
            valid_from=DUA_FROM,
            valid_to=DUA_TO,
            condition=age(16, below=20)
            & has("school_duty_done")
            & ~has("in_upper_secondary")
            & ~has("upper_secondary_completed"),
            citations=(cited_project("16–20 år, halvöppet: fyllt 16 men inte 20"),),
            supported_as="kaa.dua",
            note=Text(
                "Modellen räknar inte elever på introduktionsprogram; enligt lagen omfattades de "
                "till och med den 30 juni 2018. Modellen gäller hela delegationens tid, "
                "2014-12-18–2023-02-28.",
                "The model does not count pupils in introductory programmes; by law they were "
                "included until 30 June 2018. The model holds for all the delegation's time, "
                "2014-12-18–2023-02-28.",
            ),
        ),
        Version(
            reading="sfs",
            valid_from=date(2005, 7, 1),
            valid_to=date(2010, 2, 28),
            condition=_unread("SFS 2004:1298"),
            citations=(
                cited(
                    "SFS 1985:1100",
                    "1 kap. 18 §",
                    wording="SFS 2004:1298",
                    confidence=Confidence.MEMORY,
                ),
            ),
            note=UNREAD_NOTE,
        ),
        Version(
            reading="sfs",
            valid_from=date(2010, 3, 1),
            valid_to=date(2010, 7, 31),
            condition=_unread("SFS 2009:1038"),
            citations=(
                cited(
                    "SFS 1985:1100",
                    "1 kap. 18 §",
                    wording="SFS 2009:1038",
                    confidence=Confidence.MEMORY,
                ),
            ),
            note=UNREAD_NOTE,
        ),
        Version(
            reading="sfs",
            valid_from=date(2010, 8, 1),
            valid_to=date(2014, 12, 31),
            condition=_responsibility(OUTSIDE_NATIONAL_PROGRAMMES) & (IN_GUIDE | AS_FROM_2015),
            citations=(
                cited("SFS 2010:800", "29 kap. 9 §", confidence=Confidence.INFERRED),
                cited_description(
                    "Sveriges Kommuner och Landsting, Kommunernas informationsansvar, 2012",
                    "förordet",
                ),
            ),
            note=Text(
                "Det kommunala informationsansvaret. Lydelsen har inte lästs: svaret är ja där "
                "SKL:s vägledning från 2012 (mellan 16 och 20 år, går inte i och har inte gått ut "
                "gymnasieskolan) och lydelsen från 2015 är överens, och okänt där de skiljer sig "
                "åt.",
                "The municipal duty to keep informed. The wording was not read: the answer is yes "
                "where the guide of the association of local authorities of 2012 (between 16 and "
                "20, neither attending nor having left upper-secondary school) and the wording "
                "from 2015 agree, and unknown where they differ.",
            ),
        ),
        Version(
            reading="sfs",
            valid_from=date(2015, 1, 1),
            valid_to=date(2018, 6, 30),
            condition=_responsibility(OUTSIDE_NATIONAL_PROGRAMMES),
            citations=(
                cited(
                    "SFS 2010:800",
                    "29 kap. 9 §",
                    wording="SFS 2014:1002",
                    confidence=Confidence.INFERRED,
                ),
                cited_description(
                    "Skolverket, Kommunernas aktivitetsansvar för ungdomar", "vilka som omfattas"
                ),
            ),
            note=_note(
                Text(
                    "Villkoren är lästa i Skolverkets beskrivning. Elever på introduktionsprogram "
                    "omfattas, eftersom de inte går ett nationellt program.",
                    "The conditions were read in the description of the National Agency for "
                    "Education. Pupils in introductory programmes are included, since they attend "
                    "no national programme.",
                ),
                STUDY_CERTIFICATE,
            ),
        ),
        Version(
            reading="sfs",
            valid_from=date(2018, 7, 1),
            valid_to=date(2023, 7, 1),
            condition=_responsibility(~has("in_upper_secondary")),
            citations=(
                cited(
                    "SFS 2010:800",
                    "29 kap. 9 §",
                    wording="SFS 2018:749",
                    confidence=Confidence.INFERRED,
                ),
            ),
            note=_note(
                Text(
                    "Lydelsen har inte lästs i sin helhet: villkoren är de i nästa lydelse och i "
                    "kommuners beskrivningar från 2018.",
                    "The wording was not read in full: the conditions are those of the next "
                    "wording and of the descriptions of municipalities from 2018.",
                ),
                NO_INTRODUCTORY,
                STUDY_CERTIFICATE,
            ),
        ),
        Version(
            reading="sfs",
            valid_from=date(2023, 7, 2),
            condition=_responsibility(~has("in_upper_secondary")),
            citations=(
                cited("SFS 2010:800", "29 kap. 9 §", wording="SFS 2022:1315"),
                cited("SFS 2010:800", "29 kap. 2 och 6 §§, 7 kap. 2 §"),
            ),
            note=_note(
                NO_INTRODUCTORY,
                STUDY_CERTIFICATE,
                Text(
                    "Asylsökande omfattas inte: de har ingen skolplikt och är inte folkbokförda.",
                    "Asylum seekers are not included: they have no compulsory schooling and are "
                    "not in the population register.",
                ),
            ),
        ),
    ),
)

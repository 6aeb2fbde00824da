"""The municipal activity responsibility, KAA (skollagen 2010:800 29 kap. 9 §), for those under 20.

The law writes no lower age: it starts when compulsory schooling ends. The shared model says 16 to 20, half open.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from dualib.conditions import age, has
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
SCHOOL_DUTY_DONE: Final = has("school_duty_done")
OUTSIDE_NATIONAL_PROGRAMMES: Final = ~has("in_upper_secondary") | has("in_introductory_programme")
INCLUDES_INTRODUCTORY: Final = Text(
    "Elever på introduktionsprogram omfattas, eftersom de inte går ett nationellt program.",
    "Pupils in introductory programmes are included, since they attend no national programme.",
)

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
            & SCHOOL_DUTY_DONE
            & ~has("in_upper_secondary")
            & ~has("upper_secondary_completed"),
            citations=(cited_project("16–20 år, halvöppet: fyllt 16 men inte 20"),),
            supported_as="kaa.dua",
            note=Text(
                "Modellen räknar inte elever på introduktionsprogram; enligt lagen omfattades de till och med den 30 "
                "juni "
                "2018. Modellen gäller hela delegationens tid, 2014-12-18–2023-02-28.",
                "The model does not count pupils in introductory programmes; by law they were included until 30 June "
                "2018. The model holds for all the delegation's time, 2014-12-18–2023-02-28.",
            ),
        ),
        Version(
            reading="sfs",
            valid_from=date(2005, 7, 1),
            valid_to=date(2011, 6, 30),
            condition=UNDER_20
            & SCHOOL_DUTY_DONE
            & OUTSIDE_NATIONAL_PROGRAMMES
            & ~has("upper_secondary_completed"),
            citations=(cited("SFS 1985:1100", "1 kap. 18 §", confidence=Confidence.MEMORY),),
            note=Text(
                "Det kommunala informationsansvaret; texten är ur minnet.",
                "The municipal duty to keep informed; the text is from memory.",
            ),
        ),
        Version(
            reading="sfs",
            valid_from=date(2011, 7, 1),
            valid_to=date(2014, 12, 31),
            condition=UNDER_20
            & SCHOOL_DUTY_DONE
            & OUTSIDE_NATIONAL_PROGRAMMES
            & ~has("upper_secondary_completed"),
            citations=(
                cited("SFS 2010:800", "29 kap. 9 §", confidence=Confidence.MEMORY),
                cited_description(
                    "Sveriges Kommuner och Landsting, Kommunernas informationsansvar, 2012",
                    "förordet",
                ),
            ),
            note=Text(
                "Det kommunala informationsansvaret; texten är ur minnet. SKL:s vägledning säger unga mellan 16 och 20 "
                "år som inte går i, eller har gått ut, gymnasieskolan.",
                "The municipal duty to keep informed; the text is from memory. The guide of the association of local "
                "authorities says those between 16 and 20 who do not attend, and have not finished, upper-secondary "
                "school.",
            ),
        ),
        Version(
            reading="sfs",
            valid_from=date(2015, 1, 1),
            valid_to=date(2018, 6, 30),
            condition=UNDER_20
            & SCHOOL_DUTY_DONE
            & OUTSIDE_NATIONAL_PROGRAMMES
            & ~has("upper_secondary_completed"),
            citations=(cited("SFS 2010:800", "29 kap. 9 §", wording="SFS 2014:1002"),),
            note=INCLUDES_INTRODUCTORY,
        ),
        Version(
            reading="sfs",
            valid_from=date(2018, 7, 1),
            condition=UNDER_20
            & SCHOOL_DUTY_DONE
            & ~has("in_upper_secondary")
            & ~has("gymnasieexamen"),
            citations=(
                cited("SFS 2010:800", "29 kap. 9 §", wording="SFS 2018:749"),
                cited("SFS 2010:800", "29 kap. 9 §", wording="SFS 2022:1315"),
            ),
            note=Text(
                "Elever på introduktionsprogram omfattas inte; den som bara har studiebevis omfattas. Den som "
                "folkbokfördes efter skolpliktsåldern räknas som att skolplikten är fullgjord. Från den 2 juli 2023 "
                "heter gymnasiesärskolan anpassad gymnasieskola.",
                "Pupils in introductory programmes are not included; those with only a certificate of studies are. Who "
                "was first registered after school age counts as having completed compulsory schooling. From 2 July "
                "2023 the school for pupils with intellectual disabilities has a new name.",
            ),
        ),
    ),
)

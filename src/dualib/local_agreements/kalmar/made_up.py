"""Made-up persons whose counts equal what Kalmar's agreement prints of its two registers.

Which tables describe the same persons is said here, by the ids of the figures; the numbers are read
from the agreement. Ages are printed as a number of 16-19-year-olds only, not by sex: they are dealt
among all.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

import numpy as np

from dualib.counting import SYNTHETIC, Table, synthetic_columns
from dualib.exact.random_stream import Stream
from dualib.local_agreements.made_up import (
    SEX,
    MadeUp,
    births,
    by_sex,
    number_of_persons,
    rest_by_sex,
    women_and_men,
)
from dualib.local_agreements.model import Agreement
from dualib.register import Register

__all__ = ["ON", "make_up"]

#: The day that the printed figures are about.
ON: Final = date(2015, 5, 31)

_OBSERVED: Final = (date(2014, 1, 1), ON)
_STATUSES: Final = {
    "measure": "in_other_measure+registered_as_jobseeker",
    "part_time": "part_time_registered",
    "none": "openly_unemployed",
}


def make_up(agreement: Agreement, seed: int) -> MadeUp:
    """Return the persons of both registers, the same for the same seed."""
    stream = Stream(seed + 1)
    af, sha256 = _employment_service(agreement, seed, stream)
    kaa = _responsibility(agreement, seed, stream)
    return MadeUp({"AF": af, "KAA": kaa}, ON, seed, SYNTHETIC, sha256)


def _employment_service(agreement: Agreement, seed: int, stream: Stream) -> tuple[Register, str]:
    """Return those registered at Arbetsförmedlingen, and the fingerprint of their columns."""
    af = women_and_men("af")
    young = number_of_persons(agreement, "target.af.16-19")
    both = Table("sex", (SEX,), [number_of_persons(agreement, figure) for figure in af])
    education = {
        "below_compulsory": women_and_men("af.education-below"),
        "compulsory": women_and_men("af.education-compulsory"),
        "upper_secondary": women_and_men("af.education-upper-secondary"),
        "post_secondary": women_and_men("af.education-post-secondary"),
    }
    occupation = {
        "measure": women_and_men("af.measure"),
        "part_time": women_and_men("af.part-time"),
    }
    code = {"code": women_and_men("af.disability")}
    persons = synthetic_columns(
        [
            both,
            by_sex(agreement, "education", education),
            rest_by_sex(agreement, af, code, "disability"),
            rest_by_sex(agreement, af, occupation, "occupation"),
        ],
        seed,
    )
    size = persons.size
    bands = stream.shuffled(["16-19"] * young + ["20-24"] * (size - young))
    spells: dict[str, list[Any]] = {"key": [], "start": [], "end": [], "status": []}
    for number, doing in enumerate(persons.columns["occupation"].tolist()):
        spells["key"].append(number)
        spells["start"].append(ON - timedelta(days=1 + stream.below(400)))
        spells["end"].append(None)
        spells["status"].append(_STATUSES[doing])
    schooling = persons.columns["education"]
    completed = np.isin(schooling, ["upper_secondary", "post_secondary"])
    register = Register.from_frames(
        {
            "key": list(range(size)),
            "born": births(bands, ON, stream),
            "sex": persons.columns["sex"].tolist(),
            "education": schooling.tolist(),
            "upper_secondary_completed": completed.tolist(),
            "disability_code": [
                61 if code == "code" else False for code in persons.columns["disability"].tolist()
            ],
        },
        spells,
        observed=_OBSERVED,
        as_of=ON,
    )
    return register, persons.sha256


def _responsibility(agreement: Agreement, seed: int, stream: Stream) -> Register:
    """Return those in the municipal activity responsibility: only their sexes are printed."""
    sexes = [number_of_persons(agreement, figure) for figure in women_and_men("kaa")]
    persons = synthetic_columns([Table("sex", (SEX,), sexes)], seed)
    size = persons.size
    return Register.from_frames(
        {
            "key": list(range(size)),
            "born": births(["16-19"] * size, ON, stream),
            "sex": persons.columns["sex"].tolist(),
            "school_duty_done": [True] * size,
            "in_upper_secondary": [False] * size,
            "upper_secondary_completed": [False] * size,
        },
        {
            "key": list(range(size)),
            "start": [ON - timedelta(days=1 + stream.below(300)) for _ in range(size)],
            "end": [None] * size,
            "status": ["in_kaa"] * size,
        },
        observed={"municipal": _OBSERVED},
        as_of=ON,
    )

"""What mypy and pyright must see of ``Person(...)``: the wrong lines are wrong to both, and no others.

Each checker reads its own comment, and says when a comment is not needed.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, assert_type

from dualib import NEVER, ONGOING, Person, Spell, Track
from dualib.vocabulary import Facts, FactValue

ON = date(2015, 5, 31)

# One fact of each kind, known and unknown.
Person(born=ON, sex="woman", school_duty_done=True, disability_code=11, first_registered=NEVER)
Person(born=None, sex=None, school_duty_done=None, disability_code=None, first_registered=None)
Person(disability_code=False, benefit_days_in_jobbgaranti=120, first_registered=ON)
Person([Spell(ON, ONGOING, "in_kaa")], (ON, ON), ON, "key", "report", born=ON)
Person(observed={Track.WORK: (ON, ON)}, key=7)

# Facts from a mapping.
known: Facts = {"born": ON, "school_duty_done": False}
row: dict[str, Any] = {"born": ON}
Person(**known)
Person(**row)
assert_type(Person(**known).facts, Mapping[str, FactValue])

# An unknown fact.
Person(bron=ON)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
Person(diability_code=11)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
wrong: Facts = {"bron": ON}  # type: ignore[typeddict-unknown-key]  # pyright: ignore[reportAssignmentType]

# A value of the wrong type, for each kind of fact and for every other argument.
Person(born=1999)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Person(born=NEVER)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Person(sex=1)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Person(school_duty_done="ja")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Person(disability_code="11")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Person(first_registered=True)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Person(benefit_days_in_jobbgaranti=1.5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Person(spells=ON)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Person(observed=ON)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Person(as_of="2015-05-31")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

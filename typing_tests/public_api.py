"""What mypy and pyright must see of the public names: this file is checked, never run."""

from __future__ import annotations

from datetime import date
from typing import assert_type

import dualib
from dualib import ONGOING, Person, Register, Rule, Spell, Verdict, programmes
from dualib.arrays import VerdictArray
from dualib.counting import Count, Ledger, Table, count
from dualib.decisions import Decision
from dualib.evaluation import Evaluation
from dualib.language import Text, written_date
from dualib.verdicts import all_of

ON = date(2015, 5, 31)
PERSON = Person(
    born=date(1996, 2, 29), spells=[Spell(date(2015, 1, 10), ONGOING, "openly_unemployed")]
)
REGISTER = Register.from_persons([PERSON])

assert_type(Text("målgrupp", "target group").say("en"), str)
assert_type(written_date(ON, "sv"), str)
assert_type(Verdict.YES & Verdict.UNKNOWN, Verdict)
assert_type(~Verdict.YES, Verdict)
assert_type(all_of([Verdict.YES]), Verdict)

assert_type(programmes.jobbgaranti, Rule)
assert_type(programmes.jobbgaranti.decide(PERSON, on=ON), Decision)
assert_type(programmes.jobbgaranti.decide(PERSON, on=ON).verdict, Verdict)
assert_type(programmes.jobbgaranti.verdicts(REGISTER, on=ON), VerdictArray)
assert_type(dualib.evaluate(REGISTER, [programmes.jobbgaranti], on=ON), Evaluation)

assert_type(count(REGISTER, programmes.jobbgaranti, by=["sex"], on=ON), Table)
assert_type(count(REGISTER, programmes.jobbgaranti, on=ON).certain, Table)
assert_type(Ledger({"AF": 787, "KAA": 115}).union(), Count)

"""What mypy and pyright must see of the public names: this file is checked, never run."""

from __future__ import annotations

from datetime import date
from typing import assert_type

from dualib.language import Text, written_date
from dualib.verdicts import Verdict, all_of

assert_type(Text("målgrupp", "target group").say("en"), str)
assert_type(written_date(date(2015, 5, 31), "sv"), str)
assert_type(Verdict.YES & Verdict.UNKNOWN, Verdict)
assert_type(~Verdict.YES, Verdict)
assert_type(all_of([Verdict.YES]), Verdict)

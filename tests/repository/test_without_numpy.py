"""Where numpy is not installed, one person is answered, and in the same words."""

import subprocess
import sys
from pathlib import Path

import dualib
import one_person

PROGRAM = Path(one_person.__file__)


def test_every_rule_answers_for_one_person_without_numpy() -> None:
    run = subprocess.run([sys.executable, str(PROGRAM)], capture_output=True, text=True)
    assert not run.stderr
    assert run.stdout.splitlines() == list(one_person.digests())


def test_the_rules_of_all_offers_are_asked() -> None:
    offers = [offer for agreement in dualib.agreements() for offer in agreement.offers.values()]
    assert {rule.id for rule in one_person.offered()} == {offer.rule.id for offer in offers}
    assert len(list(one_person.offered())) == len(offers)


def test_the_program_keeps_numpy_out() -> None:
    program = (
        "import sys; from one_person import NumpyIsMissing; sys.meta_path.insert(0, NumpyIsMissing())\n"
        "try:\n    import numpy.typing\nexcept ModuleNotFoundError as error:\n    print(error.name)"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=PROGRAM.parent
    )
    assert run.stdout == "numpy\n"


def test_a_decision_loads_no_numpy_words_or_pictures() -> None:
    program = (
        "import sys; from datetime import date; from dualib import Person, programmes\n"
        "programmes.jobbgaranti.decide(Person(born=date(1996, 2, 29)), on=date(2015, 5, 31))\n"
        "print(*sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    loaded = set(run.stdout.split())
    assert "dualib.rules.rule" in loaded
    assert not loaded & {"numpy", "json", "hashlib", "urllib", "importlib.resources", "pathlib"}
    assert not {name for name in loaded if name.startswith("dualib.wording.")}

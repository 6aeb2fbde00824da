"""A register from CSV files: counted, and protected before anybody else sees the table.

Run it with: python examples/register_from_csv.py
"""

import tempfile
from datetime import date
from pathlib import Path

import numpy as np

import dualib
from dualib import programmes
from dualib.files import read_register

ON = date(2015, 5, 31)


def made_up_files(folder: Path) -> tuple[Path, Path]:
    """Write two files as Swedish Excel would. All persons are made up."""
    persons, spells = ["id;född;kön"], ["id;start;slut;status"]
    for number in range(200):
        sex = "kvinna" if number % 5 < 2 else "man"
        persons.append(f"p{number};{1988 + number % 12}-0{1 + number % 9}-15;{sex}")
        if number % 3:
            begun = date(2014, 11, 3) if number % 2 else date(2015, 4, 20)
            spells.append(f"p{number};{begun};;openly_unemployed")
    for name, lines in (("persons.csv", persons), ("spells.csv", spells)):
        (folder / name).write_text("\n".join(lines), encoding="utf-8-sig")
    return folder / "persons.csv", folder / "spells.csv"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        persons, spells = made_up_files(Path(folder))
        register = read_register(persons, spells, observed=(date(2014, 1, 1), ON), as_of=ON)
    for note in register.notes:  # how the files were read
        print(note.say("en"))

    verdicts = programmes.jobbgaranti.verdicts(register, on=ON)
    print(
        {
            answer: int(np.sum(verdicts == code))
            for answer, code in (("yes", 1), ("unknown", 0), ("no", -1))
        }
    )

    table = dualib.count(register, programmes.jobbgaranti, by=["sex"], on=ON)
    protected = table.protect(
        threshold=5
    )  # no count from 1 to 4 is shown, or can be computed from what is
    print(protected.text("en"))
    print("certain and possible:", table.certain.total, table.possible.total)


if __name__ == "__main__":
    main()

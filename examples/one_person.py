"""One person: decided, explained, and what would settle what is not known.

Run it with: python examples/one_person.py
"""

from datetime import date

from dualib import ONGOING, Person, Spell, programmes

ON = date(2015, 5, 31)


def main() -> None:
    # What you do not know you leave out: it stays unknown, and is never taken to be no.
    person = Person(
        born=date(1996, 2, 29),
        spells=[Spell(date(2015, 1, 10), ONGOING, "openly_unemployed")],
        observed=(date(2014, 1, 1), ON),  # the days for which the spells are complete
        as_of=ON,  # the day to which the facts refer
    )

    decision = programmes.jobbgaranti.decide(person, on=ON)
    print(decision.verdict.name)
    print(decision.text("en"))

    # Somebody of 26 needs a disability code: nothing is known of it, so the answer says what would settle it.
    older = Person(
        born=date(1989, 3, 1), spells=person.spells, observed=(date(2014, 1, 1), ON), as_of=ON
    )
    unsettled = programmes.jobbgaranti.decide(older, on=ON)
    print()
    print(
        unsettled.verdict.name,
        "for somebody of 26; to settle it, find out:",
        [sorted(f) for f in unsettled.missing],
    )


if __name__ == "__main__":
    main()

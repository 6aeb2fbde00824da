"""Pictures of the pages, drawn as SVG in the colours of the page: which ages, how many, and how much staffing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

import attrs
import numpy as np

from dualib import Register
from dualib.dates import birthday
from dualib.drawing import WIDTH, hatching, line, picture, rectangle, text
from dualib.language import Language, Text, listing

EDGE = 8
AGES = range(14, 31)
MARKED = (16, 20, 25, 30)
YES, MAYBE = "yes", "maybe"
LEGEND = {
    YES: Text("åldern räcker", "the age is enough"),
    MAYBE: Text(
        "åldern passar, men annat avgör också", "the age fits, but other things decide too"
    ),
}


@attrs.frozen
class Strip:
    """The answers of a rule at each age: two a year, on the birthday and on the day before the next one."""

    name: str
    answers: tuple[int, ...]
    label: str = ""  # shorter than the name, for the picture

    @property
    def tells(self) -> bool:
        """Whether age matters at all."""
        return len(set(self.answers)) > 1

    def ages(self, answer: int) -> list[tuple[int, int]]:
        """Return the stretches of ages with an answer, first year included and last year not."""
        found: list[tuple[int, int]] = []
        for age, value in zip(AGES, by_year(self.answers), strict=True):
            if value == answer and found and found[-1][1] == age:
                found[-1] = (found[-1][0], age + 1)
            elif value == answer:
                found.append((age, age + 1))
        return found

    def words(self, language: Language) -> str:
        """Say from which birthday to which."""
        said = []
        for answer, more in (
            (1, Text("", "")),
            (0, Text(", och annat avgör", ", and other things decide")),
        ):
            for low, high in self.ages(answer):
                said.append(
                    Text(
                        f"{age_words(low, high).sv}{more.sv}", f"{age_words(low, high).en}{more.en}"
                    )
                )
        return listing([item.say(language) for item in said], language)


def by_year(answers: Sequence[int]) -> tuple[int, ...]:
    """Return an answer for each age; where it changes between two birthdays, the age alone does not decide.

    >>> by_year((1, 1, 1, -1, -1, -1))
    (1, 0, -1)
    """
    return tuple(
        first if first == last else 0
        for first, last in zip(answers[::2], answers[1::2], strict=True)
    )


def age_words(low: int, high: int) -> Text:
    """Say a stretch of ages; what goes on beyond the picture is open."""
    first, beyond = AGES[0], AGES[-1] + 1
    if low == first and high == beyond:
        return Text("alla åldrar", "all ages")
    if low == first:
        return Text(f"inte fyllt {high} år", f"not turned {high}")
    if high == beyond:
        return Text(f"fyllt {low} år", f"turned {low}")
    return Text(f"fyllt {low} men inte {high} år", f"turned {low} but not {high}")


def everyone(on: date) -> Register:
    """Return made-up persons of whom only the birth date is known, two for each age."""
    born = []
    for age in AGES:
        # the youngest turns the age on the day, the oldest turns a year more the day after
        born += [day_of_birth(on, age), day_of_birth(on + timedelta(1), age + 1)]
    return Register.from_frames({"born": [day.isoformat() for day in born]}, as_of=on)


def day_of_birth(on: date, age: int) -> date:
    """Return the birth date of somebody who attains an age on a day.

    >>> day_of_birth(date(2015, 5, 31), 16)
    datetime.date(1999, 5, 31)
    """
    born = date(on.year - age, on.month, on.day)
    assert birthday(born, age) == on
    return born


def answers(verdicts: np.ndarray) -> tuple[int, ...]:
    """Return the answers of a rule as plain numbers."""
    return tuple(int(value) for value in verdicts)


def chart(identity: str, height: float, title: str, description: str, shapes: Sequence[str]) -> str:
    """Return a drawing in the colours of the page."""
    return picture(
        identity,
        height,
        title,
        description,
        [hatching(identity, "hatch"), *shapes],
        classes="chart",
        width="100%",
        style="max-width:600px",
    )


def written(x: float, y: float, words: str, anchor: str | None = None, size: int = 13) -> str:
    """Write a line; a long one is pressed together rather than cut."""
    return text(words, x, y, size, anchor=anchor, room=WIDTH - 2 * EDGE)


def box(kind: str, identity: str, x: float, y: float, width: float, height: float) -> str:
    """Draw a box: full of colour for what is certain, hatched for what is possible."""
    fill = f"url(#hatch-{identity})" if kind == MAYBE else None
    return rectangle(kind, x, y, width, height, fill=fill)


def legend(identity: str, used: Sequence[str], language: Language) -> tuple[list[str], float]:
    """Draw what full and hatched boxes mean."""
    out = []
    for place, kind in enumerate(used):
        out.append(box(kind, identity, EDGE, 4 + 22 * place, 18, 13))
        out.append(written(EDGE + 26, 15 + 22 * place, LEGEND[kind].say(language)))
    return out, 4 + 22 * len(used)


def across(age: float) -> float:
    """Return where an age stands from left to right."""
    return EDGE + 10 + (age - AGES[0]) * (WIDTH - 2 * EDGE - 20) / len(AGES)


def strips(identity: str, rows: Sequence[Strip], title: str, language: Language) -> str:
    """Draw for each rule a strip over the ages it reaches, on the same scale."""
    used = [
        kind for kind, answer in ((YES, 1), (MAYBE, 0)) if any(row.ages(answer) for row in rows)
    ]
    key, top = legend(identity, used, language)
    height = top + 24 + 40 * len(rows) + 8
    described = "; ".join(f"{row.name}: {row.words(language)}" for row in rows)
    out = key
    for age in MARKED:
        out.append(line("grid", across(age), top + 20, across(age), height))
        out.append(written(across(age), top + 14, str(age), "middle", 12))
    for place, row in enumerate(rows):
        y = top + 26 + 40 * place
        out.append(written(EDGE, y + 12, row.label or row.name))
        for kind, answer in ((YES, 1), (MAYBE, 0)):
            for low, high in row.ages(answer):
                out.append(box(kind, identity, across(low), y + 17, across(high) - across(low), 13))
    return chart(identity, height, title, described, out)


def columns(
    identity: str,
    counts: Sequence[tuple[int, int]],
    title: str,
    description: str,
    language: Language,
) -> str:
    """Draw for each age how many certainly, and how many possibly."""
    key, top = legend(identity, (YES, MAYBE), language)
    most, high = max(certain + possible for certain, possible in counts) or 1, 150
    floor = top + 24 + high
    out = key
    for age, (certain, possible) in zip(AGES, counts, strict=True):
        x, width = across(age) + 2, across(age + 1) - across(age) - 4
        solid, hatched = certain / most * high, possible / most * high
        if certain:
            out.append(box(YES, identity, x, floor - solid, width, solid))
        if possible:
            out.append(box(MAYBE, identity, x, floor - solid - hatched, width, hatched))
        if certain + possible:
            out.append(
                written(
                    x + width / 2,
                    floor - solid - hatched - 4,
                    str(certain + possible),
                    "middle",
                    11,
                )
            )
        out.append(written(x + width / 2, floor + 15, str(age), "middle", 11))
    out.append(line("axis", EDGE, floor, WIDTH - EDGE, floor))
    return chart(identity, floor + 22, title, description, out)


def pairs(
    identity: str,
    rows: Sequence[tuple[str, int | None, int | None]],
    sides: tuple[str, str],
    hidden: str,
    title: str,
    description: str,
) -> str:
    """Draw two numbers a row, one to each side of the middle, under the words for them; None is hidden."""
    most = max((value or 0 for _, *both in rows for value in both), default=0) or 1
    middle, room = WIDTH / 2, WIDTH / 2 - EDGE - 42
    out = [written(EDGE, 14, sides[0]), written(WIDTH - EDGE, 14, sides[1], "end")]
    for place, (label, *both) in enumerate(rows):
        y = 24 + 44 * place
        out.append(written(middle, y + 13, label, "middle"))
        for value, sign, anchor in ((both[0], -1, "end"), (both[1], 1, "start")):
            length = (value or 0) / most * room
            if length:
                out.append(
                    box(YES, identity, middle - length if sign < 0 else middle, y + 19, length, 16)
                )
            words = hidden if value is None else str(value)
            out.append(written(middle + sign * (length + 5), y + 32, words, anchor))
        out.append(line("axis", middle, y + 17, middle, y + 37))
    return chart(identity, 24 + 44 * len(rows), title, description, out)


def in_page_colours(svg: str) -> str:
    """Return a drawing of a report without its own colours; those of the page, light or dark, take their place."""
    identity = re.search(r'id="hatch-([^"]+)"', svg)
    assert identity is not None
    plain = re.sub(r"<style>.*?</style>\n", "", svg)
    return plain.replace('class="s2"', f'class="s2" fill="url(#hatch-{identity[1]})"')

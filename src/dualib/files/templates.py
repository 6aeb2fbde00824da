"""Write empty files with the right columns, and a page that explains every column."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final, Protocol

from dualib.csv_text import write_csv, write_file
from dualib.errors import BadInput
from dualib.language import Text, check_language
from dualib.messages import message
from dualib.register.names import heading
from dualib.vocabulary.facts import (
    DISABILITY_CODES,
    FACTS,
    STATUS_ALIASES,
    Fact,
    Kind,
    Status,
    Track,
)

__all__ = ["TemplateColumn", "TemplateSheet", "write_templates"]


class TemplateColumn(Protocol):
    """A column of a further sheet: its name, what it holds, whether it must be filled, and the values it may have."""

    @property
    def name(self) -> str:
        """The name in the header."""
        ...

    @property
    def words(self) -> Text:
        """What it holds."""
        ...

    @property
    def required(self) -> bool:
        """Whether every row must have a value."""
        ...

    @property
    def choices(self) -> tuple[str, ...]:
        """The values it may have; empty if any."""
        ...


class TemplateSheet(Protocol):
    """A further file: its name without ``.csv``, what a row is, and its columns."""

    @property
    def name(self) -> str:
        """The name of the file, without its ending."""
        ...

    @property
    def words(self) -> Text:
        """What the file holds."""
        ...

    @property
    def columns(self) -> Sequence[TemplateColumn]:
        """The columns, in order."""
        ...


_SPELLS: Final = ("key", "start", "end", "status")
_OBSERVED: Final = ("track", "first", "last")

_KINDS: Final[dict[Kind, Text]] = {
    Kind.YES_NO: Text("ja eller nej; tomt: okänt", "yes or no (ja, nej); empty: unknown"),
    Kind.DATE: Text(
        "datum som 2015-05-31; aldrig: har inte hänt; tomt: okänt",
        "a date such as 2015-05-31; never: has not happened; empty: unknown",
    ),
    Kind.NUMBER: Text("helt tal från 0; tomt: okänt", "a whole number from 0; empty: unknown"),
    Kind.CODE: Text(
        f"en av koderna {', '.join(map(str, DISABILITY_CODES))}; ingen: har ingen kod; tomt: okänt",
        f"one of the codes {', '.join(map(str, DISABILITY_CODES))}; none: has no code; empty: unknown",
    ),
}

_WORDS: Final[dict[str, tuple[Text, Text]]] = {
    "key": (
        Text("personens nyckel, samma i båda filerna", "the person's key, the same in both files"),
        Text(
            "text eller helt tal; aldrig ett personnummer, utan en pseudonym",
            "text or a whole number; never a personnummer but a pseudonym",
        ),
    ),
    "as_of": (
        Text("dagen som uppgifterna avser", "the day to which the facts refer"),
        Text("datum som 2015-05-31; tomt: okänt", "a date such as 2015-05-31; empty: unknown"),
    ),
    "start": (
        Text("periodens första dag", "the first day of the spell"),
        Text("datum som 2015-01-10; måste finnas", "a date such as 2015-01-10; required"),
    ),
    "end": (
        Text("periodens sista dag, som räknas in", "the last day of the spell, included"),
        Text("datum som 2015-05-31; tomt: pågår", "a date such as 2015-05-31; empty: ongoing"),
    ),
    "status": (
        Text(
            "vad personen var eller gjorde de dagarna", "what the person was or did on those days"
        ),
        Text(
            "ett av orden nedan eller dess betydelse på svenska, flera med + emellan; eller en kolumn skat med "
            "SKAT-koder i stället",
            "one of the words below or its meaning in words, several joined by +; or a column skat with SKAT codes "
            "instead",
        ),
    ),
    "track": (
        Text("det spår som observerades", "the track that was observed"),
        Text(
            "ett av orden nedan; tomt eller alla: alla spår",
            "one of the words below; empty or all: every track",
        ),
    ),
    "first": (
        Text("första observerade dagen", "the first day observed"),
        Text("datum; måste finnas", "a date; required"),
    ),
    "last": (
        Text("sista observerade dagen, som räknas in", "the last day observed, included"),
        Text("datum; måste finnas", "a date; required"),
    ),
}

_HEAD: Final = Text(
    """# Filer till dualib

Fyll i filerna och spara dem som CSV. Semikolon, komma, tabb eller lodstreck går bra, liksom decimalkomma och byte order
mark; vilket som hittades står i rapporten. En tom cell betyder alltid *okänt*, aldrig nej. Kolumner som inte behövs kan
tas bort; en kolumn med ett okänt namn är ett fel. Alla felaktiga rader rapporteras på en gång, med radnummer: rad 1 är
den första raden med uppgifter.

**observed.csv behövs** när det finns perioder: en dag utan period betyder nej bara om dagen är observerad, annars
okänt. Lägg filen bredvid spells.csv.
""",
    """# Files for dualib

Fill in the files and save them as CSV. Semicolons, commas, tabs or vertical bars will do, and so will a decimal comma
and a byte-order mark; the report states what was found. An empty cell always means *unknown*, never no. Columns you do
not need may be removed; a column with an unknown name is an error. All faulty rows are reported at once, with row
numbers: row 1 is the first line of data.

**observed.csv is needed** when there are spells: a day without a spell means no only if the day was observed, otherwise
unknown. Put the file beside spells.csv.
""",
)


def _values(fact: Fact, language: str) -> str:
    if fact.name == "born":
        text = _WORDS["as_of"][1]
    elif fact.kind is not Kind.CATEGORY:
        text = _KINDS[fact.kind]
    elif fact.categories is None:
        text = Text(
            "fyra siffror som 0880; tomt: okänt", "four digits such as 0880; empty: unknown"
        )
    else:
        swedish = " eller ".join(words.sv for words in fact.categories.values())
        english = " or ".join(words.en for words in fact.categories.values())
        text = Text(f"{swedish}; tomt: okänt", f"{english}; empty: unknown")
    return text.say(language)


def _section(title: str, header: tuple[str, str, str], rows: Iterable[Sequence[str]]) -> str:
    lines = [f"\n## {title}\n", f"| {' | '.join(header)} |", "|---|---|---|"]
    lines += [f"| {' | '.join(cell.replace('|', '/') for cell in row)} |" for row in rows]
    return "\n".join(lines) + "\n"


def _described(name: str, language: str) -> tuple[str, str, str]:
    words, values = _WORDS[name]
    return f"`{heading(name, language)}`", words.say(language), values.say(language)


def _page(language: str, also: Sequence[TemplateSheet]) -> str:
    columns = Text("Kolumn", "Column").say(language), Text("Vad", "What").say(language)
    header = (*columns, Text("Värden", "Values").say(language))
    facts = [
        (f"`{heading(n, language)}`", f.words.say(language), _values(f, language))
        for n, f in FACTS.items()
    ]
    persons = [_described("key", language), *facts, _described("as_of", language)]
    page = _HEAD.say(language)
    page += _section(
        Text("persons.csv: en rad per person", "persons.csv: one row per person").say(language),
        header,
        persons,
    )
    page += _section(
        Text("spells.csv: en rad per period", "spells.csv: one row per spell").say(language),
        header,
        [_described(name, language) for name in _SPELLS],
    )
    page += _section(
        Text("observed.csv: vad som observerades när", "observed.csv: what was observed when").say(
            language
        ),
        header,
        [_described(name, language) for name in _OBSERVED],
    )
    must, may = Text("måste finnas", "required"), Text("kan vara tomt", "may be empty")
    for sheet in also:
        rows = []
        for column in sheet.columns:
            values = (must if column.required else may).say(language)
            choices = f": {', '.join(column.choices)}" if column.choices else ""
            rows.append((f"`{column.name}`", column.words.say(language), values + choices))
        page += _section(f"{sheet.name}.csv: {sheet.words.say(language)}", header, rows)
    aliases = [
        (
            f"`{name}`",
            " + ".join(status.noun.say(language) for status in several),
            "+".join(s.value for s in several),
        )
        for name, several in STATUS_ALIASES.items()
    ]
    status_header = (
        Text("Ord", "Word").say(language),
        Text("Betydelse", "Meaning").say(language),
        Text("Spår", "Track").say(language),
    )
    statuses = [(f"`{s.value}`", s.noun.say(language), f"`{s.track.value}`") for s in Status]
    page += _section(
        Text("Statusar", "Statuses").say(language), status_header, [*statuses, *aliases]
    )
    tracks = [
        (
            f"`{track.value}`",
            track.words.say(language),
            ", ".join(f"`{s.value}`" for s in Status if s.track is track),
        )
        for track in Track
    ]
    track_header = (status_header[0], status_header[1], Text("Statusar", "Statuses").say(language))
    return page + _section(Text("Spår", "Tracks").say(language), track_header, tracks)


def write_templates(
    folder: str | Path, language: str = "sv", *, also: Iterable[TemplateSheet] = ()
) -> tuple[Path, ...]:
    """Write empty files with the right columns and a page that explains them; nothing is ever overwritten.

    Parameters
    ----------
    folder
        Where; it is made if it is not there.
    language
        ``"sv"`` (semicolons and a byte-order mark, as a Swedish Excel reads them) or ``"en"`` (commas).
    also
        Further sheets, such as the figures of an agreement.

    Returns
    -------
    tuple of Path
        The files written: ``persons.csv``, ``spells.csv``, ``observed.csv``, one for every further sheet, and
        ``forklaring.md`` or ``explanation.md``.

    Raises
    ------
    BadInput
        If any of the files is there already; then none is written.

    Examples
    --------
    >>> import tempfile
    >>> [path.name for path in write_templates(tempfile.mkdtemp(), "en")]
    ['persons.csv', 'spells.csv', 'observed.csv', 'explanation.md']
    """
    swedish = check_language(language) == "sv"
    sheets = tuple(also)
    headers: dict[str, list[str]] = {
        "persons.csv": [heading(name, language) for name in ("key", *FACTS, "as_of")],
        "spells.csv": [heading(name, language) for name in _SPELLS],
        "observed.csv": [heading(name, language) for name in _OBSERVED],
    }
    headers |= {f"{sheet.name}.csv": [column.name for column in sheet.columns] for sheet in sheets}
    page = "forklaring.md" if swedish else "explanation.md"
    place = Path(folder)
    there = tuple(name for name in (*headers, page) if (place / name).exists())
    if there:
        raise BadInput(message("files/not-written-over", folder=place, names=there))
    written = [
        write_csv(place / name, header, [], separator=";" if swedish else ",", bom=swedish)
        for name, header in headers.items()
    ]
    return (*written, write_file(place / page, _page(language, sheets)))

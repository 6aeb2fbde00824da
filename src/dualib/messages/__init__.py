"""What happened, as data, with its words beside it in both languages.

A :class:`MessageKind` is one sort of fault or remark: its code, its words in Swedish and English, and how to put it
right, said to each audience in its own terms. A :class:`Message` is a kind with its fields. The words are written only
when somebody reads them, by :meth:`Message.text`, for an audience:

``python``
    Whoever calls the library. Nothing is said of options of the command.
``command``
    Whoever runs ``dualib``. Nothing is said of Python.
``report``
    The readers of a report, who have neither.
``protected``
    The readers of a report that hides small counts: numbers that count persons are left out.

The kinds of a room are in one file beside this module, ``person.toml`` for the room ``person``: what happened, and how
to put it right, in both languages, one table a kind. A file is read when the first message of its room is made.
"""

from __future__ import annotations

import functools
import re
import string
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final, Literal, get_args

import attrs

from dualib.scalars import plain

__all__ = [
    "AUDIENCES",
    "Audience",
    "Message",
    "MessageKind",
    "Near",
    "catalogue",
    "joined",
    "message",
    "quoted",
]

Audience = Literal["python", "command", "report", "protected"]
AUDIENCES: Final[tuple[Audience, ...]] = get_args(Audience)

_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "sv": {"and": "och", "or": "eller", "near": "Menade du {}?"},
    "en": {"and": "and", "or": "or", "near": "Did you mean {}?"},
}

_NUMBER_OF_A_PERSON = re.compile(r"(?<!\d)(?:\d{2})?\d{6}[-+\s]?\d{4}(?!\d)")
_NOT_SHOWN: Final = {
    "sv": "(visas inte: ser ut som ett personnummer)",
    "en": "(not shown: it looks like a personnummer)",
}
#: How much of a value a message shows.
_MOST_SHOWN: Final = 200


def quoted(value: object, language: str = "en") -> str:
    """Return a value of the user's as a message may show it: quoted, cut, and never a personnummer.

    >>> quoted("1996"), quoted("19121212-1212")
    ("'1996'", '(not shown: it looks like a personnummer)')
    """
    value = plain(value)
    text = value.isoformat() if isinstance(value, date) else repr(value)
    if _NUMBER_OF_A_PERSON.search(text):
        return _NOT_SHOWN[language]
    return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]} ..."


def joined(items: Iterable[str], word: str) -> str:
    """Return a list in words.

    >>> joined(["a", "b", "c"], "or")
    'a, b or c'
    """
    *most, last = items
    return f"{', '.join(most)} {word} {last}" if most else last


@attrs.frozen
class Near:
    """A name that was perhaps meant, or words in both languages, written as a question.

    Where there is none, nothing is written.
    """

    name: object

    def __bool__(self) -> bool:
        return self.name is not None


class _Writer(string.Formatter):
    """Write fields in a language.

    ``{value!q}`` quotes what a user wrote; ``{count:rad|rader}`` writes a number with its noun in
    the right form; ``{names:or}`` and ``{names:and}`` write lists, ``{names:lines}`` one item per
    line; words in both languages are said in one; ``Near`` is a question.
    """

    def __init__(self, language: str) -> None:
        self.language = language

    def convert_field(self, value: Any, conversion: Any) -> Any:
        if conversion == "q":
            # A tuple is a list in words; a list is what somebody wrote.
            if isinstance(value, (tuple, frozenset)) and value:
                return tuple(quoted(item, self.language) for item in value)
            return quoted(value, self.language)
        return super().convert_field(value, conversion)

    def format_field(self, value: Any, format_spec: str) -> str:
        words = _WORDS[self.language]
        if "|" in format_spec:
            one, many = format_spec.split("|")
            return f"{value} {one if value == 1 else many}"
        if isinstance(value, Near):
            return f" {words['near'].format(repr(self._said(value.name)))}" if value else ""
        if isinstance(value, Message):
            return value.text(self.language)
        if isinstance(value, (tuple, list)):
            said = [self.format_field(item, "") for item in value]
            if format_spec == "lines":
                return "\n".join(f"  {item}" for item in said)
            if format_spec in words:
                return joined(said, words[format_spec])
            return ", ".join(said)
        words_of = self._said(value)
        if isinstance(words_of, str):
            return words_of
        return str(super().format_field(value, format_spec))

    def _said(self, value: Any) -> Any:
        """Return words in both languages in the one; other values as they are."""
        said = getattr(value, self.language, None)
        return said if isinstance(said, str) else value


_WRITERS: Final = {language: _Writer(language) for language in _WORDS}


def _fields(template: str) -> Iterator[str]:
    for _, name, _, _ in string.Formatter().parse(template):
        if name is not None:
            yield name


@attrs.frozen(kw_only=True)
class MessageKind:
    """One sort of fault or remark, with its words.

    Attributes
    ----------
    code
        Its name, for ever: ``"not-a-date"``.
    en, sv
        What is the matter and what was expected, in the terms of every audience. Names in braces are fields.
    python, command
        What more is said to whoever calls the library, and to whoever runs the command, in English and Swedish:
        how to put it right.
    few
        For remarks: the words for a protected report, in English and Swedish, without the numbers of ``persons``.
    persons
        The fields that count persons, or rows of persons.

    Examples
    --------
    >>> late = MessageKind(
    ...     code="example-late",
    ...     en="{day} is too late",
    ...     sv="{day} är för sent",
    ...     command=("say --on DAY", "skriv --on DAG"),
    ... )
    >>> message = late(day=date(2015, 5, 31))
    >>> message.text(), message.text("sv", "command")
    ('2015-05-31 is too late', '2015-05-31 är för sent; skriv --on DAG')
    """

    code: str
    en: str
    sv: str
    python: tuple[str, str] = ("", "")
    command: tuple[str, str] = ("", "")
    few: tuple[str, str] = ("", "")
    persons: frozenset[str] = frozenset()

    def __attrs_post_init__(self) -> None:
        if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", self.code):
            raise ValueError(
                f"code is {self.code!r}: expected words in lower case with hyphens between"
            )
        said = {name for text in self.templates() for name in _fields(text)}
        if unknown := self.persons - said:
            raise ValueError(f"{self.code}: persons names {sorted(unknown)}, which no text has")
        if self.persons and not all(self.few):
            raise ValueError(
                f"{self.code} counts persons: expected its words for protected reports"
            )
        if leaked := self.persons & {name for text in self.few for name in _fields(text)}:
            raise ValueError(
                f"{self.code}: protected words write {sorted(leaked)}, which count persons"
            )

    def templates(self) -> tuple[str, ...]:
        """Return every text of the kind, fields in braces."""
        return (self.en, self.sv, *self.python, *self.command, *self.few)

    def fields(self) -> tuple[str, ...]:
        """Return the names of the fields, in the order in which they are written."""
        return tuple(dict.fromkeys(name for text in self.templates() for name in _fields(text)))

    def template(self, language: str, audience: Audience) -> str:
        """Return the text for an audience in a language, fields in braces."""
        place = 0 if language == "en" else 1
        if audience == "protected" and self.few[place]:
            return self.few[place]
        what = self.en if language == "en" else self.sv
        more = {"python": self.python, "command": self.command}.get(audience, ("", ""))[place]
        return f"{what}; {more}" if more else what

    def __call__(self, **fields: object) -> Message:
        """Return a message of this kind.

        Raises
        ------
        TypeError
            If a field is missing, or is none of the kind's.
        """
        expected = set(self.fields())
        if expected != fields.keys():
            raise TypeError(f"{self.code} has the fields {sorted(expected)}, not {sorted(fields)}")
        return Message(self, tuple(fields.items()))


@attrs.frozen
class Message:
    """What happened: a kind and its fields. The words are made by :meth:`text`.

    >>> what = message("ground/not-a-date", name="on", value="31/5")
    >>> what.text("sv", "report").startswith("on ")
    True
    """

    kind: MessageKind
    fields: tuple[tuple[str, object], ...]

    def __getitem__(self, name: str) -> object:
        return dict(self.fields)[name]

    def text(self, language: str = "en", audience: Audience = "python") -> str:
        """Return the message in words.

        Parameters
        ----------
        language
            ``"en"`` or ``"sv"``.
        audience
            Who reads it: ``"python"``, ``"command"``, ``"report"`` or ``"protected"``.

        Raises
        ------
        ValueError
            If the language or the audience is neither of these.
        """
        if language not in _WRITERS or audience not in AUDIENCES:
            raise ValueError(
                f"{language!r}, {audience!r}: expected 'sv' or 'en', and one of {AUDIENCES}"
            )
        return _WRITERS[language].vformat(
            self.kind.template(language, audience), (), dict(self.fields)
        )

    def say(self, language: str) -> str:
        """Return the words for a reader who neither calls the library nor runs the command.

        Raises
        ------
        ValueError
            If the language is neither ``"en"`` nor ``"sv"``.

        Examples
        --------
        >>> message("ground/not-a-date", name="on", value=1).say("sv")
        'on är 1 men ska vara ett datum'
        """
        return self.text(language, "report")

    @property
    def en(self) -> str:
        """The message in English, for whoever calls the library."""
        return self.text("en")

    @property
    def sv(self) -> str:
        """The message in Swedish, for whoever calls the library."""
        return self.text("sv")

    def __str__(self) -> str:
        return self.text()


#: The tables of a kind that hold words in both languages, and what each becomes.
_PAIRS: Final = ("python", "command", "few")


def _kind(code: str, table: Mapping[str, Any]) -> MessageKind:
    pairs = {name: (table[name]["en"], table[name]["sv"]) for name in _PAIRS if name in table}
    if odd := table.keys() - {"en", "sv", "persons", *_PAIRS}:
        raise ValueError(f"{code}: {sorted(odd)} are not parts of a kind")
    return MessageKind(
        code=code,
        en=table["en"],
        sv=table["sv"],
        persons=frozenset(table.get("persons", ())),
        **pairs,
    )


@functools.cache
def catalogue(room: str) -> Mapping[str, MessageKind]:
    """Return the kinds of a room by their codes.

    >>> "not-a-date" in catalogue("ground")
    True
    """
    import tomllib  # both are imported here: errors are rare, and importing dualib is to be quick
    from importlib.resources import files

    text = (files("dualib.messages") / f"{room}.toml").read_text("utf-8")
    return {code: _kind(f"{room}-{code}", table) for code, table in tomllib.loads(text).items()}


def message(code: str, /, **fields: object) -> Message:
    """Return a message of a kind that is named by its room and code.

    Parameters
    ----------
    code
        ``"person/not-a-date"``.
    fields
        The kind's fields, all of them.

    Raises
    ------
    KeyError
        If there is no such kind.
    TypeError
        If a field is missing, or is none of the kind's.

    Examples
    --------
    >>> print(message("ground/not-a-date", name="on", value="31/5"))
    on is '31/5': expected a date; write date(2015, 5, 31)
    """
    room, _, name = code.partition("/")
    return catalogue(room)[name](**fields)

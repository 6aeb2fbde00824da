"""The catalogue of messages is whole: every kind is used, filled in both languages, and fit to be read.

``python tests/repository/test_messages.py`` writes the golden files in ``tests/messages`` again: every
kind in the words of each audience.
"""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from dualib.messages import AUDIENCES, Audience, Message, MessageKind, Near, catalogue

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "dualib"
GOLDEN = ROOT / "tests" / "messages"
ROOMS = sorted(path.stem for path in (SOURCE / "messages").glob("*.toml"))
KINDS = [
    pytest.param(room, code, id=f"{room}/{code}") for room in ROOMS for code in catalogue(room)
]
LANGUAGES = ("en", "sv")

#: Rooms all of whose faults and remarks have their words in the catalogue.
CONVERTED = (
    "analysis",
    "arrays.py",
    "conditions",
    "counting",
    "csv_text.py",
    "dates.py",
    "decisions",
    "drawing.py",
    "engine",
    "evaluation",
    "exact",
    "files",
    "frames.py",
    "language.py",
    "numerals.py",
    "person",
    "register",
    "rules",
    "scalars.py",
    "sources.py",
    "staffing",
    "tabular.py",
    "verdicts.py",
    "vocabulary",
    "wording",
)

#: Rooms in which a function makes the messages of codes that it is given.
PASSED_ON = ("agreements",)

ERRORS = {
    "BadData",
    "BadInput",
    "ContradictionError",
    "DualibError",
    "MissingExtraError",
    "NotInForceError",
    "UnprotectableError",
}
OPTION = re.compile(r"--[a-z]")
PYTHON = re.compile(r"=\(|=\[|(?<![.\w])dualib\.\w|\bPython\b|\bNone\b")
MAKE = re.compile(r"\bmake[: ]+[A-Z]|\b[A-Z]{2,}=")

_UNFIT = {
    "both": (OPTION, PYTHON, MAKE),
    "few": (OPTION, PYTHON, MAKE),
    "python": (OPTION,),
    "command": (PYTHON, MAKE),
}


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def sources() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def codes(node: ast.expr) -> list[str]:
    """The codes that an expression may be: a constant, or a choice between constants."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return [*codes(node.body), *codes(node.orelse)]
    if isinstance(node, ast.JoinedStr) and passed_on(node):
        return []
    raise AssertionError(f"{ast.unparse(node)}: expected the code of a kind, written out")


def passed_on(node: ast.JoinedStr) -> bool:
    """Whether a code is put together of a room and a name that is written elsewhere in the room."""
    room, *_ = node.values
    return isinstance(room, ast.Constant) and str(room.value) in {f"{name}/" for name in PASSED_ON}


def called(node: ast.AST) -> str | None:
    if not isinstance(node, ast.Call):
        return None
    function = node.func
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", None)


def uses(module: ast.Module) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "message":
            for code in codes(node.args[0]):
                yield code, node
        # Faults.add(where, row, code, **fields)
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("faults.add"):
            for code in codes(node.args[2]):
                yield f"{PASSED_ON[0]}/{code}", node


def wrong_uses(module: ast.Module) -> list[str]:
    """What is wrong where messages are made: kinds that are missing, and fields that do not fit."""
    found = []
    for code, node in uses(module):
        room, _, name = code.partition("/")
        kind = catalogue(room).get(name) if room in ROOMS else None
        if kind is None:
            found.append(f"line {node.lineno}: {code} is not a kind")
            continue
        given = {keyword.arg for keyword in node.keywords}
        fields = set(kind.fields())
        if (None in given and given - {None} - fields) or (None not in given and given != fields):
            found.append(f"line {node.lineno}: {code} has {sorted(fields)}")
    return found


@pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_messages_are_made_of_kinds_that_exist(path: Path) -> None:
    assert not wrong_uses(tree(path))


def test_every_kind_is_used() -> None:
    used = {code for path in sources() for code, _ in uses(tree(path))}
    words = {
        node.value
        for path in sources()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant)
    }
    used |= {f"{room}/{code}" for room in PASSED_ON for code in catalogue(room) if code in words}
    assert {f"{room}/{code}" for room in ROOMS for code in catalogue(room)} == used


def faults(kind: MessageKind, room: str = "") -> list[str]:
    """What is wrong with the words of a kind; all that is said in the room of the command is its own."""
    found = []
    for name in ("both", "python", "command", "few"):
        en, sv = (kind.en, kind.sv) if name == "both" else getattr(kind, name)
        if bool(en) != bool(sv):
            found.append(f"{name}: words in one language")
        if en and set(fields_of(en)) != set(fields_of(sv)):
            found.append(f"{name}: the languages have different fields")
        if en == sv and re.search(r"[a-z]{3}", re.sub(r"\{[^}]*\}", "", en)):
            found.append(f"{name}: the languages say the same")
        unfit = _UNFIT["command" if room == "cli" else name]
        for pattern in unfit:
            found += [f"{name}: {text}" for text in (en, sv) if pattern.search(text)]
    if not (kind.en and kind.sv):
        found.append("no words")
    return found


def fields_of(template: str) -> list[str]:
    return [name for _, name, _, _ in string.Formatter().parse(template) if name]


@pytest.mark.parametrize(("room", "code"), KINDS)
def test_the_words_of_a_kind_fit_its_audiences(room: str, code: str) -> None:
    assert not faults(catalogue(room)[code], room)


@pytest.mark.parametrize(
    ("kind", "fault"),
    [
        (MessageKind(code="a", en="say --on", sv="skriv"), "both: say --on"),
        (MessageKind(code="a", en="expected None", sv="vill ha"), "both: expected None"),
        (
            MessageKind(code="a", en="no", sv="nej", python=("use --on", "ange")),
            "python: use --on",
        ),
        (
            MessageKind(code="a", en="no", sv="nej", command=("make ON=1", "ange")),
            "command: make ON=1",
        ),
        (
            MessageKind(code="a", en="no", sv="nej", command=("see dualib.on", "se")),
            "command: see dualib.on",
        ),
        (
            MessageKind(code="a", en="{a} no", sv="{b} nej"),
            "both: the languages have different fields",
        ),
        (MessageKind(code="a", en="not known", sv="not known"), "both: the languages say the same"),
        (
            MessageKind(code="a", en="no", sv="nej", python=("more", "")),
            "python: words in one language",
        ),
    ],
)
def test_unfit_words_are_found(kind: MessageKind, fault: str) -> None:
    assert fault in faults(kind)


def example(kind: MessageKind, count: int = 2) -> Message:
    """A message of a kind: every field is its own name, numbers are ``count``."""
    fields: dict[str, object] = {}
    for template in kind.templates():
        for _, name, spec, _ in string.Formatter().parse(template):
            if name is None:
                continue
            if "|" in (spec or "") or name in kind.persons:
                fields[name] = count
            elif name == "near":
                fields[name] = Near("NEAR")
            elif spec in ("and", "or"):
                fields[name] = (f"{name.upper()}-1", f"{name.upper()}-2")
            else:
                fields.setdefault(name, name.upper())
    return kind(**fields)


def golden(room: str, language: str) -> str:
    """Every kind of a room in the words of each audience; what is the same for all is said once."""
    lines = []
    for code, kind in catalogue(room).items():
        said: dict[str, list[str]] = {}
        for audience in AUDIENCES:
            said.setdefault(example(kind).text(language, audience), []).append(audience)
        lines.append(f"[{code}]")
        for text, audiences in said.items():
            read = "all" if len(said) == 1 else ", ".join(audiences)
            lines.append(f"{read}: {text}")
        lines.append("")
    return "\n".join(lines)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("room", ROOMS)
def test_every_kind_says_what_it_said(room: str, language: str) -> None:
    assert golden(room, language) == (GOLDEN / f"{room}.{language}.txt").read_text("utf-8")


REMARKS = [
    param
    for param in KINDS
    if catalogue(param.values[0])[param.values[1]].persons  # type: ignore[index]
    or str(param.values[1]).startswith("note-")
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("room", "code"), REMARKS)
def test_a_protected_report_says_nothing_of_how_many(room: str, code: str, language: str) -> None:
    kind = catalogue(room)[code]
    assert numbers_of(kind) <= kind.persons
    said = {example(kind, count).text(language, "protected") for count in range(1001)}
    assert len(said) == 1
    assert not re.search(r"\d", said.pop())


def numbers_of(kind: MessageKind) -> set[str]:
    """The fields that are numbers: they are written with a noun, or called a count."""
    return {
        name
        for template in kind.templates()
        for _, name, spec, _ in string.Formatter().parse(template)
        if name and ("|" in (spec or "") or name == "count")
    }


def modules(room: str) -> list[Path]:
    place = SOURCE / room
    return sorted(place.rglob("*.py")) if place.is_dir() else [place]


def sentences(module: ast.Module) -> list[str]:
    """Where a fault is worded, or read, outside the catalogue."""
    found = []
    for node in ast.walk(module):
        name = called(node)
        if name in ERRORS or name == "Problem":
            assert isinstance(node, ast.Call)
            given = node.args[1:2] if name == "Problem" else node.args[:1]
            given += [keyword.value for keyword in node.keywords if keyword.arg == "what"]
            found += [f"line {word.lineno}" for word in given if worded(word)]
        if isinstance(node, ast.ExceptHandler) and node.name:
            found += [
                f"line {inner.lineno}"
                for inner in ast.walk(node)
                if isinstance(inner, (ast.Call, ast.FormattedValue)) and reads(inner, node.name)
            ]
    return found


def worded(node: ast.expr) -> bool:
    if isinstance(node, (ast.JoinedStr, ast.BinOp)):
        return True
    if isinstance(node, ast.IfExp):
        return worded(node.body) or worded(node.orelse)
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def reads(node: ast.Call | ast.FormattedValue, error: str) -> bool:
    if isinstance(node, ast.FormattedValue):
        return isinstance(node.value, ast.Name) and node.value.id == error
    return called(node) == "str" and any(
        isinstance(item, ast.Name) and item.id == error for item in node.args
    )


@pytest.mark.parametrize("room", CONVERTED)
def test_no_sentence_is_built_outside_the_catalogue(room: str) -> None:
    assert modules(room)
    assert not {
        str(path.relative_to(SOURCE)): found
        for path in modules(room)
        if (found := sentences(tree(path)))
    }


@pytest.mark.parametrize(
    "code",
    [
        "raise BadInput(f'{name} is odd')",
        "raise BadInput('odd' + name)",
        "raise BadInput('odd' if name else message('a/b'))",
        "Problem(where, 'is odd', row)",
        "Problem(where, what=f'{name}')",
        "try:\n    pass\nexcept BadInput as error:\n    print(str(error))",
        "try:\n    pass\nexcept BadInput as error:\n    print(f'{error}')",
    ],
)
def test_a_sentence_outside_the_catalogue_is_found(code: str) -> None:
    assert sentences(ast.parse(code))


def test_a_message_is_not_a_sentence() -> None:
    assert not sentences(ast.parse("raise BadInput(message('a/b', name=f'first {name}'))"))


def test_wrong_uses_are_found() -> None:
    for code in (
        "message('ground/not-there')",
        "message('nowhere/not-a-date')",
        "message('ground/not-a-date', name=name)",
        "message('ground/not-a-date', name=name, value=value, more=1)",
        "message('ground/not-a-date', **fields, more=1)",
    ):
        assert wrong_uses(ast.parse(code))
    assert not wrong_uses(ast.parse("message('ground/not-a-date', name=name, value=value)"))


@pytest.mark.parametrize("audience", AUDIENCES)
def test_examples_are_written_for_every_audience(audience: Audience) -> None:
    kind = MessageKind(
        code="a",
        en="{value!q}: {count:row|rows} of {names:or}.{near}",
        sv="{value!q}: {count:rad|rader} av {names:or}.{near}",
    )
    assert example(kind, 1).text("sv", audience) == (
        "'VALUE': 1 rad av NAMES-1 eller NAMES-2. Menade du 'NEAR'?"
    )


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for room in ROOMS:
        for language in LANGUAGES:
            (GOLDEN / f"{room}.{language}.txt").write_text(golden(room, language), "utf-8")

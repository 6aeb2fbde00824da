"""What the programme reference describes: every public name once, in the face that offers it."""

from __future__ import annotations

import ast
import enum
import importlib
import inspect
import pkgutil
import re
from functools import cache
from typing import Generic

import attrs

import dualib
from dualib import Rule
from dualib.language import capital

GROUND = ("dates", "errors", "language", "sources", "verdicts")
#: What errors are made of: `dualib.errors` offers what is read of it.
BEHIND_ERRORS = "messages"


@attrs.frozen
class Described:
    """A public name: the directive that describes it, with its options, or a text of its own."""

    name: str
    directive: str
    options: tuple[str, ...] = ()
    words: str = ""


@cache
def faces() -> dict[str, list[Described]]:
    """Return for each public module what it describes; what `dualib` offers is described in its face."""
    packages = [found.name for found in pkgutil.iter_modules(dualib.__path__) if found.ispkg]
    seen: list[object] = []
    result: dict[str, list[Described]] = {}
    for name in sorted({*GROUND, *packages} - {BEHIND_ERRORS}):
        module = importlib.import_module(f"dualib.{name}")
        for item in sorted(module.__all__, key=str.lower):
            thing = getattr(module, item)
            callable_ = inspect.isclass(thing) or inspect.isroutine(thing)
            if callable_ and any(thing is other for other in seen):
                continue
            seen.append(thing)
            result.setdefault(name, []).append(described(f"dualib.{name}.{item}", thing))
    return result


def described(name: str, thing: object) -> Described:
    """Return how a name is described."""
    if inspect.isclass(thing):
        kind = "autoexception" if issubclass(thing, BaseException) else "autoclass"
        return Described(name, kind, tuple(options(thing)))
    if inspect.isroutine(thing):
        return Described(name, "autofunction")
    return Described(name, "data", words=words_of(name.rpartition(".")[2], thing))


def options(thing: type) -> list[str]:
    """Return the options of a class: members that it inherits from a class of dualib are its own to a reader."""
    below = [base for base in thing.__mro__[1:] if base.__module__.startswith("dualib.")]
    inherited = [member for base in below for member in vars(base) if not member.startswith("_")]
    other = [
        base.__name__
        for base in thing.__mro__[1:]
        if not base.__module__.startswith("dualib.") and base not in (object, Generic)
    ]
    if not inherited or other:
        return [":members:"]
    return [":members:", ":inherited-members:"]


def words_of(item: str, thing: object) -> str:
    """Return what is written about a value: of a rule its name, of a member of an enumeration what that is."""
    if isinstance(thing, Rule):
        return f"{capital(thing.name.en)}."
    if isinstance(thing, enum.Enum):
        return inspect.cleandoc(type(thing).__doc__ or "").partition("\n\n")[0]
    return said_of_values()[item]


@cache
def said_of_values() -> dict[str, str]:
    """Return what the modules write about their values, in comments ``#:`` above them or in a text below."""
    said = {}
    for found in pkgutil.walk_packages(dualib.__path__, "dualib."):
        source = inspect.getsource(importlib.import_module(found.name))
        lines, body = source.splitlines(), ast.parse(source).body
        for node, after in zip(body, [*body[1:], None], strict=True):
            if not isinstance(node, ast.AnnAssign | ast.Assign):
                continue
            target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
            above = comment(lines[: node.lineno - 1])
            below = after.value if isinstance(after, ast.Expr) else None
            text = below.value if isinstance(below, ast.Constant) else above
            if isinstance(target, ast.Name) and text:
                said[target.id] = inspect.cleandoc(str(text))
    return said


def comment(lines: list[str]) -> str:
    """Return the comment ``#:`` that lines end with.

    >>> comment(["a = 1", "#: The number", "#: of b."])
    'The number of b.'
    """
    found = re.search(r"(?:^#: [^\n]*\n)*\Z", "".join(f"{line}\n" for line in lines), re.MULTILINE)
    return " ".join(re.findall(r"#: ([^\n]*)", found[0])) if found else ""


def introduction(name: str) -> str:
    """Return the first paragraph of a module's docstring."""
    return inspect.cleandoc(importlib.import_module(name).__doc__ or "").partition("\n\n")[0]

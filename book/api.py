"""What the programme reference describes: every public name once, in the room that offers it."""

from __future__ import annotations

import importlib
import inspect
import pkgutil

import dualib


def rooms() -> dict[str, dict[str, list[tuple[str, str]]]]:
    """Return for each room its modules, and for each of them its public functions and classes with their directives.

    A name is described in the outermost module that offers it, and what ``dualib`` itself offers in its room.
    """
    found = [module.name for module in pkgutil.walk_packages(dualib.__path__, "dualib.")]
    public = [name for name in found if not any(part.startswith("_") for part in name.split("."))]
    described: set[int] = set()
    result: dict[str, dict[str, list[tuple[str, str]]]] = {}
    for name in sorted(public, key=lambda name: (name.count("."), name)):
        module = importlib.import_module(name)
        things = {item: getattr(module, item) for item in getattr(module, "__all__", ())}
        kinds = {
            item: directive(thing) for item, thing in things.items() if id(thing) not in described
        }
        if new := [(kind, item) for item, kind in kinds.items() if kind]:
            result.setdefault(name.split(".")[1], {})[name] = new
        described.update(id(things[item]) for _, item in new)
    return dict(sorted(result.items()))


def directive(thing: object) -> str:
    """Return the name of the directive that describes a function or a class, nothing for other things."""
    if inspect.isclass(thing):
        return "autoexception" if issubclass(thing, BaseException) else "autoclass"
    return "autofunction" if inspect.isfunction(thing) else ""


def introduction(name: str) -> str:
    """Return the first paragraph of a module's docstring."""
    return inspect.cleandoc(importlib.import_module(name).__doc__ or "").partition("\n\n")[0]

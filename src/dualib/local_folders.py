"""Where the local agreements that come with the library lie: folders found, never listed and never imported here."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Final

__all__ = ["HEADING", "ROOM", "packaged_folders"]

#: The package whose folders are agreements.
ROOM: Final = "local_agreements"

#: The file that makes a folder an agreement.
HEADING: Final = "agreement.csv"


@functools.cache
def packaged_folders() -> Mapping[str, Traversable]:
    """Return the folder of each agreement in the package by the agreement's id, in the order of the ids.

    An id is written with a hyphen where the name of its folder, which is a package too, has an underscore.

    Examples
    --------
    >>> packaged_folders()["tjorn-orust"].name
    'tjorn_orust'
    """
    folders = (files("dualib") / ROOM).iterdir()
    found = {
        folder.name.replace("_", "-"): folder
        for folder in folders
        if folder.is_dir() and (folder / HEADING).is_file()
    }
    return MappingProxyType(dict(sorted(found.items())))

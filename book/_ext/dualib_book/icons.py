"""Icons drawn in the page itself: the theme's script that draws them weighs more than all the rest of a page."""

from __future__ import annotations

import functools
import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

SCRIPT = Path("_static") / "scripts" / "fontawesome.js"
STYLES = {"fas", "fa-solid"}
#: How the script holds an icon: its name, width, height, other names, code and path.
ICON = r'["{{,]"?{name}"?:\[(\d+),(\d+),\[[^\]]*\],"\w+","([^"]+)"\]'


@functools.cache
def drawing(folder: Path, name: str) -> tuple[str, str, str]:
    """Return the width, the height and the path of an icon.

    Raises
    ------
    ValueError
        If the theme does not have it.
    """
    found = re.search(ICON.format(name=re.escape(name)), script(folder))
    if found is None:
        raise ValueError(f"the theme's script has no icon {name!r}")
    return found[1], found[2], found[3]


@functools.cache
def script(folder: Path) -> str:
    """Return the theme's script of icons."""
    return (folder / SCRIPT).read_text("utf-8")


def draw(page: BeautifulSoup, folder: Path) -> None:
    """Put drawings in the place of names of icons, and leave out the script that would do so in the browser."""
    for element in page.select('[class*="fa-"]'):
        classes = element["class"]
        names = [
            name.removeprefix("fa-")
            for name in classes
            if name.startswith("fa-") and name not in STYLES
        ]
        known = [name for name in names if name != "lg"]
        if not STYLES & set(classes) or not known:
            continue
        width, height, path = drawing(folder, known[0])
        kept = ["svg-inline--fa", *(name for name in classes if name not in STYLES)]
        given = {
            **element.attrs,
            "class": kept,
            "viewBox": f"0 0 {width} {height}",
            "aria-hidden": "true",
        }
        picture = page.new_tag("svg", attrs=given)
        picture.append(page.new_tag("path", attrs={"fill": "currentColor", "d": path}))
        element.replace_with(picture)
    for loaded in page.find_all("script", src=re.compile("fontawesome")):
        loaded.decompose()

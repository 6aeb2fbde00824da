"""Build the book into build/book: the Swedish one at its root, the English one in en/. Warnings are errors.

An executed page is kept until the library, its pinned environment or the book's own code changes, not only its cells.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import time
from pathlib import Path

import generate

BOOK = Path(__file__).parent
ROOT = BOOK.parent
WORK = ROOT / "build" / "book-work"
SITE = ROOT / "build" / "book"


def fingerprint() -> str:
    """Return one hash of everything that the output of a cell depends on."""
    files = [
        ROOT / "requirements" / "book.txt",
        *(ROOT / "src").rglob("*"),
        *(BOOK / "_ext").rglob("*.py"),
    ]
    digest = hashlib.sha256(sys.version.encode())
    for path in sorted(path for path in files if path.is_file() and path.suffix != ".pyc"):
        digest.update(path.relative_to(ROOT).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def working_folder() -> Path:
    """Return the folder to run in, which holds the cache of executed pages, and forget the caches of older states."""
    folder = WORK / f"cells-{fingerprint()}"
    for old in WORK.glob("cells-*"):
        if old != folder:
            shutil.rmtree(old)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def start(source: Path, language: str, folder: Path) -> subprocess.Popen[bytes]:
    """Start building one language, in a folder of its own for its executed cells."""
    place = folder / language
    place.mkdir(exist_ok=True)
    program = str(Path(sys.executable).with_name("jupyter-book"))
    output = str(WORK / language)
    shutil.rmtree(
        WORK / language / "_build" / "html", ignore_errors=True
    )  # or pages of earlier times would stay
    command = [
        program,
        "build",
        str(source),
        "--path-output",
        output,
        "--all",
        "-W",
        "-n",
        "--keep-going",
        "-q",
    ]
    return subprocess.Popen(command, cwd=place)


def main() -> int:
    """Generate the pages, build both languages beside each other and put them in one folder."""
    started = time.monotonic()
    generate.main()
    folder = working_folder()
    builds = [start(BOOK, "sv", folder), start(BOOK / "en", "en", folder)]
    statuses = [build.wait() for build in builds]  # wait for both, also when the first one fails
    if any(statuses):
        print("the book was not built: see the warnings above", file=sys.stderr)
        return 1
    shutil.rmtree(SITE, ignore_errors=True)
    shutil.copytree(WORK / "sv" / "_build" / "html", SITE)
    shutil.copytree(WORK / "en" / "_build" / "html", SITE / "en")
    print(
        f"The book is in {SITE.relative_to(ROOT)}/index.html ({time.monotonic() - started:.0f} s)"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())

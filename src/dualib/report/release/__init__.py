"""What a report lets out: counts protected together, and the user's own figures."""

from __future__ import annotations

from dualib.report.release.release import Release

__all__ = [
    "Release",
]

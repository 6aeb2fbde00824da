"""The ``dualib`` command."""

from __future__ import annotations

from dualib.cli.command import main

__all__ = ["main"]

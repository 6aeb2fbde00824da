"""The national programmes, one module each."""

from dualib.programmes.etablering import etablering
from dualib.programmes.jobbgaranti import jobbgaranti
from dualib.programmes.kaa import kaa
from dualib.programmes.traineejobb import traineejobb

__all__ = ["etablering", "jobbgaranti", "kaa", "traineejobb"]

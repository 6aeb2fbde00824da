"""The version, here alone: the build and all who name it read it here."""

__all__ = ["__version__"]

__version__ = "0.1.0"

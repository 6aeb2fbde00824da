"""Persons counted from a register, what is unknown about them, and made-up persons."""

"""Registers that overlap: how many persons they hold together, as bounds."""

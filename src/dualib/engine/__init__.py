"""Conditions answered for many persons at once; node by node it is the oracle of the fast path."""

"""Disclosure control on arrays of counts: suppression, its audit, and rounding."""

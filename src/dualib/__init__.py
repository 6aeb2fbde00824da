"""Shared models for the Swedish local agreements on young people who neither work nor study."""

"""Tjörn and Orust: its agreement's data (CSV) and offers."""

__all__: list[str] = []

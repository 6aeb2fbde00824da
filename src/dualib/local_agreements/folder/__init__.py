"""A folder of CSV files that is an agreement: its schema, reading, checking, writing, and exports."""

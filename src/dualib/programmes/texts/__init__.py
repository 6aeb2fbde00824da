"""The dated texts of the national programmes, as the ordinances and the shared model put them."""

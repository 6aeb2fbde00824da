"""Tables of counts: dimensions, cells, text, JSON-stat and Kolada."""

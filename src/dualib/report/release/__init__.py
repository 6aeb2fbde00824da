"""What a report lets out: counts protected together, and the user's own figures."""

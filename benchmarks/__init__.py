"""dualib timed beside other libraries: the same persons, the same questions, the same answers, one run."""

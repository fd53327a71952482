"""The engine: a policy compiled to bit sets, detectors behind one automaton, verdicts with their clause and mend."""

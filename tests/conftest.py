"""What holds for the whole suite."""

from hypothesis import settings

# No test is timed: a busy machine is no fault of the code. Benchmarks measure speed.
settings.register_profile("clausier", deadline=None)
settings.load_profile("clausier")

"""Data that ships with the program: policies, packs of obligations, networks, words."""

from pathlib import Path

# importlib.resources would do as well, and costs a tenth of the start of a check.
LIBRARY = Path(__file__).parent

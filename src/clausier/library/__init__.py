"""Data that ships with the program: policies, packs of obligations, networks, words."""

"""Clausier: social-media governance where the policy is the program."""

__version__ = "0.1.0"

"""What the policy tells the rooms above it."""

from django.dispatch import Signal

# Provides: version. Sent once, in the transaction that notices that the date of an adopted version has come.
version_in_force = Signal()

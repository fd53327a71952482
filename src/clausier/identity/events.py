"""What identity tells the rooms above it."""

from django.dispatch import Signal

# Provides: person. Sent once the person can no longer sign in, in the same transaction.
person_left = Signal()

"""What identity tells the rooms above it."""

from django.dispatch import Signal

# Provides: person. Sent once the person can no longer sign in, in the same transaction.
person_left = Signal()
# Provides: people (a list of keys). Sent in the transaction that changed what they are asked, or by when: their
# audiences, tie, unit, shift or absences.
people_changed = Signal()

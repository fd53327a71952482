"""What decisions tell the rooms above them."""

from django.dispatch import Signal

# Provides: decision (overturned), by (the new decision). Sent in the transaction of the answer.
decision_overturned = Signal()

"""What the inbox tells the rooms above it."""

from django.dispatch import Signal

# Provides: item. Sent in the transaction that keeps it, once for each new item.
item_received = Signal()

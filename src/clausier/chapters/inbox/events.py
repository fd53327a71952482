"""What the inbox tells the rooms above it."""

from django.dispatch import Signal

# Provides: item. Sent in the transaction that keeps it, once for each new item.
item_received = Signal()

# Provides: items (a queryset). Sent in the transaction of an undone batch, before its items go: whoever holds rows
# about them lets them go, or raises RefusedError.
items_undone = Signal()

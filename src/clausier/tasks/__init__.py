"""Work that waits: the worker, what happens every day, and outgoing mail."""

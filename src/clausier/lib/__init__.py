"""A few tested helpers that belong to no room."""

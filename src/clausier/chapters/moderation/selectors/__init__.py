"""Reads of the room: what may be cited, what comes next, what is to be done there, and the figures."""

"""People, roles, duties, absences, sign-in, and the one table of permissions."""

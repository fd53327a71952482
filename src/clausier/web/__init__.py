"""The shell that people see: home, what is asked of me, error pages, and who may open what."""

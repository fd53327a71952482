"""What an existing policy covers: its text, its passages, the ten elements, and what is too broad in it."""

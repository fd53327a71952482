"""The pages of the outbox. They stand here because they ask who is there, and people stand above the outbox."""

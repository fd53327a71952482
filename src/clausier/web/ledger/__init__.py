"""The pages of the ledger. They stand here because they ask who is there, and people stand above the ledger."""

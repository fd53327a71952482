"""Reads of the room: the judgement of a text, how it is shown, receipts, drafts. None of them keeps a text."""

"""From an empty installation to a draft: the interview, and a document that exists already."""

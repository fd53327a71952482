"""Chapter 6, time: «May I post this?» and, later, drafts, approvals and messages to share."""

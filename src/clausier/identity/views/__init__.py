"""The pages of people, roles, duties, links, keys, settings and setup: one file a subject."""

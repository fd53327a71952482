"""The policy as an organisation lives it: drafts, adoption, the version in force, facts and protected lists."""

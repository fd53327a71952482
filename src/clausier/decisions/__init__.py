"""Every reasoned act on a comment, a draft, an account or a breach; and its appeal."""

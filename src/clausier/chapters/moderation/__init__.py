"""Chapter 9, comments: one comment at a time, a ground of the policy, a published reason."""

"""Chapter 1, expectations: what each person reads, acknowledges or agrees to, and what changed for them."""

"""Random names, tokens and keys: what points to a row without telling anything, and what opens a door once."""

import hashlib
import secrets

# What is dictated on the telephone: no vowel that makes words, no letter taken for another one.
LETTERS = "BCDFGHJKLMNPQRSTVWXZ"
DICTATED = 10
BITS = 128


def new_uid() -> str:
    """Return 128 random bits as 32 hexadecimal digits: the name of a row wherever people or the ledger see it."""
    return secrets.token_hex(BITS // 8)


def new_token() -> str:
    """Return 128 random bits as they stand in a link. Only their digest is stored."""
    return secrets.token_urlsafe(BITS // 8)


def new_letters(length: int = DICTATED) -> str:
    """Return letters that can be read aloud; 10 of them hold 43 bits, so whoever tries them is slowed down."""
    return "".join(secrets.choice(LETTERS) for _ in range(length))


def digest(secret: str) -> str:
    """Return the SHA-256 of a token or key, in hexadecimal: what the database holds in its place."""
    return hashlib.sha256(secret.encode()).hexdigest()

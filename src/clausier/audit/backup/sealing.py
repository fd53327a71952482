"""The keys of a home under a passphrase: scrypt, then AES-256-GCM."""

import json
import secrets
from collections.abc import Mapping

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

SHORTEST = 12
SALT, NONCE = 16, 12
WORK = 2**16  # 64 MB and a fraction of a second a guess
HEADER = b"clausier-keys-1\n"


class WrongPassphraseError(Exception):
    """The passphrase does not open the keys, or they are damaged."""


def seal(keys: Mapping[str, bytes], passphrase: str) -> bytes:
    """Return the keys, sealed. Raises ValueError for a passphrase of fewer than SHORTEST characters."""
    if len(passphrase) < SHORTEST:
        raise ValueError("passphrase too short")
    salt, nonce = secrets.token_bytes(SALT), secrets.token_bytes(NONCE)
    plain = json.dumps({name: value.hex() for name, value in keys.items()}).encode()
    return HEADER + salt + nonce + AESGCM(_key(passphrase, salt)).encrypt(nonce, plain, HEADER)


def unseal(sealed: bytes, passphrase: str) -> dict[str, bytes]:
    """Return the keys. Raises WrongPassphraseError."""
    body = sealed.removeprefix(HEADER)
    salt, nonce, secret = body[:SALT], body[SALT : SALT + NONCE], body[SALT + NONCE :]
    try:
        plain = AESGCM(_key(passphrase, salt)).decrypt(nonce, secret, HEADER)
    except (InvalidTag, ValueError) as error:
        raise WrongPassphraseError from error
    return {name: bytes.fromhex(value) for name, value in json.loads(plain).items()}


def _key(passphrase: str, salt: bytes) -> bytes:
    return Scrypt(salt=salt, length=32, n=WORK, r=8, p=1).derive(passphrase.encode())

"""The home of one organisation: its database, keys and files, and nothing of anybody else's."""

import os
import secrets
from collections.abc import Callable
from pathlib import Path

from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

PRIVATE, PRIVATE_FOLDER = 0o600, 0o700
Maker = Callable[[], bytes]


class Home:
    """A folder and the keys in it, made when first asked for and readable by their owner alone (0600)."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.keys = path / "keys"
        self.files = path / "files"
        self.checkpoints = path / "checkpoints"
        self.heads = path / "heads"  # learned heads trained here, which go before those that are shipped
        self.cache = path / "cache"  # what can be made again, and no backup holds
        self.sleep = path / "asleep"
        self._signing_key: Ed25519PrivateKey | None = None

    @property
    def is_asleep(self) -> bool:
        """Tell whether this is a copy that a restore has made: nothing leaves it until its file is taken away."""
        return self.sleep.exists()

    def secret_key(self) -> str:
        """Return the key that signs sessions and forms."""
        return self._key("secret", lambda: secrets.token_urlsafe(48).encode()).decode()

    def fernet(self) -> MultiFernet:
        """Return what encrypts fields: the keys of ``keys/fields``, newest first, one a line."""
        lines = self._key("fields", Fernet.generate_key).split()
        return MultiFernet([Fernet(line) for line in lines])

    def signing_key(self) -> Ed25519PrivateKey:
        """Return the key that signs the ledger; it is read once, as every act signs."""
        if self._signing_key is None:
            raw = self._key("ledger", lambda: Ed25519PrivateKey.generate().private_bytes_raw().hex().encode())
            self._signing_key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(raw.decode()))
        return self._signing_key

    def setup_token(self) -> str:
        """Return the token that opens the setup page: whoever reads the terminal of the machine may set it up."""
        return self._key("setup", lambda: secrets.token_urlsafe(16).encode()).decode()

    def end_setup(self) -> None:
        """Forget the token of the setup page, once and for all."""
        (self.keys / "setup").unlink(missing_ok=True)

    def _key(self, name: str, make: Maker) -> bytes:
        path = self.keys / name
        if not path.exists():
            self.keys.mkdir(parents=True, exist_ok=True, mode=PRIVATE_FOLDER)
            self._write_once(path, make())
        return path.read_bytes().strip()

    def _write_once(self, path: Path, content: bytes) -> None:
        """Write a key whole under another name, then give it its own: two starts at once agree on one key."""
        draft = path.with_name(f".{path.name}-{os.getpid()}")
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE)
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()

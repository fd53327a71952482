"""The proof of one act: an entry of the ledger, what it said, and the words it is about, in one small file.

Whoever receives it works everything out again without the database: the commitment of the details, the hash of the
entry, its signature, and the digest of the words. Plain Python, but for the making.
"""

import hashlib
import json
from pathlib import Path
from typing import Any, NamedTuple

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from clausier.audit.chain import FIELDS, canonical, commitment, entry_payload, hash_of, is_signed
from clausier.audit.checkpoints import public_key
from clausier.document.vocabulary import Label

FORMAT, VERSION = "clausier-proof", 1
LONGEST = 5_000_000
PROBLEMS = {
    "unreadable": Label("Le fichier n'est pas une preuve complète.", "The file is no complete proof."),
    "key": Label(
        "La preuve est d'une autre clé que celle qui est donnée.", "The proof is of another key than the one given."
    ),
    "details": Label("Ce que dit l'acte a été changé.", "What the act said was changed."),
    "entry": Label("L'entrée du registre a été changée.", "The entry of the ledger was changed."),
    "signature": Label("La signature n'est pas celle de cette clé.", "The signature is not that of this key."),
    "words": Label("Les mots montrés ont été changés.", "The words that were shown were changed."),
}


class Found(NamedTuple):
    """What a verification found: "" or the code of the first problem, and what the act said."""

    problem: str
    said: dict[str, Any]
    at: str
    actor: str
    public_key: str


def sealed(entry: Any, words: dict[str, Any], sentence: str) -> dict[str, Any] | None:
    """Return the proof of an entry about words; None when what it said has been erased."""
    detail = entry.detail
    if detail.details is None:
        return None
    columns = {name: getattr(entry, name) for name in (*FIELDS, "hash")}
    return {
        FORMAT: VERSION,
        "public_key": public_key(),
        "entry": columns | {"signature": bytes(detail.signature).hex()},
        "salt": bytes(detail.salt).hex(),
        "details": detail.details,
        "sentence": sentence,
        "words": words,
    }


def read(path: Path) -> dict[str, Any] | None:
    """Return the proof that a file holds, or None when it is something else."""
    with path.open("rb") as stream:
        if f'"{FORMAT}"'.encode() not in stream.read(200):
            return None
        stream.seek(0)
        try:
            data = json.loads(stream.read(LONGEST))
        except ValueError:
            return {}
    return data if isinstance(data, dict) else {}


def verify(proof: dict[str, Any], key: str = "") -> Found:
    """Work everything out again; ``key`` is the public key that is known from elsewhere, where there is one."""
    try:
        return _verify(proof, key)
    except (KeyError, TypeError, ValueError, AttributeError):
        return Found("unreadable", {}, "", "", "")


def _verify(proof: dict[str, Any], key: str) -> Found:
    entry, said = proof["entry"], json.loads(proof["details"])
    own = str(proof["public_key"])
    held = {
        "unreadable": proof[FORMAT] == VERSION and isinstance(said, dict),
        "key": not key or key == own,
        "details": commitment(bytes.fromhex(proof["salt"]), proof["details"]) == entry["commitment"],
        "entry": hash_of(entry) == entry["hash"],
        "signature": is_signed(
            Ed25519PublicKey.from_public_bytes(bytes.fromhex(own)),
            bytes.fromhex(entry["signature"]),
            entry_payload(entry["seq"], entry["hash"]),
        ),
        "words": _digest(proof["words"]) == said["shown"],
    }
    problem = next((name for name, holds in held.items() if not holds), "")
    return Found(problem, said, str(entry["at"]), str(entry["actor"]), own)


def _digest(words: dict[str, Any]) -> str:
    return hashlib.sha256(canonical(words).encode()).hexdigest()

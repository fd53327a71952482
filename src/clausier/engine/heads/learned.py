"""The heads at work: they read messages after the detectors, and add, strengthen or doubt what these found."""

import json
import math
import re
from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple

from clausier.engine.detector import Found, View
from clausier.engine.heads.encoder import Encoder, is_installed
from clausier.engine.heads.features import NAMES, seen
from clausier.engine.heads.model import Head, Trunk, digest_of, fits, rows_of
from clausier.engine.heads.plain import plain
from clausier.engine.intent import shares_of
from clausier.engine.text import Text
from clausier.library import LIBRARY

if TYPE_CHECKING:
    from clausier.engine.heads.model import Array

WEIGHTS = LIBRARY / "weights"
ABOUT = "heads.json"
OWN, CACHE = "heads", "cache"  # folders of an organisation: the heads it trained, the encoder made ready
INTENT = "intent"
SHOWN = 0.5
# What a head alone sees has to be surer than what a detector found some ground for: on the lines of writers that it has
# not read, two thirds of what it saw alone between the two were false alarms.
ALONE = 0.75
SHOWS_ALONE = ("abuse.hate",)  # implied, or misspelt on purpose, it leaves nothing else to find
MOST = 40  # sentences of a message among which the one that shows a kind is looked for
AT_ONCE = 256  # messages read together: the more, the fewer of their tokens are new
ATTACKS = {f"abuse.{name}" for name in ("hate", "insult", "harassment", "threat", "sexual")}
SAYS_LITTLE = ("other", "praise", "problem-report")  # intents that an attack is easily taken for
WHOLE = ("disc.needed",)  # what is about the whole message, at no place of it
# A tie follows from who writes of what, which a head hardly sees: it doubts weak grounds only, and when it is sure.
REASONED, WEAK, HARDLY = ("disc.needed",), 0.6, 0.0005

_SENTENCE = re.compile(r"[^.!?\n]{1,2000}[.!?\n]{0,20}")
_encoder_lock = Lock()
_encoders: list[Encoder] = []


def encoder(cache: Path | None = None) -> Encoder:
    """Return the encoder, loaded by whoever asks first: it is the same for all policies, and large."""
    with _encoder_lock:
        if not _encoders:
            _encoders.append(Encoder(cache))
        return _encoders[0]


class Net(NamedTuple):
    """The networks, once loaded."""

    encoder: Encoder
    trunk: Trunk
    heads: tuple[Head, ...]


class LearnedHeads:
    """The heads whose weights stand in a folder; ``home`` holds those that an organisation trained, which go first.

    ``about`` (``heads.json`` of the folder of the library) says what each head may do of each kind: ``adds``, to find
    it where no detector did; ``lowers``, to doubt what a detector found; and in which direction it reads. ``refused``
    are the files of the organisation that are no such head: the shipped ones judge in their place.
    """

    def __init__(self, weights: Path = WEIGHTS, home: Path | None = None) -> None:
        self._about = json.loads((weights / ABOUT).read_text(encoding="utf-8"))
        if self._about["numbers"] != list(NAMES):
            raise ValueError(f"{weights}: trained on other numbers than those of this version")
        own = home / OWN if home else None
        chosen = {name: _of(name, weights, own) for name in self._about["heads"]}
        mine = [own / f"{name}.npz" for name in chosen] if own else []
        self.refused = tuple(path for path in mine if path not in chosen.values() and path.is_file())
        self._trunk, self._files = weights / "trunk.npz", chosen
        self.digest = digest_of([weights / ABOUT, self._trunk, *chosen.values()])
        self._adds = {kind for each in self._about["heads"].values() for kind in each["adds"]}
        self._lowers = {kind for each in self._about["heads"].values() for kind in each["lowers"]}
        self.kinds = frozenset(self._adds)
        self._loading = Lock()
        self._cache = home / CACHE if home else None

    @cached_property
    def _net(self) -> Net:
        heads = tuple(Head.read(path) for path in self._files.values())
        return Net(encoder(self._cache), Trunk.read(self._trunk), heads)

    def _loaded(self) -> Net:
        with self._loading:
            return self._net

    def look(self, views: Sequence[View]) -> list[str]:
        """Add to each view what the heads see in it; return the kinds that could not be looked for."""
        try:
            for start in range(0, len(views), AT_ONCE):
                self._look(self._loaded(), views[start : start + AT_ONCE])
        except Exception:  # noqa: BLE001  # as for a detector: the verdict says so and takes the careful action
            return sorted(self.kinds)
        return []

    def head(self, name: str) -> Head:
        """Return the head of a name."""
        return next(each for each in self._loaded().heads if each.name == name)

    def rows(self, views: Sequence[View]) -> "Array":
        """Return what the heads read of some messages, a row each."""
        import numpy as np

        net = self._loaded()
        tokens = [net.encoder.tokens(plain(view.text.raw)) for view in views]
        numbers = np.array([seen(view) for view in views], dtype=np.float32)
        return rows_of(*net.encoder.read(tokens, net.trunk.pooled), numbers)

    def _look(self, net: Net, views: Sequence[View]) -> None:
        rows = self.rows(views)
        for head in net.heads:
            way = self._about["heads"][head.name]["way"]
            places = [place for place, view in enumerate(views) if way in ("", view.context.direction)]
            if places:
                told = head.probabilities(rows[places]).tolist()
                for place, chances in zip(places, told, strict=True):
                    self._tell(head, views[place], dict(zip(head.kinds, chances, strict=True)))

    def _tell(self, head: Head, view: View, chances: dict[str, float]) -> None:
        if head.name == INTENT:
            view.intent = _intent(view, chances)
            return
        for kind, chance in chances.items():
            there = view.of(kind)
            if there and kind in self._lowers | self._adds:
                self._weigh(view, kind, chance)
            elif kind in self._adds and view.text.words and chance >= (SHOWN if _grounded(view, kind) else ALONE):
                view.found.append(Found(kind, *self._place(head, kind, view), chance, learned=True))
        view.found.sort(key=lambda each: (each.start, each.end, each.kind))

    def _weigh(self, view: View, kind: str, chance: float) -> None:
        """Bring together what a detector found and what a head thinks of it: two that agree are surer than one."""
        for place, each in enumerate(view.found):
            if each.kind != kind or each.learned:
                continue
            if chance >= SHOWN:
                confidence = 1 - (1 - each.confidence) * (1 - chance)
            elif kind in self._lowers:
                confidence = doubted(kind, each.confidence, chance)
            else:
                continue
            view.found[place] = each._replace(confidence=confidence)

    def _place(self, head: Head, kind: str, view: View) -> tuple[int, int]:
        """Return the span of the sentence that shows a kind best, or of the whole message when it is one."""
        if kind in WHOLE:
            return 0, 0
        spans = _sentences(view.text.folded)
        if len(spans) == 1:
            return spans[0]
        parts = [_part(view, *span) for span in spans]
        chances = head.answer(self.rows(parts))[:, head.kinds.index(kind)]
        return spans[int(chances.argmax())]


def _grounded(view: View, kind: str) -> bool:
    """Tell whether something else speaks for a kind: for a tie whom it is with, else what was found of the family."""
    if kind in SHOWS_ALONE:
        return True
    family = "about." if kind in REASONED else kind.partition(".")[0] + "."
    return any(not each.learned for each in view.of(family))


def doubted(kind: str, confidence: float, chance: float) -> float:
    """Return the confidence in what a detector found and a head thinks unlikely."""
    if kind in REASONED and (confidence > WEAK or chance >= HARDLY):
        return confidence
    return (confidence + chance) / 2


def _of(name: str, weights: Path, own: Path | None) -> Path:
    """Return the file of the weights of a head: the organisation's own, where it has trained one that can be used."""
    mine = own / f"{name}.npz" if own else None
    shipped = weights / f"{name}.npz"
    return mine if mine and mine.is_file() and fits(mine, shipped) else shipped


def _intent(view: View, chances: dict[str, float]) -> tuple[str, float]:
    """Return the likeliest intent; a person in danger, spam, and an attack without a question or a plaint go first.

    The head knows what a sentence means and the weighing which words count: their geometric mean is right more often
    than either. The weighing is asked again, since the heads may have found an attack by now.
    """
    said = shares_of(view)
    both = {intent: math.sqrt(share * chances[intent]) for intent, share in said.items()}
    intent = max(both, key=lambda each: both[each])
    sure = max(both[intent], 0.3) / max(1.0, sum(both.values()))
    shown = {each.kind for each in view.found if each.confidence >= SHOWN}
    if "abuse.self-harm" in shown:
        intent = "emergency"
    elif shown & {"spam.scam", "spam.promotion"}:
        intent = "spam"
    elif intent in SAYS_LITTLE and shown & ATTACKS:
        intent = "abuse-only"
    return intent, round(min(0.95, sure), 3)


def _sentences(text: str) -> list[tuple[int, int]]:
    """Return the spans of the first sentences of a text, without the blanks around them; never none."""
    spans = []
    for match in _SENTENCE.finditer(text):
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        end = match.start() + len(match[0].rstrip())
        if end - start > 1:
            spans.append((start, end))
    return spans[:MOST] or [(0, len(text))]


def _part(view: View, start: int, end: int) -> View:
    """Return a part of a message as a message of its own, with what was found in it."""
    first, last = view.text.span(start, end)
    inside = [each for each in view.found if each.start >= start and each.end <= end]
    text = Text(view.text.raw[first:last])
    return View(text, view.context, view.known, view.language, inside, intent=view.intent)


def installed(home: Path | None = None) -> LearnedHeads | None:
    """Return the learned heads, or None where the extra ``clausier[ml]`` or the weights are not there.

    ``home`` is the folder of an organisation's data: its own heads in ``heads``, the encoder made ready in ``cache``.
    """
    if not is_installed() or not (WEIGHTS / ABOUT).is_file():
        return None
    return _learned(home, _stamp(home / OWN) if home else ())


@lru_cache(maxsize=4)
def _learned(home: Path | None, stamp: tuple[Any, ...]) -> LearnedHeads:
    del stamp
    return LearnedHeads(home=home)


def _stamp(own: Path) -> tuple[Any, ...]:
    """Return what tells that the heads of an organisation have been trained anew."""
    try:
        return tuple((path.name, path.stat().st_mtime_ns) for path in sorted(own.glob("*.npz")))
    except OSError:  # taken away meanwhile, or not ours to read
        return ()

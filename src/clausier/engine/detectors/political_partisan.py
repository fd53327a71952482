"""A partisan position: praise of, or an attack on, a party or a candidate, or a call to vote.

Rule: the duty of reserve and neutrality of public bodies (in Quebec the Act respecting elections and referendums in
municipalities and the Public Service Act, s. 10). Parties and candidates are those of the facts and the best known
ones. Mistaken for: information about an election, an official act of an elected person, praise of a service.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from clausier.engine.anchors import anchors_of
from clausier.engine.detector import Detector, Found, Hit, Known, View
from clausier.engine.names import joined
from clausier.engine.speech import ruled_out, sentence, told
from clausier.engine.text import fold
from clausier.engine.words import any_of, both, whole

NEAR = 110  # characters on each side of the name in which a position is taken
TAKEN = ("voting", "attacking", "rallying", "praise")
ACCLAIM = ("rallying", "praise")
# A vote for what is named as a party, though nobody told us of it; not for a singer or a logo.
_CALLED = re.compile(
    r"(?<!\w)(?i:votez|votons|vote|voting|elect|[ée]lisons|[ée]lisez|[ée]lire|r[ée][ée]lire|re-?elect)\s"
    r"(?i:pour |for |the |l['’]|le |la )*((?:[ÉE]quipe|Team|Parti|Party|Coalition|Mouvement|Movement|Projet|Project"
    r"|Alliance|Action|Ensemble|Together|Union|Renouveau|Avenir|Citoyens)\s[A-ZÉÈ][\w-]{1,30})"
)
_CONTEST = re.compile(
    r"(?<!\w)(?:concours|contests?|mascottes?|mascot|logo|photo|talents?|prix|awards?|budget participatif|participatory"
    r"|favou?rite|prefere\w?|finaliste?s?|people's choice|coup de coeur)(?!\w)"
)
_KIND_OF_PARTY = re.compile(r"^(?:le |the )?(?:parti|party|equipe|team|mouvement|alliance) (?=[^ ]+ )")
_OFFICES = (
    r"(?:the |les? |la |nos |our |autres? )?candidate?s?(?! (?:pool|list|experience|for the job|interview))"
    r"|deputee? [a-z-]{2,30}|councill?or [a-z-]{2,30}"
    r"|mna [a-z-]{2,30}|conseillere? (?:municipale? )?"
    r"(?!(?:a|au|aux|en|de|du|d|chez|pour|financi|client|princip|juridi|munici)\w{0,12})[a-z-]{3,30}"
)


def _party_names(known: Known) -> tuple[str, ...]:
    """Return the names of the parties: "Parti Val-Bleu Uni" is also called "Val-Bleu Uni"."""
    names = [fold(name) for each in known.facts.parties for name in (*each.names, *each.topics)]
    return (*names, *(_KIND_OF_PARTY.sub("", name) for name in names), *both("parties"))


def _figure_names(known: Known) -> tuple[str, ...]:
    """Return the names of the public figures, full and of their family."""
    names = [fold(each.name) for each in known.facts.public_figures if each.name.strip()]
    return (*names, *(name.split()[-1] for name in names))


@lru_cache(maxsize=32)
def _parties(known: Known) -> "re.Pattern[str]":
    return whole(_party_names(known))


@lru_cache(maxsize=32)
def _figures(known: Known) -> "re.Pattern[str]":
    """Return an expression for the public figures, by full and by family name, and for whoever stands for office."""
    names = _figure_names(known)
    named = any_of(names) + "|" if names else ""
    tags = "|".join({re.escape(joined(name.split()[-1])) for name in names})
    tagged = rf"#\w{{0,20}}(?:{tags})\w{{0,20}}|" if tags else ""
    return re.compile(rf"(?<!\w)(?:{tagged}{named}{_OFFICES})(?!\w)")


class Positions(Detector):
    """The parties and the people in the race that their sentence takes a position on."""

    kinds = ("political.partisan",)

    def literals(self, known: Known) -> tuple[str, ...]:
        """Return the names of the parties and of the public figures, and what the words for a candidate hold."""
        figures = _figure_names(known)
        tags = (joined(name.split()[-1]) for name in figures)
        return (*_party_names(known), *figures, *tags, *anchors_of(_OFFICES), "vot", "elect", "elis", "elire")

    def find(self, view: View, hits: list[Hit]) -> Iterator[Found]:
        """Yield the names, in sentences that vote, attack or acclaim."""
        del hits
        yield from look(view)
        yield from _called(view)


def _called(view: View) -> Iterator[Found]:
    """Yield a call to vote for what wears the name of a party."""
    if "vot" in view.text.folded or "el" in view.text.folded:
        match = _CALLED.search(view.text.raw)
        if match and not _CONTEST.search(view.text.folded):
            yield Found("political.partisan", *view.text.folded_span(*match.span()), 0.7)


def look(view: View) -> Iterator[Found]:
    """Yield the parties and the people in the race, with the words that take a position on them."""
    text = view.text.folded
    parties = list(_parties(view.known).finditer(text))
    names = [*parties, *_figures(view.known).finditer(text)]
    if not names or view.says("election-notices"):
        return
    # Praise or blame of the mayor's work is no position on a candidate, unless there is a campaign.
    lists = TAKEN if parties or view.says("campaign") or _in_campaign(view) else TAKEN[:1]
    taken = [(match, each in ACCLAIM and not parties) for each in lists for match in view.phrases(each)]
    spans = [span for name in names for span in _position(text, name, taken)]
    if spans:
        start, end = min(start for start, _ in spans), max(end for _, end in spans)
        yield Found("political.partisan", start, end, 0.8 if parties else 0.7)


def _position(text: str, name: "re.Match[str]", taken: "list[tuple[re.Match[str], bool]]") -> Iterator[tuple[int, int]]:
    """Yield the spans of a name with the words near it that vote, attack or acclaim, in the author's own voice.

    Those of ``taken`` that come with True count in the sentence of the name only: acclaim of a person may be of a work.
    """
    if ruled_out(text, name.start()) or told(text, name.start()):
        return
    first, last = sentence(text, *name.span())
    for match, strictly in taken:
        near = name.start() - NEAR <= match.start() and match.end() <= name.end() + NEAR
        if near and (not strictly or (first <= match.start() and match.end() <= last)):
            yield min(match.start(), name.start()), max(match.end(), name.end())


def _in_campaign(view: View) -> bool:
    """Tell whether the message falls in the period that the facts call ``election``."""
    period = view.known.facts.periods.get("election")
    at = view.context.at
    return period is not None and at is not None and period.from_ <= at.date() <= period.to


DETECTORS = (Positions(),)

"""Limits: what a policy may not say or do, whoever adopts it."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from clausier.document.checks.clauses import PUBLIC_CHAPTER
from clausier.document.checks.stance import FORBIDS, SILENT, Prose
from clausier.document.checks.subject import Leaf, Path, Subject
from clausier.document.folding import compact, fold, spelled
from clausier.document.globs import expand
from clausier.document.model import Clause, Localized
from clausier.document.problems import Problem
from clausier.document.vocabulary import INCOMING, INTENTS, LADDERS, Label

PUBLIC_BODY = "public-body"
OPINIONS = ("complaint", "praise", "question")


class Ground(NamedTuple):
    """Words by which an opinion is made a ground of removal, and what they come to."""

    fr: str
    en: str
    what: Label


GROUNDS = (
    Ground(r"critiqu\w+", r"critic\w+", Label("la critique", "criticism")),
    Ground(r"négati\w+", r"negativ\w+", Label("un ton négatif", "a negative tone")),
    Ground(r"irrespect\w*|manqu\w+ de respect", r"disrespect\w*", Label("un manque de respect", "disrespect")),
    Ground(r"dénigr\w+", r"disparag\w+", Label("le dénigrement", "disparagement")),
    Ground(
        r"(?:nui\w*|atteinte|tort) (?:à l'image|à (?:la|notre|sa) (?:réputation|image))",
        r"(?:harm|damag|hurt)\w* (?:\w+ )?(?:image|reputation)",
        Label("une atteinte à l'image", "harm to an image"),
    ),
)


# Words by which whoever removes is bound by nothing; a list that stays open bounds it no better.
BOUNDLESS = (
    Ground(
        r"pour (?:quelque|toute|n'importe quelle) (?:autre )?raison|pour (?:tout|n'importe quel) (?:autre )?motif"
        r"|sans (?:motif|raison|justification)",
        r"for any (?:other )?reason|without (?:giving )?(?:a |any )?(?:reason|justification)",
        Label("n'importe quelle raison suffirait", "any reason would do"),
    ),
    Ground(
        r"à (?:sa|son|notre|leur) (?:seule |entière )?(?:discrétion|guise|gré)"
        r"|(?:jug|estim|considèr|considér|trouv)\w* (?:[\w']+ ){0,2}?(?:in|im|non |peu )?"
        r"(?:pertinent|appropri|convenable|acceptable|désirable|opportun|utile)\w*",
        r"(?:at|in) (?:our|its|their) (?:sole |own |absolute |full )?(?:discretion|judge?ment)"
        r"|(?:deem|consider|judg|find)\w* (?:[\w']+ ){0,3}?(?:inappropriate|irrelevant|unsuitable|unacceptable"
        r"|undesirable|not (?:\w+ )?(?:relevant|appropriate|suitable|acceptable))"
        r"|not (?:deem|consider|judge|find) (?:[\w']+ ){0,3}?(?:relevant|appropriate|suitable|acceptable)",
        Label("le jugement de qui retire suffirait", "the judgment of whoever removes would do"),
    ),
    Ground(
        r"(?:contenu|commentaire|propos|message|publication)s? (?:inconvenan|indésirable)\w*|inappropri\w+",
        r"(?:unsuitable|undesirable) (?:content|comments?|posts?|messages?|remarks?)|inappropriate\w*",
        Label("rien ne dit ce qui est inapproprié", "nothing says what is inappropriate"),
    ),
    Ground(
        r"liste (?:n'est pas|ne soit pas|soit|est non|non) (?:limitative|exhaustive)|sans s'y limiter",
        r"not limited to|not (?:an )?exhaustive|non-exhaustive",
        Label("la liste des motifs reste ouverte", "the list of grounds stays open"),
    ),
)


def protected_entries(subject: Subject) -> Iterator[Problem]:
    """A protected name stands nowhere in clear; one whose day was over by the reference date is free."""
    entries = list(_guarded(subject))
    if not entries:
        return
    texts = [each for leaf in subject.leaves if leaf.path[0] != "protected" for each in _texts(leaf)]
    whole = compact(fold("\n".join(text for _, text in texts)))
    for name, term in entries:
        if compact(fold(term)) in whole:
            pattern = spelled(term)
            for path, text in texts:
                if pattern.search(fold(text)):
                    yield subject.problem("protected-entry", path, name=name)


def _guarded(subject: Subject) -> Iterator[tuple[str, str]]:
    today = subject.policy.reference_date
    for each in subject.protected:
        for entry in each.entries:
            if not (today and entry.until and entry.until < today):
                yield from ((each.name, term) for term in (entry.term, *entry.also))


def _texts(leaf: Leaf) -> Iterator[tuple[Path, str]]:
    if isinstance(leaf.value, Localized):
        yield from (((*leaf.path, language), text) for language, text in leaf.value.items())
    elif isinstance(leaf.value, str):
        yield leaf.path, leaf.value


def opinions_as_grounds(subject: Subject) -> Iterator[Problem]:
    """In a public body no clause makes an opinion a ground of removal."""
    if subject.policy.sector != PUBLIC_BODY:
        return
    for path, clause in subject.clauses:
        texts = _grounds_of(path, clause)
        blamed = {g: where for g in GROUNDS if (where := next(_blamed(texts, g, (FORBIDS, SILENT)), None))}
        if blamed:
            what = _joined(ground.what for ground in blamed)
            yield subject.problem("ground-of-opinion", next(iter(blamed.values())), value=what)


def grounds_without_limit(subject: Subject) -> Iterator[Problem]:
    """In a public body whoever removes a comment is bound by what the clause names, in its text as in its ground."""
    if subject.policy.sector != PUBLIC_BODY:
        return
    for path, clause in subject.clauses:
        if clause.remove_for or clause.id.startswith(f"{PUBLIC_CHAPTER}."):
            for ground in BOUNDLESS:
                said = _blamed(_grounds_of(path, clause), ground, (FORBIDS, SILENT))
                written = _blamed({(*path, "text"): clause.text}, ground, (FORBIDS,))
                where = next(said, None) or next(written, None)
                if where:
                    yield subject.problem("ground-without-limit", where, value=ground.what)


def _grounds_of(path: Path, clause: Clause) -> dict[Path, Localized]:
    if clause.remove_for is None:
        return {}
    return {(*path, "title"): clause.title, (*path, "remove_for", "say"): clause.remove_for.say}


def _blamed(texts: dict[Path, Localized], ground: Ground, stances: tuple[str, ...]) -> Iterator[Path]:
    for path, text in texts.items():
        for language, words in (("fr", ground.fr), ("en", ground.en)):
            topic = re.compile(rf"\b(?:{words})\b")
            if any(told in stances for told, _ in Prose(text.get(language, ""), language).stances(topic)):
                yield (*path, language)


def grounds_not_neutral(subject: Subject) -> Iterator[Problem]:
    """In a public body a removal looks at no opinion: its ground is neutral."""
    if subject.policy.sector != PUBLIC_BODY:
        return
    for clause in subject.policy.clauses():
        if clause.remove_for and not clause.remove_for.neutral:
            yield subject.problem("ground-not-neutral", ("clause", clause.id, "remove_for", "neutral"))


def opinions_held_back(subject: Subject) -> Iterator[Problem]:
    """In a public body no rule holds or hides a comment for being a complaint, praise or a question."""
    if subject.policy.sector != PUBLIC_BODY:
        return
    for path, rule in subject.rules:
        if rule.way == INCOMING and rule.action != LADDERS[INCOMING][0] and not rule.when.signal:
            held = [INTENTS[each] for each in OPINIONS if each in expand(rule.when.intent, INTENTS)]
            if held:
                yield subject.problem("opinion-held-back", (*path, "when", "intent"), value=_joined(held))


def _joined(labels: Iterable[Label]) -> Label:
    labels = list(labels)
    return Label(", ".join(each.fr for each in labels), ", ".join(each.en for each in labels))


CHECKS = (protected_entries, opinions_as_grounds, grounds_without_limit, grounds_not_neutral, opinions_held_back)

"""A verdict told to a person: what to do, then each clause that speaks, what it saw, and the mend."""

import textwrap
from collections.abc import Iterable, Iterator

from clausier.cli.console import Console, safe
from clausier.cli.excerpt import excerpt
from clausier.document.model import Policy
from clausier.document.typography import typeset
from clausier.document.vocabulary import SIGNALS
from clausier.engine.verdict import Finding, Fix, Verdict

MARKS = {
    "allow": ("✓", "green"),
    "publish": ("✓", "green"),
    "advise": ("○", "cyan"),
    "justify": ("?", "yellow"),
    "review": ("?", "yellow"),
    "hold": ("…", "yellow"),
    "block": ("✗", "red"),
    "hide": ("✗", "red"),
}
MAX_QUOTE, MAX_MENDED, MAX_NAMES = 60, 300, 6
MARGIN = "  "


def tell(console: Console, policy: Policy, text: str, verdict: Verdict) -> None:
    """Tell a verdict on a message."""
    console.write(headline(console, verdict))
    if verdict.action == "allow":
        console.say("free")
    if console.on_terminal and verdict.findings:
        _tell_text(console, text, verdict)
    mends: set[str] = set()
    for finding in verdict.findings:
        console.write()
        _tell_finding(console, policy, verdict, finding)
        for fix in finding.fixes:
            if (mend := fix.apply(text)) not in mends:
                mends.add(mend)
                wrapped(console, mended(console, text, fix), "green")
    limits = [*_limits(console, verdict)]
    if limits:
        console.write()
        wrapped(console, " ".join(limits), "faint", margin="")


def headline(console: Console, verdict: Verdict) -> str:
    """Return the verdict in a few words, with its mark."""
    mark, colour = MARKS[verdict.action]
    mendable = any(_adds(fix) for finding in verdict.findings for fix in finding.fixes)
    words = "disclose" if mendable and verdict.action == "advise" else verdict.action
    return console.style(f"{mark} {console.text(f'verdict-{words}')}", "bold", colour)


def _adds(fix: Fix) -> bool:
    return all(edit.start == edit.end for edit in fix.edits)


def _tell_text(console: Console, text: str, verdict: Verdict) -> None:
    spans = [(verdict.signals[index].start, verdict.signals[index].end) for index in _cited(verdict)]
    console.write()
    for row, marks in excerpt(text, spans, console.width - len(MARGIN)):
        console.write(f"{MARGIN}{row}")
        if marks:
            console.write(MARGIN + console.style(marks, MARKS[verdict.action][1]))


def _cited(verdict: Verdict) -> set[int]:
    return {index for finding in verdict.findings for index in finding.signals}


def _tell_finding(console: Console, policy: Policy, verdict: Verdict, finding: Finding) -> None:
    mark, colour = MARKS[finding.action]
    version = finding.version if policy.version else console.text("draft")
    cited = f" {console.style(f'({finding.clause} @ {version})', 'faint')}" if finding.clause else ""
    console.write(f"{console.style(mark, 'bold', colour)} {title_of(console, policy, finding)}{cited}")
    wrapped(console, best(finding.say, console.language))
    found = _found(verdict, finding, console.language)
    if found:
        wrapped(console, console.text("words-found", words=", ".join(found)), "faint")
    if finding.route:
        wrapped(console, console.text("route", name=_answer(policy, finding.route, console.language)))
    if finding.notify:
        names = (_people(policy, name, console.language) for name in finding.notify)
        wrapped(console, console.text("notify", names=", ".join(names)))
    if finding.obligations:
        citations = (best(each["citation"], console.language) for each in finding.obligations)
        wrapped(console, console.text("law", citations="; ".join(citations)), "faint")


def title_of(console: Console, policy: Policy, finding: Finding) -> str:
    """Return the number and the title of the clause that is cited."""
    clause = next((each for each in policy.clauses() if each.id == finding.clause), None)
    if clause is None:
        return finding.rule
    return console.style(f"{policy.numbers()[clause.id]} {clause.title.best(console.language)}", "bold")


def best(words: dict[str, str], language: str) -> str:
    """Return the words in a language, else in the first that is there."""
    return words.get(language) or next(iter(words.values()), "")


def _found(verdict: Verdict, finding: Finding, language: str) -> list[str]:
    told = []
    for signal in (verdict.signals[index] for index in finding.signals):
        quote = textwrap.shorten(safe(signal.quote), MAX_QUOTE, placeholder="…")
        label = SIGNALS[signal.kind].in_language(language)
        told.append(f"{label} « {quote} »" if quote and language == "fr" else f"{label} “{quote}”" if quote else label)
    return list(dict.fromkeys(told))[:MAX_NAMES]


def _answer(policy: Policy, route: str, language: str) -> str:
    """Return who answers such a message, else the clause that tells how it is answered."""
    for clause in policy.clauses():
        if clause.answer and clause.answer.id == route:
            return _people(policy, clause.answer.duty, language) if clause.answer.duty else clause.title.best(language)
    return route


def _people(policy: Policy, name: str, language: str) -> str:
    people = policy.duties.get(name) or policy.audiences.get(name)
    return people.name.best(language) if people else name


def mended(console: Console, text: str, fix: Fix) -> str:
    """Return the words of a fix, with the mended text when it is short enough to be read at a glance."""
    label, after = best(fix.label, console.language), fix.apply(text)
    return f"→ {label}" if len(after) > MAX_MENDED else console.text("fix", label=label, text=safe(after))


def _limits(console: Console, verdict: Verdict) -> Iterator[str]:
    """Yield what the verdict could not take into account."""
    if verdict.unknown:
        yield console.text("unknown", names=_few(console.text(name) for name in verdict.unknown))
    for reason in ("extra", "failed", "not-read"):
        kinds = [each.detector for each in verdict.missing if each.reason == reason]
        if kinds:
            names = (
                SIGNALS[kind].in_language(console.language) if kind in SIGNALS else console.text(kind) for kind in kinds
            )
            yield console.text(f"missing-{reason}", names=_few(names))


def _few(names: Iterable[str]) -> str:
    every = list(dict.fromkeys(names))
    return ", ".join(every if len(every) <= MAX_NAMES else [*every[:MAX_NAMES], "…"])


def wrapped(console: Console, words: str, *styles: str, margin: str = MARGIN) -> None:
    """Write words as lines that fit, each after a margin."""
    kept_together = typeset(words, console.language)
    width = console.width - len(margin)
    for line in textwrap.wrap(kept_together, width, break_long_words=False, break_on_hyphens=False):
        console.write(margin + console.style(line.replace("\u00a0", " "), *styles))

"""What a council is handed to adopt a policy: what changes for whom, the text, and a resolution to be voted on."""

import dataclasses
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from clausier.document.comparison import compare
from clausier.document.model import Facts, Policy
from clausier.document.rendering.paper import Block, Part, Run, Sheet, sheet_of
from clausier.document.rendering.view import Edition, ShownClause, View
from clausier.document.vocabulary import Label

EFFECTS = Label("Ce que l'adoption change, et pour qui", "What the adoption changes, and for whom")
FIRST = Label(
    "C'est une première politique : tout ce qui suit est nouveau.",
    "This is a first policy: all that follows is new.",
)
AMENDED = Label("Voici ce qui change depuis la version {base}.", "This is what changes since version {base}.")
NOBODY = Label("Pour l'organisation", "For the organization")
REMOVED = Label("Clauses abrogées", "Clauses that are repealed")
WORDS_ONLY = Label("Le texte change, sans effet nouveau.", "Its words change, to no new effect.")
NOTHING = Label("Rien ne change pour personne.", "Nothing changes for anybody.")
RESOLUTION = Label("Projet de résolution", "Draft resolution")
NUMBER = Label("Résolution numéro ____________", "Resolution number ____________")
BLANK = "____________"
MOST = 3  # sentences a clause: the whole stands in the text that follows
FRAMES = {
    "base": Label(
        "Attendu que {organization} applique la version {base} de sa politique et souhaite la modifier;",
        "Whereas {organization} applies version {base} of its policy and wishes to amend it;",
    ),
    "first": Label(
        "Attendu que {organization} souhaite se donner une politique d'utilisation des médias sociaux;",
        "Whereas {organization} wishes to give itself a social media policy;",
    ),
    "consulted": Label("Attendu que {body} a été consulté ({dates});", "Whereas {body} was consulted ({dates});"),
    "text": Label(
        "Attendu que le texte joint porte le numéro {version} et l'empreinte SHA-256 {digest};",
        "Whereas the text attached bears the number {version} and the SHA-256 digest {digest};",
    ),
    "moved": Label(
        "Sur la proposition de ____________, appuyée par ____________,",
        "On the motion of ____________, seconded by ____________,",
    ),
    "resolved": Label("Il est résolu :", "It is resolved:"),
    "adopt": Label("d'adopter « {title} » telle que jointe;", "to adopt “{title}” as attached;"),
    "force": Label("de la mettre en vigueur le ____________;", "to put it in force on ____________;"),
    "replace": Label(
        "qu'elle remplace à cette date la version {base};", "that it replace version {base} on that date;"
    ),
    "review": Label(
        "de confier sa révision à la fonction suivante : {duty}.", "to entrust its review to this duty: {duty}."
    ),
    "publish": Label("de la publier.", "to publish it."),
    "done": Label("Adoptée à ____________, le ____________.", "Adopted at ____________, on ____________."),
}


class Meeting(NamedTuple):
    """What the file says beside the policy itself: the text it amends, the full digest, and who was consulted, when."""

    base: Policy | None = None
    digest: str = ""
    consulted: Sequence[tuple[str, str]] = ()


def council_sheet(policy: Policy, facts: Facts, language: str, edition: Edition, meeting: Meeting) -> Sheet:
    """Return the sheet of a policy with what changes before it and the draft of a resolution after it."""
    view = View(policy, facts, language, edition)
    sheet = sheet_of(policy, facts, language, edition)
    return dataclasses.replace(
        sheet,
        before=[Part(view.of(EFFECTS), _effects(view, policy, meeting.base))],
        after=[Part(view.of(RESOLUTION), _resolution(view, policy, sheet, meeting))],
    )


def _effects(view: View, policy: Policy, base: Policy | None) -> list[Block]:
    """Tell what each audience is asked anew, clause by clause; those that go away come last."""
    told = _told(view, policy, base)
    head = view.of(AMENDED).format(base=base.version) if base else view.of(FIRST)
    blocks = [_paragraph(head)]
    names = {slug: view.text(audience.name) for slug, audience in policy.audiences.items()} | {"": view.of(NOBODY)}
    for slug, name in names.items():
        items = [
            [Block("paragraph", told[each.id])]
            for each in policy.clauses()
            if each.id in told and (slug in each.audience if slug else not each.audience)
        ]
        if items:
            blocks += [_paragraph(name, strong=True), Block("bullets", items=items)]
    gone = list(_gone(view, policy, base)) if base else []
    if gone:
        blocks += [_paragraph(view.of(REMOVED), strong=True), Block("bullets", items=gone)]
    return blocks if len(blocks) > 1 else [_paragraph(view.of(NOTHING))]


def _told(view: View, policy: Policy, base: Policy | None) -> dict[str, list[Run]]:
    """Return what is new, by clause: its title, and what it does, read aloud; of a first policy, all of it."""
    shown = {each.id: each for chapter in policy.chapters for each in view.clauses(chapter)}
    if base is None:
        return {name: _line(view, each, [*each.runs, *each.planned][:MOST]) for name, each in shown.items() if name}
    changes = {each.id: each for each in compare(base, policy).clauses if each.after}
    new = {
        name: [
            told
            for effect in change.effects
            for told in effect.after.get(view.language, ())
            if told not in effect.before.get(view.language, ())
        ]
        for name, change in changes.items()
    }
    return {name: _line(view, shown[name], new[name][:MOST]) for name in shown if name in changes}


def _line(view: View, clause: ShownClause, effects: Sequence[str]) -> list[Run]:
    name = Run(f"{clause.number} {clause.title}. ", strong=True)
    return [name, Run(" ".join(view.set(each) for each in effects) or view.of(WORDS_ONLY))]


def _gone(view: View, policy: Policy, base: Policy) -> Iterator[list[Block]]:
    kept = {clause.id for clause in policy.clauses()}
    for clause in base.clauses():
        if clause.id not in kept:
            yield [_paragraph(f"{base.numbers()[clause.id]} {view.text(clause.title)}")]


def _resolution(view: View, policy: Policy, sheet: Sheet, meeting: Meeting) -> list[Block]:
    known = {
        "organization": view.set(view.facts.organization(view.language)),
        "base": meeting.base.version if meeting.base else "",
        "version": view.edition.version or BLANK,
        "digest": meeting.digest,
        "title": sheet.title,
    }

    def said(key: str, **more: str) -> str:
        return view.of(FRAMES[key]).format(**known, **more)

    asked = [said("adopt"), said("force"), *([said("replace")] if meeting.base else []), said("publish")]
    if policy.review and policy.review.by in policy.duties:
        duty = view.text(policy.duties[policy.review.by].name)
        asked[-1] = asked[-1].removesuffix(".") + ";"
        asked.append(said("review", duty=duty))
    whereas = [said("base" if meeting.base else "first")]
    whereas += [said("consulted", body=body, dates=dates) for body, dates in meeting.consulted]
    whereas.append(said("text"))
    return [
        _paragraph(view.of(NUMBER), strong=True),
        *map(_paragraph, whereas),
        _paragraph(said("moved")),
        _paragraph(said("resolved"), strong=True),
        Block("bullets", items=[[_paragraph(each)] for each in asked]),
        _paragraph(said("done")),
    ]


def _paragraph(text: str, *, strong: bool = False) -> Block:
    return Block("paragraph", [Run(text, strong=strong)])

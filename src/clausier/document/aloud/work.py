"""The statements about content, answers and comments, read aloud."""

from clausier.document.aloud import words
from clausier.document.aloud.voice import Voice
from clausier.document.model import statements as made
from clausier.document.vocabulary import Label

_SAY = Label(", et dire :", ", and say:")


def approve(voice: Voice, asked: made.Approve) -> list[str]:
    """Tell which content waits for whose approval, and when the wait is late."""
    content = voice.either(voice.labels(asked.content, words.CONTENTS))
    who = voice.both(_approver(voice, approver) for approver in asked.by)
    told = [
        voice.sentence(
            "Avant de paraître, {content} attend l'approbation {who}",
            "Before it appears, {content} waits for the approval {who}",
            content=content,
            who=who,
        )
    ]
    if asked.external:
        told.append(
            voice.sentence(
                "L'approbation peut venir de l'extérieur, par un lien",
                "Approval may come from outside, through a link",
            )
        )
    if asked.late_after:
        told.append(
            voice.sentence(
                "Sans réponse après {span}, la demande est en retard",
                "Without an answer after {span}, the request is late",
                span=voice.span(asked.late_after),
            )
        )
    return told


def keep(voice: Voice, kept: made.Keep) -> list[str]:
    """Tell how long a kind of record is kept."""
    bounds = []
    if kept.min:
        bounds.append(voice.phrase("au moins {span}", "at least {span}", span=voice.span(kept.min)))
    if kept.max:
        bounds.append(voice.phrase("au plus {span}", "at most {span}", span=voice.span(kept.max)))
    time = voice.both(bounds)
    time = (
        voice.phrase("pendant {t}", "for {t}", t=time) if time else voice.phrase("sans durée fixée", "for no set time")
    )
    records = voice.of(made.RECORDS[kept.records])
    return [
        voice.sentence(
            "On conserve {records} {time}",
            "We keep {records} {time}",
            records=records,
            time=time,
        )
    ]


def waive(voice: Voice, waived: made.Waive) -> list[str]:
    """Tell which obligation is set aside, and why."""
    return [
        voice.sentence(
            "L'obligation {name} n'est pas reprise dans la présente politique",
            "The obligation {name} is set aside in this policy",
            name=voice.quoted(waived.obligation),
        ),
        voice.own(waived.reason),
    ]


def protect(voice: Voice, guarded: made.Protect) -> list[str]:
    """Tell which lists, markings and documents are guarded, by name."""
    kinds = (
        (
            guarded.lists,
            "Les listes protégées : {names}",
            "The protected lists: {names}",
        ),
        (
            guarded.markings,
            "Les mentions de confidentialité reconnues : {names}",
            "The confidentiality markings known: {names}",
        ),
        (
            guarded.documents,
            "Les documents protégés : {names}",
            "The protected documents: {names}",
        ),
    )
    return [
        voice.sentence(french, english, names=voice.both(voice.quoted(name) for name in names))
        for names, french, english in kinds
        if names
    ]


def answer(voice: Voice, road: made.Answer) -> list[str]:
    """Tell who answers, on which topics, in what time, and what is said meanwhile."""
    duty = f" ({voice.people(road.duty)})" if road.duty else ""
    told = [voice.finish(voice.of(made.WAYS[road.way]) + duty)]
    told += [_topic(voice, topic) for topic in road.topics]
    if road.legs:
        legs = "; ".join(f"{voice.of(made.LEGS[leg.name])}, {voice.span(leg.within)}" for leg in road.legs)
        told.append(voice.sentence("Délais : {legs}", "Time limits: {legs}", legs=legs))
    if road.holding:
        words_ = voice.quoted(road.holding.best(voice.language))
        told.append(
            voice.sentence(
                "En attendant, on répond : {words}",
                "Meanwhile, we answer: {words}",
                words=words_,
            )
        )
    if road.approve:
        way = voice.clause_with("approve", road.approve)
        told.append(
            voice.sentence(
                "La réponse est approuvée selon la clause {way}",
                "The answer is approved as clause {way} says",
                way=way,
            )
        )
    if road.valid:
        told.append(
            voice.sentence(
                "Une réponse approuvée peut resservir pendant {span}",
                "An approved answer may be used again for {span}",
                span=voice.span(road.valid),
            )
        )
    return told


def comments(voice: Voice, opened: made.Comments) -> list[str]:
    """Tell whether comments are open on a channel, why, and how a removal is appealed."""
    told = [
        voice.sentence(
            "{where}, les commentaires sont {mode}",
            "{where}, comments are {mode}",
            where=voice.networks(opened.channel),
            mode=voice.of(made.COMMENT_MODES[opened.mode]),
        ),
        voice.own(opened.why),
    ]
    if opened.appeal:
        appeal = opened.appeal
        told.append(
            voice.sentence(
                "On peut demander la révision d'un retrait{within}; {who} répond{answered}",
                "A removal may be appealed{within}; {who} answers{answered}",
                within=voice.in_time(appeal.within),
                who=voice.people(appeal.by),
                answered=voice.in_time(appeal.answered),
            )
        )
    return told


def remove_for(voice: Voice, ground: made.RemoveFor) -> list[str]:
    """Tell that the clause is a ground for removing a comment, and whether it is neutral."""
    told = voice.sentence(
        "Un commentaire peut être retiré pour ce motif : {say}",
        "A comment may be removed on this ground: {say}",
        say=voice.quoted(ground.say.best(voice.language)),
    )
    if ground.neutral:
        return [
            told,
            voice.sentence(
                "Ce motif est neutre : il ne vise aucune opinion",
                "This ground is neutral: it is aimed at no opinion",
            ),
        ]
    return [
        told,
        voice.sentence(
            "Ce motif n'est pas neutre : il peut toucher une opinion",
            "This ground is not neutral: it may touch an opinion",
        ),
    ]


def freeze(voice: Voice, switch: made.Freeze) -> list[str]:
    """Tell who may hold everything that was going to appear."""
    return [
        voice.sentence(
            "{who} peut suspendre, jusqu'à une heure fixée, les publications prévues, "
            "les partages et les gestes automatiques{say}",
            "{who} may hold scheduled posts, shares and automatic acts until a set hour{say}",
            who=voice.people(switch.by),
            say=voice.said(switch.say, _SAY),
        )
    ]


def guide(voice: Voice, _: object) -> list[str]:
    """Tell that the clause is only a text."""
    return [
        voice.sentence(
            "Cette clause se lit; le logiciel n'en exécute rien",
            "This clause is for reading; the software runs nothing of it",
        )
    ]


def _approver(voice: Voice, approver: made.Approver) -> str:
    names = [voice.people(slug) for slug in (approver.audience, approver.duty) if slug]
    return voice.of(words.NEEDED_OF[approver.need]).format(voice.both(names))


def _topic(voice: Voice, topic: made.Topic) -> str:
    matched = voice.either(voice.quoted(word) for word in topic.match)
    notified = voice.both(voice.people(slug) for slug in topic.notify)
    return voice.sentence(
        "Sujet {name}{match} : {who}{told}",
        "Topic {name}{match}: {who}{told}",
        name=voice.quoted(topic.name.best(voice.language)),
        match=voice.phrase(" (on y lit {m})", " (it speaks of {m})", m=matched) if matched else "",
        who=voice.people(topic.duty),
        told=voice.phrase("; on prévient {p}", "; we tell {p}", p=notified) if notified else "",
    )

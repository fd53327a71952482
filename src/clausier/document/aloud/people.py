"""The statements that ask something of people, read aloud: commitment, disclosure, training, use, consequences."""

from clausier.document.aloud import words
from clausier.document.aloud.voice import Voice
from clausier.document.model import statements as made
from clausier.document.vocabulary import INTEREST_KINDS, RELATIONS, Label

_COLON = Label(" :", ":")
_ANY = ("*",)


def commit(voice: Voice, asked: made.Commit) -> list[str]:
    """Tell who says what, by when, how often, and what happens when nothing comes."""
    oath = voice.of(made.COMMITMENTS[asked.as_])
    act = voice.of(words.ASKED[asked.as_]).format(oath if asked.as_ == "inform" else voice.quoted(oath))
    limit = f"{voice.within(asked.within)}, " if asked.within else ""
    told = [voice.finish(f"{limit}{_each(voice)} {act}"), _again(voice, asked)]
    if asked.remind:
        spans = voice.both(voice.span(span) for span in asked.remind)
        told.append(
            voice.sentence(
                "Un rappel part {spans} avant l'échéance",
                "A reminder goes out {spans} before it is due",
                spans=spans,
            )
        )
    if asked.then:
        people = voice.phrase(", puis ", ", then ").join(voice.people(slug) for slug in asked.then)
        told.append(
            voice.sentence(
                "Passé l'échéance, on prévient {people}",
                "Once it is late, we tell {people}",
                people=people,
            )
        )
    return told


def disclose(voice: Voice, asked: made.Disclose) -> list[str]:
    """Tell which ties are declared, how often, and with which words a tie is told."""
    told = []
    if asked.declare:
        kinds = voice.both(voice.labels(asked.declare, INTEREST_KINDS))
        told.append(
            voice.sentence(
                "{who} déclare ses intérêts de ces genres : {kinds}",
                "{who} declares interests of these kinds: {kinds}",
                who=_each(voice),
                kinds=kinds,
            )
        )
    if asked.renew:
        told.append(
            voice.sentence(
                "La déclaration se refait {every}",
                "The declaration is made again {every}",
                every=voice.every(asked.renew),
            )
        )
    return told + [_wording(voice, wording) for wording in asked.wordings]


def learn(voice: Voice, asked: made.Learn) -> list[str]:
    """Tell who takes the course, by when, the pass mark, and how long it is valid."""
    told = [
        voice.sentence(
            "{who} suit la formation{time} et la réussit avec une note d'au moins {mark} %",
            "{who} takes the course{time} and passes it with at least {mark}%",
            who=_each(voice),
            time=voice.in_time(asked.due),
            mark=str(asked.pass_),
        )
    ]
    if asked.valid:
        told.append(
            voice.sentence(
                "La réussite est valable pendant {span}",
                "A pass is valid for {span}",
                span=voice.span(asked.valid),
            )
        )
    return told


def use(voice: Voice, rule: made.Use) -> list[str]:
    """Tell who, where, when, on what, what for, and the answer."""
    whom = voice.both(voice.people(slug) for slug in rule.audience)
    parts = [
        voice.phrase("pour {whom}", "for {whom}", whom=whom),
        voice.networks(rule.network) if rule.network != _ANY else "",
        _unless_any(voice, rule.moment, made.MOMENTS),
        _unless_any(voice, rule.device, made.DEVICES),
        _unless_any(voice, rule.purpose, made.PURPOSES),
        voice.of(made.ANSWERS[rule.answer]) + voice.said(rule.say, _COLON),
    ]
    return [voice.finish(", ".join(part for part in parts if part))]


def _unless_any(voice: Voice, names: tuple[str, ...], table: dict[str, Label]) -> str:
    return voice.either(voice.labels(names, table)) if names != _ANY else ""


def quiet(voice: Voice, hours: dict[str, str]) -> list[str]:
    """Tell when nobody is expected to answer."""
    times = "; ".join(f"{voice.days(days)}, {voice.hours(span)}" for days, span in hours.items())
    return [voice.sentence("Heures de tranquillité : {times}", "Quiet hours: {times}", times=times)]


def share(voice: Voice, asked: made.Share) -> list[str]:
    """Tell that sharing is voluntary (any other value is refused before it is read aloud to anybody)."""
    if asked.voluntary:
        return [
            voice.sentence(
                "Relayer un message proposé est toujours volontaire",
                "Passing on a suggested message is always voluntary",
            )
        ]
    return [
        voice.sentence(
            "Relayer les messages proposés est demandé",
            "Passing on suggested messages is asked",
        )
    ]


def breach(voice: Voice, named: made.Breach) -> list[str]:
    """Tell how grave it may be not to keep the clause."""
    gravity = voice.of(words.BREACHES[named.gravity])
    return [
        voice.sentence(
            "Ne pas respecter cette clause peut être {gravity}",
            "Not keeping this clause may be {gravity}",
            gravity=gravity,
        )
    ]


def ladder(voice: Voice, rungs: made.Ladder) -> list[str]:
    """Tell the steps for a gravity, then hearing, deciders, appeal and sealing; a step nobody wrote is not told."""
    regimes = ", ".join(voice.labels(rungs.regimes, made.REGIMES))
    told = [
        voice.sentence(
            "Pour {gravity}{who}, dans l'ordre : {steps}",
            "For {gravity}{who}, in this order: {steps}",
            gravity=voice.of(words.BREACHES[rungs.gravity]),
            who=f" ({regimes})" if regimes else "",
            steps=voice.phrase(", puis ", ", then ").join(_rung(voice, rung) for rung in rungs.steps),
        )
    ]
    if rungs.hear:
        hear = voice.within(rungs.hear)
        told.append(voice.sentence("La personne est entendue {hear}", "The person is heard {hear}", hear=hear))
    if rungs.deciders:
        told.append(_deciders(voice, rungs.deciders))
    if rungs.appeal:
        within = voice.within(rungs.appeal)
        told.append(
            voice.sentence(
                "La personne peut demander la révision de la décision {within}",
                "The person may appeal the decision {within}",
                within=within,
            )
        )
    if rungs.seal:
        span = voice.span(rungs.seal)
        told.append(voice.sentence("Le dossier est scellé après {span}", "The file is sealed after {span}", span=span))
    return told


def _deciders(voice: Voice, number: int) -> str:
    if number == 1:
        return voice.sentence("Une seule personne décide", "One person alone decides")
    return voice.sentence("{n} personnes décident ensemble", "{n} people decide together", n=str(number))


def _rung(voice: Voice, rung: made.Rung) -> str:
    name = voice.quoted(rung.title.best(voice.language))
    times = []
    if rung.lasts:
        times.append(voice.phrase("dure {span}", "lasts {span}", span=voice.span(rung.lasts)))
    if rung.expires:
        times.append(voice.phrase("compte pendant {span}", "counts for {span}", span=voice.span(rung.expires)))
    return f"{name} ({', '.join(times)})" if times else name


def _each(voice: Voice) -> str:
    """Return whom the clause asks: each person of its audiences, or of everyone when it names none."""
    if not voice.audience:
        return voice.phrase("chaque personne", "each person")
    groups = voice.either(voice.people(slug) for slug in voice.audience)
    return voice.phrase("chaque personne du groupe {groups}", "each person in {groups}", groups=groups)


def _again(voice: Voice, asked: made.Commit) -> str:
    again = voice.of(words.ASKED_AGAIN[asked.as_])
    every = [voice.every(asked.every)] if asked.every else []
    if asked.again != "never":
        return voice.finish(f"{again} {voice.both([voice.of(made.AGAIN[asked.again]), *every])}")
    if every:
        whatever = voice.phrase("quels que soient les changements", "whatever changes")
        return voice.finish(f"{again} {every[0]}, {whatever}")
    return voice.sentence("Une seule fois suffit", "Once is enough")


def _wording(voice: Voice, wording: made.Wording) -> str:
    return voice.sentence(
        "{where}, {who} peut écrire {long}, ou {short} quand la place manque",
        "{where}, {who} may write {long}, or {short} when room is short",
        where=voice.networks([wording.network]),
        who=voice.of(RELATIONS[wording.relation]),
        long=voice.quoted(wording.long.best(voice.language)),
        short=voice.quoted(wording.short.best(voice.language)),
    )

"""The statements about accounts, read aloud: who keeps what, and how an account is held."""

from clausier.document.aloud.voice import Voice
from clausier.document.model import statements as made
from clausier.document.vocabulary import ACCOUNT_KINDS, Label


def own(voice: Voice, account: made.Own) -> list[str]:
    """Tell who keeps what of a kind of account, and what becomes of it where that was agreed."""
    kept = voice.phrase(
        "pour {kind}, l'identifiant reste à {handle}, les abonnés à {followers} et l'archive à {archive}",
        "for {kind}, the handle stays with {handle}, the followers with {followers} and the archive with {archive}",
        kind=voice.of(ACCOUNT_KINDS[account.kind]),
        handle=voice.of(made.HOLDERS[account.handle]),
        followers=voice.of(made.HOLDERS[account.followers]),
        archive=voice.of(made.HOLDERS[account.archive]),
    )
    return [voice.finish("; ".join([kept, *_becomes(voice, account)]))]


def _becomes(voice: Voice, account: made.Own) -> list[str]:
    told = []
    if account.rename is not None:
        told.append(
            voice.phrase("au départ, le compte change de nom", "on departure, the account is renamed")
            if account.rename
            else voice.phrase("au départ, le compte garde son nom", "on departure, the account keeps its name")
        )
    if account.on_death:
        told.append(voice.phrase("au décès, ", "on death, ") + voice.of(made.ON_DEATH[account.on_death]))
    return told


def keep_account(voice: Voice, kept: made.KeepAccount) -> list[str]:
    """Tell what each account has, when it is reviewed, and the steps of opening, changing and leaving."""
    held = (
        (kept.owner, Label("une personne responsable", "an owner")),
        (kept.backup, Label("une relève", "a backup")),
        (
            kept.second_factor,
            Label("la double authentification", "two-factor authentication"),
        ),
    )
    needs = (
        (
            "required",
            "Chaque compte doit avoir {things}",
            "Each account must have {things}",
        ),
        (
            "advised",
            "Il est conseillé que chaque compte ait {things}",
            "It is advised that each account have {things}",
        ),
    )
    told = []
    for need, french, english in needs:
        things = voice.both(voice.of(label) for value, label in held if value == need)
        told += [voice.sentence(french, english, things=things)] if things else []
    if kept.recertify:
        told.append(
            voice.sentence(
                "Chaque compte est revu {every}",
                "Each account is reviewed {every}",
                every=voice.every(kept.recertify),
            )
        )
    occasions = (
        (kept.open, "Pour ouvrir un compte : {steps}", "To open an account: {steps}"),
        (kept.change, "Pour modifier un compte : {steps}", "To change an account: {steps}"),
        (kept.leave, "Au départ d'une personne : {steps}", "When a person leaves: {steps}"),
    )
    return told + [
        voice.sentence(french, english, steps=_steps(voice, steps)) for steps, french, english in occasions if steps
    ]


def _steps(voice: Voice, steps: tuple[made.Step, ...]) -> str:
    return "; ".join(_step(voice, step) for step in steps)


def _step(voice: Voice, step: made.Step) -> str:
    time = f", {voice.within(step.within)}" if step.within else ""
    return f"{voice.of(made.STEPS[step.step])} ({voice.people(step.by)}{time})"

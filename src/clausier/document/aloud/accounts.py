"""The statements about accounts, read aloud: who keeps what, and how an account is held."""

from clausier.document.aloud.voice import Voice
from clausier.document.model import statements as made
from clausier.document.vocabulary import ACCOUNT_KINDS, Label


def own(voice: Voice, account: made.Own) -> list[str]:
    """Tell who keeps what of a kind of account."""
    return [
        voice.sentence(
            "Pour {kind}, l'identifiant reste à {handle}, les abonnés à {followers} et l'archive à {archive}; "
            "{rename}; au décès, {on_death}",
            "For {kind}, the handle stays with {handle}, the followers with {followers} and the archive with {archive}"
            "; {rename}; on death, {on_death}",
            kind=voice.of(ACCOUNT_KINDS[account.kind]),
            handle=voice.of(made.HOLDERS[account.handle]),
            followers=voice.of(made.HOLDERS[account.followers]),
            archive=voice.of(made.HOLDERS[account.archive]),
            rename=voice.phrase(
                "au départ, le compte change de nom",
                "on departure, the account is renamed",
            )
            if account.rename
            else voice.phrase(
                "au départ, le compte garde son nom",
                "on departure, the account keeps its name",
            ),
            on_death=voice.of(made.ON_DEATH[account.on_death]),
        )
    ]


def keep_account(voice: Voice, kept: made.KeepAccount) -> list[str]:
    """Tell what each account has, when it is reviewed, and the steps of opening and of a departure."""
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
    if kept.open:
        told.append(
            voice.sentence(
                "Pour ouvrir un compte : {steps}",
                "To open an account: {steps}",
                steps=_steps(voice, kept.open),
            )
        )
    if kept.leave:
        told.append(
            voice.sentence(
                "Au départ d'une personne : {steps}",
                "When a person leaves: {steps}",
                steps=_steps(voice, kept.leave),
            )
        )
    return told


def _steps(voice: Voice, steps: tuple[made.Step, ...]) -> str:
    return "; ".join(_step(voice, step) for step in steps)


def _step(voice: Voice, step: made.Step) -> str:
    time = f", {voice.within(step.within)}" if step.within else ""
    return f"{voice.of(made.STEPS[step.step])} ({voice.people(step.by)}{time})"

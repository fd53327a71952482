"""What the software runs for a clause, one class for each kind of statement.

A statement may stand on any clause of any chapter. Until the part of the program that runs one exists, it is read,
checked, compared, read aloud and rendered, and no page claims that it runs.
"""

from dataclasses import dataclass
from typing import Annotated

from clausier.document.model.types import Duration, Localized, OneOf, Slug
from clausier.document.vocabulary import ACCOUNT_KINDS, INTEREST_KINDS, RELATIONS, Label

COMMITMENTS = {
    "acknowledge": Label("J'ai lu et je sais à qui poser mes questions", "I have read and know whom to ask"),
    "agree": Label("Je m'engage", "I agree"),
    "inform": Label("pour information", "for information"),
}
AGAIN = {
    "major": Label("à chaque changement majeur", "at each major change"),
    "any": Label("à chaque changement", "at each change"),
    "never": Label("une seule fois", "once only"),
}
RECORDS = {
    "message": Label("les messages", "messages"),
    "draft": Label("les brouillons soumis", "submitted drafts"),
    "check": Label("les vérifications faites pour l'organisation", "checks made for the organization"),
    "decision": Label("les décisions", "decisions"),
    "signature": Label("les engagements signés", "signed commitments"),
    "account": Label("les fiches de compte", "account records"),
    "breach": Label("les dossiers de manquement", "breach files"),
    "report": Label("les signalements", "reports"),
}
MOMENTS = {
    "*": Label("en tout temps", "at any time"),
    "working-hours": Label("pendant les heures de travail", "during working hours"),
    "break": Label("pendant les pauses", "during breaks"),
    "off-hours": Label("en dehors des heures de travail", "outside working hours"),
    "meeting": Label("pendant les réunions", "during meetings"),
}
DEVICES = {
    "*": Label("sur tout appareil", "on any device"),
    "own": Label("sur son propre appareil", "on one's own device"),
    "organization": Label("sur un appareil de l'organisation", "on a device of the organization"),
}
PURPOSES = {
    "*": Label("à toute fin", "for any purpose"),
    "personal": Label("à des fins personnelles", "for personal purposes"),
    "development": Label("pour son perfectionnement professionnel", "for professional development"),
    "relay": Label("pour relayer les messages de l'organisation", "to pass on the organization's messages"),
    "mandate": Label("pour son mandat", "for one's mandate"),
}
ANSWERS = {
    "yes": Label("c'est permis", "it is allowed"),
    "no": Label("ce n'est pas permis", "it is not allowed"),
    "ask": Label("il faut demander", "one has to ask"),
}
HOLDERS = {
    "person": Label("la personne", "the person"),
    "organization": Label("l'organisation", "the organization"),
}
ON_DEATH = {
    "close": Label("le compte est fermé", "the account is closed"),
    "transfer": Label("le compte est remis à l'organisation", "the account passes to the organization"),
    "family": Label("le compte est remis à la famille", "the account passes to the family"),
}
NEEDS = {
    "required": Label("obligatoire", "required"),
    "advised": Label("conseillé", "advised"),
}
STEPS = {
    "ask-approval": Label("demander l'autorisation d'ouvrir le compte", "ask for approval to open the account"),
    "ask-change": Label("demander l'autorisation de modifier le compte", "ask for approval to change the account"),
    "use-role-address": Label(
        "inscrire le compte avec une adresse de fonction", "register the account with a role address"
    ),
    "name-owner": Label("nommer la personne responsable et sa relève", "name the owner and the backup"),
    "turn-on-second-factor": Label("activer la double authentification", "turn on two-factor authentication"),
    "register": Label("inscrire le compte au registre", "enter the account in the register"),
    "publish-rules": Label("afficher la nétiquette", "post the comments policy"),
    "sign-terms": Label("signer les conditions du compte", "sign the terms of the account"),
    "list-accounts": Label("dresser la liste des comptes de la personne", "list the person's accounts"),
    "transfer-ownership": Label("nommer une nouvelle personne responsable", "name a new owner"),
    "change-password": Label("changer les mots de passe", "change the passwords"),
    "change-recovery": Label("changer les moyens de récupération", "change the recovery details"),
    "change-second-factor": Label("changer la double authentification", "change the second factor"),
    "remove-access": Label("retirer les accès et les applications reliées", "remove access and connected apps"),
    "keep-archive": Label("conserver l'archive du compte", "keep the archive of the account"),
    "rename": Label("renommer le compte", "rename the account"),
    "close-account": Label("fermer le compte", "close the account"),
    "pass-on-drafts": Label(
        "remettre les brouillons et les réponses en attente", "hand over drafts and pending answers"
    ),
}
WAYS = {
    "expert": Label("la personne experte du sujet répond", "the expert on the topic answers"),
    "roster": Label("la personne de garde répond", "the person on duty answers"),
    "pool": Label("l'équipe répond, qui est libre prend la question", "the team answers, whoever is free takes it"),
    "ladder": Label("la question monte d'un palier à l'autre", "the question climbs from level to level"),
    "committee": Label("un comité répond", "a committee answers"),
}
LEGS = {
    "triage": Label("tri", "triage"),
    "expert": Label("réponse de la personne experte", "expert's answer"),
    "deputy": Label("relève", "deputy"),
    "approval": Label("approbation", "approval"),
    "public": Label("réponse publique", "public answer"),
}
COMMENT_MODES = {
    "open": Label(
        "ouverts, sans modération préalable ni relecture systématique",
        "open, without moderation before or systematic review after",
    ),
    "pre": Label("ouverts, relus avant de paraître", "open, reviewed before they appear"),
    "post": Label("ouverts, relus après leur parution", "open, reviewed after they appear"),
    "closed": Label("fermés", "closed"),
}
GRAVITIES = {
    "minor": Label("mineure", "minor"),
    "serious": Label("sérieuse", "serious"),
    "severe": Label("grave", "severe"),
}
CONTENT_KINDS = {
    "static": Label("contenu fixe (publication, page, publicité)", "static content (post, page, advertisement)"),
    "interactive": Label("contenu interactif (réponse, clavardage)", "interactive content (reply, chat)"),
    "*": Label("tout contenu", "any content"),
}
REGIMES = {
    "unionised": Label("personnel syndiqué", "unionized staff"),
    "non-union": Label("personnel non syndiqué", "non-union staff"),
    "manager": Label("cadres", "managers"),
    "elected": Label("personnes élues", "elected people"),
    "volunteer": Label("bénévoles", "volunteers"),
    "contractor": Label("contractuels et agences", "contractors and agencies"),
    "partner": Label("partenaires", "partners"),
    "public": Label("personnes du public", "members of the public"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Commit:
    """What each person of the audience is asked to say of the clause, and how often."""

    as_: Annotated[str, OneOf(COMMITMENTS)] = "acknowledge"
    within: Duration | None = None
    again: Annotated[str, OneOf(AGAIN)] = "major"
    every: Duration | None = None
    remind: tuple[Duration, ...] = ()
    then: tuple[Slug, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Disclosure words for a relation on a network, long and short; ``{organization}`` is filled from the facts."""

    relation: Annotated[str, OneOf(RELATIONS)]
    network: Annotated[str, "network"] = "*"
    long: Localized
    short: Localized


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclose:
    """Which interests people declare, how often, and the words that disclose a tie."""

    declare: tuple[Annotated[str, OneOf(INTEREST_KINDS)], ...] = ()
    renew: Duration | None = None
    wordings: tuple[Wording, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Learn:
    """The course of a clause: pass mark in percent, when it is due, how long it is valid."""

    pass_: int = 80
    due: Duration | None = None
    valid: Duration | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Approver:
    """Who approves: an audience or a duty, any one or all of its people."""

    audience: Slug | None = None
    duty: Slug | None = None
    need: Annotated[str, OneOf(("any", "all"))] = "any"


@dataclass(frozen=True, slots=True, kw_only=True)
class Approve:
    """Content that waits for another person's approval before it is published."""

    id: Slug
    content: tuple[Annotated[str, OneOf(CONTENT_KINDS)], ...] = ("*",)
    by: tuple[Approver, ...]
    external: bool = False
    late_after: Duration | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Keep:
    """How long a kind of record is kept."""

    records: Annotated[str, OneOf(RECORDS)]
    min: Duration | None = None
    max: Duration | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Waive:
    """An obligation of an enabled pack that the policy does not serve, and why."""

    obligation: str
    reason: Localized


@dataclass(frozen=True, slots=True, kw_only=True)
class Protect:
    """Which protected lists, markings and documents are guarded; names only, never an entry."""

    lists: tuple[Slug, ...] = ()
    markings: tuple[str, ...] = ()
    documents: tuple[Slug, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """Who may use social media, where, when, on what, what for; and the answer."""

    audience: tuple[Slug, ...] = ("everyone",)
    network: tuple[Annotated[str, "network"], ...] = ("*",)
    moment: tuple[Annotated[str, OneOf(MOMENTS)], ...] = ("*",)
    device: tuple[Annotated[str, OneOf(DEVICES)], ...] = ("*",)
    purpose: tuple[Annotated[str, OneOf(PURPOSES)], ...] = ("*",)
    answer: Annotated[str, OneOf(ANSWERS)]
    say: Localized = Localized()


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """Messages that people are invited to pass on; only ever voluntary."""

    voluntary: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """Who keeps what of a kind of account, agreed before it is opened; what is not agreed is not told."""

    kind: Annotated[str, OneOf(ACCOUNT_KINDS)]
    handle: Annotated[str, OneOf(HOLDERS)]
    followers: Annotated[str, OneOf(HOLDERS)]
    archive: Annotated[str, OneOf(HOLDERS)]
    rename: bool | None = None
    on_death: Annotated[str, OneOf(ON_DEATH)] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of opening or changing an account, or of a departure: by whom and how soon."""

    step: Annotated[str, OneOf(STEPS)]
    within: Duration | None = None
    by: Slug


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepAccount:
    """How accounts are held: owner, backup, second factor, regular review, and the steps to open, change, leave."""

    owner: Annotated[str, OneOf(NEEDS)] | None = None
    backup: Annotated[str, OneOf(NEEDS)] | None = None
    second_factor: Annotated[str, OneOf(NEEDS)] | None = None
    recertify: Duration | None = None
    open: tuple[Step, ...] = ()
    change: tuple[Step, ...] = ()
    leave: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A subject people ask about, the words that tell it, the duty that knows, and who else is told."""

    id: Slug
    name: Localized
    match: tuple[str, ...] = ()
    duty: Slug
    notify: tuple[Slug, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """One leg of the road to an answer, with its time limit."""

    name: Annotated[str, OneOf(LEGS)]
    within: Duration


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """How a question is routed to whoever knows, and by when it is answered."""

    id: Slug
    way: Annotated[str, OneOf(WAYS)]
    duty: Slug | None = None
    topics: tuple[Topic, ...] = ()
    legs: tuple[Leg, ...] = ()
    holding: Localized = Localized()
    approve: Slug | None = None
    valid: Duration | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Appeal:
    """How a removal is appealed: by when, answered within, by whom."""

    within: Duration | None = None
    answered: Duration | None = None
    by: Slug


@dataclass(frozen=True, slots=True, kw_only=True)
class Comments:
    """Whether comments are open on a channel, and why."""

    channel: tuple[Annotated[str, "network"], ...]
    mode: Annotated[str, OneOf(COMMENT_MODES)]
    why: Localized
    appeal: Appeal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveFor:
    """The clause is a ground for removing a comment; ``neutral`` means it looks at no opinion."""

    neutral: bool
    say: Localized


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """Not keeping the clause may be a breach of this gravity."""

    gravity: Annotated[str, OneOf(GRAVITIES)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """A step of the ladder: how long it lasts (a suspension), and how long it counts."""

    id: Slug
    title: Localized
    lasts: Duration | None = None
    expires: Duration | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """Graduated consequences for a gravity: steps, hearing, deciders, appeal, sealing."""

    gravity: Annotated[str, OneOf(GRAVITIES)]
    regimes: tuple[Annotated[str, OneOf(REGIMES)], ...] = ()
    steps: tuple[Rung, ...]
    hear: Duration | None = None
    deciders: int | None = None
    appeal: Duration | None = None
    seal: Duration | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Freeze:
    """The crisis switch: holds scheduled posts, shares and automatic acts until a set hour."""

    by: Slug
    say: Localized


STATEMENTS = {
    "commit": Label("Engagement", "Commitment"),
    "disclose": Label("Déclaration", "Disclosure"),
    "learn": Label("Formation", "Training"),
    "approve": Label("Approbation", "Approval"),
    "keep": Label("Conservation", "Retention"),
    "waive": Label("Obligation écartée", "Waived obligation"),
    "protect": Label("Protection", "Protection"),
    "use": Label("Utilisation", "Use"),
    "quiet": Label("Tranquillité", "Quiet hours"),
    "share": Label("Partage", "Sharing"),
    "own": Label("Propriété", "Ownership"),
    "keep_account": Label("Tenue du compte", "Keeping of accounts"),
    "answer": Label("Réponse", "Answering"),
    "comments": Label("Commentaires", "Comments"),
    "remove_for": Label("Motif de retrait", "Ground for removal"),
    "breach": Label("Manquement", "Breach"),
    "ladder": Label("Échelle", "Ladder"),
    "freeze": Label("Mode de crise", "Crisis switch"),
    "guide": Label("Texte seulement", "Text only"),
}

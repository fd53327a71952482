"""Clauses too broad in law: what is forbidden beyond what an interest justifies, with a narrower wording.

``validate`` keeps a policy from being written so (``document/checks/breadth.py``); here the same limits are read in a
text that was written elsewhere. The obligations that are cited are those of the packs that bind the organization
itself.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from clausier.auditing.grounds import is_ground
from clausier.auditing.readings import INSIDER, PUBLIC, Document, Reading
from clausier.document.vocabulary import Label

_NLRA, _LINDKE, _CHARTER = "us-nlra-overbroad-rules", "us-lindke-block-delete", "ca-charter-blocking"
_RESERVE, _FEDERAL, _PASSWORDS = "qc-f311-reserve", "ca-public-servants-speech", "us-state-password-laws"
_STAFF_DATA, _SANCTIONS, _NO_REPRISAL = "eu-gdpr-staff-and-automation", "qc-n11-124-sanctions", "ca-psdpa-no-reprisal"


class Kind(NamedTuple):
    """A way of being too broad: whom it binds, why it does not hold, what limits it, and how to say it instead."""

    addressee: str
    reason: Label
    cites: tuple[str, ...]
    narrower: Label
    narrowed: bool = False  # a condition in the sentence is enough to narrow it


KINDS = {
    "criticism": Kind(
        INSIDER,
        Label(
            "Interdire de critiquer l'employeur empêche aussi de parler entre collègues des conditions de travail, et "
            "de signaler ce qui ne va pas.",
            "A ban on criticism of the employer also keeps colleagues from talking about their working conditions, and "
            "from reporting what is wrong.",
        ),
        (_NLRA, _RESERVE),
        Label(
            "Vous pouvez être en désaccord. N'insultez personne, ne donnez pas pour vrai ce que vous savez faux, et ne "
            "divulguez pas de renseignements confidentiels. Rien ici ne limite le droit de parler des conditions de "
            "travail.",
            "You may disagree. Insult nobody, do not state as true what you know is false, and do not disclose "
            "confidential information. Nothing here limits the right to discuss working conditions.",
        ),
    ),
    "disrespect": Kind(
        INSIDER,
        Label(
            "Des mots comme « négatif », « irrespectueux » ou « nuire à l'image » ne disent pas ce qui est interdit : "
            "tout désaccord pourrait y entrer.",
            "Words such as “negative”, “disrespectful” or “harming the image” do not say what is forbidden: any "
            "disagreement could fall under them.",
        ),
        (_NLRA, _RESERVE),
        Label(
            "Pas d'injure, de menace, de harcèlement ni de propos discriminatoire envers une personne; pas de faits "
            "que vous savez faux sur l'organisation.",
            "No insult, threat, harassment or discriminatory remark aimed at a person; no facts about the organization "
            "that you know are false.",
        ),
    ),
    "conditions": Kind(
        INSIDER,
        Label(
            "En bien des endroits, la loi protège le droit du personnel de parler de la paie et des conditions de "
            "travail, surtout entre collègues.",
            "In many places, the law protects the right of staff to discuss pay and working conditions, above all with "
            "one another.",
        ),
        (_NLRA,),
        Label(
            "Ne publiez pas ce que vos fonctions vous apprennent de la paie ou du dossier d'une autre personne. Vous "
            "pouvez parler des vôtres, et des conditions de travail.",
            "Do not post what your duties let you learn of another person's pay or file. You may talk about your own, "
            "and about working conditions.",
        ),
    ),
    "approval": Kind(
        INSIDER,
        Label(
            "Exiger une approbation avant chaque publication personnelle étend le pouvoir de l'employeur à la vie "
            "privée, et fait taire d'avance.",
            "Approval before every personal post carries the employer's power into private life, and silences people "
            "beforehand.",
        ),
        (_NLRA, _FEDERAL),
        Label(
            "Faites approuver ce que vous publiez au nom de l'organisation. Vos publications personnelles n'ont besoin "
            "d'aucune approbation.",
            "Have what you post on the organization's behalf approved. Your personal posts need no approval.",
        ),
    ),
    "naming": Kind(
        INSIDER,
        Label(
            "Une interdiction totale de nommer l'employeur empêche de parler de son travail, et contredit le devoir de "
            "dire son lien.",
            "A total ban on naming the employer keeps people from speaking of their work, and contradicts the duty to "
            "state one's tie.",
        ),
        (_NLRA,),
        Label(
            "Vous pouvez dire où vous travaillez. Précisez alors que vous parlez en votre nom, et n'utilisez pas le "
            "logo comme si l'organisation parlait.",
            "You may say where you work. Then make it clear that you speak for yourself, and do not use the logo as if "
            "the organization were speaking.",
        ),
        narrowed=True,
    ),
    "passwords": Kind(
        INSIDER,
        Label(
            "L'employeur n'a pas à demander l'accès au compte personnel de quelqu'un.",
            "An employer has no business asking for access to somebody's personal account.",
        ),
        (_PASSWORDS, _STAFF_DATA),
        Label(
            "Les accès aux comptes officiels appartiennent à l'organisation et lui sont remis. Personne n'a à donner "
            "ceux d'un compte personnel.",
            "Access to official accounts belongs to the organization and is handed to it. Nobody has to give access to "
            "a personal account.",
        ),
    ),
    "secrecy": Kind(
        INSIDER,
        Label(
            "« Tout ce qui est confidentiel », ou « tout ce que l'on apprend au travail », peut couvrir aussi la paie, "
            "les conditions de travail et les actes répréhensibles que l'on a le droit de divulguer.",
            "“Anything confidential”, or “anything learned at work”, can also cover pay, working conditions and "
            "wrongdoing that people have the right to report.",
        ),
        (_NLRA, _NO_REPRISAL),
        Label(
            "Ne divulguez pas les renseignements personnels d'autrui, ni ce qui est marqué confidentiel : [exemples]. "
            "Cela ne vise ni vos conditions de travail, ni la dénonciation d'un acte répréhensible.",
            "Do not disclose other people's personal information, nor what is marked confidential: [examples]. This "
            "does not cover your working conditions or the reporting of wrongdoing.",
        ),
        narrowed=True,
    ),
    "politics": Kind(
        INSIDER,
        Label(
            "La réserve n'est pas le silence : on garde le droit d'avoir des opinions, et de les dire à titre "
            "personnel.",
            "Reserve is not silence: people keep the right to hold opinions and to voice them as themselves.",
        ),
        (_FEDERAL, _RESERVE),
        Label(
            "Pas d'opinion politique sur un compte officiel ni au nom de l'organisation. À titre personnel, vous êtes "
            "libre de la vôtre, avec la réserve que la loi ou votre poste demande.",
            "No political opinion on an official account or on the organization's behalf. As yourself, you are free to "
            "hold and voice yours, with the reserve that the law or your position calls for.",
        ),
        narrowed=True,
    ),
    "sanctions": Kind(
        "",
        Label(
            "Une sanction sans borne, sans préavis ou sans recours se défend mal : elle devrait être proportionnée, "
            "motivée et contestable.",
            "A sanction without bounds, notice or appeal is hard to defend: it should be in proportion, reasoned and "
            "open to challenge.",
        ),
        (_SANCTIONS, _CHARTER, _LINDKE),
        Label(
            "Un avertissement d'abord, sauf faute grave, puis une mesure proportionnée, motivée par écrit, que l'on "
            "peut contester.",
            "A warning first, unless the fault is grave, then a measure in proportion, with written reasons, that can "
            "be contested.",
        ),
    ),
    "opinion": Kind(
        PUBLIC,
        Label(
            "Un organisme public ne peut pas retirer un commentaire pour la seule raison qu'il critique, se plaint ou "
            "déplaît; ailleurs, on y perd en confiance.",
            "A public body cannot remove a comment merely because it criticizes, complains or displeases; elsewhere, "
            "doing so costs trust.",
        ),
        (_CHARTER, _LINDKE),
        Label(
            "La critique est la bienvenue. Nous retirons les injures, les menaces, les propos haineux et les "
            "renseignements personnels.",
            "Criticism is welcome. We remove insults, threats, hateful remarks and personal information.",
        ),
    ),
    "boundless": Kind(
        PUBLIC,
        Label(
            "Rien ne borne ce motif : l'avis de la personne qui retire le commentaire suffirait.",
            "Nothing bounds this ground: the opinion of whoever removes the comment would be enough.",
        ),
        (_CHARTER, _LINDKE),
        Label(
            "Nous retirons un commentaire seulement pour un des motifs nommés ici, et nous disons lequel.",
            "We remove a comment only on one of the grounds named here, and we say which.",
        ),
    ),
    "watching": Kind(
        INSIDER,
        Label(
            "Surveiller les comptes personnels du personnel touche à la vie privée plus que le besoin ne le justifie.",
            "Watching the personal accounts of staff reaches into private life further than need can justify.",
        ),
        (_STAFF_DATA,),
        Label(
            "Nous suivons nos comptes officiels. Nous ne regardons une publication personnelle que si elle est "
            "publique et nous a été signalée.",
            "We follow our official accounts. We look at a personal post only when it is public and was reported to "
            "us.",
        ),
    ),
}
_NARROWING = re.compile(
    r"\b(?:without|unless|except|if|when|while|on behalf|official|in a way|so as to|during|sans|a moins|sauf|si|quand"
    r"|lorsque|au nom|officiels?"
    r"|de (?:facon|maniere)|on (?:our|the|council|city|government) )\b"
)
_ALLOWED = re.compile(
    r"\b(?:free to|may criti|welcome|entitled|are allowed|is allowed|not removed|will not be removed|libres? de"
    r"|bienvenue?s?|y compris critiques"
    r"|ne (?:sont|seront) pas (?:retir|supprim)|droit de (?:criti|parler)|nothing in this|rien (?:ici|dans))"
)


class Broad(NamedTuple):
    """A passage that is too broad, and in what way."""

    start: int
    end: int
    kind: str


def too_broad(document: Document) -> list[Broad]:
    """Return the passages that are too broad, in the order of the text; each once for each way of being so."""
    return sorted({Broad(each.passage.start, each.passage.end, kind) for each, kind in _found(document)})


def _found(document: Document) -> Iterator[tuple[Reading, str]]:
    for each in document.body:
        if _ALLOWED.search(each.passage.said):
            continue
        for name, kind in each.cues:
            if name == "broad" and _binds(each, kind) and not _narrowed(each, kind):
                yield each, kind


def _narrowed(each: Reading, kind: str) -> bool:
    """Tell whether the sentence, or what stands above it, bounds what it forbids."""
    if kind == "sanctions":  # the last step of a ladder may be for good
        steps = (each, each.opening, each.before)
        return any(step is not None and step.has("consequences", "graduated", "repeat") for step in steps)
    return KINDS[kind].narrowed and bool(_NARROWING.search(each.passage.said))


def _binds(each: Reading, kind: str) -> bool:
    wanted = KINDS[kind].addressee
    if wanted == PUBLIC:
        return is_ground(each)
    if wanted == INSIDER:
        return each.addressee == INSIDER and not is_ground(each)
    return each.has("consequences", "sanction", "block", "graduated", "vague")

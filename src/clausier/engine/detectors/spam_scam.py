"""A likely swindle: a bait (refund, prize, loan, blocked account, miracle investment) and a demand (card, code, fee, link).

From the patterns that the Canadian Anti-Fraud Centre and Cybermalveillance.gouv.fr publish. A link that wears the name of
the organisation and is not one of its domains weighs by itself. Mistaken for: somebody who warns of a swindle or asks
whether it is one, and a customer's own trouble with a refund.
"""

import re
from collections.abc import Iterator

from clausier.document.vocabulary import INCOMING
from clausier.engine.detector import Derived, Found, View
from clausier.engine.names import joined

_BAIT = re.compile(
    r"(?<!\w)(?:refunds?|rebate|remboursement|credit d'impot|tax credit|prizes?|vous (?:etes|avez) (?:le |la |l'|ete )?(?:\w+ )?(?:gagnante?|gagne|selectionnee?|choisie?)|you(?:'ve| have)? (?:are |been |'re )?(?:won|selected|chosen|a winner|the winner)|gagnante? du|gagne un|winners?|felicitations|congratulations|free gift|gift cards?|cartes?[- ]cadeaux?|iphone|free gas|essence gratuite|voucher|heritage|inheritance|next of kin|lottery|loterie|donation de|je donne|legs"
    r"|prets? (?:de|entre|a|d'argent|sans|rapide)|offre (?:de |des )?prets?|j'offre des prets|loans? (?:of|from|offer|at|without|between)|(?:compte|account|carte|card|profile?|acces)[\w' ]{0,25} (?:suspendue?|bloquee?|desactivee?|limitee?|expire\w*|suspended|blocked|locked|limited|deactivated|restricted|on hold)|on hold|suspicious (?:activity|login)|activite suspecte|avis final|final notice|unpaid|impaye|urgent|amende|penalty|colis (?:en attente|retenu)|(?:package|parcel) (?:is )?(?:held|waiting)|frais de douane|customs fee"
    r"|(?:bitcoin|crypto|forex|btc|investment|trading|placement|investissement)[\w ,']{0,40}(?:profit\w*|returns?|weeks?|days?|jours|semaines?|doubl\w+|rendement|gains?|earn\w*)|(?:made|earned|gagne|earn|gagner|make) (?:over |plus de )?[$€]? ?\d[\d ,.]*(?:k| ?[$€]| ?dollars| ?euros)?[\w' ]{0,25}(?:weeks?|days?|hours?|jours?|semaines?|par jour|from home|de chez|a day|a week|trading)|work from home|travail a domicile|retour (?:de l'etre aime|d'affection)|marabout|voyante?|spell caster|recover(?:ed|y)? (?:my|your|lost|stolen|agent|expert)|hacker)(?!\w)"
)
_DEMAND = re.compile(
    r"(?<!\w)(?:(?:confirm|verify|update|validate|enter|provide|send|submit|give|reply with|unlock|confirme[zr]?|verifie[zr]?|mettez a jour|valide[zr]?|entre[zr]?|fournisse[zr]|envoye[zr]|donne[zr]|saisisse[zr]|regle[zr]|paye[zr]|pay|claim|reclame[zr]?|reactive[zr]|debloque[zr])(?: \w+){0,2} (?:your|you|ta|ton|tes|votre|vos|the|les?|la|un|une|a|an|\d[\d,.]*|here|ici|en)(?:\w| |'|-){0,40}"
    r"|click|cliquez|clique|tap (?:here|the)|(?:6|six)[- ](?:digits?|chiffres)|online id|within \d+ ?h\w*|dans les \d+ ?h\w*|d'ici \d+ ?h\w*|whatsapp|telegram|write to (?:me|him|her)|contact (?:mr|mrs|him|her|me|us)|contactez|ecrivez(?:-(?:moi|lui|nous))? a|par courriel|text me|dm me|inbox me|please verif\w+|here:|ici ?:|link below|lien ci-dessous|@\w+ on (?:instagram|telegram))(?!\w)"
)
_LINK = re.compile(r"(?<![\w@.])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,10}(?:/\S*)?(?!\w)")
_WARNS = re.compile(r"(?<!\w)(?:arnaque\w*|fraude\w*|frauduleu\w+|hameconnage|faux (?:compte|message|courriel|site)|fausse|scam\w*|phishing|fake|hoax|attention|beware|mefie\w+|signale\w*|report(?:ing|ed)?|is (?:this|it|that) (?:real|legit|you|true)|est-ce (?:vrai|que|vous|bien|legit)|c'est[- ](?:tu|vous|vrai)|serious\?|legit\?|someone|quelqu'un)(?!\w)")
_OWN_TROUBLE = re.compile(r"(?<!\w)(?:my|mon|ma|mes|i|je|j|i'm|i've|nous|we|our)(?!\w)")


def look(view: View) -> Iterator[Found]:
    """Yield the likely swindle, from its bait to its demand."""
    if view.context.direction != INCOMING:
        return
    text = view.text.folded
    bait, demand, lure = _BAIT.search(text), _last(_DEMAND, text), _lookalike(view)
    if _WARNS.search(text) or not (bait or lure) or not (demand or lure):
        return
    if _OWN_TROUBLE.search(text[: bait.start()] if bait else "") and not lure and "?" in text:
        return
    signs = [match for match in (bait, demand, lure) if match]
    span = min(match.start() for match in signs), max(match.end() for match in signs)
    yield Found("spam.scam", *span, 0.85 if lure or len(signs) > 2 else 0.7)


def _last(pattern: "re.Pattern[str]", text: str) -> "re.Match[str] | None":
    return next(iter(reversed(list(pattern.finditer(text)))), None)


def _lookalike(view: View) -> "re.Match[str] | None":
    """Return a link that wears the organisation's name and does not lead to it."""
    names = [joined(name) for each in view.known.facts.names.values() for name in each]
    names += [domain.split(".")[0] for domain in view.known.facts.domains]
    for match in _LINK.finditer(view.text.folded):
        host = match[0].partition("/")[0]
        if any(host == domain or host.endswith("." + domain) for domain in view.known.facts.domains):
            continue
        if any(len(name) > 4 and name in joined(host) for name in names):
            return match
    return None


DETECTORS = (Derived(("spam.scam",), look),)

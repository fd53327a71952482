"""Unsolicited promotion in a comment: somebody's channel, shop, services or link.

Two signs are needed: that something is offered, and a call to come and get it. Mistaken for: a person who looks for a
service, a community notice that asks leave, a lost cat with a reward, and a link given to help.
"""

import re
from collections.abc import Iterator

from clausier.document.vocabulary import INCOMING
from clausier.engine.detector import Derived, Found, View

_STRONG = re.compile(
    r"(?<!\w)(?:sub ?(?:4|for) ?sub|follow ?(?:4|for) ?follow|f4f|s4s|l4l|(?:check|see|visit|watch|view|listen to|look at|go to|come to|click(?: on)?)(?: out)? (?:on )?my (?:\w+ ){0,3}(?:channel|video|videos|page|site|website|profile|store|shop|song|music|cover|covers|blog|tiktok|insta\w*|playlist|stream|book|etsy|link|bio)"
    r"|(?:check|come) (?:me|us|this|it) out|(?:please )?sub(?:scribe)?(?: to| me| my| back)(?: \w+){0,2}|(?:abonne[sz]?|abonnez)-?(?:toi|vous)? (?:a|sur) (?:ma|mon|notre)|(?:allez |venez |va )?(?:voir|visite[zr]?|decouvr\w+|suive[zs]|suis|check|likez|aimez|ecoute[zr]?) (?:donc )?(?:ma|mon|mes|notre|nos|my) (?:\w+ ){0,2}(?:chaine|page|site|profil|boutique|video|videos|lien|blogue?|compte|tiktok|insta\w*|musique|chanson|entreprise)|(?:mon|my) (?:lien|link)(?: (?:en|in) bio)? ?(?:👉|:|->|ici|here|est|is|https?|www|\S+\.\w)"
    r"|buy (?:cheap |real |your )?(?:followers|likes|views|essays|viagra|meds|backlinks)|cheap (?:essays|followers|viagra|meds|flights)|seo services?|guest post|rank (?:your|#?1)|increase your (?:traffic|followers|sales)|(?:onlyfans|escort\w*)|make \$?\d+ ?(?:\$|a day|per day|daily|an hour))"
)
_OFFER = re.compile(
    r"(?<!\w)(?:gratuite?s?|free|rabais|promo\w*|solde|soldes|special|discount\w*|% off|-?\d+ ?%|prix (?:imbattables?|competitifs?|reduits?|doux)|meilleurs? prix|best price|lowest price|unbeatable|cheap|pas cher|bas prix|a partir de|starting at|soumission|estimation|evaluation|estimate|quote|consultation|premiere seance|first session|certifie|licensed|assure et certifie|nos services|our services|my services|notre equipe (?:de|est)|livraison|for sale|a vendre|en vente|for rent|a louer|disponibles? maintenant|ouvert 7|24/7|now hiring agents|agent immobilier|courtier|realtor|real estate|need an?|besoin d'une?|looking for (?:a|an) |vous cherchez|tired of|fatigue de|coach|formation en ligne|online course|offre|offer|deals?)(?!\w)"
)
_CALL = re.compile(
    r"(?<!\w)(?:appele[zr](?:[- ](?:moi|nous|le|au|des|vite))?|contacte[zr](?:[- ](?:moi|nous))?|ecrive[zr][- ](?:moi|nous)|textez(?:[- ]moi)?|visitez|cliquez|commandez|reservez|inscrivez-vous|profitez|depechez|en (?:prive|dm|mp|inbox)|dm(?: me| us| moi)?|pm me|inbox me|message (?:me|us)|call (?:us|me|now|today)?|text (?:us|me)|contact (?:us|me)|visit (?:us|our)|click|order (?:now|today)|book (?:now|today|yours|your)|sign up|join|whatsapp|telegram|link in bio|lien en bio|mon lien|my link|👉)(?!\w)|👉"
)
_LINK = re.compile(r"(?<![\w@.])(?:https?://\S+|www\.\S+|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|ca|net|org|info|biz|shop|store|online|site|xyz|club|example|ly|me|io|be|gl)(?:/\S*)?)(?![\w@])")
_ASKS = re.compile(r"(?<!\w)(?:quelqu'un connait|connaissez-vous|je cherche|on cherche|cherche|does anyone|anyone know|can someone|recommend\w*|peut-on|pouvez-vous|pourriez-vous|can i|may i|could you|can you|avez-vous|do you|est-ce que|merci a|thanks to|perdue?|lost|recompense|reward)(?!\w)")
_AGENCY = re.compile(r"(?<!\w)(?:deneigement|paysagement|toiture?s?|renovations?|plomberie|nettoyage|menage|demenagement|gazon|peinture|excavation|landscaping|roofing|plumbing|cleaning|painting|moving|lawn|construction|electrique|extermination|mobile detailing|esthetique) [a-z][\w'&-]+")


def look(view: View) -> Iterator[Found]:
    """Yield the promotion, from its first sign to its last."""
    if view.context.direction != INCOMING:
        return
    text = view.text.folded
    strong = _STRONG.search(text)
    if strong:
        yield Found("spam.promotion", *strong.span(), 0.85)
        return
    signs = [match for match in (_OFFER.search(text), _CALL.search(text), _AGENCY.search(text), _foreign_link(view)) if match]
    if len(signs) >= 2 and not _ASKS.search(text) and not view.of("spam.scam"):
        start, end = min(match.start() for match in signs), max(match.end() for match in signs)
        yield Found("spam.promotion", start, end, 0.65 if len(signs) == 2 else 0.8)


def _foreign_link(view: View) -> "re.Match[str] | None":
    """Return the first link that does not lead to the organisation."""
    for match in _LINK.finditer(view.text.folded):
        if not any(domain in match[0] for domain in view.known.facts.domains):
            return match
    return None


DETECTORS = (Derived(("spam.promotion",), look, after=("spam.scam",)),)

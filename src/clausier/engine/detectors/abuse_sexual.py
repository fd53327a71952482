"""Sexual remarks to or about a person: propositions, demands for pictures, comments on a body.

Mistaken for: a compliment on an object (a sexy bottle), brands and colours (naked juice, nude lipstick), health and
education, artworks, and what somebody reports having received.
"""

import re
from functools import partial

from clausier.engine.detector import Pattern
from clausier.engine.speech import denied, reported


def _meant(match: "re.Match[str]") -> bool:
    return not denied(match.string, match.start(), near=14) and not reported(match.string, match.start())


_remark = partial(Pattern, "abuse.sexual", confidence=0.8, valid=_meant)
_BODY_EN = r"(?:legs|tits|boobs|breasts|ass|butt|booty|rack|body|curves|lips|cleavage|thighs|pussy|cock|dick|naked body|feet)"
_BODY_FR = r"(?:jambes|seins|nichons|boules|totons|fesses|cul|corps|courbes|decollete|cuisses|levres|chatte|queue|bite|craque|foufoune|plotte|poitrine)"
_SHE = r"(?:she|he|her|him|you|that (?:girl|woman|guy|lady)|the \w+(?: \w+)?)"

DETECTORS = (
    _remark(
        rf"(?<!\w)(?:send (?:me )?(?:a |some |your )?(?:nudes?|naked|pics? of your|dick|feet pics?)|send nudes|show (?:me |us )(?:your |them |those )?{_BODY_EN}|dick pics?|(?:nice|great|sexy|hot|amazing|killer|juicy|love those|love your|love her) {_BODY_EN}(?!\w)(?! of work| of water)"
        rf"|(?:would|wanna|want to|i'd|let me|gonna|can i) (?:love to |like to )?(?:\w+ )?(?:fuck|bang|smash that|tap that|bone|lick|suck|spank|bend|ride|sleep with|see (?:you|her|him) naked|undress) ?(?:you|her|him|that|it|me|your)?"
        r"|sit on my (?:face|lap)|suck (?:my|it|on my)|blow ?jobs?|hand ?jobs?|horny|so hard (?:for|right now)|get(?:s|ting)? me (?:hard|wet|off)|in bed with (?:me|her|you)|your place or mine|how much (?:for|per) (?:a |an |the )?(?:night|hour with)"
        r"|wears? (?:that|this|nothing)[\w ]{0,20}nothing (?:else|underneath)|(?:nothing|naked) under (?:that|her|your|the) |take (?:it|that|your \w+) off(?! (?:the|my|your) )|without (?:the|that|your|her) (?:bikini|swimsuit|shirt|top|bra|uniform)|milf|smash or pass|only ?fans of)(?!\w)",
        
    ),
    _remark(
        rf"(?<!\w)(?:(?:envoie|envoye|envoyez|montre|montrez|fais voir)(?:-moi|-nous)? (?:donc )?(?:une |des |ta |tes |tes |ton |vos )?(?:photos? )?(?:de toi )?(?:nue?s?|toute? nue?|nudes?|sans (?:le |ton |ta )?(?:maillot|linge|chandail|brassiere|haut|culotte)|de tes {_BODY_FR}|{_BODY_FR})"
        rf"|(?:belles?|beaux|gros|grosses|quelles?|jolies?|sacre(?:e|es|s)?|mautadit) (?:belles? |beau |beaux )?{_BODY_FR}(?! (?:de |d'|humain|celeste))|j'ai envie de (?:toi|elle|te|la) ?(?:baiser|fourrer|lecher|sauter|prendre)?|je (?:te|la|le) (?:baise|baiserais|fourre|fourrerais|leche|lecherais|prendrais|ferais bien|sauterais)"
        r"|(?:suce|lèche|leche|branle)(?:-moi| ma| mon|s ?\?)|(?:baiser|fourrer|coucher) avec (?:toi|elle|vous|lui|la)|(?:je|me fait|fait) bander|bandant|(?:reve|revais|imagine) d'elle|(?:toute? nue?s?|tout nu) (?:sur|dans|devant|avec) (?:le|la|mon|ma|moi)|combien (?:pour|tu prends pour) (?:une nuit|la nuit|une pipe|ta)|une pipe(?= |[!.?]|$)(?! a eau)"
        r"|a l'hotel(?= ?\?| avec (?:moi|toi))|dans mon lit|t'es (?:trop |tellement |vraiment )?(?:sexy|bonne|bandante)|(?:elle|la \w+) est (?:trop |tellement |vraiment )?(?:sexy|bandante|baisable)(?! (?:votre|cette|ta|la) )|baisable|cochonne)(?!\w)",
        
    ),
    _remark(
        rf"(?<!\w){_SHE} (?:can|could) (?:\w+ )?(?:train|teach|rescue|save|ride|guard|arrest|handcuff|serve|massage|spank|punish) me (?:any (?:night|time|day)|all night|in bed)(?!\w)",
        
    ),
)

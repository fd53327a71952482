"""A recommendation to buy, sell or hold a security.

Rule: recommending a security in public is the business of the registered (FINRA 2111 and 2210, Regulation 31-103,
MAR art. 20 in Europe). Mistaken for: everyday buying ("achetez vos billets"), market slang about other things, and the
sentence that says one never recommends.
"""

from functools import partial

from clausier.engine.detector import Pattern
from clausier.engine.speech import affirmed

_recommend = partial(Pattern, "claim.recommendation", valid=affirmed)
_FEW = r"(?:[\w$&'.-]+ ){0,5}"
_TITLES_EN = r"(?:shares?|stocks?|bonds?|etfs?|units|options|calls|puts|securities|crypto\w*|bitcoins?|ethereum|funds?)"
_TITLES_FR = r"(?:actions?|titres?|obligations?|parts?|fnb|options|crypto\w*|bitcoins?|fonds|valeurs?)"

DETECTORS = (
    _recommend(
        rf"\b(?:buy|sell|dump|short|grab|hold|load up on|get into|get out of|invest in|stock up on|accumulate|ditch) {_FEW}{_TITLES_EN}\b",
        
    ),
    _recommend(
        rf"\b(?:achet(?:ez|e|ons)|vend(?:ez|s|ons)|rachetez|liquidez|larguez|conservez|gardez|prenez|investissez dans|debarrassez-vous)"
        rf" (?:de |du |des |d'|vos |tes |ces |les |l')?{_FEW}{_TITLES_FR}\b",
        
    ),
    _recommend(
        r"\b(?:mettez|misez|placez|investissez|mets|place) (?:tout|toutes? vos (?:epargnes|economies)|votre (?:argent|epargne|reer|celi)"
        r"|vos (?:epargnes|economies)|ton argent)? ?(?:sur|dans) (?!(?:votre|ton|l'|la|le|les|notre|nos) )[^.!?\n]{3,50}"
        r"|\b(?:put|move|throw|bet) (?:it all|everything|all (?:your|of your) (?:money|savings)|your (?:money|savings|rrsp|tfsa))"
        r" (?:in|into|on|to) [^.!?\n]{3,50}|\bgo(?:ing)? all[- ]in on [^.!?\n]{3,50}",
        
    ),
    _recommend(
        r"\b(?:strong buy|screaming buy|buy the dip|time to (?:buy|sell)|a (?:must|no-brainer) buy|buy now before|price target"
        r"|c'est le (?:temps|moment) (?:d'acheter|de vendre)|il faut (?:acheter|vendre)|achat fort|cours cible"
        r"|(?:je|nous) (?:vous )?(?:recommande|conseille)(?:ons)? (?:d'acheter|de vendre|l'achat|la vente)"
        r"|(?:i|we) (?:recommend|suggest|advise) (?:buying|selling|you (?:buy|sell)))\b",
        
    ),
    # "Achetez du Cascadia Lithium avant vendredi": a proper name and haste, with a nod to the gain to come.
    _recommend(
        r"\b(?:[Aa]chetez|[Vv]endez|[Bb]uy|[Ss]ell|[Dd]ump|[Ss]hort)(?: du| de la| de l['’]| des| de| d['’]| your| some| all your)? ?"
        r"(?:\$?[A-Z][\w&.-]+ ?){1,4}(?:avant|maintenant|aujourd['’]hui|tout de suite|before|now|today|while|right now)?",
        raw=True,
        anchors=("achetez", "vendez", "buy", "sell", "dump", "short"),
        
        confidence=0.3,
        valid=None,
        wanted=(
            "remercierez",
            "thank me",
            "va monter",
            "va exploser",
            "va doubler",
            "to the moon",
            "🚀",
            "earnings",
            "resultats",
            "la bourse",
            "going up",
            "about to pop",
            "skyrocket*",
            "ticker",
            "tsx",
            "nasdaq",
            "nyse",
        ),
        near=60,
    ),
)

"""Who speaks: the organisation by its own account, or a person in their own name."""

import re
from functools import lru_cache

from clausier.document.vocabulary import RELATIONS
from clausier.engine.detector import Known, View
from clausier.engine.names import joined

TIED = frozenset(RELATIONS) - {"public"}
_HOUSE = re.compile(
    r"banque|bank|caisse|creditunion|courti|broker|invest|fonds|fund|placement|patrimoine|wealth|securities|gestiondactif"
    r"|assetmanag|valeursmobilieres|bourse|trading|etf|fnb"
)
FIRST_PERSON = re.compile(
    r"(?<!\w)(?:i|i'm|i've|i'd|i'll|im|my|me|mine|myself|je|j|moi|mon|ma|mes|chu|jsuis|jai)(?!\w)"
)


def official(view: View) -> bool:
    """Tell whether the organisation itself speaks: its account is the disclosure, and what it sells is its own."""
    account = view.context.account
    return view.context.spokesperson or (account is not None and account.kind == "official")


def private(view: View) -> bool:
    """Tell whether the message goes to a person, not to the public: an e-mail to a colleague discloses nothing."""
    return view.context.channel == "email"


def discloses(view: View) -> bool:
    """Tell whether a tie would have to be disclosed here: somebody publishes in their own name."""
    return not official(view) and not private(view)


def tied(view: View) -> bool:
    """Tell whether the author has a tie: a relation to the organisation, or an interest that the message touches."""
    return view.context.author.relation in TIED or bool(view.of("about.interest"))


@lru_cache(maxsize=32)
def deals_in_money(known: Known) -> bool:
    """Tell whether the organisation lives by money: what it tells others to buy there is a security."""
    offered = [name for each in known.facts.offerings for name in (*each.names.values(), *each.also)]
    named = [name for each in known.facts.names.values() for name in each]
    return any(_HOUSE.search(joined(name)) for name in (*named, *offered))

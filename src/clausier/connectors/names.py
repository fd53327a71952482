"""What the names of a domain say of its mail: SPF (RFC 7208), DKIM (RFC 6376), DMARC (RFC 7489). Advice, not a verdict.

Receivers judge each letter by themselves; what stands here is what they look for first.
"""

from collections.abc import Iterator
from typing import NamedTuple

from dns.exception import DNSException
from dns.name import BadEscape, EmptyLabel, IDNAException, LabelTooLong, NameTooLong
from dns.resolver import NXDOMAIN, NoAnswer, Resolver

PATIENCE = 3.0  # seconds for one question
LOOKUPS = 10  # RFC 7208, 4.6.4: one more, and SPF does not hold
ASKING, LEADING = frozenset({"a", "mx", "ptr", "exists"}), ("include:", "redirect=")
NO_NAME = (BadEscape, EmptyLabel, IDNAException, LabelTooLong, NameTooLong)  # what a record includes by mistake
SPF, DMARC = "v=spf1", "v=DMARC1"

# What SPF must allow, and where DKIM keys stand, by the mail server that we send through.
SENDERS = {
    "smtp.office365.com": ("spf.protection.outlook.com", ("selector1", "selector2")),
    "smtp.gmail.com": ("_spf.google.com", ("google",)),
    "smtp-relay.gmail.com": ("_spf.google.com", ("google",)),
}
SELECTORS = ("selector1", "selector2", "google", "default", "dkim", "mail", "s1", "s2", "k1")


class Advice(NamedTuple):
    """What was found: its state (well, look, wrong), a word for it, and what the words are about."""

    state: str
    code: str
    values: dict[str, str]


class OfflineError(Exception):
    """The names cannot be asked for."""


def advise(domain: str, server: str, resolver: Resolver | None = None) -> Iterator[Advice]:
    """Yield what the names of a sending domain say, when it sends through a server. Raises OfflineError."""
    names = Names(resolver or Resolver())
    allowed, selectors = SENDERS.get(server, ("", SELECTORS))
    yield _spf(names, domain, allowed)
    yield _dkim(names, domain, selectors)
    yield _dmarc(names, domain)


class Names:
    """Questions to the name server, each asked in a bounded time."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver
        self.resolver.lifetime = PATIENCE

    def texts(self, name: str) -> list[str]:
        """Return the texts that stand at a name. Raises OfflineError."""
        try:
            found = self.resolver.resolve(name, "TXT", search=False)
        except (NXDOMAIN, NoAnswer, *NO_NAME):
            return []
        except (DNSException, OSError) as error:
            raise OfflineError from error
        return [b"".join(each.strings).decode(errors="replace") for each in found]


def _spf(names: Names, domain: str, allowed: str) -> Advice:
    about = {"domain": domain, "allowed": allowed or "…"}
    records = _records(names, domain, SPF)
    if not records:
        return Advice("look", "spf-none", about)
    if len(records) > 1:
        return Advice("wrong", "spf-several", about)
    words = records[0].lower().split()
    if {"+all", "all"} & set(words):
        return Advice("wrong", "spf-open", about)
    met: set[str] = set()
    lookups = _lookups(names, words, met)
    if lookups > LOOKUPS:
        return Advice("wrong", "spf-long", about | {"n": str(lookups)})
    if allowed and allowed not in met:
        return Advice("wrong", "spf-lacks", about)
    return Advice("well", "spf", about)


def _lookups(names: Names, words: list[str], met: set[str]) -> int:
    """Return how many questions a record asks of the name server, those of the records that it takes in among them.

    ``met`` receives the domains of those records; past the limit no further one is asked for.
    """
    count = 0
    for word in words:
        bare = word.lstrip("+?~-")
        count += bare.partition("/")[0].partition(":")[0] in ASKING
        domain = next((bare.removeprefix(sign) for sign in LEADING if bare.startswith(sign)), "")
        if domain:
            count += 1
            if domain not in met and len(met) <= LOOKUPS:
                met.add(domain)
                for record in _records(names, domain, SPF)[:1]:
                    count += _lookups(names, record.lower().split(), met)
    return count


def _dkim(names: Names, domain: str, selectors: tuple[str, ...]) -> Advice:
    for selector in selectors:
        keys = [text for text in names.texts(f"{selector}._domainkey.{domain}") if "p=" in text]
        if keys:
            return Advice("well", "dkim", {"domain": domain, "selector": selector})
    return Advice("look", "dkim-none", {"domain": domain, "selectors": ", ".join(selectors)})


def _dmarc(names: Names, domain: str) -> Advice:
    """Look at the domain, then at those it is part of, down to two labels."""
    labels = domain.split(".")
    for first in range(max(len(labels) - 1, 1)):
        name = ".".join(labels[first:])
        records = _records(names, f"_dmarc.{name}", DMARC)
        if records:
            tags = dict(part.strip().partition("=")[::2] for part in records[0].split(";"))
            return _policy(name, tags.get("p", "").strip().lower())
    return Advice("look", "dmarc-missing", {"domain": domain})


def _policy(domain: str, policy: str) -> Advice:
    about = {"domain": domain, "policy": policy}
    return Advice("well", "dmarc", about) if policy in {"quarantine", "reject"} else Advice("look", "dmarc-none", about)


def _records(names: Names, name: str, version: str) -> list[str]:
    return [text for text in names.texts(name) if text.lower().startswith(version.lower())]

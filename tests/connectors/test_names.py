"""What the names of a sending domain say of its mail, asked of a real name server."""

import pytest
from dns.resolver import Resolver

from clausier.cli.mail_words import MAIL_MESSAGES
from clausier.connectors.names import OfflineError, advise

OUTLOOK, GOOD = "smtp.office365.com", "v=spf1 include:spf.protection.outlook.com -all"


def _codes(names, texts, server=OUTLOOK, domain="ville.quebec"):
    names.texts.update(texts)
    found = list(advise(domain, server, names.resolver))
    assert [advice.code for advice in found if f"doctor-{advice.code}" not in MAIL_MESSAGES] == []
    return {advice.code: advice.state for advice in found}


def test_a_domain_that_says_all_is_well(names):
    texts = {
        "ville.quebec": ["google-site-verification=x", GOOD],
        "selector2._domainkey.ville.quebec": ["v=DKIM1; k=rsa; p=MIG"],
        "_dmarc.ville.quebec": ["v=DMARC1; p=quarantine; rua=mailto:dmarc@ville.quebec"],
    }
    assert _codes(names, texts) == {"spf": "well", "dkim": "well", "dmarc": "well"}


def test_a_domain_that_says_nothing_is_advised(names):
    """None of it stops mail by itself."""
    assert _codes(names, {}) == {"spf-none": "look", "dkim-none": "look", "dmarc-missing": "look"}


@pytest.mark.parametrize(
    ("records", "code"),
    [
        ([GOOD, "v=spf1 -all"], "spf-several"),
        (["v=spf1 +all"], "spf-open"),
        (["v=spf1 include:_spf.google.com ~all"], "spf-lacks"),
        ([f"v=spf1 {' '.join(f'a:h{n}.example' for n in range(11))} -all"], "spf-long"),
    ],
)
def test_what_is_wrong_with_spf_is_told(names, records, code):
    assert _codes(names, {"ville.quebec": records})[code] == "wrong"


def test_what_a_record_takes_in_counts(names):
    """Our server may be allowed two records away, and each of them is a look-up."""
    texts = {"ville.quebec": ["v=spf1 redirect=other.quebec"], "other.quebec": [GOOD]}
    assert _codes(names, texts)["spf"] == "well"


def test_a_name_that_cannot_be_is_no_silence(names):
    """A slip in the record: the rest of it is read."""
    texts = {"ville.quebec": [f"v=spf1 include:a..b include:{'x' * 70}.quebec include:spf.protection.outlook.com -all"]}
    assert _codes(names, texts)["spf"] == "well"


def test_records_that_take_each_other_in_end(names):
    texts = {"ville.quebec": ["v=spf1 include:a.quebec -all"], "a.quebec": ["v=spf1 include:ville.quebec -all"]}
    assert _codes(names, texts)["spf-lacks"] == "wrong"


def test_the_policy_of_the_domain_above_holds(names):
    """An address at a branch of the domain."""
    texts = {"_dmarc.ville.quebec": ["v=DMARC1; p=none"]}
    assert _codes(names, texts, domain="courriel.ville.quebec")["dmarc-none"] == "look"


def test_nobody_to_ask_is_told():
    """Off-line."""
    resolver = Resolver(configure=False)
    resolver.nameservers, resolver.port = ["127.0.0.1"], 9
    resolver.timeout = resolver.lifetime = 0.3
    with pytest.raises(OfflineError):
        list(advise("ville.quebec", OUTLOOK, resolver))

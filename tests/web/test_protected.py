"""Nothing public holds a protected entry."""

import pytest
from django.test import Client

from clausier.document.reading import read_mapping
from factories.policy import approver, changed, keeper, make_version, val_bleu
from people import signed_in

OLD, NEW = "mode: closed", "mode: pre"


@pytest.mark.django_db
def test_no_public_byte_holds_a_protected_entry(organization):
    """The policy of the town is published with its lists: no term, and no other spelling of one, is in any page."""
    from clausier.policy.actions import save_protected

    files = val_bleu()
    save_protected(actor=keeper(), files={path: text for path, text in files.items() if path.startswith("protected/")})
    first = make_version(files)
    second = make_version(changed(OLD, NEW, first.files))
    said = b"".join(_bytes(Client(), first, second)) + b"".join(_bytes(signed_in(approver()), first, second))
    page = said.decode().casefold()
    assert len(page) > 100_000
    assert [term for term in _terms(files) if term.casefold() in page] == []


def _bytes(client, *versions):
    for language in ("fr", "en"):
        paths = ["policy", "comments-policy", "policy/compare", "feed", "policy/compare?from=2.0&to=1.0", ""]
        paths += [f"policy/{version.number}" for version in versions]
        paths += [f"policy/1.0/{name}" for name in ("confidentiality.code-names", "comments.open-and-why")]
        for path in paths:
            yield client.get(f"/{language}/{path}").content


def _terms(files):
    entries = [entry for each in read_mapping(files, "town").protected for entry in each.entries]
    terms = [term for entry in entries for term in (entry.term, *entry.also)]
    assert len(terms) >= 3
    return terms

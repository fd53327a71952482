"""The proof of one answer: what the ledger holds of it, and the words that the person had before them."""

import hashlib
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import override

from clausier.audit.chain import canonical
from clausier.audit.models import Entry
from clausier.audit.proofs import sealed
from clausier.chapters.ambassadors.models import Commitment
from clausier.chapters.ambassadors.selectors.certificates import Certificate
from clausier.document.model.statements import COMMITMENTS
from clausier.document.rendering.certificate import CertificateSheet
from clausier.document.rendering.pdf import PdfRefusedError, set_sheet
from clausier.identity.selectors import organization
from clausier.lib.refusals import RefusedError
from clausier.policy.models import Version
from clausier.policy.selectors import policy_of
from clausier.policy.selectors.texts import Keyed, key_of

KEPT = 256  # what is shown to the audiences of a version, in its languages


def shown_words(version: Version, language: str, clauses: tuple[str, ...]) -> dict[str, Any]:
    """Return the words of clauses as they are shown in a language: number, title and text."""
    policy = policy_of(version)
    numbers, known = policy.numbers(), {clause.id: clause for clause in policy.clauses()}
    told = [
        {
            "id": name,
            "number": numbers[name],
            "title": known[name].title.best(language),
            "text": known[name].text.best(language),
        }
        for name in clauses
    ]
    return {"language": language, "version": version.number, "clauses": told}


def shown_digest(version: Version, language: str, clauses: tuple[str, ...]) -> str:
    """Return the digest of the words of clauses as they are shown in a language."""
    return _digest(Keyed(key_of(version), version), language, clauses)


def proof_of(answer: Commitment) -> dict[str, Any] | None:
    """Return the proof of an answer, which anybody verifies without us; None once its details were erased."""
    entries = Entry.objects.filter(subject=answer.uid, action__startswith="ambassadors.commitment.")
    entry = entries.select_related("detail").first()
    words = shown_words(answer.version, answer.language, tuple(answer.clauses))
    sentence = COMMITMENTS[answer.word].in_language(answer.language)
    return sealed(entry, words, sentence) if entry else None


def printed(certificate: Certificate) -> bytes:
    """Return a certificate as a PDF, in the language that the person had read, with the address that checks it.

    Refused (422) where a name has letters that no font here draws.
    """
    answer, place = certificate.commitment, organization()
    numbers = policy_of(answer.version).numbers()
    with override(answer.language):
        address = settings.PUBLIC_URL + reverse("certificate", args=[answer.code])
    sheet = CertificateSheet(
        language=answer.language,
        organization=place.name if place else "",
        name=answer.person.name,
        sentence=certificate.sentence(answer.language),
        version=answer.version.number,
        date=localtime(answer.at).date(),
        code="-".join(answer.code[at : at + 4] for at in range(0, len(answer.code), 4)),
        digest=answer.shown,
        clauses=[numbers[name] for name in answer.clauses],
        address=address,
        collector=answer.paper.collector.name if answer.paper else "",
    )
    try:
        return set_sheet(sheet, "certificate.typ")
    except PdfRefusedError as error:
        sentence = _(
            "The PDF cannot be made: a name on it has letters that no font of this server draws. Print the page itself."
        )
        raise RefusedError("pdf-refused", sentence, 422) from error


@lru_cache(maxsize=KEPT)
def _digest(version: Keyed[Version], language: str, clauses: tuple[str, ...]) -> str:
    return hashlib.sha256(canonical(shown_words(version.row, language, clauses)).encode()).hexdigest()

"""Whatever is changed behind the program's back is named, by the first entry that does not hold."""

import pytest
from django.conf import settings
from django.db import connection

from clausier.audit import triggers
from clausier.audit.actions import checkpoint, erase, verify_ledger
from clausier.audit.chain import head_payload
from clausier.audit.checkpoints import as_text, in_folder, read
from clausier.audit.models import Checkpoint, Detail, Entry, Head, Verification
from clausier.audit.recipients import Recipient
from clausier.audit.sources import DatabaseSource
from clausier.audit.verification import PROBLEMS, verify
from clausier.lib.refusals import RefusedError
from clausier.tasks.models import Mail
from factories.ledger import run, write_acts
from people import make_person

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture(autouse=True)
def _own_folder(tmp_path, monkeypatch):
    """The checkpoints of a test are its own."""
    monkeypatch.setattr(settings.HOME, "checkpoints", tmp_path / "checkpoints")


@pytest.fixture
def intruder():
    """Somebody who has the file, but not the key."""
    run(triggers.unmade(connection.vendor))


def _first(*checkpoints):
    first = verify(DatabaseSource(), checkpoints).first
    return tuple(first) if first else None


def _cut(seq):
    Detail.objects.filter(pk__gt=seq).delete()
    Entry.objects.filter(pk__gt=seq).delete()


def _rewrite(seq):
    """Change an entry, then compute the chain anew from there on, without the key."""
    from clausier.audit.chain import hash_of

    previous = None
    for entry in Entry.objects.filter(seq__gte=seq):
        entry.previous = previous or entry.previous
        entry.subject = "other" if entry.seq == seq else entry.subject
        entry.hash = previous = hash_of(vars(entry))
        entry.save()
    Head.objects.update(hash=previous)


def test_an_untouched_ledger_holds():
    """Empty, then with entries."""
    assert _first() is None
    write_acts(5)
    report = verify(DatabaseSource())
    assert (report.entries, report.first, report.last.seq) == (5, None, 5)


def _change(name):
    return lambda: Entry.objects.filter(seq=3).update(**{name: COLUMNS[name]})


COLUMNS = {"at": "2020", "actor": "x", "action": "x.y", "subject": "x", "commitment": "0" * 64}
TAMPERED = {
    **{f"change {name}": (_change(name), "changed", 3) for name in COLUMNS},
    "change the hash": (lambda: Entry.objects.filter(seq=3).update(hash="f" * 64), "changed", 3),
    "change what it follows": (lambda: Entry.objects.filter(seq=3).update(previous="f" * 64), "unchained", 3),
    "change the last hash": (lambda: Entry.objects.filter(seq=5).update(hash="f" * 64), "changed", 5),
    "delete one": (lambda: (Detail.objects.get(pk=3).delete(), Entry.objects.get(pk=3).delete()), "missing", 3),
    "delete the first": (lambda: (Detail.objects.get(pk=1).delete(), Entry.objects.get(pk=1).delete()), "missing", 1),
    "delete details": (lambda: Detail.objects.get(pk=3).delete(), "no-details", 3),
    "change details": (lambda: Detail.objects.filter(pk=3).update(details='{"n":9}'), "details-changed", 3),
    "change the salt": (lambda: Detail.objects.filter(pk=3).update(salt=b"1" * 32), "details-changed", 3),
    "empty details": (lambda: Detail.objects.filter(pk=3).update(details=None, salt=None), "no-details", 3),
    "feign an erasure": (
        lambda: Detail.objects.filter(pk=3).update(details=None, salt=None, erased_by_id=4),
        "not-erased-so",
        3,
    ),
    "cut the tail": (lambda: _cut(3), "cut", 4),
    "rewrite": (lambda: _rewrite(3), "rewritten", 3),
    "rewrite the last": (lambda: _rewrite(5), "rewritten", 5),
    "delete the head": (lambda: Head.objects.all().delete(), "no-head", 5),
    "forge the head": (lambda: Head.objects.update(signature="0" * 128), "head-forged", 5),
    "cut, and forge the head": (
        lambda: (_cut(3), Head.objects.update(seq=3, hash=Entry.objects.get(seq=3).hash)),
        "head-forged",
        3,
    ),
    "add one": (
        lambda: Entry.objects.create(
            seq=6, at="", actor="", action="", subject="", commitment="", previous="", hash=""
        ),
        "unchained",
        6,
    ),
}


@pytest.mark.parametrize("what", TAMPERED)
def test_tampering_is_named(what, intruder):
    """By what was done, and the first entry that does not hold."""
    write_acts(5)
    act, kind, seq = TAMPERED[what]
    act()
    assert _first() == (kind, seq)


def test_the_signature_of_an_entry_does_not_pass_for_a_head(intruder):
    """Else a ledger could be cut at any entry."""
    write_acts(5)
    _cut(3)
    Head.objects.update(seq=3, hash=Entry.objects.get(seq=3).hash, signature=Detail.objects.get(pk=3).signature.hex())
    assert _first() == ("head-forged", 3)


def test_an_erased_entry_holds():
    """What it said is gone, who did what remains; it cannot be erased twice, nor come back."""
    officer, auditor = make_person("Odile Roy", "privacy-officer"), make_person("Paul Roy", "auditor")
    entry = write_acts(3)[1]
    with pytest.raises(RefusedError):
        erase(actor=auditor, entry=entry, reason_code="request")
    tombstone = erase(actor=officer, entry=entry, reason_code="request")
    report = verify(DatabaseSource())
    assert (report.first, report.erased) == (None, 1)
    assert Detail.objects.get(pk=entry.pk).details is None
    for again in (entry, tombstone):
        with pytest.raises(RefusedError):
            erase(actor=officer, entry=again, reason_code="request")


def test_an_erasure_that_is_undone_is_named(intruder):
    """Somebody who puts the details back from a backup."""
    entry = write_acts(3)[1]
    before = Detail.objects.get(pk=entry.pk)
    erase(actor=make_person("Odile Roy", "privacy-officer"), entry=entry, reason_code="term-over")
    before.save()
    assert _first() == ("erased-is-back", 2)


@pytest.fixture
def two_recipients(monkeypatch):
    people = [Recipient("odile@valbleu.example", "fr"), Recipient("paul@valbleu.example", "en")]
    monkeypatch.setattr("clausier.audit.recipients._sources", [lambda: people])


def test_a_checkpoint_leaves_the_machine(two_recipients):
    """A row, an entry, a file, and an e-mail to each; nothing new, no checkpoint."""
    write_acts(3)
    point = checkpoint()
    assert (point.seq, point.sent) == (3, ["file", "mail:2"])
    assert [kept.seq for kept in in_folder()] == [3]
    for mail in Mail.objects.all():
        assert read(mail.text).signed.hash == point.hash
    assert sorted(mail.subject for mail in Mail.objects.all()) == [
        "Checkpoint of the ledger, entry 3",
        "Point de contrôle du registre des actes, entrée 3",
    ]
    assert checkpoint() is None
    assert (_first(), verify(DatabaseSource(), in_folder()).checkpoints) == (None, 2)


def test_a_checkpoint_finds_what_the_key_cannot(intruder):
    """An older ledger put back whole, and one that was written anew with the key, hold by themselves."""
    write_acts(5)
    kept = read(as_text(checkpoint())).signed
    Checkpoint.objects.all().delete()
    _cut(3)
    key, head = settings.HOME.signing_key(), Entry.objects.get(seq=3).hash
    Head.objects.update(seq=3, hash=head, signature=key.sign(head_payload(3, head)).hex())
    assert (_first(), _first(kept)) == (None, ("cut", 4))
    write_acts(4)
    assert (_first(), _first(kept)) == (None, ("not-as-checkpoint", 5))


def test_forged_and_missing_checkpoints_are_named(intruder):
    """The ledger knows which ones there were."""
    write_acts(5)
    checkpoint()
    Checkpoint.objects.update(at="2020")
    assert _first() == ("checkpoint-forged", 5)
    Checkpoint.objects.all().delete()
    assert _first() == ("checkpoint-missing", 5)


def test_what_was_found_is_kept_for_the_page(intruder):
    """When, how many, and what was wrong."""
    write_acts(3)
    verify_ledger()
    Entry.objects.filter(seq=2).update(subject="x")
    verify_ledger()
    found = [(row.entries, row.problem, row.seq) for row in Verification.objects.order_by("pk")]
    assert found == [(3, "", None), (3, "changed", 2)]


def test_each_problem_says_where():
    """In both languages."""
    assert [name for name, label in PROBLEMS.items() if name != "other-key" and "{seq}" not in label.fr] == []

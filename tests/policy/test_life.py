"""The life of a version: written by one person, agreed to by another, in force at its date, readable for ever."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError

from clausier.audit.models import Detail, Entry
from clausier.lib import clock
from clausier.lib.refusals import RefusedError
from clausier.policy import selectors
from clausier.policy.actions import (
    adopt,
    adopt_by_resolution,
    announce,
    approve,
    propose,
    raise_level,
    save_draft,
    start_draft,
    take_back,
    withdraw,
)
from clausier.policy.events import version_in_force
from clausier.policy.models import Approval, FactsRevision, Version
from factories.policy import FILES, approver, author, changed, in_days, make_draft, make_proposal, make_version
from people import make_person, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("organization")]
MINOR = ("Dites ce qui vous lie à nous.", "Dites toujours ce qui vous lie à nous.")
MAJOR = ("commit: {as: acknowledge, within: 30d", "commit: {as: agree, within: 20d")


def refused(code, act, **values):
    """Tell whether an act is refused for this reason."""
    with pytest.raises(RefusedError) as error:
        act(**values)
    return error.value.refusal.code == code


def test_first_version_is_1_0_and_in_force_at_once():
    """What two people agreed to is in force at its date, under its number and digest."""
    version = make_version()
    assert selectors.in_force() == version
    assert (version.number, version.status) == ("1.0", "adopted")
    assert selectors.policy_of(version).version == "1.0"
    assert version.digest == selectors.folder_of(version).digest


def test_only_the_policy_part_is_in_a_version():
    """Facts become those of the organisation; protected lists are nowhere in it."""
    version = make_version()
    assert {path for path in version.files if not path.startswith("chapters/")} == {"policy.yaml"}
    assert FactsRevision.objects.get().text == FILES["facts.yaml"]


def test_a_minor_change_is_told_from_a_major_one():
    """1.1 follows 1.0 when nobody must act differently; else 2.0 does."""
    make_version()
    minor = make_version(changed(*MINOR), is_minor=True)
    major = make_version(changed(*MAJOR))
    assert (minor.number, major.number) == ("1.1", "2.0")


def test_a_major_change_cannot_be_called_minor():
    """The program part decides; people raise, never lower."""
    make_version()
    draft = make_draft(changed(*MAJOR))
    with pytest.raises(ValidationError, match="major"):
        propose(actor=author(), version=draft, is_minor=True)


def test_a_minor_change_may_be_raised():
    """An approver who thinks that people must act differently makes it major; what was agreed to is void."""
    make_version()
    proposal = make_proposal(changed(*MINOR), is_minor=True)
    approve(actor=approver(), version=proposal)
    raised = raise_level(actor=approver(), version=proposal)
    assert (raised.number, raised.approvals.count()) == ("2.0", 0)
    assert refused("major-already", raise_level, actor=approver(), version=proposal)


def test_nobody_approves_their_own_text():
    """Not its author, nor whoever wrote in it since."""
    second = make_person("Second Author", "author", "approver")
    draft = make_draft()
    save_draft(actor=second, version=draft, files=changed(*MINOR), revision=draft.revision)
    proposal = propose(actor=author(), version=draft)
    assert refused("own-text", approve, actor=second, version=proposal)
    assert refused("not-approved", adopt, actor=second, version=proposal, in_force_from=clock.now())


def test_a_change_voids_what_was_agreed_to():
    """Taken back and changed, a text is not the one that was approved."""
    proposal = make_proposal()
    approve(actor=approver(), version=proposal)
    draft = take_back(actor=author(), version=proposal)
    save_draft(actor=author(), version=draft, files=changed(*MINOR), revision=draft.revision)
    propose(actor=author(), version=draft)
    assert refused("not-approved", adopt, actor=author(), version=draft, in_force_from=clock.now())
    assert not Approval.objects.exists()


def test_what_was_read_is_what_is_approved():
    """An approval names the text that was shown; another is refused."""
    proposal = make_proposal()
    assert refused("changed-meanwhile", approve, actor=approver(), version=proposal, digest="0" * 64)


def test_the_second_writer_is_told():
    """Of two who save on the same revision, the first wins and nothing is written over."""
    draft = make_draft()
    save_draft(actor=author(), version=draft, files=changed(*MINOR), revision=1)
    late = {"actor": author(), "version": draft, "files": changed(*MAJOR), "revision": 1}
    assert refused("changed-meanwhile", save_draft, **late)
    assert Version.objects.get().files["chapters/02-transparency.yaml"].count(MINOR[1]) == 1


def test_a_text_with_errors_is_kept_and_not_proposed():
    """A draft may be wrong; what is proposed may not."""
    draft = make_draft(changed("signal: [disc.needed]", "signal: [disc.nedeed]"))
    with pytest.raises(ValidationError, match=r"02-transparency.yaml:\d+:\d+: .*disc.nedeed"):
        propose(actor=author(), version=draft)
    assert Version.objects.get().status == "draft"


def test_an_unchanged_text_is_not_proposed():
    """A version that differs in nothing would ask people to read again for nothing."""
    make_version()
    with pytest.raises(ValidationError, match="Nothing differs"):
        propose(actor=author(), version=start_draft(actor=author(), title="Again"))


def test_a_proposal_that_was_overtaken_is_looked_at_again():
    """Its comparison spoke of a version that is no longer the last."""
    make_version()
    first, second = make_proposal(changed(*MAJOR)), make_proposal(changed(*MINOR))
    for each in (first, second):
        approve(actor=approver(), version=each)
    adopt(actor=author(), version=second, in_force_from=clock.now())
    assert refused("overtaken", adopt, actor=author(), version=first, in_force_from=clock.now())
    again = propose(actor=author(), version=take_back(actor=author(), version=first))
    assert (Version.objects.get(pk=second.pk).number, again.number) == ("3.0", "4.0")


def test_a_version_comes_into_force_at_its_date_by_itself():
    """Until then the one before is in force, and stays the one of what was done before."""
    first, start = make_version(), clock.now()
    second = make_version(changed(*MAJOR), in_force_from=in_days(10))
    assert selectors.in_force() == first
    clock.set_clock(in_days(11))
    assert (selectors.in_force(), selectors.in_force(start)) == (second, first)
    assert selectors.cited_for(start, clock.now()) == first


def test_a_version_is_told_once(django_capture_on_commit_callbacks):
    """The rooms above hear of each version when its date has come, and once."""
    heard = []
    version_in_force.connect(lambda version, **_: heard.append(version.number), weak=False, dispatch_uid="test")
    try:
        make_version()
        make_version(changed(*MAJOR), in_force_from=in_days(10))
        assert (heard, announce()) == (["1.0"], 0)
        clock.set_clock(in_days(11))
        assert (announce(), announce(), heard) == (1, 0, ["1.0", "2.0"])
    finally:
        version_in_force.disconnect(dispatch_uid="test")


def test_no_version_is_adopted_for_the_past():
    """What people did was judged by what was in force then."""
    proposal = make_proposal()
    approve(actor=approver(), version=proposal)
    with pytest.raises(ValidationError, match="today or later"):
        adopt(actor=author(), version=proposal, in_force_from=in_days(-2))


def test_today_is_now():
    """A day that has begun stands for the moment of the adoption."""
    proposal = make_proposal()
    approve(actor=approver(), version=proposal)
    before = clock.now()
    version = adopt(actor=author(), version=proposal, in_force_from=clock.now().date() + timedelta(days=0))
    assert version.in_force_from >= before


def test_no_version_comes_before_the_last_one():
    """Versions follow one another in the order of their numbers."""
    make_version(in_force_from=in_days(10))
    proposal = make_proposal(changed(*MAJOR))
    approve(actor=approver(), version=proposal)
    with pytest.raises(ValidationError, match="later than that"):
        adopt(actor=author(), version=proposal, in_force_from=in_days(5))


def test_a_resolution_stands_for_the_second_person():
    """A council adopted it on paper: its resolution is recorded with the digest of the document."""
    proposal = make_proposal()
    day = clock.now().date() - timedelta(days=3)
    said = {"body": "Conseil municipal", "number": "2026-112", "date": day, "in_force_from": day}
    version = adopt_by_resolution(actor=author(), version=proposal, document=b"%PDF-1.7 scan", **said)
    assert (selectors.in_force(), version.resolution.number) == (version, "2026-112")
    assert len(version.resolution.document) == 64


def test_the_scan_of_a_resolution_is_read_by_those_who_keep_the_policy(client):
    """The public reads which body, number and day; whoever writes, approves, observes or audits, the scan too."""
    day, scan = clock.now().date(), b"%PDF-1.7 scan"
    said = {"body": "Conseil municipal", "number": "2026-112", "date": day, "in_force_from": day}
    adopt_by_resolution(actor=author(), version=make_proposal(), document=scan, **said)
    address, link = "/en/policy/1.0", "/en/policy/1.0/resolution.pdf"
    assert "By Conseil municipal, resolution 2026-112" in client.get(address).content.decode()
    assert link not in client.get(address).content.decode()
    assert client.get(link).status_code == 302
    assert signed_in(make_person("Employee")).get(link).status_code == 403
    observer = signed_in(make_person("Union", "observer"))
    assert link in observer.get(address).content.decode()
    assert observer.get(link).content == scan


def test_a_scan_that_is_no_longer_what_was_kept_is_not_shown():
    day = clock.now().date()
    said = {"body": "Conseil municipal", "number": "2026-112", "date": day, "in_force_from": day}
    version = adopt_by_resolution(actor=author(), version=make_proposal(), document=b"%PDF-1.7 scan", **said)
    (settings.HOME.files / "resolutions" / f"{version.resolution.document}.pdf").write_bytes(b"%PDF-1.7 other")
    assert signed_in(author()).get("/en/policy/1.0/resolution.pdf").status_code == 404


@pytest.mark.parametrize(
    ("key", "wrong"),
    [("body", " "), ("number", ""), ("date", 2), ("in_force_from", -9), ("document", b"GIF89a")],
)
def test_a_resolution_says_who_when_and_what(key, wrong):
    """No body, no number, a day to come, in force before it, or a document that is none."""
    day = clock.now().date() - timedelta(days=3)
    said = {"body": "Conseil", "number": "1", "date": day, "in_force_from": day, "document": b""}
    said[key] = clock.now().date() + timedelta(days=wrong) if isinstance(wrong, int) else wrong
    with pytest.raises(ValidationError) as error:
        adopt_by_resolution(actor=author(), version=make_proposal(), **said)
    assert key in error.value.message_dict


def test_a_withdrawn_draft_frees_its_number():
    """And cannot come back."""
    proposal = withdraw(actor=author(), version=make_proposal())
    assert (proposal.status, proposal.number) == ("withdrawn", "")
    assert make_version().number == "1.0"
    assert refused("wrong-state", propose, actor=author(), version=proposal)


@pytest.mark.parametrize("act", [start_draft, propose, take_back, withdraw, approve, raise_level])
def test_the_acts_belong_to_roles(act):
    """Somebody without a role writes, proposes and approves nothing."""
    stranger = make_person("Nobody")
    values = {"title": "Mine", "files": FILES} if act is start_draft else {"version": make_draft()}
    assert refused("not-permitted", act, actor=stranger, **values)


def test_every_act_is_in_the_ledger_without_words():
    """Numbers, digests and random names; not the title, nor anybody's name."""
    make_version()
    acts = [entry.action for entry in Entry.objects.filter(action__startswith="policy.")]
    assert acts == [
        "policy.draft.started",
        "policy.facts.saved",
        "policy.version.proposed",
        "policy.version.approved",
        "policy.version.adopted",
        "policy.version.came-into-force",
    ]
    said = " ".join(Detail.objects.values_list("details", flat=True))
    assert "first version" not in said
    assert "Author" not in said

"""Mail that comes back: an address that fails is marked, what passes is tried again, the rest is left."""

import pytest

from clausier.audit.models import Entry
from clausier.connectors.mailbox import Account
from clausier.connectors.returns import outcome, parse
from clausier.identity import duties
from clausier.identity.actions import change_person
from clausier.identity.models import Person
from clausier.lib import clock
from clausier.tasks.models import Mail
from clausier.web.outbox import returns
from factories.audit import make_mail
from outbox.samples import away, notice
from people import make_person, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def luc(organization):
    """Somebody to whom a mail was sent."""
    return make_person("Luc Roy", email="luc@valbleu.example")


@pytest.fixture
def mail(luc):
    return make_mail(sent=clock.now())


@pytest.mark.parametrize("by", ["message-id", "header", "address"])
@pytest.mark.parametrize("brought", ["message/rfc822", "text/rfc822-headers"])
def test_an_address_that_fails_is_marked(mail, luc, by, brought):
    """However the mail is found again; it waits to be printed, and the ledger says what the program did."""
    assert returns.take(notice(mail, by=by, brought=brought)) == "gone"
    mail.refresh_from_db()
    luc.refresh_from_db()
    assert (mail.sent, mail.failed, mail.given_up is None) == (None, "returned", False)
    assert (luc.mailbox, luc.email) == ("", "luc@valbleu.example")
    assert Entry.objects.get().action == "identity.email.failed"


def test_it_counts_once(mail):
    """Some servers send two notices, and somebody may hand in a file that was read already."""
    assert [returns.take(notice(mail)), returns.take(notice(mail))] == ["gone", ""]
    assert Entry.objects.count() == 1


def test_nobody_without_the_name_of_the_mail_marks_an_address(mail, luc):
    """A stranger who knows the address, and writes a notice."""
    mail.uid = "0" * 32
    assert returns.take(notice(mail)) == ""
    luc.refresh_from_db()
    assert luc.mailbox


def test_what_passes_is_tried_again_and_a_few_times_only(mail, luc):
    """A mailbox that is full: four hours, eight hours, then a letter to print."""
    waits = []
    for _ in range(3):
        assert returns.take(notice(mail, "5.2.2")) == "later"
        mail.refresh_from_db()
        waits.append(None if mail.given_up else round((mail.next_try - clock.now()).total_seconds() / 3600))
        Mail.objects.update(sent=clock.now())
    luc.refresh_from_db()
    assert (waits, luc.mailbox) == ([4, 8, None], luc.email)


def test_a_letter_that_is_not_wanted_says_nothing_of_its_address(mail, luc):
    """A filter refuses it: no use in insisting, nor in doubting the address."""
    assert returns.take(notice(mail, "5.7.1")) == "refused"
    mail.refresh_from_db()
    luc.refresh_from_db()
    assert (mail.failed, mail.given_up is None, luc.mailbox) == ("unwanted", False, luc.email)


@pytest.mark.parametrize(("status", "action"), [("4.4.1", "delayed"), ("2.0.0", "delivered"), ("2.1.5", "relayed")])
def test_what_did_not_fail_changes_nothing(mail, status, action):
    """The recipient's server still tries, or has delivered."""
    assert returns.take(notice(mail, status, action)) == ""
    mail.refresh_from_db()
    assert mail.sent


def test_automatic_answers_are_left_alone(mail):
    """Somebody who is away has an address that works."""
    assert returns.take(away(mail)) == ""
    mail.refresh_from_db()
    assert mail.sent


@pytest.mark.parametrize("content", [b"", b"\x00\xff\xfe", b"Content-Type: multipart/report\n\n", b"a: b\n\n" * 1000])
def test_anything_else_is_no_notice(content):
    assert parse(content) is None


def test_a_letter_within_letters_stops_nothing(mail):
    """A stranger writes to the mailbox; Python's reader of letters recurses, and what comes after is still read."""
    head = "Content-Type: multipart/report; boundary=B\n\n--B\n"
    assert returns.take((head + "Content-Type: message/rfc822\n\n" * 5000).encode()) == ""
    parts = (f"Content-Type: multipart/mixed; boundary=B{place}\n\n--B{place}\n" for place in range(3000))
    assert returns.take("".join(parts).replace("mixed", "report", 1).encode()) == ""


def test_few_names_are_looked_for(mail):
    """However many somebody wrote into a letter."""
    many = b"".join(b"To: returns+%032x@valbleu.example\r\n" % number for number in range(5000))
    found = parse(many + notice(mail))
    assert found
    assert len(found.marks) <= 20


def test_a_code_that_comes_back_is_not_sent_again(mail):
    """It opened for a quarter of an hour."""
    Mail.objects.update(is_code=True)
    returns.take(notice(mail, "5.2.2"))
    assert not Mail.objects.waiting().exists()


@pytest.mark.parametrize(
    ("status", "found"),
    [
        *(("5.1.1", "gone"), ("5.1.10", "gone"), ("5.2.1", "gone"), ("5.4.310", "gone")),
        *(("5.2.2", "later"), ("4.4.7", "later"), ("5.1.8", "later"), ("", "later")),
        *(("5.7.1", "refused"), ("5.6.0", "refused")),
    ],
)
def test_what_a_status_means(status, found):
    """RFC 3463, and Microsoft's own."""
    assert outcome(status) == found


def test_an_address_refused_outright_is_marked_too(luc):
    """By the server that took the letter from us: there is no notice then. Once."""
    mail = make_mail(given_up=clock.now(), failed="refused")
    assert [returns.note_refused(), returns.note_refused()] == [1, 0]
    luc.refresh_from_db()
    assert luc.mailbox == ""
    mail.refresh_from_db()
    assert mail.told


def test_the_people_officer_has_a_duty_until_it_is_mended(mail, luc):
    """A new address, or a word that the old one works again."""
    officer = make_person("Anna Roy", "people-officer")
    returns.take(notice(mail))
    assert "identity.unreached" in [duty.key for duty in duties.for_person(officer)]
    page = signed_in(officer).get("/en/people?unreached=1").content.decode()
    assert "Luc Roy" in page
    assert "Installer" not in page
    signed_in(officer).post(f"/en/people/{luc.uid}/email-works")
    luc.refresh_from_db()
    assert luc.mailbox == "luc@valbleu.example"
    assert "identity.unreached" not in [duty.key for duty in duties.for_person(officer)]


def test_a_new_address_is_trusted(mail, luc):
    returns.take(notice(mail))
    change_person(actor=make_person("Anna Roy", "people-officer"), person=luc, email="luc.roy@valbleu.example")
    assert Person.objects.get(pk=luc.pk).mailbox == "luc.roy@valbleu.example"


def test_whoever_is_not_reached_is_invited_on_paper(mail, luc):
    """As somebody without e-mail: a page to print, a code to scan, and no letter that nobody would receive."""
    officer = signed_in(make_person("Anna Roy", "people-officer"))
    returns.take(notice(mail))
    before = Mail.objects.count()
    assert officer.post(f"/en/people/{luc.uid}/invite").status_code == 200
    assert officer.post(f"/en/people/{luc.uid}/sign-in").status_code == 200
    assert Mail.objects.count() == before


def test_somebody_with_a_grave_role_gets_no_code_on_paper(organization):
    """Whoever looks after people never acts as an auditor, whatever becomes of the auditor's mail."""
    auditor = make_person("Paul Roy", "auditor", last_login=clock.now(), email_failed=clock.now())
    officer = signed_in(make_person("Anna Roy", "people-officer"))
    codes = [officer.post(f"/en/people/{auditor.uid}/{act}").status_code for act in ("invite", "sign-in")]
    assert codes == [409, 409]


def test_a_mail_that_is_kept_no_longer_matches_nothing(mail):
    Mail.objects.all().delete()
    assert returns.take(notice(mail)) == ""


def test_an_asleep_copy_reads_no_mailbox(settings, organization):
    """What comes back is for the one that is live."""
    settings.MAILBOX = Account("localhost", 1, "a", "b")
    settings.HOME.sleep.touch()
    try:
        assert returns.read_mailbox() == 0
        assert returns.reading_failure() == ""
    finally:
        settings.HOME.sleep.unlink()
    assert returns.read_mailbox() == 0
    assert returns.reading_failure() == "unreachable"

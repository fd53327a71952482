"""A policy that exists, brought in through the web: read, chosen passage by passage, made a draft."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from clausier.policy.models import Version
from clausier.policy.selectors import drafting
from clausier.web.beginning.models import Document
from journeys.walker import Walker
from people import make_person

pytestmark = pytest.mark.django_db
POLICY = """# Politique des médias sociaux

Les employés doivent toujours dire qu'ils travaillent pour l'organisation quand ils parlent de ses services en ligne.

Il est interdit aux employés de critiquer l'organisation ou de tenir des propos négatifs à son sujet.

## Commentaires

Nous retirons les commentaires injurieux, haineux ou diffamatoires publiés sur notre page.

Nous nous réservons le droit de retirer tout commentaire négatif sans préavis.

En cas de manquement, l'employé s'expose à des mesures disciplinaires pouvant aller jusqu'au congédiement.
"""

SPANISH = ("Los empleados deben respetar las normas de la empresa en las redes. " * 40).encode()


@pytest.fixture
def walker(organization):
    """Somebody who writes."""
    return Walker(make_person("Ada Roy", "author"))


def send(walker, name="politique.md", data=b"", status=200, **given):
    """Send a document."""
    file = SimpleUploadedFile(name, data or POLICY.encode())
    given = {"template": "public-body-qc", "languages": ["fr"], **given}
    answer = walker.client.post("/fr/setup/document", {"texts": file, **given}, follow=True)
    walker.url = answer.redirect_chain[-1][0] if answer.redirect_chain else "/fr/setup/document"
    walker.page = answer.content.decode()
    assert answer.status_code == status, walker.page[-2000:]
    return walker


def go_through(walker, **chosen):
    """Look at each chapter, and choose what is said for it."""
    document = Document.objects.get()
    while left := taking_left(document.uid):
        page = f"/fr/setup/document/{document.uid}/chapter/{left[0]}"
        walker.opens(page).sends("/chapter/", **chosen.get(left[0], {}))
    return walker.opens(f"/fr/setup/document/{document.uid}")


def taking_left(uid):
    """The chapters that hold a passage and that nobody looked at."""
    from clausier.web.beginning.taking import chapters_of

    document = Document.objects.get(uid=uid)
    return [each for each in chapters_of(document) if each not in document.seen]


def test_a_document_becomes_a_draft_without_an_error(walker):
    """Too broad passages are narrowed unless somebody keeps them; each clause of the template is marked."""
    send(walker).sees("politique.md", "trop large", "du modèle")
    go_through(walker).opens(f"/fr/setup/document/{Document.objects.get().uid}").sends(
        "/draft", title="Notre politique"
    )
    draft = Version.objects.get()
    whole = "".join(draft.files.values())
    assert not [each for each in drafting.problems_in(draft.files) if each.is_error]
    assert "dire qu'ils travaillent pour l'organisation" in whole
    assert "tout commentaire négatif sans préavis" not in whole
    assert "La critique est la bienvenue" in whole
    assert "# Du modèle « public-body-qc »" in draft.files["chapters/09-comments.yaml"]
    assert "Camille Lavoie" not in whole
    assert not Document.objects.exists()


def test_nothing_is_taken_over_unseen(walker):
    """The button is not there before the last chapter, and the act refuses."""
    send(walker)
    assert "Faire le projet" not in walker.page
    uid = Document.objects.get().uid
    assert walker.client.post(f"/fr/setup/document/{uid}/draft", {"title": "x"}).status_code == 409


def test_a_passage_is_left_out_kept_or_moved(walker):
    """As the person chose, passage by passage."""
    send(walker)
    document = Document.objects.get()
    broad = [place for place, each in enumerate(document.passages) if each["broad"]]
    plain = [place for place, each in enumerate(document.passages) if not each["broad"]]
    chosen = {}
    for place in broad:
        chosen.setdefault(document.passages[place]["chapter"], {})[f"do-{place}"] = "leave"
    moved = plain[0]
    chosen.setdefault(document.passages[moved]["chapter"], {})[f"chapter-{moved}"] = "training"
    go_through(walker, **chosen).sends("/draft", title="Notre politique")
    files = Version.objects.get().files
    text = document.passages[moved]["text"]
    assert text.split()[3] in files["chapters/03-training.yaml"]
    assert "training.taken-over-1" in files["chapters/03-training.yaml"]
    assert "La critique est la bienvenue" not in "".join(files.values())


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("politique.docx", b"PK\x03\x04nonsense", "politique.docx"),
        ("politique.pdf", b"%PDF-1.7 nonsense", "politique.pdf"),
        ("image.png", b"\x89PNG\r\n\x1a\n", "image"),
        ("vide.txt", b"   ", "vide"),
        ("grand.txt", b"a" * 20_000_000, "10"),
        (
            "politica.txt",
            ("Los empleados deben respetar las normas de la empresa en las redes. " * 40).encode(),
            "langues",
        ),
        ("doc.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "mot de passe"),
    ],
)
def test_what_cannot_be_read_is_told(walker, name, data, said):
    """With the reason and the mend; nothing is kept."""
    send(walker, name, data, status=422).sees(said)
    assert not Document.objects.exists()


def test_no_document_at_all_is_told(walker):
    """Where the browser does not hold it back."""
    answer = walker.client.post("/fr/setup/document", {"template": "base"})
    assert answer.status_code == 422
    assert "obligatoire" in answer.content.decode()


def test_two_people_do_not_choose_over_each_other(walker):
    """In one chapter, the late one is told, and sends again knowingly; another chapter is nobody's matter."""
    send(walker)
    page = f"/fr/setup/document/{Document.objects.get().uid}/chapter/"
    place = next(place for place, each in enumerate(Document.objects.get().passages) if each["chapter"] == "comments")
    elsewhere = Walker(make_person("Carl Roy", "author")).opens(f"{page}consequences")
    walker.opens(f"{page}comments")
    other = Walker(make_person("Bea Côté", "author"))
    other.opens(f"{page}comments").sends("/chapter/comments")
    walker.sends("/chapter/comments", status=422, **{f"do-{place}": "leave"}).sees("entre-temps")
    elsewhere.sends("/chapter/consequences")
    assert Document.objects.get().choices[str(place)]["do"] != "leave"
    walker.sends("/chapter/comments")
    assert Document.objects.get().choices[str(place)]["do"] == "leave"


def test_the_back_button_after_the_draft_is_answered(walker):
    """The document is gone, and the page says why."""
    send(walker)
    page = f"/fr/setup/document/{Document.objects.get().uid}"
    go_through(walker).sends("/draft", title="Notre politique")
    for url in (page, f"{page}/chapter/comments"):
        walker.opens(url, status=404).sees("son projet a été fait")
    assert walker.client.post(f"{page}/draft", {"title": "x"}).status_code == 404
    assert Version.objects.count() == 1


def test_the_language_is_that_of_the_document_unless_another_is_ticked(walker):
    """A page in French reads a policy in English."""
    english = "# Social media\n\nEmployees must always say that they work for us when they talk about our services.\n"
    send(walker, "policy.md", english.encode(), languages=[])
    assert Document.objects.get().languages == ["en"]


def test_a_document_can_be_dropped(walker):
    send(walker).sends("/drop")
    assert not Document.objects.exists()


def test_who_does_not_write_brings_nothing(organization):
    Walker(make_person("Carl Roy", "approver")).opens("/fr/setup/document", status=403)

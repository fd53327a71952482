"""Where a policy comes from: a template, a folder, a zip; and what is no policy is refused with a sentence."""

import io
import zipfile

import pytest
from django.core.exceptions import ValidationError

from clausier.identity.permissions import can
from clausier.policy import selectors
from clausier.policy.actions import import_policy, save_facts, save_protected
from clausier.policy.models import FactsRevision, ProtectedRevision, Version
from clausier.policy.selectors.sources import brought, of_template, of_upload
from factories.policy import FILES, author, changed, keeper, make_draft, make_proposal, val_bleu
from people import make_person, signed_in


def zipped(files, method=zipfile.ZIP_DEFLATED):
    """A zip of a folder, as bytes."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", method) as archive:
        for path, text in files.items():
            archive.writestr(path, text)
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "zip"),
        (b"not a zip at all", "zip"),
        (zipped({"readme.txt": "hello"}), "policy.yaml"),
        (zipped({"policy.yaml": "a" * 6_000_000}), "5 MB"),
        (b"x" * 6_000_000, "5 MB"),
        (zipped({"policy.yaml": b"\xff\xfe"}), "UTF-8"),
    ],
    ids=["empty", "not-a-zip", "no-policy", "bomb", "six-megabytes", "not-text"],
)
def test_what_is_no_policy_is_refused(data, said):
    """Nothing is opened beyond its bound, and the sentence tells the limit or the mend."""
    with pytest.raises(ValidationError, match=said):
        of_upload(data, called="policy.zip")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7 rest", "a PDF"),
        (zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"}), "a Word"),
        (b"\n<!DOCTYPE html><p>Policy</p>", "a web page"),
        (b"clausier: 1\nid: x\n", "one file of a policy"),
        (b"\x89PNG\r\n\x1a\n", "zip"),
        (zipped({"policy/readme.txt": "x"}), "policy.yaml"),
    ],
    ids=["pdf", "word", "html", "yaml", "picture", "other-zip"],
)
def test_what_is_not_what_it_says_is_named(data, said):
    """Whatever its name: the sentence tells what came, so that the person takes the right file."""
    with pytest.raises(ValidationError, match=said):
        of_upload(data, called="policy.zip")


@pytest.mark.parametrize("path", ["../policy.yaml", "chapters/../../x.yaml", "notes.txt", "chapters/a/b.yaml"])
def test_only_the_parts_of_a_policy_are_taken(path):
    """A path that is none of a policy folder is named and refused."""
    with pytest.raises(ValidationError, match="no part"):
        brought(FILES | {path: "x: 1\n"})


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "said"),
    [("", "empty"), ("- a\n- b\n", "policy.yaml"), ("clausier: [", "policy.yaml:1")],
    ids=["empty", "list", "not-yaml"],
)
def test_a_policy_that_cannot_be_made_out_is_not_imported(organization, text, said):
    """Its first error is told with its place."""
    with pytest.raises(ValidationError, match=said):
        import_policy(actor=author(), files=FILES | {"policy.yaml": text}, title="Imported")
    assert not Version.objects.exists()


@pytest.mark.django_db
def test_a_policy_of_another_format_is_not_proposed(organization):
    """It may be looked at, and says what is wrong."""
    files = FILES | {"policy.yaml": FILES["policy.yaml"].replace("clausier: 1", "clausier: 2")}
    with pytest.raises(ValidationError, match=r"policy\.yaml:1"):
        make_proposal(files)


@pytest.mark.django_db
def test_what_is_imported_is_exported_as_it_was(organization):
    """Byte for byte from the first setting of line ends on, comments and order of keys included."""
    loose = {path: "\ufeff" + text.replace("\n", "\r\n") for path, text in FILES.items()}
    loose["policy.yaml"] = "# Ours.\r\n" + FILES["policy.yaml"].replace("\n", "\r\n")
    once = selectors.export_policy(import_policy(actor=author(), files=loose, title="Once").version)
    again = selectors.export_policy(import_policy(actor=author(), files=once, title="Again").version)
    assert once == again
    assert once["policy.yaml"] == "# Ours.\n" + FILES["policy.yaml"]
    assert {path: once[path] for path in FILES if "protected" not in path and path != "policy.yaml"} == {
        path: text for path, text in FILES.items() if "protected" not in path and path != "policy.yaml"
    }


@pytest.mark.django_db
def test_a_folder_goes_out_and_comes_back_by_the_pages(organization):
    """The zip of a draft is the same twice, and put back in its place changes nothing; another one replaces it."""
    from django.core.files.uploadedfile import SimpleUploadedFile

    draft, client = make_draft(), signed_in(author())
    address = f"/en/policy/edit/{draft.uid}"
    data = client.get(f"{address}/policy.zip").content
    assert data == client.get(f"{address}/policy.zip").content
    sent = {"revision": 1, "file": SimpleUploadedFile("policy.zip", data)}
    assert client.post(f"{address}/act/replace", sent).status_code == 302
    assert Version.objects.get().revision == 1
    other = zipped(changed("Say what ties you to us.", "Say it."))
    sent = {"revision": 1, "file": SimpleUploadedFile("policy.zip", other)}
    assert client.post(f"{address}/act/replace", sent).status_code == 302
    assert Version.objects.get().revision == 2
    late = {"revision": 1, "file": SimpleUploadedFile("policy.zip", data)}
    assert client.post(f"{address}/act/replace", late).status_code == 422
    wrong = {"revision": 2, "file": SimpleUploadedFile("policy.zip", b"%PDF-1.7")}
    answer = client.post(f"{address}/act/replace", wrong)
    assert answer.status_code == 422
    assert "this is a PDF" in answer.content.decode()
    assert signed_in(make_person("Stranger")).get(f"{address}/policy.zip").status_code == 403


@pytest.mark.django_db
def test_one_that_extends_a_template_is_written_whole(organization):
    """An adopted version stands alone: another library later changes nothing in it."""
    draft = make_draft(val_bleu())
    assert "extends" not in draft.files["policy.yaml"]
    assert len(selectors.policy_of(draft).clauses()) > 45


@pytest.mark.django_db
def test_protected_lists_are_left_out_of_an_import(organization):
    """Unless whoever brings them is the one who keeps them."""
    made = import_policy(actor=author(), files=FILES, title="Imported")
    assert (made.protected, made.left_out) == (None, 1)
    both = make_person("Both", "author", "privacy-officer")
    assert can(both, "policy.protected.edit")
    kept = import_policy(actor=both, files=FILES, title="Imported")
    assert (kept.protected.number, kept.left_out) == (1, 0)


def test_an_overlay_laid_twice_is_refused():
    """With what it adds a second time."""
    with pytest.raises(ValidationError, match=r"expectations\.care-professionals"):
        of_template("company", name="Ici", languages=("fr",), overlays=["health", "health"])


@pytest.mark.django_db
@pytest.mark.parametrize("languages", [("fr",), ("fr", "en")])
def test_a_template_can_be_proposed_as_it_is(organization, languages):
    """In the name of the organisation, in the languages that were chosen, without an error."""
    draft = make_draft(of_template("public-body-qc", name="Ville de Val-Bleu", languages=languages))
    assert selectors.policy_of(draft).languages == languages
    assert [each for each in selectors.problems_of(draft) if each.level == "error"] == []


@pytest.mark.django_db
def test_facts_have_their_own_revisions(organization):
    """Saved, used from then on, the ones before still there; wrong ones are told at their place."""
    make_draft()
    text = FILES["facts.yaml"].replace("Ville de Val-Bleu", "Ville de Valbleu")
    save_facts(actor=author(), text=text, revision=1)
    assert [each.number for each in FactsRevision.objects.all()] == [2, 1]
    assert selectors.facts().names["fr"] == ("Ville de Valbleu",)
    with pytest.raises(ValidationError, match=r"facts.yaml:\d+:\d+"):
        save_facts(actor=author(), text=text.replace("America/Toronto", "Mars/Olympus"))


@pytest.mark.django_db
def test_protected_lists_are_sealed(organization):
    """The database holds no name of them in the clear."""
    lists = {path: text for path, text in FILES.items() if path.startswith("protected/")}
    saved = save_protected(actor=keeper(), files=lists)
    assert b"sange" not in bytes(ProtectedRevision.objects.get(pk=saved.pk).sealed)
    assert selectors.protected()[0].entries[0].term == "Projet Mésange"


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_a_council_is_handed_a_file(organization, kind):
    """In the language asked for; other kinds are none, and a text that cannot be read leads to its page."""
    proposal, client = make_proposal(), signed_in(author())
    answer = client.get(f"/en/policy/edit/{proposal.uid}/council.{kind}?in=fr")
    assert f"1-0-council-fr.{kind}" in answer.headers["Content-Disposition"].replace("1.0", "1-0")
    assert answer.content[:4] == {"docx": b"PK\x03\x04", "pdf": b"%PDF"}[kind]
    assert client.get(f"/en/policy/edit/{proposal.uid}/council.md").status_code == 404
    page = client.get(f"/en/policy/edit/{proposal.uid}").content.decode()
    assert f"council.{kind}?in=fr" in page

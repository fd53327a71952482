"""The editor: a clause changes where it stands, and nothing that was typed is lost."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from clausier.document.writing import split_clause
from clausier.engine.context import Context
from clausier.policy import selectors
from clausier.policy.actions import save_draft
from clausier.policy.models import ProtectedRevision, Unsaved, Version
from clausier.policy.selectors.parts import mark_of, words_written
from factories.policy import FILES, approver, author, changed, keeper, make_draft, make_proposal, make_version
from people import make_person, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("organization")]
CLAUSE, PATH = "transparency.say-who-you-are", "chapters/02-transparency.yaml"


@pytest.fixture
def draft():
    return make_draft(changed("    rules:\n      - id: say-first", "    # Ours.\n    rules:\n      - id: say-first"))


def sent(draft, **values):
    """What the form of a clause sends, with some of it changed."""
    clause = selectors.clause_of(draft, CLAUSE)
    words = {
        f"{key}_{lang}": getattr(clause, key).get(lang, "")
        for key in ("title", "purpose", "text")
        for lang in ("fr", "en")
    }
    who = {"audience": list(clause.audience), "visibility": clause.visibility}
    return words | who | {"seen": mark_of(words_written(draft, CLAUSE))} | values


def statements(draft):
    return split_clause(draft.files[PATH], CLAUSE)


def as_yaml(draft, told):
    """What the form of the statements as YAML sends."""
    return {"seen": mark_of(statements(draft)), "yaml": told}


def address(draft, clause=CLAUSE):
    return f"/en/policy/edit/{draft.uid}/clauses/{clause}"


def test_one_word_changes_one_line(draft):
    """Comments, order and every other line stay as they were."""
    answer = signed_in(author()).post(address(draft), sent(draft, title_en="Say it first"))
    assert answer.status_code == 302
    before, after = draft.files[PATH].split("\n"), Version.objects.get().files[PATH].split("\n")
    assert [new for old, new in zip(before, after, strict=True) if old != new] == [
        "    title: {fr: Dire qui l'on est, en: Say it first}"
    ]


def test_statements_change_behind_the_words(draft):
    """The stretch of YAML of a clause is replaced, its comments included in what was shown."""
    assert "# Ours." in statements(draft)
    told = statements(draft).replace("within: 30d", "within: 20d")
    signed_in(author()).post(f"{address(draft)}/yaml", as_yaml(draft, told))
    saved = Version.objects.get()
    assert saved.files[PATH] == draft.files[PATH].replace("within: 30d", "within: 20d")


def test_an_unchanged_form_changes_nothing(draft):
    signed_in(author()).post(address(draft), sent(draft))
    assert (Version.objects.get().revision, Version.objects.get().files) == (1, draft.files)


def test_a_purpose_is_added_and_taken_away(draft):
    """A key that was not there is written, and goes when its words go."""
    client = signed_in(author())
    client.post(address(draft), sent(draft, purpose_fr="Pour la confiance.", purpose_en="For trust."))
    now = Version.objects.get()
    assert selectors.clause_of(now, CLAUSE).purpose == {"fr": "Pour la confiance.", "en": "For trust."}
    client.post(address(draft), sent(now, purpose_fr="", purpose_en=""))
    assert Version.objects.get().files == draft.files


def test_what_does_not_read_comes_back_as_it_was_typed(draft):
    """The place and the mend are told, nothing is saved, nothing is lost."""
    answer = signed_in(author()).post(f"{address(draft)}/yaml", as_yaml(draft, "rules: [oops"))
    assert answer.status_code == 422
    assert "rules: [oops" in answer.content.decode()
    assert Version.objects.get().revision == 1


def test_two_writers_see_both_texts(draft):
    """The second is told, and finds what was typed beside what the first has saved."""
    typed = sent(draft, text_en="Mine.")
    save_draft(
        actor=author(), version=draft, files=changed("Say what ties you to us.", "Theirs.", draft.files), revision=1
    )
    answer = signed_in(author()).post(address(draft), typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert answer.context["form"]["text_en"].value() == "Mine."
    assert "Theirs." in page.replace("<ins>", "").replace("</ins>", "")
    assert f'value="{mark_of(words_written(Version.objects.get(), CLAUSE))}"' in page
    assert "Somebody has saved other words" in page


def test_a_whole_file_is_edited(draft):
    """With its problems beside it; a file that is none of the draft is not known."""
    client, path = signed_in(author()), f"/en/policy/edit/{draft.uid}/files/policy.yaml"
    typed = {"seen": mark_of(draft.files["policy.yaml"]), "yaml": draft.files["policy.yaml"] + "# A remark.\r\n"}
    assert client.post(path, typed | {"check": "1"}).status_code == 200
    assert Version.objects.get().revision == 1
    assert client.post(path, typed).status_code == 302
    assert Version.objects.get().files["policy.yaml"].endswith("# A remark.\n")
    assert client.get(f"/en/policy/edit/{draft.uid}/files/facts.yaml").status_code == 404


def test_a_whole_file_being_typed_is_kept_and_never_written_over(draft):
    """Who saved the same file meanwhile is not written over; who saved another one is not met."""
    client, path = signed_in(author()), f"/en/policy/edit/{draft.uid}/files/policy.yaml"
    text = draft.files["policy.yaml"]
    typed = {"seen": mark_of(text), "yaml": f"{text}nonsense: 1\n"}
    told = client.post(f"{path}?live", typed).content.decode()
    assert "nonsense" in told
    assert "What you type is kept" in told
    assert "nonsense" in client.get(path).content.decode()
    elsewhere = {each: f"{told}# Theirs.\n" if each != "policy.yaml" else told for each, told in draft.files.items()}
    save_draft(actor=make_person("Other", "author"), version=draft, files=elsewhere, revision=1)
    assert client.post(path, typed).status_code == 302
    assert not Unsaved.objects.exists()
    late = client.post(path, typed | {"yaml": text})
    assert late.status_code == 422
    assert "What somebody else has saved" in late.content.decode()
    assert late.context["form"]["yaml"].value() == text
    assert "nonsense" in Version.objects.get().files["policy.yaml"]


def test_a_clause_whose_file_does_not_read_leads_to_the_file(draft):
    """Not to a page that does not exist: whoever wrote the file mends it there."""
    files = draft.files | {PATH: f"{draft.files[PATH]}nonsense: [\n"}
    save_draft(actor=author(), version=draft, files=files, revision=1)
    answer = signed_in(author()).get(address(draft))
    assert answer.headers["Location"].endswith(f"/files/{PATH}")


def test_a_draft_goes_through_its_pages():
    """Started from a file, proposed, approved, adopted: each by its button."""
    writer, reader = signed_in(author()), signed_in(approver())
    draft = make_draft()
    act = f"/en/policy/edit/{draft.uid}/act/"
    assert writer.post(act + "propose", {}).status_code == 302
    digest = Version.objects.get().digest
    assert reader.post(act + "approve", {"digest": digest}).status_code == 422
    assert reader.post(act + "approve", {"digest": digest, "agreed": "on"}).status_code == 302
    assert writer.post(act + "adopt", {"in_force_from": "2001-01-01"}).status_code == 422
    answer = writer.post(act + "adopt", {"in_force_from": selectors.drafts()[0].made.date().isoformat()})
    assert answer.headers["Location"] == "/en/policy/1.0"


def test_an_author_is_told_that_another_person_approves():
    """The button is not there, and the action refuses."""
    both = make_person("Both", "author", "approver")
    from clausier.policy.actions import propose, start_draft

    proposal = propose(actor=both, version=start_draft(actor=both, title="Mine", files=FILES))
    page = signed_in(both).get(f"/en/policy/edit/{proposal.uid}").content.decode()
    assert "another person approves it" in page
    assert "act/approve" not in page


def test_an_approver_is_told_that_a_proposal_waits():
    """Then that it is to be adopted; its author is not asked to approve."""
    from clausier.identity.duties import for_person
    from clausier.policy.actions import approve

    proposal = make_proposal()
    mine = [duty.key.split(":")[0] for duty in for_person(approver())]
    assert "policy.approve" in mine
    assert [duty for duty in for_person(author()) if duty.key.startswith("policy.")] == []
    approve(actor=approver(), version=proposal)
    assert [duty.key.split(":")[0] for duty in for_person(author()) if "policy" in duty.key] == ["policy.adopt"]


def test_a_statement_that_there_is_not_has_no_page():
    """Nor is anything kept of what is typed there."""
    draft = make_draft()
    page = f"{address(draft)}/yaml/{'x' * 300}"
    client = signed_in(author())
    assert client.get(page).status_code == 404
    assert client.post(f"{page}?live=1", as_yaml(draft, "a: 1")).status_code == 404
    assert not Unsaved.objects.exists()


def test_the_lists_are_for_their_keeper_alone():
    """Others are refused; the keeper's page is stored nowhere on its way."""
    make_version()
    assert signed_in(author()).get("/en/policy/protected").status_code == 403
    client = signed_in(keeper())
    page = client.get("/en/policy/protected/yaml")
    assert "no-store" in page.headers["Cache-Control"]
    assert "protected/code-names.yaml" in page.content.decode()
    typed = {"revision": 0, "protected/code-names.yaml": "entries: [{term: Projet Mésange}]\n", "new_name": ""}
    assert client.post("/en/policy/protected/yaml", typed).status_code == 302
    assert client.post("/en/policy/protected/yaml", typed).status_code == 422
    assert ProtectedRevision.objects.count() == 1


def test_names_are_protected_by_a_form():
    """Added, taken away, a list begun; two keepers are told; nothing typed is kept before it is sealed."""
    make_version()
    client, page = signed_in(keeper()), "/en/policy/protected"
    assert "no-store" in client.get(page).headers["Cache-Control"]
    assert "hx-post" not in client.get(page).content.decode().partition("<main")[2]
    where = "code-names-entries"
    typed = {"revision": 0, "new_name": "", where: ["0"], f"{where}-0-term": "Projet Mésange"}
    more = client.post(page, typed | {"turn": f"add:{where}"})
    assert more.status_code == 200
    assert f"{where}-1-term" in more.content.decode()
    assert client.post(page, typed | {f"{where}-0-until": "soon"}).status_code == 422
    assert client.post(page, typed | {f"{where}-0-also": "Chickadee\r\nMésange"}).status_code == 302
    entries = selectors.protected()[0].entries
    assert [(each.term, each.also) for each in entries] == [("Projet Mésange", ("Chickadee", "Mésange"))]
    late = client.post(page, typed)
    assert late.status_code == 422
    assert "Projet Mésange" in late.content.decode()
    assert client.post(page, {"revision": 1, "new_name": "places"}).status_code == 302
    assert {each.name: len(each.entries) for each in selectors.protected()} == {"code-names": 0, "places": 0}
    assert not Unsaved.objects.exists()


def test_a_resolution_is_recorded_by_its_form():
    """With the scanned document, whose digest is kept; a picture in its place is refused and the rest stays."""
    proposal = make_proposal()
    act, day = f"/en/policy/edit/{proposal.uid}/act/resolution", proposal.made.date().isoformat()
    said = {"body": "Municipal council", "number": "2026-9", "date": day, "in_force_from": day}
    client = signed_in(author())
    wrong = client.post(act, said | {"document": SimpleUploadedFile("scan.pdf", b"GIF89a")})
    assert wrong.status_code == 422
    assert "Municipal council" in wrong.content.decode()
    answer = client.post(act, said | {"document": SimpleUploadedFile("scan.pdf", b"%PDF-1.7")})
    assert answer.headers["Location"] == "/en/policy/1.0"


@pytest.mark.parametrize("data", [b"", b"no zip"])
def test_a_file_that_is_no_policy_comes_back_with_the_reason(data):
    """What was typed stays, and nothing is started."""
    sent = {"title": "From a file", "source": "file", "file": SimpleUploadedFile("p.zip", data)}
    answer = signed_in(author()).post("/en/policy/edit", sent)
    assert answer.status_code == 422
    assert "p.zip:" in answer.content.decode()
    assert "From a file" in answer.content.decode()
    assert not Version.objects.exists()


def test_a_draft_starts_from_a_template_by_its_form():
    """In the name of the organisation, in the languages that were ticked."""
    sent = {"title": "First", "source": "public-body-qc", "languages": ["fr"]}
    answer = signed_in(author()).post("/en/policy/edit", sent)
    assert answer.headers["Location"] == f"/en/policy/edit/{Version.objects.get().uid}"
    assert selectors.facts().names == {"fr": ("Ville de Val-Bleu",)}


def test_an_overlay_is_ticked_beside_the_template():
    """Its clauses are in the draft; its name is shown in the reader's language."""
    client = signed_in(author())
    assert "Santé et soins" in client.get("/fr/policy/edit", follow=True).content.decode()

    client.post("/en/policy/edit", {"title": "Care", "source": "company", "languages": ["fr"], "overlays": ["health"]})

    assert "confidentiality.patients" in "".join(Version.objects.get().files.values())


def test_documents_are_kept_as_fingerprints_alone():
    """A passage of a registered document is caught from then on, the lists in clear stay, and nothing can be read."""
    make_version()
    client = signed_in(keeper())
    said = "Le comité étudiera en janvier l'achat du terrain situé derrière l'aréna, avant la fin de la négociation."
    page = "/en/policy/protected/documents"
    assert signed_in(author()).get(page).status_code == 403
    client.post(
        "/en/policy/protected/yaml", {"revision": 0, "protected/code-names.yaml": "entries: [{term: Mésange}]\n"}
    )

    uploads = [SimpleUploadedFile("other.md", b"Nothing of it."), SimpleUploadedFile("minutes.md", said.encode())]
    assert " multiple" in client.get(page).content.decode()
    assert client.post(page, {"revision": 1, "name": "minutes", "documents": uploads}).status_code == 302

    lists = {each.name: each for each in selectors.protected()}
    assert lists["minutes"].passages.size
    assert [entry.term for entry in lists["code-names"].entries] == ["Mésange"]
    engine = selectors.engine_of(selectors.in_force())
    assert [each.kind for each in engine.check(Context(text=f"Psst! {said}")).signals] == ["conf.passage"]
    edited = client.get("/en/policy/protected").content.decode()
    assert "code-names" in edited
    assert lists["minutes"].passages.salt not in edited
    assert client.post(f"{page}/minutes/forget").status_code == 302
    assert [each.name for each in selectors.protected()] == ["code-names"]


def test_a_document_that_cannot_be_read_is_told_in_the_form():
    """A picture, a list of names in clear of that name, a public text: a sentence each, and nothing is kept."""
    make_version()
    client, page = signed_in(keeper()), "/en/policy/protected/documents"
    client.post(
        "/en/policy/protected/yaml", {"revision": 0, "protected/code-names.yaml": "entries: [{term: Mésange}]\n"}
    )
    words = b"The committee will study the purchase of the land behind the rink in January."
    for name, content, public, sentence in [
        ("minutes", b"\x89PNG\r\n\x1a\n0000", None, "picture"),
        ("code-names", words, None, "names in clear"),
        ("minutes", words, words, "Nothing is left"),
        ("Minutes 2", words, None, "small letters"),
    ]:
        sent = {"revision": 1, "name": name, "documents": [SimpleUploadedFile("a.md", content)]}
        sent |= {"public": [SimpleUploadedFile("b.md", public)]} if public else {}
        answer = client.post(page, sent)
        assert answer.status_code == 422
        assert sentence in answer.content.decode()
    assert ProtectedRevision.objects.count() == 1

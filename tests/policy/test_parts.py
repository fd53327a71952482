"""Rules and statements by their forms: written where they stand, undone, and never over somebody else's."""

import re

import pytest

from clausier.policy import selectors
from clausier.policy.actions import save_draft
from clausier.policy.models import Step, Unsaved, Version
from clausier.policy.selectors.parts import mark_of, words_written
from factories.asked import sent_by
from factories.policy import author, changed, make_draft, make_version
from people import make_person, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("organization")]
CLAUSE, PATH = "transparency.say-who-you-are", "chapters/02-transparency.yaml"


@pytest.fixture
def draft():
    return make_draft(changed("      - id: say-calmly", "      # Kept calm.\n      - id: say-calmly"))


def address(draft, rest="", clause=CLAUSE):
    return f"/en/policy/edit/{draft.uid}/clauses/{clause}{rest}"


def form_at(client, url):
    """What the form of a part sends as it is shown."""
    page = client.get(url).context
    return sent_by(page["work"].form.fields) | {"seen": [page["mark"]], "was": [page["was"]]}


def lines_changed(draft):
    """The lines of the chapter that are no more, and those that are new."""
    before, after = draft.files[PATH].split("\n"), Version.objects.get(pk=draft.pk).files[PATH].split("\n")
    return [each for each in before if each not in after], [each for each in after if each not in before]


def test_a_rule_sent_as_it_is_shown_changes_nothing(draft):
    client, url = signed_in(author()), address(draft, "/does/rules/1")
    assert client.post(url, form_at(client, url)).status_code == 302
    assert Version.objects.get().files == draft.files
    assert not Step.objects.exists()


def test_one_choice_changes_one_line(draft):
    """Comments, order and quotes of the file stay as they were."""
    client, url = signed_in(author()), address(draft, "/does/rules/1")
    answer = client.post(url, form_at(client, url) | {"rules-do": "justify"})
    assert answer.headers["Location"] == address(draft, "/does")
    assert lines_changed(draft) == (["        do: advise"], ["        do: justify"])


def test_a_statement_is_added_changed_and_deleted(draft):
    """Its form is empty, then filled, and the file is as it was once it is gone."""
    client, url = signed_in(author()), address(draft, "/does/learn")
    assert client.get(address(draft, "/does/add?kind=learn")).headers["Location"] == url
    client.post(url, form_at(client, url) | {"learn-due-amount": "30", "learn-due-unit": "d!"})
    assert str(selectors.clause_of(Version.objects.get(), CLAUSE).learn.due) == "30d!"
    page = client.get(address(draft, "/does")).content.decode()
    assert "30 calendar days" in page
    client.post(f"{url}/act", {"verb": "delete"})
    assert Version.objects.get().files == draft.files
    assert [each.what for each in Step.objects.all()] == ["effect", "effect"]


def test_a_rule_moves_with_the_comment_above_it(draft):
    client = signed_in(author())
    client.post(address(draft, "/does/rules/1/act"), {"verb": "up"})
    text = Version.objects.get().files[PATH]
    assert re.search(r"rules:\n      # Kept calm.\n      - id: say-calmly.*?\n      - id: say-first", text, re.DOTALL)
    client.post(address(draft, "/does/rules/0/act"), {"verb": "down"})
    assert Version.objects.get().files == draft.files


def test_the_last_of_several_takes_its_key_with_it(draft):
    client = signed_in(author())
    for _ in range(2):
        client.post(address(draft, "/does/rules/0/act"), {"verb": "delete"})
    assert "rules:" not in Version.objects.get().files[PATH]
    assert selectors.clause_of(Version.objects.get(), CLAUSE).rules == ()


def test_what_is_missing_comes_back_with_what_was_typed(draft):
    client, url = signed_in(author()), address(draft, "/does/examples/0")
    answer = client.post(url, form_at(client, url) | {"examples-expect": "", "examples-text": "Mine & only mine"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "This is needed." in page
    assert "Mine &amp; only mine" in page
    assert Version.objects.get().revision == 1


def test_a_rule_is_read_aloud_as_it_is_written(draft):
    """Nothing is saved in the draft, and what was typed is there when the person comes back."""
    client, url = signed_in(author()), address(draft, "/does/rules/1")
    answer = client.post(f"{url}?live", form_at(client, url) | {"rules-do": "block", "rules-say-en": "Not like this."})
    page = answer.content.decode()
    assert "ask not to publish" in page
    assert "“Not like this”" in page
    assert "<html" not in page
    assert Version.objects.get().files == draft.files
    again = client.get(url).content.decode()
    assert "This is what you were typing" in again
    assert "Not like this." in again


def test_the_examples_run_with_a_rule_as_it_is_typed(draft):
    """One that no longer gives what it should is told before anything is saved."""
    client, url = signed_in(author()), address(draft, "/does/rules/1")
    typed = form_at(client, url)
    calm = client.post(f"{url}?live&examples", typed).content.decode()
    assert "What an idiot!" in calm
    assert "not as expected" not in calm
    at_all_hours = {name: value for name, value in typed.items() if name != "rules-when-time"}
    strict = client.post(f"{url}?live&examples", at_all_hours).content.decode()
    assert "not as expected" in strict
    assert "the rules give: give advice" in strict
    assert not Unsaved.objects.exists()


def test_what_was_typed_meets_what_was_saved_meanwhile(draft):
    """Whoever comes back to a text that somebody has changed sees both, and keeps one knowingly."""
    client, url = signed_in(author()), address(draft)
    form = client.get(url).context["form"]
    typed = {name: form[name].value() for name in form.fields if name != "in_step"} | {"text_en": "Mine."}
    client.post(f"{url}?live", typed)
    theirs = changed("Say what ties you to us.", "Theirs.", draft.files)
    save_draft(actor=make_person("Other", "author"), version=draft, files=theirs, revision=1)
    page = client.get(url)
    assert page.context["is_late"]
    assert "Mine." in page.content.decode()
    assert "Theirs" in page.content.decode()
    client.post(url, typed | {"seen": page.context["form"]["seen"].value()})
    assert selectors.clause_of(Version.objects.get(), CLAUSE).text["en"] == "Mine."
    assert not Unsaved.objects.exists()


def test_what_is_typed_is_for_its_person_alone_until_it_is_saved(draft):
    client, url = signed_in(author()), address(draft)
    client.post(f"{url}?live", {"title_en": "Half a ti", "seen": "x"})
    assert "Half a ti" in client.get(url).content.decode()
    other = signed_in(make_person("Other", "author"))
    assert "Half a ti" not in other.get(url).content.decode()
    client.post(url, {"forget": "1"})
    assert "Half a ti" not in client.get(url).content.decode()
    assert not Unsaved.objects.exists()


def test_two_people_change_two_clauses_without_meeting(draft):
    """Only who changed the same part is told: the rest of the draft may change meanwhile."""
    client, url = signed_in(author()), address(draft, "/does/rules/1")
    typed = form_at(client, url) | {"rules-do": "review"}
    other = make_person("Other", "author")
    elsewhere = changed("An attack is aimed at a person.", "An attack aims at a person.", draft.files)
    save_draft(actor=other, version=draft, files=elsewhere, revision=1)
    assert client.post(url, typed).status_code == 302
    now = Version.objects.get()
    assert "An attack aims at a person." in now.files["chapters/09-comments.yaml"]
    assert "do: review" in now.files[PATH]
    assert sorted(now.writers) == sorted([author().uid, other.uid])


def test_two_people_who_change_one_rule_see_both(draft):
    """Theirs is shown, mine is in the form; sent again, it is kept knowingly."""
    client, url = signed_in(author()), address(draft, "/does/rules/1")
    typed = form_at(client, url) | {"rules-do": "review"}
    theirs = changed("do: advise", "do: justify", draft.files)
    save_draft(actor=make_person("Other", "author"), version=draft, files=theirs, revision=1)
    answer = client.post(url, typed)
    assert answer.status_code == 422
    assert "What somebody else has saved" in answer.content.decode()
    assert answer.context["work"].saved_aloud != answer.context["work"].aloud
    assert answer.context["work"].value.do == "justify"
    assert '<option value="review" selected>' in answer.content.decode()
    assert "do: justify" in Version.objects.get().files[PATH]
    client.post(url, typed | {"seen": answer.context["mark"]})
    assert "do: review" in Version.objects.get().files[PATH]


def test_a_rule_is_found_again_where_others_have_moved_it(draft):
    """What was typed for one rule never lands on the one that took its place."""
    client, url = signed_in(author()), address(draft, "/does/rules/1")
    typed = form_at(client, url) | {"rules-do": "review"}
    client.post(f"{url}?live", typed)
    signed_in(make_person("Other", "author")).post(address(draft, "/does/rules/1/act"), {"verb": "up"})
    late = client.post(url, typed)
    assert late.status_code == 422
    assert client.post(url, typed | {"seen": late.context["mark"]}).status_code == 302
    rules = selectors.clause_of(Version.objects.get(), CLAUSE).rules
    assert [(each.id, each.do) for each in rules] == [("say-calmly", "review"), ("say-first", "block")]
    assert not Unsaved.objects.exists()


def test_a_list_that_changed_meanwhile_is_not_acted_on(draft):
    """Delete takes away what the person saw, or nothing."""
    client = signed_in(author())
    mark = client.get(address(draft, "/does")).context["parts"][0].mark
    client.post(address(draft, "/does/rules/0/act"), {"verb": "down"})
    client.post(address(draft, "/does/rules/0/act"), {"verb": "delete", "seen": mark})
    assert len(selectors.clause_of(Version.objects.get(), CLAUSE).rules) == 2


def test_a_clause_deleted_meanwhile_gives_back_what_was_typed(draft):
    client, url = signed_in(author()), address(draft, "/does/rules/1")
    typed = form_at(client, url) | {"rules-say-en": "My long sentence."}
    act = {"verb": "delete", "meant": "1"}
    signed_in(make_person("Marie Other", "author")).post(address(draft, "/act"), act)
    answer = client.post(url, typed)
    page = answer.content.decode()
    assert answer.status_code == 410
    assert "My long sentence." in page
    assert "Marie Other has deleted" in page


def test_a_clause_goes_only_with_its_box_and_comes_back(draft):
    client = signed_in(author())
    client.post(address(draft, "/act"), {"verb": "delete"})
    assert Version.objects.get().files == draft.files
    client.post(address(draft, "/act"), {"verb": "delete", "meant": "1"})
    assert selectors.clause_of(Version.objects.get(), CLAUSE) is None
    client.post(f"/en/policy/edit/{draft.uid}/changes/2/undo")
    assert Version.objects.get().files == draft.files
    page = client.get(f"/en/policy/edit/{draft.uid}/changes").content.decode()
    assert page.count('<li class="card">') == 2


def test_an_undo_brings_back_what_read_before_a_change_and_those_after(draft):
    client, url = signed_in(author()), address(draft, "/does/rules/1")
    for action in ("review", "block"):
        client.post(url, form_at(client, url) | {"rules-do": action})
    client.post(f"/en/policy/edit/{draft.uid}/changes/2/undo")
    assert Version.objects.get().files == draft.files
    client.post(f"/en/policy/edit/{draft.uid}/changes/4/undo")
    assert "do: block" in Version.objects.get().files[PATH]


def test_a_new_clause_is_a_text_until_it_does_something(draft):
    client = signed_in(author())
    said = {"chapter": "transparency", "slug": "no-masks", "title_fr": "Sans masque", "title_en": "No masks"}
    said |= {"text_fr": "On signe.\n\nToujours.", "text_en": "We sign.\n\nAlways."}
    answer = client.post(f"/en/policy/edit/{draft.uid}/new-clause", said)
    assert answer.headers["Location"] == address(draft, "/does", "transparency.no-masks")
    assert client.post(f"/en/policy/edit/{draft.uid}/new-clause", said).status_code == 422
    url = address(draft, "/does/breach", "transparency.no-masks")
    client.post(url, form_at(client, url) | {"breach-gravity": "minor"})
    clause = selectors.clause_of(Version.objects.get(), "transparency.no-masks")
    assert (clause.guide, clause.breach.gravity, clause.text["en"]) == (False, "minor", "We sign.\n\nAlways.")


def test_a_new_clause_takes_its_short_name_from_its_title(draft):
    """Nobody has to invent one; one that is taken is told."""
    client = signed_in(author())
    said = {"chapter": "transparency", "title_fr": "Sans masque, même l'été!", "title_en": "No masks"}
    said |= {"text_fr": "On signe.", "text_en": "We sign."}
    answer = client.post(f"/en/policy/edit/{draft.uid}/new-clause", said)
    assert answer.headers["Location"] == address(draft, "/does", "transparency.sans-masque-meme-l-ete")
    url = f"/en/policy/edit/{draft.uid}/new-clause"
    assert "What you type is kept" in client.post(f"{url}?live", said).content.decode()
    assert "même l&#x27;été" in client.get(url).content.decode()
    again = client.post(url, said)
    assert again.status_code == 422
    assert "has this short name already" in again.content.decode()
    client.post(url, said | {"slug": "another"})
    assert not Unsaved.objects.exists()


def test_a_new_chapter_comes_after_the_ten(draft):
    client = signed_in(author())
    said = {"slug": "our-own", "title_fr": "À nous", "title_en": "Our own"}
    assert client.post(f"/en/policy/edit/{draft.uid}/new-chapter", said).status_code == 302
    chapter = selectors.policy_of(Version.objects.get()).chapters[-1]
    assert (chapter.chapter, chapter.number) == ("our-own", 12)
    said = {"chapter": "our-own", "slug": "first", "title_fr": "A", "title_en": "A", "text_fr": "B.", "text_en": "B."}
    client.post(f"/en/policy/edit/{draft.uid}/new-clause", said)
    assert selectors.clause_of(Version.objects.get(), "our-own.first") is not None


def test_a_language_lags_until_it_is_written_or_said_to_be_in_step(draft):
    client, url = signed_in(author()), address(draft)

    def lagging(**words):
        form = client.get(url).context["form"]
        sent = {name: form[name].value() for name in form.fields if name != "in_step"}
        client.post(url, sent | words)
        return client.get(url).context["lagging"]

    assert client.get(url).context["lagging"] == frozenset()
    assert lagging(text_fr="Dites-le d'abord.") == {"en"}
    assert lagging(text_en="Say it first.") == {"fr"}
    assert lagging(text_en="Say it first!", in_step="on") == frozenset()


def test_an_example_runs_as_it_is_written(draft):
    """What was found in it stands beside the form."""
    client, url = signed_in(author()), address(draft, "/does/examples/2")
    typed = {
        "examples-text": "You idiot!",
        "examples-lang": "en",
        "examples-as": "employee",
        "examples-expect": "advise",
    }
    page = client.post(f"{url}?live", typed | {"seen": "x"}).content.decode()
    assert "as expected" in page
    assert "an insult" in page
    client.post(url, form_at(client, url) | typed)
    assert len(selectors.clause_of(Version.objects.get(), CLAUSE).examples) == 3
    assert "You idiot!" in client.get(address(draft, "/examples")).content.decode()


def test_the_law_is_looked_for_and_served(draft):
    client, url = signed_in(author()), address(draft, "/law")
    found = client.get(f"{url}?q=publicit").context["found"] or client.get(f"{url}?q=advertis").context["found"]
    mark = client.get(url).context["mark"]
    client.post(url, {"seen": mark, "serves": [found[0].id, "no-such-thing"]})
    assert selectors.clause_of(Version.objects.get(), CLAUSE).serves == (found[0].id,)
    client.post(url, {"seen": client.get(url).context["mark"]})
    assert Version.objects.get().files == draft.files


def test_a_clause_is_compared_with_the_version_in_force():
    make_version()
    draft = make_draft(changed("Say what ties you to us.", "Tell what ties you to us."), title="Next")
    page = signed_in(author()).get(address(draft, "/compare")).content.decode()
    assert "<del>Say</del>" in page
    assert "<ins>Tell</ins>" in page


def test_a_proposal_is_not_edited(draft):
    """Nor by anybody who is no author."""
    from clausier.policy.actions import propose

    client, url = signed_in(author()), address(draft, "/does/rules/1")
    typed = form_at(client, url) | {"rules-do": "review"}
    propose(actor=author(), version=draft)
    assert client.post(url, typed).status_code == 409
    assert signed_in(make_person("Reader", "approver")).get(url).status_code == 403


def test_a_place_that_is_not_there_is_not_known(draft):
    client = signed_in(author())
    for rest in ("/does/rules/9", "/does/nonsense", "/does/rules", "/does/commit/0"):
        assert client.get(address(draft, rest)).status_code == 404
    assert client.get(address(draft, clause="transparency.never")).status_code == 404
    assert mark_of(words_written(draft, "transparency.never")) == mark_of("")

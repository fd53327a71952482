"""The interview on the web: a screen at a time, by several people, to a draft."""

import pytest

from clausier.audit.models import Entry
from clausier.identity.models import Organization
from clausier.policy.models import Version
from clausier.policy.selectors import drafting
from clausier.policy.selectors.texts import facts
from clausier.web.beginning.models import Interview
from journeys.walker import Walker
from people import make_person

pytestmark = pytest.mark.django_db
SCREENS = {
    "you": {"name": "Ville de Val-Bleu", "sector": "public-body", "place": "quebec", "size": "some"},
    "languages": {"other-language": "no"},
    "facts": {
        "handles": "VilleValBleu\n@val_bleu",
        "domains": "https://valbleu.example/",
        "election": "2029-09-21 2029-11-04",
    },
    "voice": {"speaks": "designated", "deputies": "named", "members": "elected", "partners": "no"},
    "learning": {"training": "30d", "reads-first": "communications", "code-names": "no"},
    "use": {"personal-use": "own-device", "share": "yes", "ownership": "organization"},
    "public": {"answer-in": "5d", "who-knows": "team", "comments": "closed"},
    "fairness": {"deciders": "two", "appeals": "outside", "adopts": "council", "union": "yes"},
}


@pytest.fixture
def author(organization):
    """Somebody who writes, and administers."""
    return make_person("Ada Roy", "author", "administrator")


def answer(walker, *screens):
    """Answer some screens, all of them without a name."""
    for name in screens or SCREENS:
        walker.opens(f"/fr/setup/interview/{name}").sends(f"interview/{name}", **SCREENS[name])
    return walker


def test_all_screens_lead_to_a_draft_without_an_error(author):
    """With the facts of the organisation, and the rooms that wait switched off."""
    walker = answer(Walker(author))
    walker.sees("Faire le projet", "Lire et s'engager")
    walker.sends("interview/draft", title="Première politique", put_off="on")
    draft = Version.objects.get()
    assert not [each for each in drafting.problems_in(draft.files) if each.is_error]
    assert facts().handles == {"*": ("@VilleValBleu", "@val_bleu")}
    assert facts().domains == ("valbleu.example",)
    off = {key for key, is_on in Organization.objects.get().settings.items() if not is_on}
    assert off == {"room-inbox", "room-moderation"}
    acts = set(Entry.objects.values_list("action", flat=True))
    assert {"beginning.interview.saved", "beginning.interview.drafted", "policy.draft.started"} <= acts


def test_each_choice_says_what_it_does(author):
    """The sentence that will read so, and the clause it stands in."""
    walker = answer(Walker(author), "you", "languages")
    walker.opens("/fr/setup/interview/use").sees("À qui est le compte?", "En partant, vous remettez les accès")


def test_one_person_leaves_half_way_and_another_goes_on(author):
    """The page says who answered last."""
    answer(Walker(author), "you", "languages")
    other = Walker(make_person("Bea Côté", "author"))
    other.opens("/fr/setup/interview").sees("Dernières réponses de Ada Roy", "Continuer")
    answer(other, "facts")
    assert Interview.objects.get().by.name == "Bea Côté"


def test_two_at_once_do_not_write_over_each_other(author):
    """What was typed comes back beside what the other one said; sent again, it is kept knowingly."""
    late = Walker(author).opens("/fr/setup/interview/you")
    answer(Walker(make_person("Bea Côté", "author")), "you")
    late.sends("interview/you", status=422, **SCREENS["you"] | {"name": "Ville de Val-Vert", "size": "few"})
    late.sees("entre-temps", "Ville de Val-Vert", "Ville de Val-Bleu")
    assert Interview.objects.get().answers["name"] == ["Ville de Val-Bleu"]
    late.sends("interview/you")
    assert Interview.objects.get().answers["name"] == ["Ville de Val-Vert"]


def test_a_question_opens_where_an_answer_asks_for_it(author):
    """A company in Quebec is not asked about section 29.1."""
    walker = Walker(author)
    walker.opens("/fr/setup/interview/you").sends("interview/you", **SCREENS["you"] | {"sector": "company"})
    walker.opens("/fr/setup/interview/languages")
    assert "29.1" not in walker.page
    walker.sees("En quelles langues")


def test_a_bad_answer_comes_back_with_what_was_typed(author):
    walker = answer(Walker(author), "you")
    walker.opens("/fr/setup/interview/facts").sends("interview/facts", status=422, emails="personne", election="demain")
    walker.sees("personne", "pas une adresse de courriel", "demain", "deux dates")


def test_what_lacks_answers_makes_no_draft(author):
    """The button is not there, and the act refuses."""
    walker = answer(Walker(author), "you").opens("/fr/setup/interview")
    assert "interview/draft" not in walker.page
    assert walker.client.post("/fr/setup/interview/draft", {"title": "x"}).status_code == 409
    assert not Version.objects.exists()


def test_who_does_not_write_may_not_answer(organization):
    person = Walker(make_person("Carl Roy", "administrator"))
    person.opens("/fr/setup/interview", status=403)


def test_the_founders_see_five_steps(author):
    """With minutes, the next one first; a stranger sees none."""
    walker = Walker(author).opens("/fr/")
    walker.sees("Cinq étapes", "20 minutes", "Répondre à l'entrevue")
    assert walker.page.count('aria-current="step"') == 1
    assert "Cinq étapes" not in Walker().opens("/fr/").page
    answer(walker).sends("interview/draft", title="Première politique")
    walker.opens("/fr/").sees("Lire le projet")

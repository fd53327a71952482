"""Who is addressed decides: the same words are a duty of those inside or a ground against a comment."""

import pytest

from clausier.auditing.broad import KINDS, too_broad
from clausier.auditing.cues import ELEMENT_LISTS, LISTS, cues
from clausier.auditing.judging import judged
from clausier.auditing.names import GROUNDS, OTHERS
from clausier.auditing.passages import passages
from clausier.auditing.readings import Document

STAFF = {
    "fr": "Tout le personnel doit se conformer à la présente directive.",
    "en": "All staff must follow this policy.",
}
PUBLIC = {
    "fr": "Nétiquette de notre page Facebook. Les internautes qui commentent acceptent ces règles.",
    "en": "Comment policy for our page. Visitors who comment agree to these rules.",
}
OF_STAFF = [
    ("fr", "expectations", "covered", "Adoptez un ton respectueux et vérifiez vos sources avant de publier."),
    ("fr", "expectations", "partial", "Chaque employé est un ambassadeur de la Ville."),
    ("fr", "transparency", "covered", "Les bénévoles doivent préciser que leurs propos n'engagent qu'eux-mêmes."),
    ("fr", "transparency", "partial", "Vous pouvez ajouter une mention indiquant que vos opinions sont personnelles."),
    ("fr", "training", "covered", "Une formation annuelle est offerte à tous les membres du personnel."),
    ("fr", "training", "absent", "Types de contenus : formations, réunions."),
    ("fr", "regulation", "covered", "Les publications respectent le Code civil du Québec."),
    ("fr", "regulation", "partial", "L'utilisation doit être conforme aux lois en vigueur."),
    ("fr", "confidentiality", "covered", "Ne parlez pas des dossiers discutés à huis clos."),
    ("fr", "confidentiality", "partial", "Obtenez le consentement écrit des personnes photographiées."),
    ("fr", "time", "covered", "L'usage personnel est permis durant les pauses."),
    ("fr", "accounts", "covered", "Les comptes créés dans le cadre du travail appartiennent à la Ville."),
    ("fr", "accounts", "partial", "Le service des communications gère les pages officielles."),
    ("fr", "responses", "partial", "Nous nous efforçons de répondre à tous les messages."),
    ("fr", "consequences", "covered", "Tout manquement peut entraîner des mesures disciplinaires."),
    ("fr", "consequences", "partial", "Chacun est personnellement responsable de ce qu'il publie."),
    ("fr", "training", "absent", "La présente politique s'applique à tous les employés."),
    ("fr", "training", "covered", "Chaque recrue suit un atelier d'une heure avant de publier."),
    ("fr", "time", "covered", "Pas de téléphone au volant."),
    ("fr", "consequences", "covered", "Le bénévole qui passe outre perd ses accès."),
    ("en", "expectations", "covered", "Be respectful and check your facts."),
    ("en", "expectations", "covered", "Members stay courteous, give newcomers room and never mock a question."),
    ("en", "confidentiality", "partial", "See the confidentiality policy."),
    ("en", "consequences", "partial", "See the disciplinary policy for consequences."),
    ("en", "accounts", "covered", "When a coach leaves, the page reverts to the club."),
    ("en", "transparency", "covered", "If you comment on our products, say that you work for us."),
    ("en", "transparency", "partial", "You may wish to include a disclaimer in your bio."),
    ("en", "training", "covered", "Social media training is mandatory for everybody who posts."),
    ("en", "training", "partial", "Employees must sign an acknowledgement form."),
    ("en", "regulation", "covered", "Content is subject to the Freedom of Information Act."),
    ("en", "confidentiality", "covered", "Never reveal what was said in closed session."),
    ("en", "confidentiality", "absent", "Check your privacy settings."),
    ("en", "time", "covered", "Do not use district computers for personal social networking."),
    ("en", "time", "covered", "Employees are encouraged to amplify company news."),
    ("en", "accounts", "covered", "When an administrator leaves, passwords must be changed."),
    ("en", "consequences", "covered", "Violations may lead to discipline, including dismissal."),
    ("en", "comments", "absent", "Read others' posts before adding your comments."),
]
OF_THE_PUBLIC = [
    ("fr", "expectations", "absent", "Restez polis et courtois dans vos échanges."),
    ("fr", "comments", "covered", "Nous supprimons les insultes, la publicité et les propos haineux."),
    ("fr", "comments", "covered", "Ne seront pas tolérés : les menaces et les propos diffamatoires."),
    ("fr", "confidentiality", "partial", "Ne publiez pas de renseignements personnels sur vous ou sur autrui."),
    ("fr", "consequences", "covered", "Après deux avertissements, l'utilisateur sera banni."),
    ("fr", "consequences", "partial", "L'auteur pourra être bloqué."),
    ("en", "expectations", "absent", "Please be polite and stay on topic."),
    ("en", "comments", "covered", "We reserve the right to delete posts that are hateful, obscene or commercial."),
    ("en", "transparency", "partial", "Impersonating another person is prohibited."),
    ("en", "regulation", "partial", "Content that encourages illegal activity will be removed."),
    ("en", "responses", "covered", "We check the page on weekdays. For urgent matters, call 311."),
    ("en", "consequences", "covered", "Users who repeatedly break the rules will be banned."),
]


def status(opening, language, element, sentence):
    """The status of an element in a text of an opening and a sentence."""
    return judged(Document(f"{opening[language]}\n\n{sentence}\n", (language,))).elements[element].status


@pytest.mark.parametrize(("language", "element", "expected", "sentence"), OF_STAFF)
def test_what_is_asked_of_those_inside(language, element, expected, sentence):
    """A rule covers, a pointer or a leave is half, a topic is nothing."""
    assert status(STAFF, language, element, sentence) == expected


@pytest.mark.parametrize(("language", "element", "expected", "sentence"), OF_THE_PUBLIC)
def test_what_is_asked_of_the_public(language, element, expected, sentence):
    """It is never an expectation of those inside, and half of confidentiality and transparency."""
    assert status(PUBLIC, language, element, sentence) == expected


@pytest.mark.parametrize("heading", ["# Training", "# Disciplinary action\n\nTo be added", "Confidentiality\n=====\n"])
def test_a_title_proves_nothing(heading):
    elements = judged(Document(f"{STAFF['en']}\n\n{heading}\n", ("en",))).elements
    assert {elements[name].status for name in ("training", "consequences", "confidentiality")} == {"absent"}


TEXT = """Règles de la page
=================

Nous retirons les commentaires suivants :

- les **injures** et les menaces;
- la publicité
  sous toutes ses formes.

| Qui | Délai |
|-----|-------|
| Les communications répondent | dans les 48 heures |

Les employé·e·s ne doivent pas divulguer de renseignements confidentiels. Merci!
"""


def test_every_span_is_a_slice_of_the_text():
    """Quotes, passages, grounds and what is too broad."""
    document = Document(TEXT, ("fr",))
    judgement = judged(document)
    spans = [span for each in judgement.elements.values() for span in (*each.quotes, *each.passages)]
    spans += [(each.start, each.end) for each in (*judgement.grounds, *too_broad(document))]
    assert all(0 <= start < end <= len(TEXT) and TEXT[start:end] == TEXT[start:end].strip() for start, end in spans)
    assert [each.text for each in passages(TEXT)][:2] == [
        "Règles de la page",
        "Nous retirons les commentaires suivants :",
    ]
    assert {each.kind for each in judgement.grounds} >= {"insult_abuse", "harassment_threat", "advertising"}
    assert judgement.moderation == "a_posteriori"


def test_a_passage_is_said_without_markup_and_leads_back():
    """Inclusive writing is read as one word."""
    said = next(each for each in passages(TEXT) if "employe" in each.said)
    start = said.said.index("employes")
    assert TEXT[slice(*said.span(start, start + len("employes")))] == "employé·e·s"


BROAD = [
    ("criticism", "en", STAFF, "Employees must not criticize the company."),
    ("criticism", "fr", STAFF, "Il est interdit aux employés de critiquer la direction."),
    ("disrespect", "en", STAFF, "Do not post disrespectful or negative comments."),
    ("conditions", "en", STAFF, "Staff may not discuss wages or working conditions online."),
    ("conditions", "fr", STAFF, "Ne parlez pas de salaires ni de conditions de travail."),
    ("approval", "en", STAFF, "All posts on personal accounts must be approved by your manager."),
    ("naming", "en", STAFF, "Never mention your employer online."),
    ("naming", "fr", STAFF, "Ne mentionnez jamais votre employeur."),
    ("passwords", "en", STAFF, "Employees must provide the passwords of their personal accounts."),
    ("secrecy", "fr", STAFF, "Ne divulguez rien : tout ce que vous apprenez au travail est confidentiel."),
    ("politics", "en", STAFF, "Employees must not express any political opinion."),
    ("opinion", "en", PUBLIC, "We remove negative comments."),
    ("boundless", "fr", PUBLIC, "Nous retirons tout commentaire que nous jugeons inapproprié."),
]


@pytest.mark.parametrize(("kind", "language", "opening", "sentence"), BROAD)
def test_what_is_too_broad_is_told(kind, language, opening, sentence):
    found = too_broad(Document(f"{opening[language]}\n\n{sentence}\n", (language,)))
    assert kind in {each.kind for each in found}


@pytest.mark.parametrize(
    "sentence",
    [
        "You are free to criticise our policies.",
        "Employees must not insult anyone.",
        "Do not mention your employer without saying that you speak for yourself.",
        "Do not disclose the medical file of a patient.",
    ],
)
def test_what_is_narrow_is_left_alone(sentence):
    assert too_broad(Document(f"{STAFF['en']}\n\n{sentence}\n", ("en",))) == []


def test_the_last_step_of_a_ladder_may_be_for_good() -> None:
    ladder = "A repeated breach is dealt with in steps:\n- a first warning;\n- a week's suspension;\n"
    once = "Anyone who breaks a rule is permanently banned."
    assert [each.kind for each in too_broad(Document(f"{PUBLIC['en']}\n\n{once}\n", ("en",)))] == ["sanctions"]
    twice = "After a second warning, the author is permanently banned."
    assert too_broad(Document(f"{PUBLIC['en']}\n\n{twice}\n", ("en",))) == []
    assert too_broad(Document(f"{PUBLIC['en']}\n\n{ladder}- the author is permanently banned.\n", ("en",))) == []


def test_texts_read_as_one_keep_whom_they_speak_to() -> None:
    """Rules for visitors beside those for staff do not make these speak to visitors."""
    rules = f"{PUBLIC['en']}\n\nComments are moderated. We remove insults and advertising.\n"
    staff = "# Directive\n\nBe courteous, check facts. Personal use is limited to breaks.\n"
    text = f"{rules}\n\n{staff}"
    parts = [(0, len(rules)), (len(rules) + 2, len(text))]
    told = judged(Document(text, ("en",), parts))
    assert {told.elements[name].status for name in ("expectations", "time", "comments")} == {"covered"}
    assert all(text[start:end] in staff for start, end in told.elements["time"].quotes)


def test_a_lettered_title_in_capitals_is_a_heading() -> None:
    kinds = [each.kind for each in passages("A. WHO WE ARE\n\nWe brew.\n\nB. YOUR RIGHTS\n\nThey are yours.\n")]
    assert kinds == ["heading", "sentence", "heading", "sentence"]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_list_is_whole(language):
    """Both languages have the same sections, and what is named has words."""
    other = "en" if language == "fr" else "fr"
    assert {name: set(cues(name, language)) for name in LISTS} == {name: set(cues(name, other)) for name in LISTS}
    assert set(cues("grounds", language)) == set(GROUNDS)
    assert set(cues("others", language)) == set(OTHERS)
    assert set(cues("broad", language)) == set(KINDS)
    assert len(ELEMENT_LISTS) == 10

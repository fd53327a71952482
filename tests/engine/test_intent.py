"""What a received message wants, in French and in English."""

import pytest

from clausier.document.vocabulary import INTENTS
from clausier.engine.intent import intent_of, shares_of
from engine.detectors.run import look


@pytest.mark.parametrize(
    ("intent", "text"),
    [
        ("question", "Bonjour, à quelle heure ouvre la patinoire?"),
        ("question", "Can I pay my taxes online?"),
        ("complaint", "Ça fait trois semaines que mon bac n'est pas ramassé, c'est inacceptable."),
        ("complaint", "Third time my appointment is cancelled, I'm really disappointed."),
        ("praise", "Bravo à l'équipe des parcs, c'est magnifique!"),
        ("praise", "Thank you for the fireworks, they were amazing"),
        ("problem-report", "Le lampadaire du coin Roy est brisé."),
        ("problem-report", "Your online form crashes every time I press Send."),
        ("access-request", "En vertu de la Loi sur l'accès, je demande une copie du contrat."),
        ("access-request", "I would like a copy of everything you hold about me, as privacy law allows."),
        ("media-request", "Je suis journaliste à la radio, qui peut m'accorder une entrevue avant midi?"),
        ("media-request", "I'm a reporter with the local paper, who can comment before our deadline?"),
        ("job-inquiry", "Je vous envoie mon CV pour le poste de technicienne."),
        ("job-inquiry", "Are you hiring for summer jobs at the pool?"),
        ("legal-threat", "Mise en demeure : réparez d'ici dix jours."),
        ("legal-threat", "My lawyer will be in touch, see you in court."),
        ("emergency", "Appelez le 911, il y a de la fumée noire au deuxième étage!"),
        ("emergency", "A man just collapsed in your lobby and he's not breathing!"),
        ("emergency", "J'ai plus envie de vivre, adieu tout le monde"),
        ("spam", "Besoin d'un déneigeur? Prix imbattable, appelez-moi!"),
        ("spam", "Your refund is on hold, confirm your card at refund.example"),
        ("abuse-only", "Bande d'imbéciles!"),
        ("abuse-only", "You people are useless pigs."),
        ("other", "Le conseil est lundi."),
        ("other", "ok"),
    ],
)
def test_intent_of(intent, text):
    """The gravest reading first, then what the words weigh."""
    found, confidence = intent_of(look(text, direction="incoming"))
    assert (found, 0.5 <= confidence <= 1) == (intent, True)


def test_the_words_share_all_the_intents():
    """Each intent but spam, which a signal tells, has its share by the words alone; the shares are one whole."""
    shares = shares_of(look("Bonjour, à quelle heure ouvre la patinoire?", direction="incoming"))

    assert set(shares) == set(INTENTS) - {"spam"}
    assert sum(shares.values()) == pytest.approx(1)

"""A whole thread copied from a network is split into its comments. The threads are made up."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausier.chapters.inbox.pasting import DIALECTS, split
from clausier.chapters.inbox.pasting.moments import moment_of

NOW = datetime(2026, 11, 23, 17, tzinfo=UTC)

FACEBOOK_FR = """\
Ville de Val-Bleu
20 novembre, 09:00 ·
Le déneigement commence ce soir. Merci de libérer les rues.
Toutes les réactions :
48
J’aime
Commenter
Partager
Les plus pertinents
Jean Tremblay
Super fan
Quand est-ce que la rue Principale sera déneigée?

C'est glissant depuis mardi.
2 h
J’aime
Répondre
Masquer 2 réponses
Ville de Val-Bleu
Auteur
Jean Tremblay Bonjour, elle le sera cette nuit.
1 h
J’aime
Répondre
Modifié
3
Jean Tremblay
Merci
45 min
J’aime
Répondre
Luce Gagnon
Bravo à l'équipe
3 j
J’aime
Répondre
Voir 3 réponses
Écrire un commentaire…
"""
FACEBOOK_EN = """\
Sam Carter
Top fan
When will the pool reopen?
Like
Reply
2h
View 3 replies
Ana Silva
It has been closed since May · since May!
Like · Reply · 1w · Edited
Hide 1 reply
City of Val-Bleu
Author
Next Monday.
3d
Like
Reply
"""
INSTAGRAM_FR = """\
jean_tremblay
Photo de profil de jean_tremblay
jean_tremblay

2 sem.
Belle photo du parc
3 mentions J’aime
Répondre
Voir la traduction
Masquer les réponses
villevalbleu
villevalbleu
2 sem.
@jean_tremblay Merci
Répondre
"""
INSTAGRAM_OLD = """\
mia.roy
mia.roy's profile picture
mia.roy
Is the market open on Sunday?
3d
2 likes
Reply
leo_b
Love it
5h
Reply
"""
YOUTUBE_FR = """\
12 commentaires
Trier par
@evefortin
il y a 2 jours
Le son coupe à 3:10
4
Répondre
2 réponses
@VilleValBleu
il y a 1 jour (modifié)
@evefortin Merci, on corrige
Répondre
@max-99
il y a 3 semaines
Abonnez-vous
à ma chaîne

Répondre
"""
YOUTUBE_STUDIO = """\
@evefortin • 2 days ago
Sound cuts at 3:10
Reply
0 replies
@max-99 • 3 weeks ago
Great talk
Reply
"""
LINKEDIN_FR = """\
Marie Côté
Voir le profil de Marie Côté
• 2e
Conseillère en communication | Autrice
2 j
Félicitations pour ce projet
J’aime
·
3
Répondre
1 réponse
Ville de Val-Bleu
Auteur
1 245 abonnés
1 j
Marie Côté Merci beaucoup
J’aime
|
Répondre
"""
LINKEDIN_EN = """\
Omar Haddad
• 3rd+
Engineer at Boreal
(edited) 5d
Is the job still open?
Like
Reply
"""


def told(text, network):
    return [(each.handle or each.author, each.text, each.level) for each in split(text, network, NOW).comments]


def test_facebook_in_french():
    """The post itself, badges, counts and buttons go; replies stand under what they answer."""
    assert told(FACEBOOK_FR, "facebook") == [
        ("Jean Tremblay", "Quand est-ce que la rue Principale sera déneigée?\n\nC'est glissant depuis mardi.", 0),
        ("Ville de Val-Bleu", "Jean Tremblay Bonjour, elle le sera cette nuit.", 1),
        ("Jean Tremblay", "Merci", 1),
        ("Luce Gagnon", "Bravo à l'équipe", 0),
    ]
    first = split(FACEBOOK_FR, "facebook", NOW).comments[0]
    assert (first.written, first.within) == (NOW - timedelta(hours=2), timedelta(hours=1))


def test_facebook_in_english():
    """The time may follow the buttons, on one line with them; a middle dot in the words stays."""
    assert told(FACEBOOK_EN, "facebook") == [
        ("Sam Carter", "When will the pool reopen?", 0),
        ("Ana Silva", "It has been closed since May · since May!", 0),
        ("City of Val-Bleu", "Next Monday.", 1),
    ]
    times = [each.written for each in split(FACEBOOK_EN, "facebook", NOW).comments]
    assert times == [NOW - timedelta(hours=2), NOW - timedelta(weeks=1), NOW - timedelta(days=3)]


def test_instagram():
    assert told(INSTAGRAM_FR, "instagram") == [
        ("jean_tremblay", "Belle photo du parc", 0),
        ("villevalbleu", "@jean_tremblay Merci", 1),
    ]
    assert told(INSTAGRAM_OLD, "instagram") == [
        ("mia.roy", "Is the market open on Sunday?", 0),
        ("leo_b", "Love it", 0),
    ]


def test_youtube():
    assert told(YOUTUBE_FR, "youtube") == [
        ("@evefortin", "Le son coupe à 3:10", 0),
        ("@VilleValBleu", "@evefortin Merci, on corrige", 1),
        ("@max-99", "Abonnez-vous\nà ma chaîne", 0),
    ]
    assert told(YOUTUBE_STUDIO, "youtube") == [("@evefortin", "Sound cuts at 3:10", 0), ("@max-99", "Great talk", 0)]


def test_linkedin():
    assert told(LINKEDIN_FR, "linkedin") == [
        ("Marie Côté", "Félicitations pour ce projet", 0),
        ("Ville de Val-Bleu", "Marie Côté Merci beaucoup", 1),
    ]
    assert told(LINKEDIN_EN, "linkedin") == [("Omar Haddad", "Is the job still open?", 0)]


@pytest.mark.parametrize("network", ["facebook", "blog", "youtube", "email"])
def test_one_comment_is_one_comment(network):
    """Words without any interface are kept as they are, paragraphs included."""
    text = "Bonjour,\n\nquand ouvre la piscine? On était 12.\nMerci"
    assert told(text, network) == [("", text, 0)]


def test_a_comment_without_words_is_counted():
    """A picture or a sticker leaves a name and buttons: nothing to judge, and it is said."""
    reading = split("Jean Tremblay\n2 h\nJ’aime\nRépondre\n", "facebook", NOW)
    assert (reading.comments, reading.wordless) == ([], 1)


def test_an_empty_paste_is_nothing():
    assert split(" \n\n", "facebook", NOW).comments == []


@pytest.mark.parametrize(
    ("words", "ago", "within"),
    [
        ("2 h", timedelta(hours=2), timedelta(hours=1)),
        ("il y a 3 semaines", timedelta(weeks=3), timedelta(weeks=1)),
        ("1 sem.", timedelta(weeks=1), timedelta(weeks=1)),
        ("il y a un mois", timedelta(days=30), timedelta(days=30)),
        ("2 ans", timedelta(days=730), timedelta(days=365)),
        ("5m", timedelta(minutes=5), timedelta(minutes=1)),
        ("a year ago", timedelta(days=365), timedelta(days=365)),
        ("à l'instant", timedelta(0), timedelta(minutes=1)),
    ],
)
def test_how_long_ago(words, ago, within):
    assert moment_of(words, NOW) == (NOW - ago, within)


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("20 novembre, 09:00", datetime(2026, 11, 20, 14, 0, tzinfo=UTC)),
        ("hier, à 14:03", datetime(2026, 11, 22, 19, 3, tzinfo=UTC)),
        ("march 12 at 2:05 pm", datetime(2026, 3, 12, 18, 5, tzinfo=UTC)),
        ("12 mars 2025", datetime(2025, 3, 12, 4, 0, tzinfo=UTC)),
        ("24 décembre", datetime(2025, 12, 24, 5, 0, tzinfo=UTC)),
        ("2026-11-20 09:00", datetime(2026, 11, 20, 14, 0, tzinfo=UTC)),
    ],
)
def test_a_date_is_one_of_the_organizations_zone(words, at):
    """A date without a year is the last such day."""
    assert moment_of(words, NOW).at == at


@pytest.mark.parametrize("words", ["", "31 février", "2026-13-40", "deux heures", "2 heures du matin", "999 x"])
def test_what_is_no_moment(words):
    assert moment_of(words, NOW) is None


LINES = st.sampled_from([*FACEBOOK_FR.splitlines(), *YOUTUBE_FR.splitlines(), "29 février", "0 h", "·", "@", ""])


@given(st.lists(st.one_of(LINES, st.text(max_size=20)), max_size=30), st.sampled_from([*DIALECTS, "blog"]))
def test_any_paste_is_read(lines, network):
    """Whatever is pasted, reading ends, and each comment has words."""
    reading = split("\n".join(lines), network, NOW)
    assert all(each.text.strip() for each in reading.comments)

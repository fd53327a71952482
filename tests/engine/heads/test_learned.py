"""The shipped heads at work, where the extra is installed."""

import pytest

from clausier.document.vocabulary import SIGNALS
from clausier.engine import compile as compiled
from clausier.engine.context import Context
from clausier.engine.heads import installed
from clausier.engine.heads.encoder import is_installed
from clausier.engine.heads.learned import ABOUT, WEIGHTS, doubted
from clausier.engine.sight import Sight
from engine.policies import DETECTORS, check, clause, policy, rule

pytestmark = [
    pytest.mark.heads,
    pytest.mark.skipif(not is_installed() or not (WEIGHTS / ABOUT).is_file(), reason="the extra ml is not installed"),
]
SIGHT = Sight()
ATTACK = "Immigrants are filth and should all be thrown out of the country."
CALM = "Bonjour, à quelle heure ouvre la piscine samedi?"


def _views(*texts, **context):
    return [SIGHT.view(Context.from_data({"direction": "incoming", "text": text, **context})) for text in texts]


def _told(*texts, **context):
    views = _views(*texts, **context)
    assert installed().look(views) == []
    return views


def test_heads_are_read_once():
    """Whoever asks gets the same heads, whose digest names their weights."""
    assert installed() is installed()
    assert len(installed().digest) == 64
    assert installed().kinds <= set(SIGNALS)


def test_a_message_is_judged_alike_alone_and_among_others():
    """What stands beside a message in a batch changes nothing of it."""
    alone, (first, _) = _told(ATTACK)[0], _told(ATTACK, CALM)

    assert [(each.kind, each.start, each.end) for each in alone.found] == [
        (each.kind, each.start, each.end) for each in first.found
    ]


def test_an_attack_is_seen_in_its_sentence():
    """The finding spans the sentence that shows it, and says that it is learnt."""
    (view,) = _told("Thank you for the new park. " + ATTACK)
    (found,) = [each for each in view.found if each.kind == "abuse.hate"]

    assert found.learned
    assert view.text.folded[found.start : found.end] == ATTACK.lower()


@pytest.mark.parametrize(
    "text",
    [
        CALM,
        "Your snow plough blocked my driveway again, this is a disgrace and I want an answer.",
        "Les musulmanes du quartier organisent une fête samedi.",
        "Nobody should ever say that refugees are vermin.",
        "My grandmother is a proud lesbian and the best baker in town.",
    ],
)
def test_ordinary_talk_is_no_abuse(text):
    """Questions, angry plaints, groups that are only named and counter-speech raise no alarm."""
    (view,) = _told(text)

    assert not [each for each in view.found if each.kind.startswith("abuse.") and each.confidence >= 0.5]


@pytest.mark.parametrize("text", ["", " ", "\n", "🤡", "?" * 5000, "a" * 5000, "\ud800", "mot " * 20000])
def test_whatever_comes_is_judged(text):
    """Nothing, signs only, floods and half characters: never a failure, never an empty span."""
    (view,) = _told(text)

    assert all(each.end > each.start for each in view.found if each.learned)


def test_claims_are_for_what_goes_out_and_spam_for_what_comes_in():
    """A head looks only where its kinds can arise."""
    text = "Buy now and double your money, guaranteed, link in bio!!!"
    into, out = _told(text)[0], _told(text, direction="outgoing")[0]

    assert not [each for each in into.found if each.learned and each.kind.startswith("claim.")]
    assert not [each for each in out.found if each.learned and each.kind.startswith("spam.")]


def test_every_received_message_has_an_intent():
    """The intent is one of the twelve, with a probability."""
    (view,) = _told(CALM)

    assert view.intent[0] == "question"
    assert 0 < view.intent[1] <= 1


def test_a_verdict_with_heads_names_them_and_misses_nothing_that_they_find():
    """The engine that has them tells their digest, and no longer says that nothing looks for hate."""
    rules = clause("a.one", rule("hate", "block", signal=("abuse.hate",)))
    verdict = check(compiled(policy(rules), None, (), DETECTORS, installed()), ATTACK)

    assert verdict.action == "review"
    assert verdict.engine.endswith(installed().digest[:8])
    assert "abuse.hate" not in {each.detector for each in verdict.missing}


@pytest.mark.parametrize(("ground", "chance", "kept"), [(0.85, 0.001, True), (0.6, 0.001, True), (0.6, 0.0001, False)])
def test_a_tie_is_doubted_on_weak_grounds_only(ground, chance, kept):
    """Who writes of what settles it: a head takes away a need only where the grounds are weak and it is sure."""
    assert (doubted("disc.needed", ground, chance) >= 0.5) is kept

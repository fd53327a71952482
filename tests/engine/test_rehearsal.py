"""A rehearsal: what two policies say of the same messages, counted."""

from clausier.engine.context import Context
from clausier.engine.rehearsal import SHOWN, rehearse
from engine.policies import clause, engine, rule

OLD = engine(clause("alpha.links", rule("a", "advise", has=("link",))))
NEW = engine(
    clause("alpha.links", rule("a", "advise", has=("link",)), rule("b", "block", has=("link",))),
    clause("beta.mentions", rule("c", "review", has=("mention",))),
)


def said(*texts):
    """Return messages with these texts."""
    return (Context(text=text) for text in texts)


def test_a_clause_counts_a_message_once_with_its_strictest_action():
    told = rehearse(NEW, said("https://a.example/x", "@lui", "rien"), OLD)
    assert (told.messages, told.stricter, told.milder) == (3, 2, 0)
    assert [(name, tally.before, tally.after, tally.changed) for name, tally in told.ordered()] == [
        ("alpha.links", 1, 1, 1),
        ("beta.mentions", 0, 1, 1),
    ]
    assert told.clauses["alpha.links"].examples == [(0, "advise", "block")]
    assert told.clauses["beta.mentions"].examples == [(1, None, "review")]


def test_a_policy_beside_itself_changes_nothing():
    told = rehearse(NEW, said("https://a.example/x", "@lui"), NEW)
    assert (told.stricter, told.milder, told.before) == (0, 0, told.after)
    assert all(not tally.changed for tally in told.clauses.values())


def test_many_messages_pass_and_few_are_kept():
    """They come from a stream that is read once."""
    told = rehearse(NEW, said(*["@lui"] * 1000))
    assert (told.messages, told.clauses["beta.mentions"].after) == (1000, 1000)
    assert len(told.clauses["beta.mentions"].examples) == SHOWN

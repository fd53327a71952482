"""A policy that asks for words, and people who give them."""

from factories.policy import FILES, changed, make_version
from clausier.chapters.ambassadors.actions import ask, commit
from clausier.policy.selectors import in_force
from people import make_person

CLAUSE = "transparency.say-who-you-are"
COMMIT = "commit: {as: acknowledge, within: 30d, then: [manager, communications]}"
TEXT = "Say what ties you to us."


def asking(words=COMMIT):
    """The files of a policy whose second chapter asks everybody for a word."""
    return changed(COMMIT, words)


def amended(new=TEXT + " Always.", files=None, *, is_minor=False):
    """A version in force in which the clause reads otherwise."""
    return make_version(changed(TEXT, new, files or FILES), title="Always", is_minor=is_minor)


def give_word(person, word="acknowledge", **values):
    """The person's word on the version in force."""
    version = in_force()
    shown = {"version": version, "word": word, "language": "fr", "digest": version.digest}
    return commit(person=person, **(shown | values))


def make_remark(person=None, text="What of my own page?"):
    """A question by somebody."""
    return ask(person=person or make_person("Curious One"), text=text)

"""What the rooms below tell this one."""

from typing import Any

from django.dispatch import receiver

from clausier.chapters.posts import actions
from clausier.chapters.posts.selectors.protected import whom_to_ask, written
from clausier.identity.models import Person
from clausier.identity.permissions import can
from clausier.policy.events import typed


@receiver(typed)
def watch(person: Person, text: str, **_more: Any) -> None:
    """Watch whoever writes a policy as whoever checks a text; those who keep the lists know them."""
    if not can(person, "policy.protected.edit"):
        words = written(text)
        if words:
            actions.watch_probing(person=person, words=words, owners=whom_to_ask(words))

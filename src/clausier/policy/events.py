"""What the policy tells the rooms above it."""

from collections.abc import Mapping
from contextlib import suppress

from django.db import transaction
from django.dispatch import Signal

from clausier.identity.models import Person
from clausier.lib.refusals import RefusedError

# Provides: version. Sent once, in the transaction that notices that the date of an adopted version has come.
version_in_force = Signal()

# Provides: person, text. Sent for what somebody types into a draft or the facts, of which they are then told whether
# it holds something protected: whoever tries one name after the other is noticed. A receiver may refuse.
typed = Signal()


def tell_typed(person: Person, files: Mapping[str, str], before: Mapping[str, str]) -> None:
    """Tell, once it is saved, which lines of some files are new. What is saved stays, whatever is made of it."""
    known = {line for text in before.values() for line in text.splitlines()}
    new = "\n".join(line for text in files.values() for line in text.splitlines() if line not in known)

    def tell() -> None:
        with suppress(RefusedError):
            typed.send(Person, person=person, text=new)

    transaction.on_commit(tell)

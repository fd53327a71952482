"""What opens a slip for a while: a signed name of the decision, made when its letters or its story were right.

Keys are stored as digests, so they cannot be shown again; a pass needs no row and no session, and ends by itself.
"""

from datetime import datetime, timedelta

from django.core.signing import BadSignature, Signer

from clausier.decisions.models import Decision
from clausier.lib import clock

_SIGNER = Signer(salt="clausier.decisions.slip")
BY_LETTERS, BY_MAIL = timedelta(hours=2), timedelta(days=7)


def new_pass(decision: Decision, lasts: timedelta) -> str:
    """Return what stands in the address of a slip in the place of its key."""
    return _SIGNER.sign_object({"d": decision.uid, "u": (clock.now() + lasts).timestamp()})


def opened(given: str) -> str | None:
    """Return the uid of the decision that a pass opens, or None once it has ended or when it was never one."""
    try:
        said = _SIGNER.unsign_object(given)
    except (BadSignature, ValueError):
        return None
    return said["d"] if datetime.fromtimestamp(said["u"], tz=clock.now().tzinfo) > clock.now() else None

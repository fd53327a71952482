"""A program of its own, on a database in a file: people approve one proposal at the same moment."""

import threading

import django
from django.core.management import call_command

django.setup()
call_command("migrate", verbosity=0)

from django.db import connection  # noqa: E402  # after the set-up

from clausier.identity.models import Organization  # noqa: E402
from clausier.policy.actions import approve, save_plan  # noqa: E402
from clausier.policy.models import Approval  # noqa: E402
from clausier.policy.selectors import agreeing  # noqa: E402
from factories.policy import approver, make_proposal  # noqa: E402
from people import make_person  # noqa: E402

READY = threading.Barrier(3)


def agree(person, proposal):
    """Approve once the others are ready too."""
    try:
        READY.wait()
        approve(actor=person, version=proposal)
    finally:
        connection.close()


def main():
    """Let one person press twice and another once, on a step that takes two; tell the approvals and the end."""
    Organization.objects.create(pk=1, name="Ville de Val-Bleu")
    first, second = approver(), make_person("Second", "approver")
    save_plan(actor=first, steps=[{"people": [], "duties": [], "need": 2, "outside": False}])
    proposal = make_proposal()
    threads = [threading.Thread(target=agree, args=(each, proposal)) for each in (first, first, second)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(Approval.objects.count(), agreeing.is_agreed(proposal))  # noqa: T201


if __name__ == "__main__":
    main()

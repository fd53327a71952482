"""A program of its own, on a database in a file: two people adopt two proposals at the same moment."""

import threading

import django
from django.core.management import call_command

django.setup()
call_command("migrate", verbosity=0)

from django.db import connection  # noqa: E402  # after the set-up

from clausier.identity.models import Organization  # noqa: E402
from clausier.lib import clock  # noqa: E402
from clausier.lib.refusals import RefusedError  # noqa: E402
from clausier.policy.actions import adopt, approve  # noqa: E402
from clausier.policy.models import Version  # noqa: E402
from factories.policy import approver, author, changed, make_proposal  # noqa: E402

READY = threading.Barrier(2)


def adopted(version, answers):
    """Adopt a version once the other one is ready too."""
    try:
        READY.wait()
        adopt(actor=author(), version=version, in_force_from=clock.now())
        answers.append("adopted")
    except RefusedError as error:
        answers.append(error.refusal.code)
    finally:
        connection.close()


def main():
    """Tell what each was answered, and how many versions there are."""
    Organization.objects.create(pk=1, name="Ville de Val-Bleu")
    answers, proposals = [], [make_proposal(), make_proposal(changed("within: 30d", "within: 20d"))]
    for each in proposals:
        approve(actor=approver(), version=each)
    threads = [threading.Thread(target=adopted, args=(each, answers)) for each in proposals]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(*sorted(answers), Version.objects.adopted().count())  # noqa: T201


if __name__ == "__main__":
    main()

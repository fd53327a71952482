"""Two people at once: one act after the other, and never two versions of one number."""

import threading

import pytest
from django.db import connection

from clausier.identity.models import Organization
from clausier.lib import clock
from clausier.lib.refusals import RefusedError
from clausier.policy.actions import adopt, approve
from clausier.policy.models import Version
from factories.policy import approver, author, changed, make_proposal


def _at_once(*acts):
    """Run acts in threads that start together; return what each was refused for, or None."""
    answers, ready = [None] * len(acts), threading.Barrier(len(acts))

    def run(place, act):
        try:
            ready.wait()
            act()
        except RefusedError as error:
            answers[place] = error.refusal.code
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=each) for each in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("connection.vendor == 'sqlite' and connection.is_in_memory_db()", reason="threads need a database")
def test_two_adoptions_at_once():
    """Of two proposals that stand on the same version, one is adopted and the other is overtaken."""
    Organization.objects.create(pk=1, name="Ville de Val-Bleu")
    writer, reader = author(), approver()
    first, second = make_proposal(), make_proposal(changed("within: 30d", "within: 20d"))
    for each in (first, second):
        approve(actor=reader, version=each)
    now = clock.now()
    acts = [lambda each=each: adopt(actor=writer, version=each, in_force_from=now) for each in (first, second)]
    assert sorted(map(str, _at_once(*acts))) == ["None", "overtaken"]
    assert Version.objects.adopted().count() == 1


@pytest.mark.django_db
def test_the_second_of_two_adoptions_is_overtaken(organization):
    """Also one after the other, whatever the database."""
    first, second = make_proposal(), make_proposal(changed("within: 30d", "within: 20d"))
    for each in (first, second):
        approve(actor=approver(), version=each)
    adopt(actor=author(), version=first, in_force_from=clock.now())
    with pytest.raises(RefusedError) as error:
        adopt(actor=author(), version=second, in_force_from=clock.now())
    assert error.value.refusal.code == "overtaken"

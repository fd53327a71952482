"""A campaign for a hundred thousand people: its creation, its page, and how many answers are taken in a second.

    python benchmarks/campaign.py [--people 100000] [--answers 2000] [--writers 2] [--postgres postgres://…]

On SQLite in a home of its own that is thrown away, or on the empty database of an address. Times are those of the
clock on the wall, and beside them those of the processor, which another program on the machine does not lengthen.
Goals: transactions of a thousand, the page under 200 ms, 60 answers a second on SQLite and 150 on PostgreSQL.
"""

import argparse
import multiprocessing
import os
import resource
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]
TEAMS = 400


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--answers", type=int, default=2000)
    parser.add_argument("--writers", type=int, default=2)
    parser.add_argument("--postgres", default="")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"CLAUSIER_HOME": home, "DJANGO_SETTINGS_MODULE": "clausier.config.settings"}
        os.environ["DATABASE_URL"] = options.postgres
        if not options.postgres:
            del os.environ["DATABASE_URL"]
        start()
        town(options.people)
        creation()
        pages()
        answers(options.answers, options.writers)
        pages()
        reminders()


def start() -> None:
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def told(what: str, act: Callable[[], Any]) -> Any:
    """Do it, and tell how long it took."""
    wall, work = perf_counter(), process_time()
    found = act()
    print(f"{what}: {perf_counter() - wall:.2f} s, processor {process_time() - work:.2f} s")
    return found


def town(number: int) -> None:
    """Make an organisation of so many people in teams, and put the example policy in force."""
    from clausier.identity.models import Organization, Person, RoleGrant
    from factories.world import make_policy

    Organization.objects.create(pk=1, name="Val-Bleu")
    people = [
        Person(name=f"Person {n}", email=f"p{n}@valbleu.example", number=str(n), unit=f"Unit {n % TEAMS:03}")
        for n in range(number)
    ]
    for person in people:
        person.refold()
    Person.objects.bulk_create(people, batch_size=1000)
    RoleGrant.objects.create(person=Person.objects.order_by("pk")[0], role="people-officer")
    make_policy()


def creation() -> None:
    from clausier.audit.models import Entry
    from clausier.chapters.ambassadors.actions import keep_campaign

    count = told("campaign created", keep_campaign)
    batches = Entry.objects.filter(action="ambassadors.campaign.asked").count()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"    {count} people in {batches} transactions, peak memory {peak} MB")
    told("run again, nothing to do", keep_campaign)


def pages() -> None:
    """Ask for the pages of the officer, five times each, and tell the fastest."""
    from clausier.chapters.ambassadors.models import Campaign
    from clausier.identity.models import RoleGrant
    from people import signed_in

    browser = signed_in(RoleGrant.objects.get().person)
    browser.defaults["SERVER_NAME"] = "localhost"
    uid = Campaign.objects.get().uid
    for name, path in {
        "page of the campaign": "/fr/campaigns",
        "its people, late": f"/fr/campaigns/{uid}/people?state=late",
        "its people, last page": f"/fr/campaigns/{uid}/people?state=late&page=999999",
        "its people, done": f"/fr/campaigns/{uid}/people?state=done",
        "its people, a team": f"/fr/campaigns/{uid}/people?state=late&team=Unit%20007",
    }.items():
        taken = []
        for _ in range(5):
            begin = process_time()
            status = browser.get(path).status_code
            taken.append(process_time() - begin)
        print(f"    {name}: {min(taken) * 1000:.0f} ms ({status})")


def _answer(keys: list[int]) -> tuple[float, float]:
    """Give the word of people, each answer a transaction of its own; return the slowest and the processor time."""
    from clausier.chapters.ambassadors.actions import commit
    from clausier.chapters.ambassadors.selectors import asked_of
    from clausier.identity.models import Person
    from clausier.policy.selectors import in_force

    slowest, word = 0.0, asked_of(Person.objects.get(pk=keys[0]))[0].word  # all are asked the same
    work = process_time()
    for key in keys:
        begin = perf_counter()
        person, version = Person.objects.get(pk=key), in_force()
        assert version is not None
        commit(person=person, version=version, word=word, language="fr", digest=version.digest)
        slowest = max(slowest, perf_counter() - begin)
    return slowest, process_time() - work


def answers(number: int, writers: int) -> None:
    """Several processes take answers at once, each an act of its own: the person, the version, the word, the entry."""
    from django.db import connections

    from clausier.identity.models import Person

    keys = list(Person.objects.order_by("pk").values_list("pk", flat=True)[1 : number + 1])
    connections.close_all()
    with multiprocessing.get_context("spawn").Pool(writers, initializer=start_process) as pool:
        pool.map(_answer, [[key] for key in keys[:writers]], chunksize=1)  # until they are there, and warm
        keys = keys[writers:]
        begin = perf_counter()
        done = pool.map(_answer, [keys[n::writers] for n in range(writers)])
        seconds = perf_counter() - begin
    slowest, work = max(slowest for slowest, _ in done), sum(work for _, work in done) / len(keys)
    print(f"{len(keys)} answers by {writers} writers: {len(keys) / seconds:.0f} a second, ", end="")
    print(f"slowest {slowest:.2f} s, processor {work * 1000:.1f} ms each")


def start_process() -> None:
    """Read the policy once, as a server has."""
    import django

    django.setup()
    from clausier.chapters.ambassadors.selectors import asked_of
    from clausier.identity.models import Person

    asked_of(Person.objects.order_by("pk")[0])


def reminders() -> None:
    """Send the first letter to everybody who has not answered, then nothing an hour later."""
    from datetime import timedelta

    from clausier.identity.actions import send_digests
    from clausier.lib import clock

    at = clock.now().replace(hour=15)
    print(f"    {told('letters of the day', lambda: send_digests(at))} written")
    print(f"    {told('an hour later', lambda: send_digests(at + timedelta(hours=1)))} written")


if __name__ == "__main__":
    main()

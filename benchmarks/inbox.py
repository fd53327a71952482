"""The inbox: how fast messages are received, and a page of its list at ten thousand and at a million messages.

``CLAUSIER_SHARED=… python benchmarks/inbox.py [ROWS]``; it works in a folder of its own, on SQLite, and leaves nothing
behind. The limit of the list is 60 ms of server time, and 1.5 between the two sizes.
"""

import os
import resource
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

ROOT = Path(__file__).parents[1]
RECEIVED, MANY, TRIES, LIMIT, RATIO = 10_000, 1_000_000, 20, 60, 1.5
PAGES = {
    "newest first": "",
    "most urgent first": "?order=urgent",
    "to hide": "?action=hide",
    "questions": "?intent=question",
    "questions in English, urgent": "?intent=question&language=en&order=urgent",
    "one channel": "?channel={channel}",
}


def prepared() -> tuple[Any, Any, Any]:
    """Make the database, the policy of Val-Bleu, a channel, and somebody signed in."""
    sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]
    import django

    django.setup()
    from django.core.management import call_command
    from django.test.utils import setup_test_environment

    setup_test_environment()
    call_command("migrate", verbosity=0)
    from clausier.identity.models import Organization
    from factories.inbox import make_channel, make_moderator, make_version
    from people import signed_in

    Organization.objects.create(pk=1, name="Ville de Val-Bleu")
    make_version()
    marc = make_moderator()
    return marc, make_channel(marc), signed_in(marc)


def messages() -> Iterator[Any]:
    """Return ten thousand messages like those of the corpus, each with its number."""
    from corpus import cases, comments

    from clausier.chapters.inbox.incoming import Incoming

    words = [each["text"] for each in (*comments(), *cases()) if each["direction"] == "incoming"]
    for number in range(RECEIVED):
        text = f"{words[number % len(words)]} {number}"
        yield Incoming(text=text, author=f"A{number % 3000}", handle=f"@a{number % 3000}", external_id=str(number))


def receive(marc: Any, channel: Any) -> None:
    """Receive them, and the same again."""
    from clausier.chapters.inbox.actions import receive as received

    start, worked = perf_counter(), process_time()
    batch = received(actor=marc, channel=channel, messages=messages(), obtained_by="file")
    spent, worked = perf_counter() - start, process_time() - worked
    print(f"received {batch.received:,} in {spent:.1f} s: {batch.received / spent:,.0f} a second")
    print(f"of which {worked:.1f} s of processor: {batch.received / worked:,.0f} a second of it", flush=True)
    start = perf_counter()
    again = received(actor=marc, channel=channel, messages=messages(), obtained_by="file")
    print(f"the same again: {again.known:,} known in {perf_counter() - start:.1f} s")
    print(f"memory at most: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def multiplied(rows: int) -> None:
    """Copy the rows until there are ``rows``, each at its own moment."""
    from django.db import connection

    from clausier.chapters.inbox.models import Item

    fields = [each.column for each in Item._meta.concrete_fields if each.column != "id"]  # noqa: SLF001
    ago = "n.v * 20000 + abs(random() % 20000)"
    new = {
        "uid": "lower(hex(randomblob(16)))",
        "external_id": "''",
        "received": f"strftime('%Y-%m-%d %H:%M:%f', received, '-' || ({ago}) || ' seconds')",
    }
    chosen = ", ".join(new.get(name, name) for name in fields)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous=OFF")
        cursor.execute("PRAGMA cache_size=-1000000")
        cursor.execute(
            f"WITH RECURSIVE n(v) AS (SELECT 1 UNION ALL SELECT v + 1 FROM n WHERE v < {rows // RECEIVED - 1}) "  # noqa: S608
            f"INSERT INTO inbox_item ({', '.join(fields)}) SELECT {chosen} FROM inbox_item, n WHERE id <= {RECEIVED}"
        )
        cursor.execute("ANALYZE")
        cursor.execute("PRAGMA cache_size=-2000")


def page(browser: Any, address: str) -> float:
    """Return the median server time of a page, in milliseconds of processor: others may use the machine."""
    times = []
    for _ in range(TRIES):
        start = process_time()
        assert browser.get(address).status_code == 200
        times.append((process_time() - start) * 1000)
    return statistics.median(times)


def pages(browser: Any, channel: Any) -> dict[str, float]:
    """Return the time of each page, the tenth of the list included."""
    told = {name: page(browser, f"/fr/inbox{query.format(channel=channel.uid)}") for name, query in PAGES.items()}
    after = ""
    for _ in range(9):
        after = browser.get("/fr/inbox", {"after": after}).context["page"].older
    return told | {"the tenth page": page(browser, f"/fr/inbox?after={after}")}


def main(rows: int) -> None:
    """Measure, and print."""
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"CLAUSIER_HOME": home, "DJANGO_SETTINGS_MODULE": "clausier.config.settings"}
        marc, channel, browser = prepared()
        receive(marc, channel)
        small = pages(browser, channel)
        multiplied(rows)
        large = pages(browser, channel)
        print(f"\n{'a page of 50':32}{RECEIVED:>12,}{rows:>12,}  ratio")
        for name, before in small.items():
            slow = " too slow" if large[name] > LIMIT or large[name] > RATIO * before else ""
            print(f"{name:32}{before:9.1f} ms{large[name]:9.1f} ms{large[name] / before:7.2f}{slow}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else MANY)

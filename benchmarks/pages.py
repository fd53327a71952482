"""Server time of pages, in this process, signed in: what a person waits for, the network left out.

    python benchmarks/pages.py [--times N]

Each page is asked for once without being counted, then N times. Limits: a live check in one's own name p95 20 ms.
A page is a line of ``PAGES``: its name, what asks for it, and its limit in milliseconds.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import quantiles
from time import perf_counter
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]
os.environ["DJANGO_SETTINGS_MODULE"] = "clausier.config.settings"
os.environ["CLAUSIER_HOME"] = tempfile.mkdtemp(prefix="clausier-pages-")
os.environ.pop("DATABASE_URL", None)

POSTS = (
    "Il fait beau sur le mont Royal ce matin.",
    "Bravo à la Ville de Val-Bleu, le meilleur déneigement du monde!",
    "Mon NAS est le 046 454 286, au secours. Écrivez-moi au 514 555-0199.",
    "Fière de notre équipe, qui a déneigé toute la nuit pour que les écoles ouvrent à l'heure. Merci à tous!",
)


class Page(NamedTuple):
    """A page to ask for, by its turn; ``limit`` is in milliseconds, None when it is only told."""

    name: str
    ask: Callable[[Any, int], Any]
    limit: float | None = None


def _check(browser: Any, turn: int) -> Any:
    said = {"text": f"{POSTS[turn % len(POSTS)]} {turn}", "network": "facebook", "as_whom": "me"}
    return browser.post("/fr/check", said, headers={"HX-Request": "true"})


def _get(path: str) -> Callable[[Any, int], Any]:
    return lambda browser, _turn: browser.get(path)


PAGES = (
    Page("live check", _check, 20),
    Page("check, empty", _get("/fr/check")),
    Page("read and sign, first time", _get("/fr/sign")),
    Page("drafts", _get("/fr/drafts")),
    Page("progress, 400 people", _get("/fr/progress")),
)


def prepare() -> Any:
    """Make a town of 400 people in a new home and return the browser of one of them."""
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from clausier.identity.models import Organization, Person
    from factories.posts import make_town
    from people import make_person, signed_in

    Organization.objects.create(pk=1, name="Ville de Val-Bleu")
    make_town()
    Person.objects.bulk_create(Person(name=f"Personne {number}") for number in range(400))
    browser = signed_in(make_person("Olga", "people-officer"))
    browser.defaults["SERVER_NAME"] = "localhost"
    return browser


def measure(page: Page, browser: Any, times: int) -> list[float]:
    """Return the milliseconds of each answer. Raises AssertionError for a page that does not answer."""
    assert page.ask(browser, 0).status_code == 200
    taken = []
    for turn in range(times):
        start = perf_counter()
        answer = page.ask(browser, turn)
        taken.append((perf_counter() - start) * 1000)
        assert answer.status_code == 200
    return taken


def main() -> int:
    """Print the figures, and return 1 when a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--times", type=int, default=200)
    times = parser.parse_args().times
    browser = prepare()
    print(f"{'page':32}{'p50 ms':>10}{'p95 ms':>10}{'limit':>10}")
    late = False
    for page in PAGES:
        cuts = quantiles(measure(page, browser, times), n=20)
        late |= page.limit is not None and cuts[18] > page.limit
        print(f"{page.name:32}{cuts[9]:10.1f}{cuts[18]:10.1f}{page.limit or '':>10}")
    return int(late)


if __name__ == "__main__":
    sys.exit(main())

"""The editor on a large policy: processor time of what answers while one writes, in this process, signed in.

    python benchmarks/editor.py [--times N]

The policy is a template with its clauses several times over, under other names. Each thing is done once without being
counted, then N times; the least is told. Limits: a live sentence 50 ms, a save 300 ms.
"""

import argparse
import os
import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]
os.environ["DJANGO_SETTINGS_MODULE"] = "clausier.config.settings"
os.environ["CLAUSIER_HOME"] = tempfile.mkdtemp(prefix="clausier-editor-")
os.environ.pop("DATABASE_URL", None)
OVER = 3  # times that each clause comes again


def grown(files: dict[str, str]) -> dict[str, str]:
    """Return the files of a policy with each clause several times over, every name in them once."""
    return {path: text + "".join(_again(text, turn) for turn in range(OVER)) for path, text in files.items()}


def _again(text: str, turn: int) -> str:
    clauses = text.partition("\nclauses:\n")[2]
    return re.sub(r"(?m)^(\s+(?:- )?id: \S+|.*\bbecause: [\w-]+)", rf"\g<1>-{turn}", clauses)


def prepare() -> tuple[Any, Any]:
    """Make a draft in a new home; return the browser of its author, and the draft."""
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.test.utils import setup_test_environment

    setup_test_environment()
    settings.DEBUG = False
    call_command("migrate", verbosity=0)
    from clausier.identity.models import Organization
    from clausier.policy.actions import start_draft
    from clausier.policy.selectors.sources import of_template
    from factories.policy import author
    from people import signed_in

    Organization.objects.create(pk=1, name="Ville de Val-Bleu")
    files = grown(of_template("public-body-qc", name="Ville de Val-Bleu", languages=("fr", "en")))
    return signed_in(author()), start_draft(actor=author(), title="Large", files=files)


def timed(ask: Callable[[], Any]) -> float:
    """Return the processor time of a thing, in milliseconds."""
    begun = process_time()
    answer = ask()
    spent = 1000 * (process_time() - begun)
    assert answer.status_code in {200, 302}, answer.status_code
    return spent


def least(ask: Callable[[], Any], times: int) -> float:
    """Return the least of several times, the first left out."""
    return min([timed(ask) for _ in range(times + 1)][1:])


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--times", type=int, default=7)
    times = parser.parse_args().times
    browser, draft = prepare()
    from clausier.policy import selectors
    from factories.asked import sent_by

    clauses = selectors.policy_of(draft).clauses()
    url = f"/en/policy/edit/{draft.uid}/clauses/{next(each.id for each in clauses if each.rules)}"
    rule = f"{url}/does/rules/0"

    def typed() -> dict[str, Any]:
        page = browser.get(rule).context
        return sent_by(page["work"].form.fields) | {"seen": [page["mark"]], "was": [page["was"]]}

    begun = typed()
    print(f"{len(clauses)} clauses, {sum(map(len, draft.files.values())):,} characters")
    print(f"{'live sentence of a rule':32} {least(lambda: browser.post(f'{rule}?live', begun), times):6.0f} ms (50)")
    for name in ("", "/does", "/does/rules/0", "/examples", "/law", "/check"):
        print(f"{f'page {name or chr(47)}':32} {least(lambda name=name: browser.get(url + name), times):6.0f} ms")
    spent = []
    for turn in range(times + 1):
        said = typed() | {"rules-say-en": [f"Not like this, {turn}."]}  # the page that it is sent from is not timed
        spent.append(timed(lambda said=said: browser.post(rule, said)))
    print(f"{'save of a rule':32} {min(spent[1:]):6.0f} ms (300)")


if __name__ == "__main__":
    main()

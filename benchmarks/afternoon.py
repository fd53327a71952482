"""From an empty installation to an adopted, published policy, in a real browser, as fast as somebody who thinks.

    python benchmarks/afternoon.py [--pause 5] [--port 8190] [--shots FOLDER] [--width 1280]

Starts the program on an empty home, founds the organisation, answers the interview, proposes the draft, records the
resolution of the council and reads the public page. Before each answer and each button somebody thinks for ``--pause``
seconds. Limit: 600 s with pauses of 5 s. Needs Playwright and Chromium.
"""

import argparse
import os
import re
import signal
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from time import perf_counter, sleep

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[1]
LIMIT = 600
SERVE = [sys.executable, "-m", "clausier.cli.main", "serve", "--port"]
SETUP = re.compile(r"http://\S+/setup\?token=\S+")
FOUNDING = {
    "organization": "Ville de Val-Bleu",
    "name": "Ada Roy",
    "email": "ada@valbleu.example",
    "password": "une phrase de passe",
    "other_name": "Bea Roy",
    "other_email": "bea@valbleu.example",
}
ANSWERS = {
    "sector": "public-body", "place": "quebec", "size": "some", "other-language": "no",
    "speaks": "designated", "deputies": "named", "members": "elected", "partners": "no",
    "training": "30d", "reads-first": "communications", "code-names": "no",
    "personal-use": "breaks", "share": "yes", "ownership": "person",
    "answer-in": "2d", "who-knows": "experts", "comments": "mixed",
    "deciders": "two", "appeals": "outside", "adopts": "council", "union": "yes",
}  # fmt: skip
FACTS = {
    "handles": "@VilleValBleu",
    "domains": "valbleu.example",
    "emails": "info@valbleu.example",
    "phones": "514 555-0100",
    "election": "2029-09-21 2029-11-04",
}


class Somebody:
    """Somebody at the browser, who thinks before each answer."""

    def __init__(self, page: Page, pause: float, shots: str) -> None:
        self.page, self.pause, self.shots, self.seen = page, pause, shots, 0

    def thinks(self) -> None:
        """Wait as a person does."""
        sleep(self.pause)

    def types(self, name: str, value: str) -> None:
        """Fill a field in."""
        self.thinks()
        self.page.fill(f"main [name='{name}']", value)

    def picks(self, name: str, value: str) -> None:
        """Pick a choice."""
        self.thinks()
        self.page.check(f"main [name='{name}'][value='{value}']", force=True)

    def presses(self, words: str) -> None:
        """Press a button, or follow a link that looks like one."""
        self.thinks()
        self.looks()
        self.page.locator("main").get_by_role("button", name=words).or_(
            self.page.locator("main").get_by_role("link", name=words)
        ).first.click()
        self.page.wait_for_load_state()

    def looks(self) -> None:
        """Keep a picture of the page, where pictures are asked for."""
        self.seen += 1
        if self.shots:
            self.page.screenshot(path=f"{self.shots}/{self.seen:02d}.png", full_page=True)


def walk(somebody: Somebody, setup: str) -> None:
    """Walk from the setup page to the policy in force."""
    page = somebody.page
    page.goto(setup.replace("/en/", "/fr/"))
    for name, value in FOUNDING.items():
        somebody.types(name, value)
    somebody.presses("Mettre en route")
    somebody.presses("Répondre à l'entrevue")
    somebody.presses("Commencer")
    while page.locator("main [name=revision]").count():
        answer(somebody)
        somebody.presses("Enregistrer et continuer")
    somebody.presses("Faire le projet")
    somebody.thinks()
    somebody.looks()
    page.locator("main form[action$='/act/propose'] button").first.click()
    page.wait_for_load_state()
    record(somebody)
    page.goto(re.sub(r"/fr/.*", "/fr/policy", page.url))
    somebody.looks()
    if "Ville de Val-Bleu" not in page.content() or not page.locator("main article, main section").count():
        raise SystemExit("the policy is not published")


def answer(somebody: Somebody) -> None:
    """Answer the questions of the screen."""
    page = somebody.page
    for name, value in FACTS.items():
        if page.locator(f"main [name='{name}']").count():
            somebody.types(name, value)
    for name, value in ANSWERS.items():
        if page.locator(f"main [name='{name}'][value='{value}']").count():
            somebody.picks(name, value)


def record(somebody: Somebody) -> None:
    """Record the resolution of the council, from today on."""
    page = somebody.page
    for details in page.locator("main details:has([name=body])").all():
        details.evaluate("each => each.open = true")
    today = date.today().isoformat()  # noqa: DTZ011  # as somebody types it
    somebody.types("body", "Conseil municipal")
    somebody.types("number", "2026-214")
    form = page.locator("main form:has([name=body])")
    form.locator("[name=date]").fill(today)
    form.locator("[name=in_force_from]").fill(today)
    somebody.looks()
    form.locator("button").last.click()
    page.wait_for_load_state()


def started(port: int, home: str) -> tuple[subprocess.Popen[str], str]:
    """Start the program on an empty home, and return it with the address of its setup page."""
    environ = os.environ | {"CLAUSIER_HOME": home, "PYTHONPATH": str(ROOT / "src"), "PYTHONUNBUFFERED": "1"}
    program = subprocess.Popen([*SERVE, str(port)], stdout=subprocess.PIPE, text=True, env=environ, cwd=ROOT)
    assert program.stdout
    for line in program.stdout:
        found = SETUP.search(line)
        if found:
            return program, found[0]
    raise SystemExit("the program did not start")


def main() -> None:
    """Walk once, and tell how long it took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pause", type=float, default=5)
    parser.add_argument("--port", type=int, default=8190)
    parser.add_argument("--width", type=int, default=1280)
    parser.add_argument("--shots", default="")
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home, sync_playwright() as playwright:
        program, setup = started(options.port, home)
        browser = playwright.chromium.launch(executable_path=options.chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": options.width, "height": 900}, locale="fr-CA")
        page.set_default_timeout(20_000)
        begun = perf_counter()
        try:
            walk(Somebody(page, options.pause, options.shots), setup)
        finally:
            browser.close()
            program.send_signal(signal.SIGTERM)
            program.wait(20)
    took = perf_counter() - begun
    print(f"from nothing to a published policy: {took:.0f} s, with pauses of {options.pause:g} s; limit {LIMIT} s")
    sys.exit(took > LIMIT)


if __name__ == "__main__":
    main()

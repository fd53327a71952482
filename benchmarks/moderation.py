"""Moderation by the keyboard over real comments, at the pauses of a person: keys and seconds a comment.

    python benchmarks/moderation.py COMMENTS.csv [--comments 60] [--network facebook]
        [--words-a-minute 250] [--pause 0.3]

The file has the columns of the YouTube spam collection: COMMENT_ID, AUTHOR, CONTENT, CLASS (1 is spam). The person of
the script reads at the pace given, waits before each key, and follows the label: spam is removed on the policy's ground
for advertising, the rest is left in place. It needs Chromium and Playwright, and leaves nothing behind.

Writing (the facts and the passage that the program did not propose) is typed at the pace of a person and counted
apart. What the program calls harmless is swept a screen at a time; spam among it is opened first.
"""

import argparse
import csv
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from socket import socket  # to find a free port of this machine
from typing import Any

ROOT = Path(__file__).parents[1]
GROUND, FACTS = "4", "Le message vante autre chose que nos services."
TYPED_A_SECOND = 5
Known = dict[str, tuple[bool, str]]  # by the name of a review: whether it is spam, and its text
TARGET_KEYS, TARGET_SECONDS = 1.4, 20 * 60 / 85


def comments(path: Path, count: int) -> list[dict[str, str]]:
    """Return comments of the file, drawn once for all."""
    with path.open(encoding="utf-8", errors="replace", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["CONTENT"].strip()]
    return random.Random(9).sample(rows, min(count, len(rows)))  # noqa: S311  # the same draw at each run


def prepared(rows: list[dict[str, str]], network: str) -> tuple[str, Known]:
    """Make the town, its moderator, and receive the comments; return the cookie of the moderator and who is spam."""
    sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from clausier.chapters.inbox.models import Item
    from clausier.identity.models import Organization
    from factories.inbox import make_channel, make_moderator, make_version, take
    from people import make_person, signed_in

    Organization.objects.create(pk=1, name="Ville de Val-Bleu")
    make_version()
    marc = make_moderator()
    make_person("Andrée Appel", "appeal-decider")
    channel = make_channel(marc, network=network)
    take(
        marc,
        channel,
        *({"text": row["CONTENT"], "author": row["AUTHOR"], "external_id": row["COMMENT_ID"]} for row in rows),
    )
    spam = {row["COMMENT_ID"] for row in rows if row["CLASS"] == "1"}
    items = Item.objects.select_related("review")
    cookie = signed_in(marc).cookies["sessionid"].value
    return cookie, {each.review.uid: (each.external_id in spam, each.text) for each in items}


class Person:
    """Somebody at a keyboard: reads, waits, presses; counts keys, requests and seconds."""

    def __init__(self, page: Any, known: Known, arguments: argparse.Namespace) -> None:
        self.page, self.known, self.arguments = page, known, arguments
        self.keys = self.requests = self.decided = self.swept = self.written = 0
        self.waited = 0.0
        page.on("request", self._asked)

    def _asked(self, request: Any) -> None:
        self.requests += "/moderation" in request.url and request.resource_type in {"document", "xhr", "fetch"}

    def read(self, text: str) -> None:
        time.sleep(max(0.6, len(text.split()) * 60 / self.arguments.words_a_minute))

    def press(self, key: str) -> None:
        time.sleep(self.arguments.pause)
        self.keys += 1
        self.page.keyboard.press(key)

    def write(self, text: str) -> None:
        self.written += 1
        self.page.keyboard.type(text, delay=1000 / TYPED_A_SECOND)

    def wait(self, selector: str) -> None:
        """Wait for the program, and remember how long."""
        start = time.perf_counter()
        self.page.locator(selector).first.wait_for()
        self.waited += time.perf_counter() - start

    def decide(self) -> None:
        """Decide on the comment that is shown."""
        shown = self.page.locator("#desk").get_attribute("data-review")
        is_spam, text = self.known[shown]
        self.read(text)
        if is_spam:
            self.remove(text)
        else:
            self.press("f")
        self.decided += 1
        self.wait(f"#desk:not(.htmx-added):not([data-review='{shown}'])")

    def remove(self, text: str) -> None:
        self.press(GROUND)
        self.wait("#case input[name=facts]:focus")
        if not self.page.locator("#case input[name=facts]").input_value():
            self.write(FACTS)
            self.press("Tab")
            self.page.keyboard.insert_text(text)  # copied from above
            self.press("Control+Enter")
        else:
            self.press("Enter")

    def sweep(self) -> bool:
        """Sweep a screen, the spam on it first; tell whether there was one."""
        self.page.goto("/fr/moderation/sweep")
        rows = [each.get_attribute("value").partition(":")[0] for each in self.page.locator("input[name=seen]").all()]
        if not rows:
            return False
        for uid in rows:
            self.read(self.known[uid][1])
        for uid in rows:
            if self.known[uid][0]:
                self.keys += 1  # a press on Open
                self.page.goto(f"/fr/moderation/{uid}")
                self.remove(self.known[uid][1])
                self.decided += 1
                self.wait(f"#desk:not(.htmx-added):not([data-review='{uid}'])")
        self.page.goto("/fr/moderation/sweep")
        self.swept += self.page.locator("input[name=seen]").count()
        if self.page.locator("[data-key=s]").count():
            self.press("s")
            self.page.wait_for_load_state()
        return True


def served(port: int) -> "subprocess.Popen[bytes]":
    """Start a server and wait until it answers."""
    command = [sys.executable, "-m", "django", "runserver", f"127.0.0.1:{port}", "--noreload"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(200):
        with socket() as door:
            if door.connect_ex(("127.0.0.1", port)) == 0:
                return server
        time.sleep(0.1)
    raise SystemExit("the server does not answer")


def worked(cookie: str, known: Known, arguments: argparse.Namespace, port: int) -> None:
    """Let the person work through everything; print what it took."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_context(base_url=f"http://127.0.0.1:{port}").new_page()
        page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": f"http://127.0.0.1:{port}"}])
        person = Person(page, known, arguments)
        start = time.perf_counter()
        page.goto("/fr/moderation")
        while page.locator("#desk").get_attribute("data-review"):
            person.decide()
        while person.sweep():
            pass
        told(person, time.perf_counter() - start)
        browser.close()


def told(person: Person, spent: float) -> None:
    """Print what it took, beside the target."""
    items = person.decided + person.swept
    print(f"{items} comments in {spent / 60:.1f} minutes: {person.decided} decided, {person.swept} swept")
    print(f"keys: {person.keys}, {person.keys / items:.2f} a comment (target {TARGET_KEYS}), writing apart")
    print(f"facts written by hand: {person.written}")
    print(f"seconds: {spent / items:.1f} a comment (target {TARGET_SECONDS:.1f})")
    print(
        f"requests: {person.requests}, {person.requests / items:.2f} a comment; waiting for them {person.waited:.1f} s"
    )


def main() -> None:
    """Work through the comments of a file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--comments", type=int, default=60)
    parser.add_argument("--network", default="facebook")
    parser.add_argument("--words-a-minute", type=float, default=250)
    parser.add_argument("--pause", type=float, default=0.3, help="seconds before each key")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as home, socket() as door:
        os.environ |= {
            "CLAUSIER_HOME": home,
            "CLAUSIER_DEBUG": "1",
            "DJANGO_SETTINGS_MODULE": "clausier.config.settings",
            "DJANGO_ALLOW_ASYNC_UNSAFE": "1",
        }
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
        door.close()
        cookie, known = prepared(comments(arguments.file, arguments.comments), arguments.network)
        server = served(port)
        try:
            worked(cookie, known, arguments, port)
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    main()

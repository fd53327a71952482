"""A small policy, and the program run in this process as a shell would run it."""

import io
import sys
from typing import NamedTuple

import pytest

from clausier.cli.main import main
from clausier.document.chapters import CHAPTERS

POLICY = """\
clausier: 1
id: small
languages: [fr, en]
title: {fr: Politique, en: Policy}
sector: company
audiences: {everyone: {name: {fr: Tout le personnel, en: All staff}}}
duties: {desk: {name: {fr: Accueil, en: Front desk}}}
reference_date: 2026-11-23
"""
FACTS = """\
names: {fr: [Atelier Modèle], en: [Model Workshop]}
calendar: {timezone: America/Toronto, hours: {mon-fri: "08:30-16:30"}}
"""
CHAPTER = """\
chapter: transparency
number: 2
title: {fr: La transparence, en: Transparency}
clauses:
  - id: transparency.links
    title: {fr: Les liens, en: Links}
    text: {fr: Dites où mène un lien., en: Say where a link leads.}
    rules:
      - id: link-advice
        when: {has: [link]}
        do: advise
        say: {fr: Dites où mène le lien., en: Say where the link leads.}
      - id: mention-review
        when: {has: [mention]}
        unless: {relation: public}
        do: review
        say: {fr: Faites relire les mentions., en: Have mentions reviewed.}
      - id: night
        when: {time: working-hours, account_kind: personal}
        do: justify
        say: {fr: Dites pourquoi maintenant., en: Say why now.}
    examples:
      - {text: "Lisez https://exemple.example/a", lang: fr, expect: advise, because: link-advice}
      - {text: Good morning!, lang: en, expect: allow}
      - {text: "Merci @untel", lang: fr, as: employee, expect: review, because: mention-review}
      - text: My coffee
        lang: en
        account: {kind: personal}
        at: 2026-11-23T10:00:00-05:00
        expect: justify
        because: night
  - id: transparency.numbers
    title: {fr: Les numéros, en: Numbers}
    text: {fr: Taisez les numéros., en: Keep numbers to yourself.}
    rules:
      - id: no-number
        when: {signal: [pi.sin]}
        do: block
        say: {fr: Retirez ce numéro., en: Take this number out.}
      - id: held-link
        direction: incoming
        when: {has: [link]}
        do: hold
        notify: [desk]
        say: {fr: Regardez ce lien., en: Look at this link.}
    examples:
      - {text: Mon NAS est 130 692 544, lang: fr, expect: block, because: no-number}
      - {text: My SIN is 130 692 544, lang: en, expect: block, because: no-number}
      - {text: "See https://example.example/a", lang: en, as: public, expect: hold, because: held-link}
"""
SIN = "130 692 544"


class Result(NamedTuple):
    """What a run of the program gave."""

    status: int
    out: str
    err: str


class Stream(io.TextIOWrapper):
    """A stream that may be a terminal."""

    def __init__(self, data=b"", *, encoding="utf-8", terminal=False):
        super().__init__(io.BytesIO(data), encoding=encoding, write_through=True, newline="")
        self.terminal = terminal

    def isatty(self):
        return self.terminal

    def said(self):
        return self.buffer.getvalue().decode(self.encoding)


@pytest.fixture
def clausier(monkeypatch):
    """Run the program: arguments, then what surrounds it."""
    for name in ("LC_ALL", "LC_MESSAGES", "NO_COLOR", "FORCE_COLOR", "CLAUSIER_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "100")

    def run(*arguments, stdin=b"", locale="en_CA.UTF-8", encoding="utf-8", terminal=False, asked=False):
        data = stdin.encode() if isinstance(stdin, str) else stdin
        streams = {
            "stdin": Stream(data, terminal=asked),
            "stdout": Stream(encoding=encoding, terminal=terminal),
            "stderr": Stream(encoding=encoding),
        }
        monkeypatch.setenv("LANG", locale)
        for name, stream in streams.items():
            monkeypatch.setattr(sys, name, stream)
        status = main([str(each) for each in arguments])
        return Result(status, streams["stdout"].said(), streams["stderr"].said())

    return run


@pytest.fixture
def small(tmp_path):
    """A small policy in a folder."""
    return write(tmp_path / "small")


@pytest.fixture
def complete(tmp_path):
    """The small policy with the nine other chapters, a text in each: nothing is wrong with it."""
    others = {
        f"chapters/{number:02}-{slug}": f"chapter: {slug}\nnumber: {number}\ntitle: {{fr: {fr}, en: {en}}}\n"
        f"clauses:\n  - {{id: {slug}.text, title: {{fr: {fr}, en: {en}}}, text: {{fr: {fr}, en: {en}}}, guide: true}}\n"
        for number, slug, _, fr, en in CHAPTERS
        if slug != "transparency"
    }
    return write(tmp_path / "complete", **others)


def write(folder, **files):
    """Write the small policy, some of its files replaced."""
    content = {"policy": POLICY, "facts": FACTS, "chapters/02-transparency": CHAPTER, **files}
    for name, text in content.items():
        file = folder / f"{name}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder

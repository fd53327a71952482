"""``clausier import``: bring in people, messages, a policy or mail that came back, by what the pages call."""

import argparse
import errno
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clausier.cli.arguments import Parser
from clausier.cli.console import Console
from clausier.cli.failure import FINE, FOUND, Failure
from clausier.cli.site import migrate, site

if TYPE_CHECKING:
    from clausier.identity.models import Person

PEOPLE, COMMENTS, POLICY, RETURNS = "people", "messages", "policy", "returns"


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    say = parser.say
    parser.add_argument(
        "what", choices=(PEOPLE, COMMENTS, POLICY, RETURNS), metavar=say("what"), help=say("import-what")
    )
    parser.add_argument("file", metavar=say("file"), help=say("import-file"))
    parser.add_argument("--as", dest="by", metavar=say("email"), help=say("import-as"))
    parser.add_argument("--channel", metavar=say("name"), help=say("import-channel"))


def run(options: argparse.Namespace, console: Console) -> int:
    """Import a file in somebody's name, who must have the right to."""
    path = Path(options.file)
    if not path.exists():
        raise FileNotFoundError(errno.ENOENT, "", options.file)
    with site(console):
        migrate(console)
        from clausier.lib.sheets import SheetError

        person = _person(options.by)
        try:
            if options.what == PEOPLE:
                return _people(console, path, person)
            if options.what == COMMENTS:
                return _messages(console, path, person, options.channel)
            if options.what == RETURNS:
                return _returns(console, path, person)
            return _policy(console, path, person)
        except SheetError as error:
            raise Failure("refused", message=str(error.sentence)) from error


def _person(email: str | None) -> "Person":
    from clausier.identity.models import Person

    if not email:
        raise Failure("who-imports")
    person = Person.objects.filter(email__iexact=email, is_active=True).first()
    if person is None:
        raise Failure("no-such-person", address=email)
    return person


def _people(console: Console, path: Path, person: "Person") -> int:
    """Write all the lines, or none when one has an error."""
    from clausier.identity.actions import confirm_import, drop_import, read_people

    with path.open("rb") as source:
        batch = read_people(actor=person, source=source)
    wrong = [line for line in batch.plan if line["does"] == "error"]
    if wrong:
        for line in wrong:
            console.complain(console.text("line-problem", line=line["line"], message=line["error"]))
        drop_import(actor=person, batch=batch)
        console.complain(console.text("nothing-imported"))
        return FOUND
    counts = confirm_import(actor=person, batch=batch).counts
    added, changed, same = (str(counts.get(each, 0)) for each in ("add", "change", "same"))
    console.say("import-people", added=added, changed=changed, same=same)
    return FINE


def _messages(console: Console, path: Path, person: "Person", name: str | None) -> int:
    """Receive the messages by parts, each whole; one that was received is known."""
    from tqdm import tqdm

    from clausier.chapters.inbox import sheet, staging
    from clausier.chapters.inbox.actions import begin_import, continue_import

    channel = _channel(name)
    with path.open("rb") as content:
        file = staging.staged(staging.stage(content, person), person)
    try:
        preview = sheet.preview(file, sheet.guessed(sheet.headings_of(file)))
    except BaseException:
        staging.let_go(file)
        raise
    for line, sentence in preview.wrong:
        console.complain(console.text("line-problem", line=line, message=sentence))
    batch = begin_import(actor=person, channel=channel, file=file, columns=preview.columns, rows=preview.rows)
    with tqdm(total=preview.rows, initial=batch.rows, leave=False, disable=None) as bar:
        while batch.is_running:
            before = batch.rows
            batch = continue_import(actor=person, batch=batch)
            bar.update(batch.rows - before)
    console.say("import-messages", received=str(batch.received), known=str(batch.known))
    return FOUND if preview.wrong_count else FINE


def _channel(name: str | None) -> Any:
    from clausier.chapters.inbox.models import Channel

    channels = {channel.name: channel for channel in Channel.objects.filter(closed=None)}
    if name not in channels:
        raise Failure("no-such-channel", name=name or "", names=", ".join(channels))
    return channels[name]


def _policy(console: Console, path: Path, person: "Person") -> int:
    """Make a draft of a policy; it is proposed and adopted in the pages."""
    from django.conf import settings
    from django.urls import reverse

    from clausier.policy.actions import import_policy
    from clausier.policy.selectors.sources import of_path

    version = import_policy(actor=person, files=of_path(path), title=path.stem).version
    console.say("import-policy", url=settings.PUBLIC_URL + reverse("policy-draft", args=[version.uid]))
    return FINE


def _returns(console: Console, path: Path, person: "Person") -> int:
    """Take letters saved from a mailbox, one or a folder of them; one that is no notice of ours is counted apart."""
    from clausier.connectors.mailbox import LARGEST
    from clausier.web.outbox.returns import take_file

    files = sorted(each for each in path.glob("*.eml") if each.is_file()) if path.is_dir() else [path]
    outcomes = []
    for file in files:
        with file.open("rb") as letter:
            outcomes.append(take_file(actor=person, content=letter.read(LARGEST)))
    failing, other = outcomes.count("gone"), outcomes.count("")
    console.say("import-returns", gone=failing, passing=len(outcomes) - failing - other, other=other)
    return FINE

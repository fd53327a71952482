"""What is printed of a policy, as plain data: the PDF and the Word file are two settings of the same sheet.

Nothing here is markup any more: the Markdown of a clause has become runs of words with their marks, so that no text can
act on the program that sets it. The questions stay out, since their answers would stand beside them,
and of the examples two a clause are enough.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from clausier.document.model import Facts, Policy
from clausier.document.rendering import labels
from clausier.document.rendering.view import Edition, ShownClause, ShownExample, View

# Small pictures, which the letters of a printed page do not hold: they are named instead.
_EMOJI = re.compile(r"[\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001fbff\ufe0f\u200d\u20e3]+")
_LETTER_PAPER = ("CA", "US")  # where a page is a letter, not an A4
_SAFE_LINKS = ("https:", "http:", "mailto:", "tel:")


@dataclass(frozen=True, slots=True)
class Run:
    """Words that are set alike; ``language`` is empty when it is that of the sheet."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    link: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (``runs``), a list or quotation (``items``), or a table (``rows`` of cells, the head first)."""

    kind: str  # paragraph, bullets, numbers, quotation, table
    runs: Sequence[Run] = ()
    items: Sequence[Sequence["Block"]] = ()
    rows: Sequence[Sequence[Sequence[Run]]] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """A titled list under a clause: what the software does, examples, laws."""

    title: str
    items: Sequence[Sequence[Run]]
    note: str = ""


@dataclass(frozen=True, slots=True)
class PrintedClause:
    """A clause; one that is internal and left out has its number and a title that says so."""

    number: str
    id: str
    title: str
    audience: str = ""
    purpose: str = ""
    blocks: Sequence[Block] = ()
    groups: Sequence[Group] = ()


@dataclass(frozen=True, slots=True)
class PrintedChapter:
    """A chapter and its clauses."""

    number: int
    title: str
    purpose: str
    clauses: Sequence[PrintedClause]


@dataclass(frozen=True, slots=True)
class Part:
    """A titled part that stands before or after the chapters, and is none of the policy."""

    title: str
    blocks: Sequence[Block]


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that is printed, in one language. ``words`` holds the words of the page itself, by name."""

    language: str
    title: str
    organization: str
    version: str
    review: str
    date: dt.date
    paper: str
    is_draft: bool
    chapters: Sequence[PrintedChapter]
    words: dict[str, str] = field(default_factory=dict)
    before: Sequence[Part] = ()
    after: Sequence[Part] = ()


def sheet_of(policy: Policy, facts: Facts, language: str, edition: Edition) -> Sheet:
    """Return what is printed of a policy, in one language."""
    view = View(policy, facts, language, edition)
    return Sheet(
        language=language,
        title=view.text(policy.title),
        organization=view.organization,
        version=view.version,
        review=view.review,
        date=edition.date or policy.reference_date or dt.date(1970, 1, 1),
        paper="us-letter" if any(each.split("-")[0] in _LETTER_PAPER for each in policy.jurisdictions) else "a4",
        is_draft=edition.draft or not (edition.version or policy.version),
        chapters=[
            PrintedChapter(
                number=chapter.number,
                title=view.text(chapter.title),
                purpose=view.text(chapter.purpose),
                clauses=[_clause(view, clause) for clause in view.clauses(chapter)],
            )
            for chapter in policy.chapters
        ],
        words={
            "contents": view.of(labels.CONTENTS),
            "draft": view.of(labels.DRAFT),
            "audience": view.of(labels.FOR),
            "page": view.of(labels.PAGE),
        },
    )


def blocks_of(text: str) -> list[Block]:
    """Return the Markdown of a text as blocks."""
    return list(_blocks(SyntaxTreeNode(_parser().parse(text)).children))


def named_emoji(text: str, language: str) -> str:
    """Return a text with each run of small pictures named, since letters have none."""
    return _EMOJI.sub(labels.EMOJI.in_language(language), text)


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def _clause(view: View, clause: ShownClause) -> PrintedClause:
    if not clause.id:
        return PrintedClause(clause.number, "", view.of(labels.INTERNAL))
    groups = [
        Group(view.of(labels.RUNS), _sentences(clause.runs)),
        Group(view.of(labels.PLANNED), _sentences(clause.planned), view.of(labels.PLANNED_NOTE)),
        Group(view.of(labels.EXAMPLES), [_example(view, each) for each in clause.illustrations]),
        Group(
            view.of(labels.SERVES), [[Run(citation, emphasis=True), Run(f" {say}")] for citation, say in clause.laws]
        ),
    ]
    return PrintedClause(
        number=clause.number,
        id=clause.id,
        title=clause.title,
        audience=clause.audience,
        purpose=clause.purpose,
        blocks=blocks_of(clause.text),
        groups=[each for each in groups if each.items],
    )


def _sentences(sentences: Sequence[str]) -> list[list[Run]]:
    return [[Run(each)] for each in sentences]


def _example(view: View, example: ShownExample) -> list[Run]:
    words = view.of(labels.QUOTED).format(" ".join(example.text.split()))
    quoted = Run(words, language=example.language if example.language != view.language else "")
    situation = f" {example.situation}." if example.situation else ""
    return [quoted, Run(f"{situation} → "), Run(example.expected, strong=True)]


def _blocks(nodes: Sequence[SyntaxTreeNode]) -> Iterator[Block]:
    for node in nodes:
        if node.type in ("bullet_list", "ordered_list", "blockquote"):
            kind = {"bullet_list": "bullets", "ordered_list": "numbers"}.get(node.type, "quotation")
            parts = [node.children] if kind == "quotation" else [item.children for item in node.children]
            yield Block(kind, items=[list(_blocks(part)) for part in parts])
        elif node.type == "table":
            rows = [row for part in node.children for row in part.children]
            yield Block("table", rows=[[_runs_of(cell) for cell in row.children] for row in rows])
        elif node.type in ("fence", "code_block"):
            yield Block("paragraph", runs=[Run(node.content.rstrip("\n"), code=True)])
        elif node.children:
            # A heading inside a clause would stand beside those of the clauses: it is set as strong words.
            yield Block("paragraph", runs=_runs_of(node, Run("", strong=node.type == "heading")))


def _runs_of(node: SyntaxTreeNode, marks: Run | None = None) -> list[Run]:
    return [run for inline in node.children for run in _runs(inline.children, marks or Run(""))]


def _runs(nodes: Sequence[SyntaxTreeNode], marks: Run) -> Iterator[Run]:
    """Yield the runs of some inline nodes; ``marks`` are those of the nodes around them."""
    for node in nodes:
        if node.type in ("strong", "em", "link"):
            target = str(node.attrs.get("href", "")) if node.type == "link" else marks.link
            yield from _runs(
                node.children,
                Run(
                    "",
                    strong=marks.strong or node.type == "strong",
                    emphasis=marks.emphasis or node.type == "em",
                    link=target if target.startswith(_SAFE_LINKS) else "",
                ),
            )
        else:
            text = " " if node.type == "softbreak" else "\n" if node.type == "hardbreak" else node.content
            if text:
                yield Run(text, marks.strong, marks.emphasis, node.type == "code_inline", marks.link)

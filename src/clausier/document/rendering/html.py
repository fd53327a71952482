"""The policy as one HTML page: semantic, addressable, and complete in itself."""

from collections.abc import Iterable
from functools import cache
from html import escape
from importlib.resources import files

import nh3
from markdown_it import MarkdownIt

from clausier.document.model import Chapter, Facts, Policy
from clausier.document.rendering import labels
from clausier.document.rendering.view import Edition, ShownClause, ShownExample, ShownQuestion, View

# What the Markdown of a clause may become. Headings are the page's own.
_TABLE_TAGS = {"table", "thead", "tbody", "tr", "th", "td"}
_TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "a", "blockquote", "code", *_TABLE_TAGS}
_SCHEMES = {"https", "http", "mailto", "tel"}


def render_html(policy: Policy, facts: Facts, language: str, edition: Edition | None = None) -> str:
    """Return the whole policy in one language as a page that needs nothing else."""
    view = View(policy, facts, language, edition or Edition())
    title = escape(view.text(policy.title))
    body = "\n".join(
        [
            f'<a class="skip" href="#policy">{view.of(labels.SKIP)}</a>',
            _cover(view, title),
            '<div class="page">',
            _contents(view),
            '<main id="policy">',
            *(_chapter(view, chapter) for chapter in policy.chapters),
            "</main>",
            "</div>",
            f"<footer><p>{title}<br>{escape(view.version)}</p></footer>",
        ]
    )
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title} - {escape(view.organization)}</title>\n<style>\n{_style()}</style>\n</head>\n"
        f"<body>\n{body}\n</body>\n</html>\n"
    )


@cache
def _style() -> str:
    return (files("clausier.document.rendering") / "page.css").read_text(encoding="utf-8")


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def marked_up(text: str) -> str:
    """Return the Markdown of a clause as HTML that is safe to show: known tags, no script, no style."""
    return nh3.clean(_parser().render(text), tags=_TAGS, attributes={"a": {"href"}}, url_schemes=_SCHEMES).strip()


def _cover(view: View, title: str) -> str:
    links = "".join(
        f'<a href="{escape(file)}" lang="{other}" hreflang="{other}">{labels.LANGUAGE_NAMES.get(other, other)}</a>'
        for other, file in view.edition.others.items()
    )
    languages = f"<p class=languages>{links}</p>" if links else ""
    review = f'<p class="review">{escape(view.review)}</p>\n' if view.review else ""
    return (
        f'<header class="cover">\n<p class="organization">{escape(view.organization)}</p>\n<h1>{title}</h1>\n'
        f'<p class="edition">{escape(view.version)}</p>\n{review}{languages}</header>'
    )


def _contents(view: View) -> str:
    chapters = "\n".join(
        f'<li><a href="#{chapter.chapter}"><span class="number">{chapter.number}</span> '
        f"<span>{escape(view.text(chapter.title))}</span></a>\n<ol>{_contents_of(view, chapter)}</ol></li>"
        for chapter in view.policy.chapters
    )
    name = view.of(labels.CONTENTS)
    return f'<nav class="contents" aria-label="{name}">\n<h2>{name}</h2>\n<ol>\n{chapters}\n</ol>\n</nav>'


def _contents_of(view: View, chapter: Chapter) -> str:
    return "".join(
        f'<li><a href="#{clause.id}"><span class="number">{clause.number}</span> '
        f"<span>{escape(clause.title)}</span></a></li>"
        for clause in view.clauses(chapter)
        if clause.id
    )


def _chapter(view: View, chapter: Chapter) -> str:
    purpose = f'<p class="purpose">{escape(view.text(chapter.purpose))}</p>\n' if chapter.purpose else ""
    clauses = "\n".join(_clause(view, clause) for clause in view.clauses(chapter))
    return (
        f'<section class="chapter" id="{chapter.chapter}">\n'
        f'<h2><span class="number">{chapter.number}</span> {escape(view.text(chapter.title))}</h2>\n'
        f"{purpose}{clauses}\n</section>"
    )


def _clause(view: View, clause: ShownClause) -> str:
    if not clause.id:
        return f'<p class="internal"><span class="number">{clause.number}</span> {view.of(labels.INTERNAL)}</p>'
    anchor = f'<a class="number" href="#{clause.id}" title="{view.of(labels.LINK)}">{clause.number}</a>'
    parts = [
        f'<article class="clause" id="{clause.id}">',
        f"<h3>{anchor} {escape(clause.title)}</h3>",
        f'<p class="audience">{view.of(labels.FOR)} {escape(clause.audience)}</p>' if clause.audience else "",
        f'<p class="purpose">{escape(clause.purpose)}</p>' if clause.purpose else "",
        f'<div class="text">{marked_up(clause.text)}</div>',
        _acts(view.of(labels.RUNS), "", clause.runs),
        _acts(view.of(labels.PLANNED), view.of(labels.PLANNED_NOTE), clause.planned),
        _examples(view, clause),
        *(_question(view, question) for question in clause.questions),
        _laws(view, clause.laws),
        "</article>",
    ]
    return "\n".join(part for part in parts if part)


def _acts(title: str, note: str, sentences: list[str]) -> str:
    if not sentences:
        return ""
    small = f" <small>{note}</small>" if note else ""
    told = _list(map(escape, sentences))
    return f'<section class="{"planned" if note else "runs"}">\n<h4>{title}{small}</h4>\n{told}\n</section>'


def _list(items: Iterable[str]) -> str:
    return "<ul>\n" + "\n".join(f"<li>{item}</li>" for item in items) + "\n</ul>"


def _examples(view: View, clause: ShownClause) -> str:
    """Show two examples; the others unfold."""
    if not clause.examples:
        return ""
    shown = clause.illustrations
    more = [each for each in clause.examples if each not in shown]
    title = view.of(labels.EXAMPLES)
    return f'<section class="examples">\n<h4>{title}</h4>\n{_example_list(view, shown)}{_more(view, more)}\n</section>'


def _more(view: View, examples: list[ShownExample]) -> str:
    if not examples:
        return ""
    summary = f"<summary>{view.of(labels.MORE_EXAMPLES)} ({len(examples)})</summary>"
    return f"\n<details>\n{summary}\n{_example_list(view, examples)}\n</details>"


def _example_list(view: View, examples: list[ShownExample]) -> str:
    return _list(_example(view, example) for example in examples)


def _example(view: View, example: ShownExample) -> str:
    language = f' lang="{example.language}"' if example.language != view.language else ""
    situation = f"<span>{escape(example.situation)}</span> " if example.situation else ""
    expected = f'<strong class="{"asks" if example.strict else "lets"}">{escape(example.expected)}</strong>'
    return f"<blockquote{language}>{escape(example.text)}</blockquote>\n<p>{situation}{expected}</p>"


def _question(view: View, question: ShownQuestion) -> str:
    choices = _list(
        f"{escape(text)}{f' <strong>{view.of(labels.RIGHT)}</strong>' if right else ''}"
        f"{f' <span>{escape(why)}</span>' if why else ''}"
        for text, right, why in question.choices
    )
    name = view.of(labels.QUESTION)
    return (
        f'<details class="question">\n<summary>{name}</summary>\n<p>{escape(question.ask)}</p>\n{choices}\n</details>'
    )


def _laws(view: View, laws: list[tuple[str, str]]) -> str:
    if not laws:
        return ""
    shown = _list(f"<cite>{escape(citation)}</cite> {escape(say)}" for citation, say in laws)
    return f'<section class="laws">\n<h4>{view.of(labels.SERVES)}</h4>\n{shown}\n</section>'

"""The policy as one Markdown page."""

from collections.abc import Iterator

from clausier.document.model import Facts, Policy
from clausier.document.rendering import labels
from clausier.document.rendering.view import Edition, ShownClause, ShownExample, View


def render_markdown(policy: Policy, facts: Facts, language: str, edition: Edition | None = None) -> str:
    """Return the whole policy in one language, with an anchor on each clause."""
    view = View(policy, facts, language, edition or Edition())
    blocks = [f"# {view.text(policy.title)}", f"{view.organization}  \n{view.version}"]
    blocks += [view.review] if view.review else []
    blocks += [f"[{labels.LANGUAGE_NAMES.get(other, other)}]({file})" for other, file in view.edition.others.items()]
    blocks += [f"## {view.of(labels.CONTENTS)}", "\n".join(_contents(view))]
    for chapter in policy.chapters:
        blocks.append(f"## {chapter.number}. {view.text(chapter.title)}")
        blocks += [f"*{view.text(chapter.purpose)}*"] if chapter.purpose else []
        blocks += [block for clause in view.clauses(chapter) for block in _clause(view, clause)]
    return "\n\n".join(blocks) + "\n"


def _contents(view: View) -> Iterator[str]:
    for chapter in view.policy.chapters:
        yield f"- {chapter.number}. {view.text(chapter.title)}"
        for clause in view.clauses(chapter):
            yield f"  - {clause.number} " + (
                f"[{clause.title}](#{clause.id})" if clause.id else view.of(labels.INTERNAL)
            )


def _clause(view: View, clause: ShownClause) -> Iterator[str]:
    if not clause.id:
        yield f"### {clause.number} {view.of(labels.INTERNAL)}"
        return
    yield f'### <a id="{clause.id}"></a>{clause.number} {clause.title}'
    if clause.audience:
        yield f"*{view.of(labels.FOR)} {clause.audience}*"
    yield from (text for text in (clause.purpose and f"*{clause.purpose}*", clause.text) if text)
    yield from _listed(view.of(labels.RUNS), clause.runs)
    yield from _listed(f"{view.of(labels.PLANNED)} ({view.of(labels.PLANNED_NOTE)})", clause.planned)
    yield from _listed(view.of(labels.EXAMPLES), [_example(view, each) for each in clause.examples])
    for question in clause.questions:
        yield f"**{view.of(labels.QUESTION)}**  \n{question.ask}"
        yield "\n".join(
            f"- {text}{f' (**{view.of(labels.RIGHT)}**)' if right else ''}{f' {why}' if why else ''}"
            for text, right, why in question.choices
        )
    yield from _listed(view.of(labels.SERVES), [f"{citation}. {say}" for citation, say in clause.laws])


def _example(view: View, example: ShownExample) -> str:
    quoted = view.of(labels.QUOTED).format(_one_line(example.text))
    situation = f"{example.situation}. " if example.situation else ""
    return f"{quoted} {situation}→ {example.expected}"


def _listed(title: str, items: list[str]) -> Iterator[str]:
    if items:
        yield f"**{title}**"
        yield "\n".join(f"- {item}" for item in items)


def _one_line(text: str) -> str:
    return " ".join(text.split())

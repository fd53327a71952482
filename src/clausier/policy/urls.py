"""The addresses of the room."""

from django.urls import path, register_converter

from clausier.policy.selectors.printing import KINDS
from clausier.policy.views import (
    beside,
    checks,
    clauses,
    consultation,
    doing,
    drafts,
    editing,
    facts,
    files,
    folders,
    life,
    lists,
    public,
)


class Number:
    """The number of a version, such as ``2.1``."""

    regex = r"\d{1,4}\.\d{1,4}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return str(value)


class ClauseId:
    """The id of a clause, such as ``comments.spam-removed``."""

    regex = r"[a-z][a-z0-9-]*\.[a-z0-9-]+"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return str(value)


register_converter(Number, "number")


class FileKind:
    """The kind of a file, such as ``pdf``."""

    regex = "|".join(KINDS)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return str(value)


register_converter(ClauseId, "clause")
register_converter(FileKind, "kind")

CLAUSE = "policy/edit/<str:uid>/clauses/<clause:clause>"

urlpatterns = [
    path("policy", public.policy, name="policy"),
    path("policy.<kind:kind>", files.current, name="policy-file-now"),
    path("policy/embedded", files.embedded, name="policy-embedded"),
    path("policy/<number:number>.<kind:kind>", files.file, name="policy-file"),
    path("policy/compare", public.compare, name="policy-compare"),
    path("policy/<number:number>", public.version, name="policy-version"),
    path("policy/<number:number>.zip", folders.version, name="policy-folder"),
    path("policy/<number:number>/resolution.pdf", files.resolution, name="policy-resolution"),
    path("policy/<number:number>/<clause:clause>", public.clause, name="policy-clause"),
    path("policy/edit", drafts.drafts, name="policy-drafts"),
    path("policy/edit/<str:uid>", drafts.draft, name="policy-draft"),
    path("policy/edit/<str:uid>/policy.<kind:kind>", files.draft, name="policy-draft-download"),
    path("policy/edit/<str:uid>/policy.zip", folders.draft, name="policy-draft-folder"),
    path("policy/edit/<str:uid>/council.<kind:kind>", folders.council, name="policy-council"),
    path("policy/edit/<str:uid>/checks", checks.checks, name="policy-checks"),
    path("policy/edit/<str:uid>/text", drafts.text, name="policy-draft-text"),
    path("policy/edit/<str:uid>/new-clause", clauses.new_clause, name="policy-new-clause"),
    path("policy/edit/<str:uid>/new-chapter", clauses.new_chapter, name="policy-new-chapter"),
    path("policy/edit/<str:uid>/changes", clauses.steps, name="policy-draft-steps"),
    path("policy/edit/<str:uid>/changes/<int:revision>/undo", clauses.undo, name="policy-draft-undo"),
    path(CLAUSE, editing.clause, name="policy-draft-clause"),
    path(f"{CLAUSE}/act", clauses.act, name="policy-clause-act"),
    path(f"{CLAUSE}/does", doing.does, name="policy-clause-does"),
    path(f"{CLAUSE}/does/add", doing.add, name="policy-clause-add"),
    path(f"{CLAUSE}/does/<slug:name>", doing.part, name="policy-clause-part"),
    path(f"{CLAUSE}/does/<slug:name>/<int:place>", doing.part, name="policy-clause-item"),
    path(f"{CLAUSE}/does/<slug:name>/act", doing.move, name="policy-clause-part-act"),
    path(f"{CLAUSE}/does/<slug:name>/<int:place>/act", doing.move, name="policy-clause-item-act"),
    path(f"{CLAUSE}/yaml", editing.yaml, name="policy-clause-yaml"),
    path(f"{CLAUSE}/yaml/<slug:key>", editing.yaml, name="policy-clause-part-yaml"),
    path(f"{CLAUSE}/examples", beside.examples, name="policy-clause-examples"),
    path(f"{CLAUSE}/questions", beside.questions, name="policy-clause-questions"),
    path(f"{CLAUSE}/law", beside.law, name="policy-clause-law"),
    path(f"{CLAUSE}/comments", beside.comments, name="policy-clause-comments"),
    path(f"{CLAUSE}/compare", beside.compare, name="policy-clause-compare"),
    path(f"{CLAUSE}/check", editing.check, name="policy-clause-check"),
    path("policy/edit/<str:uid>/files/<path:path>", editing.file, name="policy-draft-file"),
    path("policy/edit/<str:uid>/act/<str:verb>", drafts.act, name="policy-draft-act"),
    path("policy/consultation/<str:uid>", consultation.consultation, name="policy-consultation"),
    path("policy/consultation/<str:uid>/seen", consultation.seen, name="policy-answers-seen"),
    path("policy/comments/<str:uid>/answer", consultation.answer, name="policy-comment-answer"),
    path("policy/approvers", life.approvers, name="policy-approvers"),
    path("policy/life", life.life, name="policy-life"),
    path("policy/life/<slug:verb>", life.act, name="policy-life-act"),
    path("policy/facts", facts.facts, name="policy-facts"),
    path("policy/facts/yaml", lists.facts, name="policy-facts-yaml"),
    path("policy/protected", lists.protected, name="policy-protected"),
    path("policy/protected/yaml", lists.protected_yaml, name="policy-protected-yaml"),
    path("policy/protected/documents", lists.documents, name="policy-documents"),
    path("policy/protected/documents/<slug:name>/forget", lists.forget, name="policy-documents-forget"),
    path("comments-policy", public.comments, name="comments-policy"),
    path("feed", public.feed, name="feed"),
]

"""A document that exists, brought in: read, gone through chapter by chapter, made a draft."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from clausier.auditing.taking import REST
from clausier.document.chapters import CHAPTERS
from clausier.document.interview.adapting import is_outside
from clausier.document.interview.making import template_of
from clausier.document.vocabulary import Label
from clausier.identity.access import needs, person_of
from clausier.identity.forms import attempt
from clausier.lib.refusals import RefusedError
from clausier.web.beginning import selectors, taking
from clausier.web.beginning.actions import CHANGED, EDIT
from clausier.web.beginning.choosing import ChapterForm, DocumentForm, title_of
from clausier.web.beginning.forms import TitleForm
from clausier.web.beginning.models import Document

UNREADABLE = 422
STATUS = {
    "covered": Label("couvert", "covered"),
    "partial": Label("en partie", "in part"),
    "absent": Label("non couvert", "not covered"),
}


@needs(EDIT)
@require_http_methods(["GET", "HEAD", "POST"])
def documents(request: HttpRequest) -> HttpResponse:
    """Show the documents under way, and read one."""
    answers = selectors.interview().answers
    likely = {"template": "base" if is_outside(answers) else template_of(answers)}
    is_sent = request.method == "POST"
    form = DocumentForm(request.POST if is_sent else None, request.FILES if is_sent else None, initial=likely)
    read: list[Document] = []
    if form.is_bound and attempt(form, lambda: read.append(_read(request, form))):
        return redirect("document", read[0].uid)
    page = {"form": form, "documents": Document.objects.select_related("by").defer("passages")}
    return render(request, "beginning/documents.html", page, status=UNREADABLE if form.errors else 200)


@needs(EDIT)
@require_safe
def document(request: HttpRequest, uid: str) -> HttpResponse:
    """Show what the audit found in a document, chapter by chapter, and what was gone through."""
    return _shown(request, taking.found(uid), TitleForm())


@needs(EDIT)
@require_http_methods(["GET", "HEAD", "POST"])
def chapter(request: HttpRequest, uid: str, chapter: str) -> HttpResponse:
    """Show the passages of a chapter, and keep what is chosen."""
    row = taking.found(uid)
    known = next((each for each in CHAPTERS if each.slug == chapter), None)
    if known is None and chapter != REST:
        raise Http404
    form = ChapterForm(*([request.POST] if request.method == "POST" else []), document=row, chapter=chapter)
    if form.is_bound and form.is_valid():
        try:
            taking.choose(
                actor=person_of(request),
                document=row,
                chapter=chapter,
                said=form.chosen(),
                state=form.cleaned_data["state"],
            )
            return _onward(taking.found(uid), chapter)
        except RefusedError as refusal:
            if refusal.refusal.code != CHANGED:
                raise
            form.add_error(None, str(refusal.refusal.sentence))
            form.data = request.POST.copy()
            form.data["state"] = taking.state_of(row, chapter)
    title = title_of(known, get_language() or "fr") if known else _("The rest of your document")
    page = {"document": row, "form": form, "title": title, "number": known.number if known else "", "rest": not known}
    page["status"] = _status(row.elements.get(chapter, ""))
    return render(request, "beginning/chapter.html", page, status=UNREADABLE if form.errors else 200)


@needs(EDIT)
@require_POST
def draft(request: HttpRequest, uid: str) -> HttpResponse:
    """Make the draft of what was chosen."""
    row, form = taking.found(uid), TitleForm(request.POST)
    made: list[Any] = []

    def make() -> None:
        title = form.cleaned_data["title"]
        made.append(taking.make_draft(actor=person_of(request), document=row, title=title))

    if not attempt(form, make):
        return _shown(request, row, form, status=UNREADABLE)
    version, left_out = made[0]
    messages.success(request, _("The draft is made. Read it before you propose it."))
    if left_out:
        words = ngettext(
            "One passage could not stand as it is: it waits in a comment of its chapter.",
            "%(count)s passages could not stand as they are: they wait in comments of their chapters.",
            left_out,
        )
        messages.warning(request, words % {"count": left_out})
    return redirect("policy-draft", version.uid)


@needs(EDIT)
@require_POST
def drop(request: HttpRequest, uid: str) -> HttpResponse:
    """Let a document go."""
    taking.drop_document(actor=person_of(request), document=taking.found(uid))
    return redirect("documents")


def _onward(row: Document, chapter: str) -> HttpResponse:
    """Go to the next chapter that holds a passage and that nobody went through, else back to all of them."""
    left = [each for each in taking.chapters_of(row) if each not in row.seen]
    order = [*(each.slug for each in CHAPTERS), REST]
    following = [each for each in order[order.index(chapter) + 1 :] if each in left]
    return redirect("document-chapter", row.uid, following[0]) if following else redirect("document", row.uid)


def _read(request: HttpRequest, form: DocumentForm) -> Document:
    said = form.cleaned_data
    names = [each.name or "" for each in request.FILES.getlist("texts")]
    return taking.read_document(
        actor=person_of(request),
        files=list(zip(names, said["texts"], strict=True)),
        template=said["template"],
        languages=said["languages"],
        speaks=get_language() or "fr",
    )


def _status(status: str) -> str:
    return STATUS[status].in_language(get_language() or "fr") if status in STATUS else ""


def _shown(request: HttpRequest, row: Document, form: TitleForm, status: int = 200) -> HttpResponse:
    language = get_language() or "fr"
    places = [taking.placed(row, place) for place in range(len(row.passages))]
    broad = [taking.placed(row, place) for place, each in enumerate(row.passages) if each["broad"]]
    named = [(each.slug, title_of(each, language)) for each in CHAPTERS]
    named += [(REST, _("The rest of your document"))] if REST in places else []
    chapters = [
        {
            "slug": slug,
            "title": title,
            "state": row.elements.get(slug, ""),
            "status": _status(row.elements.get(slug, "")),
            "passages": places.count(slug),
            "broad": broad.count(slug),
            "is_seen": slug in row.seen,
        }
        for slug, title in named
    ]
    left = next((each for each in chapters if each["passages"] and not each["is_seen"]), None)
    page = {"document": row, "chapters": chapters, "left": left, "form": form}
    return render(request, "beginning/document.html", page, status=status)

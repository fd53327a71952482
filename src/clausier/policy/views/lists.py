"""The facts of the organisation, and its protected lists."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from clausier.identity.access import needs, person_of
from clausier.identity.models import Person
from clausier.policy import actions, selectors
from clausier.policy.actions.lists import facts_problems
from clausier.policy.events import typed
from clausier.policy.forms import DocumentsForm, ListsForm, TextForm
from clausier.policy.selectors import drafting
from clausier.policy.selectors.sources import placed
from clausier.policy.views.desk import forget as forget_typed
from clausier.policy.views.desk import is_live, keep, sent_or_kept
from clausier.policy.views.drafts import UNREADABLE, attempted, put
from clausier.policy.views.facts import LATE

PLACE = "facts/yaml"  # under which what is typed is kept


@needs("policy.facts.edit")
@require_http_methods(["GET", "HEAD", "POST"])
def facts(request: HttpRequest) -> HttpResponse:
    """Edit what is true of the organisation this week, as YAML."""
    last = selectors.facts_revision()
    text, number = (last.text, last.number) if last else ("", 0)
    if request.method == "POST" and "forget" in request.POST:
        return forget_typed(request, None, PLACE)
    if is_live(request):
        keep(request, None, PLACE)
        return render(request, "policy/_kept.html", {})
    sent, kept = sent_or_kept(request, None, PLACE)
    form = TextForm(sent, initial={"revision": number, "text": text})
    page: dict[str, Any] = {"form": form, "last": last, "kept": kept}
    if request.method == "POST" and form.is_valid():
        said = {"text": form.cleaned_data["text"], "revision": form.cleaned_data["revision"]}
        typed.send(Person, person=person_of(request), text=said["text"])
        if attempted(form, lambda: actions.save_facts(actor=person_of(request), **said)):
            actions.forget_typed(actor=person_of(request), version=None, place=PLACE)
            messages.success(request, _("The facts are saved, and used from now on."))
            return redirect("policy-facts-yaml")
    if kept and kept.typed.get("revision") != [str(number)]:
        form.add_error(None, LATE)
        put(form, "revision", number)
    page["theirs"] = text if form.is_bound and form.non_field_errors() else ""
    page["warnings"] = [placed(each) for each in facts_problems(text)] if last and not form.is_bound else []
    is_refused = request.method == "POST" and bool(form.errors)
    return render(request, "policy/facts_yaml.html", page, status=UNREADABLE if is_refused else 200)


@needs("policy.protected.edit")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def protected(request: HttpRequest) -> HttpResponse:
    """Edit the names that must not be published, for the eyes of whoever keeps them."""
    last = selectors.protected_revision()
    begun = {"revision": last.number if last else 0}
    lists = drafting.lists_of(last)
    form = ListsForm(request.POST or None, lists=lists, initial=begun)
    page = {"form": form, "last": last, "registered": drafting.registered(selectors.protected())}
    if form.is_bound and form.is_valid():
        said = {"files": form.list_files() | selectors.sealed_files(last), "revision": form.cleaned_data["revision"]}
        saved = attempted(form, lambda: actions.save_protected(actor=person_of(request), **said))
        if saved:
            messages.success(request, _("The lists are saved, sealed, and used from now on."))
            return redirect("policy-protected")
    return render(request, "policy/protected.html", page, status=UNREADABLE if form.errors else 200)


@needs("policy.protected.edit")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def documents(request: HttpRequest) -> HttpResponse:
    """Keep the fingerprints of documents that must not be published."""
    last = selectors.protected_revision()
    form = DocumentsForm(request.POST or None, request.FILES or None, initial={"revision": last.number if last else 0})
    page = {"form": form, "registered": drafting.registered(selectors.protected())}
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        if attempted(form, lambda: actions.protect_documents(actor=person_of(request), **said)):
            messages.success(request, _("Their fingerprints are kept; passages of them are recognized from now on."))
            return redirect("policy-documents")
    return render(request, "policy/documents.html", page, status=UNREADABLE if form.errors else 200)


@needs("policy.protected.edit")
@require_POST
def forget(request: HttpRequest, name: str) -> HttpResponse:
    """Protect the documents of a list no longer."""
    actions.forget_documents(actor=person_of(request), name=name)
    messages.success(request, _("The fingerprints of “%(name)s” are gone.") % {"name": name})
    return redirect("policy-documents")

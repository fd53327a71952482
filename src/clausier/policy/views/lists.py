"""The facts of the organisation, and its protected lists."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from clausier.document.asking import Names, names_in, names_of_list
from clausier.document.model import ProtectedList
from clausier.document.reading import read_mapping
from clausier.identity.access import needs, person_of
from clausier.identity.models import Person
from clausier.policy import actions, selectors
from clausier.policy.actions.lists import facts_problems
from clausier.policy.events import typed
from clausier.policy.forms import AskedForm, DocumentsForm, ListsForm, NewListForm, TextForm
from clausier.policy.forms.asked import TURN
from clausier.policy.models import Version
from clausier.policy.selectors import drafting, parts
from clausier.policy.selectors.sources import Files, placed
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
    """Edit the names that must not be published, by a form; what is typed is kept nowhere before it is sealed."""
    last = selectors.protected_revision()
    lists = _lists(request, drafting.lists_of(last))
    if lists is None:
        return redirect("policy-protected-yaml")
    form = NewListForm(request.POST or None, initial={"revision": last.number if last else 0})
    page = {"form": form, "lists": lists, "last": last, "registered": drafting.registered(selectors.protected())}
    is_sent = form.is_bound and TURN not in request.POST
    if is_sent and form.is_valid() and not any(each.errors for each in lists):
        files = {each.path: each.text() for each in lists} | form.new_files() | selectors.sealed_files(last)
        said = {"files": files, "revision": form.cleaned_data["revision"]}
        if attempted(form, lambda: actions.save_protected(actor=person_of(request), **said)):
            messages.success(request, _("The lists are saved, sealed, and used from now on."))
            return redirect("policy-protected")
    page["wrong"] = [said for each in lists for said in each.errors] if is_sent else []
    is_refused = is_sent and bool(form.errors or page["wrong"])
    return render(request, "policy/protected.html", page, status=UNREADABLE if is_refused else 200)


class _List:
    """A protected list in its form: its name, its file, and the questions."""

    def __init__(self, request: HttpRequest, path: str, text: str, names: Names) -> None:
        self.path, self.name = path, path.removeprefix("protected/").removesuffix(".yaml")
        self._text = text
        self._old = read_mapping({path: text}, "protected").protected[0]
        sent = dict(request.POST.lists()) if request.method == "POST" else None
        self.form = AskedForm(names_of_list(self.name), ProtectedList, names, value=self._old, sent=sent)

    @property
    def errors(self) -> list[str]:
        """Return what keeps what was typed from being read; a list without a name is one all the same."""
        return self.form.errors if self.form.typed.data else []

    def text(self) -> str:
        """Return the file with what was typed."""
        new = self.form.typed.value if self.form.typed.data else ProtectedList()
        return parts.with_names(self._text, self.path, self._old, new)


def _lists(request: HttpRequest, files: Files) -> list[_List] | None:
    """Return the lists in their forms; None without a policy, or for one that does not read."""
    version = selectors.in_force() or Version.objects.open().first()
    folder = selectors.folder_of(version) if version else None
    if folder is None or folder.policy is None or read_mapping(files, "protected").problems:
        return None
    names = names_in(folder, folder.policy, get_language() or "")
    return [_List(request, path, text, names) for path, text in files.items()]


@needs("policy.protected.edit")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def protected_yaml(request: HttpRequest) -> HttpResponse:
    """Edit the names that must not be published as YAML, for the eyes of whoever keeps them."""
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
            return redirect("policy-protected-yaml")
    return render(request, "policy/protected_yaml.html", page, status=UNREADABLE if form.errors else 200)


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

"""The facts of the organisation, by a form."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clausier.document.asking import FACTS, names_in
from clausier.document.model import Facts
from clausier.document.problems import ERROR
from clausier.document.writing import EditRefusedError
from clausier.identity.access import needs, person_of
from clausier.identity.models import Person
from clausier.lib.refusals import RefusedError
from clausier.policy import actions, selectors
from clausier.policy.actions.lists import facts_problems
from clausier.policy.events import typed
from clausier.policy.forms import AskedForm
from clausier.policy.forms.asked import TURN
from clausier.policy.models import Version
from clausier.policy.selectors import parts
from clausier.policy.selectors.sources import told
from clausier.policy.views.desk import forget, is_live, keep, sent_or_kept
from clausier.policy.views.drafts import CHANGED, UNREADABLE

PLACE = "facts"  # under which what is typed is kept
LATE = gettext_lazy("Somebody has saved other facts since you began. Yours are in the form, theirs below it: mend yours, then save; or take theirs.")  # fmt: skip  # noqa: E501


@needs("policy.facts.edit")
@require_http_methods(["GET", "HEAD", "POST"])
def facts(request: HttpRequest) -> HttpResponse:
    """Edit what is true of the organisation this week; whatever no form can show stays editable as YAML."""
    version = selectors.in_force() or Version.objects.open().first()
    folder = selectors.folder_of(version) if version else None
    last = selectors.facts_revision()
    if folder is None or folder.policy is None or any(each.place.file == "facts.yaml" for each in folder.problems):
        return redirect("policy-facts-yaml")
    if request.method == "POST" and "forget" in request.POST:
        return forget(request, None, PLACE)
    if is_live(request):
        keep(request, None, PLACE)
        return render(request, "policy/_kept.html", {})
    sent, kept = sent_or_kept(request, None, PLACE)
    names = names_in(folder, folder.policy, get_language() or "")
    form = AskedForm(FACTS, Facts, names, value=selectors.facts(), sent=dict(sent.lists()) if sent else None)
    is_sent = request.method == "POST" and TURN not in request.POST
    said = _saved(request, form, last.text if last else "") if is_sent else []
    if is_sent and not said:
        messages.success(request, _("The facts are saved, and used from now on."))
        return redirect("policy-facts")
    number = last.number if last else 0
    is_late = request.method != "POST" and bool(kept and kept.typed.get("revision") != [str(number)])
    page = {
        "form": form,
        "last": last,
        "said": [*said, *([str(LATE)] if is_late else [])],
        "kept": kept,
        "revision": number,
        "theirs": last.text if last and (is_late or str(LATE) in said) else "",
        "warnings": [told(each) for each in facts_problems(last.text)] if last and sent is None else [],
    }
    return render(request, "policy/facts.html", page, status=UNREADABLE if said else 200)


def _saved(request: HttpRequest, form: AskedForm, text: str) -> list[str]:
    """Save what was typed, or return what keeps it from being saved."""
    if not form.is_valid:
        return list(form.errors)
    revision = request.POST.get("revision", "")
    try:
        written = parts.with_facts(text, form.value, form.typed.value)
        number = int(revision) if revision.isdecimal() else 0
        typed.send(Person, person=person_of(request), text=written)
        actions.save_facts(actor=person_of(request), text=written, revision=number)
    except ValidationError:
        return [told(each) for each in facts_problems(written) if each.level == ERROR]
    except EditRefusedError:
        return [_("This cannot be written there: edit the whole file.")]
    except RefusedError as refusal:
        if refusal.refusal.code != CHANGED:
            raise
        return [str(LATE)]
    actions.forget_typed(actor=person_of(request), version=None, place=PLACE)
    return []

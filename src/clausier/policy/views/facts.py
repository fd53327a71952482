"""The facts of the organisation, by a form."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clausier.document.asking import FACTS, names_in
from clausier.document.model import Facts
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
from clausier.policy.selectors.sources import placed
from clausier.policy.views.drafts import CHANGED, UNREADABLE


@needs("policy.facts.edit")
@require_http_methods(["GET", "HEAD", "POST"])
def facts(request: HttpRequest) -> HttpResponse:
    """Edit what is true of the organisation this week; whatever no form can show stays editable as YAML."""
    version = selectors.in_force() or Version.objects.open().first()
    folder = selectors.folder_of(version) if version else None
    last = selectors.facts_revision()
    if folder is None or folder.policy is None or any(each.place.file == "facts.yaml" for each in folder.problems):
        return redirect("policy-facts-yaml")
    sent = dict(request.POST.lists()) if request.method == "POST" else None
    names = names_in(folder, folder.policy, get_language() or "")
    form = AskedForm(FACTS, Facts, names, value=selectors.facts(), sent=sent)
    said = list(form.errors)
    if sent is not None and TURN not in sent and form.is_valid:
        said = _saved(request, form, last.text if last else "")
        if not said:
            messages.success(request, _("The facts are saved, and used from now on."))
            return redirect("policy-facts")
    page = {
        "form": form,
        "last": last,
        "said": [] if sent and TURN in sent else said,
        "revision": last.number if last else 0,
        "warnings": [placed(each) for each in facts_problems(last.text)] if last and sent is None else [],
    }
    return render(request, "policy/facts.html", page, status=UNREADABLE if said and page["said"] else 200)


def _saved(request: HttpRequest, form: AskedForm, text: str) -> list[str]:
    """Save what was typed, or return what keeps it from being saved."""
    revision = request.POST.get("revision", "")
    try:
        written = parts.with_facts(text, form.value, form.typed.value)
        number = int(revision) if revision.isdecimal() else 0
        typed.send(Person, person=person_of(request), text=written)
        actions.save_facts(actor=person_of(request), text=written, revision=number)
    except ValidationError as error:
        return list(error.messages)
    except EditRefusedError:
        return [_("This cannot be written there: edit the whole file.")]
    except RefusedError as refusal:
        if refusal.refusal.code != CHANGED:
            raise
        return [f"{refusal.refusal.sentence} {_('Yours are in the form; to save again keeps them.')}"]
    return []

"""Everything that is kept of a person, for that person."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from clausier.identity import fields
from clausier.identity.access import person_of, signed_in
from clausier.identity.selectors import kept_of


@signed_in
@never_cache
@require_safe
def my_data(request: HttpRequest) -> HttpResponse:
    """Show everything that the rooms keep of the person."""
    language = get_language() or "fr"
    kept = [
        (each.kind.label.in_language(language), [_lines(row, language) for row in each.rows])
        for each in kept_of(person_of(request))
    ]
    return render(request, "identity/my_data.html", {"kept": kept})


def _lines(row: dict[str, object], language: str) -> list[tuple[str, str]]:
    return [
        (fields.name_of(name, language), fields.value_of(name, value, language))
        for name, value in row.items()
        if value not in (None, "", [])
    ]


@signed_in
@never_cache
@require_safe
def download(request: HttpRequest) -> HttpResponse:
    """Give the same as a file that programs read."""
    kept = {each.kind.kind: each.rows for each in kept_of(person_of(request))}
    response = JsonResponse(kept, json_dumps_params={"ensure_ascii": False, "indent": 2})
    response["Content-Disposition"] = 'attachment; filename="clausier.json"'
    return response

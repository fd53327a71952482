"""Everything that is kept of a person, for that person."""

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from clausier.identity.access import person_of, signed_in
from clausier.identity.kept_words import field, value
from clausier.identity.selectors import kept_of


@signed_in
@never_cache
@require_safe
def my_data(request: HttpRequest) -> HttpResponse:
    """Show everything that the rooms keep of the person."""
    language = get_language() or "fr"
    kept = [
        (each.kind.label.in_language(language), _table(each.rows, language)) for each in kept_of(person_of(request))
    ]
    return render(request, "identity/my_data.html", {"kept": kept})


class Table(NamedTuple):
    """What is kept of one kind: headings, and a line for each."""

    names: list[str]
    rows: list[list[str]]

    @property
    def alone(self) -> list[tuple[str, str]]:
        """The headings with their values, when there is but one line."""
        return list(zip(self.names, self.rows[0], strict=True)) if len(self.rows) == 1 else []


def _table(rows: list[dict[str, object]], language: str) -> Table:
    """Return what is kept, in words; what only a program can read is in the file alone."""
    told = [{name: kept for name, kept in row.items() if _is_told(kept)} for row in rows]
    names = list(dict.fromkeys(name for row in told for name in row))
    lines = [[value(name, row[name], language) if name in row else "" for name in names] for row in told]
    return Table([field(name, language) for name in names], lines)


def _is_told(kept: object) -> bool:
    return kept not in (None, "", []) and not isinstance(kept, dict)


@signed_in
@never_cache
@require_safe
def download(request: HttpRequest) -> HttpResponse:
    """Give the same as a file that programs read."""
    kept = {each.kind.kind: each.rows for each in kept_of(person_of(request))}
    response = JsonResponse(kept, json_dumps_params={"ensure_ascii": False, "indent": 2})
    response["Content-Disposition"] = 'attachment; filename="clausier.json"'
    return response

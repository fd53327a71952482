"""What the pages of the inbox call things: the roads by which messages come, and what the list is filtered by."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ROADS: dict[str, Promise] = {
    "paste": _("pasted by a person"),
    "file": _("imported from a file"),
    "api": _("sent by a program of the organization"),
    "notice": _("received in a notice by e-mail"),
    "connector": _("read on the network"),
    "companion": _("selected by a person in their browser"),
}
ACTIONS: dict[str, Promise] = {
    "hide": _("To hide"),
    "hold": _("To look at"),
    "publish": _("Nothing to report"),
}
INTENTS: dict[str, Promise] = {
    "question": _("Questions"),
    "complaint": _("Complaints"),
    "praise": _("Praise"),
    "problem-report": _("Problems reported"),
    "access-request": _("Requests for access"),
    "media-request": _("Requests from the media"),
    "job-inquiry": _("Job inquiries"),
    "legal-threat": _("Threats of legal action"),
    "emergency": _("Emergencies"),
    "spam": _("Spam"),
    "abuse-only": _("Abuse and nothing else"),
    "other": _("Other messages"),
}
LANGUAGES: dict[str, Promise] = {
    "fr": _("French"),
    "en": _("English"),
    "mixed": _("French and English"),
    "other": _("Another language"),
    "und": _("Undetermined"),
}
# Why a line was refused, as a batch keeps it.
REFUSALS: dict[str, Promise] = {
    "empty": _("The message is empty."),
    "too-long": _("The message is longer than 20,000 characters, more than any network allows. Shorten it."),
    "id-too-long": _("The identifier is longer than 200 characters."),
    "bad-moment": _("The date cannot be read. Write it as 2026-11-23 14:05."),
}

"""The policy, its facts and its protected lists as plain immutable values.

The types of these classes are the schema: ``reading`` fills them from YAML, ``canonical`` turns them back into data.
A trailing underscore is dropped in the document (``as_`` is the key ``as``).
"""

from clausier.document.model.facts import (
    Calendar,
    Contacts,
    Entry,
    Facts,
    Figure,
    Fingerprints,
    Offering,
    Party,
    Period,
    ProtectedList,
)
from clausier.document.model.policy import (
    Account,
    Audience,
    Chapter,
    Choice,
    Circumstances,
    Clause,
    Decided,
    Duty,
    Example,
    History,
    Interest,
    LanguageException,
    LanguageRegime,
    Look,
    Media,
    Overlay,
    Policy,
    Question,
    Review,
    Rule,
)
from clausier.document.model.statements import STATEMENTS
from clausier.document.model.types import Duration, Localized, Moment

__all__ = [
    "STATEMENTS",
    "Account",
    "Audience",
    "Calendar",
    "Chapter",
    "Choice",
    "Circumstances",
    "Clause",
    "Contacts",
    "Decided",
    "Duration",
    "Duty",
    "Entry",
    "Example",
    "Facts",
    "Figure",
    "Fingerprints",
    "History",
    "Interest",
    "LanguageException",
    "LanguageRegime",
    "Localized",
    "Look",
    "Media",
    "Moment",
    "Offering",
    "Overlay",
    "Party",
    "Period",
    "Policy",
    "ProtectedList",
    "Question",
    "Review",
    "Rule",
]

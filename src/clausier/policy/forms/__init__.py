"""The shape of what people type: drafts, clauses, dates, facts, lists."""

from clausier.policy.forms.asked import AskedForm
from clausier.policy.forms.clauses import ChapterForm, NewClauseForm, SeenForm, WordsForm, YamlForm
from clausier.policy.forms.drafts import (
    AdoptForm,
    ApproveForm,
    DocumentsForm,
    FilesField,
    ListsForm,
    NewListForm,
    ProposeForm,
    ResolutionForm,
    RevisionForm,
    StartForm,
    TextForm,
)

__all__ = [
    "AdoptForm",
    "ApproveForm",
    "AskedForm",
    "ChapterForm",
    "DocumentsForm",
    "FilesField",
    "ListsForm",
    "NewClauseForm",
    "NewListForm",
    "ProposeForm",
    "ResolutionForm",
    "RevisionForm",
    "SeenForm",
    "StartForm",
    "TextForm",
    "WordsForm",
    "YamlForm",
]

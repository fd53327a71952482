"""The writes of the policy: drafts, proposals, adoption, facts, protected lists."""

from clausier.policy.actions.adoption import adopt, adopt_by_resolution, announce
from clausier.policy.actions.approving import (
    answer_outside,
    approve,
    ask_outside,
    reject,
    save_plan,
    send_code,
)
from clausier.policy.actions.consulting import (
    answer_comment,
    comment,
    end_consultation,
    open_consultation,
    record_consultation,
    see_answers,
)
from clausier.policy.actions.drafts import (
    Edit,
    edit_draft,
    forget_typed,
    keep_typed,
    save_draft,
    start_draft,
    undo,
    withdraw,
)
from clausier.policy.actions.ending import (
    agree_repeal,
    drop_repeal,
    record_review,
    remind_review,
    repeal_clause,
    say_why_removed,
    state_repeal,
)
from clausier.policy.actions.importing import Imported, import_policy
from clausier.policy.actions.lists import forget_documents, protect_documents, save_facts, save_protected
from clausier.policy.actions.proposals import propose, raise_level, take_back
from clausier.policy.actions.tidying import tidy_steps

__all__ = [
    "Edit",
    "Imported",
    "adopt",
    "adopt_by_resolution",
    "agree_repeal",
    "announce",
    "answer_comment",
    "answer_outside",
    "approve",
    "ask_outside",
    "comment",
    "drop_repeal",
    "edit_draft",
    "end_consultation",
    "forget_documents",
    "forget_typed",
    "import_policy",
    "keep_typed",
    "open_consultation",
    "propose",
    "protect_documents",
    "raise_level",
    "record_consultation",
    "record_review",
    "reject",
    "remind_review",
    "repeal_clause",
    "save_draft",
    "save_facts",
    "save_plan",
    "save_protected",
    "say_why_removed",
    "see_answers",
    "send_code",
    "start_draft",
    "state_repeal",
    "take_back",
    "tidy_steps",
    "undo",
    "withdraw",
]

"""What the pages of the beginning read: where the interview stands, and the five steps of a new installation."""

from typing import NamedTuple

from clausier.document.interview.answers import open_questions, wrongs
from clausier.document.interview.model import Answers, Screen
from clausier.document.interview.rooms import Advice, advised
from clausier.document.interview.shelf import screens
from clausier.identity import rooms
from clausier.web.beginning.models import Interview


class Stage(NamedTuple):
    """A screen of the interview as it stands: whether it is done, and whether anything is asked on it."""

    screen: Screen
    is_done: bool
    asked: int


def interview() -> Interview:
    """Return the interview of this installation; one that nobody began is empty."""
    return Interview.objects.select_related("by").first() or Interview()


def stages(answers: Answers) -> list[Stage]:
    """Return the screens on which something is asked after these answers."""
    asked = open_questions(answers)
    wrong = {each.question for each in wrongs(answers)}
    found = []
    for screen in screens():
        mine = [question for question in screen.questions if question in asked]
        answered = any(question.id in answers for question in mine)
        done = answered and not any(question.id in wrong for question in mine)
        found.append(Stage(screen, done, len(mine)))
    return [stage for stage in found if stage.asked]


def is_complete(answers: Answers) -> bool:
    """Tell whether every question that needs an answer has one."""
    return not wrongs(answers)


def advice(answers: Answers) -> Advice:
    """Return the rooms to start with, of those that are installed."""
    return advised(answers, rooms.installed())


def after(screen: Screen, answers: Answers) -> Screen | None:
    """Return the first screen after one that is not done yet, else the first that is not, else None."""
    known = stages(answers)
    order = [stage.screen for stage in known]
    place = order.index(screen) if screen in order else -1
    left = [stage.screen for stage in (*known[place + 1 :], *known[: place + 1]) if not stage.is_done]
    return left[0] if left else None


def before(screen: Screen, answers: Answers) -> Screen | None:
    """Return the screen before one."""
    order = [stage.screen for stage in stages(answers)]
    place = order.index(screen) if screen in order else 0
    return order[place - 1] if place else None

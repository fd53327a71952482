"""What the detectors see in a message, without any policy: what the learned heads are trained on."""

from clausier.document.model import Facts
from clausier.document.vocabulary import INCOMING
from clausier.engine.context import Context
from clausier.engine.detector import Known, View
from clausier.engine.detectors import all_detectors
from clausier.engine.intent import intent_of
from clausier.engine.language import language_of
from clausier.engine.scanner import Scanner
from clausier.engine.text import Text


class Sight:
    """All the detectors, ready for one organisation, or for nobody's."""

    def __init__(self, known: Known | None = None) -> None:
        self._known = known or Known(Facts())
        self._scanner = Scanner(all_detectors(), self._known)

    def view(self, context: Context) -> View:
        """Return the view of a message after the detectors looked."""
        text = Text(context.text)
        view = View(text, context, self._known, language_of(text, context.lang))
        self._scanner.scan(view)
        view.intent = intent_of(view) if context.direction == INCOMING else None
        return view

"""Asks for repairs off the GUI thread, after opening and after every change; late answers are dropped."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from core.errors import GoujiError
from core.repair import Problem
from core.review import Review
from core.suggest import answer, question
from gui.jobs import Jobs

_PAUSE = 40
"""Milliseconds without a change before the question is asked: what comes in one go is asked about once."""


class Suggester(QObject):
    """answered: the problems of the report as it stands now are in ``problems``."""

    answered = Signal()

    def __init__(self, review: Review, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self.problems: tuple[Problem, ...] = ()
        self._review = review
        self._jobs = jobs
        self._answered_for: int | None = None
        self._is_awake = False
        self._later = QTimer(self, singleShot=True, interval=_PAUSE)
        self._later.timeout.connect(self._ask)

    @property
    def is_current(self) -> bool:
        """Whether ``problems`` are those of the report as it stands now."""
        return self._answered_for == self._review.revision

    def wake(self) -> None:
        """Begin to ask; a report nobody has looked at yet costs nothing."""
        if not self._is_awake:
            self._is_awake = True
            QTimer.singleShot(0, self, self._ask)  # once the report is painted: the work would slow that down

    def ask_again(self) -> None:
        """The values are other than before."""
        if self._is_awake:
            self._later.start()

    def _ask(self) -> None:
        revision = self._review.revision
        work = partial(answer, question(self._review))
        done = partial(self._take, revision)
        self._jobs.start(work, done, self._give_up, wanted=partial(self._is_wanted, revision))

    def _is_wanted(self, revision: int) -> bool:
        return isValid(self) and self._review.revision == revision

    def _take(self, revision: int, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        self._answered_for = revision
        self.answered.emit()

    def _give_up(self, _error: GoujiError) -> None:
        """Suggestions are a help, not a need: said once by the jobs, then done without."""
        self._is_awake = False
        self._take(self._review.revision, ())

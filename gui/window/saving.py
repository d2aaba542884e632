"""Saving one report: where to, what to ask first, and what a result means for the sitting."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QWidget

from core import files
from core.errors import GoujiError, MarkError, SaveError
from core.export import documents
from core.filenames import corrected_name
from core.findings import paragraph_number
from core.marks import Marks
from core.paths import is_same_file, is_there
from core.resources import ROOT
from core.review import Review
from core.snapshot import Snapshot, snapshot
from core.tables import Correction
from core.writing import write_atomic
from gui.jobs import Jobs
from gui.places import documents_folder
from gui.settings import MARKS, Settings
from gui.talk import CANCEL, ELSEWHERE, OVERWRITE, UNMARKED, Talk

Then = Callable[[bool], None]
"""Called with whether everything is saved now."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What a save brought about.

    cells, paragraphs: how many differ from the file as it was opened. backup: where the original was kept,
    if it was replaced. is_marked: whether every change can be seen as such in the file. lacking: what a new
    document in the official layout does not hold though the report does, in sentences.
    """

    target: Path
    cells: int
    paragraphs: int
    backup: Path | None
    data: bytes
    is_marked: bool
    lacking: tuple[str, ...] = ()


class Saver(QObject):
    """Saves a review; asks through ``talk`` before anything that cannot be undone is done.

    last: what the last save of this sitting brought about. ``way``, here and there: with revision marks,
    without, or (None) as the settings say; it is kept for the file it was chosen for.
    """

    saved = Signal(object)
    unchanged = Signal()

    def __init__(
        self, review: Review, stack: QUndoStack, settings: Settings, talk: Talk, jobs: Jobs, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._review = review
        self._stack = stack
        self._settings = settings
        self._talk = talk
        self._jobs = jobs
        self._window = parent
        self._written: dict[Path, bytes] = {}
        self._target: Path | None = None
        self._way: bool | None = None
        self.last: Saved | None = None
        self._is_busy = False
        self._queued: Then | None = None

    @property
    def proposal(self) -> Path:
        """Where the corrected copy goes if the clerk says nothing else."""
        report = self._review.report
        name = corrected_name(report.path).with_suffix(report.suffix)
        return Path(documents_folder(), name.name) if self._is_sample else name

    @property
    def has_marks(self) -> bool:
        """Whether files of this kind can show what was corrected."""
        return self._review.report.format.mark is not None

    @property
    def _is_sample(self) -> bool:
        return self._review.report.path.is_relative_to(ROOT)

    def written_to(self, path: Path) -> bytes | None:
        """What this sitting last wrote to a file, None if it did not."""
        return next((data for p, data in self._written.items() if is_same_file(p, path)), None)

    def inherit(self, earlier: "Saver") -> None:
        """What an earlier page of the same sitting has written counts as written here."""
        self._written, self._target, self.last = dict(earlier._written), earlier._target, earlier.last

    # --- asking -------------------------------------------------------------------------------------

    def save(self, then: Then = lambda _saved: None) -> None:
        """Save to where it was saved before, else to the corrected copy's usual name."""
        if self._is_busy:
            self._queued = then
        elif not self._review.is_modified:
            self.unchanged.emit()
            then(True)
        elif self._target is None and self._is_sample:
            self.save_as(then)
        else:
            self._check(self._target or self.proposal, self._way, then)

    def save_as(self, then: Then = lambda _saved: None, way: bool | None = None) -> None:
        """Let the clerk choose where to. ``way``: with marks, without, or as the settings say."""
        if not self._is_busy:
            chosen = partial(self._chosen, way=way, then=then)
            self._talk.choose_save(self._window, self._target or self.proposal, chosen)

    def _chosen(self, path: Path, way: bool | None, then: Then) -> None:
        self._check(named_like(path, self._review.report.suffix), way, then)

    def _check(self, target: Path, way: bool | None, then: Then) -> None:
        """Nothing is overwritten unasked but what this sitting itself has written."""
        answered = partial(self._answered, target=target, way=way, then=then)
        if self._is_own(target):
            self._write(target, way, then)
        elif is_same_file(target, self._review.report.path):
            self._talk.ask_replace_original(self._window, target, answered)
        elif is_there(target):
            self._talk.ask_overwrite(self._window, target, answered)
        else:
            self._write(target, way, then)

    def _is_own(self, target: Path) -> bool:
        written = self.written_to(target)
        try:
            return written is not None and target.read_bytes() == written
        except OSError:
            return False

    def _answered(self, answer: str, target: Path, way: bool | None, then: Then) -> None:
        if answer == OVERWRITE:
            self._write(target, way, then)
        elif answer == ELSEWHERE:
            self.save_as(then, way)
        elif answer == CANCEL:
            then(False)

    # --- writing ------------------------------------------------------------------------------------

    def _write(self, target: Path, way: bool | None, then: Then) -> None:
        review = self._review
        self._is_busy = True
        earlier = self.written_to(review.report.path)
        changed = tuple(review.changes)
        if review.report.is_rewritable:
            marks = self._marks(way)
            work = partial(_save, review.report, review.corrections, target, earlier, changed, marks)
        else:
            work = partial(_save_anew, snapshot(review), target, changed)
        done = partial(self._done, revision=review.revision, way=way, then=then)
        self._jobs.start(work, done, partial(self._failed, target=target, way=way, then=then))

    def _marks(self, way: bool | None) -> Marks | None:
        is_wanted = self._settings.get(MARKS) if way is None else way
        return Marks(self._settings.author, datetime.now()) if is_wanted and self.has_marks else None

    def _done(self, saved: Saved, revision: int, way: bool | None, then: Then) -> None:
        """Edits made while the file was being written are in no file yet and stay unsaved."""
        self._is_busy = False
        self._target, self._way, self.last = saved.target, way, saved
        self._written[saved.target] = saved.data
        is_current = revision == self._review.revision
        if is_current:
            self._review.mark_saved()
            self._stack.setClean()
        self.saved.emit(saved)
        then(is_current)
        if self._queued is not None:
            queued, self._queued = self._queued, None
            self.save(queued)

    def _failed(self, error: GoujiError, target: Path, way: bool | None, then: Then) -> None:
        self._is_busy = False
        self._queued = None
        if isinstance(error, MarkError):
            answered = partial(self._after_marks, target=target, then=then)
            self._talk.ask_unmarked(self._window, str(error), answered)
        else:
            after = partial(self._after_failure, way=way, then=then)
            self._talk.save_failed(self._window, str(error), after)

    def _after_marks(self, answer: str, target: Path, then: Then) -> None:
        if answer == UNMARKED:
            self._write(target, False, then)
        else:
            then(False)

    def _after_failure(self, answer: str, way: bool | None, then: Then) -> None:
        if answer == ELSEWHERE:
            self.save_as(then, way)
        else:
            then(False)


def _save(
    report: files.Report,
    corrections: tuple[Correction, ...],
    target: Path,
    earlier: bytes | None,
    changed: tuple[str, ...],
    marks: Marks | None,
) -> Saved:
    backup = files.save(report, corrections, target, earlier=earlier, marks=marks)
    return Saved(target, *_counted(changed), backup, target.read_bytes(), marks is not None)


def _save_anew(taken: Snapshot, target: Path, changed: tuple[str, ...]) -> Saved:
    """Of a report that is only read, a new document in the official layout."""
    if is_same_file(target, taken.report.path):
        raise SaveError(_ITSELF.format(target.name))
    review = taken.restored()
    data = documents.make("word", review, datetime.now(), {})
    write_atomic(target, data)
    lacking = tuple(documents.lacking("word", review))
    return Saved(target, *_counted(changed), None, data, False, lacking)


_ITSELF = "“{}”就是原件，它不能照原样改写，没有保存；请另起一个名字。"


def _counted(changed: tuple[str, ...]) -> tuple[int, int]:
    """How many of them are cells, how many paragraphs."""
    paragraphs = sum(paragraph_number(id_) is not None for id_ in changed)
    return len(changed) - paragraphs, paragraphs


def named_like(path: Path, suffix: str) -> Path:
    """The path as it was named, with the suffix where it has another or none."""
    return path if path.suffix.lower() == suffix.lower() else path.with_name(path.name + suffix)

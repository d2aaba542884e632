"""What all parts of the batch window work with."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from core.batch.gathered import Gathered
from core.batch.store import Store
from core.batch.terms import Terms
from gui.batch.listing import Listing
from gui.batch.task import Task
from gui.jobs import Jobs
from gui.settings import BATCH_FOLDER, Option, Settings
from gui.talk import Talk


@dataclass
class Desk:
    """window: the parent of what is asked. terms: of the last run. superior: the superior's own report."""

    window: QWidget
    listing: Listing
    store: Store
    jobs: Jobs
    task: Task
    talk: Talk
    settings: Settings
    terms: Terms
    superior: Path | None = None

    def gathered(self) -> Gathered:
        """All that was found, as it stands now; to be asked for before work is sent off."""
        return Gathered(self.listing.rows, self.terms, self.store, self.superior)

    def folder(self, option: Option[str]) -> str:
        """Where to begin to choose: where it was last time, else beside the folder that is checked."""
        checked = self.settings.get(BATCH_FOLDER)
        return self.settings.get(option) or (str(Path(checked).parent) if checked else "")

    def remember(self, option: Option[str], folder: Path) -> None:
        self.settings.set(option, str(folder))

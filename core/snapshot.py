"""A review as it stands at one moment, never to change: for work that takes time while the clerk goes on."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.files import Report
from core.history import LastYear
from core.profile import Profile
from core.review import Review
from core.sidecar import Remembered


@dataclass(frozen=True)
class Snapshot:
    """typed: what was corrected, formula cells left out; text by id. remembered: what is confirmed."""

    report: Report
    last_year: LastYear | None
    profile: Profile
    typed: Mapping[str, str]
    remembered: tuple[Remembered, ...]

    def restored(self) -> Review:
        """A review of its own that stands as the one of which this was taken."""
        review = Review(self.report, self.last_year, self.profile, self.remembered)
        review.put(self.typed)
        return review


def snapshot(review: Review) -> Snapshot:
    """What the review is now."""
    return Snapshot(review.report, review.last_year, review.profile, review.typed, review.remembered)

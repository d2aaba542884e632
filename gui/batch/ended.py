"""How a run over many reports ended."""

from dataclasses import dataclass
from pathlib import Path

from core.batch.terms import Terms
from core.folders import Survey


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended. survey, terms: None where it did not come so far. error: why it could not be done.

    gone: folders that were there at the beginning and are no longer.
    """

    survey: Survey | None
    terms: Terms | None
    is_cancelled: bool
    remembered: int = 0
    error: str = ""
    gone: tuple[Path, ...] = ()

"""Revision marks: who corrected, and when, to be seen in the corrected file itself."""

from dataclasses import dataclass
from datetime import datetime

AUTHOR = "年报勾稽校核"


@dataclass(frozen=True, slots=True)
class Marks:
    """Word: a deletion and an insertion by ``author`` at ``when`` (local time); Excel: his comment."""

    author: str
    when: datetime

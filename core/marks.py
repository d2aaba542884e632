"""Revision marks: who corrected, and when, to be seen in the corrected file itself."""

import re
from dataclasses import dataclass
from datetime import datetime

AUTHOR = "年报勾稽校核"
_NO_NAME = re.compile("[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LONGEST = 255
"""Characters; Office takes no more."""


@dataclass(frozen=True, slots=True)
class Marks:
    """Word: a deletion and an insertion by ``author`` at ``when`` (local time); Excel: his comment.

    What no document can hold is left out of the author's name; where nothing remains, it is the program's.
    """

    author: str
    when: datetime

    def __post_init__(self) -> None:
        object.__setattr__(self, "author", _NO_NAME.sub("", self.author)[:_LONGEST].strip() or AUTHOR)

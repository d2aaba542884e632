"""What the section around a passage is about, told by its heading."""

import re
from collections.abc import Sequence

from core.prose.passages import Passage
from core.prose.phrases import Phrases

_HEADING = 40
_LONGEST_RAW = 80
_HEADING_ENDS = re.compile("[。:]")
_SENTENCE_ENDS = ("。", ";", "!", ",")


def section_topic(text: Sequence[Passage], before: str, phrases: Phrases) -> str:
    """What the last of these passages speaks of: ``requests``, ``challenges`` or, empty, nothing known.

    A numbered heading ends what the one above said; a short line without a number is a heading only
    where it names the requests. ``before``: what was spoken of in front of them.
    """
    return next((_topic(p.text, phrases) for p in reversed(text) if _is_heading(p, phrases)), before)


def _is_heading(passage: Passage, phrases: Phrases) -> bool:
    return passage.numbered or (len(passage.raw) <= _LONGEST_RAW and _is_title(passage.text, phrases))


def _topic(text: str, phrases: Phrases) -> str:
    heading = _HEADING_ENDS.split(text, maxsplit=1)[0]
    if len(heading) > _HEADING or phrases.words["leave"].search(heading):
        return ""
    if phrases.words["challenge"].search(heading):
        return "challenges"
    return "requests" if phrases.words["anchor"].search(heading) else ""


def _is_title(text: str, phrases: Phrases) -> bool:
    return (
        len(text) <= _HEADING
        and not text.endswith(_SENTENCE_ENDS)
        and phrases.words["anchor"].search(text) is not None
        and not any(match.lastgroup for match in phrases.scan.finditer(text))
    )

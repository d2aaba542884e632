"""What the section around a passage is about, told by its heading."""

import re

from core.prose.passages import Passage
from core.prose.phrases import Phrases

_HEADING = 40
_SENTENCE_ENDS = ("。", ";", "!", ",")


def section_topic(passage: Passage, section: str, phrases: Phrases) -> str:
    """What is spoken of from this passage on: ``requests``, ``challenges`` or, empty, nothing known.

    A numbered heading ends what the one above said; a short line without a number is a heading only
    where it names the requests; anything else leaves ``section`` as it is.
    """
    heading = re.split("[。:]", passage.text, maxsplit=1)[0]
    if not passage.numbered and not _is_title(passage.text, phrases):
        return section
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
        and not any(match["digits"] for match in phrases.scan.finditer(text))
    )

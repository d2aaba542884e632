"""A part's text as the checks of its content read it."""

import re
from collections.abc import Iterable
from itertools import takewhile

from core.checks.outline.words import words
from core.outline import Part, bare, unified
from core.subject import Narrative

_SENTENCE = re.compile(r"[^。；;]*[。；;]?")
_LISTED = 3
_FEW = 2


def body(narrative: Narrative, part: Part) -> str:
    """The part's text, with headings of none of the six that follow it and what is below them."""
    parts = narrative.outline.parts
    text = narrative.body(part)
    for other in takewhile(lambda other: other.key == 0, parts[parts.index(part) + 1 :]):
        number, start, end = other.heading
        text += narrative.lines[number][start:end] + narrative.body(other)
    return text


def told(narrative: Narrative, part: Part) -> str:
    """What the part says, without the sentence that lists the six parts."""
    return _without_list(body(narrative, part))


def everything(narrative: Narrative, part: Part) -> str:
    """As ``told``, blanks and look-alikes folded, with text set in tables: before something is called
    missing.
    """
    boxed = (text for text in narrative.boxed if "。" in text)
    return _without_list(unified(bare("".join((body(narrative, part), *boxed)))))


def _without_list(text: str) -> str:
    names = words().listing
    if names[0] not in text:
        return text
    return "".join(s for s in _SENTENCE.findall(text) if sum(name in s for name in names) < _LISTED)


def is_unwritten(narrative: Narrative, part: Part) -> bool:
    """Whether the part holds the template's prompt and nothing else (E14 speaks of it)."""
    if part.last - part.first > _FEW:
        return False
    return words().patterns["residue_only.text"].fullmatch(bare(narrative.body(part))) is not None


def listed(names: Iterable[str]) -> str:
    """「“主动公开”、“监督保障”」."""
    return "、".join(f"“{name}”" for name in names)

"""E06: problems and improvements, part five."""

import re
from collections.abc import Iterator

from core.catalogue import finding
from core.checks.outline.texts import body, everything, is_unwritten
from core.checks.outline.words import words
from core.findings import Finding, Place
from core.outline import Part, bare
from core.subject import Subject


def problems(subject: Subject) -> Iterator[Finding]:
    """Whether part five says anything, of problems and of improvements."""
    part = subject.narrative.outline.part(5)
    if part is None or is_unwritten(subject.narrative, part):
        return
    known = words()
    text = bare(body(subject.narrative, part)).strip("：:。；;，, ")
    if not text or known.patterns["part_five.none"].fullmatch(text):
        if _is_boxed(subject, part, text):
            return
        detail = f"第五部分只写了“{text}”" if text else "第五部分没有内容"
        yield finding("E06", f"{detail}；应写存在的主要问题和改进情况", places=(_place(subject, part),))
        return
    lacking = _lacking(text)
    if lacking:
        lacking = _lacking(everything(subject.narrative, part))
    if lacking or len(text) < known.shortest:
        detail = f"第五部分没有写{lacking}" if lacking else f"第五部分只有 {len(text)} 个字，内容过于简单"
        yield finding("E06", detail, severity="warning", places=(_place(subject, part),))


def _is_boxed(subject: Subject, part: Part, text: str) -> bool:
    """Whether the part's text may be set in a table."""
    return len(everything(subject.narrative, part)) > len(text) + words().shortest


def _lacking(text: str) -> str:
    patterns = words().patterns
    has_problems = patterns["part_five.problems"].search(text)
    has_improvements = patterns["part_five.improvements"].search(patterns["part_five.lacks"].sub("", text))
    if not has_improvements:
        return "改进情况" if has_problems else "存在的问题和改进情况"
    return "" if has_problems or _names_one(text) else "存在的问题"


def _names_one(text: str) -> bool:
    """Whether a sentence before the improvements states a problem without calling it one (群众看不懂)."""
    patterns = words().patterns
    first = next(iter(_SENTENCES.findall(text)), "")
    return len(first) >= _SENTENCE and not any(
        patterns[f"part_five.{name}"].search(first) for name in ("improvements", "praise")
    )


_SENTENCES = re.compile(r"[^。；;！!]+[。；;！!]")
_SENTENCE = 6


def _place(subject: Subject, part: Part) -> Place:
    """The part's first line of text, else its heading."""
    if part.first < part.last:
        line = subject.narrative.lines[part.first]
        return Place(part.first, 0, len(line))
    return part.heading

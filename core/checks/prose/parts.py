"""Totals that are not the sum of their parts (G15), shares that are not what two numbers make (G16).

Sentences rarely say whether the parts are all there are. A total is only doubted where one slip of the
keyboard, in it or in one part, explains the difference.
"""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from core.catalogue import finding
from core.checks.prose.wording import quoted
from core.findings import Finding, Fix, Place, replaced
from core.prose import Count, Passage, Share, Split, counted, written_like
from core.repair.wrong_digits import digit_dropped, one_digit_differs, transposed
from core.subject import Subject


def parts(subject: Subject) -> Iterator[Finding]:
    """Totals and shares in the text that its own numbers contradict."""
    for passage in subject.narrative.passages:
        if "其中" in passage.raw:
            splits, shares = counted(passage)
            for split in splits:
                yield from _total(split, passage, subject)
            for share in shares:
                yield from _share(share, passage, subject)


def _total(split: Split, passage: Passage, subject: Subject) -> Iterator[Finding]:
    whole, total = split.whole, sum(part.value for part in split.parts)
    place = _place(passage, whole.start, whole.end)
    meant = list(_meant(split, total)) if total != whole.value and place else []
    if not meant or place is None:
        return
    lines = subject.narrative.lines
    summed = "＋".join(str(part.value) for part in split.parts)
    gap = abs(total - whole.value)
    yield finding(
        "G15",
        f"正文写“{quoted(lines[place.paragraph], place)}”，其中各项 {summed}＝{total}，相差 {gap}，请核对",
        expected=str(total),
        found=str(whole.value),
        places=(place,),
        fixes=tuple(_written(passage, count, value, subject) for count, value in meant),
    )


def _meant(split: Split, total: int) -> Iterator[tuple[Count, int]]:
    """Which number may be a slip of which: the total of the parts' sum, or one part of what is missing."""
    whole = split.whole
    if total % max(whole.value, 1) == 0 and total > whole.value:
        return
    for count, value in [(whole, total), *((p, p.value + whole.value - total) for p in split.parts)]:
        if value >= 0 and _is_slip(str(count.value), str(value), abs(total - whole.value), split):
            yield count, value


def _is_slip(seen: str, true: str, gap: int, split: Split) -> bool:
    """Digits that changed places; other slips where the parts are all, or more than all, and nearly fit."""
    if transposed(seen, true) and len(seen) >= _LONG:
        return True
    is_all = split.ends_with_rest or sum(part.value for part in split.parts) > split.whole.value
    if not is_all:
        return False
    if (digit_dropped(seen, true) or digit_dropped(true, seen)) and max(len(seen), len(true)) > _LONG:
        return True
    return one_digit_differs(seen, true) and gap * 10 <= split.whole.value


_LONG = 3


def _share(share: Share, passage: Passage, subject: Subject) -> Iterator[Finding]:
    if not share.is_sure or any(_makes(share, whole) for whole in share.wholes if whole.value):
        return
    whole = share.wholes[0].value
    place = _place(passage, share.start, share.end)
    if place is None or not whole:
        return
    line = subject.narrative.lines[place.paragraph]
    exponent = Decimal(1).scaleb(_exponent(share.percent))
    true = (Decimal(share.part.value * 100) / whole).quantize(exponent, ROUND_HALF_UP)
    said = line[place.start : place.end]
    yield finding(
        "G16",
        f"正文写“{quoted(line, place)}”，按 {share.part.value}÷{whole} 计算是 {true}%，请核对",
        expected=f"{true}%",
        found=f"{share.percent}%",
        places=(place,),
        fixes=(Fix(f"把正文的 {said} 改为 {true}%", (replaced(line, place, f"{true}{said[-1]}"),)),),
    )


def _makes(share: Share, whole: Count) -> bool:
    """Whether part and whole make the percentage, to half a unit of its last digit."""
    half = Decimal(5).scaleb(_exponent(share.percent) - 1)
    return abs(Decimal(share.part.value * 100) / whole.value - share.percent) <= half


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _written(passage: Passage, count: Count, value: int, subject: Subject) -> Fix:
    place = _place(passage, count.start, count.end)
    assert place is not None
    line = subject.narrative.lines[place.paragraph]
    old = line[place.start : place.end]
    new = written_like(old, value)
    return Fix(f"把正文的 {old} 改为 {new}", (replaced(line, place, new),))


def _place(passage: Passage, start: int, end: int) -> Place | None:
    found = passage.place(start, end)
    return Place(*found) if found else None

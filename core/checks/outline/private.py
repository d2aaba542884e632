"""E17: numbers that tell who somebody is, in a text meant for the public."""

import re
from collections.abc import Iterator
from datetime import date

from core.catalogue import finding
from core.checks.outline.words import words
from core.findings import Finding
from core.subject import Subject

_HINTS = tuple(map(re.compile, (r"1[3-9][0-9]{9}", r"19[0-9]{9}", r"20[0-9]{9}")))
"""A mobile number, or a birth date and what follows it; all begin with a fixed sign, to be found fast."""
_IDENTITY = re.compile(r"(?<![0-9A-Za-z])[1-9][0-9]{5}(?:19|20)[0-9]{9}[0-9Xx](?![0-9A-Za-z])")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"


def private(subject: Subject) -> Iterator[Finding]:
    """Identity card numbers whose check digit is right, and mobile numbers that are no published contact."""
    prose = subject.narrative.prose
    if not any(hint.search(prose.text) for hint in _HINTS):
        return
    cards = [m.span() for m in _IDENTITY.finditer(prose.text) if is_identity_number(m[0])]
    if cards:
        places = tuple(prose.place(*span) for span in cards)
        yield finding("E17", "正文里有身份证号码；年度报告向社会公布，请删去", places=places)
    phones = [m.span() for m in words().patterns["private.mobile"].finditer(prose.text)]
    phones = [span for span in phones if not _is_contact(subject, span[0])]
    if phones:
        places = tuple(prose.place(*span) for span in phones)
        detail = "正文里有手机号码；如果不是对外公布的联系电话，请删去"
        yield finding("E17", detail, severity="advice", places=places)


def _is_contact(subject: Subject, at: int) -> bool:
    prose = subject.narrative.prose
    first, last = subject.narrative.outline.preamble
    if first <= prose.place(at, at).paragraph < last:
        return True
    return words().patterns["private.contact"].search(prose.text, max(0, at - words().near), at) is not None


def is_identity_number(text: str) -> bool:
    """Whether 18 signs are an identity card number: a date of birth and the right check digit (GB 11643)."""
    try:
        born = date(int(text[6:10]), int(text[10:12]), int(text[12:14]))
    except ValueError:
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, text[:17], strict=True))
    return born <= date.today() and _CHECKS[total % 11] == text[17].upper()

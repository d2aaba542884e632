"""Plain text changed as people and programs change it: lines, cells, labels, separators, encodings."""

import re
from collections.abc import Callable
from random import Random

from tests.fuzz.octets import changed, stretch
from tests.fuzz.words import ENCODINGS, NUMBERS, SEPARATORS, TEXTS

_CELL = re.compile(r"[^|\t\r\n,，]+")
_NUMBER = re.compile(r"[0-9０-９]+")
_SEPARATOR = re.compile(r"[|\t,]+| {2,}|\n")


def mutate(rng: Random, data: bytes) -> bytes:
    """A text file changed in one way; where it is no text, its bytes are."""
    kind = rng.random()
    if kind < 0.15:
        return changed(rng, data)
    encoding = _encoding(data)
    if encoding is None:
        return changed(rng, data)
    text = data.decode(encoding)
    if kind < 0.25:
        encoding = rng.choice(ENCODINGS)
    return rng.choice(_CHANGES)(rng, text).encode(encoding, rng.choice(("replace", "ignore")))


def _encoding(data: bytes) -> str | None:
    for name in ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8", "gb18030"):
        try:
            data.decode(name)
        except UnicodeDecodeError:
            continue
        return name
    return None


def _replaced(pattern: re.Pattern[str], words: tuple[str, ...]) -> Callable[[Random, str], str]:
    """Puts one of the words in the place of something; or of a few of them."""

    def change(rng: Random, text: str) -> str:
        found = list(pattern.finditer(text))
        if not found:
            return text + rng.choice(words)
        for match in sorted(
            rng.sample(found, min(len(found), rng.choice((1, 1, 1, 3)))), key=lambda m: -m.start()
        ):
            text = text[: match.start()] + rng.choice(words) + text[match.end() :]
        return text

    return change


def _swapped(rng: Random, text: str) -> str:
    """Two cells in each other's place."""
    found = list(_CELL.finditer(text))
    if len(found) < 2:
        return text
    first, second = sorted(rng.sample(found, 2), key=lambda m: m.start())
    between = text[first.end() : second.start()]
    return text[: first.start()] + second[0] + between + first[0] + text[second.end() :]


def _whole_lines(rng: Random, text: str) -> str:
    """Lines dropped, doubled or moved."""
    lines = text.splitlines(keepends=True)
    start, end = stretch(rng, len(lines))
    part, rest = lines[start:end], lines[:start] + lines[end:]
    kind = rng.randrange(3)
    at = start if kind == 0 else rng.randrange(len(rest) + 1)
    put = [] if kind == 0 else part if kind == 1 else part * rng.choice((2, 2, 5))
    return "".join(rest[:at] + put + rest[at:])


def _put_in(rng: Random, text: str) -> str:
    at = rng.randrange(len(text) + 1)
    return text[:at] + rng.choice(rng.choice((TEXTS, NUMBERS, SEPARATORS))) + text[at:]


def _pump(rng: Random, text: str) -> str:
    """A few characters again and again: what makes a careless pattern run for ever."""
    start = rng.randrange(len(text) + 1)
    end = min(len(text), start + rng.choice((1, 1, 2, 3, 5, 12)))
    return text[:end] + text[start:end] * rng.choice((20, 200, 1000)) + text[end:]


def _separators(rng: Random, text: str) -> str:
    """One kind of separator everywhere instead of another."""
    return text.replace(rng.choice(("|", "\t", "\n", " ", "，", "。", "、")), rng.choice(SEPARATORS))


def _digits(rng: Random, text: str) -> str:
    """All digits in another script, or all numbers the same."""
    if rng.random() < 0.5:
        return _NUMBER.sub(rng.choice(NUMBERS[:40]), text)
    return text.translate(
        str.maketrans(
            "0123456789", rng.choice(("０１２３４５６７８９", "〇一二三四五六七八九", "٠١٢٣٤٥٦٧٨٩"))
        )
    )


_CHANGES = (
    *(
        _replaced(_NUMBER, NUMBERS),
        _replaced(_NUMBER, TEXTS),
        _replaced(_CELL, TEXTS),
        _replaced(_CELL, NUMBERS),
    ),
    *(
        _replaced(_SEPARATOR, SEPARATORS),
        _swapped,
        _pump,
        _whole_lines,
        _put_in,
        _put_in,
        _separators,
        _digits,
    ),
)

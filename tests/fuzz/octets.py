"""Bytes changed with no idea of what they mean; the base of every other mutator."""

from random import Random

_INTERESTING = (
    *(
        b"\0",
        b"\xff",
        b"\xff\xff\xff\xff",
        b"\x80",
        b"\xed\xa0\x80",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\xfe\xff",
    ),
    *(
        b"\x1a",
        b"\x85",
        b"\x0b",
        b"\x0c",
        b"\r",
        b"\n",
        b"PK\x03\x04",
        b"PK\x01\x02",
        b"PK\x05\x06",
        b"\xf0\x9f\x98\x80",
    ),
)


def changed(rng: Random, data: bytes) -> bytes:
    """The data with a few bytes changed, put in, taken out, doubled or cut off."""
    return rng.choice(_CHANGES)(rng, data) if data else rng.choice(_INTERESTING)


def stretch(rng: Random, length: int) -> tuple[int, int]:
    """Where a random stretch of something begins and ends; mostly short."""
    start = rng.randrange(length + 1)
    most = rng.choice((1, 2, 8, 64, 1024, length or 1))
    return start, min(length, start + rng.randint(1, most))


def _flip(rng: Random, data: bytes) -> bytes:
    out = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 8))):
        out[rng.randrange(len(out))] = rng.randrange(256)
    return bytes(out)


def _insert(rng: Random, data: bytes) -> bytes:
    at = rng.randrange(len(data) + 1)
    return data[:at] + rng.choice(_INTERESTING) * rng.choice((1, 1, 2, 50)) + data[at:]


def _delete(rng: Random, data: bytes) -> bytes:
    start, end = stretch(rng, len(data))
    return data[:start] + data[end:]


def _double(rng: Random, data: bytes) -> bytes:
    start, end = stretch(rng, len(data))
    return data[:end] + data[start:end] * rng.choice((1, 1, 3)) + data[end:]


def _pump(rng: Random, data: bytes) -> bytes:
    """A few bytes again and again: what makes a careless pattern run for ever."""
    start = rng.randrange(len(data))
    end = min(len(data), start + rng.choice((1, 2, 3, 7, 20)))
    return data[:end] + data[start:end] * rng.choice((30, 300, 3000)) + data[rng.choice((end, len(data))) :]


def _move(rng: Random, data: bytes) -> bytes:
    start, end = stretch(rng, len(data))
    rest = data[:start] + data[end:]
    at = rng.randrange(len(rest) + 1)
    return rest[:at] + data[start:end] + rest[at:]


def _cut(rng: Random, data: bytes) -> bytes:
    return data[: rng.randrange(len(data))] if rng.random() < 0.7 else data[rng.randrange(len(data)) :]


_CHANGES = (_flip, _flip, _insert, _delete, _double, _pump, _move, _cut)

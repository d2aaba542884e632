"""How likely one figure is mistyped for another: −log probabilities, in nats.

The channel model: a typist means ``true`` and leaves ``seen``. Shares are judged from the kinds of typing
errors (transposition, substitution, lost, doubled and added digit, off by one), not fitted to real reports.
"""

from collections.abc import Callable
from functools import lru_cache
from math import log

_LARGEST = 10**18  # beyond it digits say nothing any more, and long integers are slow to print


@lru_cache(maxsize=2048)
def typing_cost(seen: int, true: int) -> float:
    """−log P(``seen`` written | ``true`` meant, and something went wrong); both non-negative."""
    gap = abs(seen - true)
    if max(seen, true) > _LARGEST:
        return -log(0.015) + 1.2 * log(_LARGEST)
    s, t = str(seen), str(true)
    share = 0.16 if seen == 0 else 0.0
    share += 0.20 / (9 * len(t)) if one_digit_differs(s, t) else 0.0
    share += 0.12 / max(len(t) - 1, 1) if transposed(s, t) else 0.0
    share += 0.13 * _ways_to_lose(t, s) / len(t)
    share += 0.12 * _share_of_additions(s, t)
    share += 0.10 if gap == 1 else 0.0
    return -log(share + 0.015 / (gap + 1) ** 1.2)


@lru_cache(maxsize=2048)
def stale_cost(difference: int) -> float:
    """−log P(a total lags behind its parts by ``difference``): mostly by one, seldom by much."""
    d = min(abs(difference), _LARGEST)
    return -log((0.45 if d == 1 else 0.0) + 0.55 / (d * (d + 1)))


def one_digit_differs(seen: str, true: str) -> bool:
    return len(seen) == len(true) and sum(a != b for a, b in zip(seen, true, strict=True)) == 1


def transposed(seen: str, true: str) -> bool:
    """Two neighbouring digits changed places; a zero that came to the front is lost with them."""
    padded = seen.zfill(len(true))
    wrong = [i for i, (a, b) in enumerate(zip(padded, true, strict=False)) if a != b]
    if len(padded) != len(true) or len(wrong) != 2 or wrong[1] != wrong[0] + 1:
        return False
    i, j = wrong
    return padded[i] == true[j] and padded[j] == true[i]


def digit_dropped(seen: str, true: str) -> bool:
    """One digit of ``true`` was left out."""
    return _ways_to_lose(true, seen) > 0


def _ways_to_lose(longer: str, shorter: str) -> int:
    if len(longer) != len(shorter) + 1:
        return 0
    return sum(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))


def _share_of_additions(seen: str, true: str) -> float:
    """Six in ten added digits double their neighbour, the others are any digit anywhere."""
    if len(seen) != len(true) + 1:
        return 0.0
    doubled = sum(true[: i + 1] + true[i:] == seen for i in range(len(true)))
    added = _ways_to_lose(seen, true)
    return 0.6 * doubled / len(true) + 0.4 * added / (10 * len(seen))


Test = Callable[[str, str], bool]

SHAPES: tuple[tuple[str, Test], ...] = (
    ("transposed", transposed),
    ("digit_dropped", digit_dropped),
    ("digit_extra", lambda seen, true: digit_dropped(true, seen)),
    ("digit_changed", one_digit_differs),
)
"""Names of what two figures look like side by side, the most telling first."""


def shape_of(seen: int, true: int) -> str | None:
    """The first shape that fits, None where the digits tell nothing."""
    if max(seen, true) > _LARGEST or min(seen, true) < 0:
        return None
    s, t = str(seen), str(true)
    return next((name for name, fits in SHAPES if fits(s, t)), None)

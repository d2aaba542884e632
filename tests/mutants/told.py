"""What became of every mutant, and what was changed in it, in one line."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import ndiff
from itertools import takewhile
from pathlib import Path

STATUSES = ("killed", "survived", "timeout", "no tests", "unclear")
_BY_EXIT_CODE = {
    0: "survived", 1: "killed", 3: "killed", 5: "no tests", 33: "no tests", 36: "timeout",
    24: "timeout", -24: "timeout", 152: "timeout", -9: "timeout",
}  # fmt: skip
_BESIDE = 24
_MANGLED = re.compile(r"(?:x_|xǁ(?P<owner>\w+?)ǁ)(?P<name>\w+?)__mutmut_(?:\d+|orig)\b")


@dataclass(frozen=True)
class Mutant:
    """file: path in the tree. change: ``function: old → new``, only the lines that differ."""

    file: str
    status: str
    change: str

    @property
    def line(self) -> str:
        return f"`{self.file}` `{self.change}`"


def told(folder: Path) -> list[Mutant]:
    """The mutants of the last run in ``folder``."""
    return [m for meta in sorted(folder.glob("mutants/core/**/*.py.meta")) for m in _of_file(folder, meta)]


def _of_file(folder: Path, meta: Path) -> Iterator[Mutant]:
    codes = json.loads(meta.read_text("utf-8"))["exit_code_by_key"]
    if not codes:
        return
    mutated = meta.with_suffix("")
    lines = mutated.read_text("utf-8").splitlines()
    spans = json.loads(mutated.with_suffix(".py.spans").read_text("utf-8"))["spans"]
    functions = {name: lines[first - 1 : last] for name, (first, last) in spans.items()}
    file = mutated.relative_to(folder / "mutants").as_posix()
    for key, code in codes.items():
        name = key.rpartition(".")[2]
        original = functions[name.rpartition("_")[0] + "_orig"]
        status = _BY_EXIT_CODE.get(code, "unclear")
        change = "" if status == "killed" else _change(original, functions[name], name)
        yield Mutant(file, status, change)


def _change(original: list[str], mutant: list[str], name: str) -> str:
    old, new = ([_MANGLED.sub(r"\g<name>", line) for line in text] for text in (original, mutant))
    texts = {"-": "", "+": ""}
    for line in ndiff(old, new):
        if line[0] in texts:
            texts[line[0]] += " " * bool(texts[line[0]]) + line[2:].strip()
    match = _MANGLED.fullmatch(name)
    function = match["name"].removeprefix("get_") if match else name
    return f"{function}: {' → '.join(_trimmed(texts['-'], texts['+']))}"


def _trimmed(old: str, new: str) -> tuple[str, str]:
    """Both texts from a little before to a little behind what differs."""
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    start, stop = max(0, head - _BESIDE), max(0, tail - _BESIDE)
    return tuple("…" * bool(start) + text[start : len(text) - stop] + "…" * bool(stop) for text in (old, new))


def _shared(one: str, other: str) -> int:
    """How many characters both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))

"""Local requirements written by a county's office: a TOML file, read with a clear word about what is wrong.

Editors on office PCs save UTF-8 with or without a byte order mark, or GB18030; all are read.
"""

import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from core.catalogue import rule_of, rules
from core.errors import GoujiError, SaveError
from core.findings import Severity
from core.oserrors import why
from core.paths import is_there
from core.profile import NATIONAL, Profile
from core.reading import TooLarge, ordinary_bytes
from core.resources import ROOT
from core.wording import SEVERITIES
from core.writing import write_atomic

FILE_NAME = "gouji.toml"
"""Beside the reports it holds for all of them."""
EXAMPLE = ROOT / "checks" / FILE_NAME
"""One to begin with, each entry explained."""
_LARGEST = 1024 * 1024
_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)|\(at end of document\)")
_DEADLINE = re.compile(r"(\d{1,2})-(\d{1,2})")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class ProfileError(GoujiError):
    """The file of local requirements cannot be used; the sentence names the file, the line and the mend."""


class _Wrong(Exception):  # noqa: N818 - becomes a ProfileError once the line is known
    """What is wrong with one entry. token: the words to look for in the file."""

    def __init__(self, what: str, token: str) -> None:
        super().__init__(what)
        self.token = token


def beside(report: Path) -> Path | None:
    """The file of local requirements in the report's folder, None if there is none."""
    path = report.parent / FILE_NAME
    return path if path.is_file() else None


def profile_for(report: Path, chosen: Path | None = None) -> Profile:
    """The requirements that hold for a report: those chosen, else those beside it, else the national ones.

    Raises ProfileError.
    """
    path = chosen or beside(report)
    return NATIONAL if path is None else load(path)


def load(path: Path) -> Profile:
    """Read a file of local requirements. Raises ProfileError."""
    text = _text(path)
    try:
        return _profile(tomllib.loads(text))
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits, a list 5,000 deep
        raise ProfileError(_syntax(path, text, str(error))) from None
    except _Wrong as error:
        raise ProfileError(f"“{path.name}”{_line_of(text, error.token)}：{error}。") from None


def write_example(folder: Path) -> Path:
    """Put the example into a folder, under the name it is found by. Raises SaveError.

    A file of this name that is there already stays as it is.
    """
    path = folder / FILE_NAME
    if is_there(path):
        raise SaveError(f"“{folder.name}”里已经有 {FILE_NAME}，没有动它；要用它请点“选择…”，或换一个文件夹。")
    write_atomic(path, EXAMPLE.read_bytes())
    return path


def _text(path: Path) -> str:
    try:
        data = ordinary_bytes(path, _LARGEST)
    except TooLarge:
        raise ProfileError(f"“{path.name}”太大，不像一份本地要求文件，请检查是否选错了文件。") from None
    except OSError as error:
        raise ProfileError(f"“{path.name}”打不开（{why(error)}），请检查文件是否还在。") from None
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding).replace("\r\n", "\n")
        except UnicodeDecodeError:
            continue
    raise ProfileError(f"“{path.name}”不是文字文件，请用记事本另存为 UTF-8 编码。")


def _syntax(path: Path, text: str, why: str) -> str:
    match = _AT_LINE.search(why)
    number = int(match[1]) if match and match[1] else text.rstrip().count("\n") + 1
    return (
        f"“{path.name}”第 {number} 行写法不对（多半是少了引号、括号或等号，或用了中文标点），"
        "请对照示例改正这一行。"
    )


def _line_of(text: str, token: str) -> str:
    number = next((n for n, line in enumerate(text.split("\n"), 1) if token in line.partition("#")[0]), 0)
    return f"第 {number} 行" if number else ""


def _profile(data: Mapping[str, Any]) -> Profile:
    values: dict[str, Any] = {}
    for key, value in data.items():
        reader = _READERS.get(key)
        if reader is None:
            raise _Wrong(f"没有“{key}”这一项；可以写的有：{'、'.join(_READERS)}", key)
        values[key] = reader(key, value)
    return Profile(**values)


def _word(key: str, value: object) -> str:
    if not isinstance(value, str):
        raise _Wrong(f"“{key}”应写成一句话，加英文引号", key)
    return value.strip()


def _words(key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
        raise _Wrong(f'“{key}”应写成 ["…", "…"] 的形式，每项加英文引号', key)
    return tuple(v.strip() for v in value)


def _rules(key: str, value: object) -> frozenset[str]:
    return frozenset(map(_known, _words(key, value)))


def _known(id_: str) -> str:
    """The id as the program writes it; lower case is taken too."""
    known = id_ if rule_of(id_) else id_.upper()
    if rule_of(known) is None:
        raise _Wrong(f"没有编号为“{id_}”的检查；编号见帮助（例如 {'、'.join(list(rules())[:3])}）", id_)
    return known


def _severities(key: str, value: object) -> Mapping[str, Severity]:
    if not isinstance(value, dict):
        raise _Wrong(f'“{key}”应写成 [{key}]，下面每行一项，例如 E15 = "疑点"', key)
    return {_known(id_): _severity(id_, word) for id_, word in value.items()}


def _severity(id_: str, word: object) -> Severity:
    if isinstance(word, str) and word.strip() in _SEVERITIES:
        return _SEVERITIES[word.strip()]
    raise _Wrong(f"“{id_}”的级别只能是 必改、疑点 或 提示", id_)


_SEVERITIES: dict[str, Severity] = {
    word: severity for severity in ("error", "warning", "advice") for word in (severity, SEVERITIES[severity])
}


def _deadline(key: str, value: object) -> tuple[int, int]:
    match = _DEADLINE.fullmatch(value.strip()) if isinstance(value, str) else None
    if match and 1 <= int(match[1]) <= 12 and 1 <= int(match[2]) <= _DAYS[int(match[1]) - 1]:
        return int(match[1]), int(match[2])
    raise _Wrong(f'“{key}”应写成 "月-日"，例如 "01-26"', key)


def _count(key: str, value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value <= 0:
        raise _Wrong(f"“{key}”应是大于 0 的整数", key)
    return value


_READERS: dict[str, Callable[[str, object], object]] = {
    "name": _word,
    "off": _rules,
    "severities": _severities,
    "deadline": _deadline,
    "word_limit": _count,
    "extra_rows": _words,
    "units": _words,
}

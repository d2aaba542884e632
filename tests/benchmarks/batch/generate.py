"""A folder of reports as an office collects them: three formats, both editions, a slip in every third.

Each layout is made once by the libraries that write such files, with a mark in place of every number and
sentence; the reports are that package with the marks replaced, so that ten thousand take seconds.
"""

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random

from core.forms import TABLES, editions
from tests.documents import excel, word
from tests.layouts import TITLE, balanced, report

_FIRST = 70_000_001
_MARK = re.compile(rb"7\d{7}")
_YEARS = {"2021": (2021, 2022, 2023, 2024), "2019": (2019, 2020)}
_OFFICES = (
    "农业农村",
    "卫生健康",
    "民政",
    "教育体育",
    "财政",
    "交通运输",
    "水务",
    "自然资源",
    "统计",
    "审计",
)
_TOWNS = ["白石", "青禾", "柳林", "东湖", "云台", "石桥", "河口", "松岭"]
_SAID = "全年通过网站公开信息 {n} 条，政策解读 {m} 篇。共收到政府信息公开申请 {new} 件，办结 {closed} 件。"

_DIGITS = "灵依尔珊思武柳祺坝玖"
"""Letters that make a place of a number, so that no two units have one name."""
_UNIT = TITLE.partition("{year}")[0]

Make = Callable[[Mapping[str, str], int, str, str], bytes]


def folder(where: Path, count: int, seed: int = 1) -> list[Path]:
    """Write ``count`` reports; the same seed gives the same."""
    random = Random(seed)
    kinds = [(suffix, edition) for suffix in ("docx", "xlsx", "txt") for edition in _YEARS]
    makers = [(*kind, _maker(*kind)) for kind in kinds]
    weights = [8, 2, 3, 1, 4, 1]
    paths = []
    where.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        suffix, edition, make = random.choices(makers, weights)[0]
        place = "".join(_DIGITS[int(digit)] for digit in str(number))
        unit = f"云岭市{random.choice(_TOWNS)}{place}区{random.choice(_OFFICES)}局"
        numbers = (
            _slip(balanced(edition, random.randint(1, 9)), random) if number % 3 == 0 else balanced(edition)
        )
        path = where / f"{number:05} {unit}.{suffix}"
        path.write_bytes(make(numbers, random.choice(_YEARS[edition]), unit, _sentence(numbers, random)))
        paths.append(path)
    return paths


def _sentence(numbers: Mapping[str, str], random: Random) -> str:
    new, closed = numbers["requests.new.total"], numbers["requests.closed.total"]
    return _SAID.format(n=random.randint(20, 900), m=random.randint(1, 20), new=new, closed=closed)


def _slip(numbers: dict[str, str], random: Random) -> dict[str, str]:
    cell = random.choice([c for c in numbers if not c.startswith("disclosure")])
    return numbers | {cell: str(int(numbers[cell]) + random.randint(1, 90))}


def _maker(suffix: str, edition: str) -> Make:
    cells = [c for table in TABLES for c in editions()[edition].tables[table].cells]
    if suffix == "txt":
        return lambda numbers, year, unit, said: _text(edition, numbers, year, unit, said)
    marks = {cell: str(_FIRST + n) for n, cell in enumerate(cells)}
    write = word if suffix == "docx" else excel
    template = write(marks, edition, 2777)
    return lambda *about: _filled(template, marks, *about)


def _text(edition: str, numbers: Mapping[str, str], year: int, unit: str, said: str) -> bytes:
    text = report("pipes_padded", dict(numbers), edition, year)
    return text.replace("按时办理各类申请。", said).replace(_UNIT, unit).encode()


def _filled(
    template: bytes, marks: Mapping[str, str], numbers: Mapping[str, str], year: int, unit: str, said: str
) -> bytes:
    texts = {marks[cell].encode(): numbers[cell].encode() for cell in marks}
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(template)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            part = old.read(name)
            if name.endswith(".xml"):
                part = _MARK.sub(lambda match: texts.get(match[0], match[0]), part)
                part = part.replace(b"2777", str(year).encode()).replace(b"2778", str(year + 1).encode())
                part = _replaced(_replaced(part, "按时办理各类申请。", said), _UNIT, unit)
            new.writestr(name, part)
    return buffer.getvalue()


def _replaced(part: bytes, old: str, new: str) -> bytes:
    """In XML letters may stand as they are or by their numbers."""
    by_number = old.encode("ascii", "xmlcharrefreplace")
    return part.replace(old.encode(), new.encode()).replace(by_number, new.encode())

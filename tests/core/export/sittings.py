"""Sittings with known numbers for tests of what is made from them."""

import shutil
import subprocess
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import strategies as st

from core.files import from_bytes
from core.forms import TABLES, editions
from core.review import Review
from tests.documents import word
from tests.layouts import Numbers, balanced, report

WHEN = datetime(2024, 1, 20, 9, 30)
YEARS = {"2019": 2020, "2021": 2023}

with_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


def sitting(changed: Numbers | None = None, edition: str = "2021") -> Review:
    """A report in plain text with balanced numbers but for those given (no tabs or pipes among them)."""
    numbers = balanced(edition) | (changed or {})
    return sitting_of_text(report("tabs_from_excel", numbers, edition, YEARS[edition]))


def sitting_of_word(changed: Numbers | None = None) -> Review:
    """A Word report likewise."""
    return Review(from_bytes(word(balanced() | (changed or {})), Path("年报.docx")))


def sitting_of_text(text: str | None = None) -> Review:
    content = report("pipes_padded", balanced()) if text is None else text
    return Review(from_bytes(content.encode(), Path("年报.txt")))


def cells(edition: str) -> list[str]:
    return [cell for table in TABLES for cell in editions()[edition].tables[table].cells]


TEXTS = st.one_of(
    st.integers(0, 10**6).map(str),
    st.sampled_from(
        ["", "/", "-", "—", "无", "12件", "１２", "1,234", "-3", "15971.774796", "不详", "=1+1", "007"]
    ),
)


@st.composite
def sittings(draw) -> Review:
    """Reports of both editions, balanced but for some cells that hold anything a clerk may have written."""
    edition = draw(st.sampled_from(sorted(editions())))
    changed = draw(st.dictionaries(st.sampled_from(cells(edition)), TEXTS, max_size=8))
    return sitting(changed, edition)


def reopened(data: bytes, name: str) -> Review:
    return Review(from_bytes(data, Path(name)))


def converted(data: bytes, folder: Path, name: str, to: str) -> Path:
    """What LibreOffice makes of a document."""
    source = folder / name
    source.write_bytes(data)
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
         "--convert-to", to, "--outdir", str(folder / "out"), str(source)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return folder / "out" / f"{source.stem}.{to}"

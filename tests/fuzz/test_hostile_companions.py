"""What lies beside a report, and the register of units, come from elsewhere too: read or refused in words."""

import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core import journal, profile_file, sidecar
from core.batch.register import read_register
from core.errors import GoujiError
from core.resources import ROOT
from tests.data.xlsx_package import number, rows, text, workbook
from tests.fuzz import lines, markup, octets, zips
from tests.fuzz.vocabularies import EXCEL

CONFIRMED = {
    "gouji": 1,
    "confirmed": [
        {
            "marks": [{"rule": "G10", "detail": "x", "cells": {"a.b": "1"}, "quotes": ["x"]}],
            "reason": "核实",
            "day": "",
        }
    ],
}
JOURNAL = {
    "report": "/a.docx", "digest": "x", "when": "2024-01-02T03:04:05", "changes": {"a": ["1", "2"]},
    "reasons": {"a": "x"}, "remembered": CONFIRMED["confirmed"],
}  # fmt: skip
REGISTER = workbook(rows(text("A1", "单位名称"), text("A2", "青禾区农业农村局") + number("B2", 1)))
PROFILE = (ROOT / "checks" / "gouji.toml").read_bytes()


def sheet(rng: Random, data: bytes) -> bytes:
    return zips.mutate(rng, data, lambda r, part: markup.mutate(r, part, EXCEL))


COMPANIONS = {
    "gouji.toml": (PROFILE, lines.mutate, profile_file.load),
    "报告.docx.核实.json": (
        json.dumps(CONFIRMED).encode(),
        lines.mutate,
        lambda p: sidecar.load(p.parent / "报告.docx"),
    ),
    "改动.json": (json.dumps(JOURNAL).encode(), lines.mutate, journal.read),
    "名册.csv": ("单位名称,别名\n青禾区农业农村局,农业局\n".encode("gb18030"), lines.mutate, read_register),
    "名册.xlsx": (REGISTER, sheet, read_register),
}


@pytest.mark.parametrize("name", COMPANIONS)
def test_a_sound_one_is_read(name, tmp_path):
    data, _, read = COMPANIONS[name]
    (tmp_path / name).write_bytes(data)
    assert read(tmp_path / name)


@pytest.mark.parametrize("name", COMPANIONS)
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
)
@given(dice=st.randoms(use_true_random=False))
def test_a_hostile_one_is_read_or_refused_in_words(name, dice, tmp_path):
    data, change, read = COMPANIONS[name]
    for _ in range(dice.choice((1, 1, 2, 4))):
        data = change(dice, data) if dice.random() < 0.8 else octets.changed(dice, data)
    (tmp_path / name).write_bytes(data)
    assert said(read, tmp_path / name)


def said(read: Callable[[Path], object], path: Path) -> str:
    """What a clerk is told, or that it was read."""
    try:
        read(path)
    except GoujiError as error:
        return "".join(re.findall("[\u4e00-\u9fff]", str(error)))
    return "读了"


def far(places: Iterable[tuple[str, int]]) -> bytes:
    made = (f'<row r="{n}"><c r="{letters}{n}"><v>1</v></c></row>' for letters, n in places)
    return workbook(f"<sheetData>{''.join(made)}</sheetData>")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("gouji.toml", b"word_limit = " + b"9" * 5000),
        ("gouji.toml", b"off = " + b"[" * 5000),
        ("改动.json", b"[" * 200_000),
        ("报告.docx.核实.json", b"[" * 200_000),
        ("名册.csv", "单位名称\n\"".encode() + b"x" * 200_000),
        ("名册.xlsx", far([("A", 1), ("XFD", 1048576)])),
        ("名册.xlsx", far([("XFD", n) for n in range(1, 200)])),
    ],
    ids=["long number", "deep list", "deep journal", "deep marks", "open quote", "far corner", "far column"],
)  # fmt: skip
def test_one_that_would_break_a_reader_is_refused_in_words_or_read(name, data, tmp_path):
    path: Path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(GoujiError, match=r"[\u4e00-\u9fff]"):
        COMPANIONS[name][2](path)

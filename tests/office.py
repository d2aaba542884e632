"""Old documents made by hand, and office suites that are small scripts: they do what a test needs of them."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from core.office.suites import CHOSEN

SOFFICE = shutil.which("soffice")
needs_libreoffice = pytest.mark.skipif(SOFFICE is None, reason="there is no LibreOffice here")
needs_scripts = pytest.mark.skipif(os.name == "nt", reason="scripts are no programs here")

_PRELUDE = """#!{python}
import pathlib, shutil, sys, time
arguments = sys.argv[1:]
kind = arguments[arguments.index("--convert-to") + 1]
at = arguments.index("--outdir")
into, files = pathlib.Path(arguments[at + 1]), [pathlib.Path(name) for name in arguments[at + 2 :]]
here = pathlib.Path(__file__).parent
with open(here / "calls", "a") as calls:
    print(*arguments, sep="\\t", file=calls)
def results():
    for file in files:
        yield file, into / (file.stem + "." + kind)
"""
CONVERTS = 'for file, result in results(): shutil.copy(here / f"good.{kind}", result)\n'


def old(stream: str = "WordDocument", content: bytes = b"") -> bytes:
    """A compound file (MS-CFB) with one stream, as far as it is looked into; ``content`` begins it."""
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(22) + (9).to_bytes(2, "little")
    name = stream.encode("utf-16-le") + b"\0\0"
    entry = name.ljust(64, b"\0") + len(name).to_bytes(2, "little")
    entry = entry.ljust(116, b"\0") + (1).to_bytes(4, "little") + (4096).to_bytes(8, "little")
    return header.ljust(512, b"\0") + entry.ljust(512, b"\0") + content.ljust(4096, b"\0")


def suite(folder: Path, body: str, good: dict[str, bytes] | None = None) -> Path:
    """A program that is called as LibreOffice is. good: what CONVERTS hands out, by suffix."""
    folder.mkdir(exist_ok=True)
    program = folder / "soffice"
    program.write_text(_PRELUDE.format(python=sys.executable) + body, encoding="utf-8")
    program.chmod(0o755)
    for kind, data in (good or {}).items():
        (folder / f"good.{kind}").write_bytes(data)
    return program


def calls(program: Path) -> list[list[str]]:
    """The arguments of every call so far."""
    log = program.with_name("calls")
    return [line.split("\t") for line in log.read_text().splitlines()] if log.exists() else []


def use(monkeypatch: pytest.MonkeyPatch, program: Path | None) -> None:
    """From now on this is the suite; None: there is none."""
    monkeypatch.setenv(CHOSEN, str(program or ""))

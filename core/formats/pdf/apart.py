"""Reads a PDF in a process of its own, so that a hostile file can neither hang this one nor eat its memory.

PDFium is native code and cannot be interrupted: a form drawn by a form drawn by a form, ten times each, or a
stream that unpacks to gigabytes would hold the program whatever deadlines it looks at between two calls.
The system limits time and memory of another process (``core.commands.read_pdf``) and ends it, and a crash of
it costs one file. It hands back text as JSON, nothing that is executed. A process for each file costs a
quarter of a second and leaves nothing behind.
"""

import json
import os
import subprocess
import sys
from itertools import count
from pathlib import Path

from core.anchors import Anchor, Span
from core.errors import ReadError
from core.formats.pdf.limits import COMMAND, MAX_BYTES, MODULE, WAITING
from core.tables import Block, Document, Paragraph, RawCell, RawTable

PART = "pdf"
"""Part of the anchors: a place in a PDF has no bytes to replace, each has but a number of its own."""

_ROOT = Path(__file__).resolve().parents[3]
_WITHOUT_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_LARGE = "文件有 {} MB，不像一份有文字的年度报告（可能是扫描件）；请打开报告的 Word 原稿（.docx）"
_FAILED = "这份 PDF 的内部结构异常，读不下去；请打开报告的 Word 原稿（.docx），或重新导出 PDF"
_NOT_STARTED = "没能启动读 PDF 的程序，可能被安全软件拦住或内存不够；请打开报告的 Word 原稿（.docx）"


def read(data: bytes) -> Document:
    """A PDF's tables and paragraphs in reading order. Raises ReadError, in the clerk's words."""
    if len(data) > MAX_BYTES:
        raise ReadError(_LARGE.format(len(data) // (1024 * 1024)))
    told = json.loads(_answer(data))
    if "error" in told:
        raise ReadError(str(told["error"]))
    places = (Anchor(PART, (Span(n, n),)) for n in count())
    blocks: list[Block] = []
    for block in told["blocks"]:
        if isinstance(block, str):
            blocks.append(Paragraph(block, next(places)))
        else:
            blocks.append(RawTable(tuple([_cell(next(places), *each) for each in block])))
    return Document("pdf", data, tuple(blocks), tuple(map(str, told["notes"])))


def _cell(place: Anchor, text: str, row: int, column: int, rows: int, columns: int, doubt: str) -> RawCell:
    return RawCell(text, row, column, rows, columns, place, unknown=doubt)


def _answer(data: bytes) -> bytes:
    """What the process tells of a file. Raises ReadError where it does not answer."""
    is_frozen = getattr(sys, "frozen", False)
    command = [sys.executable, COMMAND] if is_frozen else [sys.executable, "-m", MODULE]
    paths = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))
    try:
        done = subprocess.run(  # noqa: S603 - this very program
            command,
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=WAITING,
            env={**os.environ, "PYTHONPATH": paths},
            creationflags=_WITHOUT_WINDOW,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise ReadError(_FAILED) from None
    except OSError:
        raise ReadError(_NOT_STARTED) from None
    if done.returncode:
        raise ReadError(_FAILED)
    return done.stdout

"""Reading as the program does it, but faster or by itself: what is done elsewhere is done in this process."""

import json
from pathlib import Path

from core import files
from core.errors import ReadError
from core.files import Report
from core.formats import flat, old
from core.formats.pdf import apart


def pdf(data: bytes, path: Path) -> Report:
    """A PDF read here: a process for each, as the program does it, would take a hundred times as long."""
    answer, apart._answer = apart._answer, _told
    try:
        return files.from_bytes(data, path)
    finally:
        apart._answer = answer


def _told(data: bytes) -> bytes:
    """What ``core.commands.read_pdf`` tells."""
    from core.formats.pdf.document import content

    try:
        return json.dumps(content(data)).encode()
    except ReadError as error:
        return json.dumps({"error": str(error)}).encode()


def flat_word(data: bytes, path: Path) -> Report:
    """A Word document in one XML file, unfolded first as ``core.office`` does."""
    return files.from_bytes(flat.to_docx(data), path)


def to_be_converted(data: bytes, path: Path) -> Report:
    """An old document; asked for a password, too, as is done with one that no office suite could open."""
    old.is_locked(data)
    return files.from_bytes(data, path)


def is_contained(data: bytes) -> bool:
    """Whether a file that ended this process does no such thing where it is read as the program does it."""
    try:
        files.from_bytes(data, Path("报告"))
    except ReadError:
        return True
    return False

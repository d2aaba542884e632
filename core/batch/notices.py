"""退改意见单 for every unit in one go, as Word files in a folder."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from core.batch.record import Row, review_of_file
from core.batch.terms import Terms
from core.errors import GoujiError, SaveError
from core.export.contents import check_report
from core.export.notice import notice
from core.oserrors import why
from core.writing import write_atomic

_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_LONGEST = 60


def write_notices(rows: Iterable[Row], terms: Terms, folder: Path, when: datetime) -> Iterator[Path]:
    """A notice for each report that something was found in; the paths as they are written. What lies in the
    folder already stays: a notice of the same name gets a number.

    Raises SaveError where the folder cannot be made or written to. A file that can no longer be read is left
    out: it stands in the list with its reason.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SaveError(f"文件夹“{folder.name}”建不了（{why(error)}），请换一个位置。") from None
    taken = {path.name.lower() for path in folder.iterdir()}
    for row in rows:
        if row.state == "checked" and row.kinds:
            path = folder / _name(row, taken)
            try:
                review = review_of_file(row.path, terms)
            except GoujiError:
                continue
            write_atomic(path, notice(check_report(review, when), when))
            yield path


def _name(row: Row, taken: set[str]) -> str:
    """「退改意见单 云岭市青禾区农业农村局.docx」, numbered where a unit has handed in more than one."""
    about = _UNFIT.sub("", row.unit or row.path.stem)[:_LONGEST]
    names = (f"退改意见单 {about}{f'（{n}）' if n > 1 else ''}.docx" for n in range(1, 10_000))
    name = next(name for name in names if name.lower() not in taken)
    taken.add(name.lower())
    return name

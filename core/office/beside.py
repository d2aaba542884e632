"""Where the clerk goes on with a converted document: beside the original, under a name that was free."""

import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from core.errors import ReadError, SaveError
from core.filenames import free_name
from core.formats.old import Kind
from core.office.convert import Stopped, convert
from core.office.kept import Kept
from core.office.opening import old_kind
from core.office.suites import suite_for
from core.paths import is_there
from core.reading import read_bytes
from core.writing import write_atomic

_AGAIN = "（转换）"
"""Ends the name where a document of the original's name is there already."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """original, path: the old document and the new one. by: the suite's name, empty where none was needed.
    was_there: the conversion had been made before.
    """

    original: Path
    path: Path
    by: str
    was_there: bool = False

    @property
    def note(self) -> str:
        """What the clerk should know."""
        by = f"用 {self.by} " if self.by else ""
        made = f"“{self.original.name}”{'以前已' if self.was_there else '已'}{by}转换成“{self.path.name}”"
        where = f"（它的文件夹不能写入，新文件在“{self.path.parent}”）" if self.is_elsewhere else ""
        return f"{made}{where}，改动都存在新文件里，原件没有动；排版可能略有不同，发出前请看一眼"

    @property
    def is_elsewhere(self) -> bool:
        """Whether the original's own folder could not be written."""
        return self.path.parent != self.original.parent


def converted(
    path: Path, elsewhere: Iterable[Path], telling: Callable[[str], None], stopped: Stopped
) -> Conversion | None:
    """The document converted and laid down; None for a file that needs no converting, or cannot be had.

    elsewhere: folders to take in turn where the original's cannot be written. telling: called with the
    suite's name before it is started. Raises ReadError, which names the file, and StoppedError.
    """
    try:
        data = read_bytes(path)
        kind = old_kind(data, path)
        return _laid_down(path, data, kind, elsewhere, telling, stopped) if kind else None
    except ReadError as error:
        raise ReadError(f"“{path.name}”打不开：{error}。") from None


def _laid_down(
    path: Path,
    data: bytes,
    kind: Kind,
    elsewhere: Iterable[Path],
    telling: Callable[[str], None],
    stopped: Stopped,
) -> Conversion:
    kept, suite = Kept(), suite_for(kind)
    by = suite.name if suite and kind.name != "flat" else ""
    earlier = kept.place(data)
    if earlier is not None and earlier.parent == path.parent and earlier.is_file():
        return Conversion(path, earlier, by, was_there=True)
    made = kept.get(data, kind)
    if made is None:
        if by:
            telling(by)
        made = convert(data, kind, stopped)
        kept.put(data, kind, made)
    place = _put(path, kind, made, (path.parent, *elsewhere, Path(tempfile.gettempdir())))
    kept.put_place(data, place)
    return Conversion(path, place, by)


def _put(path: Path, kind: Kind, made: bytes, folders: Iterable[Path]) -> Path:
    """The first folder that can be written; a file of the same bytes that is there already serves as well."""
    for folder in folders:
        wanted = folder / f"{path.stem}.{kind.becomes}"
        try:
            if wanted.is_file() and wanted.read_bytes() == made:
                return wanted
            return _new_file(wanted, made)
        except (OSError, SaveError):
            continue
    raise ReadError("转换好了，可是没有地方可以写入；请清理磁盘空间，或把文件复制到别的文件夹再打开")


def _new_file(wanted: Path, made: bytes) -> Path:
    """Never over a file that is there: the name is taken first, with nothing in it, and then filled."""
    target = wanted if not is_there(wanted) else free_name(wanted, _AGAIN)
    target.open("xb").close()
    try:
        write_atomic(target, made)
    except SaveError:
        target.unlink(missing_ok=True)
        raise
    return target

"""What the program remembers between sittings: each option declared once, typed, with its default."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar, cast

from PySide6.QtCore import QByteArray, QSettings

T = TypeVar("T", str, int, bool, QByteArray, tuple[str, ...])


class Option(NamedTuple, Generic[T]):
    """One option. ``choices``: the only values it may have, if they are few."""

    key: str
    default: T
    meaning: str
    choices: tuple[T, ...] = ()


RECENT: Option[tuple[str, ...]] = Option("files/recent", (), "最近打开的报告，新的在前")
STANDINGS = Option("files/standings", "", "最近打开的报告上次各是什么情况（JSON）")
LAST_FOLDER = Option("files/last_folder", "", "上次打开或保存所在的文件夹")
GEOMETRY = Option("window/geometry", QByteArray(), "窗口的位置和大小")
SPLITTER = Option("window/splitter", QByteArray(), "表格与问题列表之间的分隔")
ZOOM = Option("view/zoom", 100, "表格的显示比例，百分数")
SCHEME = Option(
    "view/scheme", "system", "外观：跟随系统、浅色、深色、高对比度", ("system", "light", "dark", "contrast")
)
TOURED = Option("window/toured", False, "已经看过演示，或者跳过了")
LANGUAGE = Option("view/language", "zh", "窗口的语言：简体中文、英文", ("zh", "en"))
REQUIREMENTS = Option("checks/requirements", "", "本地要求文件；空着就用报告旁边的 gouji.toml")
LOOKS_BACK = Option("checks/looks_back", True, "打开报告时自动找同一单位的上年报告")
MARKS = Option("saving/marks", False, "保存时留修订痕迹（Word 修订、Excel 批注）")
AUTHOR = Option("saving/author", "", "修订痕迹的作者；空着就用登录这台电脑的用户名")

# Where each kind of file of the batch window was chosen last.
BATCH_FOLDER = Option("batch/folder", "", "上次批量核对的文件夹")
REGISTER_FOLDER = Option("batch/register_folder", "", "上次选择单位名册的文件夹")
EARLIER_FOLDER = Option("batch/earlier_folder", "", "上次选择的上年报告文件夹")
SUPERIOR_FOLDER = Option("batch/superior_folder", "", "上次选择本级报告的文件夹")
SUMMARY_FOLDER = Option("batch/summary_folder", "", "上次导出汇总工作簿的文件夹")
NOTICES_FOLDER = Option("batch/notices_folder", "", "上次生成退改意见单的文件夹")

AnyOption = Option[str] | Option[int] | Option[bool] | Option[QByteArray] | Option[tuple[str, ...]]
OPTIONS: tuple[AnyOption, ...] = (
    RECENT,
    STANDINGS,
    LAST_FOLDER,
    GEOMETRY,
    SPLITTER,
    ZOOM,
    SCHEME,
    TOURED,
    LANGUAGE,
    REQUIREMENTS,
    LOOKS_BACK,
    MARKS,
    AUTHOR,
    BATCH_FOLDER,
    REGISTER_FOLDER,
    EARLIER_FOLDER,
    SUPERIOR_FOLDER,
    SUMMARY_FOLDER,
    NOTICES_FOLDER,
)
RECENT_LIMIT = 12


def _names(stored: Any) -> tuple[str, ...]:
    """A list of one comes back from an ini file as a string, an empty one as none."""
    return (stored,) if isinstance(stored, str) else tuple(map(str, stored))


def _truth(stored: Any) -> bool:
    """An ini file keeps words."""
    words = {"true": True, "false": False}
    return stored if isinstance(stored, bool) else words[str(stored).lower()]


_CONVERT: dict[type, Callable[[Any], Any]] = {
    str: str,
    int: int,
    bool: _truth,
    QByteArray: QByteArray,
    tuple: _names,
}


class Settings:
    """Typed access to a QSettings; what is stored but unfit counts as the default."""

    def __init__(self, store: QSettings | None = None) -> None:
        self._store = QSettings() if store is None else store

    def get(self, option: Option[T]) -> T:
        value = self._read(option)
        if option.choices and value not in option.choices:
            return option.default
        return value

    def _read(self, option: Option[T]) -> T:
        stored: Any = self._store.value(option.key)
        if stored is None:
            return option.default
        try:
            return cast(T, _CONVERT[type(option.default)](stored))
        except (TypeError, ValueError, KeyError):
            return option.default

    def set(self, option: Option[T], value: T) -> None:
        self._store.setValue(option.key, list(value) if isinstance(value, tuple) else value)

    # --- files --------------------------------------------------------------------------------------

    @property
    def recent(self) -> tuple[Path, ...]:
        return tuple(map(Path, self.get(RECENT)))

    @property
    def requirements(self) -> Path | None:
        """The file of local requirements chosen for all reports."""
        chosen = self.get(REQUIREMENTS)
        return Path(chosen) if chosen else None

    @property
    def author(self) -> str:
        """Who is named in revision marks."""
        return self.get(AUTHOR).strip() or user_name()

    def remember(self, path: Path) -> None:
        """Put a report at the head of the recent ones; one whose name is no Unicode cannot be kept."""
        if not _is_unicode(path):
            return
        others = [p for p in self.get(RECENT) if p != str(path)]
        self.set(RECENT, (str(path), *others)[:RECENT_LIMIT])
        self.set(LAST_FOLDER, str(path.parent))

    def forget(self, path: Path) -> None:
        self.set(RECENT, tuple(p for p in self.get(RECENT) if p != str(path)))

    def forget_all(self) -> None:
        self.set(RECENT, ())
        self.set(STANDINGS, "")


def _is_unicode(path: Path) -> bool:
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return False
    return True


def user_name() -> str:
    """Who is logged in; where the system does not say, the program."""
    import getpass

    from core import marks

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user, no such variable; what it raises has changed
        return marks.AUTHOR

"""``gouji --selftest``: whether an installed program has everything it needs; one line for each check.

For installers, IT departments and rehearsals. Opens no window, leaves the user's settings and files alone.
"""

import os
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale

from core import __version__
from core.cli import main as command_line
from core.files import encode, open_report
from core.office.suites import WANTED, suites
from core.resources import ROOT
from core.review import Review
from core.writing import write_atomic
from gui import fonts
from gui.app import set_up
from gui.crash import log_file
from gui.icons import application_icon
from gui.rereading import written_as
from gui.window.start_page import samples

_PLATFORM_PLUGINS = {"win32": "qwindows.dll", "linux": "libqxcb.so"}
_CELL = "requests.granted.natural"
_NEW = "987654"
_EXPORTS = ("docx", "xlsx", "html", "pdf")


class FaultError(Exception):
    """What is wrong, in the words that are shown."""


def main() -> int:
    """Run all checks; returns 0 if each passes, else 1."""
    if sys.platform != "win32":  # there Qt without a screen knows no fonts, and a screen there is always
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = set_up()
    print(f"年报勾稽校核 {__version__} 自检")
    passed = [_passes(name, check) for name, check in CHECKS.items()]
    print("自检通过" if all(passed) else "自检没有通过")
    del app
    return 0 if all(passed) else 1


def _passes(name: str, check: Callable[[], str]) -> bool:
    try:
        print(f"通过  {name}：{check()}", flush=True)
    except Exception as error:
        print(f"失败  {name}：{error if isinstance(error, FaultError) else repr(error)}", flush=True)
        return False
    return True


def _need(truth: object, fault: str) -> None:
    if not truth:
        raise FaultError(fault)


def _fonts() -> str:
    _need(fonts.is_chinese_shown(), "系统里没有中文字体，请安装一种（如 fonts-wqy-microhei、思源黑体）")
    return "汉字都能显示"


def _plugins() -> str:
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    name = _PLATFORM_PLUGINS.get(sys.platform, "")
    _need((folder / "platforms" / name).exists(), f"缺少窗口插件 {name}")
    _need(not application_icon().pixmap(64, 64).isNull(), "画不出图标（缺少 SVG 插件）")
    return "窗口、图标插件齐全"


def _translations() -> str:
    shown = QCoreApplication.translate("QPlatformTheme", "&Yes")
    _need("是" in shown, f"标准按钮不是中文（{shown}）")
    _need(QLocale().name() == "zh_CN", QLocale().name())
    return "标准按钮是中文"


def _resources() -> str:
    for name in ("forms", "checks", "i18n", "icons", "samples", "manual"):
        _need(any((ROOT / name).glob("*")), f"缺少 resources/{name}")
    return "格式定义、图标、示例、说明书齐全"


def _round_trips() -> str:
    _need(samples(), "没有示例报告")
    with TemporaryDirectory(prefix="gouji-自检 ") as folder:
        for sample in samples():
            _round_trip(sample, Path(folder, sample.name))
    return "、".join(sample.suffix[1:] for sample in samples())


def _round_trip(sample: Path, target: Path) -> None:
    review = Review(open_report(sample))
    written = review.set_value(_CELL, _NEW)
    write_atomic(target, encode(review.report, review.corrections))
    again = Review(open_report(target)).text(_CELL)
    _need(again == written, f"{sample.name} 存进去是 {written}，读出来是 {again}")


def _exports() -> str:
    with TemporaryDirectory(prefix="gouji-自检 ") as folder:
        for kind in _EXPORTS:
            target = Path(folder, f"导出.{kind}")
            said = StringIO()
            with redirect_stdout(said), redirect_stderr(said):
                code = command_line(["export", str(samples()[0]), "-o", str(target)])
            _need(code == 0 and target.stat().st_size, f"{kind} 导不出：{said.getvalue().strip()}")
    return "、".join(_EXPORTS)


def _readings() -> str:
    written = Review(open_report(samples()[0]))
    files = written_as(written)
    with TemporaryDirectory(prefix="gouji-自检 ") as folder:
        for kind, data in files.items():
            file = Path(folder, f"读入.{kind}")
            file.write_bytes(data)
            read = Review(open_report(file)).text(_CELL)
            _need(read == written.text(_CELL), f"{kind} 写的是 {written.text(_CELL)}，读出来是 {read}")
    return "、".join(files)


def _office() -> str:
    names = "、".join(dict.fromkeys(suite.name for suite in suites()))
    return f"有 {names}" if names else f"没有找到{WANTED}，旧格式（.doc、.xls 等）打不开，其余不受影响"


def _workers() -> str:
    names = [sample.name for sample in samples()]
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        found = list(pool.map(len, names))
    _need(found == [len(name) for name in names], "工作进程的结果不对")
    return "两个工作进程"


def _own_folder() -> str:
    folder = log_file().parent
    folder.mkdir(parents=True, exist_ok=True)
    _need(os.access(folder, os.W_OK), f"不能写 {folder}")
    return "日志文件夹可写"


CHECKS: dict[str, Callable[[], str]] = {
    "中文字体": _fonts,
    "插件": _plugins,
    "中文界面": _translations,
    "数据": _resources,
    "改写示例报告": _round_trips,
    "导出": _exports,
    "读网页、CSV、PDF": _readings,
    "转换旧格式的办公软件": _office,
    "工作进程": _workers,
    "自己的文件夹": _own_folder,
}
"""Name and check; a check returns what it found or raises."""

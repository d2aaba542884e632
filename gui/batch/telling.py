"""What is said of a run: at its end, and what could not be looked at."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from core.folders import Survey
from gui.batch.ended import Ended
from gui.punctuation import listed

_MOST = 3


def summed_up(ended: Ended, total: int) -> str:
    """One sentence for the status line."""
    if ended.is_cancelled:
        return _tr("已停下，核对了 {done} 份；点“重新核对”接着核对").format(done=total)
    said = [_tr("核对完了，共 {total} 份").format(total=total)]
    if ended.remembered:
        said.append(_tr("{count} 份没有变化，用的是上次的结果").format(count=ended.remembered))
    if ended.survey and ended.survey.others:
        said.append(_tr("另有 {count} 个别的文件没有看").format(count=ended.survey.others))
    return listed(said)


def empty(survey: Survey | None) -> str:
    """What stands in place of an empty list."""
    text = _tr("这里没有报告（Word、Excel、文本、网页、PDF）。")
    if survey and survey.others:
        text += _tr("有 {count} 个别的文件。").format(count=survey.others)
    return text + "\n" + _tr("请看看是不是选错了文件夹；也可以把放报告的文件夹拖到这里。")


def warnings(ended: Ended) -> list[str]:
    """What was not looked at though it should have been, each in one sentence with what to do."""
    said: list[str] = []
    for root in ended.gone[:1]:
        lost = _tr("“{name}”中途断开了，后面的文件没有读到；请检查网络盘或移动硬盘，连上以后点“重新核对”。")
        said.append(lost.format(name=root.name))
    survey = ended.survey
    if survey and survey.unread:
        unread = _tr("{names}进不去，里面的文件没有核对；请检查有没有查看的权限。")
        said.append(unread.format(names=_names(survey.unread)))
    if survey and survey.too_deep:
        deep = _tr("{names}套得太深，再往里的没有核对；请把报告移到外面来。")
        said.append(deep.format(names=_names(survey.too_deep)))
    return said


def missing(path: Path) -> str:
    """A folder is not there any more."""
    text = _tr("“{name}”找不到了；请检查网络盘或移动硬盘是否连着。列表里还是上次的结果。")
    return text.format(name=path.name or path)


def _names(folders: tuple[Path, ...]) -> str:
    names = listed((f"“{folder.name}”" for folder in folders[:_MOST]), "、")
    if len(folders) > _MOST:
        names += _tr("等 {count} 个").format(count=len(folders))
    return _tr("文件夹{names}").format(names=names)


def _tr(text: str) -> str:
    return QCoreApplication.translate("BatchTelling", text)

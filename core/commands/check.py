"""``gouji check PATH…``: reports and folders of them checked; one line of JSON or a few of text each."""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from core.batch.prepare import profile_for_all, terms_for
from core.batch.record import EXTRA, NOT_USED, record_of, unread_record
from core.batch.record import read as read_file
from core.batch.run import record, run
from core.batch.store import Store, cache_folder
from core.batch.terms import Terms
from core.commands import outputs
from core.errors import ReadError
from core.folders import Survey, survey
from core.paths import is_folder
from core.profile_file import FILE_NAME
from core.wording import SEVERITIES

CLEAN, FINDINGS, FAILED = 0, 1, 2
_EMPTY = {
    "no_tables": "里没有找到法定表格（表二、表三、表四），没有核对；"
    "请检查是否选错了文件，或行列标题是否完整。",
    "blank": "的表格是空白的，一个数也没有填，没有核对。",
}
"""A file with nothing in it to check must not pass for a clean one."""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("check", help="核对报告，列出问题")
    parser.add_argument("paths", nargs="+", type=Path, metavar="文件或文件夹")
    parser.add_argument("--json", action="store_true", help="每份文件输出一行 JSON")
    help_ = "上年的报告，或放着各单位上年报告的文件夹"
    parser.add_argument("--last-year", type=Path, metavar="上年报告", help=help_)
    help_ = f"本地要求文件（默认用报告旁边的 {FILE_NAME}）"
    parser.add_argument("--profile", type=Path, metavar="本地要求", help=help_)
    parser.add_argument("--jobs", type=int, default=0, metavar="N", help="同时用几个进程（默认按处理器个数）")
    outputs.add(parser)
    parser.set_defaults(command=check)


def check(arguments: argparse.Namespace) -> int:
    """Returns the exit code (interfaces.md §3). Raises GoujiError where the command itself cannot be done."""
    lying = survey(arguments.paths)
    files = lying.files
    if not files:
        raise ReadError("给出的文件夹里没有报告（Word、Excel、文本、网页、PDF）。")
    store = Store(cache_folder())
    profile = profile_for_all(arguments.profile, arguments.paths)
    terms = terms_for(profile, arguments.last_year, store, jobs=arguments.jobs)
    made = outputs.Outputs(arguments, terms, store)
    made.prepare()
    is_batch = made.is_wanted or any(map(is_folder, arguments.paths))
    records = _remembered(files, made) if is_batch else _one_by_one(files, terms)
    show = _show_json if arguments.json else _show_text
    code = _tell_left_out(lying)
    for found in records:
        show(found)
        code = max(code, _outcome(found))
    made.write()
    return code


def _tell_left_out(found: Survey) -> int:
    """Files, and folders in which there may be reports, that were not looked at."""
    if found.others:
        why = "不是报告，或者同名的报告已有可以改的格式；CSV 要写明文件名才核对"
        print(f"文件夹里另有 {found.others} 个别的文件没有看（{why}）。", file=sys.stderr)
    for folder in found.unread:
        print(f"文件夹“{folder}”进不去，里面的文件没有核对；请检查有没有查看的权限。", file=sys.stderr)
    for folder in found.too_deep:
        print(f"文件夹“{folder}”套得太深，再往里的没有核对；请把报告移到外面来。", file=sys.stderr)
    return FAILED if found.unread or found.too_deep else CLEAN


def _one_by_one(files: Sequence[Path], terms: Terms) -> Iterator[Mapping[str, Any]]:
    for path in files:
        try:
            yield record_of(path, read_file(path), terms)
        except ReadError as error:
            yield unread_record(path, str(error))


def _remembered(files: Sequence[Path], made: outputs.Outputs) -> Iterator[Mapping[str, Any]]:
    """In the order given, each as soon as those before it are there."""
    ready = {}
    wanted = iter(files)
    following = next(wanted, None)
    for done, row in enumerate(run(files, made.terms, made.store, jobs=made.arguments.jobs), 1):
        ready[row.path] = row
        _progress(done, len(files))
        while following in ready:
            made.rows.append(ready.pop(following))
            yield record(made.rows[-1], made.terms, made.store)
            following = next(wanted, None)


def _progress(done: int, of: int) -> None:
    if sys.stderr.isatty():
        print(f"\r已核对 {done}/{of} 份", end="\n" if done == of else "", file=sys.stderr, flush=True)


def _outcome(found: Mapping[str, Any]) -> int:
    """The file's own exit code; what must be said of it besides goes to standard error."""
    state = found["state"]
    if state in _EMPTY:
        print(f"“{Path(found['file']).name}”{_EMPTY[state]}", file=sys.stderr)
    if found["doubt"]:
        print(found["doubt"], file=sys.stderr)
    if state != "checked" or found["doubt"].endswith(NOT_USED):
        return FAILED
    return FINDINGS if any(f["severity"] == "error" for f in found["findings"]) else CLEAN


def _show_json(found: Mapping[str, Any]) -> None:
    told = {key: value for key, value in found.items() if key not in EXTRA}
    print(json.dumps(told, ensure_ascii=False))


def _show_text(found: Mapping[str, Any]) -> None:
    if found["status"] == "unreadable":
        print(found["error"], file=sys.stderr)
        return
    about = [f"{found['year']} 年度" if found["year"] else "", found["unit"] or ""]
    print(f"{found['file']}：{_verdict(found)}" + "".join(f"　{a}" for a in about if a))
    for finding in found["findings"]:
        print(f"  [{SEVERITIES[finding['severity']]}] {finding['message']}")
    for problem in found["problems"]:
        print(f"  [建议] {_suggestion(problem)}")
    for note in found["notes"]:
        print(f"  [说明] {note}")


def _suggestion(problem: Mapping[str, Any]) -> str:
    for repair in problem["repairs"][:1]:
        return ("" if repair["certain"] else "（可能）") + str(repair["reason"])
    return str(problem["note"])


def _verdict(found: Mapping[str, Any]) -> str:
    if found["status"] == "no_tables":
        return "没有找到法定表格"
    severities = [finding["severity"] for finding in found["findings"]]
    parts = [f"{SEVERITIES[s]} {severities.count(s)} 处" for s in SEVERITIES if s in severities]
    return " · ".join(parts) or "全部勾稽关系成立"

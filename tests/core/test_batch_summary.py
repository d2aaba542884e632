"""The summary workbook and the return notices of a folder, as the command line writes them."""

import io
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from core.cli import main
from tests.layouts import balanced, report

OWN = "云岭市青禾区农业农村局"
OFFICES = ("农业农村局", "卫生健康局", "民政局")


def write(path: Path, numbers: dict[str, str], unit: str = OWN, year: int = 2023) -> Path:
    path.write_text(report("pipes_padded", numbers, "2021", year).replace(OWN, unit), encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    where = tmp_path / "各单位"
    where.mkdir()
    for n, office in enumerate(OFFICES):
        wrong = {"challenges.direct_suit.total": "99"} if n == 1 else {}
        write(where / f"{office}.txt", balanced() | wrong, f"云岭市青禾区{office}")
    (where / "坏.docx").write_bytes(b"PK\x03\x04")
    (where / "旧.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    return where


@pytest.fixture
def summarised(folder: Path, tmp_path: Path):
    """Runs the command and gives the workbook's sheets as lists of rows."""

    def run(*options: str) -> dict[str, list[tuple]]:
        target = tmp_path / "汇总.xlsx"
        main(["check", str(folder), "--summary", str(target), *options])
        book = load_workbook(io.BytesIO(target.read_bytes()))
        return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}

    return run


def test_every_file_stands_in_it_and_every_problem(summarised):
    sheets = summarised()
    units = {row[-1]: row for row in sheets["单位与问题"][1:]}
    assert set(units) == {"农业农村局.txt", "卫生健康局.txt", "民政局.txt", "坏.docx", "旧.doc"}
    assert units["卫生健康局.txt"][0] == "云岭市青禾区卫生健康局"
    problems = [row for row in sheets["问题清单"][1:] if row[1] == "必改" and row[2] == "B01"]
    assert [(row[0], row[-1]) for row in problems] == [("云岭市青禾区卫生健康局", "卫生健康局.txt")]
    assert "99" in problems[0][3]
    assert problems[0][6]
    assert "、等" not in problems[0][4]
    assert problems[0][4].endswith("等 5 格")
    unread = {row[0]: row[1] for row in sheets["没有核对的文件"][1:]}
    assert unread == {"坏.docx": "打不开", "旧.doc": "打不开"}


def test_what_is_no_report_has_no_problems(summarised, folder):
    said = "云岭市青禾区2023年政务公开工作总结\n一、主要做法\n多次培训。\n二、存在问题\n人手不足。\n"
    (folder / "总结.txt").write_text(said, encoding="utf-8")
    sheets = summarised()
    assert "总结.txt" not in {row[-1] for row in sheets["问题清单"]}
    (line,) = (row for row in sheets["单位与问题"] if row[-1] == "总结.txt")
    assert line[3] == "没有法定表格"
    assert not any(line[4:-1])
    assert ("总结.txt", "没有法定表格") in {row[:2] for row in sheets["没有核对的文件"]}


def test_the_sums_are_drawn_as_the_official_form(summarised):
    rows = summarised()["汇总 表三"]
    new = next(row for row in rows if row[0] == "一、本年新收政府信息公开申请数量")
    assert new[-1] == 3 * int(balanced()["requests.new.total"])


def test_the_register_tells_who_has_not_handed_in(summarised, tmp_path):
    register = tmp_path / "名册.csv"
    register.write_text(
        "\n".join(["单位名称", *(f"云岭市青禾区{o}" for o in (*OFFICES, "教育局"))]), encoding="gb18030"
    )
    rows = summarised("--register", str(register))["名册核对"]
    assert ("未报", "云岭市青禾区教育局") in {row[:2] for row in rows}


def test_the_superiors_report_is_held_against_the_sums(summarised, tmp_path):
    numbers = {cell: str(3 * int(value)) for cell, value in balanced().items()}
    own = write(tmp_path / "青禾区.txt", numbers | {"disclosure.licensing.decisions": "1"}, "云岭市青禾区")
    rows = summarised("--superior", str(own))["与本级报告的差异"]
    assert [(row[1], row[2]) for row in rows[1:]] == [
        (1, 3 * int(balanced()["disclosure.licensing.decisions"]))
    ]
    assert "卫生健康局" in rows[1][4]


def test_a_text_that_looks_like_a_formula_stays_a_text(folder, tmp_path):
    write(folder / "=HYPERLINK.txt", balanced() | {"requests.new.natural": "=1+1"}, "=cmd|x!A1")
    target = tmp_path / "汇总.xlsx"
    main(["check", str(folder), "--summary", str(target)])
    for sheet in load_workbook(target):
        for row in sheet.iter_rows():
            assert not [cell for cell in row if cell.data_type == "f"]


def test_each_unit_with_problems_gets_a_notice(folder, tmp_path, capsys):
    write(
        folder / "卫生健康局第二份.txt",
        balanced() | {"challenges.direct_suit.total": "98"},
        "云岭市青禾区卫生健康局",
    )
    notices = tmp_path / "退改"
    main(["check", str(folder), "--notices", str(notices)])
    files = sorted(path.name for path in notices.iterdir())
    assert {"退改意见单 云岭市青禾区卫生健康局.docx", "退改意见单 云岭市青禾区卫生健康局（2）.docx"} <= set(
        files
    )
    text = "\n".join(p.text for p in Document(notices / files[-1]).paragraphs)
    assert "总计" in text
    assert "退改意见单" in capsys.readouterr().err


def test_last_years_report_and_one_that_was_corrected_get_no_notice(folder, tmp_path):
    unit, wrong = "云岭市青禾区卫生健康局", balanced() | {"challenges.direct_suit.total": "99"}
    write(folder / "卫生健康局2022.txt", wrong, unit, 2022)
    write(folder / "卫生健康局（已更正）.txt", balanced() | {"challenges.later_suit.total": "99"}, unit)
    write(folder / "农业农村局.txt", wrong, OWN, 2022)
    notices = tmp_path / "退改"
    main(["check", str(folder), "--notices", str(notices)])
    named = [Document(path).paragraphs[2].text for path in sorted(notices.iterdir())]
    assert len(named) == 2
    assert "2022 年" in named[0]
    assert "农业农村局.txt" in named[0]
    assert "卫生健康局（已更正）.txt" in named[1]


def test_notices_written_before_stay(folder, tmp_path):
    notices = tmp_path / "退改"
    main(["check", str(folder), "--notices", str(notices)])
    before = {path: path.read_bytes() for path in notices.iterdir()}
    main(["check", str(folder), "--notices", str(notices)])
    assert len(list(notices.iterdir())) == 2 * len(before)
    assert all(path.read_bytes() == data for path, data in before.items())


@pytest.mark.parametrize("target", ["汇总.docx", "没有的文件夹/汇总.xlsx"])
def test_a_target_that_cannot_be_is_refused_before_the_work(folder, tmp_path, target, capsys):
    assert main(["check", str(folder), "--summary", str(tmp_path / target)]) == 2
    captured = capsys.readouterr()
    assert Path(target).name in captured.err
    assert captured.out == ""


def test_a_summary_never_replaces_a_report(folder, capsys):
    own = folder / "报告.xlsx"
    own.write_bytes(b"PK\x03\x04")
    assert main(["check", str(folder), "--summary", str(own)]) == 2
    assert own.read_bytes() == b"PK\x03\x04"
    assert "报告.xlsx" in capsys.readouterr().err


def test_an_empty_folder_is_said_to_be(tmp_path, capsys):
    (tmp_path / "空").mkdir()
    assert main(["check", str(tmp_path / "空"), "--summary", str(tmp_path / "x.xlsx")]) == 2
    assert "没有报告" in capsys.readouterr().err
    assert not (tmp_path / "x.xlsx").exists()

"""Many files at once: every one is told of, none stops the rest, what is known is not done again."""

import json
import os
from pathlib import Path

import pytest

from core.batch.record import Row, unread_row
from core.batch.run import Pool, check_one, record, run
from core.batch.store import Store
from core.batch.terms import Terms
from core.cli import main
from core.folders import DEEPEST
from tests.benchmarks.batch import generate
from tests.documents import excel, word
from tests.layouts import balanced, report

WRONG = {"challenges.later_suit.total": "99"}
TERMS = Terms().sealed()


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "cache")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Right and wrong reports in all formats, files that cannot be read, others that are no reports."""
    where = tmp_path / "各单位"
    where.mkdir()
    (where / "一局.docx").write_bytes(word(balanced()))
    (where / "二局.xlsx").write_bytes(excel(balanced() | WRONG))
    (where / "三局.txt").write_text(report("pipes_padded", balanced() | WRONG), encoding="utf-8")
    (where / "四局.docx").write_bytes(b"PK\x03\x04 cut off")
    (where / "五局.txt").write_text("关于召开会议的通知", encoding="utf-8")
    (where / "六局.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    return where


def states(rows) -> dict[str, tuple[str, int]]:
    return {row.path.stem: (row.state, row.errors) for row in rows}


EXPECTED = {
    "一局": ("checked", 0),
    "二局": ("checked", 1),
    "三局": ("checked", 1),
    "四局": ("unreadable", 0),
    "五局": ("no_tables", 0),
    "六局": ("unreadable", 0),
}


def test_every_file_is_told_of_and_none_stops_the_rest(folder, store):
    assert states(run(sorted(folder.iterdir()), TERMS, store)) == EXPECTED


def test_processes_find_the_same_as_one(folder, store):
    many = [folder / f"{n}.txt" for n in range(30)]
    for n, path in enumerate(many):
        numbers = balanced() | (WRONG if n % 3 else {})
        path.write_text(report("pipes_padded", numbers, "2021", 2021 + n % 4), encoding="utf-8")
    rows = list(run(many, TERMS, store, jobs=2))
    alone = {row.path: row for row in (check_one(path, TERMS, Store(folder / "anew")) for path in many)}
    assert len(rows) == len(many)
    assert {row.path: row for row in rows} == alone


def test_what_is_known_is_not_checked_again_until_it_changes(folder, store):
    files = sorted(folder.iterdir())
    assert not any(row.is_remembered for row in run(files, TERMS, store))
    again = {row.path.stem: row.is_remembered for row in run(files, TERMS, store)}
    assert all(again.values())
    (folder / "一局.docx").write_bytes(word(balanced() | WRONG))
    rows = {row.path.stem: row for row in run(files, TERMS, store)}
    assert [name for name, row in rows.items() if not row.is_remembered] == ["一局"]
    assert rows["一局"].errors == 1


def test_other_terms_and_confirmations_are_other_results(folder, store):
    path = folder / "三局.txt"
    key = check_one(path, TERMS, store).key
    (folder / "gouji.toml").write_text('off = ["B01"]\n', encoding="utf-8")
    row = check_one(path, TERMS, store)
    assert (row.key != key, row.errors) == (True, 0)
    (folder / "gouji.toml").unlink()
    assert check_one(path, TERMS, store).is_remembered
    path.with_name(path.name + ".核实.json").write_text('{"confirmed": []}', encoding="utf-8")
    assert not check_one(path, TERMS, store).is_remembered


def test_a_damaged_or_deleted_store_only_costs_time(folder, store):
    path = folder / "三局.txt"
    first = check_one(path, TERMS, store)
    for remembered in store.folder.rglob("*.json"):
        remembered.write_bytes(b"{")
    again = check_one(path, TERMS, store)
    assert (again.is_remembered, again.errors) == (False, first.errors)
    assert record(again, TERMS, Store(folder / "nowhere"))["findings"]


@pytest.mark.skipif(os.name != "posix", reason="a file in place of a folder")
def test_where_nothing_can_be_remembered_everything_is_still_told(folder, tmp_path):
    (tmp_path / "voll").write_bytes(b"")
    store = Store(tmp_path / "voll")
    rows = list(run(sorted(folder.iterdir()), TERMS, store))
    assert states(rows) == EXPECTED
    told = {record(row, TERMS, store)["state"] for row in rows}
    assert told == {"checked", "no_tables", "unreadable"}


def test_cancelling_ends_the_rows(folder, store):
    files = sorted(folder.iterdir())
    asked = iter([False, False, True])
    assert len(list(run(files, TERMS, store, cancelled=lambda: next(asked)))) == 2


def dies_at_seven(paths: list[Path]) -> list[Row]:
    """A checker that one file kills, as a fault in a library would."""
    if any(path.name == "7" for path in paths):
        os._exit(3)
    return [unread_row(path, "") for path in paths]


def test_a_file_that_kills_its_process_is_named_and_the_rest_go_on(tmp_path, store):
    paths = [tmp_path / str(n) for n in range(40)]
    rows = list(Pool(TERMS, store, 2, lambda: False, dies_at_seven).rows(paths))
    assert sorted(row.path.name for row in rows) == sorted(path.name for path in paths)
    assert [row.path.name for row in rows if row.error] == ["7"]


def test_the_command_line_tells_a_folder_in_the_order_of_its_paths(folder, capsys):
    assert main(["check", "--json", str(folder)]) == 2
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [Path(line["file"]).stem for line in lines] == sorted(EXPECTED)
    assert {"state", "told"}.isdisjoint(lines[0])


def test_last_years_folder_gives_each_unit_its_own(folder, tmp_path, capsys):
    before = tmp_path / "上年"
    before.mkdir()
    numbers = balanced() | {"requests.carried_out.total": "999"}
    (before / "甲.txt").write_text(report("pipes_padded", numbers, "2021", 2022), encoding="utf-8")
    other = report("pipes_padded", balanced(), "2021", 2022).replace("农业农村局", "卫生健康局")
    (before / "乙.txt").write_text(other, encoding="utf-8")
    main(["check", str(folder / "三局.txt"), "--last-year", str(before)])
    out = capsys.readouterr().out
    assert "999" in out


def test_the_command_line_tells_what_lies_too_deep_and_fails(folder, capsys):
    for path in folder.iterdir():
        if path.name != "一局.docx":
            path.unlink()
    folder.joinpath(*["层"] * (DEEPEST + 2)).mkdir(parents=True)
    assert main(["check", str(folder)]) == 2
    told = capsys.readouterr()
    assert "套得太深" in told.err
    assert "一局.docx" in told.out


def test_generated_reports_of_every_format_are_of_the_unit_their_name_says(tmp_path, store):
    paths = generate.folder(tmp_path / "各单位", 24)
    rows = [check_one(path, TERMS, store) for path in paths]
    assert {path.suffix for path in paths} == {".docx", ".xlsx", ".txt"}
    assert [row.unit for row in rows] == [path.stem.partition(" ")[2] for path in paths]


def test_how_many_files_of_a_folder_were_not_looked_at_is_said_apart_from_the_results(tmp_path, capsys):
    text = report("pipes_padded", balanced(), "2021", 2023)
    for name in ("农业农村局.txt", "农业农村局.pdf", "名册.csv"):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert main(["check", str(tmp_path), "--json"]) == 0
    told = capsys.readouterr()
    assert len(told.out.splitlines()) == 1
    assert "另有 2 个别的文件没有看" in told.err
    main(["check", str(tmp_path / "农业农村局.txt")])
    assert capsys.readouterr().err == ""

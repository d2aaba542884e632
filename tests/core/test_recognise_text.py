"""L1 for plain text: whatever the layout, a number stands in its own cell or is said to have none."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import ReadError
from core.files import from_bytes
from core.layout import drawing
from core.review import Review
from tests.layouts import KEEPS_BLANKS, LAYOUTS, balanced, pipes_padded, report

YEARS = {"2021": 2023, "2019": 2020}


def opened(text: str) -> Review:
    return Review(from_bytes(text.encode(), Path("年报.txt")))


def texts(review: Review) -> dict[str, str]:
    return {cell: review.text(cell) for cell in review.cells}


def incomplete(review: Review) -> set[str]:
    return {c for f in review.findings if f.rule == "table.incomplete" for c in f.cells}


@pytest.mark.parametrize("edition", ["2021", "2019"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_number_finds_its_cell(layout, edition):
    numbers = balanced(edition)
    review = opened(report(layout, numbers, edition, YEARS[edition]))
    assert texts(review) == numbers
    assert review.findings == ()
    assert review.report.recognition.edition == edition


@settings(max_examples=30, deadline=None)
@given(
    layout=st.sampled_from(sorted(KEEPS_BLANKS)),
    edition=st.sampled_from(["2021", "2019"]),
    blank=st.sampled_from(["", "/", "-", "无"]),
    chance=st.integers(1, 4),
    seed=st.randoms(use_true_random=False),
)
def test_blank_cells_shift_nothing(layout, edition, blank, chance, seed):
    numbers = {
        c: blank if v == "0" and seed.randrange(4) < chance else v for c, v in balanced(edition).items()
    }
    review = opened(report(layout, numbers, edition, YEARS[edition]))
    found = texts(review)
    assert {c: t for c, t in found.items() if t != numbers[c]} == {}
    assert set(numbers) - set(found) == incomplete(review)


@settings(max_examples=40, deadline=None)
@given(layout=st.sampled_from(sorted(LAYOUTS)), seed=st.randoms(use_true_random=False))
def test_a_number_lost_with_its_separator_never_moves_another(layout, seed):
    """A row that lost a number may lose its place; no number may turn up in another's."""
    numbers = {cell: str(100000 + n) for n, cell in enumerate(balanced())}
    text = report(layout, numbers)
    lost = seed.choice(sorted(numbers))
    separator = seed.choice([" | ", " |", "|", "\t", ""])
    review = opened(text.replace(numbers[lost] + separator, "", 1))
    for cell, found in texts(review).items():
        assert found in (numbers[cell], "")
        assert found or cell.rsplit(".", 1)[0] == lost.rsplit(".", 1)[0] or cell.split(".")[0] == "challenges"


@settings(max_examples=40, deadline=None)
@given(
    layout=st.sampled_from(sorted(LAYOUTS)),
    page=st.sampled_from(["- 3 -", "—4—", "第 3 页 共 8 页", "第5页"]),
    at=st.integers(0, 400),
)
def test_page_numbers_inside_a_table_are_passed_over(layout, page, at):
    numbers = balanced()
    lines = report(layout, numbers).split("\n")
    lines.insert(at % len(lines), page)
    assert texts(opened("\n".join(lines))) == numbers


def test_a_row_broken_over_two_lines_is_read_on():
    numbers = balanced()
    text = report("pipes_closed", numbers)
    row = next(line for line in text.split("\n") if line.startswith("2.申请人逾期"))
    cells = row.split(" | ")
    broken = " | ".join(cells[:7]) + " |\n" + " | ".join(cells[7:])
    assert texts(opened(text.replace(row, broken))) == numbers


def test_headings_repeated_on_the_next_page_change_nothing():
    numbers = balanced()
    lines = report("pipes_padded", numbers).split("\n")
    start = next(n for n, line in enumerate(lines) if line.startswith("三、收到"))
    first = next(n for n, line in enumerate(lines) if line.startswith("一、本年新收"))
    middle = next(n for n, line in enumerate(lines) if line.startswith("4.保护第三方"))
    again = lines[:middle] + lines[start + 1 : first] + ["三、本年度办理结果"] + lines[middle:]
    assert texts(opened("\n".join(again))) == numbers


def test_column_headings_cut_to_their_first_words_are_still_known():
    text = report("pipes_padded", balanced("2019"), "2019", 2020)
    for label, cut in (
        ("本年新制作数量", "本年新"),
        ("本年新公开数量", "本年新"),
        ("本年增/减", "本年增/"),
        ("尚未审结", "尚未"),
    ):
        text = text.replace(label, cut)
    assert texts(opened(text)) == balanced("2019")


def test_last_years_table_appended_for_comparison_is_not_this_years():
    numbers, other = balanced(), {c: str(int(v) + 5) for c, v in balanced().items()}
    appended = f"附：2022年数据对照\n{pipes_padded('2021', 'requests', other)}\n"
    review = opened(report("pipes_padded", numbers) + appended)
    assert texts(review) == numbers


def test_last_years_table_put_first_is_not_this_years():
    numbers, other = balanced(), {c: str(int(v) + 5) for c, v in balanced().items()}
    text = report("pipes_padded", numbers)
    before = f"2022年申请情况\n{pipes_padded('2021', 'requests', other)}\n"
    head, tail = text.split("三、收到和处理政府信息公开申请情况")
    assert texts(opened(f"{head}{before}三、收到和处理政府信息公开申请情况{tail}")) == numbers


def test_blanks_that_no_separator_marks_are_said_not_guessed():
    numbers = balanced() | {"requests.new.ngo": "", "requests.granted.natural": ""}
    review = opened(report("cell_per_line", numbers))
    lost = incomplete(review)
    assert {c for c in numbers if c.startswith(("requests.new.", "requests.granted."))} == lost
    assert texts(review) == {c: v for c, v in numbers.items() if c not in lost}
    assert all(f.severity == "warning" for f in review.findings)


def test_numbers_before_their_headings_are_refused():
    numbers = balanced()
    lines = []
    for line in report("pipes_padded", numbers).split("\n"):
        cells = [c.strip() for c in line.split("|") if c.strip()]
        lines += reversed(cells)
    review = opened("\n".join(lines))
    assert not any(cell.startswith("requests.") for cell in review.cells)
    assert "requests" in {f.table for f in review.findings if f.rule == "table.incomplete"}


def test_editions_mixed_in_one_report_are_said():
    text = report("pipes_padded", balanced("2021"))
    older = report("pipes_padded", balanced("2019"), "2019", 2023)
    second = text.split("三、收到和处理")[0]
    third = older.split("三、收到和处理")[1]
    review = opened(f"{second}三、收到和处理{third}")
    assert [f.rule for f in review.findings] == ["table.mixed_editions"]
    assert review.report.recognition.edition == "2021"


def test_a_text_without_the_tables_has_none():
    review = opened("云岭市青禾区农业农村局2023年政府信息公开工作年度报告\n本年度收到申请 3 件。\n")
    assert review.forms == ()
    assert review.cells == {}


@pytest.mark.parametrize("layout", ["pipes_padded", "cell_with_pipe", "tabs_from_excel"])
def test_a_cell_that_holds_words_is_a_finding_and_leaves_its_sums_unjudged(layout):
    numbers = balanced() | {"requests.granted.natural": "22（其中修订16件）"}
    review = opened(report(layout, numbers))
    assert texts(review) == numbers
    assert [(f.rule, f.cells) for f in review.findings] == [
        ("number.unreadable", ("requests.granted.natural",))
    ]


SEPARATED = sorted(KEEPS_BLANKS)


@pytest.mark.parametrize("layout", ["pipes_padded", "pipes_closed", "markdown", "tabs_from_word"])
def test_a_row_the_form_does_not_have_costs_only_itself(layout):
    numbers = balanced()
    text = report(layout, numbers)
    line = next(line for line in text.split("\n") if "行政规范性文件" in line)
    extra = line.replace("行政规范性文件", "其他主动公开文件")
    assert texts(opened(text.replace(line, f"{line}\n{extra}"))) == numbers


@pytest.mark.parametrize("layout", SEPARATED)
def test_a_row_that_is_all_blank_is_found_all_blank(layout):
    numbers = balanced()
    numbers |= {c: "" for c in numbers if c.startswith(("requests.carried_in.", "requests.refused.inquiry."))}
    assert texts(opened(report(layout, numbers))) == numbers


def test_numbers_behind_the_last_table_are_not_its_own():
    numbers = balanced()
    text = report("cell_with_pipe", numbers).split("五、存在")[0]
    assert texts(opened(text + "浏览次数：\n123\n")) == numbers


def test_a_fraction_where_a_number_should_be_is_not_a_page_number():
    numbers = balanced() | {"requests.granted.natural": "3/4"}
    review = opened(report("pipe_between", numbers))
    assert texts(review) == numbers
    assert [f.rule for f in review.findings] == ["number.unreadable"]


@pytest.mark.parametrize("layout", ["pipe_between", "cell_per_line", "cell_with_pipe"])
def test_a_page_of_pages_before_table_fours_numbers_is_none_of_them(layout):
    numbers = balanced()
    head, tail = report(layout, numbers).rsplit("总计", 1)
    line, rest = tail.split("\n", 1)
    assert texts(opened(f"{head}总计{line}\n3/8\n{rest}")) == numbers


def test_a_row_broken_behind_a_tab_is_said_not_read_as_blank():
    text = report("tabs_from_word", balanced())
    broken = text.replace("行政处罚\t", "行政处罚\t\n")
    review = opened(broken)
    assert (
        "disclosure.penalties.decisions" not in review.cells
        or review.text("disclosure.penalties.decisions") == balanced()["disclosure.penalties.decisions"]
    )


def test_merged_labels_repeated_in_every_column_are_one_label():
    numbers = balanced()
    plan = drawing("2021", "requests")
    grid = [[""] * plan.columns for _ in range(plan.rows)]
    for box in plan.boxes:
        for row in range(box.row, box.row + box.row_span):
            for column in range(box.column, box.column + box.column_span):
                grid[row][column] = numbers[box.cell] if box.cell else box.text
    text = "三、收到和处理政府信息公开申请情况\n" + "\n".join("\t".join(row) for row in grid)
    found = texts(opened(text))
    assert found == {c: v for c, v in numbers.items() if c.startswith("requests.")}


def test_huge_texts_are_read_or_refused_quickly():
    """Bounds, not times: long lines are not cut up, huge files are not read."""
    assert opened("总计 1 " * 3000).cells == {}
    with pytest.raises(ReadError, match="MB"):
        opened("规章|1|2|3\n" * 400_000)

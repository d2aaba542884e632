"""Every slip in a clerk's words, in the small form."""

import pytest

from core.repair.search import Step
from core.repair.slips import Kind
from core.repair.system import system_of
from core.repair.wording import words_of
from tests.core.repair.tables import small_form

NATURAL, BUSINESS, BELOW = "granted.natural", "granted.business", "partial.natural"


def told(
    steps: list[tuple[Kind, str, str, int]], figures: dict[str, int], text: str | None = None
) -> tuple[str, str]:
    """Words for slips, each a kind, its first cell, another cell of it and an amount."""
    system = system_of(small_form())
    ids = [cell.removeprefix("requests.") for cell in system.grid.ids]

    def step(kind: Kind, first: str, other: str, amount: int) -> Step:
        return next(
            (o, amount)
            for o in system.operations
            if o.slip.kind == kind
            and ids[o.slip.cells[0][0]] == first
            and other in [ids[cell] for cell, _ in o.slip.cells]
        )

    texts = {} if text is None else {f"requests.{steps[0][1]}": text}
    values = [figures.get(cell, 0) for cell in ids]
    return words_of([step(*each) for each in steps], system.grid, values, texts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("cell", "seen", "true", "slip", "reason"),
    [
        (NATURAL, -6, 6, "negative", "件数不能是负数，去掉负号后相符"),
        (NATURAL, -6, 7, "negative", "件数不能是负数"),
        (NATURAL, 764, 746, "transposed", "数字颠倒（764→746）"),
        (NATURAL, 74, 746, "digit_dropped", "少写一位（74→746）"),
        (NATURAL, 7446, 746, "digit_extra", "多写一位（7446→746）"),
        (NATURAL, 716, 746, "digit_changed", "一位数字不同（716→746）"),
        (NATURAL, 9, 0, "stray", "这一格应为 0"),
        (NATURAL, 12, 746, "mismatch", "与本行、本列的总计对不上"),
        ("granted.total", 716, 746, "total_not_carried", "总计没有跟着明细改，与各分项之和不符"),
        ("granted.total", 12, 746, "total_not_carried", "总计没有跟着明细改，与各分项之和不符"),
        ("granted.total", 764, 746, "transposed", "数字颠倒（764→746）"),
    ],
)
def test_a_single_cell(cell: str, seen: int, true: int, slip: str, reason: str) -> None:
    assert told([("cell", cell, cell, true - seen)], {cell: seen}) == (slip, reason)


@pytest.mark.parametrize(("true", "other"), [(746, BUSINESS), (0, BELOW)])
def test_a_copied_neighbour(true: int, other: str) -> None:
    words = told([("cell", NATURAL, NATURAL, true - 12)], {NATURAL: 12, other: 12})
    assert words == ("neighbour_copied", "与相邻一格的数相同，像是照抄了邻格")


@pytest.mark.parametrize(
    ("text", "slip", "reason"),
    [
        (None, "zero", "应有数而写成了 0"),
        (" 0 ", "zero", "应有数而写成了 0"),
        ("", "blank", "应有数而没有填"),
        ("/", "blank", "应有数而没有填"),
    ],
)
def test_a_figure_that_is_not_there(text: str | None, slip: str, reason: str) -> None:
    assert told([("cell", NATURAL, NATURAL, 7)], {}, text) == (slip, reason)


@pytest.mark.parametrize(
    ("kind", "followed", "words"),
    [
        ("row_pair", "total_followed", "本行总计跟着错"),
        ("column_pair", "closed_followed", "本列（七）总计跟着错"),
        ("quad", "all_totals_followed", "行、列各处总计都跟着错"),
    ],
)
def test_totals_that_followed_a_wrong_figure(kind: Kind, followed: str, words: str) -> None:
    slip, reason = told([(kind, NATURAL, NATURAL, 672)], {NATURAL: 74})
    assert (slip, reason) == (f"digit_dropped+{followed}", f"少写一位（74→746），{words}")


@pytest.mark.parametrize(
    ("kind", "cell", "reason"),
    [
        ("total_pair", "closed.natural", "两处总计都没有跟着明细改"),
        ("late_pair", "granted.total", "两处总计都没有跟着明细改"),
        ("late_three", "granted.total", "三处总计都没有跟着明细改"),
    ],
)
def test_totals_that_did_not_follow(kind: Kind, cell: str, reason: str) -> None:
    assert told([(kind, cell, cell, 3)], {}) == ("total_not_carried", reason)


@pytest.mark.parametrize(
    ("other", "here", "there", "amount", "slip", "reason"),
    [
        (BUSINESS, 0, 7, 7, "neighbour_column", "数字填到了右边一列"),
        (BUSINESS, 7, 0, -7, "neighbour_column", "数字填到了左边一列"),
        (BUSINESS, 3, 9, 2, "neighbour_column", "有 2 件填到了右边一列"),
        (BUSINESS, 3, 9, -1, "neighbour_column", "有 1 件填到了左边一列"),
        (BUSINESS, 3, 9, 1, "neighbour_column", "有 1 件填到了右边一列"),
        (BUSINESS, 3, 9, 6, "columns_swapped", "与右边一列填反了"),
        (BELOW, 0, 7, 7, "neighbour_row", "数字填到了下一行"),
        (BELOW, 7, 0, -7, "neighbour_row", "数字填到了上一行"),
        (BELOW, 3, 9, 1, "neighbour_row", "有 1 件填到了下一行"),
        (BELOW, 3, 9, 6, "rows_swapped", "与下一行填反了"),
        (BELOW, 2, 1, -1, "rows_swapped", "与下一行填反了"),
    ],
)
def test_a_figure_in_the_neighbouring_cell(
    other: str, here: int, there: int, amount: int, slip: str, reason: str
) -> None:
    figures = {NATURAL: here, other: there}
    assert told([("move", NATURAL, other, amount)], figures) == (slip, reason)


def test_a_figure_in_the_next_row_whose_total_went_with_it() -> None:
    slip: tuple[Kind, str, str, int] = ("move_pair", "carried_in.natural", NATURAL, 7)
    assert told([slip], {NATURAL: 7}) == ("neighbour_row", "数字填到了下一行，两行总计跟着错")


def test_every_kind_is_named_once() -> None:
    zeros: list[tuple[Kind, str, str, int]] = [("cell", cell, cell, 4) for cell in (NATURAL, BUSINESS)]
    assert told([*zeros, ("late_pair", "granted.total", "closed.total", 2)], {}) == (
        "zero+total_not_carried",
        "应有数而写成了 0；两处总计都没有跟着明细改",
    )

"""Why figures may have gone wrong, as machine ids and in a clerk's words, from what can be seen."""

from collections.abc import Mapping, Sequence

from core.repair.grid import Grid
from core.repair.search import Step, Steps
from core.repair.wrong_digits import shape_of

Words = tuple[str, str]
"""(machine ids joined with +, Chinese words)."""

_SHAPES: Mapping[str, str] = {
    "transposed": "数字颠倒",
    "digit_dropped": "少写一位",
    "digit_extra": "多写一位",
    "digit_changed": "一位数字不同",
}
_FOLLOWED: Mapping[str, Words] = {
    "row_pair": ("total_followed", "本行总计跟着错"),
    "column_pair": ("closed_followed", "本列（七）总计跟着错"),
    "quad": ("all_totals_followed", "行、列各处总计都跟着错"),
}
_NOT_CARRIED: Mapping[str, Words] = {
    "total_pair": ("total_not_carried", "两处总计都没有跟着明细改"),
    "late_pair": ("total_not_carried", "两处总计都没有跟着明细改"),
    "late_three": ("total_not_carried", "三处总计都没有跟着明细改"),
}

SEVERAL = "有几种改法同样说得通，仅凭合计分不出是哪一格，请对照底稿选定。"
UNKNOWN = "有 {count} 个格子读不出数，涉及它们的勾稽没有参与判断，因此给不出可靠的改法，请先补全这些格子。"
LOCKED = "除去不能改动的格子，其余的数怎样改都不能使勾稽成立，请核对已确认无误的数。"
OUT_OF_TIME = "出错的数互相牵连，没有在限定时间内找到可靠的改法，请对照底稿逐格核对。"
TOO_MANY = "同时出错的数太多，没有一种改法足够可靠，请对照底稿逐格核对。"
IMPOSSIBLE = "没有一种小的改动能使勾稽成立而各数又不为负，请对照底稿逐格核对。"
"""Why there is no safe suggestion."""


def words_of(steps: Steps, grid: Grid, figures: Sequence[int], texts: Mapping[str, str]) -> Words:
    """Ids and reason of a whole repair; every kind is named once."""
    each = [_step_words(step, grid, figures, texts) for step in steps]
    return "+".join(dict.fromkeys(i for i, _ in each)), "；".join(dict.fromkeys(w for _, w in each))


def _step_words(step: Step, grid: Grid, figures: Sequence[int], texts: Mapping[str, str]) -> Words:
    operation, amount = step
    kind = operation.slip.kind
    cells = [cell for cell, _ in operation.slip.cells]
    if kind in _NOT_CARRIED:
        return _NOT_CARRIED[kind]
    if kind in ("move", "move_pair"):
        slip, words = _move_words(cells[0], cells[1], amount, grid, figures)
        return (slip, words + "，两行总计跟着错") if kind == "move_pair" else (slip, words)
    slip, words = _cell_words(cells[0], amount, grid, figures, texts)
    if kind not in _FOLLOWED:
        return slip, words
    followed, also = _FOLLOWED[kind]
    return f"{slip}+{followed}", f"{words}，{also}"


def _cell_words(
    cell: int, amount: int, grid: Grid, figures: Sequence[int], texts: Mapping[str, str]
) -> Words:
    seen = figures[cell]
    true = seen + amount
    if seen < 0:
        return ("negative", "件数不能是负数，去掉负号后相符" if true == -seen else "件数不能是负数")
    if seen == 0:
        return _zero_words(texts.get(grid.ids[cell]))
    shape = shape_of(seen, true)
    if cell in grid.totals and shape in (None, "digit_changed"):
        return ("total_not_carried", "总计没有跟着明细改，与各分项之和不符")
    if shape is not None and true:
        return (shape, f"{_SHAPES[shape]}（{seen}→{true}）")
    if any(figures[near] == seen for near in grid.neighbours[cell]):
        return ("neighbour_copied", "与相邻一格的数相同，像是照抄了邻格")
    if true == 0:
        return ("stray", "这一格应为 0")
    return ("mismatch", "与本行、本列的总计对不上")


def _zero_words(text: str | None) -> Words:
    if text is None or text.strip() == "0":
        return ("zero", "应有数而写成了 0")
    return ("blank", "应有数而没有填")


def _move_words(a: int, b: int, amount: int, grid: Grid, figures: Sequence[int]) -> Words:
    """``a`` stands left of or above ``b``; ``amount`` of what belongs to ``a`` stands in ``b``."""
    sideways = grid.place[a][0] == grid.place[b][0]
    exchanged = figures[a] + amount == figures[b]
    if exchanged and figures[a] and figures[b]:
        return ("columns_swapped", "与右边一列填反了") if sideways else ("rows_swapped", "与下一行填反了")
    if sideways:
        slip, target = "neighbour_column", "右边一列" if amount > 0 else "左边一列"
    else:
        slip, target = "neighbour_row", "下一行" if amount > 0 else "上一行"
    return slip, f"数字填到了{target}" if exchanged else f"有 {abs(amount)} 件填到了{target}"

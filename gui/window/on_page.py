"""What the commands do to the report in front."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from gui.window import years

if TYPE_CHECKING:
    from gui.window.report_page import ReportPage

Deed = Callable[["ReportPage"], None]


def _fill_blanks(page: ReportPage) -> None:
    from gui.window import helping

    helping.fill_blanks(page)


def _to_half_width(page: ReportPage) -> None:
    from gui.window import helping

    helping.to_half_width(page)


def _reckon_totals(page: ReportPage) -> None:
    from gui.window import helping

    helping.reckon_totals(page)


ON_PAGE: Mapping[str, Deed] = {
    "save": lambda page: page.saver.save(),
    "save_as": lambda page: page.saver.save_as(),
    "save_marked": lambda page: page.saver.save_as(way=True),
    "previous": lambda page: page.step(-1),
    "next": lambda page: page.step(1),
    "accept": lambda page: page.accept_chosen(),
    "accept_all": lambda page: page.mender.accept_all(),
    "verify": lambda page: page.verify_chosen(),
    "copy": lambda page: page.table_tabs.on_front(lambda front: front.copy()),
    "paste": lambda page: page.on_view(lambda view: view.paste()),
    "clear": lambda page: page.on_view(lambda view: view.clear()),
    "edit_cell": lambda page: page.table_tabs.on_front(lambda front: front.edit_current()),
    "fill_blanks": _fill_blanks,
    "half_width": _to_half_width,
    "totals": _reckon_totals,
    "find": lambda page: page.table_tabs.look_up(),
    "zoom_in": lambda page: page.zoom(1),
    "zoom_out": lambda page: page.zoom(-1),
    "zoom_reset": lambda page: page.set_zoom(100),
    "next_table": lambda page: page.step_table(1),
    "previous_table": lambda page: page.step_table(-1),
    **years.ON_PAGE,
}

"""What the commands do to the report in front."""

from collections.abc import Callable, Mapping

from gui.grid.view import FormView
from gui.window import helping, years
from gui.window.report_page import ReportPage

Deed = Callable[[ReportPage], None]

ON_PAGE: Mapping[str, Deed] = {
    "save": lambda page: page.saver.save(),
    "save_as": lambda page: page.saver.save_as(),
    "save_marked": lambda page: page.saver.save_as(way=True),
    "previous": lambda page: page.step(-1),
    "next": lambda page: page.step(1),
    "accept": ReportPage.accept_chosen,
    "accept_all": lambda page: page.mender.accept_all(),
    "verify": ReportPage.verify_chosen,
    "copy": lambda page: page.table_tabs.on_front(lambda front: front.copy()),
    "paste": lambda page: page.on_view(FormView.paste),
    "clear": lambda page: page.on_view(FormView.clear),
    "edit_cell": lambda page: page.table_tabs.on_front(lambda front: front.edit_current()),
    "fill_blanks": helping.fill_blanks,
    "half_width": helping.to_half_width,
    "totals": helping.reckon_totals,
    "find": lambda page: page.table_tabs.look_up(),
    "zoom_in": lambda page: page.zoom(1),
    "zoom_out": lambda page: page.zoom(-1),
    "zoom_reset": lambda page: page.set_zoom(100),
    "next_table": lambda page: page.step_table(1),
    "previous_table": lambda page: page.step_table(-1),
    **years.ON_PAGE,
}

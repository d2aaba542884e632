"""What of the main window is not seen at first, and what its parts tell each other."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from gui.help.desk import HelpDesk
from gui.jobs import Jobs
from gui.unsaved.keeper import Keeper
from gui.widgets.bars import BarStack
from gui.window import shortcuts
from gui.window.batching import Batching
from gui.window.exporting import Exporter
from gui.window.menus import add_schemes
from gui.window.on_page import ON_PAGE
from gui.window.opening import Opener
from gui.window.recents import Recents
from gui.window.reports import Reports
from gui.window.speaking import Speaking
from gui.window.unopened import Unopened
from gui.window.waiting import Waiting

if TYPE_CHECKING:
    from gui.window.main_window import MainWindow


def move_in(window: MainWindow, jobs: Jobs | None, journals: Path | None) -> None:
    """What stays as long as the window does, whatever language it speaks."""
    window.jobs = jobs or Jobs(parent=window)
    window.batching = Batching(window, jobs)
    window.opener = Opener(window.jobs, window.settings, window)
    window.help = HelpDesk(window, window.talk)
    window.keeper = Keeper(journals, window.talk, window.jobs, window) if journals else None
    window.speaking = Speaking(window)
    window.opener.opened.connect(window.opened)
    window.opener.failed.connect(window.not_opened)
    Waiting(window.opener, lambda: window.bars, window)
    if window.keeper is not None:
        window.keeper.recoverer.open_wanted.connect(window.open_files)


def furnish(window: MainWindow) -> None:
    """What says something: it is made anew for another language."""
    window.bars = BarStack(window)
    window.column.insertWidget(0, window.bars)
    window.unopened = Unopened(window.bars)
    window.exporter = Exporter(window.bars, window.talk, window.jobs, window)
    window.on_page_deeds = {**ON_PAGE, **window.exporter.deeds}
    window.reports = Reports(window.settings, window.talk, window.jobs, window.undo_group, window)
    window.stack.addWidget(window.reports)
    window.recents = Recents(window.settings, window.jobs, window.reports, window.start)
    if window.keeper is not None:
        window.keeper.attend(window.reports, window.bars)
    _fill_menus(window)
    _connect_commands(window)
    _connect_parts(window)
    window.show_state()
    window.batching.speak()


def _fill_menus(window: MainWindow) -> None:
    window.menus.fill(window.commands, window.recent_menu, window.samples_menu)
    add_schemes(window.menus.view, window.settings, window.choose_scheme)
    window.commands.tint(window.palette())


def _connect_commands(window: MainWindow) -> None:
    reports, desk = window.reports, window.help
    deeds: dict[str, Callable[[], object]] = {
        "open": window.choose_files,
        "batch": window.batching.choose_folder,
        "close": lambda: window.on_page(reports.close_page),
        "quit": window.close,
        "next_report": lambda: reports.step_report(1),
        "previous_report": lambda: reports.step_report(-1),
        "pane": lambda: window.step_pane(1),
        "pane_back": lambda: window.step_pane(-1),
        "forget_recent": window.forget_recent,
        "settings": window.change_settings,
        "help": lambda: desk.show_help(reports.page),
        "keys": desk.show_keys,
        "manual": desk.show_manual,
        "tour": desk.show_tour,
        "log": desk.show_log,
        "about": desk.show_about,
    }
    deeds |= {name: partial(window.on_page, deed) for name, deed in window.on_page_deeds.items()}
    for name, deed in deeds.items():
        window.commands[name].triggered.connect(lambda _checked=False, deed=deed: deed())
    shortcuts.give(window.commands)
    window.addActions(window.commands.all())


def _connect_parts(window: MainWindow) -> None:
    window.start.open_wanted.connect(window.choose_files)
    window.start.batch_wanted.connect(window.batching.choose_folder)
    window.start.chosen.connect(window.open_one)
    window.batching.follow(window.reports)
    window.reports.changed.connect(window.show_state)
    window.reports.reload_wanted.connect(lambda path: window.opener.open([path]))
    window.status.follow(window.reports)
    window.status.folder_wanted.connect(window.talk.show_folder)
    window.help.message.connect(window.status.say)
    window.exporter.exported.connect(window.status.exported)
    window.reports.saved.connect(lambda _, saved: window.exporter.say_lacking(saved.target, saved.lacking))

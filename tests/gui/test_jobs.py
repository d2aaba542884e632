"""Jobs: results arrive here and later, failures always, dropped ones never."""

import sys
import threading

from PySide6.QtCore import QThread

from core.errors import ReadError
from gui.jobs import Jobs
from tests.gui.conftest import HeldPool, ImmediatePool


def test_work_is_done_elsewhere_and_delivered_here(qtbot):
    jobs, seen = Jobs(), []
    jobs.start(
        threading.get_ident, lambda result: seen.append((result, QThread.currentThread())), seen.append
    )
    qtbot.waitUntil(lambda: bool(seen))
    worker, here = seen[0]
    assert worker != threading.get_ident()
    assert here is jobs.thread()
    assert jobs.is_idle


def test_delivery_never_happens_inside_start(qtbot):
    jobs, seen = Jobs(ImmediatePool()), []
    jobs.start(lambda: 1, seen.append, seen.append)
    assert not seen
    qtbot.waitUntil(lambda: seen == [1])


def test_a_known_failure_reaches_the_caller(qtbot):
    jobs, failed = Jobs(ImmediatePool()), []

    def work():
        raise ReadError("打不开")

    jobs.start(work, None, failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    assert str(failed[0]) == "打不开"


def test_an_unforeseen_failure_reaches_the_caller_and_the_hook(qtbot, monkeypatch):
    jobs, failed, hooked = Jobs(ImmediatePool()), [], []
    monkeypatch.setattr(sys, "excepthook", lambda *what: hooked.append(what[0]))
    jobs.start(lambda: 1 // 0, None, failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    assert hooked == [ZeroDivisionError]
    assert "意外" in str(failed[0])


def test_a_late_or_cancelled_result_is_dropped(qtbot):
    pool, seen = HeldPool(), []
    jobs = Jobs(pool)
    revision = 1
    jobs.start(lambda: "late", seen.append, seen.append, wanted=lambda: revision == 1)
    ticket = jobs.start(lambda: "cancelled", seen.append, seen.append)
    jobs.start(lambda: "kept", seen.append, seen.append)
    revision = 2
    ticket.cancel()
    pool.release()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert seen == ["kept"]


def test_waiting_at_the_end_drops_what_still_comes(qtbot):
    pool, seen = HeldPool(), []
    jobs = Jobs(pool)
    jobs.start(lambda: 1, seen.append, seen.append)
    jobs.wait()
    qtbot.wait(10)
    assert not seen

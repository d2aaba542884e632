"""Whatever a suite does, each document has a result or a reason, nothing hangs, nothing is left behind."""

import tempfile
from pathlib import Path

import pytest

from core.errors import ReadError
from core.files import from_bytes
from core.formats.old import KINDS
from core.office.convert import StoppedError, convert, convert_all
from core.review import Review
from tests.documents import word
from tests.layouts import balanced
from tests.office import CONVERTS, calls, needs_scripts, old, suite, use

pytestmark = needs_scripts
DOC = KINDS["doc"]
GOOD = word(balanced())


@pytest.fixture
def using(tmp_path, monkeypatch):
    """Makes a suite of a script and uses it; all temporary files of the test lie in one folder."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))

    def make(body: str) -> Path:
        program = suite(tmp_path / "suite", body, {"docx": GOOD})
        use(monkeypatch, program)
        return program

    yield make
    assert list(temporary.iterdir()) == []


def reasons(results) -> list[str]:
    return ["" if isinstance(result, bytes) else str(result) for result in results]


def test_what_comes_out_is_the_document(using):
    using(CONVERTS)
    assert convert(old(), DOC) == GOOD


def test_many_are_given_at_once_under_plain_names_with_macros_off_and_a_profile_of_their_own(using):
    program = using(CONVERTS)
    assert convert_all([old(), old(), old()], DOC) == [GOOD] * 3
    ((profile, *arguments),) = calls(program)
    assert profile.startswith("-env:UserInstallation=file://")
    assert "--headless" in arguments
    assert "--infilter=MS Word 97" in arguments
    assert [Path(name).name for name in arguments[-3:]] == ["0.doc", "1.doc", "2.doc"]


def test_the_profile_forbids_macros_and_links(using, tmp_path):
    using(CONVERTS + "shutil.copytree(into / 'profile', here / 'seen')\n")
    convert(old(), DOC)
    said = (tmp_path / "suite" / "seen" / "user" / "registrymodifications.xcu").read_text(encoding="utf-8")
    assert '"DisableMacrosExecution" oor:op="fuse"><value>true<' in said
    assert '"BlockUntrustedRefererLinks" oor:op="fuse"><value>true<' in said


@pytest.mark.parametrize(
    "body",
    [
        "",
        "sys.exit(1)",
        "for _, result in results(): result.write_bytes(b'')",
        "for _, result in results(): result.write_bytes(b'garbage')",
        "for _, result in results(): result.write_bytes((here / 'good.docx').read_bytes()[:-40])",
        "for _, result in results(): result.mkdir()",
        "for file, _ in results(): shutil.copy(here / 'good.docx', into / 'other.docx')",
        "(into / '0.docx').write_text('年度报告')",
    ],
    ids=["nothing", "fails", "empty", "garbage", "cut off", "a folder", "another name", "plain text"],
)
def test_a_suite_that_brings_nothing_readable_is_a_reason(using, body):
    using(body)
    with pytest.raises(ReadError, match=r"LibreOffice 转换不了它.*另存为 \.docx"):
        convert(old(), DOC)


def test_two_files_written_for_one_are_no_harm(using):
    using(CONVERTS + "(into / 'extra.docx').write_bytes(b'x')\n")
    assert convert(old(), DOC) == GOOD


def test_a_suite_that_hangs_is_ended(using):
    using("time.sleep(60)")
    (reason,) = reasons(convert_all([old()], DOC, seconds=1.0))
    assert "还没有转换完" in reason


def test_what_a_hanging_document_keeps_back_is_converted_without_it(using):
    using(
        "for file, result in results():\n"
        "    if b'hangs' in file.read_bytes(): time.sleep(60)\n"
        "    shutil.copy(here / 'good.docx', result)\n"
    )
    documents = [old(), old(content=b"hangs"), old()]
    first, second, third = convert_all(documents, DOC, seconds=1.0)
    assert (first, third) == (GOOD, GOOD)
    assert isinstance(second, ReadError)


def test_a_document_that_cannot_be_loaded_keeps_nothing_from_the_others(using):
    program = using(
        "for file, result in results():\n"
        "    if b'bad' not in file.read_bytes(): shutil.copy(here / 'good.docx', result)\n"
    )
    first, second = convert_all([old(content=b"bad"), old()], DOC)
    assert isinstance(first, ReadError)
    assert second == GOOD
    assert len(calls(program)) == 1


def test_it_can_be_stopped(using, tmp_path):
    using("(here / 'begun').touch(); time.sleep(60)")
    with pytest.raises(StoppedError):
        convert(old(), DOC, (tmp_path / "suite" / "begun").exists)


def test_a_password_is_named_as_the_reason(using):
    using("")
    with pytest.raises(ReadError, match="打开密码"):
        convert(old(content=bytes(10) + b"\x00\x01"), DOC)


def test_without_a_suite_it_is_said_what_to_do(monkeypatch):
    use(monkeypatch, None)
    with pytest.raises(
        ReadError, match=r"这是旧版文档.*没有能自动转换它的软件（.*LibreOffice）；请在 WPS 或"
    ):
        convert(old(), DOC)


def test_without_room_for_temporary_files_it_is_said(tmp_path, monkeypatch):
    use(monkeypatch, suite(tmp_path / "suite", CONVERTS))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "没有"))
    with pytest.raises(ReadError, match=r"临时文件写不了.*请清理磁盘空间后再试"):
        convert(old(), DOC)


def test_the_converted_report_has_the_cells_of_the_document(using):
    using(CONVERTS)
    review = Review(from_bytes(convert(old(), DOC), Path("年报.doc")))
    assert {cell: review.text(cell) for cell in review.cells} == balanced()

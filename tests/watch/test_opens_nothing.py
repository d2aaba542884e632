"""A file that names other files, in whatever way, has none of them opened (XXE, XInclude, members)."""

import re
from pathlib import Path

import pytest

from core import files
from core.errors import ReadError
from core.files import Report
from tests.fuzz import seeds
from tests.fuzz.archive import opened
from tests.fuzz.guard import Guard
from tests.fuzz.mutants import TARGETS
from tests.fuzz.words import CANARY

SECRET = "机密内容不得外传"
GUARD = Guard()
ENTITIES = [
    '<!DOCTYPE x SYSTEM "file://{}">',
    '<!DOCTYPE x PUBLIC "-//W3C//DTD" "file://{}">',
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file://{}">]>',
    '<!DOCTYPE x [<!ENTITY % p SYSTEM "file://{}"> %p;]>',
    '<!DOCTYPE x [<!ENTITY e "{}{}">]>',
]
ASIDES = [
    '<?xml-stylesheet type="text/xsl" href="file://{}"?>',
    '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file://{}" parse="text"/>',
    '<w:altChunk r:id="canary"/>',
    '<w:r><w:instrText>INCLUDETEXT "{}"</w:instrText></w:r>',
    '<externalReference r:id="canary"/>',
    '<x xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="x file://{}"/>',
]
PACKAGES = {"docx": seeds.word()[1], "xlsx": seeds.workbook()[2]}
PARTS = [(kind, m.name.decode()) for kind, data in PACKAGES.items() for m in opened(data).members]


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    path = tmp_path / "canary.txt"
    path.write_text(SECRET, encoding="utf-8")
    return path


def read(data: bytes) -> Report | None:
    """The report, or None where it is refused; either way without the secret, and nothing was opened."""
    GUARD.seen.clear()
    GUARD.is_on = True
    try:
        report, said = files.from_bytes(data, Path("报告")), ""
    except ReadError as error:
        report, said = None, str(error)
    finally:
        GUARD.is_on = False
    texts = [said] if report is None else report.document.texts
    assert not any(SECRET in text for text in texts)
    assert GUARD.seen == []
    return report


def with_part(kind: str, part: str, change) -> bytes:
    archive = opened(PACKAGES[kind])
    for member in archive.members:
        if member.name.decode() == part:
            member.fill(change(member.content()))
    return archive.written()


def before_root(content: bytes, what: str, inside: bytes) -> bytes:
    """``what`` before the root element, and a reference to it in the first text there is."""
    root = re.search(rb"<[^?!]", content)
    assert root is not None
    body = re.sub(rb">([^<>]+)<", lambda m: b">" + inside + b"<", content[root.start() :], count=1)
    return content[: root.start()] + what.encode() + body


@pytest.mark.parametrize(("kind", "part"), PARTS)
@pytest.mark.parametrize("entity", ENTITIES)
def test_definitions_of_entities_are_never_followed(kind, part, entity, canary):
    declared = entity.replace("{}", str(canary))
    report = read(with_part(kind, part, lambda content: before_root(content, declared, b"&e;")))
    unread = part in ("[Content_Types].xml", "word/settings.xml")
    assert report is None or unread, "a part with a DOCTYPE was read"


@pytest.mark.parametrize(("kind", "part"), PARTS)
@pytest.mark.parametrize("aside", ASIDES)
def test_references_to_other_files_are_never_followed(kind, part, aside, canary):
    named = aside.format(canary).encode()

    def change(content: bytes) -> bytes:
        return (
            named + content
            if aside.startswith("<?")
            else re.sub(rb"(</[^<>]+>\s*)$", named + rb"\1", content)
        )

    read(with_part(kind, part, change))


@pytest.mark.parametrize("kind", PACKAGES)
@pytest.mark.parametrize("mode", ["", ' TargetMode="External"', ' TargetMode="Internal"'])
@pytest.mark.parametrize(
    "target", ["{}", "file://{}", "../../../../../../..{}", "\\\\server{}", "http://127.0.0.1{}"]
)
def test_targets_of_relationships_are_parts_of_the_package_or_nothing(kind, mode, target, canary):
    part = {"docx": "_rels/.rels", "xlsx": "xl/_rels/workbook.xml.rels"}[kind]
    named = f'Target="{target.format(canary)}"{mode}'.encode()
    assert read(with_part(kind, part, lambda c: re.sub(rb'Target="[^"]*"', lambda _: named, c))) is None


@pytest.mark.parametrize("kind", PACKAGES)
@pytest.mark.parametrize("name", ["{}", "../../../../../..{}", "a/../../../../../..{}", "C:{}", "//server{}"])
def test_names_of_members_are_never_paths(kind, name, canary):
    archive = opened(PACKAGES[kind])
    archive.members[-1].name = name.format(canary).encode()
    archive.members.append(opened(PACKAGES[kind]).members[-1])
    assert read(archive.written()) is not None
    assert canary.read_text(encoding="utf-8") == SECRET
    assert list(canary.parent.iterdir()) == [canary]


def test_the_guard_would_notice_an_opened_file_and_a_written_one(tmp_path):
    GUARD.seen.clear()
    GUARD.is_on = True
    (tmp_path / "canary").write_text("x")
    (tmp_path / "canary").read_text()
    GUARD.is_on = False
    assert len(GUARD.seen) == 2
    GUARD.seen.clear()


def test_the_canary_of_the_fuzzer_is_no_file_here():
    assert not Path(CANARY).exists()
    assert set(TARGETS) >= set(PACKAGES)

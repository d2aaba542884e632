"""Word packages: the contract all formats keep, finding the main part, refusals, notes. Also the builders."""

import io
import struct
import zipfile
from collections.abc import Mapping

import docx as python_docx
import pytest

from core.errors import ReadError
from core.formats import docx
from core.tables import Correction, Document
from tests.core.formats.contract import FormatContract, ProseContract

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_RELATIONSHIPS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
DECLARATIONS = (
    f'xmlns:w="{W}" xmlns:mc="{MC}" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
)


def document_xml(body: str, declarations: str = DECLARATIONS) -> str:
    root = f"<w:document {declarations}><w:body>{body}</w:body></w:document>"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{root}'


def relationships(*targets: tuple[str, str], space: str = RELATIONSHIPS) -> str:
    entries = "".join(
        f'<Relationship Id="r{n}" Type="{space}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets)
    )
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{entries}</Relationships>"
    )


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def raw_records(data: bytes) -> dict[str, bytes]:
    """Each member's local record (header, compressed bytes) as it stands in the file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = archive.infolist()
    starts = {m.filename: m.header_offset for m in members}
    records = {}
    for member in members:
        start = starts[member.filename]
        name, extra = struct.unpack_from("<2H", data, start + 26)
        records[member.filename] = data[start : start + 30 + name + extra + member.compress_size]
    return records


def packed(document: str, others: dict[str, str] | None = None) -> bytes:
    """A minimal Word file."""
    return zipped(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
            "_rels/.rels": relationships(("officeDocument", "word/document.xml")),
            "word/document.xml": document,
            **(others or {}),
        }
    )


def made(body: str) -> bytes:
    return packed(document_xml(body))


def read_body(body: str) -> Document:
    return docx.read(made(body))


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def paragraph(*runs: str, properties: str = "") -> str:
    return f"<w:p>{properties}{''.join(runs)}</w:p>"


def run(text: str, properties: str = "") -> str:
    return f"<w:r>{properties}<w:t>{text}</w:t></w:r>"


def plain(text: str, properties: str = "") -> str:
    return cell(paragraph(run(text)) if text else "<w:p/>", properties)


def one_cell(content: str) -> Document:
    """A document whose only table has one cell with this content."""
    return read_body(table(row(cell(content))))


def texts(document: Document) -> list[list[str]]:
    return [[c.text for c in t.cells] for t in document.tables]


def corrected(document: Document, old: str, new: str) -> bytes:
    target = next(c for t in document.tables for c in t.cells if c.text == old)
    return docx.encode(document, [Correction(target, new)])


class TestContract(FormatContract):
    module = docx

    def make(self, grid):
        return made(table(*(row(*(plain(text) for text in line)) for line in grid)))

    def parts(self, data):
        return parts_of(data)


class TestProse(ProseContract):
    module = docx

    def make_prose(self, lines):
        return made("".join(paragraph(run(line)) for line in lines))

    def prose_bytes(self, data):
        return parts_of(data)["word/document.xml"], "utf-8"


class TestContractOfPythonDocx(FormatContract):
    module = docx

    def make(self, grid):
        document = python_docx.Document()
        made_table = document.add_table(len(grid), len(grid[0]))
        for line, texts_of_line in zip(made_table.rows, grid, strict=True):
            for made_cell, text in zip(line.cells, texts_of_line, strict=True):
                made_cell.text = text
        buffer = io.BytesIO()
        document.save(buffer)
        return buffer.getvalue()

    def parts(self, data):
        return parts_of(data)

    def test_python_docx_shows_the_new_value(self, document):
        saved = corrected(document, "3456", "3457")
        shown = [c.text for r in python_docx.Document(io.BytesIO(saved)).tables[0].rows for c in r.cells]
        assert shown.count("3457") == 1
        assert "3456" not in shown

    def test_every_other_member_is_the_same_down_to_its_compressed_bytes(self, document):
        before, after = raw_records(document.source), raw_records(corrected(document, "3456", "3457"))
        assert list(before) == list(after)
        assert [name for name in before if before[name] != after[name]] == ["word/document.xml"]


NUMBER = table(row(plain("12")))


def test_the_main_part_is_found_by_its_relationship():
    data = zipped(
        {
            "_rels/.rels": relationships(("officeDocument", "/正文/main.xml")),
            "正文/main.xml": document_xml(NUMBER),
            "word/document.xml": document_xml(table(row(plain("99")))),
        }
    )
    document = docx.read(data)
    assert texts(document) == [["12"]]
    assert document.tables[0].cells[0].anchor.part == "正文/main.xml"


def test_a_strict_document_is_read_and_corrected():
    data = zipped(
        {
            "_rels/.rels": relationships(("officeDocument", "word/document.xml"), space=STRICT_RELATIONSHIPS),
            "word/document.xml": document_xml(NUMBER, f'xmlns:w="{STRICT}"'),
        }
    )
    saved = corrected(docx.read(data), "12", "13")
    assert texts(docx.read(saved)) == [["13"]]


@pytest.mark.parametrize("prefix", ["x", "wx", "a-b.c"])
def test_any_prefix_will_do(prefix):
    body = table(
        row(cell(paragraph(run("1"), run("2")), '<w:gridSpan w:val="2"/>'), cell("<w:p/>")),
        row(plain("3"), plain("4"), plain("5")),
    )
    xml = (
        document_xml(body, "")
        .replace("w:", f"{prefix}:")
        .replace("document ", f'document xmlns:{prefix}="{W}"')
    )
    document = docx.read(packed(xml))
    assert texts(document) == [["12", "", "3", "4", "5"]]
    assert document.tables[0].cells[1].column == 2
    saved = docx.encode(document, [Correction(document.tables[0].cells[1], "7")])
    assert texts(docx.read(saved)) == [["12", "7", "3", "4", "5"]]


def test_a_default_namespace_will_do():
    xml = (
        f'<document xmlns="{W}" xmlns:mc="{MC}"><body><tbl><tr><tc><tcPr/><p><r><t>12</t></r></p></tc>'
        "<tc><p><r><mc:AlternateContent><mc:Choice><t>3</t></mc:Choice><mc:Fallback><t>3</t></mc:Fallback>"
        "</mc:AlternateContent></r></p></tc><tc><p/></tc></tr></tbl></body></document>"
    )
    document = docx.read(packed(xml))
    assert texts(document) == [["12", "3", ""]]
    saved = docx.encode(document, [Correction(document.tables[0].cells[2], "7")])
    assert texts(docx.read(saved)) == [["12", "3", "7"]]


def test_two_prefixes_for_the_main_namespace_are_refused():
    xml = document_xml(NUMBER).replace("<w:r>", f'<w:r xmlns:y="{W}">')
    with pytest.raises(ReadError, match=r"两种前缀.*另存"):
        docx.read(packed(xml))


def test_both_main_namespaces_in_one_part_are_refused():
    xml = document_xml(NUMBER).replace("<w:r>", f'<s:r xmlns:s="{STRICT}"/><w:r>')
    with pytest.raises(ReadError, match=r"两种前缀.*另存"):
        docx.read(packed(xml))


def test_a_namespace_declared_again_with_the_same_prefix_is_nothing_special():
    xml = document_xml(NUMBER).replace("<w:r>", f'<w:r xmlns:w="{W}">')
    assert texts(docx.read(packed(xml))) == [["12"]]


def test_text_that_looks_like_a_declaration_is_no_declaration():
    xml = document_xml(table(row(plain(f" xmlns:y='{W}'"))))
    assert texts(docx.read(packed(xml))) == [[f" xmlns:y='{W}'"]]


@pytest.mark.parametrize(
    "parts",
    [
        {"word/document.xml": document_xml(NUMBER)},
        {"_rels/.rels": relationships(("officeDocument", "word/document.xml"))},
        {"_rels/.rels": relationships(("thumbnail", "a.xml")), "a.xml": document_xml(NUMBER)},
        {
            "_rels/.rels": relationships(("officeDocument", "xl/workbook.xml")),
            "xl/workbook.xml": "<workbook/>",
        },
        {"_rels/.rels": relationships(("officeDocument", "a.xml")), "a.xml": f'<x xmlns:w="{W}"><w:p/></x>'},
    ],
    ids=["no relationships", "no such part", "no main part", "a workbook", "another root"],
)
def test_what_is_no_word_document_is_refused(parts):
    with pytest.raises(ReadError, match="不是 Word 文档"):
        docx.read(zipped(parts))


def test_content_kept_elsewhere_is_refused_rather_than_missed():
    with pytest.raises(ReadError, match=r"嵌在别的文件里.*另存"):
        read_body('<w:altChunk w:id="r1"/>' + NUMBER)


def with_settings(settings: str) -> bytes:
    part = f'<w:settings xmlns:w="{W}">{settings}</w:settings>'
    return packed(document_xml(NUMBER), {"word/settings.xml": part})


def test_an_ordinary_document_has_no_notes():
    assert docx.read(with_settings("")).notes == ()


@pytest.mark.parametrize(("enforced", "noted"), [("1", True), ("true", True), ("0", False), ("false", False)])
def test_protection_is_noted_when_enforced(enforced, noted):
    data = with_settings(f'<w:documentProtection w:edit="forms" w:enforcement="{enforced}"/>')
    assert ["保护" in note for note in docx.read(data).notes] == [True] * noted


def test_a_signature_is_noted():
    (note,) = docx.read(packed(document_xml(NUMBER), {"_xmlsignatures/sig1.xml": "<Signature/>"})).notes
    assert "签名" in note


def test_changes_tracked_in_a_table_are_noted_and_those_in_prose_are_not():
    tracked = f"<w:ins>{run('3')}</w:ins>"
    (note,) = one_cell(paragraph(run("1"), tracked)).notes
    assert "修订" in note
    assert read_body(paragraph(tracked) + NUMBER).notes == ()


def test_only_what_is_needed_is_unpacked():
    """A part that nobody needs may be broken without harm."""
    data = bytearray(packed(document_xml(NUMBER), {"word/media/image1.png": "PIXELS" * 50}))
    at = data.index(b"word/media/image1.png") + len(b"word/media/image1.png")
    data[at : at + 4] = b"\xff\xff\xff\xff"
    assert texts(docx.read(bytes(data))) == [["12"]]

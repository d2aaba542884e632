"""Word's flat XML becomes the docx whose parts it holds, without any suite."""

import base64
import io
import zipfile
from xml.sax.saxutils import quoteattr

import pytest

from core.errors import ReadError
from core.formats.flat import to_docx
from core.formats.old import KINDS
from core.office.convert import convert
from core.office.opening import open_report
from core.review import Review
from tests.documents import word
from tests.layouts import balanced
from tests.office import use

TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def flat(docx: bytes, picture: str = base64.b64encode(b"\x89PNG").decode()) -> bytes:
    """As Word writes it: each part's XML as it stands, everything else in base64."""
    parts = [
        '<pkg:part pkg:name="/word/media/a.png" pkg:contentType="image/png">'
        f"<pkg:binaryData>{picture}</pkg:binaryData></pkg:part>"
    ]
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")) and name != "[Content_Types].xml":
                xml = package.read(name).decode().partition("?>")[2]
                kind = TYPE if name == "word/document.xml" else "application/xml"
                head = f"<pkg:part pkg:name={quoteattr('/' + name)} pkg:contentType={quoteattr(kind)}>"
                parts.append(f"{head}<pkg:xmlData>{xml}</pkg:xmlData></pkg:part>")
    namespace = "http://schemas.microsoft.com/office/2006/xmlPackage"
    start = '<?xml version="1.0" standalone="yes"?>\n<?mso-application progid="Word.Document"?>\n'
    return f'{start}<pkg:package xmlns:pkg="{namespace}">{"".join(parts)}</pkg:package>'.encode()


def test_cells_are_those_of_the_document_and_no_suite_is_needed(tmp_path, monkeypatch):
    use(monkeypatch, None)
    path = tmp_path / "年报.xml"
    path.write_bytes(flat(word(balanced())))
    review = Review(open_report(path))
    assert {cell: review.text(cell) for cell in review.cells} == balanced()
    assert review.report.original == "flat"


def test_every_part_is_there_with_its_type():
    made = to_docx(flat(word(balanced())))
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        assert package.read("word/media/a.png") == b"\x89PNG"
        assert TYPE in package.read("[Content_Types].xml").decode()
        with zipfile.ZipFile(io.BytesIO(word(balanced()))) as original:
            text = original.read("word/document.xml").partition(b"?>")[2].strip()
        assert package.read("word/document.xml").partition(b"?>")[2] == text


@pytest.mark.parametrize(
    "data",
    [
        b"<pkg:package></pkg:package>",
        flat(word(balanced()), picture="%%%"),
        flat(word(balanced())).replace(b"pkg:contentType", b"contentType"),
        flat(word(balanced())).replace(b"<w:tbl>", b"<w:tb>", 1),
    ],
    ids=["no parts", "damaged picture", "no types", "damaged text"],
)
def test_what_is_not_whole_is_refused_in_words(data):
    with pytest.raises(ReadError):
        convert(data, KINDS["flat"])


def test_a_part_that_names_a_place_outside_goes_nowhere(tmp_path):
    evil = flat(word(balanced())).replace(b"/word/media/a.png", b"/../../evil.png")
    (tmp_path / "年报.xml").write_bytes(evil)
    open_report(tmp_path / "年报.xml")
    assert [path.name for path in tmp_path.iterdir()] == ["年报.xml"]

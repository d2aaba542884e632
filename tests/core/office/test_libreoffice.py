"""With LibreOffice itself, where it is: cells after conversion are those of the document it was made from."""

import io
import socket
import subprocess
import threading
import zipfile
from pathlib import Path

import pytest

from core.errors import ReadError
from core.formats.old import kind_of
from core.office.convert import convert, convert_all
from core.office.opening import open_report
from core.review import Review
from tests.documents import excel, word
from tests.layouts import balanced
from tests.office import SOFFICE, needs_libreoffice

pytestmark = needs_libreoffice
CELLS = balanced() | {"requests.new.natural": "1,234", "disclosure.fees.amount": "96171.6"}


@pytest.fixture(scope="module")
def old(tmp_path_factory) -> dict[str, Path]:
    """One report in the old formats, written by LibreOffice."""
    folder = tmp_path_factory.mktemp("旧格式")
    (folder / "word.docx").write_bytes(word(CELLS))
    (folder / "excel.xlsx").write_bytes(excel(CELLS))
    for name, kinds in (("word.docx", ("doc", "rtf")), ("excel.xlsx", ("xls",))):
        for kind in kinds:
            profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
            command = [
                SOFFICE,
                profile,
                "--headless",
                "--convert-to",
                kind,
                "--outdir",
                folder,
                folder / name,
            ]
            subprocess.run(command, capture_output=True, timeout=120, check=True)
    return {path.suffix[1:]: path for path in folder.iterdir() if path.is_file()}


def values(path: Path) -> dict[str, object]:
    review = Review(open_report(path))
    return {cell: review.reading(cell).value for cell in review.cells}


@pytest.mark.parametrize(("kind", "source"), [("doc", "docx"), ("rtf", "docx"), ("xls", "xlsx")])
def test_cells_are_those_of_the_source(old, kind, source):
    assert kind_of(old[kind].read_bytes()).name == kind
    assert values(old[kind]) == values(old[source])
    assert len(values(old[kind])) == 200


def test_cells_of_words_xml_of_2003_are_those_of_the_source(tmp_path, old):
    """Its tables are written as in a docx, but for the name of vertical merging (WordprocessingML, 2003)."""
    with zipfile.ZipFile(old["docx"]) as package:
        text = package.read("word/document.xml").decode()
    body = text[text.index("<w:body>") : text.index("</w:document>")].replace("w:vMerge", "w:vmerge")
    spaces = 'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xml:space="preserve"'
    path = tmp_path / "年报.xml"
    head = '<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?>'
    path.write_text(f"{head}<w:wordDocument {spaces}>{body}</w:wordDocument>", encoding="utf-8")
    assert kind_of(path.read_bytes()).name == "wordml"
    assert values(path) == values(old["docx"])


def test_garbage_in_the_container_is_a_reason_and_keeps_nothing_from_the_others(old):
    good = old["doc"].read_bytes()
    bad, result = convert_all([good[:600] + bytes(len(good) - 600), good], kind_of(good))
    assert isinstance(bad, ReadError)
    assert isinstance(result, bytes)


def test_nothing_a_document_links_to_is_fetched(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        asked: list[object] = []
        done = threading.Event()

        def listen() -> None:
            while not done.is_set():
                try:
                    asked.append(server.accept())
                except TimeoutError:
                    continue

        listener = threading.Thread(target=listen)
        listener.start()
        try:
            data = linking(tmp_path / "a.odt", f"http://127.0.0.1:{server.getsockname()[1]}/a.png")
            converted = convert(data, kind_of(data))
        finally:
            done.set()
            listener.join()
    assert "链接的图".encode() in zipfile.ZipFile(io.BytesIO(converted)).read("word/document.xml")
    assert asked == []


def linking(path: Path, address: str) -> bytes:
    """A text with a picture that lies elsewhere, as a writer in OpenDocument would link it."""
    mimetype = "application/vnd.oasis.opendocument.text"
    office = "urn:oasis:names:tc:opendocument:xmlns"
    names = {"office": "office", "text": "text", "draw": "drawing", "svg": "svg-compatible"}
    spaces = " ".join(f'xmlns:{short}="{office}:{name}:1.0"' for short, name in names.items())
    picture = (
        f'<draw:image xlink:href="{address}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>'
    )
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", mimetype)
        package.writestr(
            "META-INF/manifest.xml",
            f'<m:manifest xmlns:m="{office}:manifest:1.0" m:version="1.2">'
            f'<m:file-entry m:full-path="/" m:media-type="{mimetype}"/>'
            '<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>',
        )
        package.writestr(
            "content.xml",
            f'<office:document-content {spaces} xmlns:xlink="http://www.w3.org/1999/xlink" '
            'office:version="1.2">'
            "<office:body><office:text><text:p>链接的图"
            f'<draw:frame text:anchor-type="as-char" svg:width="2cm" svg:height="2cm">{picture}</draw:frame>'
            "</text:p></office:text></office:body></office:document-content>",
        )
    return path.read_bytes()

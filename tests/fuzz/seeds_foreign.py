"""Small files to start from, of the formats that are only read or must be converted, and CSV."""

import base64
import quopri
from functools import cache

from core.layout import drawing
from tests.fuzz import seeds
from tests.fuzz.archive import opened
from tests.layouts import AFTER, BEFORE, HEADINGS, TITLE, balanced
from tests.pdfs import Printed, pdf

_ENVELOPE = (
    b'From: <saved>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; '
    b'boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="%b"\r\nContent-Transfer-Encoding: %b\r\n'
    b"Content-Location: http://127.0.0.1/a.html\r\n\r\n%b\r\n--b\r\nContent-Type: image/png\r\n"
    b"Content-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--b--\r\n"
)
_SECTOR = 512
_SEPARATED = (("challenges", ",", "gb18030"), ("disclosure", ",", "utf-8-sig"), ("challenges", ";", "utf-8"))


@cache
def html() -> tuple[bytes, ...]:
    """Pages with one table: bare, within a site's menus, with numbers to fill in, in GB18030 and UTF-16."""
    small, other = _table("challenges"), _table("disclosure")
    prose = "".join(f"<p>{line}</p>" for line in [*BEFORE.splitlines()[:2], HEADINGS["challenges"]])
    end = "".join(f"<p>{line}</p>" for line in AFTER.format(signed=2024).splitlines())
    title = f"<h1>{TITLE.format(year=2023)}</h1>"
    menu = "<div class=nav><ul><li><a href=/>首页</a><li><a href=/x>政务公开</a></ul></div>"
    head = (
        '<!DOCTYPE html><html><head><meta charset="{}"><title>年报</title><style>p{{margin:0}}</style></head>'
    )
    script = "<script>var a='<td>';</script>"
    whole = f"<body>{menu}<div id=zoom>{title}{prose}{small}{end}</div>{script}</body></html>"
    return (
        small.encode(),
        (head.format("utf-8") + whole).encode(),
        (head.format("gb2312") + f"<body>{title}{other}<p hidden>藏</p></body></html>").encode("gb18030"),
        f"<html><body><table><tr><td>{small}</td></tr></table></body></html>".encode("utf-16"),
        (head.format("utf-8") + f"<body>{small.replace('<td>3</td>', '<td><input value=3></td>')}").encode(),
    )


def _table(table: str) -> str:
    plan, numbers = drawing("2021", table), balanced("2021")
    rows = ["<tr>"] * plan.rows
    for box in sorted(plan.boxes, key=lambda b: b.column):
        spans = f" colspan={box.column_span}" * (box.column_span > 1) + f" rowspan={box.row_span}" * (
            box.row_span > 1
        )
        rows[box.row] += f"<td{spans}>{numbers[box.cell] if box.cell else box.text}</td>"
    return f"<table>{''.join(row + '</tr>' for row in rows)}</table>"


@cache
def mht() -> tuple[bytes, ...]:
    """The same pages as browsers save them, encoded in each way."""
    bare, whole, chinese, *_ = html()
    return (
        _ENVELOPE % (b"utf-8", b"8bit", whole),
        _ENVELOPE % (b"utf-8", b"8bit", bare),
        _ENVELOPE % (b"utf-8", b"quoted-printable", quopri.encodestring(bare)),
        _ENVELOPE % (b"gb2312", b"base64", base64.encodebytes(chinese)),
    )


@cache
def csv() -> tuple[bytes, ...]:
    """Tables with commas or semicolons, some quoted."""
    found = []
    for table, sign, encoding in _SEPARATED:
        plan, numbers = drawing("2021", table), balanced("2021")
        grid = [[""] * plan.columns for _ in range(plan.rows)]
        for box in plan.boxes:
            grid[box.row][box.column] = numbers[box.cell] if box.cell else box.text
        lines = [sign.join(f'"{text}"' if text and len(text) > 6 else text for text in row) for row in grid]
        found.append("\r\n".join([f"{HEADINGS[table]}{sign * 3}", *lines, ""]).encode(encoding))
    return tuple(found)


@cache
def printed() -> tuple[bytes, ...]:
    """PDF files of one page and of two."""
    found = []
    for tables, border in ((("challenges",), "stroke"), (("disclosure",), "fill"), ((), "stroke")):
        page = Printed(border)
        page.paragraph(BEFORE.splitlines()[0])
        for table in tables:
            page.table("2021", table, balanced("2021"))
        found.append(pdf(page.pages))
    return tuple(found)


@cache
def flat() -> tuple[bytes, ...]:
    """Word documents as one XML file."""
    return tuple(_flat(data) for data in seeds.word()[:4])


def _flat(data: bytes) -> bytes:
    parts = []
    for member in opened(data).members:
        if member.name != b"[Content_Types].xml":
            kind = b"xml" if not member.name.endswith(b".rels") else b"rels"
            inside = b"<pkg:xmlData>%b</pkg:xmlData>" % member.content()
            parts.append(
                b'<pkg:part pkg:name="/%b" pkg:contentType="%b">%b</pkg:part>' % (member.name, kind, inside)
            )
    space = b"http://schemas.microsoft.com/office/2006/xmlPackage"
    return b'<?xml version="1.0"?><pkg:package xmlns:pkg="%b">%b</pkg:package>' % (space, b"".join(parts))


@cache
def old() -> tuple[bytes, ...]:
    """Documents of the old and the open formats, as far as they are looked into."""
    odt = seeds.packed(
        {"mimetype": "application/vnd.oasis.opendocument.text", "META-INF/manifest.xml": "<a/>"}
    )
    archive = opened(odt)
    archive.members[0].fill(archive.members[0].content(), 0)
    return (
        *(_compound(name) for name in ("WordDocument", "Workbook", "Book", "EncryptedPackage")),
        archive.written(),
        rb"{\rtf1\ansi 12}",
        b"\t\x08\x10\x00\x00\x06\x05\x00" + bytes(40),
        b'<?xml version="1.0"?><w:wordDocument xmlns:w="x"/>',
        b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        b'<office:document office:mimetype="application/vnd.oasis.opendocument.text">',
    )


def _compound(stream: str) -> bytes:
    """A container with one stream of 4096 bytes, in the third sector."""
    head = bytearray(_SECTOR)
    head[:8], head[30:32] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", (9).to_bytes(2, "little")
    entry, name = bytearray(128), stream.encode("utf-16-le") + b"\0\0"
    entry[: len(name)], entry[64:66] = name, len(name).to_bytes(2, "little")
    entry[116:120], entry[120:124] = (1).to_bytes(4, "little"), (4096).to_bytes(4, "little")
    return (
        bytes(head)
        + bytes(entry).ljust(_SECTOR, b"\0")
        + b"\t\x08\x10\x00\x00\x06\x05\x00".ljust(4096, b"\0")
    )

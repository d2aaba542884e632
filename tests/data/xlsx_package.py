"""Workbook packages written by hand, as small as the format allows, for tests."""

import io
import zipfile
from xml.sax.saxutils import escape, quoteattr

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def zipped(parts: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def relationships(*entries: tuple[str, str, str], relations: str = RELATIONS) -> str:
    """A relationships part from (id, kind, target)."""
    inner = "".join(
        f'<Relationship Id="{i}" Type="{relations}/{kind}" Target="{target}"/>' for i, kind, target in entries
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE_RELATIONS}">{inner}</Relationships>'


def workbook(
    *sheets: str,
    names: tuple[str, ...] = (),
    strings: str | None = None,
    after_sheets: str = "",
    strict: bool = False,
    prefix: str = "",
    more: dict[str, str | bytes] | None = None,
) -> bytes:
    """A package whose worksheets hold the given XML (``<sheetData>…`` and what follows).

    names: sheet names; strings: the ``<si>`` elements of the shared strings; after_sheets: XML after
    ``<sheets>``; more: further members, or replacements.
    """
    main, relations = (STRICT_MAIN, STRICT_RELATIONS) if strict else (MAIN, RELATIONS)
    p, declared = (f"{prefix}:", f"xmlns:{prefix}") if prefix else ("", "xmlns")
    names = names or tuple(f"Sheet{i}" for i in range(1, len(sheets) + 1))
    listed = "".join(
        f'<{p}sheet name={quoteattr(name)} sheetId="{i}" r:id="rId{i}"/>' for i, name in enumerate(names, 1)
    )
    targets = [(f"rId{i}", "worksheet", f"worksheets/sheet{i}.xml") for i in range(1, len(sheets) + 1)]
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": _content_types(len(sheets), strings is not None),
        "_rels/.rels": relationships(("rId1", "officeDocument", "xl/workbook.xml"), relations=relations),
        "xl/workbook.xml": f'{HEAD}<{p}workbook {declared}="{main}" xmlns:r="{relations}">'
        f"<{p}sheets>{listed}</{p}sheets>{after_sheets}</{p}workbook>",
    }
    if strings is not None:
        targets.append(("rId99", "sharedStrings", "sharedStrings.xml"))
        parts["xl/sharedStrings.xml"] = f'{HEAD}<{p}sst {declared}="{main}">{strings}</{p}sst>'
    parts["xl/_rels/workbook.xml.rels"] = relationships(*targets, relations=relations)
    for i, content in enumerate(sheets, 1):
        parts[f"xl/worksheets/sheet{i}.xml"] = (
            f'{HEAD}<{p}worksheet {declared}="{main}" xmlns:r="{relations}">{content}</{p}worksheet>'
        )
    return zipped({**parts, **(more or {})})


def rows(*contents: str, start: int = 1) -> str:
    """``<sheetData>`` with one row for each string of ``<c>`` elements."""
    inner = "".join(f'<row r="{n}">{content}</row>' for n, content in enumerate(contents, start))
    return f"<sheetData>{inner}</sheetData>"


def number(name: str, value: object, attributes: str = "") -> str:
    return f'<c r="{name}"{attributes}><v>{value}</v></c>'


def text(name: str, content: str) -> str:
    return f'<c r="{name}" t="inlineStr"><is><t>{escape(content)}</t></is></c>'


def formula(name: str, source: str, cached: str | None = None, kind: str = "") -> str:
    typed = f' t="{kind}"' if kind else ""
    value = "" if cached is None else f"<v>{cached}</v>"
    return f'<c r="{name}"{typed}><f>{escape(source)}</f>{value}</c>'


def _content_types(sheets: int, strings: bool) -> str:
    spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    overrides = [("/xl/workbook.xml", "sheet.main")]
    overrides += [(f"/xl/worksheets/sheet{i}.xml", "worksheet") for i in range(1, sheets + 1)]
    overrides += [("/xl/sharedStrings.xml", "sharedStrings")] if strings else []
    inner = "".join(
        f'<Override PartName="{part}" ContentType="{spreadsheet}.{kind}+xml"/>' for part, kind in overrides
    )
    return (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{inner}</Types>'
    )

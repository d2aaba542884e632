"""Comments put on cells of a workbook: which parts of the package change, and which are new."""

import posixpath

from core.anchors import Edit, Span, splice
from core.errors import SaveError
from core.formats.package import Package
from core.formats.xlsx import comments, vml
from core.formats.xlsx.book import MAIN, RELATIONS, Relation, Sheet, prefix_of, relations_of
from core.formats.xlsx.comments import Notes
from core.formats.xlsx.grid import cell_name
from core.formats.xlsx.sheet import attributes, children
from core.formats.xmlspans import checked, escape, tags

_BEHIND = (
    *(b"legacyDrawingHF", b"drawingHF", b"picture", b"oleObjects", b"controls", b"webPublishItems"),
    *(b"tableParts", b"extLst", b"AlternateContent"),
)
"""What stands behind a worksheet's ``legacyDrawing`` (local names; ECMA-376 §18.3.1.99)."""
_NO_RELATIONSHIPS = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
)
_TYPES = "[Content_Types].xml"
_THREADED = "{}已有讨论式批注，程序不能再往里加，没有保存；请不留痕迹另存，或在 Excel 里改这一格"


class Noting:
    """Adds comments sheet by sheet. ``parts``: contents of the parts that change or are new."""

    def __init__(self, package: Package, author: str) -> None:
        self.parts: dict[str, bytes] = {}
        self._package = package
        self._author = author

    def note(self, sheet: Sheet, data: bytes, notes: Notes) -> list[Edit]:
        """Put comments on cells of a worksheet; returns what has to change in its own part, ``data``.

        Raises SaveError where the sheet cannot take them.
        """
        name = _relationships_of(sheet.part)
        relations = relations_of(self._package, sheet.part) if name in self._package else {}
        kinds = {relation.kind: relation.part for relation in relations.values()}
        new: list[Relation] = []
        if "comments" in kinds:
            part = kinds["comments"]
            content = self._package.read(part)
            prefix = prefix_of(checked(content), MAIN)
        else:
            part = self._new_part("xl/comments{}.xml", comments.TYPE)
            content, prefix = comments.empty(_used(data, MAIN)), b""
            new.append(Relation("comments", part))
        there = comments.commented(content, prefix)
        boxes = [place for place in sorted(notes) if cell_name(*place) not in there]
        if "threadedComment" in kinds and len(boxes) < len(notes):
            old = next(cell_name(*place) for place in notes if cell_name(*place) in there)
            raise SaveError(_THREADED.format(f"工作表“{sheet.name}”的 {old} "))
        self.parts[part] = comments.with_comments(content, prefix, notes, self._author)
        drawing = _drawing(data, sheet.prefix, relations)
        if boxes and drawing is None:
            drawing = self._new_part("xl/drawings/vmlDrawing{}.vml", "")
            self.parts[drawing] = vml.drawing(sheet.number + 1)
            new.append(Relation("vmlDrawing", drawing))
        if boxes and drawing is not None:
            shapes = self.parts.get(drawing) or self._package.read(drawing)
            self.parts[drawing] = vml.with_boxes(shapes, sheet.number + 1, boxes)
        ids = self._relate(name, sheet.part, new, _used(data, RELATIONS, MAIN)) if new else {}
        return [_legacy_drawing(data, sheet.prefix, ids["vmlDrawing"])] if "vmlDrawing" in ids else []

    def _new_part(self, pattern: str, type_: str) -> str:
        """A name that no part has yet, its content type declared; ``type_`` empty: that of VML by suffix."""
        taken = {name.lower() for name in (*self._package.names, *self.parts)}
        number = next(n for n in range(1, len(taken) + 2) if pattern.format(n).lower() not in taken)
        part = pattern.format(number)
        types = self.parts.get(_TYPES) or self._package.read(_TYPES)
        checked(types)
        root = next(tags(types))
        prefix = root.name.removesuffix(b"Types")
        if type_:
            entry = f'Override PartName="/{part}" ContentType="{type_}"'
        else:
            entry = f'Default Extension="vml" ContentType="{vml.TYPE}"'
        known = {attributes(tag.attributes).get(b"Extension", "").lower() for tag in tags(types)}
        if type_ or "vml" not in known:
            types = _with_child(types, b"<%b%b/>" % (prefix, entry.encode()))
        self.parts[_TYPES] = types
        self.parts[part] = b""
        return part

    def _relate(self, name: str, sheet: str, new: list[Relation], space: str) -> dict[str, str]:
        """Relate a sheet to new parts; returns the relationships' ids by kind."""
        old = self._package.read(name) if name in self._package else _NO_RELATIONSHIPS
        checked(old)
        prefix = next(tags(old)).name.removesuffix(b"Relationships")
        taken = {attributes(tag.attributes).get(b"Id", "") for tag in tags(old)}
        free = (f"rId{n}" for n in range(1, len(taken) + len(new) + 1) if f"rId{n}" not in taken)
        ids = {relation.kind: next(free) for relation in new}
        for kind, part in new:
            target = posixpath.relpath(part, posixpath.dirname(sheet))
            entry = f'Relationship Id="{ids[kind]}" Type="{space}/{kind}" Target="{target}"'
            old = _with_child(old, b"<%b%b/>" % (prefix, entry.encode()))
        self.parts[name] = old
        return ids


def _relationships_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", name + ".rels")


def _used(data: bytes, uris: tuple[str, str], told_by: tuple[str, str] | None = None) -> str:
    """The transitional or the strict one of two namespaces, as the sheet's own (``told_by``) is."""
    return uris[(told_by or uris)[1] in checked(data)]


def _with_child(part: bytes, child: bytes) -> bytes:
    """A part with one more element at the end of its root."""
    root = next(tags(part))
    if root.kind == "0":
        opening = b"<%b%b>" % (root.name, root.attributes.rstrip())
        return splice(part, [Edit(Span(root.start, root.end), opening + child + b"</%b>" % root.name)])
    end = part.rindex(b"</" + root.name)
    return splice(part, [Edit(Span(end, end), child)])


def _drawing(data: bytes, prefix: bytes, relations: dict[str, Relation]) -> str | None:
    """The part with the sheet's VML, which comments share with buttons and the like."""
    for tag in tags(data):
        if tag.name == prefix + b"legacyDrawing" and tag.kind != "e":
            ids = [value for name, value in attributes(tag.attributes).items() if name.endswith(b":id")]
            return next((relations[id_].part for id_ in ids if id_ in relations), None)
    return None


def _legacy_drawing(data: bytes, prefix: bytes, id_: str) -> Edit:
    """The element that leads from a sheet to its VML, where the schema wants it."""
    root = next(tags(data))
    end = data.rindex(b"</" + root.name)
    behind = (tag.start for tag, _, _ in children(data, root.end, end) if _local(tag.name) in _BEHIND)
    place = next(behind, end)
    space = escape(_used(data, RELATIONS, MAIN))
    element = b'<%blegacyDrawing xmlns:r="%b" r:id="%b"/>' % (prefix, space, id_.encode())
    return Edit(Span(place, place), element)


def _local(name: bytes) -> bytes:
    return name.rpartition(b":")[2]

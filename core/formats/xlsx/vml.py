"""The boxes of cell comments, which a spreadsheet keeps as VML (ECMA-376 part 4 §19)."""

import re

from core.errors import SaveError

TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_NAMESPACES = {
    b"v": b"urn:schemas-microsoft-com:vml",
    b"o": b"urn:schemas-microsoft-com:office:office",
    b"x": b"urn:schemas-microsoft-com:office:excel",
}
_ROOT = b"<xml%b>" % b"".join(b' xmlns:%b="%b"' % space for space in _NAMESPACES.items())
_LAYOUT = b'<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="%d"/></o:shapelayout>'
_SHAPE_TYPE = (
    b'<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    b'<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_SHAPE = (
    b'<v:shape id="_x0000_s%d" type="#_x0000_t202" style="position:absolute;width:150pt;height:48pt;'
    b'z-index:%d;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>'
    b'<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    b'<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    b'<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
    b"<x:Anchor>%d, 15, %d, 10, %d, 15, %d, 4</x:Anchor><x:AutoFill>False</x:AutoFill>"
    b"<x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>"
)
_NUMBER = re.compile(rb"_x0000_s(\d{1,9})")
_OPENING = re.compile(rb"<xml\b[^>]*>")
_ODD = "工作表里图形的存放方式少见，程序没有把握添加批注，没有保存；请不留痕迹另存，或在 Excel、WPS 里改"
_IDS_OF_A_DRAWING = 1024


def drawing(number: int) -> bytes:
    """A drawing without shapes. ``number``: of the sheet, from 1; its shapes are numbered from it."""
    return _ROOT + _LAYOUT % number + _SHAPE_TYPE + b"</xml>"


def with_boxes(vml: bytes, number: int, cells: list[tuple[int, int]]) -> bytes:
    """A drawing with a hidden box for the comment of each cell (row, column, from 0).

    Raises SaveError where the drawing is written in a way that cannot be added to.
    """
    root = _OPENING.search(vml)
    end = vml.rfind(b"</xml>")
    if root is None or end < 0 or not all(_declares(root[0], *space) for space in _NAMESPACES.items()):
        raise SaveError(_ODD)
    known = b"" if b'"_x0000_t202"' in vml or b"'_x0000_t202'" in vml else _SHAPE_TYPE
    first = max([number * _IDS_OF_A_DRAWING, *map(int, _NUMBER.findall(vml))]) + 1
    boxes = [_box(first + n, row, column) for n, (row, column) in enumerate(cells)]
    return vml[:end] + known + b"".join(boxes) + vml[end:]


def _declares(root: bytes, prefix: bytes, uri: bytes) -> bool:
    return re.search(rb"xmlns:%b\s*=\s*[\"']%b[\"']" % (prefix, re.escape(uri)), root) is not None


def _box(number: int, row: int, column: int) -> bytes:
    place = (column + 1, max(row - 1, 0), column + 3, row + 3)
    return _SHAPE % (number, number % _IDS_OF_A_DRAWING, *place, row, column)

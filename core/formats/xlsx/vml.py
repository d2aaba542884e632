"""The boxes of cell comments, which a spreadsheet keeps as VML (ECMA-376 part 4 §19)."""

import re

from core.errors import SaveError

TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_SPACES = (
    b' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    b' xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
_LAYOUT = b'<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="%d"/></o:shapelayout>'
_SHAPE_TYPE = (
    b'<v:shapetype%b id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    b'<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
) % _SPACES
_SHAPE = (
    b'<v:shape%b id="_x0000_s%d" type="#_x0000_t202" style="position:absolute;width:150pt;height:48pt;'
    b'z-index:%d;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>'
    b'<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    b'<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    b'<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
    b"<x:Anchor>%d, 15, %d, 10, %d, 15, %d, 4</x:Anchor><x:AutoFill>False</x:AutoFill>"
    b"<x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>"
)
_NUMBER = re.compile(rb"_x0000_s(\d{1,9})")
_ROOT = re.compile(rb"<xml[\s>]")
_SHAPE_TYPE_ID = re.compile(rb"\bid=[\"']_x0000_t202[\"']")
_ODD = "工作表里图形的存放方式少见，程序没有把握添加批注，没有保存；请不留痕迹另存，或在 Excel、WPS 里改"
_IDS_OF_A_DRAWING = 1024


def drawing(number: int) -> bytes:
    """A drawing without shapes. ``number``: of the sheet, from 1; its shapes are numbered from it."""
    return b"<xml%b>%b%b</xml>" % (_SPACES, _LAYOUT % number, _SHAPE_TYPE)


def with_boxes(vml: bytes, number: int, cells: list[tuple[int, int]]) -> bytes:
    """A drawing with a hidden box for the comment of each cell (row, column, from 0).

    Raises SaveError where the drawing is written in a way that cannot be added to.
    """
    end = vml.rfind(b"</xml>")
    if end < 0 or _ROOT.search(vml) is None:
        raise SaveError(_ODD)
    known = b"" if _SHAPE_TYPE_ID.search(vml) else _SHAPE_TYPE
    first = max([number * _IDS_OF_A_DRAWING, *map(int, _NUMBER.findall(vml))]) + 1
    boxes = [_box(first + n, row, column) for n, (row, column) in enumerate(cells)]
    return vml[:end] + known + b"".join(boxes) + vml[end:]


def _box(number: int, row: int, column: int) -> bytes:
    place = (column + 1, max(row - 1, 0), column + 3, row + 3)
    return _SHAPE % (_SPACES, number, number % _IDS_OF_A_DRAWING, *place, row, column)

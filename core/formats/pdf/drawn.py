"""Lines, fills and pictures of a page, whatever forms they are nested in (PDF 32000-1, 8.5 and 8.10)."""

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2_raw as pdfium

from core.errors import ReadError
from core.formats.pdf.matrix import Matrix, Point, around
from core.formats.pdf.shapes import Box, Rule

MAX_OBJECTS = 200_000
"""Things drawn on one page; a page of a report has below 2,000."""
_DEEPEST = 8
_THIN = 3.0
"""Points: a fill this narrow is a ruling line."""
_STRAIGHT = 0.6
_COVERING = 0.6
_OPAQUE = 255
_INVISIBLE = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)

TOO_MUCH = "这份 PDF 一页上画的东西太多，不像一份年度报告；请打开它的 Word 原稿（.docx）"


class Words(NamedTuple):
    """A piece of text that is drawn: its number in the order of drawing, where it is clipped, where it is,
    how it is rendered, and whether its font is in the file.
    """

    order: int
    clip: Box
    box: Box
    mode: int
    is_embedded: bool


class Drawn:
    """What one page draws besides text.

    texts: the pieces of text by their address.
    fills: opaque areas with their numbers. pictured: the number of a picture that covers the page, or -1.
    """

    def __init__(self, page: Any, turn: Matrix, box: Box) -> None:
        self.across: list[Rule] = []
        self.down: list[Rule] = []
        self.texts: dict[int, Words] = {}
        self.fills: list[tuple[int, Box]] = []
        self.pictured = -1
        self.box = self._clip = box
        self._count = 0
        objects = (pdfium.FPDFPage_GetObject(page, n) for n in range(pdfium.FPDFPage_CountObjects(page)))
        self._walk(objects, turn, 0)

    def _walk(self, objects: Iterator[Any], matrix: Matrix, depth: int) -> None:
        for each in objects:
            self._count += 1
            if self._count > MAX_OBJECTS:
                raise ReadError(TOO_MUCH)
            kind = pdfium.FPDFPageObj_GetType(each)
            self._clip = _clipped(each, matrix, self.box)
            if kind == pdfium.FPDF_PAGEOBJ_TEXT:
                self.texts[address(each)] = self._words(each, matrix)
            elif kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._path(each, matrix.after(_matrix(each)))
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                self._picture(around([matrix.after(_matrix(each)).of(*p) for p in _UNIT_SQUARE]))
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                inner = range(max(0, pdfium.FPDFFormObj_CountObjects(each)))
                within = (pdfium.FPDFFormObj_GetObject(each, n) for n in inner)
                self._walk(within, matrix.after(_matrix(each)), depth + 1)

    def is_seen(self, words: Words, x: float, y: float) -> bool:
        """Whether a point of a text is seen: not where it is drawn invisibly (text layer of a scan), under
        the page's picture, clipped, or painted over later.
        """
        if words.mode in _INVISIBLE or words.order < self.pictured or not words.clip.holds(x, y):
            return False
        return not any(number > words.order and box.holds(x, y) for number, box in self.fills)

    def _words(self, text: Any, matrix: Matrix) -> Words:
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        pdfium.FPDFPageObj_GetBounds(text, left, bottom, right, top)
        box = matrix.box(left.value, bottom.value, right.value, top.value)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(text)
        is_embedded = pdfium.FPDFFont_GetIsEmbedded(pdfium.FPDFTextObj_GetFont(text)) == 1
        return Words(self._count, self._clip, box, mode, is_embedded)

    def _path(self, path: Any, matrix: Matrix) -> None:
        mode, stroked = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(path, mode, stroked)
        if not mode.value and not stroked.value:
            return
        for points, is_straight in _subpaths(path, matrix):
            if mode.value:
                self._fill(path, around(points), is_straight)
            if stroked.value:
                for start, end in pairwise(points):
                    self._line(start, end)

    def _fill(self, path: Any, whole: Box, is_straight: bool) -> None:
        if min(whole.width, whole.height) <= _THIN:
            self._ruled(whole)
        elif is_straight and _alpha(path) == _OPAQUE:
            self.fills.append((self._count, whole.within(self._clip)))

    def _line(self, start: Point, end: Point) -> None:
        box = around([start, end])
        if min(box.width, box.height) <= _STRAIGHT:
            self._ruled(box)

    def _ruled(self, whole: Box) -> None:
        """A line as far as it is seen; a mere point is the end of one in either direction."""
        box = whole.within(self._clip)
        if box.width < 0 or box.height < 0:
            return
        x, y = box.middle
        if whole.height <= _THIN:
            self.across.append(Rule(y, box.left, box.right))
        if whole.width <= _THIN:
            self.down.append(Rule(x, box.top, box.bottom))

    def _picture(self, whole: Box) -> None:
        box = whole.within(self._clip)
        if min(whole.width, whole.height) <= _THIN:
            self._ruled(whole)
        elif box.width > 0 and box.width * box.height >= _COVERING * self.box.width * self.box.height:
            self.pictured = self._count


_UNIT_SQUARE = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))


def address(handle: Any) -> int:
    """Tells one object of the page from another."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def _matrix(each: Any) -> Matrix:
    found = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(each, found)
    return Matrix(found.a, found.b, found.c, found.d, found.e, found.f)


def _clipped(each: Any, matrix: Matrix, page: Box) -> Box:
    """The part of the page in which an object is seen, as a rectangle."""
    clip = pdfium.FPDFPageObj_GetClipPath(each)
    box = page
    for number in range(pdfium.FPDFClipPath_CountPaths(clip)):
        count = pdfium.FPDFClipPath_CountPathSegments(clip, number)
        segments = (pdfium.FPDFClipPath_GetPathSegment(clip, number, n) for n in range(count))
        points = [matrix.of(*_point(segment)) for segment in segments]
        box = box.within(around(points)) if points else box
    return box


def _point(segment: Any) -> Point:
    x, y = ctypes.c_float(), ctypes.c_float()
    pdfium.FPDFPathSegment_GetPoint(segment, x, y)
    return x.value, y.value


def _alpha(path: Any) -> int:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    pdfium.FPDFPageObj_GetFillColor(path, red, green, blue, alpha)
    return alpha.value


def _subpaths(path: Any, matrix: Matrix) -> Iterator[tuple[list[Point], bool]]:
    """The points of each part of a path, and whether it has no curves."""
    points: list[Point] = []
    is_straight = True
    count = pdfium.FPDFPath_CountSegments(path)
    if count > MAX_OBJECTS:
        raise ReadError(TOO_MUCH)
    for number in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, number)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO and points:
            yield points, is_straight
            points, is_straight = [], True
        is_straight = is_straight and kind != pdfium.FPDF_SEGMENT_BEZIERTO
        points.append(matrix.of(*_point(segment)))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if points:
        yield points, is_straight

"""A blank Word document as 党政机关公文格式 (GB/T 9704—2012) wants it: page, fonts, styles, page numbers."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from core.export.prose import Style
from core.export.sizes import printable

WordStyle = Style | Literal["addressee"]
TEXT_WIDTH = 156
"""Width of the text area in mm: A4 without its margins."""

_LEFT, _RIGHT = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.RIGHT
_CENTER, _JUSTIFY = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
_FIGURES = "Times New Roman"
_FANGSONG, _SONG, _KAI = "仿宋_GB2312", "宋体", "楷体_GB2312"


@dataclass(frozen=True, slots=True)
class _Look:
    """font: of Chinese. size: in points (二号 22, 三号 16, 四号 14, 小五 9). line: fixed spacing in points, 0
    for single. indent: of the first line, in characters; from_right: of all lines. level: in the outline, 0
    for none.
    """

    name: str
    font: str
    size: float = 16
    line: float = 28
    align: WD_ALIGN_PARAGRAPH = _JUSTIFY
    indent: int = 2
    level: int = 0
    from_right: int = 0


_LOOKS: Mapping[WordStyle, _Look] = {
    "body": _Look("Normal", _FANGSONG),
    "title": _Look("Title", "方正小标宋简体", 22, 34, _CENTER, 0),
    "heading": _Look("Heading 1", "黑体", align=_LEFT, level=1),
    "subheading": _Look("Heading 2", _KAI, align=_LEFT, level=2),
    "addressee": _Look("Salutation", _FANGSONG, align=_LEFT, indent=0),
    "closing": _Look("Signature", _FANGSONG, align=_RIGHT, indent=0, from_right=2),
}
_FOOTER = _Look("footer", _SONG, 14, 0, _RIGHT, 0)
_CELL = _Look("表格文字", _SONG, 9, 0, _CENTER, 0)
CELL_STYLE = "TableText"
"""Id of the style of text in tables."""
_KEPT = ("Normal", "Title", "Heading 1", "Heading 2", "Footer", "Table Grid", "Normal Table", "No List")


def blank(title: str, when: datetime) -> WordDocument:
    """An A4 document with the styles of official documents and nothing in it; ``title`` is its property."""
    document = Document()
    _clear(document)
    for look in (*_LOOKS.values(), _FOOTER, _CELL):
        _dress(_style(document, look.name), look)
    document.styles[_CELL.name].element.set(qn("w:styleId"), CELL_STYLE)
    _set_page(document)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = printable(title), "年报勾稽校核", ""
    properties.last_modified_by = properties.author
    properties.created = properties.modified = when
    return document


def add(document: WordDocument, style: WordStyle, *texts: str) -> Paragraph:
    """A paragraph at the end, of one run or several."""
    paragraph = document.add_paragraph(style=_LOOKS[style].name)
    for text in texts:
        paragraph.add_run(printable(text))
    return paragraph


def as_subheading(run: Run) -> None:
    """Set a run that heads the text it stands before in the type of headings of the second level."""
    _set_fonts(run._r.get_or_add_rPr(), _KAI)


def data(document: WordDocument) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _clear(document: WordDocument) -> None:
    """Take away what the library's own template brings along: body, foreign styles, preview, language."""
    styles = document.styles.element
    kept = {document.styles[name].element for name in _KEPT if name in document.styles}
    for style in styles.findall(qn("w:style")):
        if style not in kept and style.get(qn("w:default")) is None:
            styles.remove(style)
    for part in (document.part.package, document.part):
        for key, relation in list(part.rels.items()):
            if relation.reltype.endswith(("/thumbnail", "/customXml")):
                del part.rels[key]
    defaults = styles.find(qn("w:docDefaults"))
    styles.replace(defaults, parse_xml(_DEFAULTS))
    language = document.settings.element.find(qn("w:themeFontLang"))
    language.set(qn("w:eastAsia"), "zh-CN")


_DEFAULTS = (
    f"<w:docDefaults {nsdecls('w')}><w:rPrDefault><w:rPr><w:lang w:val='en-US' w:eastAsia='zh-CN'/></w:rPr>"
    "</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
)


def _style(document: WordDocument, name: str) -> ParagraphStyle:
    if name in document.styles:
        style = document.styles[name]
    else:
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name != _CELL.name)
        style.base_style = document.styles["Normal"]
    assert isinstance(style, ParagraphStyle)
    return style


def _dress(style: ParagraphStyle, look: _Look) -> None:
    """Give a style this look and nothing of what it had."""
    element: Any = style.element
    for name in ("w:pPr", "w:rPr", "w:link"):
        for old in element.findall(qn(name)):
            element.remove(old)
    style.font.size = Pt(look.size)
    _set_fonts(element.get_or_add_rPr(), look.font)
    layout = style.paragraph_format
    layout.alignment = look.align
    layout.keep_with_next = layout.keep_together = bool(look.level)
    layout.widow_control = False
    layout.space_before = layout.space_after = Pt(0)
    layout.line_spacing_rule = WD_LINE_SPACING.EXACTLY if look.line else WD_LINE_SPACING.SINGLE
    if look.line:
        layout.line_spacing = Pt(look.line)
    layout.first_line_indent = Pt(look.indent * look.size)
    layout.right_indent = Pt(look.from_right * look.size)
    properties = element.get_or_add_pPr()
    properties.find(qn("w:ind")).set(qn("w:firstLineChars"), str(look.indent * 100))
    if look.level:
        level = OxmlElement("w:outlineLvl")
        level.set(qn("w:val"), str(look.level - 1))
        properties.append(level)


def _set_fonts(properties: Any, font: str) -> None:
    """Chinese and quotation marks in ``font``, figures and Latin letters in their own."""
    fonts = properties._add_rFonts() if properties.rFonts is None else properties.rFonts
    for name, value in (
        ("hint", "eastAsia"),
        ("ascii", _FIGURES),
        ("hAnsi", _FIGURES),
        ("eastAsia", font),
        ("cs", _FIGURES),
    ):
        fonts.set(qn(f"w:{name}"), value)


def _set_page(document: WordDocument) -> None:
    """A4 with the text area of 156 mm by 225 mm; page numbers outside, 7 mm below it."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance = Mm(23)
    document.settings.odd_and_even_pages_header_footer = True
    for footer, align in ((section.footer, _RIGHT), (section.even_page_footer, _LEFT)):
        paragraph = footer.paragraphs[0]
        paragraph.style = document.styles[_FOOTER.name]
        paragraph.alignment = align
        indent = paragraph.paragraph_format
        indent.left_indent = indent.right_indent = Pt(_FOOTER.size)
        paragraph.add_run("— ")
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), "PAGE")
        field.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>1</w:t></w:r>"))
        paragraph._p.append(field)
        paragraph.add_run(" —")

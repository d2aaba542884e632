"""What counts as a Word cell's or paragraph's text: what a reader sees once all changes are accepted."""

import pytest

from core.errors import ReadError
from core.formats import docx
from tests.core.formats.test_docx_package import (
    W,
    cell,
    corrected,
    one_cell,
    packed,
    paragraph,
    plain,
    read_body,
    row,
    run,
    table,
    texts,
)

BEGIN, SEPARATE, END = (
    f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
)
SUM = "<w:r><w:instrText> =SUM(ABOVE) </w:instrText></w:r>"


def field(*result: str) -> str:
    return BEGIN + SUM + SEPARATE + "".join(result) + END


def hidden(value: str = "") -> str:
    return f"<w:rPr><w:vanish{value}/></w:rPr>"


def text_of(*runs: str) -> str:
    """The text of a cell whose one paragraph holds these runs."""
    return one_cell(paragraph(*runs)).tables[0].cells[0].text


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (run("1") + run("2"), "12"),
        (run("a &lt; b &amp;&#x4E00;"), "a < b &一"),
        ("<w:r><w:t>1<![CDATA[2<3>&]]>4<!-- 9 --><?x 9?>5</w:t></w:r>", "12<3>&45"),
        ('<w:r w:rsidR="a>b"><w:t xml:space=\'preserve\' w:x=">"> 12 </w:t></w:r>', " 12 "),
        ("<w:r><w:t >12</w:t ></w:r>", "12"),
        ("<w:r><w:t\n>12</w:t\n></w:r >", "12"),
        ("<w:r><w:t/></w:r>" + run("12"), "12"),
        (run("一\r\n二\r三"), "一\n二\n三"),
        ("<!-- <w:r><w:t>9</w:t></w:r> -->" + run("12"), "12"),
        ("<?x <w:t>9</w:t>?>" + run("12"), "12"),
    ],
)
def test_character_data(content, text):
    assert text_of(content) == text


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<w:r><w:t>1</w:t><w:br/><w:t>2</w:t></w:r>", "1\n2"),
        ("<w:r><w:t>1</w:t><w:cr/><w:t>2</w:t></w:r>", "1\n2"),
        ('<w:r><w:t>1</w:t><w:br w:type="page"></w:br><w:t>2</w:t></w:r>', "1\n2"),
        ("<w:r><w:t>1</w:t><w:tab/><w:t>2</w:t></w:r>", "1\t2"),
        ('<w:r><w:t>1</w:t><w:ptab w:leader="none"/><w:t>2</w:t></w:r>', "1\t2"),
        ("<w:r><w:noBreakHyphen/><w:t>2</w:t></w:r>", "-2"),
        ("<w:r><w:t>1</w:t><w:softHyphen/><w:t>2</w:t></w:r>", "12"),
        ('<w:pPr><w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs></w:pPr>' + run("12"), "12"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t>12</w:t></w:r>', "12"),
    ],
)
def test_breaks_tabs_and_special_characters(content, text):
    assert text_of(content) == text


def test_paragraphs_of_a_cell_are_lines():
    document = one_cell(paragraph(run("一")) + "<w:p/>" + paragraph(run("二")))
    assert texts(document) == [["一\n\n二"]]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (f"<w:del w:id='1'><w:r><w:delText>9</w:delText></w:r></w:del>{run('12')}", "12"),
        (f"<w:del w:id='1'>{run('9')}</w:del>{run('12')}", "12"),
        (f"<w:ins w:id='1'>{run('12')}</w:ins>", "12"),
        (f"<w:ins><w:del>{run('9')}</w:del>{run('12')}</w:ins>", "12"),
        (f"<w:del><w:ins>{run('9')}</w:ins><w:del/><w:del>{run('8')}</w:del></w:del>{run('12')}", "12"),
        (f"<w:moveFrom>{run('9')}</w:moveFrom><w:moveTo>{run('12')}</w:moveTo>", "12"),
        (f"<w:moveFromRangeStart w:id='1'/>{run('12')}<w:moveFromRangeEnd w:id='1'/>", "12"),
        (run("12", "<w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr>"), "12"),
    ],
)
def test_tracked_changes_count_as_accepted(content, text):
    assert text_of(content) == text


def test_a_deleted_paragraph_mark_joins_two_paragraphs():
    joined = "<w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>"
    assert texts(one_cell(paragraph(run("1"), properties=joined) + paragraph(run("2")))) == [["12"]]
    prose = read_body(paragraph(run("共1"), properties=joined) + paragraph(run("2件")) + paragraph(run("完")))
    assert [p.text for p in prose.paragraphs] == ["共12件", "完"]


def test_an_inserted_paragraph_mark_joins_nothing():
    inserted = "<w:pPr><w:rPr><w:ins w:id='1'/></w:rPr></w:pPr>"
    assert texts(one_cell(paragraph(run("1"), properties=inserted) + paragraph(run("2")))) == [["1\n2"]]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (field(run("12")), "12"),
        (BEGIN + run("9") + SUM + SEPARATE + run("1") + run("2") + END + run("3"), "123"),
        (BEGIN + SUM + END + run("12"), "12"),
        (BEGIN + field(run("9")) + SEPARATE + run("12") + END, "12"),
        (f'<w:fldSimple w:instr=" =SUM(ABOVE) ">{run("12")}</w:fldSimple>', "12"),
        ('<w:fldSimple w:instr="X"/>' + run("12"), "12"),
    ],
)
def test_a_field_shows_its_result_and_locks_the_cell(content, text):
    (only,) = one_cell(paragraph(content)).tables[0].cells
    assert only.text == text
    assert "域" in only.locked
    assert only.anchor is None


def test_a_field_without_end_hides_no_more_than_its_paragraph():
    document = read_body(
        paragraph(BEGIN, SUM, run("x")) + table(row(plain("1"), plain("2"))) + paragraph(run("以上"))
    )
    assert texts(document) == [["1", "2"]]
    assert [c.locked for c in document.tables[0].cells] == ["", ""]
    assert [p.text for p in document.paragraphs] == ["以上"]


def test_a_field_in_one_cell_does_not_touch_the_next():
    document = read_body(table(row(cell(paragraph(BEGIN, run("9"))), plain("2"))))
    assert texts(document) == [["", "2"]]
    assert not document.tables[0].cells[1].locked


@pytest.mark.parametrize("off", [' w:val="0"', ' w:val="false"', " w:val='off'"])
def test_hidden_text_is_not_seen(off):
    assert text_of(run("9", hidden()), run("1"), run("2", hidden(off))) == "12"
    assert text_of(run("9", hidden(' w:val="1"')), run("12")) == "12"
    assert text_of("<w:r>" + hidden() + "<w:t>9</w:t><w:br/><w:tab/></w:r>", run("12")) == "12"


def test_a_hidden_paragraph_mark_hides_no_text():
    assert text_of("<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>", run("12")) == "12"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (f"<w:ruby><w:rt>{run('9')}</w:rt><w:rubyBase>{run('12')}</w:rubyBase></w:ruby>", "12"),
        (
            '<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:commentReference w:id="1"/></w:r>' + run("12"),
            "12",
        ),
        (f'<w:hyperlink w:anchor="a">{run("1")}</w:hyperlink><w:smartTag>{run("2")}</w:smartTag>', "12"),
        (f"<w:customXml>{run('1')}</w:customXml><w:bookmarkStart w:id='1'/>{run('2')}", "12"),
        (f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{run('12')}</w:sdtContent></w:sdt>", "12"),
    ],
)
def test_wrappers_and_references(content, text):
    (only,) = one_cell(paragraph(content)).tables[0].cells
    assert (only.text, only.locked) == (text, "")


@pytest.mark.parametrize(
    ("mark", "reason"),
    [
        ('<w:dataBinding w:xpath="/a"/>', "绑定"),
        ('<w15:dataBinding w:xpath="/a"/>', "绑定"),
        ("<w:showingPlcHdr/>", "还没有填写"),
    ],
)
def test_a_content_control_that_word_fills_locks_its_cell(mark, reason):
    content = paragraph(run("12"))

    def control(inner: str) -> str:
        return f"<w:sdt><w:sdtPr>{mark}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    for body in (
        table(row(cell(control(content)), plain("3"))),
        table(row(control(cell(content)), plain("3"))),
        table(control(row(plain("12"))), row(plain("3"))),
    ):
        bound, free = read_body(body).tables[0].cells
        assert (bound.text, bound.anchor) == ("12", None)
        assert reason in bound.locked
        assert (free.text, free.locked) == ("3", "")


def test_a_placeholder_that_was_filled_in_locks_nothing():
    control = '<w:sdt><w:sdtPr><w:showingPlcHdr w:val="0"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
    (only,) = one_cell(control.format(paragraph(run("12")))).tables[0].cells
    assert not only.locked


def test_a_no_break_hyphen_locks_the_cell():
    (only,) = one_cell(paragraph("<w:r><w:noBreakHyphen/><w:t>2</w:t></w:r>")).tables[0].cells
    assert "连字符" in only.locked


@pytest.mark.parametrize(
    "graphic",
    ["<w:drawing/>", "<w:pict><v:shape/></w:pict>", "<w:object/>", "<w:sym w:char='F0FC'/>"],
)
def test_a_picture_instead_of_a_number_is_unknown_not_blank(graphic):
    (only,) = one_cell(paragraph(f"<w:r>{graphic}</w:r>")).tables[0].cells
    assert "图片" in only.unknown
    assert only.locked
    assert only.anchor is None


def test_an_equation_instead_of_a_number_is_unknown_not_blank():
    (only,) = one_cell(paragraph("<m:oMath><m:r><m:t>12</m:t></m:r></m:oMath>")).tables[0].cells
    assert (only.text, bool(only.unknown)) == ("", True)


def test_a_picture_beside_a_number_changes_nothing():
    (only,) = one_cell(paragraph("<w:r><w:drawing/></w:r>", run("12"))).tables[0].cells
    assert (only.text, only.unknown, only.locked) == ("12", "", "")


def test_alternatives_are_read_once():
    both = f"<mc:Choice Requires='wps'>{run('12')}</mc:Choice><mc:Fallback>{run('12')}</mc:Fallback>"
    assert text_of(f"<mc:AlternateContent>{both}</mc:AlternateContent>") == "12"
    two = f"<mc:Choice Requires='a'>{run('1')}</mc:Choice><mc:Choice Requires='b'>{run('9')}</mc:Choice>"
    assert text_of(f"<mc:AlternateContent>{two}</mc:AlternateContent>", run("2")) == "12"


def test_a_lone_fallback_is_read():
    assert (
        text_of(f"<mc:AlternateContent><mc:Fallback>{run('12')}</mc:Fallback></mc:AlternateContent>") == "12"
    )


def test_alternatives_within_a_passed_over_alternative_are_passed_over():
    inner = f"<mc:Choice>{run('8')}</mc:Choice><mc:Fallback>{run('9')}</mc:Fallback>"
    old = f"<mc:AlternateContent>{inner}</mc:AlternateContent>{run('7')}"
    outer = f"<mc:Choice>{run('1')}</mc:Choice><mc:Fallback>{old}</mc:Fallback>"
    assert text_of(f"<mc:AlternateContent>{outer}</mc:AlternateContent>", run("2")) == "12"


def test_prose_is_read_in_order_without_blank_paragraphs():
    document = read_body(
        paragraph(run("一、总体情况"))
        + "<w:p/>"
        + f"<w:sdt><w:sdtContent>{paragraph(run('新收'), run('12'), run('件。'))}</w:sdtContent></w:sdt>"
        + table(row(plain("1")))
        + paragraph(run("  "))
        + paragraph(run("六、其他"))
        + "<w:sectPr/>"
    )
    kinds = [getattr(block, "text", "table") for block in document.blocks]
    assert kinds == ["一、总体情况", "新收12件。", "table", "六、其他"]


def test_a_text_box_is_a_story_of_its_own():
    story = f"<w:txbxContent>{paragraph(run('框'))}</w:txbxContent>"
    box = f"<w:r><w:pict><v:shape><v:textbox>{story}</v:textbox></v:shape></w:pict></w:r>"
    document = read_body(
        paragraph(run("前"), box, run("后")) + table(row(cell(paragraph(run("1"), box, run("2")))))
    )
    assert [p.text for p in document.paragraphs] == ["框", "前后", "框"]
    assert texts(document) == [["12"]]


def test_text_that_holds_elements_is_refused_rather_than_lost():
    with pytest.raises(ReadError, match="损坏"):
        text_of("<w:r><w:t>1<w:b/>2</w:t></w:r>")


def test_cells_with_and_without_the_fast_way_read_the_same():
    """Odd spelling of the tags, the same meaning: each must read like the plain spelling."""
    plain_cell = (
        '<w:tc><w:tcPr><w:tcW w:w="1"/><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr>'
        '<w:p><w:pPr><w:jc w:val="a"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>12</w:t></w:r></w:p></w:tc>'
    )
    wide, merged = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>'
    spellings = [
        plain_cell,
        plain_cell.replace("<w:tc>", "<w:tc >"),
        plain_cell.replace("</w:tc>", "</w:tc\n>"),
        plain_cell.replace("<w:tcPr>", "<!-- > <w:tc> --><w:tcPr>"),
        plain_cell.replace('w:val="a"', "w:val='<w:t>9'".replace("<", "&lt;")),
        plain_cell.replace('w:val="a"', 'w:val="/>"'),
        plain_cell.replace('w:w="1"', "w:w='>'"),
        plain_cell.replace("<w:t>", '<w:t w:x=">">'),
        plain_cell.replace("<w:p>", '<w:p w:x=">">'),
        plain_cell.replace("<w:b/>", "<w:b></w:b>"),
        plain_cell.replace("><", ">\n <"),
        plain_cell.replace(wide, '<w:gridSpan w:val="2"></w:gridSpan>'),
        plain_cell.replace(wide, "<w:gridSpan w:x='>' w:val = '2'/>"),
        plain_cell.replace("<w:r>", "<w:proofErr/><w:r>"),
        plain_cell.replace("<w:r>", "<?pi > <w:t>9</w:t>?><w:r>"),
        plain_cell.replace("<w:t>12</w:t>", "<w:t><![CDATA[12]]></w:t>"),
        plain_cell.replace("<w:t>12</w:t>", "<w:t>1</w:t><w:t>2</w:t>"),
        plain_cell.replace(wide + merged, merged + wide),
    ]
    below = '<w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge/></w:tcPr><w:p/></w:tc>'
    for spelling in spellings:
        document = read_body(table(row(spelling, plain("3")), row(below, plain("4"))))
        seen = [(c.text, c.row, c.column, c.row_span, c.column_span) for c in document.tables[0].cells]
        assert seen == [("12", 0, 0, 2, 2), ("3", 0, 2, 1, 1), ("4", 1, 2, 1, 1)], spelling
        assert texts(docx.read(corrected(document, "12", "5"))) == [["5", "3", "4"]], spelling


def test_a_comment_that_looks_like_the_end_of_the_cell():
    mocking = "<!--><w:p/><w:r><w:t>9</w:t></w:r></w:tc>-->"
    assert texts(one_cell(mocking + paragraph(run("12")))) == [["12"]]
    bare = f"<tbl><tr><tc>{mocking}<p><r><t>12</t></r></p></tc></tr></tbl>".replace("w:", "")
    assert texts(docx.read(packed(f'<document xmlns="{W}"><body>{bare}</body></document>'))) == [["12"]]


def test_a_default_namespace_reads_the_same():
    cells = (
        "<tc><tcPr/><p><r><t>1</t></r></p></tc>"
        '<tc><!-- <t>9</t> --><p><x:q xmlns:x="y"/><r><t>2</t></r></p></tc>'
    )
    xml = f'<document xmlns="{W}"><body><tbl><tr>{cells}</tr></tbl></body></document>'
    assert texts(docx.read(packed(xml))) == [["1", "2"]]

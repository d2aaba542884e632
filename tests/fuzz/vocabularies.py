"""What WordprocessingML, SpreadsheetML and HTML know, for putting it where it does not belong."""

from tests.fuzz.markup import Vocabulary
from tests.fuzz.words import CANARY

_RUN = b"<w:r><w:t>7</w:t></w:r>"
_VALUES = ("restart", "continue", "begin", "separate", "end", "1", "0", "true", "false", "none", "clear")
_FIELD = tuple(
    b'<w:r><w:fldChar w:fldCharType="%b"/></w:r>' % kind for kind in (b"begin", b"separate", b"end")
)

WORD = Vocabulary(
    tags=(
        *(
            b"w:p",
            b"w:r",
            b"w:t",
            b"w:tbl",
            b"w:tr",
            b"w:tc",
            b"w:del",
            b"w:ins",
            b"w:moveFrom",
            b"w:moveTo",
            b"w:sdt",
        ),
        *(
            b"w:sdtContent",
            b"w:tcPr",
            b"w:pPr",
            b"w:rPr",
            b"w:fldSimple",
            b"w:txbxContent",
            b"w:body",
            b"w:rt",
            b"w:sym",
        ),
        *(
            b"mc:AlternateContent",
            b"mc:Choice",
            b"mc:Fallback",
            b"w:pict",
            b"m:oMath",
            b"w:smartTag",
            b"w:hyperlink",
        ),
    ),
    attributes=(
        (b"w:val", _VALUES),
        (b"w:fldCharType", _VALUES),
        (b"xml:space", ("preserve", "default")),
        (b"w:vMerge", ("rest", "cont")),
        (b"w:enforcement", _VALUES),
        (
            b"Target",
            ("word/document.xml", "/word/document.xml", "../../x", CANARY, "file:///etc/passwd", "NULL", ""),
        ),
        (b"TargetMode", ("External", "Internal")),
        (b"Type", ("http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",)),
        (b"r:id", ("rId1", "r0", "")),
    ),
    pieces=(
        *(
            b"<w:gridSpan w:val='3'/>",
            b"<w:gridSpan w:val='99999'/>",
            b"<w:vMerge/>",
            b"<w:vMerge w:val='restart'/>",
        ),
        *(
            b"<w:hMerge/>",
            b"<w:cellDel/>",
            b"<w:cellIns/>",
            b"<w:cellMerge w:vMerge='cont'/>",
            b"<w:gridBefore w:val='2'/>",
        ),
        *(
            b"<w:del/>",
            b"<w:ins/>",
            b"<w:vanish/>",
            b"<w:br/>",
            b"<w:tab/>",
            b"<w:cr/>",
            b"<w:noBreakHyphen/>",
            b"<w:p/>",
        ),
        *(
            b"<w:t/>",
            b"<w:t xml:space='preserve'> 7 </w:t>",
            b"<w:drawing/>",
            b"<w:sym w:char='F031'/>",
            b"<w:showingPlcHdr/>",
        ),
        *(
            b"<w:dataBinding/>",
            b"<w:altChunk r:id='r9'/>",
            b"<w:subDoc r:id='r9'/>",
            b"<w:txbxContent/>",
            b"<w:tc/>",
        ),
        *(
            *_FIELD,
            b"".join(_FIELD),
            b"<w:r><w:instrText>INCLUDETEXT " + CANARY.encode() + b"</w:instrText></w:r>",
        ),
        *(
            b"<w:del>" + _RUN + b"</w:del>",
            b"<w:ins>" + _RUN + b"</w:ins>",
            b"<w:p>" + _RUN + b"</w:p>",
            _RUN,
        ),
        b"<w:tbl><w:tr><w:tc><w:p>" + _RUN + b"</w:p></w:tc></w:tr></w:tbl>",
        b"<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent><w:p>"
        + _RUN
        + b"</w:p></w:sdtContent></w:sdt>",
        b"<mc:AlternateContent><mc:Choice>"
        + _RUN
        + b"</mc:Choice><mc:Fallback>"
        + _RUN
        + b"</mc:Fallback></mc:AlternateContent>",
        b"<w:r><w:pict><w:txbxContent><w:p>" + _RUN + b"</w:p></w:txbxContent></w:pict></w:r>",
        b"<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p>" + _RUN + b"</w:p></w:tc></w:tr>",
        b'<w:documentProtection w:edit="readOnly" w:enforcement="1"/>',
        b'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file://'
        + CANARY.encode()
        + b'" parse="text"/>',
    ),
)

_FORMULAS = (
    *(
        "A1",
        "A1+B1",
        "SUM(A1:C3)",
        "SUM(A:A)",
        "SUM(1:1048576)",
        "1/0",
        "A1:A1048576",
        "Sheet2!A1",
        "[1]Sheet1!A1",
    ),
    *(
        "INDIRECT(A1)",
        "WEBSERVICE(A1)",
        "CALL(A1)",
        "SUM(",
        ")(",
        "((((((((((((1))))))))))))",
        '"' * 50,
        "-" * 500 + "1",
    ),
    *(
        "(" * 300 + "1" + ")" * 300,
        "A1" + "+A1" * 300,
        "2^2^2^2^9^9",
        "9^9^9^9",
        "ROUND(1,-99999999)",
        "ROUND(A1,9E9)",
        "total",
    ),
    *(
        "SUMPRODUCT(A1:C3,A1:C3)",
        "IF(A1,B1,C1)",
        "IF(" * 100,
        "1E308*10",
        "1E-308/1E10",
        "MAX()",
        "TRUE+1",
        "'a''b'!A1",
        "#REF!+1",
    ),
    *(
        "cmd|' /C calc'!A0",
        "_xlfn.SUM(A1)",
        "SUM(A1:INDEX(A:A,3))",
        "1%%%%",
        'A1&"x"',
        "A1=B1",
        "10000000000000000000000^2",
        "{1,2;3,4}",
    ),
)
EXCEL = Vocabulary(
    tags=(
        *(
            b"c",
            b"row",
            b"v",
            b"f",
            b"is",
            b"t",
            b"r",
            b"rPh",
            b"si",
            b"sst",
            b"sheetData",
            b"mergeCell",
            b"mergeCells",
        ),
        *(
            b"sheet",
            b"sheets",
            b"definedName",
            b"worksheet",
            b"workbook",
            b"calcPr",
            b"extLst",
            b"dimension",
            b"table",
        ),
    ),
    attributes=(
        (b"r", ("A1", "B2", "C3", "1", "2", "3")),
        (b"t", ("n", "s", "str", "inlineStr", "b", "e", "d", "shared", "array", "dataTable", "x")),
        (b"s", ("0", "1", "99999", "-1")),
        (b"ref", ("A1", "A1:C3", "B2:B9", "A1:XFD1048576")),
        (b"si", ("0", "1", "-1", "x")),
        (b"count", ("0", "1", "4294967295")),
        (b"state", ("hidden", "veryHidden", "visible")),
        (b"localSheetId", ("0", "1", "99")),
        (b"vm", ("1",)),
        (b"cm", ("1",)),
        (b"TargetMode", ("External", "Internal")),
        (
            b"Target",
            (
                "worksheets/sheet1.xml",
                "/xl/worksheets/sheet1.xml",
                "../../x",
                CANARY,
                "sharedStrings.xml",
                "",
            ),
        ),
        (b"Id", ("rId1", "rId2", "rId99", "")),
        (b"r:id", ("rId1", "rId2", "rId99", "")),
        (b"headerRowCount", ("0", "1")),
        (b"fullCalcOnLoad", ("0", "1")),
    ),
    pieces=(
        *(
            b'<c r="B2"><v>7</v></c>',
            b'<c r="Z9"/>',
            b"<c><v>7</v></c>",
            b"<v>7</v>",
            b"<row/>",
            b'<row r="9"/>',
            b"<v/>",
        ),
        *(
            b'<c r="C3" t="s"><v>0</v></c>',
            b'<c t="s"><v>99999</v></c>',
            b'<c t="inlineStr"><is><t>7</t></is></c>',
        ),
        *(
            b'<c t="b"><v>1</v></c>',
            b'<c t="e"><v>#REF!</v></c>',
            b'<c t="d"><v>2023-01-01</v></c>',
            b"<extLst/>",
        ),
        *(
            b'<mergeCells><mergeCell ref="A1:C3"/></mergeCells>',
            b'<mergeCell ref="B2:B9"/>',
            b"<sheetProtection/>",
        ),
        *(
            b'<f t="array" ref="A1:XFD1048576">A1</f>',
            b'<f t="shared" si="0"/>',
            b'<f t="dataTable" ref="A1:C3"/>',
        ),
        *(
            b'<definedName name="total">A1</definedName>',
            b'<definedName name="total">total</definedName>',
            b"<is/>",
        ),
        *(
            b"<rPh><t>x</t></rPh>",
            b"<si><t>7</t></si>",
            b"<si/>",
            b"<t>7</t>",
            b"<tableParts/>",
            b"<calcPr/>",
        ),
        b'<externalReference r:id="rId1"/>',
        b'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file://'
        + CANARY.encode()
        + b'" parse="text"/>',
        *(b"<f>%b</f>" % f.replace("&", "&amp;").replace('"', "&quot;").encode() for f in _FORMULAS),
        *(b"<c><f>%b</f></c>" % f.replace("&", "&amp;").encode() for f in _FORMULAS),
    ),
)

"""Draws reports as web pages the way news systems, Word and WPS do. Units and sites do not exist."""

from collections.abc import Callable
from html import escape

from core.forms import TABLES
from tests.layouts import AFTER, BEFORE, HEADINGS, TITLE, YEARS, Numbers, rows, written

Cell = Callable[[str], str]


def plain(text: str) -> str:
    return escape(text)


def pasted(text: str) -> str:
    """A cell as the editors of news systems leave it when a text is pasted from Word."""
    return (
        '<p style="text-align:center;line-height:28px"><span style="font-family: 仿宋_GB2312"><font size="3">'
        f"{escape(text) or '&nbsp;'}</font></span><span><o:p></o:p></span></p>"
    )


def spaced(text: str) -> str:
    return f"\n\t&nbsp;&nbsp;{escape(text)}&nbsp;\n"


def table_of(numbers: Numbers, edition: str, table: str, cell: Cell = plain, head: str = "td") -> str:
    """One statutory table, merged as the form is."""
    lines = []
    for row in rows(edition, table):
        boxes = ""
        for box in row:
            spans = f' rowspan="{box.row_span}"' * (box.row_span > 1)
            spans += f' colspan="{box.column_span}"' * (box.column_span > 1)
            tag = "td" if box.cell else head
            boxes += f"<{tag}{spans}>{cell(written(box, numbers))}</{tag}>"
        lines.append(f"<tr>{boxes}</tr>")
    return f"<table border=1 cellspacing=0>{''.join(lines)}</table>"


def body_of(numbers: Numbers, edition: str = "2021", cell: Cell = plain, paragraph: str = "<p>{}</p>") -> str:
    """The report's text and tables, without the title."""
    parts = [paragraph.format(escape(line)) for line in BEFORE.splitlines()]
    for table in TABLES:
        parts += [paragraph.format(HEADINGS[table]), table_of(numbers, edition, table, cell)]
    year = YEARS[edition]
    parts += [paragraph.format(escape(line)) for line in AFTER.format(signed=year + 1).splitlines()]
    return "\n".join(parts)


def title_of(edition: str = "2021") -> str:
    return TITLE.format(year=YEARS[edition])


def bare(body: str, title: str, charset: str = "utf-8") -> str:
    return (
        f'<!DOCTYPE html><html><head><meta charset="{charset}"><title>{title}</title></head>'
        f"<body><h1>{title}</h1>{body}</body></html>"
    )


MENU = "".join(
    f'<li><a href="/{n}.html">{name}</a></li>'
    for n, name in enumerate(
        [
            "首页",
            "政务公开",
            "政府信息公开指南",
            "云岭市青禾区2019年政府信息公开工作年度报告",
            "云岭市白石镇人民政府2022年政府信息公开工作年度报告",
            "一、总体情况",
            "互动交流",
        ]
    )
)
FOOT = (
    '<div class="foot"><p>版权所有：云岭市青禾区人民政府办公室　主办单位：云岭市青禾区人民政府</p>'
    '<p>网站标识码：0000000000　<a href="/icp">云ICP备00000000号</a>　云公网安备 00000000000000号</p></div>'
)


def news(body: str, title: str) -> str:
    """A news system's template: menus, place, date and source, buttons, neighbours, foot."""
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "x.dtd">
<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<meta name="ArticleTitle" content="{title}" /><meta name="PubDate" content="2024-01-25 10:00" />
<title>{title}_云岭市青禾区人民政府</title>
<style>.a{{color:red}} td{{width:12px}}</style><script>var total = "一、总体情况。";</script></head>
<body><!-- 2022年 --><div id="top"><ul class="menu">{MENU}</ul></div>
<div class="wrap"><div class="crumbs">您现在的位置：<a href="/">首页</a> &gt;
<a href="/zwgk">政务公开</a> &gt; 正文</div>
<div class="side"><h3>年度报告</h3><ul>{MENU}</ul></div>
<div class="main"><h1>{title}</h1>
<div class="info"><span>发布日期：2024-01-25</span><span>来源：区农业农村局</span>
<span>浏览次数：<b>123</b></span>
字体：【<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>】</div>
<div id="zoom" class="TRS_Editor">{body}</div>
<div class="tools"><a href="javascript:print()">【打印本页】</a>
<a href="javascript:close()">【关闭窗口】</a>分享到：</div>
<div class="near"><p>上一篇：<a href="/1">云岭市青禾区民政局2023年政府信息公开工作年度报告</a></p>
<p>下一篇：没有了</p></div>
</div></div>{FOOT}<div style="display:none">二、2018年共收到申请99件。</div>
<noscript>请打开脚本。</noscript></body></html>"""


def old_layout(body: str, title: str) -> str:
    """A page that is wholly set in tables within tables, tags in capitals, many left open."""
    menu = "".join(f"<TR><TD><A HREF='/{n}'>栏目{n}</A>" for n in range(4))
    return f"""<HTML><HEAD><META HTTP-EQUIV=Content-Type CONTENT="text/html; charset=gb2312">
<TITLE>青禾区政府网</TITLE></HEAD><BODY>
<TABLE WIDTH=1000><TR><TD COLSPAN=2><IMG SRC=banner.gif></TD></TR>
<TR><TD WIDTH=200 VALIGN=top><TABLE>{menu}</TABLE></TD>
<TD><TABLE><TR><TD ALIGN=center><FONT SIZE=5><B>{title}</B></FONT></TD></TR>
<TR><TD>日期：2024-01-25&nbsp;&nbsp;作者：青禾</TD></TR>
<TR><TD><TABLE><TR><TD>{body}</TD></TR></TABLE></TD></TR></TABLE></TD></TR>
<TR><TD COLSPAN=2 ALIGN=center>版权所有 云岭市青禾区<BR>技术支持：云岭网络</TD></TR></TABLE></BODY></HTML>"""


def word_page(body: str, title: str) -> str:
    """What Word saves as a web page."""
    return f"""<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=gb2312">
<meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {{margin:0cm}} --></style></head>
<body lang=ZH-CN style='tab-interval:21.0pt'><div class=WordSection1 style='layout-grid:15.6pt'>
<p class=MsoNormal align=center><b><span lang=EN-US style='font-size:18.0pt'>{title[:11]}</span></b><b><span
style='font-size:18.0pt'>{title[11:]}<o:p></o:p></span></b></p>
<p class=MsoNormal><![if !supportEmptyParas]>&nbsp;<![endif]><o:p></o:p></p>
<p class=MsoNormal><span style='display:none;mso-hide:all'>隐藏的字。<o:p></o:p></span></p>
{body}</div></body></html>"""

"""Where the tables of a report may be that are not on its page as tables."""

from core.formats.html.items import Page

_LONGEST = 40


def elsewhere(page: Page) -> str:
    """One sentence on a page without tables; empty if it does not tell where they are."""
    if page.attachment is not None:
        name = " ".join(page.attachment.split())[:_LONGEST]
        called = f"“{name}”" if name else ""
        return f"网页上没有表格，有附件{called}；报告如果在附件里，请在浏览器里下载附件再打开"
    if page.has_frames:
        return (
            "网页上没有表格，里面套着另外的网页；报告如果在那里面，"
            "请在浏览器里的报告上点右键，把那一页单独打开、另存后再打开"
        )
    if page.has_pictures:
        return "网页上没有表格，有图片；表格如果是图片，程序读不出里面的数，请打开报告的 Word 原稿"
    return ""

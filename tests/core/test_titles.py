"""Year and unit come from the report's own title, else from the period or the file's name."""

import pytest

from core.titles import year_and_unit


@pytest.mark.parametrize(
    ("lines", "name", "expected"),
    [
        (["云岭市青禾区2023年政府信息公开工作年度报告"], "", (2023, "云岭市青禾区")),
        (["云岭市民政局 2024 年度政府信息公开工作年度报告"], "", (2024, "云岭市民政局")),
        (["云岭市民政局", "2024 年政府信息公开工作年度报告"], "", (2024, "云岭市民政局")),
        (["云岭市民政局关于", "无关的第一行"], "", (None, None)),
        (["一、总体情况", "数据统计期限自2022年1月1日起至2022年12月31日止"], "", (2022, None)),
        (["一、总体情况"], "云岭市民政局2023年政府信息公开工作年度报告.docx", (2023, "云岭市民政局")),
        (["一、总体情况"], "年报2021.docx", (2021, None)),
        ([], "", (None, None)),
    ],
)
def test_year_and_unit(lines, name, expected):
    assert year_and_unit(lines, name) == expected

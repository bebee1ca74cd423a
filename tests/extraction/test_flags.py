"""是 and 否 in a column or a form's field: what they say depends on what is asked. All texts are invented."""

from __future__ import annotations

import pytest

from extraction.document import Document
from extraction.reading import extract

_FORM = """2022年民生实事进展月报（9月）
项 目
名 称
改造老旧供水管网52公里
进 展
情 况
截至9月底，已改造供水管网23公里。
进 度
是 否
滞 后
{first}
项目名称
新建社区食堂18个、增设公交站台60座
进展情况
社区食堂建成14个；公交站台增设48座。
{question}
{second}
"""


def claimed(text: str) -> list[tuple[str, str | None]]:
    found = [i for task in extract(Document.from_text(text)).tasks for i in task.indicators]
    return [(i.name, i.stated_status) for i in found if i.target is not None]


@pytest.mark.parametrize(
    ("first", "question", "second", "want"),
    [
        ("是", "是否达序时进度", "是", ["lagging", "ongoing", "ongoing"]),
        ("否", "是否滞后", "是", ["ongoing", "lagging", "lagging"]),
        ("否", "是否达序时", "否", ["ongoing", "lagging", "lagging"]),
        ("是", "是否存在滞后", "否", ["lagging", "ongoing", "ongoing"]),
        ("无", "存在困难", "是", [None, None, None]),
    ],
)
def test_forms(first: str, question: str, second: str, want: list[str | None]) -> None:
    names = ("改造老旧供水管网", "新建社区食堂", "增设公交站台")
    assert claimed(_FORM.format(first=first, question=question, second=second)) == list(zip(names, want, strict=True))


@pytest.mark.parametrize(
    ("question", "answers", "want"),
    [
        ("是否滞后", "否是", ["ongoing", "lagging"]),
        ("进度是否滞后", "×√", ["ongoing", "lagging"]),
        ("是否达序时", "是否", ["ongoing", "lagging"]),
        ("是否逾期", "否是", ["ongoing", "lagging"]),
    ],
)
def test_columns(question: str, answers: str, want: list[str]) -> None:
    text = f"""2023年9月重点工程进度
序号|项目|目标|完成|{question}
1|硬化农村道路|46公里|37公里|{answers[0]}
2|更换智能电表|8200只|3100只|{answers[1]}
"""
    assert [status for _, status in claimed(text)] == want

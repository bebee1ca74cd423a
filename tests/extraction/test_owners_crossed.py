"""Lists of who has done how much, crossed: who they are, what leads to the list, how a figure stands, what parts them.

Each owner must have its own figure under the name of what is promised, and nothing else is made of the list.
"""

from __future__ import annotations

from datetime import date

import pytest

from extraction.document import Document
from extraction.reading import extract
from extraction.records import Indicator

OWNERS = (
    ("北山县", "和平区", "新建县", "向阳市"),
    ("红旗镇", "古城镇", "从江乡", "站前街道"),
    ("市住建局", "市场监管局", "县水利局", "市发改委"),
    ("市城投集团", "远航公司", "中建三局", "市水务集团"),
    ("石门市", "高新区", "市经济技术开发区", "工业园区"),
)
WHOLES = ("公共厕所改建任务1200座,完成948座,完成率79%", "公共厕所改建:完成948座,完成全年任务的79%")
HEADS = (
    "。各县(区)完成率依次为:", "。其中", ",后四位是", "。排名靠后的是", ";进度较快的有", "。未达序时进度的有",
    "。分县区看,", "。从各部门完成情况看,", "。\n完成率由高到低为:",
)  # fmt: skip
ALONE = (
    "从公共厕所改建完成率看,",
    "公共厕所改建超序时进度的有",
    "各镇(街道)公共厕所改建任务完成率:",
    "公共厕所改建。各地完成率分别为:",
)
FIGURES = ("{o}{f}%", "{o}({f}%)", "{o}为{f}%", "{o}完成{f}%", "{o}仅{f}%", "{o} {f}%", "{o}完成率{f}%")
PARTED = ("、", ",", ";", " ", "")
SHARES = ("91.6", "80.2", "63", "47.15")


@pytest.mark.parametrize("owners", OWNERS, ids=lambda owners: owners[0])
def test_shares_of_plans(owners: tuple[str, ...]) -> None:
    turn = OWNERS.index(owners)
    heads = [*(whole + head for whole in WHOLES for head in HEADS), *ALONE][turn % 2 :: 2]
    texts = [
        head + PARTED[(n + turn) % 5].join(_figures(FIGURES[(n + turn) % 7], owners)) + "。"
        for n, head in enumerate(heads)
    ]
    expected = [(owner, None, None, share) for owner, share in zip(owners, SHARES, strict=True)]
    assert {text: found for text in texts if (found := _of_owners(text)) != expected} == {}


def test_one_word_for_several() -> None:
    text = "公共厕所改建任务1200座,完成948座。北山县、和平区和新建县分别完成年度任务的91.6%、80.2%和63%。"
    expected = [("北山县", None, None, "91.6"), ("和平区", None, None, "80.2"), ("新建县", None, None, "63")]
    assert _of_owners(text) == expected


@pytest.mark.parametrize("goal", ["产检率目标85%", "产检率(目标85%)", "产检率要求达到85%以上", "产检率目标值≥85%"])
@pytest.mark.parametrize("whole", [",全市平均80.6%", ",全市为80.6%", "。全市80.6%", ""])
def test_one_goal_for_all(goal: str, whole: str) -> None:
    listed = "和平区91.6%,北山县80.2%、石门市仅63%"
    told = _read(goal + whole + "。其中" + listed + "。")
    rows = [("和平区", "91.6"), ("北山县", "80.2"), ("石门市", "63")]
    expected = [(None, "85", "80.6", None)] * bool(whole) + [(owner, "85", rate, None) for owner, rate in rows]
    assert told == expected


PLANNED = (
    "{o}任务{p}座,建成{d}座", "{o}{p}座建成{d}座", "{o}计划{p}座、已建成{d}座", "{o}建成{d}座,占任务{p}座的比例较高",
    "{o}任务{p}座仅建成{d}座", "{o}建成{d}座(任务{p}座)", "{o}:任务{p}座,已建成{d}座", "{o}{p}座,建成{d}座",
)  # fmt: skip


@pytest.mark.parametrize("planned", PLANNED)
def test_plans_of_their_own(planned: str) -> None:
    owners = OWNERS[PLANNED.index(planned) % len(OWNERS)]
    numbers = (("120", "97"), ("86", "40"), ("34", "35"), ("210", "66"))
    rows = [planned.format(o=o, p=p, d=d) for o, (p, d) in zip(owners, numbers, strict=True)]
    expected = [(o, p, d, None) for o, (p, d) in zip(owners, numbers, strict=True)]
    assert _of_owners("公共厕所改建任务450座,建成238座。其中:" + ";".join(rows) + "。") == expected


def test_no_plan_no_share() -> None:
    """Growth, parts of a whole, rates of their own and how far works are: none is how much of a plan was done."""
    heads = (
        "投资增速居前三位的是:", "困难家庭占比较高的有", "食品抽检合格率靠前的有", "贫困发生率由高到低为",
        "公共厕所改建任务120座,完成95座,完成率79.2%。办结率居前的有",
    )  # fmt: skip
    listed = "北山县41.6%、和平区30.2%、新建县23%。"
    for head in heads:
        found = [i for i in _indicators(head + listed) if i.owner and any(c.completion for c in i.claims)]
        assert found == [], head


def test_how_fast_each_is_and_what_is_no_share() -> None:
    whole = "公共厕所改建任务1200座,完成948座,完成率79%。各乡镇中,"
    told = _of_owners(whole + "石桥镇进度最快,完成率98%;东乡镇进度最慢,仅完成41%。")
    assert told == [("石桥镇", None, None, "98"), ("东乡镇", None, None, "41")]
    assert _read("市住建局承担任务12项,完成9项;市水利局承担任务8项,完成5项。") == []


def test_how_far_works_are() -> None:
    """Nobody lags because of a percentage of works."""
    for listed in ("北山县文化中心形象进度31.6%,和平区体育馆形象进度20%。", "北山县工程进度31.6%;新建县工程进度20%。"):
        assert [i for i in _indicators("在建项目中," + listed) if i.claims or i.target] == [], listed


def test_the_whole_answers_by_the_verb_of_the_rows() -> None:
    told = _read("全市白内障手术任务900例,实施760例,其中北山县任务500例,实施480例;和平区任务400例,实施280例。")
    assert told == [
        (None, "900", "760", None), ("北山县", "500", "480", None), ("和平区", "400", "280", None),
    ]  # fmt: skip


@pytest.mark.parametrize("goal", ["低于市定91%的目标", "未达到年度91%的要求", "低于考核91%的任务"])
@pytest.mark.parametrize("mark", ["", "1.", "(二)"])
def test_a_figure_held_against_its_goal(mark: str, goal: str) -> None:
    assert _read(f"{mark}疫苗接种率88.4%,{goal}。") == [(None, "91", "88.4", None)]


@pytest.mark.parametrize("share", ["占年度任务的68.4%", "占年任务68.4%", "占年初预算的68.4%", "完成年度计划的68.4%"])
def test_a_share_in_brackets(share: str) -> None:
    assert _read(f"完成水利投资7.65亿元({share})。") == [(None, None, "7.65", "68.4")]


def test_a_line_goes_on_from_the_item_above() -> None:
    above = "三、公共厕所改建:年度任务1200座,完成948座,完成率79%。\n"
    told = _of_owners(above + "完成率后两位是红旗镇52%、从江乡38.5%。\n四、修路。完成9公里。")
    assert told == [("红旗镇", None, None, "52"), ("从江乡", None, None, "38.5")]


def _figures(figure: str, owners: tuple[str, ...]) -> list[str]:
    return [figure.format(o=o, f=f) for o, f in zip(owners, SHARES, strict=True)]


def _indicators(words: str) -> list[Indicator]:
    text = "关于2022年前三季度重点工作的督查通报\n" + words
    return [i for t in extract(Document.from_text(text), as_of=date(2022, 9, 30)).tasks for i in t.indicators]


_Row = tuple[str | None, str | None, str | None, str | None]


def _read(words: str) -> list[_Row]:
    return [_row(i) for i in _indicators(words)]


def _row(i: Indicator) -> _Row:
    share = next((c.text.rstrip("%") for c in i.claims if c.completion is not None), None)
    return i.owner, i.target and str(i.target.value), i.actual and str(i.actual.value), share


def _of_owners(words: str) -> list[_Row]:
    named = [i for i in _indicators(words) if i.owner]
    assert all("公共厕所改建" in i.name for i in named), [i.name for i in named]
    return [_row(i) for i in named]

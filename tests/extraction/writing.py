"""Texts for the fuzz: reports by a grammar, real pages with damage done to them, and anything at all."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from benchmarks.reports import report
from connectors.readers import read

ROOT = Path(__file__).parents[2]

_FIGURES = st.one_of(
    st.integers(0, 99999).map(str),
    st.decimals(0, 10**6, places=2).map(str),
    st.integers(1000, 10**9).map("{:,}".format),
    st.text("0123456789", min_size=1, max_size=40),
    st.text("０１２３４５６７８９", min_size=1, max_size=6),
    st.text("零〇一二三四五六七八九十百千万亿两半点", min_size=1, max_size=14),
    st.text("0123456789,.-%〇/:", min_size=1, max_size=14),
    st.sampled_from(
        (
            "二0一三",
            "一百二十",
            "0",
            "0.00",
            "零",
            "八成",
            "三分之二",
            "百分之十五",
            "-3.5",
            "１,２３４",
            "4812-15岁",
            "1e9",
            "٣٤",
            "²",
            "①",
        )
    ),
)
_UNITS = st.sampled_from(
    (
        "家",
        "个",
        "万亩",
        "亿元",
        "%",
        "个百分点",
        "公里",
        "人次",
        "万",
        "千瓦时",
        "件/万人",
        "平方米",
        "套",
        "起",
        "",
        " ",
        "‰",
        "年",
        "月",
        "号",
        "强",
    )
)
_NAMES = st.sampled_from(
    (
        "新增企业",
        "高新技术企业总量",
        "固定资产投资",
        "城镇新增就业",
        "失业率",
        "PM2.5",
        "优良天数比例",
        "老旧小区改造",
        "合格率",
        "500强",
        "10亿元以上项目",
        "",
    )
)
_CUES = st.sampled_from(
    ("目标", "全年任务", "计划", "力争", "确保", "不低于", "控制在", "达到", "已完成", "完成", "累计", "同比增长", "下降", "占年度计划的", "低于目标", "为", "预计",
     "申报", "其中", "分别", "较上年", "截至9月底", "1—9月", "前三季度", "上半年", "9月当月", "去年同期", "正在建设", "已全部完成", "进度滞后", "。", "")
)  # fmt: skip
_JOINTS = st.sampled_from(
    (
        "，",
        "。",
        "；",
        "、",
        "：",
        "\n",
        "",
        " ",
        "　",
        "(",
        ")",
        "（",
        "）",
        "“",
        "”",
        "|",
        "\t",
        "《",
        "》",
        "〔",
        "〕",
        "\0",
        "\r\n",
        "\u2028",
        "\x0c",
        "—",
    )
)
_MARKS = st.sampled_from(
    ("一、", "（一）", "1.", "①", "一是", "二是", "第16条", "（第16条、高新科）", "“百日攻坚”：", "任务安排：", "落实情况：", "序号", "", "单位：万元",
     "索引号：0113/2024", "发布日期：2024-10-12", "云汀市科学技术局", "2024年10月12日", "2024年13月45日", "二〇二四年十月", "关于2024年重点任务三季度进展情况的报告", "附件1：")
)  # fmt: skip
_PHRASES = st.one_of(
    st.tuples(_CUES, _NAMES, _CUES, _FIGURES, _UNITS).map("".join),
    st.tuples(_NAMES, _FIGURES, _UNITS).map("".join),
    _CUES,
    _FIGURES,
)
_SENTENCES = st.lists(st.tuples(_PHRASES, _JOINTS).map("".join), min_size=1, max_size=12).map("".join)
_CELLS = st.one_of(
    _FIGURES,
    _NAMES,
    _PHRASES,
    st.sampled_from(("序号", "项目名称", "年度目标", "完成情况", "完成率（%）", "责任单位", "—", "无", "")),
)


_HEADINGS = st.sampled_from(
    ("序号", "地区", "县(市)", "单位", "项目名称", "指标", "类别", "年度目标", "年度目标增速(%)", "目标增速", "全年任务", "计划数", "1-9月完成",
     "1-6月增速(%)", "累计完成", "完成率(%)", "占年度目标(%)", "增速(%)", "同比增长", "增速排位", "责任单位", "备注", "是否达序时", "9月底进度", "8月底进度",
     "完成投资", "年度计划投资", "建设内容", "进展情况", "开工", "竣工", "开工率", "目标", "完成", "任务", "一季度", "二季度", "其中中央资金", "存在问题")
)  # fmt: skip
_PLACED = st.one_of(
    st.sampled_from(("兴川市", "普兴县", "全市", "合计", "改造小区", "12.4", "45.5%", "是", "已完成96公里", "—")),
    _FIGURES,
)


@st.composite
def _tables(draw: st.DrawFn) -> str:
    """Lines of cells in one of the flat shapes, some of them ragged."""
    joint = draw(st.sampled_from(("\t", " | ", "|", "  ", " ", "\n", "|\n")))
    if draw(st.booleans()):  # real headings in any company, and rows that mostly fill them
        head = draw(st.lists(_HEADINGS, min_size=2, max_size=7))
        rows = draw(st.lists(st.lists(_PLACED, min_size=len(head) - 1, max_size=len(head)), min_size=2, max_size=6))
        above = draw(st.sampled_from(("", "2022年1-9月完成情况表\n", "单位:万元 |\n", "表1:\n")))
        return above + "\n".join(joint.join(row) for row in [head, *rows]) + "\n"
    rows = draw(st.lists(st.lists(_CELLS, min_size=1, max_size=6), min_size=2, max_size=8))
    head = draw(st.sampled_from((["序号", "项目名称", "年度目标", "完成情况"], ["地区", "目标", "进度"], [])))
    return "\n".join(joint.join(row) for row in ([head] if head else []) + rows) + "\n"


def grammatical() -> st.SearchStrategy[str]:
    """Reports as nobody would write them, out of the pieces that reports are written of."""
    blocks = st.one_of(st.tuples(_MARKS, _SENTENCES, st.sampled_from(("\n", "", "。\n"))).map("".join), _tables())
    return st.lists(blocks, max_size=8).map("".join)


_ALIKE = st.sampled_from(  # what the parts of one account have in common
    (
        ("完工", "竣工", "在建", "正在施工", "正在改造", "开工", "已签约", "已申报", "未完成"),
        ("一季度", "二季度", "三季度", "上半年", "8月", "9月", "1-9月累计", "历年累计建成", "春季", "秋季"),
        ("其中县道", "其中乡道", "省级", "市级", "甲县", "乙区", "前者", "后者", "其余", "累计", "共", ""),
    )
)


@st.composite
def adding_up(draw: st.DrawFn) -> str:
    """Plans with parts of which some add up, and shares that are just those of some: what rules of arithmetic ask for."""
    unit, thing = draw(st.sampled_from("个座户亩")), draw(_NAMES)
    parts = draw(st.lists(st.integers(0, 30), min_size=2, max_size=5))
    first = draw(st.integers(0, len(parts) - 1))
    last = draw(st.integers(first + 1, len(parts)))
    plan = max(1, draw(st.sampled_from((sum(parts), sum(parts[first:last]), sum(parts) + draw(st.integers(0, 20))))))
    share = f"{sum(parts[first:last]) / plan * 100:.{draw(st.integers(0, 2))}f}%"
    opens = draw(st.sampled_from(("计划", "全年任务", "年度目标", "应", "今年", "需", "")))
    alike = st.sampled_from(draw(_ALIKE))
    told = [draw(alike) + str(part) + unit for part in parts]
    joint = draw(st.sampled_from(("、", "，", "；")))
    of_plan = draw(
        st.sampled_from(
            (
                "占年度任务的{0}",
                "占任务{1}的{0}",
                "完成年度计划的{0}",
                "合计占{0}",
                "完成率{0}",
                "({0})",
                "为目标的{0}",
                "",
            )
        )
    )
    parts_told = draw(st.sampled_from(("，", "。", "（", "，其中", "，目前", "，分别"))) + joint.join(told)
    tail = draw(st.sampled_from(("。", "，还剩{2}没有完工。", "，年底前全部完成。", "，滞后序时进度。", "")))
    figures = share, f"{plan}{unit}", f"{plan - sum(parts[first:last])}{unit}"
    return f"{opens}{thing}{plan}{unit}{parts_told}{joint}{of_plan.format(*figures)}{tail.format(*figures)}"


@cache
def originals() -> tuple[str, ...]:
    """The sample's pages, some invented reports, and the annotated cases where they lie beside the checkout."""
    pages = sorted((ROOT / "sample").rglob("t2*.shtml"))
    texts = [read(page.read_bytes(), "text/html", page.as_uri()).text for page in pages]
    cases = sorted((ROOT.parent / "shared/gold/cases").glob("*.txt"))
    return (*texts, *(case.read_text() for case in cases), *(report(seed, 600) for seed in range(10)))


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A real text cut, doubled, mixed, and spoilt in a few places."""
    text = draw(st.sampled_from(originals()))
    for _ in range(draw(st.integers(1, 6))):
        low = draw(st.integers(0, len(text)))
        high = min(len(text), low + draw(st.sampled_from((0, 1, 2, 5, 20, 100, 1000))))
        text = text[:low] + _spoilt(draw, text[low:high]) + text[high:]
    return text


def _spoilt(draw: st.DrawFn, piece: str) -> str:
    how = draw(
        st.sampled_from(("lose", "double", "turn", "write", "figure", "other text", "wide", "unbroken", "broken"))
    )
    if how == "write":
        return piece + draw(st.text(max_size=8))
    if how == "figure":
        return draw(_FIGURES) + piece
    if how == "other text":
        other = draw(st.sampled_from(originals()))
        return piece + other[: draw(st.integers(0, 300))]
    if how == "wide":
        return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in piece)
    done = {"lose": "", "double": piece + piece, "turn": piece[::-1], "unbroken": piece.replace("\n", "")}
    return done.get(how, "\n".join(piece))


def anything() -> st.SearchStrategy[str]:
    """Any characters, lone surrogates too, in runs and nests."""
    characters = st.characters(exclude_categories=())
    runs = st.tuples(st.text(characters, min_size=1, max_size=3), st.integers(1, 400)).map(lambda run: run[0] * run[1])
    nests = st.tuples(
        st.sampled_from(("()", "（）", "“”", "《》", "〔〕", "[]")),
        st.integers(1, 500),
        st.text(characters, max_size=9),
    ).map(lambda nest: nest[0][0] * nest[1] + nest[2] + nest[0][1] * nest[1])
    return st.lists(st.one_of(st.text(characters), runs, nests, _SENTENCES), max_size=5).map("".join)

"""Invented progress reports for measuring: every seed gives another report, the same one each time.

Bureaus, places and figures are made up; the sentences are put together as such reports put them. What a figure answers
is left to chance, so that targets are met, missed, and not told about.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

CHARS = 2500  # a usual report
_CN = "一二三四五六七八九十"
_NUMBERED = 40  # items; a longer report begins its numbers anew, as its next part would
_PLACES = ("云汀市", "苇湾县", "临江市", "石渡区", "汀南区", "松溪县", "白鹭市", "柳河县")
_BUREAUS = ("科学技术局", "发展和改革委员会", "民政局", "交通运输局", "住房和城乡建设局", "农业农村局", "教育体育局")
_OFFICES = ("规划科", "项目科", "平台建设科", "养老服务科", "城市更新科", "综合科", "产业科")
_COUNTED = (
    ("新增市级以上创新平台", "家"), ("新改建农村公路", "公里"), ("建成老年助餐点", "个"), ("改造城镇老旧小区", "个"),
    ("完成家庭适老化改造", "户"), ("新建高标准农田", "亩"), ("完成科技成果转化", "项"), ("新增养老服务床位", "张"),
    ("开展职业技能培训", "人次"), ("新建口袋公园", "个"), ("筹集保障性租赁住房", "套"), ("新建改建幼儿园", "所"),
    ("更换老旧供水管道", "千米"), ("完成造林", "亩"), ("新增城镇就业", "人"), ("建设5G基站", "座"),
)  # fmt: skip
_MONEY = ("固定资产投资", "技术合同成交额", "一般公共预算收入", "招商引资到位资金", "农产品加工产值", "外贸进出口总额")
_RATES = ("规模以上工业增加值", "社会消费品零售总额", "地区生产总值", "农村居民人均可支配收入", "工业投资", "税收收入")
_SHARES = (
    "中心城区公交正点率",
    "农村生活污水治理率",
    "空气质量优良天数比例",
    "农产品质量抽检合格率",
    "基本养老保险参保率",
)
_LEVELS = (("高新技术企业总量", "家"), ("科技型中小企业保有量", "家"), ("每万人高价值发明专利拥有量", "件"))
_DOING = (
    "加强调度督办，逐项细化措施、倒排工期，压实各方责任，确保工作落实到岗、责任到人。",
    "坚持问题导向，建立重点任务台账，实行清单化管理、销号式推进，定期研判调度，着力破解堵点难点。",
    "聚焦重点领域和关键环节，加大政策扶持力度，优化服务流程，持续改善营商环境，企业获得感不断增强。",
    "通过新建、改建和盘活存量等方式拓宽渠道，引导社会力量广泛参与，形成政府主导、部门协同、群众支持的良好局面。",
    "组织业务培训{a}期，上门辅导企业{b}余家次。", "推行“一窗受理·一次告知”，压减证明材料{a}项。",
    "举办供需对接活动{a}场，发布企业技术需求{b}条，宣传推广典型经验做法，社会反响良好。",
    "会同财政、统计部门开展测算，形成工作方案，拟按程序报批。",
    "受汛期降雨偏多、部分路段征迁滞后等因素影响，施工进度有所放缓，目前正在倒排工期、抢抓进度。",
    "选派科技特派员下乡服务，帮助农户解决技术难题{a}个。", "兑现补助资金{b}万元，惠及困难群众和中小企业。",
)  # fmt: skip
_STATE = (
    "其余正在办理前期手续",
    "另有{a}个正在装修",
    "工作总体进展顺利",
    "剩余部分将于年底前完成",
    "较上年同期增加{a}个",
)


@dataclass(frozen=True, slots=True)
class _Quarter:
    month: int
    told: str
    span: str


_QUARTERS = (
    _Quarter(3, "一季度", "1—3月"),
    _Quarter(6, "上半年", "1—6月"),
    _Quarter(9, "前三季度", "1—9月"),
    _Quarter(11, "1—11月", "前11个月"),
    _Quarter(12, "全年", "1—12月"),
)


def report(seed: int, chars: int = CHARS) -> str:
    """The report of this seed: as many whole items as fit into about `chars` characters."""
    rng = random.Random(seed)
    year, quarter = rng.randint(2015, 2026), rng.choice(_QUARTERS)
    head, tail = _head(rng, year, quarter), _tail(rng, year, quarter)
    lines, size = [head], len(head) + len(tail)
    while size < chars:
        lines.append(_item(rng, (len(lines) - 1) % _NUMBERED + 1, quarter))
        size += len(lines[-1]) + 1
    return "\n".join([*lines, tail])


def reports(count: int, chars: int = CHARS, first: int = 0) -> list[str]:
    """That many different reports."""
    return [report(first + seed, chars) for seed in range(count)]


def _head(rng: random.Random, year: int, quarter: _Quarter) -> str:
    issuer = rng.choice(_PLACES) + rng.choice(_BUREAUS)
    title = f"{issuer}关于{year}年重点任务{quarter.told}进展情况的报告"
    return (
        f"{title}\n索引号：{rng.randint(10**8, 10**9)}/{year}-{rng.randint(1, 99999):05}\n"
        f"文号：汀发〔{year}〕{rng.randint(1, 99)}号\n发文单位：{issuer}\n"
        f"今年以来，我局围绕市《政府工作报告》明确的年度任务，坚持清单化管理、项目化推进，各项工作取得阶段性成效。"
        f"现将{quarter.told}重点任务进展情况报告如下："
    )


def _tail(rng: random.Random, year: int, quarter: _Quarter) -> str:
    signed = f"{year + quarter.month // 12}年{quarter.month % 12 + 1}月{rng.randint(2, 27)}日"
    return f"下一步，我局将对照年度任务清单，紧盯时间节点，加强调度督办，确保各项任务按期完成。\n{signed}"


def _item(rng: random.Random, number: int, quarter: _Quarter) -> str:
    build = rng.choices(_BUILDERS, _WEIGHTS)[0] if number != _TABLE_AT else _table
    return build(rng, _numeral(number), quarter)


def _numeral(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else _CN[tens - 1] + "十") + ("" if ones == 0 else _CN[ones - 1])


def _doing(rng: random.Random) -> str:
    return "".join(_filled(rng, text) for text in rng.sample(_DOING, 2))


def _filled(rng: random.Random, text: str) -> str:
    return text.format(a=rng.randint(2, 40), b=rng.randint(41, 3000))


def _clause(rng: random.Random) -> str:
    return f"（第{rng.randint(1, 120)}条、{rng.choice(_OFFICES)}）"


def _counted(rng: random.Random, number: str, quarter: _Quarter) -> str:
    name, unit = rng.choice(_COUNTED)
    goal = rng.randint(2, 60) * rng.choice((1, 10, 100))
    done = int(goal * quarter.month / 12 * rng.uniform(0.6, 1.4)) or 1
    share = rng.choice(("", f"，占年度任务的{done * 100 / goal:.1f}%"))
    return (
        f"{number}、实施重点项目攻坚行动，{name}{goal}{unit}。{_clause(rng)}\n{_doing(rng)}"
        f"{quarter.told}，全市{name}{done}{unit}{share}，{_filled(rng, rng.choice(_STATE))}。"
    )


def _money(rng: random.Random, number: str, quarter: _Quarter) -> str:
    name, goal = rng.choice(_MONEY), rng.randint(20, 900)
    done, month = goal * quarter.month / 12 * rng.uniform(0.6, 1.3), rng.uniform(1, 9)
    return (
        f"{number}、扩大有效投入，{name}达到{goal}亿元，力争完成{goal + rng.randint(5, 40)}亿元。{_clause(rng)}\n"
        f"一是{_doing(rng)}二是加强业务指导，{quarter.month}月当月完成{name}{month:.1f}亿元，"
        f"{quarter.span}累计完成{name}{done:.2f}亿元，占年度计划（{goal}亿元）的{done * 100 / goal:.1f}%。"
    )


def _growth(rng: random.Random, number: str, quarter: _Quarter) -> str:
    first, second = rng.sample(_RATES, 2)
    return (
        f"{number}、经济运行。{quarter.told}，全市{first}同比增长{rng.uniform(1, 12):.1f}%（年度预期目标"
        f"{rng.randint(4, 10)}%左右），比全省平均增幅（{rng.uniform(3, 8):.1f}%）高{rng.uniform(0.1, 3):.1f}个百分点；"
        f"{second}增长{rng.uniform(1, 12):.1f}%（年度目标{rng.randint(4, 10)}%）；城镇调查失业率为"
        f"{rng.uniform(4.5, 6):.1f}%（控制目标5.5%以内）。"
    )


def _share(rng: random.Random, number: str, quarter: _Quarter) -> str:
    name, goal = rng.choice(_SHARES), rng.randint(60, 97)
    return (
        f"{number}、{name}不低于{goal}%。{_doing(rng)}{quarter.told}，{name}为"
        f"{goal + rng.uniform(-6, 3):.1f}%，较上年末提高{rng.uniform(0.1, 4):.1f}个百分点，{rng.choice(_STATE[:1])}。"
    )


def _level(rng: random.Random, number: str, quarter: _Quarter) -> str:
    (name, unit), goal = rng.choice(_LEVELS), rng.randint(100, 1200)
    return (
        f"{number}、实施梯次培育行动，年末{name}达到{goal}{unit}。{_clause(rng)}\n{_doing(rng)}"
        f"截至{quarter.month}月底，全市{name}{int(goal * rng.uniform(0.7, 1.05))}{unit}，已推荐申报{rng.randint(9, 99)}"
        f"{unit}，认定结果尚待公布。"
    )


def _milestone(rng: random.Random, number: str, quarter: _Quarter) -> str:
    place = rng.choice(_PLACES)[:2]
    return (
        f"{number}、{place}大桥{rng.randint(6, 12)}月底前建成通车。目前主桥已经合龙，正在进行桥面系施工，"
        f"累计完成投资{rng.uniform(0.5, 9):.2f}亿元，完成总工程量的{rng.randint(30, 99)}%。"
    )


def _words(rng: random.Random, number: str, quarter: _Quarter) -> str:
    return (
        f"{number}、加强队伍建设，营造鼓励创新、宽容失败的良好氛围。{_clause(rng)}\n深化与省内高校的合作，不断拓宽"
        f"引才渠道；{_doing(rng)}组织科普讲座进社区、进校园，受到群众欢迎，行业面貌持续改善。"
    )


def _table(rng: random.Random, number: str, quarter: _Quarter) -> str:
    rows = []
    for index, place in enumerate(rng.sample(_PLACES, 4), 1):
        plan = rng.randint(10, 400) * 100
        done = int(plan * rng.uniform(0.3, 1.1))
        rows.append(f"{index}\t{place[:2]}道路改造工程\t{plan}\t{done}\t{done * 100 / plan:.1f}")
    head = f"序号\t项目名称\t年度计划投资\t{quarter.span}完成投资\t完成率（%）"
    return "\n".join([f"{number}、重点项目投资完成情况见下表。", "单位：万元", head, *rows])


_BUILDERS: tuple[Callable[[random.Random, str, _Quarter], str], ...] = (
    _counted, _money, _growth, _share, _level, _milestone, _words,
)  # fmt: skip
_WEIGHTS = (5, 3, 2, 2, 2, 1, 3)
_TABLE_AT = 4  # each report has one small table, written with tabs

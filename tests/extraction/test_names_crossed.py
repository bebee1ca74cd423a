"""What is promised may be called anything: real names of things, crossed with the ways in which they are told of.

A name may hold a word that elsewhere plans, tells or counts (计划生育, 公共, 虚拟, 审批事项, 登记, 未来, 超限, 余热):
whatever the name, the same sentence is read the same way.
"""

from __future__ import annotations

from datetime import date

import pytest

from extraction.document import Document
from extraction.reading import extract
from extraction.words import names

THINGS = tuple(  # what is done, to what, counted in what
    line.split()
    for line in """
    新建 农村公路 公里;改造 农村危桥 座;新建 公共充电桩 个;加装 既有住宅电梯 部;筹集 保障性租赁住房 套
    新增 幼儿园学位 个;培育 专精特新中小企业 家;建成 高标准农田 万亩;治理 水土流失面积 平方公里
    转移 农村劳动力 万人次;开展 职业技能培训 人次;新增 养老床位 张;建设 5G基站 个;铺设 污水管网 公里
    新增 公共停车泊位 个;建设 标准化村卫生室 所;举办 群众文化活动 场次;发放 创业担保贷款 万元
    登记 技术合同成交额 亿元;检测 食品安全样品 批次;办理 法律援助案件 件;调解 矛盾纠纷 起;排查 消防安全隐患 处
    推广 测土配方施肥技术 万亩;出栏 生猪 万头;淘汰 老旧柴油货车 辆;拆除 违法建设 万平方米;清理 占道经营点 处
    建设 屋顶分布式光伏 兆瓦;选派 科技特派员 名;签约 家庭医生服务对象 万人;认定 市级众创空间 家
    压减 行政审批事项 项;上线 “一网通办”事项 项;制定 地方标准 项;建成 现代农业产业园 个;建设 共享自习室 间
    慰问 计划生育特殊家庭 户;建设 实训基地 个;建设 应急避难场所 个;建设 增值税专票自助机 台
    建设 “一老一小”服务站 个;建设 “四好农村路” 公里;创建 5A级景区 家;改造 二级公路 公里
    打造 15分钟便民生活圈 个;慰问 百岁老人 人;建设 近零碳园区 个;建设 余热利用项目 个;建设 未来社区 个
    建设 未成年人保护工作站 个;引进 紧缺人才 名;完成 超低排放改造 个;建设 超限检测站 个;建设 全年龄友好社区 个
    引进 应届毕业生 人;兑现 惠企资金 万元;建设 虚拟现实体验馆 个;开展 模拟法庭活动 场;建设 任务型教学基地 个
    发布 用工需求岗位 个;研制 首台套装备 台;建设 第三方检测机构 家;新增 上市公司 家;建设 下沉式绿地 处
    建设 完全中学 所;建设 达标驾校 所;募集 慈善款物 万元;争取 专项债券资金 亿元;清退 违规用地 亩
    搬迁 易地扶贫群众 人;完成 人工造林 万亩;新建 智慧菜场 个
    """.replace("\n", ";").split(";")
    if line.strip()
)
DONE = {"新建": "建成", "建设": "建成"}
TOLD = (
    "{v}{n}{t}{u}，目前已{d}{a}{u}。",
    "{v}{n}{t}{u}。截至9月底，已{d}{a}{u}。",
    "{n}：全年任务{t}{u}，已完成{a}{u}，完成率{p}%。",
    "{v}{n}{a}{u}，占年度任务{t}{u}的{p}%。",
    "{v}{n}{a}{u}（年度目标{t}{u}）。",
    "{n}年度计划{t}{u}，1-9月完成{a}{u}，为年计划的{p}%。",
    "{v}{n}任务{t}{u}，截至目前{d}{n}{a}{u}，完成{p}%。",
    "{v}{n}{t}{u}，其中山区3{u}。目前已{d}{a}{u}。",
    "对照全年{v}{n}{t}{u}的目标，目前已{d}{a}{u}。",
    "{v}{n}{t}{u}已完成{a}{u}。",
    "（一）{n}。目标任务：{v}{n}{t}{u}。完成情况：{v}{n}{a}{u}。",
    "市下达我县{n}任务{t}{u}，1-9月已{d}{a}{u}，占任务数的{p}%。",
    "01\n办好实事\n{v}{n}{t}{u}。\n· 进展情况 ·\n{n}已完成{a}{u}。",
    "按照县政府工作报告要求，全年{v}{n}{t}{u}。目前{d}{a}{u}，占任务的{p}%。",
    "我局承担的目标任务2项：一是{v}{n}{t}{u}；二是创新监管方式。目前，{n}已完成{a}{u}。",
    "{n}已完成{a}{u}，任务数为{t}{u}。",
)


@pytest.mark.parametrize("told", TOLD)
def test_whatever_it_is_called(told: str) -> None:
    wrong = {}
    for number, (verb, name, unit) in enumerate(THINGS):
        target, actual = 40 + 7 * number, 31 + 5 * number
        text = told.format(
            v=verb, n=name, u=unit, d=DONE.get(verb, verb), t=target, a=actual, p=round(actual / target * 100, 1)
        )
        document = Document.from_text(f"某县2023年重点工作1-9月进展情况\n{text}")
        tasks = extract(document, as_of=date(2023, 9, 30)).tasks
        read = [
            (i.target and i.target.text, i.actual and i.actual.text) for t in tasks for i in t.indicators if i.target
        ]
        if read != [(f"{target}{unit}", f"{actual}{unit}")]:
            wrong[text] = read
    assert wrong == {}


@pytest.mark.parametrize(
    "told",
    [
        "去年全县{d}{n}{t}{u}，今年已{d}{a}{u}。",
        "预计全年可{v}{n}{t}{u}。前三季度{d}{a}{u}。",
        "1-9月，全县{d}{n}{a}{u}，改造小区12个。",
    ],
)
def test_whatever_it_is_called_it_promises_nothing(told: str) -> None:
    wrong = {}
    for number, (verb, name, unit) in enumerate(THINGS):
        text = told.format(v=verb, n=name, u=unit, d=DONE.get(verb, verb), t=40 + 7 * number, a=31 + 5 * number)
        document = Document.from_text(f"某县2023年重点工作1-9月进展情况\n{text}")
        tasks = extract(document, as_of=date(2023, 9, 30)).tasks
        if read := [i.target.text for t in tasks for i in t.indicators if i.target]:
            wrong[text] = read
    assert wrong == {}


@pytest.mark.parametrize("owner", ["", "市公共资源交易中心：", "共青团市委牵头，"])
def test_what_is_veiled_for_the_rules_is_seen_by_nobody(owner: str) -> None:
    """Neither in what a person reads nor in the folded name that other reports and the register are held against."""
    lines = [f"{owner}{verb}{name}50{unit}，目前已完成31{unit}。" for verb, name, unit in THINGS]
    read = extract(
        Document.from_text("市公共资源交易中心2023年1-9月进展\n" + "\n".join(lines)), as_of=date(2023, 9, 30)
    )
    found = [i for t in read.tasks for i in t.indicators]
    assert "龘" not in repr(read)
    assert {i.folded for i in found} == {names.folded(i.name) for i in found}

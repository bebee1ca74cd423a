"""Period expressions, and the period of a whole report. All sentences are invented."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.report.period import PeriodMention, cutoff_of, period_mentions
from extraction.report.reporting import Period, report_period
from tests.timing import best_of_three

# text | expression | year | first month | last month | day | governs
EXPRESSIONS = """
重点项目进展一览(9月底) | 9月底 | - | 9 | 9 | - | cumulative
惠民实事清单(10月25日) | 10月25日 | - | 10 | 10 | 25 | cumulative
1-7月完成投资3亿元 | 1-7月 | - | 1 | 7 | - | cumulative
1—9月份全县脱贫户增收 | 1—9月份 | - | 1 | 9 | - | cumulative
1～6月入库税金 | 1～6月 | - | 1 | 6 | - | cumulative
1至10月,开工4个 | 1至10月 | - | 1 | 10 | - | cumulative
统计时间:2023年9月25日 | 2023年9月25日 | 2023 | 9 | 9 | 25 | cumulative
1 - 9 月销售4万吨 | 1 - 9 月 | - | 1 | 9 | - | cumulative
１－８月培训300人 | １－８月 | - | 1 | 8 | - | cumulative
1月-4月新增就业 | 1月-4月 | - | 1 | 4 | - | cumulative
1月份到5月份累计接诊 | 1月份到5月份 | - | 1 | 5 | - | cumulative
01-11月回访87户 | 01-11月 | - | 1 | 11 | - | cumulative
2019年1－12月实现产值 | 2019年1－12月 | 2019 | 1 | 12 | - | cumulative
今年1-5月归集 | 今年1-5月 | - | 1 | 5 | - | cumulative
21年1-3月签约6个 | 21年1-3月 | 2021 | 1 | 3 | - | cumulative
一至九月全镇造林 | 一至九月 | - | 1 | 9 | - | cumulative
一月至十一月共受理 | 一月至十一月 | - | 1 | 11 | - | cumulative
二〇一六年一至八月 | 二〇一六年一至八月 | 2016 | 1 | 8 | - | cumulative
二0一五年1-10月完成 | 二0一五年1-10月 | 2015 | 1 | 10 | - | cumulative
1-9全区培育小微企业 | 1-9 | - | 1 | 9 | - | cumulative
202311月份调度 | 202311月份 | 2023 | 11 | 11 | - | cumulative
1月1日至9月20日,办件 | 1月1日至9月20日 | - | 1 | 9 | 20 | cumulative
4-6月新开工 | 4-6月 | - | 4 | 6 | - | cumulative
前三季度,出口下降 | 前三季度 | - | 1 | 9 | - | cumulative
前两季度建成 | 前两季度 | - | 1 | 6 | - | cumulative
前3个季度发放 | 前3个季度 | - | 1 | 9 | - | cumulative
前11个月销售 | 前11个月 | - | 1 | 11 | - | cumulative
2020年前两个月,用电 | 2020年前两个月 | 2020 | 1 | 2 | - | cumulative
今年前五月进口 | 今年前五月 | - | 1 | 5 | - | cumulative
任务调度表(5月20日) | 5月20日 | - | 5 | 5 | 20 | cumulative
三季度新增2家 | 三季度 | - | 7 | 9 | - | cumulative
第三季度督查发现 | 第三季度 | - | 7 | 9 | - | cumulative
第1季度完成 | 第1季度 | - | 1 | 3 | - | cumulative
2季度办结 | 2季度 | - | 4 | 6 | - | cumulative
一季度末已清零 | 一季度末 | - | 1 | 3 | - | cumulative
一至三季度接待 | 一至三季度 | - | 1 | 9 | - | cumulative
1-3季度投放 | 1-3季度 | - | 1 | 9 | - | cumulative
一、二季度共检查 | 一、二季度 | - | 1 | 6 | - | cumulative
首季投资 | 首季 | - | 1 | 3 | - | cumulative
提前一个月完成首季征缴任务 | 首季 | - | 1 | 3 | - | other
实现首季开门红 | 首季 | - | 1 | 3 | - | other
上半年我镇 | 上半年 | - | 1 | 6 | - | cumulative
2022年上半年发电 | 2022年上半年 | 2022 | 1 | 6 | - | cumulative
半年度执行率 | 半年度 | - | 1 | 6 | - | cumulative
全年共完成改厕 | 全年 | - | 1 | 12 | - | cumulative
2021年全年降雨 | 2021年全年 | 2021 | 1 | 12 | - | cumulative
2018年度完成决算 | 2018年度 | 2018 | 1 | 12 | - | cumulative
截至9月底共收购 | 截至9月底 | - | 1 | 9 | - | cumulative
截至10月末余额 | 截至10月末 | - | 1 | 10 | - | cumulative
截止8月24日录入 | 截止8月24日 | - | 1 | 8 | 24 | cumulative
截至2023年7月7日 | 截至2023年7月7日 | 2023 | 1 | 7 | 7 | cumulative
截至2023.11.8 | 截至2023.11.8 | 2023 | 1 | 11 | 8 | cumulative
截至2022-05-16, | 截至2022-05-16 | 2022 | 1 | 5 | 16 | cumulative
截至9.15已铺设 | 截至9.15 | - | 1 | 9 | 15 | cumulative
截至1031日 | 截至1031日 | - | 1 | 10 | - | cumulative
截至6月30日通车 | 截至6月30日 | - | 1 | 6 | - | cumulative
截止到7月份,补贴 | 截止到7月份 | - | 1 | 7 | - | cumulative
截止1-5月底,累计 | 截止1-5月底 | - | 1 | 5 | - | cumulative
截至 1-8 月,已完成 | 截至 1-8 月 | - | 1 | 8 | - | cumulative
截至目前的10月中旬 | 10月中旬 | - | 10 | 10 | 20 | other
截至10月中旬建档 | 截至10月中旬 | - | 1 | 10 | 20 | cumulative
截至2020年底接入 | 截至2020年底 | 2020 | 1 | 12 | - | cumulative
到9月底已交付 | 到9月底 | - | 1 | 9 | - | cumulative
年初至8月末 | 年初至8月末 | - | 1 | 8 | - | cumulative
6月底,全县接种 | 6月底 | - | 6 | 6 | - | cumulative
9月份上报12家 | 9月份 | - | 9 | 9 | - | cumulative
最新进度(4月22日) | 4月22日 | - | 4 | 4 | 22 | cumulative
进展情况【11月8日】 | 11月8日 | - | 11 | 11 | 8 | cumulative
8月24日止,共 | 8月24日 | - | 8 | 8 | 24 | cumulative
上半年计划执行情况 | 上半年 | - | 1 | 6 | - | cumulative
三季度目标任务完成情况 | 三季度 | - | 7 | 9 | - | cumulative
重点目标前三季度落实情况 | 前三季度 | - | 1 | 9 | - | cumulative
去年1-9月为40% | 去年1-9月 | -1 | 1 | 9 | - | other
上年同期1-6月 | 上年同期1-6月 | -1 | 1 | 6 | - | other
较上半年提高 | 上半年 | - | 1 | 6 | - | other
比2019年度略高 | 2019年度 | 2019 | 1 | 12 | - | other
1-9月同期基数 | 1-9月 | - | 1 | 9 | - | other
全年任务的87% | 全年 | - | 1 | 12 | - | other
全年目标任务60户 | 全年 | - | 1 | 12 | - | other
占全年的45% | 全年 | - | 1 | 12 | - | other
上半年任务提前完成 | 上半年 | - | 1 | 6 | - | other
2024年度目标30个 | 2024年度 | 2024 | 1 | 12 | - | other
9月底前建成投用 | 9月底 | - | 9 | 9 | - | other
年底前交付 | 年底 | - | 1 | 12 | - | other
9月1日开学 | 9月1日 | - | 9 | 9 | 1 | other
四月十八日至五月十日补植 | 四月十八日至五月十日 | - | 4 | 5 | 10 | other
7月9日至17日,督查组 | 7月9日 | - | 7 | 7 | 9 | other
预计全年完成5亿元 | 全年 | - | 1 | 12 | - | forecast
预测上半年产值 | 上半年 | - | 1 | 6 | - | forecast
力争三季度开工 | 三季度 | - | 7 | 9 | - | forecast
全年有望突破 | 全年 | - | 1 | 12 | - | forecast
下半年组织验收 | 下半年 | - | 7 | 12 | - | forecast
四季度工作计划 | 四季度 | - | 10 | 12 | - | forecast
二、四季度重点工作 | 四季度 | - | 10 | 12 | - | forecast
四季度重点工作是加快收尾 | 四季度 | - | 10 | 12 | - | forecast
二、三季度重点工作完成情况 | 三季度 | - | 7 | 9 | - | cumulative
8月还将培训 | 8月 | - | 8 | 8 | - | forecast
预计三季度完成3家,进展顺利 | 三季度 | - | 7 | 9 | - | forecast
全年任务60户,推进顺利 | 全年 | - | 1 | 12 | - | other
明年上半年竣工 | 明年上半年 | 1 | 1 | 6 | - | forecast
工期推迟至11月底 | 至11月底 | - | 1 | 11 | - | forecast
"""


def _rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


def _number(cell: str) -> int | None:
    return None if cell == "-" else int(cell)


@pytest.mark.parametrize("row", _rows(EXPRESSIONS), ids=lambda row: row[0])
def test_an_expression_is_read(row: list[str]) -> None:
    text, words, year, first, last, day, governs = row
    found = {text[m.start : m.end]: m for m in period_mentions(text)}
    assert words in found, found
    mention = found[words]
    assert (mention.year, mention.first_month, mention.last_month) == (_number(year), int(first), int(last))
    assert (mention.day, mention.governs) == (_number(day), governs)


@pytest.mark.parametrize(
    "text",
    [
        "每人每月补助55元",
        "工期18个月",
        "13月",
        "工程提前3个月完工",
        "前1个月",
        "2.5月均值",
        "第3-5条",
        "12-3号楼",
        "一季水稻",
        "三月三歌节",
        "十月怀胎",
        "连续三年",
        "7月间伐",
        "3.2万户",
        "占比12.5%",
        "科创20条",
        "由8-6比分",
        "9-5月",
    ],
)
def test_what_is_no_period_stays_unread(text: str) -> None:
    assert period_mentions(text) == ()


@pytest.mark.parametrize("row", _rows(EXPRESSIONS), ids=lambda row: row[0])
def test_an_expression_is_read_alike_deep_in_a_text(row: list[str]) -> None:
    before, after = "各项工作有序推进。" * 30, "\n" + "各项工作有序推进。" * 30
    alone = [(m.start, m.end, m.last_month, m.governs) for m in period_mentions(row[0])]
    within = period_mentions(before + row[0] + after)
    assert [(m.start - len(before), m.end - len(before), m.last_month, m.governs) for m in within] == alone


def test_neighbours_are_read_apart() -> None:
    text = "1-6月收入2亿元,7月当月3000万元;1-7月累计2.3亿元,预计三季度3亿元"
    assert [text[m.start : m.end] for m in period_mentions(text)] == ["1-6月", "7月", "1-7月", "三季度"]


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        (PeriodMention(0, 1, None, 1, 9, None, "cumulative"), date(2022, 9, 30)),
        (PeriodMention(0, 1, None, 1, 2, None, "cumulative"), date(2022, 2, 28)),
        (PeriodMention(0, 1, 2020, 1, 2, None, "cumulative"), date(2020, 2, 29)),
        (PeriodMention(0, 1, -1, 1, 6, None, "other"), date(2021, 6, 30)),
        (PeriodMention(0, 1, 1, 1, 6, None, "forecast"), date(2023, 6, 30)),
        (PeriodMention(0, 1, None, 1, 8, 24, "cumulative"), date(2022, 8, 24)),
        (PeriodMention(0, 1, None, 2, 2, 31, "other"), None),
    ],
)
def test_cutoff_of_a_mention(mention: PeriodMention, expected: date | None) -> None:
    assert cutoff_of(mention, 2022) == expected


def _text_of(period: Period | None) -> str:
    return "-" if period is None else f"{period.year or '?'} {period.period} {period.cutoff or '?'} {period.basis}"


# title | body | signed | as of | published | the period
REPORTS = """
松河县2021年三季度重点工作进展情况 | 一、新建公厕12座。已建9座。 | - | - | 2022-03-01 | 2021 Q3 2021-09-30 title
2022年上半年民生实事进展 | 1-7月,新增床位90张。 | - | - | - | 2022 H1 2022-06-30 title
关于2020年1—11月投资完成情况的通报 | 略 | - | - | - | 2020 M11 2020-11-30 title
2019年1-12月就业情况 | 略 | - | - | - | 2019 FY 2019-12-31 title
四季度督查通报 | 今年的任务清单共12项。 | 2020-01-08 | - | - | 2019 FY 2019-12-31 title
某县2023年生产任务调度表(5月20日) | 全县计划42.6万亩。 | - | - | - | 2023 M05 2023-05-20 title
10月份工作进度 | 截至10月7日,2023年计划改造的8条道路已完工5条。 | - | - | - | 2023 M10 2023-10-07 title
2024年三季度工作总结及四季度工作计划 | 略 | - | - | - | 2024 Q3 2024-09-30 title
2018年度交通投资计划完成情况(截至4月28日) | 略 | - | - | - | 2018 M04 2018-04-28 title
2023年住房保障任务进度表(截至8月10日) | 略 | - | - | - | 2023 M07 2023-08-10 title
市水利局全面完成2016年河道治理任务 | 计划治理42公里,实际治理45公里。 | - | - | 2016-12-22 | 2016 FY 2016-12-31 title
2017年民生工程完成情况表 | 全县:计划200户,完成203户。 | - | - | 2018-01-20 | 2017 FY 2017-12-31 title
2019年水务目标任务完成情况 | 一、改63公里。二、前三季度降2.9%。 | - | - | 2020-01-13 | 2019 FY 2019-12-31 title
2019年水务目标任务完成情况 | 一、前三季度改造40公里。二、1-9月投资3亿元。 | - | - | 2020-01-13 | 2019 Q3 2019-09-30 body
2017年度重点项目完成情况 | 计划10个,完成10个。 | - | - | - | 2017 FY 2017-12-31 title
2022年民生实事办理结果公告 | 共办成10类。2021年同类事项完成率为95.1%。 | - | - | 2023-01-16 | 2022 FY 2022-12-31 title
2017年民生工程进度 | 计划200户,完成103户。 | - | - | 2017-07-20 | -
2017年民生工程进度 | 计划200户,完成103户。 | - | 2017-06-30 | 2017-07-20 | 2017 H1 2017-06-30 as_of
2024年重点任务落实情况报告 | 各项任务有序推进,现报告如下。 | 2024-10-12 | - | 2025-02-21 | 2024 Q3 2024-09-30 signature
2024年重点任务落实情况报告 | 各项任务有序推进,现报告如下。 | 2025-01-06 | - | - | 2024 FY 2024-12-31 signature
重点任务落实情况报告 | 各项任务有序推进,现报告如下。 | 2025-01-06 | - | - | 2024 FY 2024-12-31 signature
2024年重点任务落实情况报告 | 各项任务有序推进,现报告如下。 | 2025-03-20 | - | - | 2024 FY 2024-12-31 signature
重点任务落实情况报告 | 各项任务有序推进,现报告如下。 | 2022-07-31 | - | - | 2022 M07 2022-07-31 signature
2023年重点任务推进情况 | 截至9月底,开工12个。预计年底前全部建成。 | 2023-11-20 | - | - | 2023 Q3 2023-09-30 body
- | 截至8月24日,400户改造已完成280户,9月底前完成。〔2022〕14号 | - | - | - | 2022 M08 2022-08-24 body
- | 一、2023年目标90亿元,1-6月40亿元。二、1-7月5亿元。三、1-7月2亿元。 | - | - | - | 2023 M07 2023-07-31 body
- | 今年1-5月投资6亿元,预计上半年7.5亿元,力争全年16亿元。 | - | 2021-05-31 | - | 2021 M05 2021-05-31 body
- | 前三季度,全区新增8家。去年1-12月新增9家。 | - | - | 2019-10-17 | 2019 Q3 2019-09-30 body
- | 上半年,完成投资。 | - | - | 2020-01-05 | 2019 H1 2019-06-30 body
- | 12月底已建成。截至12月底共20座。 | - | - | 2020-01-05 | 2019 FY 2019-12-31 body
- | 截至3月底,办结21项。 | - | - | - | ? Q1 ? body
- | 2020年,全县生产总值增长2.1%;税收增长3%。2020年1-11月,专利申请40件。 | - | - | 2021-03-02 | 2020 FY 2020-12-31 body
- | 7月9日至17日,督查了主要目标任务上半年落实情况。2021年重点工作145项。 | - | - | - | 2021 H1 2021-06-30 body
- | 截至目前,累计投资6.1亿元,为年度目标的61%。 | - | 2020-06-02 | - | 2020 M05 2020-06-02 as_of
- | 截至目前,累计投资6.1亿元。 | - | 2020-06-28 | - | 2020 H1 2020-06-28 as_of
- | 截至目前,累计投资6.1亿元。 | - | 2021-01-10 | - | 2020 FY 2020-12-31 as_of
- | 截至目前,累计投资6.1亿元。 | - | - | 2021-01-10 | -
2024年工作要点分解方案 | 一、新建公厕12座。 | - | - | 2025-02-01 | -
2024年工作要点完成情况 | 一、新建公厕12座,已建12座。 | - | - | 2025-02-01 | 2024 FY 2024-12-31 title
关于2023年计划执行情况与2024年计划草案的报告 | 各项任务较好完成。 | - | - | 2024-02-01 | 2023 FY 2023-12-31 title
- | 全年新增就业5300人,全年发放贷款1.2亿元。 | - | - | 2022-01-15 | 2021 FY 2021-12-31 body
- | 全年新增就业目标5300人,全年解决4处饮水问题,现已解决3处。 | - | - | 2022-10-15 | -
- | 一、截至10月底,开工2处,全年发放补贴2次。 | - | - | 2022-11-15 | 2022 M10 2022-10-31 body
2022年推进情况 | 一、1-6月开工2处。二、12月底已具备通水条件,12月份验收。 | - | - | 2022-07-15 | 2022 H1 2022-06-30 body
- | 上半年各镇主动作为。8月开展督查,数据截至6月18日。完成造林3万亩。 | 2021-06-24 | - | - | 2021 H1 2021-06-18 body
- | 上半年各镇主动作为,上半年完成造林3万亩。数据统计截至6月12日。 | 2021-06-20 | - | - | 2021 M05 2021-06-12 body
- | 截至6月中旬,完成6万亩。7月雨季实施。1-6月无火灾。2021年覆盖率24%。 | - | 2022-06-30 | - | 2022 H1 2022-06-30 body
- | 已完成培训2180人次,8月还将培训900人次,7月召开会议。 | - | - | 2024-08-13 | -
- | 一、新增就业。3月份举办招聘会5场。 | - | - | 2024-08-13 | 2024 Q1 2024-03-31 body
- | 项目¦年度目标¦6月末¦9月末 | - | - | - | ? Q3 ? body
"""


def _day(cell: str) -> date | None:
    return None if cell == "-" else date.fromisoformat(cell)


@pytest.mark.parametrize("row", _rows(REPORTS), ids=lambda row: f"{row[0]} {row[1][:20]} {row[2]} {row[3]} {row[4]}")
def test_the_period_of_a_report(row: list[str]) -> None:
    title, body, signed, as_of, published, expected = row
    found = report_period(
        None if title == "-" else title, body.replace("¦", "|"), _day(signed), _day(as_of), _day(published)
    )
    assert _text_of(found) == expected


def test_the_text_wins_over_as_of() -> None:
    found = report_period("2022年前三季度通报", "略", None, date(2022, 6, 30))
    assert found == Period(2022, "Q3", date(2022, 9, 30), "title")


@given(st.integers(2010, 2030), st.integers(2, 12), st.sampled_from("-—～至到"), st.sampled_from(["月", "月份"]))
def test_any_year_and_month_are_followed(year: int, month: int, dash: str, ending: str) -> None:
    found = report_period(f"某县{year}年1{dash}{month}{ending}重点项目进展情况", "略", None, None)
    assert found is not None
    assert (found.year, found.cutoff and found.cutoff.month, found.basis) == (year, month, "title")


PIECES = st.sampled_from(
    [
        "截至",
        "1",
        "0",
        "9",
        "2023",
        "年",
        "月",
        "日",
        "底",
        "-",
        "至",
        "季度",
        "三",
        "十",
        "前",
        "上半年",
        "全年",
        " ",
        "\n",
        "|",
        "去年",
        "(",
        "20",
    ]
)


@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=30).map("".join)))
def test_any_text_gives_ordered_spans_within_it(text: str) -> None:
    mentions = period_mentions(text)
    places = [place for m in mentions for place in (m.start, m.end)]
    assert places == sorted(places)
    assert all(0 <= m.start < m.end <= len(text) and 1 <= m.first_month <= m.last_month <= 12 for m in mentions)
    for mention in mentions:
        cutoff_of(mention, 2024)
    report_period(text, text, None, None)


@pytest.mark.parametrize(
    "piece", ["1", "年", "截至", "1-", "十", "月", "1月", "2023年", " ", "一、", "前三", "截至2023.", "1月 1 日-"]
)
def test_hostile_repetition_takes_linear_time(piece: str) -> None:
    texts = [piece * (size // len(piece)) for size in (5_000, 40_000)]
    short, long = (best_of_three(lambda text=text: period_mentions(text)) for text in texts)
    assert long < 24 * max(short, 0.002)


def test_the_year_of_dated_months_is_known_from_one_mention() -> None:
    """(2023年1-8月), 2018年上半年 and 2018年,全市安排…计划 say which year the months of the title are of."""
    for body in ("二、分领域\n(2023年1-8月)\n完成36.8亿元。", "2023年,全市安排重点项目458个。1-8月完成622亿元。"):
        found = report_period("关于1-8月重点项目进展的简报", body, None, None)
        assert found is not None
        assert (found.year, found.cutoff) == (2023, date(2023, 8, 31))

"""Tables in the odder shapes that pages have: headings over lines, records, months, stories. All texts are invented."""

from __future__ import annotations

from datetime import date

from extraction.document import Document
from extraction.reading import extract
from extraction.records import Indicator


def indicators(text: str) -> list[Indicator]:
    return [i for task in extract(Document.from_text(text)).tasks for i in task.indicators]


def brief(text: str) -> list[tuple[str, str | None, str | None]]:
    """(owner and name, target with its unit, actual with its unit)."""
    return [
        (
            (i.owner or "") + i.name,
            i.target and f"{i.target.value.normalize():f}{i.target.unit}",
            i.actual and f"{i.actual.value.normalize():f}{i.actual.unit}",
        )
        for i in indicators(text)
    ]


def test_headings_and_units_over_three_lines_of_blanks() -> None:
    text = """2019年1-7月学校建设进展统计表
县区      建设情况                     资金情况                 位次
          计划竣工数  累计竣工数  竣工率   计划投资额  完成投资额  完成率
          （所）      （所）     （%）    （万元）   （万元）   （%）
全 县      24         9         37.5     8600      4300      50.0
东 镇      10         4         40.0     3500      1400      40.0     2
西河乡     14         5         35.7     5100      2900      56.9     1
"""
    assert brief(text) == [
        ("建设情况", "24所", "9所"),
        ("资金情况投资", "8600万元", "4300万元"),
        ("东镇建设情况", "10所", "4所"),
        ("东镇资金情况投资", "3500万元", "1400万元"),
        ("西河乡建设情况", "14所", "5所"),
        ("西河乡资金情况投资", "5100万元", "2900万元"),
    ]


def test_groups_of_projects_and_of_money() -> None:
    text = """2024年1-8月招商任务完成情况
单位：个、亿元
县区  新签约项目数              到位资金                排名
      目标    完成    完成率    目标    完成    完成率
城关区  50   33    66.0%   20.0   19.4   97.0%   1
平川县  30   12    40.0%   12.5   8.8    70.4%   3
"""
    assert brief(text) == [
        ("城关区新签约项目数", "50个", "33个"),
        ("城关区到位资金", "20亿元", "19.4亿元"),
        ("平川县新签约项目数", "30个", "12个"),
        ("平川县到位资金", "12.5亿元", "8.8亿元"),
    ]


def test_sections_and_stories_one_cell_per_line() -> None:
    text = """关于2023年前三季度民生实事进展的公示
实事名称
年度目标
责任单位
进展情况
完成比例
一、促进就业
技能培训
2400人次
区人社局
培训1560人次,合格率96%
65%
二、完善养老
社区食堂
15家
区民政局
建成投运9家,在建5家
60%
老年大学分校
4所
区教体局
已开班3所;1所正在装修
75%
注:数据由各单位报送。
"""
    assert brief(text) == [
        ("技能培训", "2400人次", "1560人次"),
        ("社区食堂", "15家", "9家"),
        ("老年大学分校", "4所", "3所"),
    ]


def test_headings_and_cells_that_break_over_lines() -> None:
    text = """凤来市2022年第三季度重点项目推进情况
项目名称
建设规模
年度投资计划
（万元）
累计完成投资
（万元）
完成
比例
存在问题
南部学校
总建筑面积3.2万平方米
8800
6160
70%
无
中医院
床位500张
12500
5000
40%
资金到位慢，
施工力量不足
环湖路
全长6.8公里
4100
4100
100%
无
"""
    assert brief(text) == [
        ("南部学校投资", "8800万元", "6160万元"),
        ("中医院投资", "12500万元", "5000万元"),
        ("环湖路投资", "4100万元", "4100万元"),
    ]


def test_records_of_labelled_lines() -> None:
    text = """山阳市2024年1-10月重点任务进展
责任单位：市发改委
指标：地区生产总值增速
年度目标：6.5%
完成情况：6.9%
责任单位：市水利局
指标：整治河道
年度目标：80公里
完成情况：51公里
"""
    assert brief(text) == [("地区生产总值增速", "6.5%", "6.9%"), ("整治河道", "80公里", "51公里")]


def test_months_with_their_sum() -> None:
    text = """石溪县2016年1-5月进展
项目名称 年度任务 1月 2月 3月 4月 5月 累计
沼气池（口） 900 60 40 110 90 60 360
"""
    assert brief(text) == [("沼气池", "900口", "360口")]


def test_a_date_lost_among_three_leaves_the_newest_figure_with_the_earlier_date() -> None:
    text = """临川县2018年实事进度（截至12月20日）
序号
项目名称
目标任务
截至10月底进度
截至11月底进度
截至12月20日进度
牵头单位
1
电商网点
70个
31个
45个
县商务局
2
停车泊位
500个
220个
360个
493个
县城管局
"""
    found = indicators(text)
    assert [(i.actual.text, i.actual.cutoff) for i in found if i.actual] == [
        ("45个", date(2018, 11, 30)),
        ("493个", date(2018, 12, 20)),
    ]


def test_what_stands_in_words_in_the_newest_column_is_not_answered_by_an_older_one() -> None:
    text = """平顺区2022年实事(12月底)
项目|年度目标|7月底进度|10月底进度|12月底进度
公交线路|8条|2条|5条|开通7条,另1条正在审批
口袋公园|6个|2个|4个|全部建成
管网普查|90公里|20公里|60公里|正在验收
"""
    found = indicators(text)
    assert [i.actual and i.actual.text for i in found] == ["7条", None, None]
    assert found[1].stated_status == "done"


def test_a_cell_dates_its_own_figure() -> None:
    text = "永新市2018年1-9月目标完成情况\n指标|目标|完成\n利用外资（亿美元）|6.4|4.1(1-8月)\n新增企业（家）|300|240\n"
    found = [i.actual for i in indicators(text)]
    assert [a.cutoff for a in found if a] == [date(2018, 8, 31), date(2018, 9, 30)]


def test_subtotals_are_called_by_their_class_and_the_sum_by_the_title() -> None:
    text = """石岭县2020年上半年重大项目投资完成情况表
单位：万元
类别|项目名称|总投资|年度计划投资|完成投资|完成率
合计||90000|32000|15200|47.5%
产业类|小计|50000|20000|11000|55%
|标准厂房|50000|20000|11000|55%
民生类|小计|40000|12000|4200|35%
|职教中心|40000|12000|4200|35%
"""
    names = [i.name for i in indicators(text)]
    assert names == ["重大项目投资", "产业类投资", "标准厂房投资", "民生类投资", "职教中心投资"]


def test_blank_cells_between_tabs_and_a_unit_above_the_last_column() -> None:
    text = (
        "2021年1-11月交通投资完成表\n\t\t\t\t\t金额单位：万元\n类别\t投资\t\t\t里程（公里）\t\n"
        "\t年度计划\t1-10月完成\t1-11月完成\t年度计划\t1-11月完成\n"
        "合计\t45000\t30100.5\t37240.8\t90.5\t83.8\n一、干线\t45000\t30100.5\t37240.8\t—\t—\n"
    )
    assert [(t, a) for _, t, a in brief(text)] == [
        ("45000万元", "37240.8万元"),
        ("90.5公里", "83.8公里"),
        ("45000万元", "37240.8万元"),
    ]


def test_digits_that_ran_together_tell_nothing() -> None:
    text = """2016年市政府实事1-5月进展
序号项目内容年度计划1-5月实际进度完成率责任单位
1农村公路180公里71.4公里39.7%市交通局
2改造学校20所75%市教育局
3小额贷款28001320市农办
4河道清淤60公里未报市水利局
5农贸市场8家2家25%市市场监管局
"""
    found = indicators(text)
    assert [(i.name, i.target and i.target.text, i.actual and i.actual.text) for i in found] == [
        ("农村公路", "180公里", "71.4公里"),
        ("改造学校", "20所", None),
        ("河道清淤", "60公里", None),
        ("农贸市场", "8家", "2家"),
    ]
    assert found[1].stated_completion is not None


def test_a_plan_told_apart_from_a_result_by_its_roundness() -> None:
    head = "2016年1-9月进展\n指标   年度目标   完成数   完成率\n甲类企业   8000   6000   75%\n"
    assert brief(head + "乙类企业   5980   92%\n")[1:] == [("乙类企业", None, None)]  # the result of a plan of 6500


def test_a_source_that_cannot_count_is_read_as_it_stands() -> None:
    text = """2017年考核指标完成情况
序号 考核指标 责任单位 单位 工作目标 已完成数 占年任务之比 备注
1城镇绿地 区园林局 公顷 45 54 125%
2养老床位 区民政局 张 280 超280 100%以上
3电商站点 区商务局 个 60 — — 待核定
4安全饮水 区水务局 万人 1.5 1.62 108% 含学校
"""
    assert brief(text) == [
        ("城镇绿地", "45公顷", "54公顷"),
        ("养老床位", "280张", "280张"),
        ("电商站点", "60个", None),
        ("安全饮水", "1.5万人", "1.62万人"),
    ]


def test_a_number_like_a_hotline_is_a_figure() -> None:
    text = "云溪县2019年1-6月收入\n指标|单位|年度计划|1-6月完成\n一般公共预算收入|万元|96800|12345\n"
    assert brief(text) == [("一般公共预算收入", "96800万元", "12345万元")]


def test_signed_is_not_done_and_a_purchase_is_no_bus() -> None:
    text = """福山市2024年民生实事（1-9月）
事项名称|年度任务目标|责任单位|1-9月完成情况|监督电话
公交更新|更新新能源公交车40辆|市交通局|签订采购合同40辆,已到位投运17辆|8240033
清洁取暖|完成取暖改造1.6万户|市住建局|已与10800户签订改造协议,正在施工|8236618
课后服务|课后服务覆盖率达到100%|市教体局|96所学校课后服务覆盖率100%,参与学生3.1万名|8213345
"""
    found = indicators(text)
    assert [i.actual and i.actual.text for i in found] == ["17辆", None, "100%"]
    assert found[1].refusal is not None


def test_a_part_in_brackets_answers_the_promise_that_is_called_like_it() -> None:
    text = """江崇区2023年实事(1-10月)
序号|全年目标任务|1-10月
1|新增养老床位500张,其中护理型床位不少于300张|新增412张(护理型221张)
2|新建幼儿园3所、新增学位960个|1所内部装修;新增学位360个
"""
    assert [a for _, _, a in brief(text)] == ["412张", "221张", None, "360个"]


def test_a_share_of_a_row_is_said_of_all_that_it_promises() -> None:
    text = """海曲区2020年重点工作进度(11月20日)
序号\t责任单位\t实施内容\t最新进度\t是否达序时
1\t区教体局\t新建幼儿园5所，新增学位1350个\t80%\t否
2\t区商务局\t实际到账外资1.2亿美元\t10,860万美元\t是
"""
    found = indicators(text)
    assert [float(i.stated_completion or 0) for i in found] == [0.8, 0.8, 0.0]
    assert found[2].target is not None
    assert found[2].actual is not None


def test_districts_at_the_head_of_groups_are_owners() -> None:
    text = """丰泽县2023年1-9月指标
指标 | 单位 | 全县 | | 东镇 | | 西乡 |
 | | 目标 | 完成 | 目标 | 完成 | 目标 | 完成
造林 | 亩 | 9500 | 7800 | 5500 | 4600 | 4000 | 3200
"""
    assert brief(text) == [
        ("造林", "9500亩", "7800亩"),
        ("东镇造林", "5500亩", "4600亩"),
        ("西乡造林", "4000亩", "3200亩"),
    ]


def test_as_many_figures_as_promises_answer_in_turn() -> None:
    text = """2019年1-11月实事
序号\t任务名称\t计划\t进展
1\t新建停车场及泊位\t14个、2600座\t11个、2415座
2\t农村幸福院\t30所\t27所
"""
    assert [(t, a) for _, t, a in brief(text)] == [("14个", "11个"), ("2600座", "2415座"), ("30所", "27所")]


def test_not_finished_yet_is_no_claim_of_a_lag() -> None:
    text = "2021年1-9月实事\n实事|年度目标|进展情况|是否完成\n托位|1200个|968个|否\n食堂|12家|12家|是\n"
    assert [i.stated_status for i in indicators(text)] == [None, "done"]


def test_growth_over_last_year_is_a_growth() -> None:
    text = """永新县2021年主要指标完成情况
指标 计量单位 2020年实绩 2021年目标 2021年1-12月完成 比上年增长
地区生产总值 亿元 186.3 增长7%左右 202.8 7.9%
粮食总产量 万吨 32.6 33.5万吨以上 32.9 0.9%
"""
    assert brief(text) == [("地区生产总值增速", "7%", "7.9%"), ("粮食总产量", "33.5万吨", "32.9万吨")]


def test_how_complaints_are_dealt_with_is_better_when_more() -> None:
    text = "2019年度实事\n项目 目标值 完成值\n信访事项按期办结率（%） 97 98.6\n隐患整改率（%） 95 96\n"
    assert [(i.kind, i.direction) for i in indicators(text)] == [("rate", "up"), ("cumulative", "up")]

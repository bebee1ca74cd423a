"""Tables -> tasks: what a row promises and reports, in every layout that reports use. All texts are invented."""

from __future__ import annotations

from datetime import date

import pytest

from extraction.document import Cell, Document, Table
from extraction.reading import extract
from extraction.records import Indicator

Spec = str | tuple[str, int, int]


def indicators(document: Document | str) -> list[Indicator]:
    read = extract(Document.from_text(document) if isinstance(document, str) else document)
    return [i for task in read.tasks for i in task.indicators]


def brief(document: Document | str) -> list[tuple[str, str | None, str | None]]:
    """(owner and name, target with its unit, actual with its unit)."""
    return [
        (
            (i.owner or "") + i.name,
            i.target and f"{i.target.value.normalize():f}{i.target.unit}",
            i.actual and f"{i.actual.value.normalize():f}{i.actual.unit}",
        )
        for i in indicators(document)
    ]


def marked_up(title: str, rows: list[list[Spec]]) -> Document:
    """A document of a title and one table; a cell is a text or (text, row span, column span)."""
    text, cells, taken = title + "\n", list[Cell](), set[tuple[int, int]]()
    start = len(text)
    for row, specs in enumerate(rows):
        column = 0
        for order, spec in enumerate(specs):
            piece, height, width = (spec, 1, 1) if isinstance(spec, str) else spec
            while (row, column) in taken:
                column += 1
            text += "\t" if order else ""
            cells.append(Cell(row, column, len(text), len(text) + len(piece), height, width))
            text += piece
            taken |= {(row + a, column + b) for a in range(height) for b in range(width)}
        text += "\n"
    return Document(text, (), (Table(start, len(text) - 1, tuple(cells)),))


def test_unit_column_and_thousands() -> None:
    text = """云岭区2024年民生实事进展(1-9月)
序号|项目|单位|年度目标|9月末完成|完成率|备注
1|新建社区食堂|个|12|7|58.3%|
2|改造供水管网|公里|45.5|39|85.7%|
3|惠民演出|场|1,200|1,050|87.5%|
"""
    assert brief(text) == [
        ("新建社区食堂", "12个", "7个"),
        ("改造供水管网", "45.5公里", "39公里"),
        ("惠民演出", "1200场", "1050场"),
    ]


def test_unit_above_the_table_a_dash_and_a_plan_of_nothing() -> None:
    text = """平湖县2023年1-9月重点工作目标任务完成情况表
单位:万元
项目\t年度计划\t累计完成\t完成比例
道路工程\t125,600\t98,300\t78.3%
水利工程\t36,000\t-\t-
校舍改造\t0\t0\t
"""
    assert brief(text) == [("道路工程", "125600万元", "98300万元"), ("水利工程", "36000万元", None)]


def test_result_before_plan_and_unit_in_the_name() -> None:
    text = """前三季度任务进展(2023年1-9月)
任务名称 | 完成数 | 计划数 | 完成率
新增托位(个) | 820 | 1000 | 82%
培训护理员(人次) | 450 | 900 | 50%
"""
    assert brief(text) == [("新增托位", "1000个", "820个"), ("培训护理员", "900人次", "450人次")]


@pytest.mark.parametrize("columns", ["1-8月累计|8月完成", "8月完成|1-8月累计"])
def test_the_months_own_figure_is_not_the_years(columns: str) -> None:
    cells = "88|6" if columns.startswith("1") else "6|88"
    text = (
        f"青溪市2022年1-8月主要任务\n指标|单位|全年任务|{columns}\n新增企业|家|120|{cells}\n新增商户|户|120|{cells}\n"
    )
    assert [i.actual and i.actual.text for i in indicators(text)] == ["88", "88"]


def test_only_a_months_figure_is_refused() -> None:
    text = "青溪市2022年8月主要任务\n指标|单位|全年任务|当月完成\n新增企业|家|120|6\n造林|亩|5000|120\n"
    assert [(i.actual, i.refusal is not None) for i in indicators(text)] == [(None, True), (None, True)]


def test_a_months_plan_is_due_at_the_cutoff() -> None:
    text = """青溪市2022年8月工程进度通报
项目名称|当月计划进度|实际进度|责任单位
东大桥|60%|52%|市交通局
西环路|40%|41%|市住建局
"""
    found = indicators(text)
    assert [i.due for i in found] == [date(2022, 8, 31)] * 2
    assert [i.actual and i.actual.text for i in found] == ["52%", "41%"]


def test_a_years_plan_of_progress_accrues() -> None:
    text = "青溪市2022年1-9月工程进度\n项目名称|年度计划进度|实际进度\n东大桥|100%|74%\n西环路|100%|90%\n"
    assert [(i.kind, i.accrues, i.due) for i in indicators(text)] == [("cumulative", True, None)] * 2


def test_a_milestone_with_a_percentage_rests_on_the_bureaus_word() -> None:
    text = """青溪市2022年1-9月重点项目进度表
序号|项目名称|年度目标|形象进度|备注
1|城南小学|建成投用|95%|
2|中心医院|主体封顶|60%(偏慢)|雨季影响
3|北湖公园|开工建设|正在办理土地手续|
"""
    found = indicators(text)
    assert [(i.name, i.target, i.actual) for i in found] == [("城南小学", None, None), ("中心医院", None, None)]
    assert [(str(i.stated_completion), i.stated_status) for i in found] == [("0.95", None), ("0.6", "lagging")]


def test_shares_without_a_plan_and_their_remarks() -> None:
    text = """2021年交通工程年度投资计划完成情况(截至6月底)
序号 工程名称 完成年度计划 备注
1 北环改线 48%
2 南港码头 22%(严重滞后)
3 东站枢纽 0 未开工
"""
    found = indicators(text)
    assert [(i.name, float(i.stated_completion or 0), i.stated_status) for i in found] == [
        ("北环改线", 0.48, None),
        ("南港码头", 0.22, "lagging"),
        ("东站枢纽", 0.0, "lagging"),
    ]


def test_two_tiers_have_each_their_own_share() -> None:
    text = """云山县2024年1-6月招商目标进度
指标|单位|确保目标|力争目标|1-6月完成|占确保%|占力争%
到位资金|亿元|30|36|16.2|54|45
签约项目|个|20|25|9|45|36
"""
    found = indicators(text)
    assert [i.tier for i in found] == ["firm", "stretch"] * 2
    assert [float(i.stated_completion or 0) for i in found] == [0.54, 0.45, 0.45, 0.36]


def test_districts_by_groups_of_columns() -> None:
    text = """云山县2024年1-6月任务进度表
乡镇|改厕(户)|||修路(公里)||
|任务|完成|完成率|任务|完成|完成率
青山镇|300|180|60%|12|5|41.7%
白水乡|200|90|45%|8|—|—
合计|500|270|54%|20|5|25%
"""
    assert brief(text) == [
        ("青山镇改厕", "300户", "180户"),
        ("青山镇修路", "12公里", "5公里"),
        ("白水乡改厕", "200户", "90户"),
        ("白水乡修路", "8公里", None),
        ("改厕", "500户", "270户"),
        ("修路", "20公里", "5公里"),
    ]


def test_departments_own_the_rows_that_have_no_name() -> None:
    text = """云山县2024年1-6月固定资产投资任务完成情况
单位:万元
责任单位|年度任务|已完成|完成率
县交通局|12000|7000|58.3%
县水利局|8000|3000|37.5%
"""
    assert brief(text) == [
        ("县交通局固定资产投资", "12000万元", "7000万元"),
        ("县水利局固定资产投资", "8000万元", "3000万元"),
    ]


def test_plan_and_result_as_rows() -> None:
    text = """云山县2024年1-6月经济指标
类型|工业投资(亿元)|外贸出口(亿美元)|新增就业(人)
年度目标|120|8.5|3600
累计完成|66|3.1|2100
完成率|55%|36.5%|58.3%
"""
    assert brief(text) == [
        ("工业投资", "120亿元", "66亿元"),
        ("外贸出口", "8.5亿美元", "3.1亿美元"),
        ("新增就业", "3600人", "2100人"),
    ]


def test_plan_and_result_as_rows_of_districts_one_cell_per_line() -> None:
    cells = "项目 类型 造林(亩) 育苗(万株) 全县 计划 900 40 实绩 600 22 占计划% 66.7 55 河西镇 计划 300 10 实绩 90 6"
    text = "水田县2023年林业任务调度表(8月20日)\n" + "\n".join([*cells.split(), "占计划%", "30", "60"])
    assert set(brief(text)) == {
        ("造林", "900亩", "600亩"),
        ("育苗", "40万株", "22万株"),
        ("河西镇造林", "300亩", "90亩"),
        ("河西镇育苗", "10万株", "6万株"),
    }


def test_ceilings_reductions_and_comparison_signs() -> None:
    text = """2023年安陵市质量指标(1-12月)
指标名称|目标值|完成值
食品抽检合格率|98%以上|99.1%
城镇登记失业率|4.5%以内|3.2%
单位GDP能耗下降|3%|3.4%
PM2.5平均浓度|≤35微克/立方米|38微克/立方米
"""
    found = [(i.kind, i.target and i.target.operator, i.direction) for i in indicators(text)]
    assert found == [("rate", ">=", "up"), ("ceiling", "<=", "down"), ("rate", "==", "up"), ("ceiling", "<=", "down")]


def test_controlled_numbers_are_ceilings() -> None:
    text = """青川区2023年1-9月控制指标执行情况
指标|控制目标|实际发生
生产安全事故(起)|不超过12|7
道路交通死亡人数(人)|15|14
"""
    assert [(i.kind, i.accrues) for i in indicators(text)] == [("ceiling", True)] * 2


def test_other_years_forecasts_and_growth_answer_nothing() -> None:
    text = """安陵市2023年实事进展(1-9月)
指标|去年同期|2022年完成|年度目标|1-9月实绩|预计全年|同比增减%
技改投资(亿元)|30|39|50|41|52|36.7
新增岗位(个)|2000|2500|3000|2600|3100|30
"""
    assert brief(text) == [("技改投资", "50亿元", "41亿元"), ("新增岗位", "3000个", "2600个")]
    assert [i.stated_completion for i in indicators(text)] == [None, None]


def test_the_years_investment_and_nothing_else_of_money() -> None:
    text = """安陵市2023年重点项目(1-9月)
单位:亿元
项目名称|总投资|年度计划投资|自开工累计完成投资|本年完成投资|资金到位|完成率
化工园|80|20|55|13|18|65%
物流港|30|10|12|9|9.5|90%
"""
    assert brief(text) == [("化工园投资", "20亿元", "13亿元"), ("物流港投资", "10亿元", "9亿元")]


def test_started_does_not_answer_completed() -> None:
    text = """安陵市2023年1-6月安居任务
县区|计划完成数(套)|累计开工数(套)
东县|300|120
西县|200|200
"""
    assert [(i.actual, i.stated_status) for i in indicators(text)] == [(None, None)] * 2


def test_started_answers_where_the_rate_is_of_it() -> None:
    text = """安陵市2023年1-6月安居任务
县区|计划完成数(套)|累计开工数(套)|开工率
东县|300|120|40%
西县|200|200|100%
"""
    assert [actual for _, _, actual in brief(text)] == ["120套", "200套"]


def test_level_and_growth_are_two_promises() -> None:
    text = """青川区2023年1-9月主要经济指标
指标|年度目标(总量)|年度目标(增速)|1-9月总量|1-9月增速
外贸出口|20亿元|6%|14.1亿元|-2.5%
技改投资|—|9%|8.8亿元|10.2%
"""
    assert brief(text) == [
        ("外贸出口", "20亿元", "14.1亿元"),
        ("外贸出口增速", "6%", "-2.5%"),
        ("技改投资增速", "9%", "10.2%"),
    ]


def test_a_growth_is_answered_by_the_column_of_growth() -> None:
    text = """青川区2023年1-9月主要经济指标
指标名称|年度目标|1-9月完成|同比增长
规上工业增加值|增长8%|120亿元|6.5%
公共预算收入|12亿元|8.6亿元|5%
"""
    assert brief(text) == [("规上工业增加值增速", "8%", "6.5%"), ("公共预算收入", "12亿元", "8.6亿元")]


def test_the_newest_of_several_columns_that_holds_a_number() -> None:
    text = """青川区2023年实事项目(截至12月底)
项目|目标任务|7月进度|10月进度|12月进度
充电桩|200个|90个|150个|206个
护栏|5公里|1公里|3公里|—
"""
    found = [i.actual for i in indicators(text)]
    assert [(a.text, a.cutoff) for a in found if a] == [("206个", date(2023, 12, 31)), ("3公里", date(2023, 10, 31))]


def test_nodes_of_the_plan_have_their_own_deadline() -> None:
    text = """安陵市2024年节点目标(1-6月)
指标|单位|全年目标|二季度节点目标|1-6月完成
危房改造|户|600|350|300
技能培训|人次|900|400|520
"""
    assert [i.due for i in indicators(text)] == [None, date(2024, 6, 30)] * 2


def test_a_number_planned_and_a_story_told() -> None:
    text = """安陵市2023年实事进展(截至9月底)
序号|任务|年度目标|进展情况
1|新建口袋公园|15个|已建成12个,3个在建
2|农村公路|120公里|完成路基60公里、路面45公里
3|残疾人培训|500人次|620人次
"""
    assert brief(text) == [
        ("新建口袋公园", "15个", "12个"),
        ("农村公路", "120公里", None),
        ("残疾人培训", "500人次", "620人次"),
    ]


def test_a_plan_without_progress_promises() -> None:
    text = """安陵市2024年政府工作报告任务分解表
序号|工作任务|牵头领导|责任单位|完成时限
1|新增城镇就业3万人,失业率控制在5%以内|王某|市人社局|12月底
2|建设标准厂房20万平方米|李某|市工信局|10月底
"""
    found = extract(Document.from_text(text)).tasks
    assert [t.departments for t in found] == [("市人社局",), ("市工信局",)]
    assert [i.target and i.target.text for t in found for i in t.indicators] == ["3万人", "5%", "20万平方米"]


def test_the_flag_is_a_claim_of_its_row_only() -> None:
    text = """青川区2023年1-9月重点任务
序号|任务|责任单位|是否达序时|未达原因
1|新建学校3所|区教育局|是|
2|改造管网12公里|区住建局|否|征地
3|建设公园2个、绿道8公里|区园林局|否|资金
"""
    assert [i.stated_status for i in indicators(text)] == ["ongoing", "lagging", None, None]


def test_what_was_not_reported_is_not_nought() -> None:
    text = """安陵市2023年实事进展(截至9月底)
项目|年度计划|累计完成|完成率
新建公厕|40座|/|/
改造路灯|1500盏|暂无|
新增绿地|22公顷|0|0
"""
    assert [i.actual and i.actual.text for i in indicators(text)] == [None, None, "0"]


def test_a_table_without_promises_has_no_indicators() -> None:
    text = "青川区2023年1-9月统计\n指标|1-9月累计|同比增减%\n用电(万千瓦时)|3200|5.1\n货运量(万吨)|210|2.2\n"
    assert indicators(text) == []


def test_a_row_that_lost_a_cell_is_left_out_where_it_could_be_either() -> None:
    text = """青川区2023年1-9月任务完成情况 单位:万元
科目    年度预算    1-9月执行数    完成预算%
税收    5000    4000    80
上级补助    3200
专项    1200    37.5
"""
    assert brief(text) == [("税收", "5000万元", "4000万元")]


def test_numbers_of_columns_are_no_figures() -> None:
    text = """青川区2024年1-6月生产进度
指标|单位|年计划|1-6月完成|完成%
甲|乙|1|2|3=2/1
原煤|万吨|120|66|55
水泥|万吨|80|31|38.8
"""
    assert brief(text) == [("原煤", "120万吨", "66万吨"), ("水泥", "80万吨", "31万吨")]


def test_blanks_lost_between_cells() -> None:
    text = """古田乡2021年项目完成情况(截至11月底)
序号任务名称年度计划完成数完成率
1户厕改造2000户1560户78%
2道路硬化46.5公里46.5公里100%
"""
    assert brief(text) == [("户厕改造", "2000户", "1560户"), ("道路硬化", "46.5公里", "46.5公里")]


def test_marked_up_headings_over_two_rows() -> None:
    document = marked_up(
        "2024年1-9月重点任务进展情况表",
        [
            [("重点任务进展情况表", 1, 6)],
            [("单位:万元", 1, 6)],
            [("类别", 2, 1), ("项目", 2, 1), ("年度计划", 1, 2), ("1-9月完成", 1, 2)],
            ["项目数(个)", "投资", "项目数(个)", "投资"],
            [("交通", 2, 1), "公路", "12", "56000", "9", "41000"],
            ["航道", "3", "8000", "1", "7600"],
        ],
    )
    assert brief(document) == [
        ("公路项目数", "12个", "9个"),
        ("公路投资", "56000万元", "41000万元"),
        ("航道项目数", "3个", "1个"),
        ("航道投资", "8000万元", "7600万元"),
    ]


def test_marked_up_units_in_a_row_of_their_own() -> None:
    document = marked_up(
        "青川区2024年1-6月生产进度",
        [
            [("乡镇", 3, 1), ("粮食", 1, 2), ("生猪", 1, 2)],
            ["计划", "完成", "计划", "完成"],
            ["(亩)", "(亩)", "(头)", "(头)"],
            ["东乡", "5000", "4800", "900", "400"],
        ],
    )
    assert brief(document) == [("东乡粮食", "5000亩", "4800亩"), ("东乡生猪", "900头", "400头")]


def test_a_plan_over_several_rows_is_the_plan_of_none() -> None:
    document = marked_up(
        "青川区2024年1-6月项目",
        [
            ["项目", "年度计划", "累计完成"],
            ["一期工程", ("90套", 2, 1), "30套"],
            ["二期工程", "45套"],
            ["三期工程", "20套", "9套"],
        ],
    )
    assert brief(document) == [("三期工程", "20套", "9套")]


def test_spans_hold_what_they_say() -> None:
    text = "云岭区2024年进展(1-9月)\n项目\t年度目标\t累计完成\n新建食堂\t１２个\t７个\n惠民演出\t1，200场\t300场\n"
    for indicator in indicators(text):
        for part in (indicator.target, indicator.actual):
            assert part is not None
            assert part.start is not None
            assert text[part.start : part.end] == part.text


def test_quarters_that_fall_are_no_running_total() -> None:
    text = """东县2022年民生实事(截至9月底)
项目|年度任务|一季度|二季度|三季度
公厕|20座|3座|9座|15座
路灯|300盏|140盏|110盏|40盏
"""
    assert [i.actual and i.actual.text for i in indicators(text)] == ["15座", None]


def test_funds_in_place_answer_where_the_table_calls_them_completion() -> None:
    text = """东县2022年1-9月资金计划执行表(万元)
项目|计划资金|到位资金|完成率
水库|800|600|75%
堤防|500|400|60%
"""
    assert brief(text) == [("水库", "800万元", "600万元"), ("堤防", "500万元", None)]


def test_taxes_collected_and_the_unit_of_the_title() -> None:
    text = """东县2022年1-6月税收完成情况(万元)
税种  年初预算  累计入库  完成年初预算%  同比%
增值税  5200  2600  50  3
契税  800  460  57.5  -2
"""
    assert brief(text) == [("增值税", "5200万元", "2600万元"), ("契税", "800万元", "460万元")]


def test_any_cell_lost_from_a_row_never_pairs_the_wrong_figures() -> None:
    head = "东县2022年1-9月进展\n项目|年度计划(万元)|完成(万元)|完成率|备注\n水库|800|600|75%|\n"
    cells = ["堤防", "500", "140", "28%", "正常"]
    for lost in range(len(cells)):
        row = "|".join(cells[:lost] + cells[lost + 1 :])
        found = [(t, a) for name, t, a in brief(head + row + "\n") if a and t != "800万元"]
        assert found in ([], [("500万元", "140万元")]), row


def test_a_plan_beside_two_groups_is_of_the_one_that_plans_nothing() -> None:
    rows: list[list[Spec]] = [
        [("序号", 2, 1), ("项目", 2, 1), ("年度目标", 2, 1), ("资金", 1, 2), ("进度", 1, 2)],
        ["计划投资(万元)", "完成投资(万元)", "9月底进展", "是否达序时"],
        ["1", "村级卫生室", "新建16所", "430", "361", "建成13所", "是"],
        ["2", "乡村道路", "硬化44公里", "2240", "1485", "完成31.5公里", "否"],
    ]
    assert brief(marked_up("岭西县2023年民生实事1-9月进度表", rows)) == [
        ("村级卫生室资金", "430万元", "361万元"),
        ("村级卫生室", "16所", "13所"),
        ("乡村道路资金", "2240万元", "1485万元"),
        ("乡村道路", "44公里", "31.5公里"),
    ]


def test_a_marked_up_form_of_self_assessment_with_fields_that_cover_columns() -> None:
    rows: list[list[Spec]] = [
        [("项目支出绩效自评表", 1, 11)],
        [("(2022年度)", 1, 11)],
        [("项目名称", 1, 3), ("乡村公厕管护", 1, 8)],
        [("主管部门", 1, 3), ("县城管局", 1, 3), ("实施单位", 1, 2), ("环卫所", 1, 3)],
        [("项目资金(万元)", 3, 3), "", "年初预算数", "全年预算数", ("全年执行数", 1, 2), "分值", "执行率", "得分"],
        ["年度资金总额", "300", "320", ("304", 1, 2), "10", "95%", "9.5"],
        ["其中:当年财政拨款", "300", "320", ("304", 1, 2), "—", "95%", "—"],
        [("年度总体目标", 2, 1), ("预期目标", 1, 5), ("实际完成情况", 1, 5)],
        [("全面管护乡村公厕", 1, 5), ("管护到位", 1, 5)],
        [
            ("绩效指标", 6, 1), "一级指标", "二级指标", ("三级指标", 1, 2), "年度指标值", ("实际完成值", 1, 2),
            "分值", "得分", "偏差原因分析及改进措施",
        ],
        [("产出指标", 3, 1), ("数量指标", 2, 1), ("管护公厕数", 1, 2), "≥210座", ("198座", 1, 2), "20", "18", "拆除"],
        [("更换洁具", 1, 2), "450套", ("462套", 1, 2), "10", "10", ""],
        ["时效指标", ("粪污清运及时性", 1, 2), "及时", ("及时", 1, 2), "15", "15", ""],
        ["效益指标", "社会效益指标", ("投诉办结率", 1, 2), "=100%", ("100%", 1, 2), "15", "15", ""],
        ["满意度指标", "服务对象满意度", ("群众满意度", 1, 2), "≥90%", ("88%", 1, 2), "10", "9", "异味"],
        [("总分", 1, 8), "100", "96.5", ""],
    ]  # fmt: skip
    assert brief(marked_up("公厕管护项目绩效自评", rows)) == [
        ("年度资金总额", "320万元", "304万元"),
        ("管护公厕数", "210座", "198座"),
        ("更换洁具", "450套", "462套"),
        ("投诉办结率", "100%", "100%"),
        ("群众满意度", "90%", "88%"),
    ]

"""What a page says of itself, and which of its lines are no report. All pages are invented."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.document import Document
from extraction.report.metadata import Signature, furniture, read_report, signature
from extraction.report.page import read_page
from tests.timing import best_of_three

BODY = "今年以来,各项任务有序推进。\n一、新建公厕12座。已建成9座。"
TITLE = "松河县水利局关于2023年重点任务三季度进展情况的报告"


def _masked(text: str) -> list[str]:
    return [text[start:end] for start, end in furniture(Document.from_text(text))]


def _kept(text: str) -> list[str]:
    masked = _masked(text)
    return [line.strip() for line in text.splitlines() if line.strip() and line.strip() not in masked]


def test_padded_labels_two_on_a_line_and_an_empty_one() -> None:
    head = f"""您现在的位置 : 首页 > 政务督查
{TITLE}
索 引 号 : 014203311/2023-00871 文       号 :
主题分类: 水利 发文单位: 松河县水利局
名\u3000\u3000称: {TITLE} 发布日期: 2024年01月19日
有 效 性: 有效 发文日期:
"""
    report = read_report(Document.from_text(head + BODY))
    assert (report.title, report.index_number, report.document_number) == (TITLE, "014203311/2023-00871", None)
    assert (report.topic, report.issuer, report.published_on) == ("水利", "松河县水利局", date(2024, 1, 19))
    assert (report.region, report.year, report.period, report.cutoff) == ("松河县", 2023, "Q3", date(2023, 9, 30))
    assert _kept(head + BODY) == [TITLE, *BODY.splitlines()]


def test_labels_and_values_on_alternating_lines() -> None:
    head = """索引号
11500102009/2022-00140
发布机构
江陵区教育委员会
发文字号：
江陵教发〔2022〕31号
成文日期
2022-07-08
发布日期
2022-07-15
有效性：
标题：
江陵区2022年上半年教育民生实事进展
"""
    report = read_report(Document.from_text(head + BODY))
    assert (report.index_number, report.issuer) == ("11500102009/2022-00140", "江陵区教育委员会")
    assert (report.document_number, report.signed_on) == ("江陵教发〔2022〕31号", date(2022, 7, 8))
    assert (report.published_on, report.title) == (date(2022, 7, 15), "江陵区2022年上半年教育民生实事进展")
    assert (report.period, report.cutoff) == ("H1", date(2022, 6, 30))
    assert _kept(head + BODY) == ["江陵区2022年上半年教育民生实事进展", *BODY.splitlines()]


@pytest.mark.parametrize("bar", [" | ", "\t"])
def test_labels_in_the_cells_of_a_row(bar: str) -> None:
    rows = [
        bar.join(["索引号", "113706850042672474/2022-04772", "发布机构", "招海市人民政府办公室"]),
        bar.join(["公开目录", "", "发布日期", "2022-10-21"]),
        bar.join(["发布日期", "2022-10-21", "主题分类", "政务督查"]),
    ]
    text = "\n".join([rows[0], rows[2], TITLE, BODY])
    report = read_report(Document.from_text(text))
    assert (report.index_number, report.issuer) == ("113706850042672474/2022-04772", "招海市人民政府办公室")
    assert (report.published_on, report.topic) == (date(2022, 10, 21), "政务督查")
    assert _masked(text) == [rows[0], rows[2]]


def test_stamps_tools_and_counters() -> None:
    text = f"""首页 >> 政务公开 >> 正文
2020年民生工程完成情况表
2021-01-13 16:06  市民生办 [字号: ] 打印
{BODY}
上一篇:远山市超额完成造林5万亩
【打印】【关闭】
蜀ICP备19000001号
政府网站标识码:5100000000"""
    report = read_report(Document.from_text(text))
    assert (report.title, report.published_on) == ("2020年民生工程完成情况表", date(2021, 1, 13))
    assert (report.year, report.period) == (2020, "FY")
    assert _kept(text) == ["2020年民生工程完成情况表", *BODY.splitlines()]


@pytest.mark.parametrize(
    "line",
    [
        "时间:2019-11-22 来源:",
        "点击:139次",
        "设置字体大小:【 】 【打印】 【页面调色板  发布时间:2013-12-19",
        "发表时间:2025-10-09 14:34 信息来源:民生办 作者:民生办 阅读人次: 字体:[    ] 保护视力色:",
        "来源:市信息中心 发布日期:2019-10-17 05:00 访问量:",
        "字号: 大 中 小 分享到:",
        "【字体:大 中 小】 打印 关闭 收藏",
        "2016-07-12 09:41  来源:市发展改革委",
        "无障碍浏览 | 关怀版 | 打印",
        "公开方式:主动公开 公开范围:面向社会",
        "用微信扫描二维码分享至好友和朋友圈",
        "松政督发〔2022〕8号",
        "当前位置: 首页 > 政务公开 > 督查",
        "附件1",
    ],
)
def test_furniture_of_the_head(line: str) -> None:
    text = f"{line}\n{TITLE}\n{line}\n{BODY}"
    assert _masked(text) == [line, line]


@pytest.mark.parametrize(
    "line",
    [
        "上一篇:远山市造林5万亩",
        "下一篇: 没有了",
        "责任编辑:李某",
        "(此件公开发布)",
        "联系电话:0713-8220000",
        "附件:1.进度表.xlsx",
        "扫一扫在手机打开当前页",
        "网站主管部门:松河县信息中心",
        "主办:松河县水利局 网站标识码:4212000000 鄂ICP备00000000号",
        "该链接属站外链接,请确认",
        "初审:王某 复审:李某 终审:赵某",
    ],
)
def test_furniture_of_the_tail(line: str) -> None:
    assert _masked(f"{TITLE}\n{BODY}\n{line}") == [line]


def test_related_pages_at_the_foot_are_no_report() -> None:
    text = f"{TITLE}\n{BODY}\n相关阅读:\n邻湖区上半年改造旧房3207户\n全市将加装电梯1万台"
    assert _kept(text) == [TITLE, *BODY.splitlines()]


@pytest.mark.parametrize(
    "line",
    [
        "时间:1-9月累计完成12座",
        "名称|单位|目标|完成",
        "名称\t目标\t完成",
        "时间\t完成数",
        "来源|数量",
        "二维码门牌安装|5000个|4200个",
        "来源地分类处理设施建设12座,已建9座。",
        "分类:已建成3处;在建2处;",
        "大",
        "打印店整治12家,已完成9家。",
        "浏览器适配改造30项。",
        "项目名称:城北水厂扩建",
        "责任单位:县住建局",
        "目标任务:新建公厕12座",
        "来源:全年引进外地企业30家,其中上市公司的子公司12家,已落地",
        "1.留言办理率达到98%",
        "地址迁移补助户数>300>240",
    ],
)
def test_a_line_of_the_body_is_never_swallowed(line: str) -> None:
    text = f"{TITLE}\n{BODY}\n{line}\n目前完成公厕9座。\n{BODY}"
    assert _masked(text) == []
    start = f"{TITLE}\n{line}\n{BODY}"
    assert _masked(start) == [] or line == "大"


@pytest.mark.parametrize(
    ("ending", "issuer", "signed"),
    [
        ("松河县水利局     \n\n2023年10月12日", "松河县水利局", date(2023, 10, 12)),
        ("松河县水利局\n二〇二三年十月十二日", "松河县水利局", date(2023, 10, 12)),
        ("松河县水利局 2023年10月9日", "松河县水利局", date(2023, 10, 9)),
        ("        2023 年 10 月 9 日", None, date(2023, 10, 9)),
        ("松河县水利局\n2023年10月31日\n(此件公开发布)\n主办:松河县水利局", "松河县水利局", date(2023, 10, 31)),
    ],
)
def test_the_signature(ending: str, issuer: str | None, signed: date) -> None:
    text = f"重点任务落实情况\n{BODY}\n{ending}"
    found = signature(Document.from_text(text))
    assert isinstance(found, Signature)
    assert (found.issuer, found.signed_on) == (issuer, signed)
    assert "2023" in text[found.start : found.end] or "二〇二三" in text[found.start : found.end]
    report = read_report(Document.from_text(text))
    assert (report.signed_on, report.year) == (signed, 2023)
    assert report.period == ("M10" if signed.day == 31 else "Q3")


@pytest.mark.parametrize(
    "ending", ["注:数据截至2023年9月30日", "2023-09-30", "会议定于2023年9月3日召开", "2023年13月1日"]
)
def test_a_date_that_signs_nothing(ending: str) -> None:
    assert signature(Document.from_text(f"{BODY}\n{ending}")) is None


def test_given_metadata_wins_over_the_text() -> None:
    text = f"{TITLE}\n发布日期:2022-01-05 来源:松河县水利局\n{BODY}"
    given = {"title": "2021年前三季度通报", "published_on": "2021-11-02", "issuer": "某厅", "topic": "综合"}
    report = read_report(Document.from_text(text, given))
    assert (report.title, report.published_on, report.issuer) == ("2021年前三季度通报", date(2021, 11, 2), "某厅")
    assert (report.topic, report.year, report.period) == ("综合", 2021, "Q3")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "关于松河县2020年1至10月重点工作\n目标任务完成情况的汇报\n县政府:\n" + BODY,
            "关于松河县2020年1至10月重点工作目标任务完成情况的汇报",
        ),
        ("松河县人力资源和社会保障局\n2021年上半年重点任务完成情况\n" + BODY, "2021年上半年重点任务完成情况"),
        ("附件2:\n2021年上半年重点任务完成情况\n" + BODY, "2021年上半年重点任务完成情况"),
        ("一、主要指标\n1.新增就业3000人。", None),
        ("截至10月底,松河县20件实事部分完成。\n" + BODY, None),
        ("", None),
    ],
)
def test_the_title_is_sought_in_the_head(text: str, title: str | None) -> None:
    assert read_report(Document.from_text(text)).title == title


def test_a_fuller_name_of_the_issuer_wins() -> None:
    labelled = f"2021年上半年民生实事完成情况\n来源:民生办\n{BODY}\n松河县民生办\n2021年7月9日"
    assert read_report(Document.from_text(labelled)).issuer == "松河县民生办"
    media = f"{TITLE}\n来源:远山日报\n{BODY}"
    assert read_report(Document.from_text(media)).issuer == "松河县水利局"


@pytest.mark.parametrize(
    ("title", "region"),
    [
        ("松江县教育局2023年工作完成情况", "松江县"),
        ("关于崇河县2017年上半年计划执行情况的报告", "崇河县"),
        ("内蒙古自治区青城市新华区2022年实事进展情况", "内蒙古自治区青城市新华区"),
        ("湖北咸河市水利局三季度工作进展情况", "湖北咸河市"),
        ("三河市三季度工作进展情况通报", "三河市"),
        ("建州土家族自治州平江县三季度进展情况", "建州土家族自治州平江县"),
        ("市科技局三季度工作进展情况", None),
        ("我县全面完成2011年重点工作", None),
        ("全市交通重点工程完成情况", None),
        ("关于市委市政府重点工作推进情况的通报", None),
        ("各县区老旧小区改造进展情况表", None),
        ("城市更新三季度进展情况", None),
        ("两区四县三季度进展情况通报", None),
        ("交通重点市级项目进展情况", None),
    ],
)
def test_the_region_stands_at_the_beginning_or_is_unknown(title: str, region: str | None) -> None:
    assert read_report(Document.from_text(f"{title}\n{BODY}")).region == region


LINES = st.sampled_from(
    [
        "索引号:", "发布日期: 2023-02-03", "名称", "来源", "|", "首页 > 督查", "字号: 大 中 小",
        "2023年1月2日", "松河县水利局", TITLE, "已建成9座。", "一、新建公厕12座", "上一篇:某市", "相关阅读:",
        "时间\t数量", "文   号", "〔2023〕1号", "\u3000", "\r", "\x0c",
    ]
)  # fmt: skip


@given(st.one_of(st.text(max_size=200), st.lists(LINES, max_size=20).map("\n".join)))
def test_any_text_is_read(text: str) -> None:
    document = Document.from_text(text)
    spans = furniture(document)
    places = [place for span in spans for place in span]
    assert places == sorted(places)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all("。" not in text[start:end] for start, end in spans)
    signed = signature(document)
    assert signed is None or 0 <= signed.start < signed.end <= len(text)
    read_report(document)


@pytest.mark.parametrize(
    "piece", ["文 ", "索引号:", "|", "来源\n", "> ", "2023年1月\n", "(", "一、\n", "文            "]
)
def test_hostile_repetition_takes_linear_time(piece: str) -> None:
    texts = [piece * (size // len(piece)) for size in (5_000, 40_000)]
    short, long = (best_of_three(lambda text=text: read_page(text)) for text in texts)
    assert long < 24 * max(short, 0.002)

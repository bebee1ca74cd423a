from __future__ import annotations

import pytest

from connectors.errors import UnreadableDocument
from connectors.readers.html import read_html
from extraction.document import Document

URL = "http://kjj.yunhe.example/a.shtml"
BODY = "<p>一、新增企业30家。</p><p>上半年新增12家。</p>"
LINES = ["一、新增企业30家。", "上半年新增12家。"]


def page(html: str) -> Document:
    document = read_html(html, URL)
    blocks = [document.text[block.start : block.end] for block in document.blocks]
    assert "\n".join(blocks) == document.text
    return document


def lines(html: str) -> list[str]:
    return page(html).text.split("\n")


@pytest.mark.parametrize(
    "container",
    [
        '<div id="zoom">{}</div>',
        '<div class="TRS_Editor">{}</div>',
        '<div class="view TRS_UEDITOR trs_paper_default">{}</div>',
        '<div class="trs_editor_view">{}</div>',
        '<td class="xxgk_content">{}</td>',
        '<div id="UCAP-CONTENT">{}</div>',
        '<div id="zoom"><div class="TRS_Editor">{}</div></div>',
        '<div class="w1200"><div class="some-theme">{}</div></div>',
        "<section><article>{}</article></section>",
    ],
)
def test_the_body_without_what_surrounds_it(container: str) -> None:
    around = (
        '<ul class="nav"><li><a href="/1">首页</a></li><li><a href="/2">政务公开</a></li></ul>'
        "<div>您现在的位置：<a>首页</a> &gt; <a>督查</a></div>"
        "<table><tr>{}</tr></table>"
        "<div>上一篇：<a>邻市上半年完成投资99亿元</a></div><div>版权所有：云河市 网站标识码:1234567890</div>"
    )
    inner = container.format(BODY)
    assert lines(around.format(inner if inner.startswith("<td") else f"<td>{inner}</td>")) == LINES


@pytest.mark.parametrize("early", ["</body>", "</html>", "</body></html>", "</html><html><head></head><body>"])
def test_a_page_goes_on_where_it_says_too_early_that_it_ends(early: str) -> None:
    assert lines(f"<html><body><div>云河市</div>{early}<div id='zoom'>{BODY}</div></body></html>") == LINES


@pytest.mark.parametrize("nothing", ["", "<!-- -->", "<?xml version='1.0'?>", "<html></html>", "<zoom/>"])
def test_a_page_with_nothing_in_it_is_told(nothing: str) -> None:
    with pytest.raises(UnreadableDocument, match="has no text in its body; open the address in a browser"):
        page(nothing)


def test_furniture_inside_the_body_is_dropped() -> None:
    html = (
        '<div id="zoom"><div>【字体：<a>大</a> <a>中</a> <a>小</a>】</div><div>分享到：</div><div>打印 关闭</div>'
        f"{BODY}<p>（此件公开发布）</p><p>责任编辑：王某</p><p>初审：甲 复审：乙 终审：丙</p>"
        "<p>扫一扫在手机打开当前页</p><p>相关阅读</p><p><a>邻市完成99项</a></p></div>"
    )
    assert lines(html) == LINES


def test_prose_that_sounds_like_furniture_stays() -> None:
    kept = [
        "全年阅读人次：目标30万人次",
        "主办企业座谈会12场。",
        "分享经济平台新增3家。",
        "编辑出版年鉴5册。",
        "小微企业新增20家。",
        "位置：南区，面积2万平方米",
    ]
    html = "<div id=zoom>" + "".join(f"<p>{line}</p>" for line in kept) + "</div>"
    assert lines(html) == kept


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>新改建公路<span>1</span><span>20</span><b>公里</b></p>", "新改建公路120公里"),
        ("<p>完成投资3.5\n      亿元，\n同比\r\n\r\n增长</p>", "完成投资3.5亿元，同比增长"),
        ("<p>完成<!-- x -->95<o:p></o:p>项</p>", "完成95项"),
        ("<p>Phase\n2 of &nbsp; it</p>", "Phase 2 of it"),
        ("<p>面积12km<sup>2</sup>，PM<sub>2.5</sub>下降</p>", "面积12km²，PM2.5下降"),
        ("<p>6.2\u200b亿\ufeff元</p>", "6.2亿元"),
        ("一季度<br>二季度<br/><br>三季度", "一季度\n二季度\n三季度"),
        ("<p>一季度<p>二季度<p>三季度", "一季度\n二季度\n三季度"),
        ("<p>一季度<span style='display: none'>隐藏9</span></p>", "一季度"),
        ("<div>甲<div>乙</div>丙</div>", "甲\n乙\n丙"),
    ],
)
def test_text_is_joined_as_a_reader_sees_it(html: str, text: str) -> None:
    assert page(f"<div id=zoom>{html}</div>").text == text


def test_a_body_that_a_script_will_show_is_read() -> None:
    assert lines(f'<div style="display:none"><div id="zoom" style="display:none">{BODY}</div></div>') == LINES


def test_copies_of_the_body_are_read_once_and_parts_together() -> None:
    texts = [BODY, BODY, "下半年再新增18家企业。"]
    html = "".join(f'<div class="TRS_Editor">{text}</div>' for text in texts)
    assert lines(html) == [*LINES, "下半年再新增18家企业。"]


def test_a_deeply_nested_page_is_read() -> None:
    assert lines("<div>" * 2000 + "上半年新增12家。" + "</div>" * 2000) == ["上半年新增12家。"]


def test_an_xhtml_page_is_read_without_a_warning() -> None:
    head = '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><body>'
    assert lines(head + f'<div id="zoom">{BODY}</div></body></html>') == LINES


METADATA = {
    "index_number": "K0012/2024-0077",
    "document_number": "云政办〔2024〕7号",
    "issuer": "云河市科学技术局",
    "topic": "政务督查",
    "published_on": "2024-07-15",
    "title": "上半年进展情况",
}
SHAPES = {
    "padded labels in cells": (
        "<table><tr><td>索 引 号 : K0012/2024-0077</td><td>文       号 : 云政办〔2024〕7号</td></tr>"
        "<tr><td>主题分类: 政务督查</td><td>发文单位: 云河市科学技术局</td></tr>"
        "<tr><td>名　　称: 上半年进展情况</td><td>发布日期: 2024年07月15日</td></tr>"
        "<tr><td>有效性: 有效</td><td>发文日期:</td></tr></table>"
    ),
    "label and value in cells by turns": (
        "<table><tr><td>索引号</td><td>K0012/2024-0077</td><td>发文字号</td><td>云政办〔2024〕7号</td></tr>"
        "<tr><td>分 类：</td><td>政务督查</td><td>发布机构</td><td>云河市科学技术局</td></tr>"
        "<tr><td>名称</td><td>上半年进展情况</td><td>发布日期</td><td>2024-07-15</td></tr></table>"
    ),
    "label and value in items by turns": (
        "<ul><li>索引号</li><li>K0012/2024-0077</li><li>文号</li><li>云政办〔2024〕7号</li>"
        "<li>信息分类</li><li>政务督查</li><li>发文机关：</li><li>云河市科学技术局</li>"
        "<li>名称</li><li>上半年进展情况</li><li>公开日期</li><li>2024/7/15 9:05:00</li></ul>"
    ),
    "several on one line": (
        "<div>索引号：K0012/2024-0077 文号：云政办〔2024〕7号 主题分类：政务督查 发布机构：云河市科学技术局</div>"
        "<div>名 称：上半年进展情况</div><div>发布时间：2024-07-15 10:12 字体：[大 中 小] 浏览次数：88</div>"
    ),
    "spans without space": (
        "<div><span>索引号：K0012/2024-0077</span><span>发文字号：云政办〔2024〕7号</span><span>主题分类：政务督查</span></div>"
        "<div><span>发文单位：云河市科学技术局</span><span>发布日期：2024-07-15</span></div><p>名称：上半年进展情况</p>"
    ),
}


@pytest.mark.parametrize("place", ["outside", "inside"])
@pytest.mark.parametrize("shape", SHAPES)
def test_labels_in_their_variants(shape: str, place: str) -> None:
    labels = SHAPES[shape]
    html = f'{labels}<div id="zoom">{BODY}</div>' if place == "outside" else f'<div id="zoom">{labels}{BODY}</div>'
    document = page(html)
    assert dict(document.metadata) == METADATA
    assert document.text.split("\n") == [
        "上半年进展情况",
        "索引号：K0012/2024-0077",
        "文号：云政办〔2024〕7号",
        "主题分类：政务督查",
        "发文单位：云河市科学技术局",
        "发布日期：2024-07-15",
        *LINES,
    ]


def test_empty_labels_have_no_value() -> None:
    html = (
        "<table><tr><td>文号:</td><td>索引号：无</td></tr><tr><td>发文单位:</td><td>主题分类: 其他</td></tr></table>"
        f'<div>字号：大 中 小</div><div>发布日期：近日</div><div id="zoom">{BODY}</div>'
    )
    assert dict(page(html).metadata) == {"topic": "其他"}


def test_prose_is_no_label() -> None:
    html = f'<div id="zoom"><p>资金来源：市级财政；完成时间：12月底。</p>{BODY}</div>'
    document = page(html)
    assert document.metadata == {}
    assert len(document.blocks) == 3


def test_meta_tags_give_title_date_and_issuer() -> None:
    html = (
        '<meta name="ArticleTitle" content="上半年进展情况"><meta name="PubDate" content="2024-07-15 10:12">'
        '<meta name="contentsource" content="市科技局"><title>上半年-云河市科学技术局</title>'
        f'<div id="zoom">{BODY}</div>'
    )
    assert dict(page(html).metadata) == {"title": "上半年进展情况", "published_on": "2024-07-15", "issuer": "市科技局"}


@pytest.mark.parametrize(
    "head",
    [
        "<title>上半年进展情况-云河市科学技术局</title>",
        "<title>上半年进展情况_云河市人民政府网</title>",
        "<h1>上半年进展情况</h1>",
        "<h3><a href='/'>云河市科学技术局网站</a></h3><h1>上半年<br></h1><h2>上半年进展情况</h2>",
    ],
)
def test_the_title_without_meta_tags(head: str) -> None:
    assert page(f'{head}<div id="zoom">{BODY}</div>').metadata["title"] == "上半年进展情况"


def test_a_body_that_repeats_its_title_says_it_once() -> None:
    html = f'<h1>上半年进展情况</h1><div id="zoom"><p>上半年</p><p>进展情况</p>{BODY}</div>'
    assert lines(html) == ["上半年进展情况", *LINES]


TABLE = """
<div id="zoom"><p>进度如下：</p><table><caption>重点项目进度表</caption>
<thead><tr><th rowspan="2">项目</th><th colspan="2">公里</th></tr><tr><th>年度<br>目标</th><th>实绩</th></tr></thead>
<tbody><tr><td>农村公路</td><td>1<b>20</b></td><td></td></tr>
<tr><td rowspan="9">桥梁</td><td colspan="x">6</td><td><p>4</p><p>在建</p></td></tr>
</tbody></table><p>特此报告。</p></div>
"""


def test_a_table_keeps_its_structure_and_its_place_in_the_text() -> None:
    document = page(TABLE)
    assert document.text == (
        "进度如下：\n重点项目进度表\n项目\t公里\t\n\t年度 目标\t实绩\n农村公路\t120\t\n桥梁\t6\t4 在建\n特此报告。"
    )
    (table,) = document.tables
    cells = [(document.text[c.start : c.end], c.row, c.column, c.row_span, c.column_span) for c in table.cells]
    assert cells == [
        ("项目", 0, 0, 2, 1),
        ("公里", 0, 1, 1, 2),
        ("年度 目标", 1, 1, 1, 1),
        ("实绩", 1, 2, 1, 1),
        ("农村公路", 2, 0, 1, 1),
        ("120", 2, 1, 1, 1),
        ("", 2, 2, 1, 1),
        ("桥梁", 3, 0, 1, 1),
        ("6", 3, 1, 1, 1),
        ("4 在建", 3, 2, 1, 1),
    ]
    block = next(block for block in document.blocks if block.kind == "table")
    assert (block.start, block.end) == (table.start, table.end)


def test_a_layout_table_is_paragraphs() -> None:
    inner = f"<table><tr><td>{BODY}</td></tr></table>"
    html = f"<table><tr><td>督查</td><td>2024</td></tr><tr><td>栏目</td><td>{inner}</td></tr></table>"
    document = page(html)
    assert document.tables == ()
    assert document.text.split("\n")[-2:] == LINES


def test_a_table_around_the_body_is_layout() -> None:
    html = f"<table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td id='zoom'>{BODY}</td></tr></table>"
    assert lines(html) == LINES


def test_headings_are_marked() -> None:
    document = page(f'<div id="zoom"><h2>一、工业</h2>{BODY}</div>')
    assert [block.kind for block in document.blocks] == ["heading", "paragraph", "paragraph"]
    assert document.metadata == {}

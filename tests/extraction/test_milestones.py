"""A promised date: which words of the story keep it, which fall short of it."""

from __future__ import annotations

from datetime import date

from extraction.document import Document
from extraction.reading import extract
from warehouse.progress import assess_all_in_memory

_CASES = [
    ("二、人民医院新院区。10月底前建成投用。目前，主体工程已完工，正在进行内部装修。", "not_reported"),
    ("三、滨河大桥。9月底前建成通车。目前主体结构已全部完工，附属工程正在施工。", "lagging"),
    ("四、客运站迁建。9月底前建成投用。项目已竣工验收。", "not_comparable"),
    ("五、南湖大桥。9月底前建成通车。大桥已于8月28日正式通车。", "achieved"),
    ("六、县级文化馆。9月底前完成改造。工程已于8月竣工验收。", "achieved"),
    ("七、职教中心。年内主体封顶。目前主体已封顶。", "achieved"),
    ("八、垃圾焚烧电厂。6月底前开工。目前主体施工至三层。", "achieved"),
    ("九、新区学校。6月底前开工建设。目前前期手续正在办理，尚未开工。", "lagging"),
    ("十、文体中心。9月底前竣工。土建工程已完工，设备安装完成70%。", "lagging"),
    ("一、城区第三水厂\n计划9月底完工，目前主体未完工。", "lagging"),
    ("二、城东停车楼\n计划8月底前投用，已于8月20日正式投用。", "achieved"),
    ("三、中医院门诊楼\n计划12月底竣工，目前正在装修。", "not_reported"),
    ("一、污水处理厂扩容工程须于8月底前完工，现仅完成工程量的62%。", "lagging"),
    ("二、市图书馆计划11月底前投用，目前工程形象进度达72%。", "not_reported"),
    ("五、滨江公园\n计划6月底开园，现已正式开园。", "achieved"),
]


def test_steps() -> None:
    reports = [extract(Document.from_text(text), as_of=date(2021, 9, 30)) for text, _ in _CASES]
    kinds = [[i.kind for task in read.tasks for i in task.indicators] for read in reports]
    assert kinds == [["milestone"]] * len(_CASES)
    judged = {text: row.status for (text, _), (row,) in zip(_CASES, assess_all_in_memory(reports), strict=True)}
    assert judged == dict(_CASES)

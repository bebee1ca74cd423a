"""One quarter of the invented city's science bureau, with something of every kind: what the golden files show."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from alerting.bundle import Bundle, Muted, Part
from alerting.decide import Decision, Tiding, decide
from alerting.digest import digest
from tests.alerting.rows import firing, row
from warehouse.records import Finding, OutboxMessage, Progress, RuleName, Silence

TODAY = date(2026, 10, 22)
AT = datetime(2026, 10, 22, 1, 30, tzinfo=UTC)

RATE = row(
    "growth",
    name="规上工业增加值增速",
    kind="rate",
    task_number="一",
    task_title="稳住工业经济基本盘",
    clauses=(3,),
    departments=("运行监测科",),
    target_text="增长7.5%",
    actual_text="增长5.6%",
    completion=None,
    gap_pp=Decimal("-1.9"),
    severity="behind",
    reason="增长5.6%，目标7.5%，相差1.9个百分点",
    claim_text=None,
    sentence="前三季度，全市规模以上工业增加值增长5.6%，比上半年回升0.4个百分点。",
    marks=((18, 22),),
)
CEILING = row(
    "accidents",
    name="生产安全事故起数",
    kind="ceiling",
    task_number="五",
    task_title="守牢安全生产底线",
    clauses=(27,),
    departments=("安全科",),
    target_text="40起",
    target_value=Decimal(40),
    target_unit="起",
    operator="<=",
    actual_text="33起",
    actual_value=Decimal(33),
    actual_unit="起",
    completion=None,
    gap_pp=Decimal("-7.5"),
    severity="slight",
    reason="发生值33起，控制目标40起，序时进度75.0%，超出序时7.5个百分点",
    claim_text="总体可控",
    sentence="1—9月全市发生生产安全事故33起，总体可控。",
    marks=((14, 17),),
)
STATED = row(
    "park",
    name="云川科创园二期建成投用",
    kind="milestone",
    task_number="二",
    task_title="云川科创园建设",
    clauses=(),
    departments=("园区处",),
    target_text="9月底前建成投用",
    actual_text=None,
    completion=None,
    gap_pp=None,
    severity=None,
    basis="none",
    reason="期限2026年9月30日，截至2026年9月30日的数据中未见完成的报告",
    claim_text="正在推进内部装修",
    sentence="云川科创园二期9月底前建成投用，目前主体完工，正在推进内部装修。",
    marks=((7, 11),),
)
ENDED = row(
    "patents",
    name="每万人高价值发明专利拥有量",
    kind="level",
    task_number="四",
    task_title="强化知识产权创造",
    clauses=(19,),
    departments=("知识产权科",),
    target_text="达到9.5件",
    actual_text="9.1件",
    completion=Decimal("0.8"),
    gap_pp=Decimal("5"),
    status="on_track",
    severity=None,
    reason="较年初增加1.6件/应增2.0件＝80.0%，序时进度75.0%",
    claim_text=None,
    sentence="每万人高价值发明专利拥有量达到9.1件，比年初增加1.6件。",
    marks=((15, 19),),
)


def _others() -> list[Progress]:
    quiet = {"severity": None, "gap_pp": None, "completion": None}
    told = row("rnd", name="全社会研发投入强度", kind="rate", severity="slight", gap_pp=Decimal("-0.2"))
    fine = [row(f"fine{n}", status="on_track", **quiet) for n in range(6)]
    done = [row(f"done{n}", status="achieved", **quiet) for n in range(2)]
    unseen = [row(f"unseen{n}", status="not_reported", **quiet) for n in range(3)]
    words = [row(f"words{n}", status="qualitative", **quiet) for n in range(4)]
    return [told, *fine, *done, *unseen, row("stage", status="not_comparable", **quiet), *words]


def decision() -> Decision:
    """One lag worse, three new, one ended, one told before."""
    h1 = row(period="H1", severity="behind", gap_pp=Decimal("-20"), completion=Decimal("0.3"), pace=Decimal("0.5"))
    rows = [h1, row(), RATE, CEILING, STATED, ENDED, *_others()]
    before = [
        firing(since_period="Q1"),
        firing("patents", severity="slight", since_period="Q1"),
        firing("rnd", severity="slight"),
    ]
    return decide(rows, before, today=TODAY)


def bundle(found: Decision | None = None, **changes: Any) -> Bundle:
    """What the office is told of one bureau; of that quarter, where no decision is given."""
    part = Part("yunchuan-kjj", "云川市科学技术局", "云川市", "worse", found or decision())
    own = {name: changes.pop(name) for name in ("bureau", "region", "in_review") if name in changes}
    parts = (replace(part, **own),)
    known = Bundle("office", "dcs@yunchuan.example", TODAY, parts)
    return replace(known, **changes)


def message() -> OutboxMessage:
    """The digest of that quarter."""
    return digest(bundle(), at=AT)


def city() -> Bundle:
    """What the office is told of a whole city: several bureaus and rules, silences, what waits for review."""
    kjj, slj, jyj = ("云川市科学技术局", "云川市水利局", "云川市教育局")
    third = replace(decision().tell[0], periods=3, level=3)
    science = replace(decision(), tell=(third, *decision().tell[1:]), found=(_claim(),))
    dyke = decide([row("dyke", source_id="yunchuan-slj", bureau=slj, name="堤防加固")], [], today=TODAY)
    missing = _finding("overdue", "yunchuan-jyj", jyj, "未检索到2026年三季度进展报告，提示期限为2026年10月31日")
    silent = replace(decide([], [], today=TODAY), found=(Tiding(missing, None, "first", "Q3", "b7", None),))
    muted = Muted(_finding("lagging", "k9", "云川市民政局", "完成20%", name="养老床位"), "c4", "s1")
    silence = Silence("s1", (("bureau", "云川市民政局"),), "王某", "年底集中验收", date(2026, 12, 31), AT)
    return Bundle(
        "office",
        "dcs@yunchuan.example",
        TODAY,
        (
            Part("yunchuan-kjj", kjj, "云川市", "worse", science, in_review=1),
            Part("yunchuan-slj", slj, "云川市", "first", dyke),
            Part("yunchuan-jyj", jyj, "云川市", "first", silent, in_review=2),
        ),
        (muted, Muted(missing, "c5", "broken")),
        (silence,),
    )


def _claim() -> Tiding:
    found = _finding(
        "claim", "k1", "云川市科学技术局", "自称按期推进，数据为序时进度的46.7%", name="新增入库科技型中小企业"
    )
    return Tiding(found, row(), "first", "Q3", "d2", None)


def _finding(rule: RuleName, subject: str, bureau: str, words: str, *, name: str = "") -> Finding:
    return Finding(
        rule=rule,
        subject=subject,
        source_id="yunchuan",
        bureau=bureau,
        region="云川市",
        year=2026,
        period="Q3",
        cutoff=date(2026, 9, 30),
        state="raised",
        name=name,
        words=words,
        url="http://jyj.yunchuan.example/xxgk/",
        evidence=f"e-{subject}",
    )

"""One quarter of the invented city's science bureau, with something of every kind: what the golden files show."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

from alerting.decide import Decision, decide
from alerting.digest import digest
from alerting.overdue import Overdue, Reporter, overdue
from tests.alerting.rows import firing, row
from warehouse.records import OutboxMessage, Progress

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


def message() -> OutboxMessage:
    """The digest of that quarter."""
    sent = digest(
        decision(),
        bureau="云川市科学技术局",
        region="云川市",
        channel="office",
        recipient="dcs@yunchuan.example",
        at=AT,
    )
    assert sent is not None
    return sent


def silent_quarter() -> Overdue:
    """Two bureaus of which nothing was found, one told before, one that could not be read, one that reported."""
    address = "http://{}.yunchuan.example/xxgk/"
    found = overdue(
        [
            Reporter("yunchuan-kjj", "云川市科学技术局", "云川市", (2026, "Q3"), address.format("kjj")),
            Reporter("yunchuan-jyj", "教育局", "云川市", (2026, "H1"), address.format("jyj")),
            Reporter("yunchuan-slj", "云川市水利局", "云川市", None, address.format("slj")),
            Reporter("yunchuan-mzj", "云川市民政局", "云川市", (2026, "M08"), address.format("mzj")),
            Reporter("yunchuan-lyj", "云川市林业局", "云川市", (2026, "H1"), address.format("lyj"), is_readable=False),
        ],
        year=2026,
        period="Q3",
        deadline=date(2026, 10, 31),
        today=date(2026, 11, 2),
        told={"yunchuan-mzj"},
    )
    assert found is not None
    return found

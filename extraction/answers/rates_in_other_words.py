"""The one rate that a story tells, where its heading promises one rate of the same firms in other words.

规上企业建立研发机构占比达到30% / 已建研发机构企业占规上企业的31.8%
养殖场粪污处理设施配套比例达95% / 规模养殖场粪污设施覆盖面96.2%

Only where the task promises no other rate and tells no other, and the two say the same of the same group: what else is
near is a proxy (抽检合格率 for 追溯体系占比), which answers nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.promises.links import Link, Scope
from extraction.sentences.readings import Reading
from extraction.sentences.refusals import UNSURE
from extraction.sought import sought
from extraction.words import names

_RATE = sought(r"(?:率|比例|占比|比重|强度|[盖及立]面|份额)(?:要|须|需|应|力争|达到?)?$")
_OF_A_GROUP = sought(r"占[^,。;、:\d]{2,20}的(?:比例|比重|份额)?(?:为|达到?|是|约)?\s?$")
_OF_OTHERS = sought(
    r"上年|去年|同期|全国|全省|全市平均|提高|提升|上升|下降|较年初|目标|任务|计划|预计|有望|力争|合格|满意|增长|增速"
)
_GRAM = 2  # characters of the pieces in which two names are compared
_GROUP = sought(r"规上|规模以?上?|高新技术|龙头|企业|养殖场|学校|医院|园区|村庄|小区|农户|家庭|职工")
_SAYS_NOTHING = sought(
    r"占|达到?|的|为|已|有|其中|全[市县旗区]|工业|农业|产品|加工|单位|比例|比重|覆盖[率面]|[立及]面|率"
)


def answer_rates_in_other_words(scope: Scope, links: Sequence[Link]) -> None:
    """Give such a promise the rate, in place."""
    asked = [e for e in links if e.promise is not None and e.promise.reading.heading and _is_rate(e.promise.reading)]
    if len(asked) != 1 or asked[0].actual is not None or asked[0].shares or asked[0].refusal not in (None, UNSURE):
        return
    entry = asked[0]
    assert entry.promise is not None
    place = entry.promise.reading
    told = [r for r in scope.found if r.start > place.quantity.end and not r.heading and _is_told(r)]
    if len(told) != 1 or not _is_named_rate(told[0]) or not _of_one_group(place, told[0]):
        return
    if any(other.actual is told[0] for other in links):
        return
    entry.actual, entry.refusal, entry.refused, entry.weighed = told[0], None, None, True
    entry.reason = "the only rate that is told, of the same group, for the only one that was promised"


def _is_rate(r: Reading) -> bool:
    return r.measure == "percent" and _RATE.search(r.name) is not None


def _is_told(r: Reading) -> bool:
    plain = r.measure == "percent" and r.voice in ("report", "context", "claim") and not r.bracket
    return plain and _OF_OTHERS.search(r.clause_lead) is None


def _is_named_rate(r: Reading) -> bool:
    return _RATE.search(r.own or r.name) is not None or _OF_A_GROUP.search(r.clause_lead) is not None


def _of_one_group(asked: Reading, told: Reading) -> bool:
    """Whether both name the same firms, and say the same of them: 规上企业产值的比重 tells of no 研发机构."""
    one, other = names.folded(asked.name), names.folded(told.clause_lead)
    if not set(_GROUP.findall(one)) & set(_GROUP.findall(other)):
        return False
    return bool(_pieces(one) & _pieces(other))


def _pieces(name: str) -> set[str]:
    """What the name says of its firms, in pieces."""
    parts = _SAYS_NOTHING.sub(" ", _GROUP.sub(" ", name)).split()
    return {part[i : i + _GRAM] for part in parts for i in range(len(part) - 1)}

"""Which figures near a promise may be weighed as its answer at all: what words rule out is not asked about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extraction.answers.listed_works import side_by_side
from extraction.numbers.counted_alike import counts_alike
from extraction.pairing.paced_nodes import is_paced
from extraction.pairing.some_of_them import is_whole_of_some
from extraction.promises.contracted import only_signed
from extraction.promises.parts_of_works import part_done
from extraction.sentences.readings import Reading, index_of
from extraction.voices.batches import in_batch
from extraction.voices.no_amounts import is_left
from extraction.weighing.model import REACH
from extraction.words import names
from extraction.words.wholes import takes_in

THOUGH_CALLED_OTHERWISE = 0.95  # 用电量增长9%以上 beside 工业用电增长7.4%; but 结案率95%以上,系统显示94.1%
_SAME_NAME = 0.5
_FORESEEN = re.compile(r"预计|预测|有望|可望|将|计划|力争|拟|再|还需|尚需")
_LAST_YEAR = re.compile(r"(?:去年|上年|上一年|往年|前年|20\d\d年)(?:同期|全年|同月)?[^,;。]{0,16}$")
_LAST_YEAR_BEFORE = re.compile(
    r"[。;\n]\s?(?:去年|上年|上一年|20\d\d年)(?:度|全年)?(?:(?!今年|目前|截至|本年)[^,。;]){0,20},[^,。;]{0,16}$"
)
_ITS_SHARE = re.compile(r",(?:仅|已|约)?(?:为|占|完成|达到?)")
_BEFORE = 40  # characters
_LEFT = re.compile(r"(?:差|缺|剩下?|剩余|余下?|尚欠|未完成)(?:了|约|近)?\s?$")  # 离年内配齐180名还差34名
_OFFICE = re.compile(r"(?:局|委|办|厅|部|院|中心|公司|集团)$")
_TOLD = re.compile(r"[仅只才已]|实际|目前")
_JOINED = re.compile(r"\s?[、和及与]\s?")


def candidates(text: str, found: Sequence[Reading], promise: Reading) -> Iterator[Reading]:
    """The readings near the promise that no word rules out; `found` is in order."""
    at = index_of(found, promise.start)
    low, high = max(0, at - REACH), min(len(found), at + REACH + 1)
    for index in range(low, high):
        r = found[index]
        if (
            r is promise
            or r.owner != promise.owner
            or not counts_alike(promise.own, promise.quantity.noun, r.quantity.noun)
        ):
            continue
        again = r.base == promise.base and r.quantity.noun == promise.quantity.noun and not promise.bracket
        foreseen = r.voice == "forecast" and (again or r.settled or _FORESEEN.search(r.clause_lead))
        started = r.voice == "base" and (
            r.settled or r.clause_start == promise.clause_start or again or _of_another_year(text, r)
        )  # 由8.9%降至6%以内; 幼儿园33所,主体完工2所: the plan that opens its account
        nobodys = r.settled and (again or bool(r.of_some) or r.measure == "growth" or r.of_plan is not None)
        apart = r.voice == "context" and (is_paced(r.lead) or nobodys or (again and is_whole_of_some(r)))
        others = r.voice == "peer" and r.settled  # 此外,由部队组织的营房改造已完工11处
        if foreseen or started or apart or others or _LEFT.search(r.lead) or is_left(r):
            continue
        if takes_in(r.name, promise.name) or only_signed(promise.name, r.own) or part_done(promise.name, r):
            continue  # 公办和普惠性幼儿园 are more than 公办幼儿园
        if r.voice == "context" and (in_batch(text, r) or _counted_otherwise(text, promise, r)):
            continue
        if r.start < promise.start and side_by_side(text, r, promise):
            continue  # 新修水渠25公里、维修水渠60公里: neither answers the other
        alike = r.clause_start == promise.clause_start or (r.lead[-2:] == promise.lead[-2:] == "任务")
        planned = r.voice == "promise" and r.cued and promise.cued and alike  # 开工任务90套,竣工任务60套
        if planned and not _TOLD.search(r.lead):
            continue  # 计划开工9个、建成4个: both are planned
        if (r.voice == "promise" and _ASKED.search(r.lead)) or _is_part_of_plan(text, promise, r):
            continue
        if not _one_of_many(text, found, index) and not _of_a_part(found[low:index], promise, r):
            yield r


_PART = re.compile(r"[,(]其中:?[^,;。\d]{0,16}")
_DID = re.compile(r"已|完成|实现|实际|建成|竣工|开工|完工|到位|办结|交付|投用|达到?\s?$")


def _is_part_of_plan(text: str, promise: Reading, r: Reading) -> bool:
    """培训农民2600人次,其中女性1200人次: what stands right behind a plan as a part of it is planned as well."""
    lead = _PART.fullmatch(text, promise.quantity.end, r.start) if r.start > promise.quantity.end else None
    return lead is not None and _DID.search(lead.group()) is None and _DID.search(r.tail[:6]) is None


# 须达到_45%, 上半年节点_55%: what is asked for tells nothing
_ASKED = re.compile(r"(?:(?:[须应]|必须)(?:达到?|完成|不低于|不少于)|节点(?:目标|任务|计划|进度)?(?:为|是)?)\s?$")


_COUNTS_ANEW = re.compile(
    r"\([^()\d]{0,10}(?:拆分|拆解|拆开|分解|细分|打包|折合|折算|合计|共计|口计|涉及)[^()\d]{0,6}$"
)


def _counted_otherwise(text: str, promise: Reading, r: Reading) -> bool:
    """重点项目312项(打包项目拆分后共405项): the bracket right behind a number counts the same things anew."""
    behind = r.bracket and text[promise.quantity.end : promise.quantity.end + 1] == "("
    return behind and _COUNTS_ANEW.fullmatch(text, promise.quantity.end, r.start) is not None


def _of_another_year(text: str, r: Reading) -> bool:
    """我区2024年建成38座; 2017年产值186.4亿元,为2020年目标的73.1% is held against a goal all the same."""
    if _LAST_YEAR.search(r.clause_lead) is None and not _LAST_YEAR_BEFORE.search(
        text, max(0, r.start - _BEFORE), r.start
    ):
        return False
    return _ITS_SHARE.match(text, r.quantity.end) is None


def _one_of_many(text: str, found: Sequence[Reading], index: int) -> bool:
    """已完成8家、4家: which of several nameless figures it would be, no word tells."""
    pairs = [(found[n], found[n + 1]) for n in (index - 1, index) if 0 <= n < len(found) - 1]
    return any(_JOINED.fullmatch(text, a.quantity.end, b.start) for a, b in pairs)


def _of_a_part(before: Sequence[Reading], promise: Reading, r: Reading) -> bool:
    """改造小区9个(东街3个、西街2个)。东街已完工2个: what is said of one in brackets is no answer of all."""
    parts = (p for p in before if p.start > promise.start and p.sentence == promise.sentence and p.voice == "context")
    return any(len(p.own) > 1 and p.own in r.own for p in parts)


_PLANNED = re.compile(r"(?:今年|全年|年内|本年度?|20\d\d年)?(?:[全我][市县旗区州省]|我局)?(?:计划|拟)(?!生育|投资)")


def in_so_many_words(r: Reading) -> bool:
    """计划开工9个、建成_14个: planned by the word that opens its clause."""
    return r.cued and r.voice == "promise" and _PLANNED.match(r.clause_lead) is not None


def _of_another_thing(promise: Reading, r: Reading) -> bool:
    """农产品180个。建成各类站点217个: a count under a name of its own that has nothing of the promised one."""
    own = names.folded(names.thing(r.own))
    if names.is_bare(r.own) or names.is_bare(own) or "”" in r.lead or _CAME_OF_IT.search(r.own):
        return False  # 开复工52个, 获公告6户, 举办“惠购春夏”等活动24场
    return len(own) >= _OWN_NAME and not set(own) & set(promise.name) and r.sentence != promise.sentence


_CAME_OF_IT = re.compile(r"[获验]|[开复]工|公告|公示|认定|授牌|命名|入库|批复|通过|备案|到岗|签约|录用|聘|上报|名单")
_OWN_NAME = 3  # characters of a name that says what was counted


def called_otherwise(promise: Reading, r: Reading) -> bool:
    """用电量增长9%以上,工业用电增长7.4%: what is called otherwise, rate or count, is another's."""
    if not r.quantity.is_percent:
        return _of_another_thing(promise, r)
    bare = len(names.folded(r.own)) < 2 or names.is_bare_verb(r.own, r.lead)
    called = r.own if not bare else r.subject if r.sentence != promise.sentence else ""
    if not called or _OFFICE.search(called):
        return False
    return names.likeness(promise.name, called) < _SAME_NAME or len(set(called) - set(promise.name)) > 1

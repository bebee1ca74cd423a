"""Names for the figures of one predicate: the list before 分别, the figures before it, or what was promised."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.numbers.numerals import small_count
from extraction.pairing.three_sectors import sectors_of
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names
from extraction.words.words_around import without_leading

EACH = sought(r"分别|依次|(?<!\d)[2-6]项(?:数字|指标|数据|比例|比率|增速|数值|任务)(?:实际|现)?(?=为|达)")
_RESIDENTS = re.compile(r"(?:城镇|农村|乡村)(.{2,16})$")
_JOIN = sought(r"[、]|(?<=[\u4e00-\u9fff])[和与及](?=[\u4e00-\u9fff]{2})")


_EXCEPT = sought(r"^,?\s?除(?=[\u4e00-\u9fff]{2})")  # 除甲县、乙县因设计变更|分别完成各自任务的91%和84%外
_REASON = sought(r"(?<=[县旗区市镇乡街道])(?:因|由于|受)[\u4e00-\u9fff]{2,12}$")


def parts_of(name: str) -> list[str]:
    """专利申请量、授权量 -> both; none where the words name one thing."""
    name = _REASON.sub("", _EXCEPT.sub("", name))
    parts = [p.strip(" ,") for p in _JOIN.split(sought(r"[(（][^()（）]*[)）]").sub("", name))]
    if len(parts) == 2 and parts[0] in ("城镇", "农村", "城市") and (rest := _RESIDENTS.match(parts[1])):
        parts[0] += rest[1]  # 城镇和农村居民收入
    return parts if len(parts) > 1 and all(len(names.folded(p)) >= 2 for p in parts) else []


def _by_commas(listed: str) -> list[str]:
    """教育、社会保障和就业、卫生健康支出: where a name has a 和 of its own, only the marks part the list."""
    parts = [p.strip(" ,") for p in sought(r"[,;:]").split(listed)[-1].split("、")]
    shared = _SHARED.search(parts[-1])
    if shared is not None:  # what stands at the last is of all
        parts = [p if p.endswith(shared.group()) else p + shared.group() for p in parts]
    return parts if all(len(names.folded(p)) >= 2 for p in parts) else []


_SHARED = sought(r"(?<=..)(?:支出|收入|投资|贷款)$")


def _figures_of(goal: Reading, before: list[Reading]) -> list[Reading]:
    """甲增长5.8%,其中乙增长9.4%,计划目标分别为7%和9%: the figures that nameless goals by position stand behind."""
    if goal.voice != "promise" or goal.own or goal.measure == "amount":
        return []
    told = [r for r in before if r.sentence == goal.sentence and r.measure == goal.measure and not r.bracket]
    return told if all(r.voice == "report" and r.own for r in told) else []


_POINTS = sought(r"上述|以上|[两二2]项|[三四五六3-6]项|指标|各项")


def _may_be_of(before: str, listed: Sequence[Reading]) -> bool:
    """居民收入分别增长…: what stands before 分别 is a thing of its own, unless it is called as a promise, or points."""
    own = without_leading(before)
    if len(names.folded(own)) < 3 or _POINTS.search(own):
        return True
    return any(names.likeness(p.name, own) >= 0.3 for p in listed)


def labels_of(found: list[Reading], index: int, first: Reading, count: int) -> list[str]:
    """Names for a run of numbers: the list before 分别, else the numbers just before, else the heading's promises."""
    before = EACH.split(first.clause_lead)[0]
    if sectors := sectors_of(before):
        return sectors
    parts = parts_of(first.own) or parts_of(before) or parts_of(sought(r"分别.{0,2}$|依次$").sub("", first.subject))
    if len(parts) == count:
        return parts
    if count > 2 and len(plain := _by_commas(before)) == count:
        return plain
    if count == 2 and "城乡" in (named := without_leading(before)):
        return [named.replace("城乡", where, 1) for where in ("城镇", "农村")]  # 城乡居民收入分别增长5.3%、7.2%
    earlier = [r for r in found[:index] if r.sentence == first.sentence and r.measure == "amount" and not r.bracket]
    just_before = [r for r in earlier if r.clause_start == earlier[-1].clause_start]
    told = count > 1 and len(just_before) == count and all(r.own and r.voice == "report" for r in just_before)
    if told and first.measure in ("amount", "growth"):
        return [r.name for r in just_before]  # 新登记A 21家、B 7家,累计分别达到366家、95家
    if count > 1 and len(figures := _figures_of(first, found[:index])) == count:
        return [r.name for r in figures]
    alike = [r for r in earlier if r.quantity.noun == first.quantity.noun]
    if len(alike) == count > 1 and all(r.own for r in alike) and any(r.voice == "promise" for r in alike):
        return [r.name for r in alike]  # 危房改造任务3420户,其中贫困户2330户,分别完成3130户、2220户
    promises = [r for r in found[:index] if r.voice == "promise" and r.measure == first.measure]
    elsewhere = [p for p in promises if p.sentence != first.sentence]
    if (few := _FIRST_FEW.search(before)) and small_count(few["many"]) == count < len(elsewhere):
        return [p.name for p in elsewhere[:count]]
    for listed in (elsewhere, promises):
        if len(listed) == count > 1 and _may_be_of(before, listed):
            return [p.name for p in listed]
    if count > 1 and len(earlier) >= count and all(r.own for r in earlier[-count:]):
        return [r.name for r in earlier[-count:]]
    return _growths_before(found[:index], first, before, count)


_FIRST_FEW = sought(r"前(?P<many>[2-6两二三四五六])项")  # 四项减排量…。前三项分别为1402吨、51吨、2236吨


def _growths_before(told: Sequence[Reading], first: Reading, before: str, count: int) -> list[str]:
    """甲、乙分别增长6%和8%。前三季度分别为2.8万元、1.3万元: levels named by the growths of the sentence before them."""
    near = [r for r in told if r.sentence >= first.sentence - 1 and not r.bracket]
    growths = [r.name for r in near if r.measure == "growth" and r.own and r.voice in ("promise", "report")]
    alone = first.measure == "amount" and len(near) == len(growths) == len(set(growths)) == count > 1
    return growths if alone and len(names.folded(without_leading(before))) < 3 else []


_OWN_TASK = sought(r"本(?P<kind>[市县区州旗镇乡])(?:年度|全年)?(?:目标)?(?:任务|计划|目标)的\s?$")


def of_their_own(run: Sequence[Reading], parts: Sequence[str], lead: str, before: Sequence[Reading]) -> bool:
    """南昌、九江分别完成本市年度任务的28.4%、21.1%: each is a place's, of what was promised before."""
    own = _OWN_TASK.search(lead)
    whole = next((p.name for p in reversed(before) if p.voice == "promise" and not (p.part or p.bracket)), "")
    if own is None or not whole:
        return False
    for member, place in zip(run, parts, strict=True):
        owner = place if place.endswith(own["kind"]) else place + own["kind"]
        member.owner, member.own, member.subject = owner, "", whole
    return True

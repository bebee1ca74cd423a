"""A goal told behind the figure that it is for, with nothing but words of planning between: it is named by the figure.

规模以上工业增加值增长9.2%,年初确定的目标为12%。
新签约招商项目107个,增长8.1%。年度目标160个。      (in a sentence of its own)
工业总产值213亿元,增长6.8%。全年目标320亿元、增长9%。  (and the growth of its growth)
城镇登记失业率3.61%,年控制目标4.2%以内。
生猪存栏由年初的18.4万头压减到10.8万头,比控制指标11万头少2000头。
县里下达任务8800人,县里自定目标9500人。      (behind another goal: the same thing, set by somebody else)
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extraction.cues import cue
from extraction.numbers import units
from extraction.sentences.readings import Reading
from extraction.sentences.sentence_context import BRACKETS
from extraction.sought import sought
from extraction.words import names

_WHO = r"(?:国家|上级|中央|自治[区州]|[省市县区州厅局部委盟旗])(?:里|委|政府|级|厅|局)?"
_PLANS = sought(
    r"(?:以上|以下|以内|左右|,|;|、|:|\s|“|”|而|与|较|但|则|其中|不过|只有|仅|才|总共|一共|也|就|却|还|把|将|这一|这项|此项|该|定|未能?|没有?|没能|预定|批准|给定|距|按照?|对照|根据|提出|签订|分解|人代会|政府工作报告|“?十[一二三四五]五”?|末|规划|会议|方案|责任[书状]|项目|工程|年初|全年|年度|今年|本年度?|年内|年|我|全|"
    rf"{_WHO}|自加压力|自定|自行|民生实事|实事|民生工程|确定|下达|要求|规定|控制|计划|考核|预期|奋斗|力争|确保|任务|目标|核定|明确|指标|分配|安排"
    r"|的|值|数|为|是|应|须|需|达到?|在|不低于|不少于|不高于|不超过|压减|压缩|下降|增长|降低|减少|到|至|[省市县旗区]定)+"
)
_SETS = sought(r"目标|任务|计划|要求|指标|预期|下达|自定|自加压力|控制|考核|奋斗|预定|批准|给定|提出|签订")
_HELD = sought(
    rf"[比较与同](?:{_WHO}|年初|全年|年度|的|下达|确定|核定)*(?:控制|目标|计划|任务|预期|考核|预算)"
    r"(?:指标|目标|任务|计划|值|数|增[幅速长])?(?:的)?\s?$"
)
HOLDS = cue(_HELD)
_APART = sought(
    r"\s?(?:[\u4e00-\u9fff%]?相比)?(?:万?[\u4e00-\u9fff]{0,2})?(?:还|尚|仍)?(?:相差|短缺|少|多|高|低|增|减|超|差|欠|缺)(?:出|于)?了?\s?\d"
)
_GROWTH = ("growth", "change")
_FIGURES = ("amount", "growth", "percent")


def held_against(text: str, r: Reading) -> bool:
    """比控制指标11万头少2000头: the goal that a figure is held against, with the distance behind it."""
    return _HELD.search(r.lead) is not None and _APART.match(text, r.quantity.end, r.quantity.end + 12) is not None


def stand_behind(text: str, r: Reading, before: list[Reading]) -> None:
    """Name such a goal by the number before it, and let that be its answer where it reports, in place."""
    if r.voice != "promise" or r.bracket:
        return
    if (grown := _growth_beside(text, before, r)) is not None:
        _name_by(r, grown)
        r.subject = before[-1].name
        return
    open_ones = [b for b in before if not b.bracket]
    alike = [b for b in open_ones if b.voice == "promise" and b.quantity.noun == r.quantity.noun]
    of = alike[-1] if alike and open_ones[-1].voice == "promise" else open_ones[-1] if open_ones else None
    if of is not None and r.measure == "growth" != of.measure and of.measure == "percent":
        rates = [b for b in open_ones if b.sentence == r.sentence and b.measure == "growth" and b.voice == "report"]
        of = rates[-1] if rates else of  # 投资增长2.8%,占全部投资的58.3%,全年目标增长3%
    if of is None or of.sentence != r.sentence or of.part or of.voice not in ("report", "promise") or not of.name:
        return
    if names.stage(of.lead + of.own + of.tail[:10]) is not None:
        return  # 已申报31家,年度任务40家: the figure is of an earlier stage, and answers nothing
    between = BRACKETS.sub("", text[open_ones[-1].quantity.end : r.start])  # 6200人次(其中女性2100人次),超过6000人次
    if not units.fits(of.quantity.noun, r.quantity.noun) or len(between) > 24:
        return
    if not (_PLANS.fullmatch(between) and _SETS.search(between + r.tail[:8])) and not held_against(text, r):
        return
    if of.voice == "promise" and (of.compared or r.own == "" or "," not in between):
        if r.own == "" and of in alike:
            r.subject = of.name  # 脱贫任务9800人、退出38个,县里自定目标1.05万人: of the goal of its unit
        return  # the second tier of one sentence has its own rule
    _name_by(r, of)


_ITS_GROWTH = sought(r"(?:以上)?[、,]\s?(?:同比|比上年)?(?:增长|增速|增幅|下降)(?:为|达到?)?\s?")


def _growth_beside(text: str, before: Sequence[Reading], r: Reading) -> Reading | None:
    """工业总产值213亿元,增长6.8%。全年目标320亿元、增长_9%: the growth of the figure that the goal before it is for."""
    last = before[-1] if before and r.measure == "growth" else None
    if last is None or last.behind is None or last.measure != "amount" or r.own or last.sentence != r.sentence:
        return None
    if _ITS_GROWTH.fullmatch(text, last.quantity.end, r.start) is None:
        return None
    behind = next((b for b in before if b.start > last.behind.start), None)
    told = behind is not None and behind.measure == "growth" and behind.voice == "report" and not behind.own
    return behind if told else None


def _name_by(r: Reading, of: Reading) -> None:
    r.own, r.subject, r.cued = "", of.name, True
    if r.quantity.noun == "%" and of.measure in ("growth", "change", "percent"):
        r.measure = of.measure
        falls = of.measure in _GROWTH and of.value < 0 and not sought(r"增|涨").search(r.lead)
        r.lead = of.lead if falls else r.lead
    if of.voice == "report":
        r.behind = of


_STOP = sought(r"[^。;\d]{0,16}[。;]\s?(?P<lead>[^。;]{2,20})")


def stand_behind_stop(text: str, found: Sequence[Reading]) -> None:
    """Name such a goal that opens the next sentence by the last figure of its unit, in place."""
    for last, r in pairwise(found):
        if last.behind is not None and last.voice == "promise" and not r.bracket:
            _grow_too(text, found, r)
        if r.voice != "promise" or r.bracket or last.point != r.point or last.sentence != r.sentence - 1:
            continue
        said = _STOP.fullmatch(text, last.quantity.end, r.start)
        if said is None or not _PLANS.fullmatch(said["lead"]) or not _SETS.search(said["lead"] + r.tail[:8]):
            continue
        if (of := _figure_before(found, r)) is not None and not _is_told_of(found, r):
            _name_by(r, of)


_ENDS = sought(r"(?:左右|以上)?(?:[。;]|\s*$)")


def _grow_too(text: str, found: Sequence[Reading], r: Reading) -> None:
    """年度目标8.2亿元,增长_6%。 promises the growth as well, where both were told, in place."""
    before = found[: found.index(r)]
    grown = _growth_beside(text, before, r) if r.measure == "growth" else None
    if grown is not None and (r.voice == "promise" or (r.voice == "report" and _ENDS.match(r.tail))):
        r.voice, r.settled = "promise", True
        _name_by(r, grown)
        r.subject = before[-1].name


_NEW = sought(r"新(?:签约|开工)")  # what is counted so is no step to something else


def _figure_before(found: Sequence[Reading], r: Reading) -> Reading | None:
    """The last figure of the sentence before that has the goal's unit, and no goal of its own."""
    before = [b for b in found if b.sentence == r.sentence - 1 and not b.bracket]
    alike = [b for b in before if units.fits(b.quantity.noun, r.quantity.noun) and b.measure in _FIGURES]
    while len(alike) > 1 and alike[-1].part:
        alike.pop()  # 进出口33.1亿元,其中出口28亿元。全年目标48亿元: of the whole
    of = alike[-1] if alike and not any(b.voice in ("promise", "gap", "claim") for b in before) else None
    early = of is not None and names.stage(_NEW.sub("", of.lead + of.own + of.tail[:10])) in ("application", "started")
    return of if of is not None and of.voice == "report" and of.name and not of.part and not early else None


def _is_told_of(found: Sequence[Reading], r: Reading) -> bool:
    """年度目标160个,已签约107个: its own sentence answers it."""
    return any(
        b.sentence == r.sentence and b.start > r.start and units.fits(b.quantity.noun, r.quantity.noun) for b in found
    )

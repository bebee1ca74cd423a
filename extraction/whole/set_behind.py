"""Goals that a later sentence sets for what was told before it: the account stands first.

    1-9月,全县新增就业2100人,技能培训1300人次。根据年初下达的任务,全年新增就业2800人,技能培训1500人次。
    一季度,改建水渠410公里。今年全省将改建水渠1900公里,确保完成投资12亿元。
    上半年,食堂新开46家,改造危房1420户。负责人介绍,食堂要新开60家,危房改造要完成3000户。
    目前已建成厂房8万平方米,引进企业12家。年初政府工作报告提出,建成厂房15万平方米,引进企业20家以上。

What opens such a sentence says whose figures they are; the things that the account told of by the same names and units
are then promised, and what is listed with them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from extraction.cues import cue
from extraction.numbers import units
from extraction.outline.items import Item, Sentence
from extraction.pairing.echoes import listed_with
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_SETS = sought(
    r"(?:而|但|据了解,|据介绍,|据悉,|此前,)?"
    r"(?:(?:按照?|根据|依据|依照|对照)[^,。;\d]{0,26}(?:目标|任务|责任书|责任状|清单|合同|计划|要求|安排|部署|报告|方案|协议|分解)[^,。;\d]{0,6},(?:我[省市县旗区州])?"
    r"(?:今年|全年|本年度|年内)?(?:要|应|需|须|计划|拟|将|确保|力争)*"
    r"|(?:[省市县旗区州镇乡]?(?:委、?|政府)+)?(?:今年)?年初[^,。;\d]{0,16}(?:提出|确定|计划|承诺|明确|安排|下达|定下)(?:的)?(?:目标|任务|实事|项目)*(?:为|是)?[,:]?"
    r"|(?:(?:我[省市县旗区州]|全[省市县旗区州])?(?:今年|全年|本年度)|(?:今年|全年)?(?:我|全)[省市县旗区州])(?:的)?(?:计划|目标(?:任务)?(?:为|是)|任务(?:为|是)|要(?=确保|完成|实现|新|改|建))"
    r"|(?:今年是[^,。;]{2,20}年,|(?:今年|全年|本年度)[,]?)(?:[我全][省市县旗区州])?(?:将|要)?(?:确保|力争)*(?<![年省市县旗区州,])(?=完成|实现|新|改|建)"
    r"|(?:今年|20\d\d年)?(?:[我本全][省市县旗区州镇乡局])?(?:[省市县旗区州委政府里]{1,4})?(?:共)?(?:定下|确定|安排|承诺|推出|列出)了?[^,。;:\d]{0,12}"
    r"(?:[一二三四五六七八九十\d]{1,3}[件项个])?[^,。;:\d]{0,10}(?:实事|项目|任务|目标|工作)(?:项目|任务)?,?(?:分别|具体|主要|依次)?(?:为|是|包括)?:"
    # 市办实事要求,全年…; 任务书明确,2024年…
    r"|[^,。;:\d]{0,8}(?:实事(?:项目|工程)?|任务书|责任书|责任状|任务清单|目标任务)(?:要求|明确|规定|提出|约定)[,:]?"
    r"(?:(?:今年|全年|20\d\d年)(?:全[省市县旗区州])?)?"
    # 年初人代会票决的项目里, 今年市政府民生实事清单中, 按年初人大票决的结果: where they are written
    r"|(?P<within>(?:按照?|根据|依据|依照|对照|在)?(?=[^,。;:\d]{0,24}(?:年初|票决|今年|全年|年度|清单|任务书|责任书))[^,。;:\d]{2,30}"
    r"(?:(?:清单|项目|任务|任务书|责任书|实事|目标|计划|台账|方案|安排|报告|结果|名单)(?:里|中|上|内|当中|之中)|票决(?:的)?结果),)"
    r"|(?:国家|[省市县旗区州](?:委|里|政府)?)下达(?:给)?[^,。;\d]{0,14}(?:目标任务|任务|目标|计划)(?:为|是)?[:,]?)"
)
_OUGHT = (  # 社区食堂要新开60家,
    r"[^,。;:\d]{2,16}(?<![主重需必摘纪概只])要(?:新[开建增]|改造|培训|完成|[建做办修开])(?:成|好|完)?\s?\d"
)
_SAYS_SO = sought(rf"(?:[^,。;:\d]{{2,28}}(?:说|介绍|表示|透露|写明|明确|写着|列明)[,:])?(?={_OUGHT})")
_EACH_OUGHT = sought(_OUGHT)
_GOES_ON_SETTING = sought(r"(?:全[省市县旗区州]|我[省市县旗区州])?(?:还|也)?将(?=确保|力争|完成|实现|新|改|建)")
_ORDERED = sought(r"[^,。;\d]{0,4}(?:按照?|根据|依据|依照|对照)")
_LIST_GOES_ON = sought(r"\s?(?=(?:完成|新建|新增|建成|改造|建设|实施|发放|培训|扶持|开展|解决|整治))")
CUE = cue(_SETS, _EACH_OUGHT)
_TOLD = sought(
    r"已|目前|截至|累计|实际(?!利用|使用|吸收)|同比|现有|现已|全部(?:完成|建成)|均|占(?!地|道)|\d月|季度|半年|预计|有望"
)
_REACH, _MOST = 8, 60  # sentences between account and goals; numbers of one sentence, beyond which it is a table


def mark_set_behind(text: str, item: Item, found: Sequence[Reading]) -> None:
    """Give the voice of a promise to such numbers, in place."""
    by_sentence = {number: list(group) for number, group in groupby(found, key=lambda r: r.sentence)}
    last_set, listing = -1, False
    for number, stated in by_sentence.items():
        sentence = item.sentences[number]
        opens = _SETS.match(text, sentence.start, sentence.end)
        if opens is None and len(_EACH_OUGHT.findall(text[sentence.start : sentence.end])) > 1:
            opens = _SAYS_SO.match(text, sentence.start, sentence.end)
        if opens is None and last_set == number - 1 >= 0:
            further = _LIST_GOES_ON if listing else _GOES_ON_SETTING
            opens = further.match(text, sentence.start, sentence.end)
        elif opens is not None:
            listing = text[opens.end() - 1] == ":"  # 分别为:新增就业5万人。完成培训1万人。
        last_set = number if opens else last_set
        if opens is None or len(stated) > _MOST or _TOLD.search(text, opens.end(), _set_until(text, sentence, stated)):
            continue
        plans = [r for r in stated if (_may_be_set(r) or _goes_on(r)) and r.start >= opens.end()]
        told = [r for n in range(max(0, number - _REACH), number) for r in by_sentence.get(n, ())[:_MOST]]
        telling = [a for a in told if any(_tells_of(a, p) for p in plans)]
        answered = [p for p in plans if any(_tells_of(a, p) for a in telling)]
        if (
            opens.re is _SETS
            and opens["within"]
            and not any(p.base > a.base for p in answered for a in telling if _tells_of(a, p))
        ):
            continue  # 今年的民生项目中,改造公厕120座 behind 168座: a part of what was done
        ordered = _ORDERED.match(text, sentence.start) is not None  # 根据市里部署,建成3200个 may tell
        if answered:
            for r in listed_with(text, plans, answered):
                r.voice, r.cued, r.settled = "promise", True, r.settled or not ordered
            for a in told:
                goes_on = _goes_on(a) and any(a.clause_start == b.clause_start for b in telling)
                a.settled = a.settled or a in telling or goes_on


_AND_MET = sought(  # ,其中绿道任务已提前实现。
    r"[,;]?(?:其中)?[^,。;\d]{2,12}(?:任务|目标|指标|[一二两三]项)?(?:均|都|全部)?已(?:经)?(?:提前|超额|如期|全部|全面)*"
    r"(?:完成|实现|达成|达标|超额)(?:了)?[。;]?"
)


def _set_until(text: str, sentence: Sentence, stated: Sequence[Reading]) -> int:
    """Where the goals of the sentence end: before words that say by name which of them was met, else at its end."""
    end = stated[-1].quantity.end
    tail = _OR_MORE.match(text, end)
    end = tail.end() if tail else end
    return end if _AND_MET.fullmatch(text, end, sentence.end) else sentence.end


_OR_MORE = sought(r"以上|左右|以内")


def _may_be_set(r: Reading) -> bool:
    plain = r.measure in ("amount", "percent", "growth") and not r.bracket and (not r.part or len(r.own) >= 4)
    return plain and r.voice in ("report", "forecast", "promise") and len(names.folded(r.own)) >= 2


def _goes_on(r: Reading) -> bool:
    """3898个、|67万户: the same things in another unit."""
    plain = r.measure == "amount" and not (r.bracket or r.part) and r.voice in ("report", "forecast", "promise")
    return plain and not r.own and r.lead.strip() == "、"


def _tells_of(answer: Reading, plan: Reading) -> bool:
    """Whether an earlier figure is of the thing that the goal is set for."""
    if answer.voice != "report" or answer.bracket or (answer.measure, answer.part) != (plan.measure, plan.part):
        return False
    return units.fits(plan.quantity.noun, answer.quantity.noun) and names.likeness(plan.own, answer.own) >= 0.6

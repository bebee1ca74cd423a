"""One word, or one share of the plan, for a whole list of plans.

    新建儿童之家15个,送电影下乡420场,培训乡村医生260人,均已完成。
    新建村史馆3个、提升文化礼堂7个,完成年度任务的80%; 更新公交车36辆、改造首末站4座,目前总体进度65%.

A share of counts that were done would be a share of whole ones: of no whole number are 3 just 80%, so 3 is the plan.
How far the works are (总体进度) is never said of what is done.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extraction.numbers import units
from extraction.outline.items import Item, Sentence
from extraction.promises.targets import Promise
from extraction.records import Claim
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_ALL_DONE = sought(
    r"(?:以上|上述|等|的)?(?:(?:[\d两三四五六](?:项|件|类|个))?(?:民生)?(?:任务|工作|实事|指标|项目|目标)?)?"
    r"(?:(?:目前|现|截?[至到]?\d{1,2}月[底末初中]前?),?(?=均|都|已全))?"
    r"(?:均|都|已全部|全部|已全面)(?:已)?(?:按期|如期|提前|全部|顺利|圆满|按时|超额(?=完成[。;]?$))*"
    r"(?:完成|办结|完工|竣工|建成|(?:落实|执行|兑现|提标|调整)到位)(?:年度|全年)?(?:任务)?"
    r"(?:,(?:并|且)?(?:已|均|全部)*通过[^,。;\d]{0,10}(?:验收|认定|评估|审核))?(?=[。;]|$)"
)
_GOES_ON = ("", ",", "、", *"等的任均都两三四五六")  # 铺设管网9.6公里等3项任务已全部完成
_TOLD = sought(
    r"已|累计|截至|目前|实际|以来|月|季度|半年|同比|现(?!代|场)|完成|实现|建成|竣工|完工|其中|共(?!享|建|同)|去年|上年"
    r"|涉及|惠及|覆盖|带动|投入|投资|资金|争取|到位|拨付|收入|受理|排查|发现|登记|办结"
)
_OF_TASKS = sought(r"(?:民生)?(?:任务|工作|实事|指标|项目|目标)|(?:均|都|已?全部)")
_SHARE = sought(
    r"(?:目前|现|截至[^,。;]{1,8},)?(?:已|仅|只|均)?(?:完成(?:了)?(?:年度|全年)?(?:目标)?任务的?|(?P<works>(?:总体|整体|平均)(?:建设|形象|工程)?进度)(?:已|仅)?(?:达到?|为)?)\s?"
)
_JOINS = sought(r"[、,]?[^、,。;:\d]{2,24}|[、,]?[为向对给]")
_MOST = 6  # plans in such a list


def mark_told_for_all(text: str, item: Item, found: Sequence[Reading]) -> None:
    """Give the voice of a promise to the numbers of such lists, in place."""
    for index, last in enumerate(found):
        share = found[index + 1] if index + 1 < len(found) and not counts_all(found[: index + 2]) else None
        if share is not None and share.sentence == last.sentence:
            plans = _of_share(found, index, share)
        else:
            sentence = item.sentences[last.sentence]
            plans = _list(found, index) if _done_at_end(text, sentence, last.quantity.end) else []
            plans = [] if plans and _makes_up(found, plans) else plans
        for plan in plans:
            plan.voice = "promise"


def _of_share(found: Sequence[Reading], index: int, share: Reading) -> list[Reading]:
    """The plans that the share behind them is of, where it can be of nothing else."""
    said = _SHARE.fullmatch(share.clause_lead) if share.voice == "claim" and share.value < 100 else None
    if said is None:
        return []
    plans = _list(found, index)
    known = said["works"] or any(not is_possible(share, plan) for plan in plans)
    return plans if known else []


def is_possible(share: Reading, part: Reading) -> bool:
    """Whether a whole number of the same things can be meant of which the count is that share."""
    number = share.quantity.value
    if number is None or not number or part.quantity.noun not in units.COUNTED or part.quantity.magnitude != 1:
        return True
    slack = Decimal(5).scaleb(int(number.as_tuple().exponent) - 1)
    least, most = part.value * 100 / (number + slack), part.value * 100 / max(number - slack, slack)
    return int(most) >= least


def _list(found: Sequence[Reading], index: int) -> list[Reading]:
    """The numbers of the sentence up to this one, where they are several bare plans side by side and nothing else."""
    sentence = found[index].sentence
    low = index
    while low and found[low - 1].sentence == sentence and index - low < _MOST:
        low -= 1
    run = found[low : index + 1]
    last = run[-1].voice == "promise" and not run[-1].heading  # known by the same words to be wholly done
    bare = all(map(_is_bare, run[:-1])) and (_is_bare(run[-1]) or (last and _is_listed(run[-1])))
    return list(run) if len(run) > 1 and bare else []


def _makes_up(found: Sequence[Reading], listed: Sequence[Reading]) -> bool:
    """新建中转站16座,城区4座、园区3座均已建成: parts of a plan before them, and no plans of their own."""
    nouns = {r.quantity.noun for r in listed}
    before = (p for p in found if p.voice == "promise" and p.start < listed[0].start and p.quantity.noun in nouns)
    return len(nouns) == 1 and any(sum(r.base for r in listed) <= p.base for p in before)


def counts_all(found: Sequence[Reading]) -> bool:
    """新建泵站12座、整治河道24公里,2项任务均已完成: whether the last number counts those of its sentence before it."""
    count = found[-1]
    if count.quantity.noun not in ("项", "件", "类", "个"):
        return False
    here = sum(1 for r in found[:-1] if r.sentence == count.sentence)
    return count.value == here > 1 and _OF_TASKS.match(count.tail) is not None


def _is_bare(r: Reading) -> bool:
    return r.voice == "report" and _is_listed(r)


def _is_listed(r: Reading) -> bool:
    if r.measure != "amount" or r.bracket or r.part or r.quantity.unit in ("", *units.MONEY):
        return False
    return _JOINS.fullmatch(r.lead) is not None and _TOLD.search(r.lead) is None and len(names.folded(r.name)) >= 2


def _done_at_end(text: str, sentence: Sentence, start: int) -> bool:
    return _words(text, start, sentence) is not None


def _words(text: str, start: int, sentence: Sentence) -> Claim | None:
    """The words behind the last number that say it of all."""
    mark = text[start : start + 1]
    done = _ALL_DONE.match(text, start + (mark in (",", "、")), sentence.end) if mark in _GOES_ON else None
    return Claim(None, "done", done.group(), done.start(), done.end()) if done else None


def done_with_all(text: str, sentence: Sentence, found: Sequence[Reading], promise: Promise) -> Claim | None:
    """The claim of completion that ends the sentence of the promise and is said of all that it lists."""
    here = [r for r in found if r.sentence == promise.reading.sentence and r.voice != "base"]
    here = here[:-1] if len(here) > 2 and counts_all(here) else here
    if len(here) < 2 or any(r.voice != "promise" for r in here):
        return None
    return _words(text, here[-1].quantity.end, sentence)


def plans_of_all(share: Reading, promises: Sequence[Promise]) -> list[Promise]:
    """The promises of one list that the share behind them is of."""
    if _SHARE.fullmatch(share.clause_lead) is None or share.bracket:
        return []
    listed = [p for p in promises if p.reading.sentence == share.sentence and p.reading.start < share.start]
    return listed if len(listed) > 1 and all(_is_listed(p.reading) for p in listed) else []

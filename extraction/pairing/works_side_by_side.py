"""Works side by side, each with how far it is: behind what it costs, or in a bracket before the words that judge them.

翻板坝工程,投资2395万元,已完成97%;望江段治理,投资2577万元,已完成35%
投资完成率为53.1%。其中,水利工程(46.3%)、公路工程(50.1%)完成投资进度较慢
广播终端安装(82%)、水毁道路修复(35%,进度偏慢)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_COSTS = sought(r"(?P<name>[^,。;:\d\n]{4,30}),\s?(?:项目|工程|概算|计划|估算)?总?投资(?:约|近)?\s?$")
_OF_THE_YEAR = sought(r"年度|今年|全年|年内|本年|\d月|季度|半年|累计|目标|任务")
_SO_FAR = sought(r"(?:[,(]\s?[^,;。%]{0,24}\))?,\s?(?:目前|现)?(?:已|仅|只|累计)?完成(?:了|约|近)*\s?")
_CALLED = sought(r"(?:^|[、,;。:)\n和及])(?:其中[,:]?)?(?P<name>[^、,;。:()\d\n]{3,16})\($")
_JUDGED = sought(
    r"\)(?:[、和及][^、,;。:()\d\n]{3,16}\(\d[\d.]*%\)){0,9}等?(?:\d个)?(?:类|项目|领域|工程)?,?[^。;,()\d]{0,6}"
    r"(?:进度|进展|推进|完成率)(?:情况)?(?:相对|比较|较|偏|最)*(?:为)?(?:快|慢|好|差|滞后|缓慢|理想)"
)
_RATED = sought(r"增速|增幅|增长|下降|占比|比重|合格|满意|覆盖|优良|利用率")
_NEAR = 60  # characters before a number in which its work is called


def mark_works(text: str, found: Sequence[Reading]) -> None:
    """Give the voice of a claim to such shares, each under the name of its work, in place."""
    costed = list(_costed(text, found))
    for cost, share, name in costed if len(costed) > 1 else ():
        cost.voice = "context"
        _claim(share, name)
    for share, name in (*_bracketed(text, found), *_alone(text, found)):
        _claim(share, name)


def _claim(share: Reading, name: str) -> None:
    share.voice, share.measure, share.of_work, share.part = "claim", "completion", True, False
    share.own = share.subject = name


def _costed(text: str, found: Sequence[Reading]) -> Iterator[tuple[Reading, Reading, str]]:
    """What a work costs, how far it is, and its name."""
    for cost, share in pairwise(found):
        if not cost.quantity.noun.endswith("元") or share.quantity.noun != "%" or cost.bracket:
            continue
        low = max(0, cost.start - _NEAR)
        start = max(low, *(text.rfind(mark, low, cost.start) + 1 for mark in ";。:\n"))
        said = _COSTS.fullmatch(text, start, cost.start)
        if said is None or _OF_THE_YEAR.search(said.group()):
            continue
        if _SO_FAR.fullmatch(text, cost.quantity.end, share.start):
            yield cost, share, said["name"]


def _bracketed(text: str, found: Sequence[Reading]) -> Iterator[tuple[Reading, str]]:
    """Shares alone in brackets behind names, judged by words behind the list; the whole's share stands before."""
    whole: Reading | None = None
    for r in found:
        if not r.bracket:
            whole = r if r.voice == "claim" and r.measure == "completion" else whole
            continue
        alone = r.quantity.noun == "%" and r.owner is None and _JUDGED.match(text, r.quantity.end) is not None
        if not alone or whole is None or r.sentence - whole.sentence > 3:
            continue
        said = _CALLED.search(text, max(0, r.start - _NEAR), r.start)
        if said and len(names.folded(said["name"])) >= 2 and not _RATED.search(text, whole.quantity.end, r.start):
            yield r, said["name"]


_WORK = (  # what is done to the thing that the name begins with
    r"(?:安装|修复|改造|建设|更新|更换|布设|铺设|敷设|[新改扩迁重续]建|整治|治理|加固|提升|升级|维修|修缮|绿化|清淤|疏浚|装修|施工|搭建)"
)
_OF_WORK = rf"(?P<name>[^、,。;:()\d\n]{{2,20}}{_WORK})\((?:形象进度|工程进度|进度|已?完成)?\s?"
_NEXT = r"\d[\d.]*%(?:,[^()\d\n]{1,14})?\)(?:[、,;和及]|[。\n]|$)"
_IN_LIST = sought(rf"(?:^|[、,;。:\n和及])\s?{_OF_WORK}$")
_LIST_GOES_ON = sought(_NEXT)
_MADE_UP = sought(r"占|构成|比例|比重|结构|分布|其中|诉求|投诉|意见|需求|问卷|调查|反映|关注|热线|工单")
_ALL, _NEARLY = 100, 1  # parts of one whole


def _alone(text: str, found: Sequence[Reading]) -> Iterator[tuple[Reading, str]]:
    """Works alone in one sentence, each with nothing but a share in its bracket; parts of one whole are none."""
    listed: list[tuple[Reading, str]] = []
    for r in (*found, None):
        if listed and (r is None or not _goes_on(text, listed[-1][0], r)):
            yield from listed if _tells_of_works(text, listed, found) else ()
            listed = []
        if r is None or not r.bracket or r.quantity.noun != "%" or r.owner is not None or r.voice not in _OPEN:
            continue
        said = _IN_LIST.search(text, max(0, r.start - _NEAR), r.start)
        if said is not None and _LIST_GOES_ON.match(text, r.start):
            listed.append((r, said["name"]))


_OPEN = ("context", "report")
_BETWEEN = sought(r"[^()\n]{0,16}\)[;、,][^()。\n]{2,24}\([^()\d]{0,5}")


def _goes_on(text: str, last: Reading, r: Reading) -> bool:
    return r.sentence == last.sentence or _BETWEEN.fullmatch(text, last.quantity.end, r.start) is not None


def _tells_of_works(text: str, listed: Sequence[tuple[Reading, str]], found: Sequence[Reading]) -> bool:
    first, last = listed[0][0], listed[-1][0]
    among = [r for r in found if first.sentence <= r.sentence <= last.sentence]
    said = text[max(first.clause_start - len(listed[0][1]), 0) - 8 : last.start]
    whole = abs(sum((r.value for r, _ in listed), Decimal(0)) - _ALL) <= _NEARLY
    return len(among) == len(listed) > 1 and not whole and _MADE_UP.search(said) is None

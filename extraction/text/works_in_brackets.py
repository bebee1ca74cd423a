"""How far a work under way is reads in one form, whatever words, marks and order the clerk gave it.

西河水厂扩容(施工中,76%)、东城安置房二期建设中(88%)、7处避险点:在建,91%    reads as    西河水厂扩容在施工(76%),…
背街小巷整治形象进度79%、21个院落已全面进场(综合进度88%)                 reads as    背街小巷整治在施工(79%),…
北关泵站(67%)、28处山塘整治(21处,75%)                                  in a row with other brackets only

Else the words of the state would be of the name, a bracket's share nobody's, and the next of a row called after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.numbers import units
from extraction.records import Edit
from extraction.sought import sought

NUMBER = r"\d[\d,]{0,9}(?:\.\d{1,3})?"
SHARE = r"\d{1,3}(?:\.\d{1,2})?%"
LABEL = (  # what may stand before the share
    r"(?:(?:约|已|占|完成|达到?|为)*(?:总?(?:工程|任务)量?的|(?:形象|综合|总体|整体|工程|施工|建设)*进度|完成率)?(?:约|已|达到?|为|:)*)"
)
_DOING = r"施工|建设|推进|改造|实施|装修|安装|铺设|整治|修建|加固"
RUNS = (  # the work goes on, and has not ended
    rf"(?:(?:目前|现|均|正|仍|尚|还|都|全面|加快|抓紧|有序)*(?:处于|在)?(?:主体)?(?:{_DOING})(?:中|阶段)"
    rf"|(?:目前|现|均|仍|尚|还|都)*(?:在建|在施|正?在(?:加快|全面|抓紧|有序|全力|主体)?(?:{_DOING})|主体施工))"
)
_STATES = (  # in a bracket beside a share: words that may end a name elsewhere
    rf"(?:{RUNS}|正?(?!其中|集中|招标|申报|审批|评审|公示|采购)[\u4e00-\u9fff]{{2}}中"
    r"|(?:已|正在?)?(?:主体|框架|基础|内部|外立面)?(?:已)?(?:封顶|装修|收尾|扫尾)|主体(?:已)?(?:完工|完成))"
)
# entered upon, beside how far the works are only
_ENTERED = r"(?:目前|现|均|都|已|全部|全面)+(?:进场|开工|动工|铺开)(?:施工|建设|改造)?"
OPENS = r"(?:(?<=[、,;:。\n()○●◇◆■□▲△★☆·•])|^)[ ]?(?:(?:\d{1,2}[.、)]|[①-⑳])[ ]?)?(?:其中|还有|另有)?"
PLACE = r"(?:(?!已|累计)[\u4e00-\u9fff]{2,8}(?<!完成)(?<!建成)(?<!任务)(?<!计划)(?<!投资))?"
NAMED = r"[\u4e00-\u9fff“”A-Za-z·-]{2,28}?(?:\([^()\d%]{2,8}\))?"
_WORK = rf"(?:{PLACE}{NUMBER}\s?万?(?:{units.AMOUNTS}))?(?!已|完成|目前|截至|累计|其中|总?投资){NAMED}"
_BRACKETED = sought(
    rf"{OPENS}{_WORK}(?P<state>\((?:{_STATES}[,、;]|{_ENTERED}[,、;](?=[^()\d]*进度)){LABEL}(?={SHARE}))(?P<share>{SHARE})(?P<end>\))(?P<next>、?)"
)
_BARE = sought(
    rf"{OPENS}{_WORK}(?P<state>[,:]?(?:{RUNS}[,:]?\(?|{_ENTERED}\(|(?<![率的])(?:形象|综合)(?=进度)){LABEL}(?={SHARE}))"
    rf"(?P<share>{SHARE})(?P<end>\)?)(?P<next>(?:、|(?=[,;。\n])|$))"
)

_ALONE = sought(
    rf"{OPENS}(?!已|完成|其中)[\u4e00-\u9fff“”]{{2,20}}(?:工程|项目|改造|[新扩改迁续]建|扩容|建设|整治|治理|清淤|泵站|水厂|大桥|[一二三四]期|步道|管网)"
    rf"(?P<state>\()(?P<share>{SHARE})(?P<end>\))(?P<next>、?)"
)
_ONLY_ENTERED, _ROW = sought(rf"{_ENTERED}\("), 2  # 17个小区全部进场(55%): how far, where a list tells it of others
_BESIDE = sought(rf"\((?:[^()\n]{{1,16}}[,、;])?{LABEL}{SHARE}(?:[,、;][^()\n]{{1,16}})?\)")


def works_in_brackets(text: str) -> Iterator[Edit]:
    """The edits that write it so, and part each from the one before and behind it by a comma."""
    commas: set[int] = set()
    for pattern in (_BRACKETED, _BARE) if "%" in text else ():
        for match in pattern.finditer(text):
            if match["state"].startswith(("形象", "综合")) and "%)" not in _line(match):
                continue  # how far works are tells of no plan, but in a list of shares
            if _ONLY_ENTERED.fullmatch(match["state"]) and _line(match).count("%)") < _ROW:
                continue
            yield from _plainly(match)
            commas |= listed_at(match)
    for match in _ALONE.finditer(text) if "%)" in text else ():
        if _is_in_row(match):
            yield from _plainly(match)
            commas |= listed_at(match)
    yield from ((at, at + 1, ",") for at in sorted(commas))


def _plainly(match: re.Match[str]) -> Iterator[Edit]:
    if match["state"] != "在施工(":
        yield *match.span("state"), "在施工("
    if not match["end"]:
        yield match.end("share"), match.end("share"), ")"


def _is_in_row(match: re.Match[str]) -> bool:
    """Whether the line holds a bracket that tells of another thing, in a figure or a state."""
    return any("," in told.group() or "、" in told.group() for told in _BESIDE.finditer(_line(match)))


def _line(match: re.Match[str]) -> str:
    text = match.string
    high = text.find("\n", match.end())
    return text[text.rfind("\n", 0, match.start()) + 1 : high if high >= 0 else len(text)]


def listed_at(match: re.Match[str]) -> set[int]:
    """Where 、 parts what was found from a bracket before it, and from what stands behind."""
    text, start = match.string, match.start()
    before = {start - 1} if text[max(0, start - 2) : start] == ")、" else set()
    return before | {match.start("next")} if match["next"] else before

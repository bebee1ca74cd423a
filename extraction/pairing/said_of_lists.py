"""What a list says once is said of each of its numbers: the stage before its first or behind its last, month, whose.

已开工公园10个、广场6个            both are begun
目前分别申报3个、8个               both are asked for
公园10个、广场6个正在施工          both are
9月份建成公园2个、广场1个          both are of that month alone
其中市直建成公园3个、广场2个       both are of those alone
开工公园5个,其中甲县3个、乙县2个   each is of its own place, and begun
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_NAMED = sought(r"[、和及与]\s?(?:[^,。;、\d]{2,14})?")
_DID = sought(r"已|[建完竣投开动获通改新签启]")
_OF_SOME = sought(  # 其中市直|建成3个, 第一批|5个: not of all that was planned
    r"其中[,:]?(?P<whose>[省市县旗区镇乡]直|本级|直属|[\u4e00-\u9fff]{2}(?:[区县州旗乡]|街道))|(?P<batch>第[一二三]批|首批)"
)
_SHORT_OF_IT = ("started", "application", "money")
# 已|开工公园, 已组织|申报企业, 达成|意向; not 已完成|路基
_VERB = sought(
    r"(?:^(?!已|共|累计|目前|现|今年|全[省市县旗区])|已|共|累计|目前|现|今年|全[省市县旗区])(?:已|经|共|累计|组织|指导|集中|达成|有)*(?P<verb>[\u4e00-\u9fff]{2})"
)
_PIECE = sought(r"[^,。;、()\d]{0,16}")
_UNFINISHED = sought(r"正在?|收尾|施工|在建|推进|未|尚")
_FAR = 80  # characters of the figure that is split, and of the words up to the first place
_JOINT = "、"  # what joins numbers without names
_IN_TURN = sought(r"分别|依次")
_MONTH = sought(r"(?:^|[,、;])\s?(?:其中)?\d{1,2}月份?(?![底末初\d-])[^,。;、\d]*$")


def mark_said_of_lists(text: str, found: Sequence[Reading]) -> None:
    """Note such words, in place, with each number that has no verb of its own."""
    for run in _lists(text, found):
        if any(_has_verb(text[a.quantity.end : b.start].lstrip("、和及与 ")) for a, b in pairwise(run)):
            continue  # 开工205户、竣工168户
        nameless = all(a.quantity.end + len(_JOINT) >= b.start for a, b in pairwise(run))
        led, behind = _led_in_turn(run[0]) if nameless else _led(run[0]), _behind(run[-1])
        if some := whose_list(run[0]):
            split = _split(text, run)
            for r in run:
                r.of_some, r.said_of_all = ("", split) if split and not _LEFT.search(split) else (some, "")
        elif led and not behind and not _DID.search(run[-1].tail):
            _note(run[1:], led)
        elif behind and not led and (behind.startswith("的") or not _DID.search(run[0].lead)):
            _note(run[:-1], behind)  # 已完成公园10个、广场6个|的设计


_PLACE = sought(r"[、和及与]\s?(?:[省市县旗区]本级|市直|[\u4e00-\u9fff]{2,5}(?:[区县州旗乡市镇]|街道))")
_SPLIT = sought(r"(?:^|[,。;:])(?P<whole>[^,。;:]{2,40}),?\(?其中[,:]?[^,。;、\d]*$")
_LEFT = sought(r"[未尚待余剩]")


def _split(text: str, run: Sequence[Reading]) -> str:
    """建成640个|,其中甲河县330个、乙山县190个: what each place did; the first is said of its own number alone."""
    if not all(_PLACE.match(text, a.quantity.end, b.start) for a, b in pairwise(run)):
        return ""
    whole = _SPLIT.search(text[max(0, run[0].start - _FAR) : run[0].start])
    return whole["whole"] if whole is not None and sought(r"\d").search(whole["whole"]) else ""


def whose_list(first: Reading) -> str:
    """Of whom alone, or of which batch, the list is that the number opens; empty where it is of all."""
    said = _OF_SOME.search(first.lead)
    return (said["whose"] or said["batch"]) if said is not None else ""


def _note(run: Sequence[Reading], words: str) -> None:
    for r in run:
        r.said_of_all = words


# at the beginning or the end: 专精特新 and 交通 are names
_OWN_VERB = sought(
    r"已|^(?:新?[建开动]|完|竣|投|获|通过|改|签|启|新[增认评])|(?:[建完竣投][成工用产]|开工|动工|开通|通过|签约|启动|改造|新增|获批)$"
)


def _has_verb(words: str) -> bool:
    return _OWN_VERB.search(words) is not None or names.is_bare(words)


def _led(first: Reading) -> str:
    """The words before the first number, where they tell a stage short of the end, or one month."""
    said = _VERB.finditer(first.lead.lstrip(" ,、;"))
    early = any(names.stage(began["verb"]) in _SHORT_OF_IT for began in said)
    return first.lead[-16:] if early or _MONTH.search(first.lead) is not None else ""


def _led_in_turn(first: Reading) -> str:
    """目前分别申报|3个、8个: of figures without names of their own, all that stands before the first of them."""
    words = _IN_TURN.split(first.lead.lstrip(" ,、;"))[-1][-16:]
    return words if names.stage(words) in _SHORT_OF_IT or _MONTH.search(first.lead) is not None else ""


def _behind(last: Reading) -> str:
    """The words behind the last, where they do."""
    said = _PIECE.match(last.tail)
    words = said.group() if said is not None else ""
    return words if names.stage(words) in _SHORT_OF_IT or _UNFINISHED.search(words) is not None else ""


def _lists(text: str, found: Sequence[Reading]) -> Iterator[list[Reading]]:
    run: list[Reading] = []
    for r in found:
        if run and _goes_on(text, run[-1], r):
            run.append(r)
            continue
        if len(run) > 1:
            yield run
        run = [r]
    if len(run) > 1:
        yield run


def _goes_on(text: str, last: Reading, r: Reading) -> bool:
    told = r.voice == "report" and last.voice in ("report", "context")  # 第一批公园5个 answers nothing already
    plain = all(one.measure == "amount" and not one.bracket for one in (last, r))
    same = told and plain and last.clause_start == r.clause_start
    return same and _NAMED.fullmatch(text, last.quantity.end, r.start) is not None

"""The stage that a list says once is that of each of its numbers: 已开工公园10个、广场6个; …6个正在施工."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extraction.sentences.readings import Reading
from extraction.sought import sought

_NAMED = sought(r"[、和及与]\s?[^,。;、\d]{2,14}")
_DID = sought(r"已|[建完竣投开动获通改新签启]")
_LED = sought(r"(?P<stage>(?:已|共|累计|新)(?:开工|动工|签约|启动|申报|上报|推荐|立项|受理))[^,。;、\d]{2,14}$")
_BEGUN = sought(
    r"[^,。;、\d]{0,6}?(?P<stage>(?:已|均|全部|都)*(?:正在|在)(?:建|施工|办理|推进)[^,。;\d]{0,4}"
    r"|(?:已|均|全部|都)+(?:开工|动工|启动|进场)[^,。;\d]{0,4})(?=[,。;]|$)"
)


def mark_stages_of_lists(text: str, found: Sequence[Reading]) -> None:
    """Note the stage that a list says once, in place, with each number that has no verb of its own."""
    for run in _lists(text, found):
        led, behind = _LED.search(run[0].lead), _BEGUN.match(run[-1].tail)
        between = [text[a.quantity.end : b.start] for a, b in pairwise(run)]
        if any(_DID.search(words) for words in between):
            continue  # 开工205户、竣工168户
        if led is not None and behind is None and not _DID.search(run[-1].tail):
            for r in run[1:]:
                r.said_of_all = led.group("stage")
        elif led is None and behind is not None and not _DID.search(run[0].lead):
            for r in run[:-1]:
                r.said_of_all = behind["stage"]


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
    told = all(one.voice == "report" and one.measure == "amount" and not one.bracket for one in (last, r))
    same = told and last.clause_start == r.clause_start
    return same and _NAMED.fullmatch(text, last.quantity.end, r.start) is not None

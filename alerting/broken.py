"""A source that can no longer be trusted to show what is new: when it counts as broken, and how that is said.

It is told like everything else, in the digest: `mart.alert_broken` lists what is broken, from the steps decided here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from alerting.speech import say
from warehouse.records import SourceCheck

Step = Literal["well", "waiting", "first", "told_before", "recovered"]
# a site that gives no answer is given so many visits before anybody is told
PATIENCE = 3


def decide_source(trouble: str | None, history: Sequence[SourceCheck]) -> Step:
    """What a visit's outcome means, by the checks before it, the newest first.

    Only `first` and `recovered` are told. Another trouble while one is told is the same alert.
    """
    told = next((check for check in history if check.told), None)
    is_firing = told is not None and told.step == "first"
    if trouble is None:
        return "recovered" if is_firing else "well"
    if is_firing:
        return "told_before"
    return "waiting" if trouble == "unreachable" and _failures(history) + 1 < PATIENCE else "first"


def trouble_words(words: str) -> str:
    """What `mart.alert_broken` says of a trouble, in the language that is spoken."""
    known = {
        "多次访问没有得到应答": say("多次访问没有得到应答"),
        "网站拒绝访问或地址已失效": say("网站拒绝访问或地址已失效"),
        "栏目页读不到条目，版式或地址可能已改": say("栏目页读不到条目，版式或地址可能已改"),
        "栏目长期没有新条目，可能已改在别处发布": say("栏目长期没有新条目，可能已改在别处发布"),
        "最新报告缺少应有的信息，版式可能已改": say("最新报告缺少应有的信息，版式可能已改"),
    }
    return known.get(words, words)


def limits() -> str:
    """What is not known of a source while it is broken."""
    return say("栏目异常期间，本系统不能判定该单位是否已发布新的报告，也不会提示“未检索到报告”。")


def _failures(history: Sequence[SourceCheck]) -> int:
    """The troubled visits in a row before this one."""
    return next((index for index, check in enumerate(history) if check.trouble is None), len(history))

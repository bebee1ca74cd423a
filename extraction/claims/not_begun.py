"""What is not begun three quarters into the year is behind: 清洁取暖改造1.5万户,尚未开工。 因选址未定,尚未启动。"""

from __future__ import annotations

import re

from extraction.claims.done_by_name import names_it
from extraction.promises.links import Scope
from extraction.promises.targets import Promise
from extraction.records import Claim
from extraction.sought import sought
from extraction.words import names, wording
from extraction.words.directions import lower_is_better

_CAUSE = r"(?:[因受由][^,。;\n\d]{1,24},)?"
_NOW = r"(?:截[至止](?:目前|\d{1,2}月(?:\d{1,2}日|[底末])?),?|目前,?|现)?"
_WHOLE = r"(?:该?项目|工程|任务|改造|建设|施工|工作|全部|均|都)*"
_BEHIND = sought(
    rf"[\u4e00-\u9fff]{{0,14}}?(?:\([^()\n]{{0,24}}\))?(?:[,;:]\s?|(?=均|都|全部)){_NOW}{_CAUSE}{_NOW}{_WHOLE}(?P<said>{wording.NOT_BEGUN})(?=[,。;\n)]|$)"
)
_ALONE = sought(
    rf"\s?{_NOW}{_CAUSE}{_NOW}(?P<name>[^,。;\n\d]{{0,16}}?){_WHOLE}(?P<said>{wording.NOT_BEGUN})(?=[,。;\n)]|$)"
)
_NONE_YET = sought(  # 任务4500万美元,1-4月为零
    r"[,;]\s?(?:1-\d{1,2}月份?|截至[^,。;\d]{0,2}\d{0,2}月?[底末]?|目前|上半年|前?[一二三]季度)(?:实际|仍|尚|还)*"
    r"(?P<said>为零|为空白|零进展|尚?未破零|无进展)(?=[,。;\n]|$)"
)
_LATE = 9  # the month from which on it should have been


def is_late(scope: Scope, promise: Promise) -> bool:
    """Whether what is counted through the year and not begun yet is behind by now."""
    return (scope.cutoff_month or 0) >= _LATE and promise.kind == "cumulative"


def not_begun(scope: Scope, promise: Promise) -> Claim | None:
    """The claim that all of what was promised is not begun, right behind it or as its story opens."""
    place = promise.reading
    none = None if place.bracket else _NONE_YET.match(scope.text, place.quantity.end)
    up = promise.kind == "cumulative" and promise.direction == "up" and not lower_is_better(promise.name)
    if none is not None and up:
        return Claim(None, "lagging", none["said"], none.start("said"), none.end("said"))
    if (place.bracket and not place.heading) or not is_late(scope, promise):
        return None
    said = _BEHIND.match(scope.text, place.quantity.end, min(len(scope.text), place.quantity.end + 80))
    if said is None and place.heading and sum(p.reading.heading for p in scope.promises) == 1:
        following = next((s for s in scope.item.sentences[place.sentence + 1 :] if not s.heading), None)
        said = _ALONE.match(scope.text, following.start, following.end) if following is not None else None
        if said is not None and len(names.folded(said["name"])) >= 2:
            said = said if names.likeness(promise.name, said["name"]) >= 0.8 else None
    said = said or _by_name(scope, promise)
    if said is None:
        return None
    return Claim(None, "lagging", said["said"], said.start("said"), said.end("said"))


_CLAUSE = sought(
    rf"(?:^|(?<=[,;。:、\n]))\s?{_NOW}(?:(?P<all>\d{{1,5}})[个座条家所处项户]?)?(?P<name>[\u4e00-\u9fff“”]{{2,14}}?){_WHOLE}{_CAUSE}(?P<said>{wording.NOT_BEGUN})(?=[,。;\n)]|$)"
)


def _by_name(scope: Scope, promise: Promise) -> re.Match[str] | None:
    """建成幸福院6所、老年食堂3个。建成幸福院3所;老年食堂尚未动工: what a later clause says of just this one, or
    of all that was promised (3个老年食堂全部未动工).
    """
    count = str(promise.target.value)
    for sentence in scope.item.sentences[promise.reading.sentence :]:
        if "未" not in scope.text[sentence.start : sentence.end]:
            continue
        start = max(sentence.start, promise.reading.quantity.end)
        for said in _CLAUSE.finditer(scope.text, start, sentence.end):
            if said["all"] in (None, count) and names_it(scope, promise, said["name"]):
                return said
    return None

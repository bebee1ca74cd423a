"""What comes after the work is no measure of it: 任务260户,竣工_205户,竣工率78.8%,入住148户,入住率56.9%.

Such a later stage has its own share of the plan, and the last share told would take the plan. It says how far the
houses are lived in, the money spent or the files closed; the plan was to build, hand out or mend. Where the plan names
the later stage itself, it answers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extraction.cues import cue
from extraction.pairing.share_arithmetic import comes_to
from extraction.sentences.readings import Reading
from extraction.sought import sought

_LATER = r"入住|交付|移交|(?:竣工)?验收|销号|支出|支付|结算|决算|审计|办证|发证|领证|使用|投用|运营|回访|巩固"
_EARLIER = r"新?开工|动工|竣工|完工|建成|改造|整改|整治|拨付|下达|到位|分配|完成|安装|发放|签约|建设|筹集|配租|封顶"
_RATE = r"率(?:已|仅|只)?(?:为|达到?|有)?\s?$"
_LATER_RATE, _EARLIER_RATE = sought(rf"(?P<stage>{_LATER}){_RATE}"), sought(rf"(?P<stage>{_EARLIER}){_RATE}")
CUE = cue(sought(rf"(?:{_LATER})率"))
_BACK = 24  # numbers before a later stage among which the plan and the earlier one stand
_SENTENCES = 2  # and how many sentences before it


def mark_later_stages(found: Sequence[Reading]) -> None:
    """Take their voice from such figures and their shares, in place."""
    for at in range(2, len(found)):
        figure, rate = found[at - 1], found[at]
        stage = _told(figure, rate, _LATER_RATE)
        if stage is None or rate.value > 100:
            continue
        near = [b for b in found[max(0, at - _BACK) : at - 1] if figure.sentence - b.sentence <= _SENTENCES]
        if any(stage[-2:] in b.lead for b in near if b.voice == "promise"):
            continue
        if any(_is_plan_of(w, near, figure, rate) for w in near):
            for r in (figure, rate):
                r.voice, r.settled, r.of_some = "context", True, stage


def _told(figure: Reading, rate: Reading, pattern: re.Pattern[str]) -> str | None:
    """The stage of a figure that has its own rate right behind it."""
    if figure.voice != "report" or figure.measure != "amount" or rate.quantity.noun != "%" or rate.voice == "promise":
        return None
    said = pattern.search(rate.lead) if figure.sentence == rate.sentence else None
    return said["stage"] if said is not None and said["stage"][-2:] in figure.lead else None


def _is_plan_of(whole: Reading, near: Sequence[Reading], figure: Reading, rate: Reading) -> bool:
    """Whether the later figure is that share of it, and an earlier stage, told with its own share, is as well."""
    if not comes_to(rate, figure, whole):
        return False
    for first, share in pairwise(near):
        earlier = first.start > whole.start and _told(first, share, _EARLIER_RATE) is not None
        if earlier and first.base >= figure.base and comes_to(share, first, whole):
            return True
    return False

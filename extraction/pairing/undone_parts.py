"""Parts of what is not done: 尚未完工119处,其中城镇21处、农村98处.

Each of them is as little done as the number that they make up, whatever was planned of 城镇 and 农村: read as results,
21 of 180 would be an alarm where 159 are finished.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.sentences.readings import Reading
from extraction.sought import sought

_STEP = (
    r"(?:完[工成]|开工|建成|竣工|动工|启动|实施|改造|投[用产]|交付|验收|整改|办结|销号|拆除|入住|签约|发放|到位|安装|更换"
    r"|治理|培训)"
)
_LED = sought(
    rf"(?:未|没有?)(?:能|有)?(?:按期|如期|全部|正式)?{_STEP}|在建|正在[\u4e00-\u9fff]{{2}}|剩余|其余|余下|剩下|尚余"
    r"|[还尚]剩|[还尚仍][有差缺]|结转|待(?:建|改造|完成|实施)"
)
_DONE = sought(r"(?:已|共|累计|实际|现)[\u4e00-\u9fff]{0,4}(?<!未)(?<!没有)(?:完|建|竣|投|交|改|安|发)")
_BEHIND = sought(
    rf"(?:[户个座处项家所台套])?(?:项目|任务|工程)?(?:目前|现|仍|还|尚|正|均|都)*(?:(?:未|没有|待)(?:能)?{_STEP}|在建|正?在(?:建|施工|推进)|停工|结转)"
)
_OPENS = sought(r"[^。;\d]{0,16}[,;(](?:其中|包括|分别(?:为|是))[,:]?[^,。;、\d]{0,16}")
_GOES_ON = sought(r"[^,。;、\d]{0,8}[,、和及][^,。;、\d]{0,16}")
_MEMBERS = 40  # parts of one number


def leave_undone_parts(text: str, found: Sequence[Reading]) -> None:
    """Take their voice from such parts, in place."""
    for at, undone in enumerate(found):
        if undone.measure != "amount" or undone.voice not in ("report", "context") or not _is_undone(undone):
            continue
        left, last, between = undone.base, undone, _OPENS
        for r in found[at + 1 : at + 1 + _MEMBERS]:
            alike = r.quantity.noun == undone.quantity.noun and r.measure == "amount" and r.base <= left
            if not alike or not between.fullmatch(text, last.quantity.end, r.start) or _DONE.search(r.lead):
                break
            r.voice, r.settled, r.of_some = "context", True, undone.name
            left, last, between = left - r.base, r, _GOES_ON
        if last is not undone and undone.voice == "report":
            undone.voice, undone.settled = "context", True


def _is_undone(r: Reading) -> bool:
    led = _LED.search(r.lead) is not None and _DONE.search(r.lead) is None
    return led or _BEHIND.match(r.tail) is not None

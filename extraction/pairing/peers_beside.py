"""What larger areas did, told beside one's own: 全省增长7.2%,全市增长6.8%,我县增长5.4% is 5.4% of the county.

全市签约项目286个,其中我区22个                     also where one's own is a part of it
全省、全市、我县分别增长7.2%、6.8%、5.4%            or all are told in order
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.cues import cue
from extraction.sentences.readings import Reading
from extraction.sought import sought

_LEVELS = {"国": 0, "省": 1, "市": 2, "州": 2, "盟": 2, "县": 3, "区": 3, "旗": 3, "镇": 4, "乡": 4}
_OURS = sought(r"(?:我|本)(?P<level>[省市县区州旗盟镇乡])(?![国省市县旗区直级里委政])")
_ALL = sought(r"全(?P<level>[国省市州])(?!统一|平均|[性域局])")
_IN_ORDER = sought(
    r"(?P<all>全[国省市州](?:[、和与及](?:全[国省市州]|我[市县区州旗镇]))*[、和与及]我[市县区州旗镇])[^,。;、\d]{0,12}?(?:分别|依次)"
)
_BOUND = sought(r"[,。;:、(\n]")
_ITS = sought(r"目标|计划|任务|要求|下达|高于|低于|快于|慢于|超过|较|比|排|位|占")
CUE = cue(_OURS)


def leave_peers(text: str, found: Sequence[Reading]) -> None:
    """Take their voices from the figures of larger areas beside one's own of the same measure, in place."""
    for index, ours in enumerate(found):
        level = _level_of_ours(text, ours)
        if level is None or ours.voice != "report" or ours.bracket:
            continue
        peers = [r for r in found[max(0, index - _REACH) : index] if _is_peer(text, r, ours, level)]
        for peer in peers:
            peer.voice, peer.settled = "context", True
        if peers:
            ours.part = False
    for index in range(len(found)):
        _leave_in_order(text, found, index)


_REACH = 4  # figures before one's own


def _segment(text: str, r: Reading) -> str:
    """The words between the last mark and the number."""
    start = max(r.start - 30, 0)
    return _BOUND.split(text[start : r.start])[-1]


def _level_of_ours(text: str, r: Reading) -> int | None:
    said = _OURS.search(_segment(text, r))
    return _LEVELS[said["level"]] if said is not None else None


def _is_peer(text: str, r: Reading, ours: Reading, level: int) -> bool:
    if r.voice != "report" or (r.sentence, r.measure, r.quantity.noun) != (
        ours.sentence,
        ours.measure,
        ours.quantity.noun,
    ):
        return False
    words = _segment(text, r)
    said = _ALL.search(words)
    return said is not None and _LEVELS[said["level"]] < level and _ITS.search(words) is None and r.owner is None


def _leave_in_order(text: str, found: Sequence[Reading], index: int) -> None:
    """全省、全市、我县分别增长7.2%、6.8%、5.4%: the last is one's own."""
    first = found[index]
    said = _IN_ORDER.search(text, max(0, first.start - 40), first.start) if first.voice == "report" else None
    if said is None or _BOUND.search(text, said.end(), first.start):
        return
    areas = sought(r"[、和与及]").split(said["all"])
    run = found[index : index + len(areas)]
    if len(run) < len(areas) or any((r.sentence, r.measure) != (first.sentence, first.measure) for r in run):
        return
    for area, r in zip(areas, run, strict=True):
        if area.startswith("全"):
            r.voice, r.settled = "context", True

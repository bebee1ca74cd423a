"""What an office vowed is promised, each number of the list: 我们承诺回收站点新增60个,已增加不到30个;
年初承诺的覆盖率95%、配送中心6个、智能柜800组三项任务,…."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.cues import cue
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_VOW = sought(r"(?:我[们局市县旗区镇院校]|本[局市县旗区]|年初|向社会|公开|郑重)+,?(?:公开|郑重)?承诺(?P<of>的)?")
CUE = cue(_VOW)
_TOLD = sought(r"已|目前|截至|现(?!代|场|金)|累计|实际|[还尚]差|其中|如期|兑现|;|。|\n|除")
_TASKS = sought(r"[^,。;\d]{0,8}(?:[两三四五六七八九十\d]{1,2})[项件个](?:任务|承诺|事项|工作|目标|实事)")
_REACH = 120  # characters behind the vow in which its list stands


def mark_vowed(text: str, found: Sequence[Reading]) -> None:
    """Give such numbers the voice of a promise, in place."""
    for vow in _VOW.finditer(text, found[0].clause_start, found[-1].start) if found else ():
        end = vow.end() + _REACH
        told = _TOLD.search(text, vow.end(), end)
        end = told.start() if told is not None else end
        of = [r for r in found if vow.end() <= r.start < end and not r.bracket]
        if vow["of"] and not _TASKS.search(text, vow.end(), end):
            continue
        for r in of:
            named = len(names.folded(r.own)) >= 2 and r.quantity.noun and r.voice == "report" and not r.part
            if named and (r.lead.startswith("、") or r.clause_start <= vow.end() or vow["of"]):
                r.voice, r.cued = "promise", True

"""What a programme of five years plans is due when the last of them ends: “十四五”期间规划改造615个,已改造402个.

Held against the pace of one year it would be behind, or ahead, by chance.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.sentences.readings import Reading
from extraction.sought import sought

_PROGRAMME = sought(  # “十四五”期间, “十四五”规划改造, 十四五任务为; but not “十四五”以来, 编制“十四五”规划3项
    r"(?<!(?:编制|制定|印发|纳入|列入)[“\"])(?<!(?:编制|制定|印发|纳入|列入))十(?P<which>[一二三四五六])五[”\"]?"
    r"(?:期间|时期|规划(?!编制)|期?末|计划|总?(?:目标|任务)|[\u4e00-\u9fff]{0,8}(?:任务|目标)[为是])"
)
_OF_THIS_YEAR = sought(r"年度|今年|本年|全年|当年|20\d\d年|其中")
_FIRST_ENDS = 2010  # the eleventh
_REACH = 120  # characters in which a programme's goals stand behind its name


def mark_programmes(text: str, found: Sequence[Reading]) -> None:
    """Note the programme's end on each goal behind its name in the sentence, in place."""
    if "五" not in text:
        return
    for r in found:
        if r.voice != "promise" or r.due_words or r.heading:
            continue
        low = max(0, r.start - _REACH)
        begin = max(low, *(text.rfind(mark, low, r.start) + 1 for mark in "。;\n"))
        said = _PROGRAMME.search(text, begin, r.start)
        if said is not None and not _OF_THIS_YEAR.search(text, said.end(), r.start):
            r.due_words = f"{_FIRST_ENDS + 5 * '一二三四五六'.index(said['which'])}年12月底前"

"""What somebody says in a studio, in the words of a report.

嘉宾:今年要搬2100户                the speaker's label names nothing
培训6000人次,训了4100人次           reads as  …,已训4100人次
差不多完成了八成                    reads as  完成了八成
年度盘子9.4亿元                     reads as  年度计划9.4亿元
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.records import Edit
from extraction.sought import sought

_SPEAKER = re.compile(
    r"^[ ]?(?P<who>(?:主持人|嘉宾|记者|受访者|问|答|网友|【[^】\n]{1,8}】)[ ]?:[ ]?)(?=\S)", re.MULTILINE
)
_ASKS = ("主持人", "记者", "网友", "问")
_DID = sought(r"(?<=[,;])(?P<verb>[训补放干修栽种建搬装改拆打铺通贷收投挖盖养治办发])(?P<did>了)(?=\d)")
_ABOUT = sought(r"(?P<about>差不多|大概|大约|基本上?)(?=(?:已|已经)?完成了?(?:[一二三四五六七八九]成|一半|\d{1,2}%))")
_POT = sought(r"(?:年度|全年|今年)的?(?:资金)?(?P<pot>(?:大|总)?盘子)(?=(?:是|为)?\d)")


def spoken(text: str) -> Iterator[Edit]:
    """The edits that write it so."""
    said = list(_SPEAKER.finditer(text))
    if len({line["who"] for line in said}) > 1 and any(line["who"].startswith(_ASKS) for line in said):
        yield from ((*line.span("who"), "") for line in said)
    for did in _DID.finditer(text):
        yield did.start("verb"), did.start("verb"), "已"
        yield *did.span("did"), ""
    yield from ((*about.span("about"), "") for about in _ABOUT.finditer(text))
    yield from ((*pot.span("pot"), "计划") for pot in _POT.finditer(text))

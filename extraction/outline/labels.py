"""任务安排: ... 落实情况: ...: labels that say which sentences of a task promise and which tell."""

from __future__ import annotations

import re

from extraction.outline.items import Item, Sentence
from extraction.sought import sought

_PLANNED = (
    r"(?:[省市县旗区国]定任务|任务安排|目标任务|年度目标任务|年度目标|年度任务|工作目标|任务要求|任务内容|计划安排|年度计划|年度工作目标"
    r"|年初目标|全年目标|全年任务|目标要求|工作任务|计划任务|责任目标|承诺事项|承诺内容|主要任务|主要目标|重点任务|建设任务|任务目标|实事内容|项目内容|[目标任务计划]{2}[值数]|目标|任务"
    r"|(?:全年|年度|今年|本年|20\d\d年度?)(?:的)?(?:重点|主要|目标)?(?:工作任务|重点任务|任务|工作|目标)|重点工作)"
)
_ACCOUNT = (
    r"(?:(?:截至)?(?:\d{1,2}(?:-\d{1,2})?月[底末份]?|上半年|[前第]?[一二三四]季度|目前|当前|本月|当月|最新|阶段|年度)?(?:工作)?"
    r"(?:落实|进展|完成|推进|实施|办理|执行|推进落实|工作推进)(?:情况|进度|进展)?|自[查评](?:自评)?(?:情况|结果)?|(?:实际|累计)?完成[值数量]|(?:目前|当前|最新|现|实际)[值数]|(?:目前|当前|最新)?(?:进度|现状))"
)
ALONE = rf"(?:{_PLANNED}|{_ACCOUNT})"
_ELSE = (
    r"(?:下一?步(?:工作)?(?:打算|计划|措施|安排|思路|重点)|(?:存在)?(?:的)?(?:主要)?问题|原因分析"
    r"|(?:主要)?(?:做法|举措|措施))"
)
_LABEL = sought(  # 目标任务:..., 【目标任务】..., [进展情况]:...
    rf"\s?(?P<open>[【\[<])?(?:(?P<plan>{_PLANNED})|(?P<told>{_ACCOUNT})|(?P<other>{_ELSE}))\s?(?(open)[】\]>][:]?|[:])\s?"
)
ACCOUNT_LABEL = rf"\s?(?P<open>[【\[<])?{_ACCOUNT}\s?(?(open)[】\]>][:]?|[:])\s?"  # to be put into a pattern once
ACCOUNT = sought(ACCOUNT_LABEL)
PLANNED = sought(rf"\s?(?P<open>[【\[<])?{_PLANNED}\s?(?(open)[】\]>][:]?|[:])\s?")
PLANNED_LABEL = rf"\s?{_PLANNED}\s?[:]"

_BY_NOW = sought(  # 8月底节点:45条 between a goal and its account: how much of it there should be by now
    r"\s?(?:\d{1,2}月[底末份]?|[前第]?[一二三四]季度[末底]?|上半年|本月|当月|当前)?(?:时间|序时|阶段)?(?:节点|序时)(?:目标|任务|要求|计划|进度)?[:]"
)
OWNERS = sought(  # 责任单位:…: between a goal and its account
    r"(?:责任|牵头|配合|分管|主办|协办|承办|包联|主管)(?:单位|领导|部门|科室|人|局)[:]"
)


def read_labels(text: str, item: Item) -> bool:
    """任务安排: ... 落实情况: ...: the labels say which sentences promise."""
    labels = [_LABEL.match(text, s.start, s.end) for s in item.sentences]
    if not any(m and m["told"] for m in labels):
        return False
    if not any(m and m["plan"] for m in labels):
        return _told_label(text, item, labels)
    promising = by_now = False
    kept: list[Sentence] = []
    for sentence, label in zip(item.sentences, labels, strict=True):
        by_now = label is None and (by_now or (promising and _BY_NOW.match(text, sentence.start) is not None))
        if label is not None:
            promising = label["plan"] is not None
            sentence.start = sentence.start if label["other"] else label.end()
        sentence.heading = promising
        sentence.labelled = promising
        if sentence.start < sentence.end and not by_now:
            kept.append(sentence)
    item.sentences = kept
    item.narrated = item.storied = True
    return True


def _told_label(text: str, item: Item, labels: list[re.Match[str] | None]) -> bool:
    """新建40个。进展:已建成22个: what stands between the title and the label is the promise."""
    first = next(i for i, label in enumerate(labels) if label and label["told"])
    before = item.sentences[:first]
    if not item.level or not before or not sought(r"\d").search(text[before[0].start : before[-1].end]):
        return False
    until = _promised_until(text, before)
    for sentence, label in zip(item.sentences, labels, strict=True):
        sentence.heading = sentence.start < until
        if label is not None and not label["other"]:
            sentence.start = label.end()
    item.sentences = [s for s in item.sentences if s.start < s.end]
    item.narrated = item.storied = True
    return True


_LISTED = sought(r"(?:^|[\n。;])\s?(?:\(?[\d一二三四五六七八九十]{1,3}[)、.]{1,2}|[①-⑳])\s?$")


def _promised_until(text: str, before: list[Sentence]) -> int:
    """The end of the title's own line where it promises a number: what the lines below it tell is no promise.

    A list of goals, whose items have numbers of their own, promises as a whole.
    """
    end = text.find("\n", before[0].start, before[-1].end)
    if _LISTED.search(text, max(0, before[-1].start - 8), before[-1].start):
        return before[-1].end
    return end if end >= 0 and re.search(r"\d", text[before[0].start : end]) else before[-1].end

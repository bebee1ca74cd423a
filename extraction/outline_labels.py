"""任务安排: ... 落实情况: ...: labels that say which sentences of a task promise and which tell."""

from __future__ import annotations

import re

from extraction.outline_items import Item, Sentence
from extraction.sought import sought

_LABEL = sought(
    r"\s?(?:(?P<plan>(?:[省市县区国]定任务|任务安排|目标任务|年度目标任务|年度目标|年度任务|工作目标|任务要求|任务内容|计划安排"
    r"|年初目标|全年目标|目标要求|工作任务|计划任务|责任目标|承诺事项|任务目标|目标|任务)\s?[:])"
    r"|(?P<told>(?:落实情况|进展情况|完成情况|推进情况|工作进展|目前进展|当前进展|最新进展|实施情况|办理情况"
    r"|进展|进度|完成|现状|推进落实情况|工作推进情况|目前进度)\s?[:]))"
)


def read_labels(text: str, item: Item) -> bool:
    """任务安排: ... 落实情况: ...: the labels say which sentences promise."""
    labels = [_LABEL.match(text, s.start, s.end) for s in item.sentences]
    if not any(m and m["told"] for m in labels):
        return False
    if not any(m and m["plan"] for m in labels):
        return _told_label(text, item, labels)
    promising = False
    for sentence, label in zip(item.sentences, labels, strict=True):
        if label is not None:
            promising = label["plan"] is not None
            sentence.start = label.end()
        sentence.heading = promising
        sentence.labelled = promising
    item.sentences = [s for s in item.sentences if s.start < s.end]
    item.narrated = item.storied = True
    return True


def _told_label(text: str, item: Item, labels: list[re.Match[str] | None]) -> bool:
    """新建40个。进展:已建成22个: what stands between the title and the label is the promise."""
    first = next(i for i, label in enumerate(labels) if label)
    before = item.sentences[:first]
    if not item.level or not before or not sought(r"\d").search(text[before[0].start : before[-1].end]):
        return False
    until = _promised_until(text, before)
    for sentence, label in zip(item.sentences, labels, strict=True):
        sentence.heading = sentence.start < until
        if label is not None:
            sentence.start = label.end()
    item.sentences = [s for s in item.sentences if s.start < s.end]
    item.narrated = item.storied = True
    return True


def _promised_until(text: str, before: list[Sentence]) -> int:
    """The end of the title's own line where it promises a number: what the lines below it tell is no promise."""
    end = text.find("\n", before[0].start, before[-1].end)
    return end if end >= 0 and re.search(r"\d", text[before[0].start : end]) else before[-1].end

"""Which list, level and heading a paragraph of a docx belongs to: by itself, by its style, or by what that rests on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from connectors.readers.numbering import Counters, Level

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"(?:heading|标题)\s*[1-9]|title|标题$", re.I)
_DEEPEST = 10  # styles that rest on each other


@dataclass(slots=True)
class Lists:
    """The styles and lists of one document; `label` counts as the paragraphs come."""

    styles: dict[str, Any] = field(default_factory=dict)  # id -> element
    abstract: dict[str, str] = field(default_factory=dict)  # list -> the definition it rests on
    levels: dict[str, dict[int, Level]] = field(default_factory=dict)  # list -> its levels
    restarted: set[str] = field(default_factory=set)  # lists that count for themselves
    counters: Counters = field(default_factory=Counters)

    def label(self, paragraph: Any) -> str:
        """The automatic number in front of the paragraph, empty where it has none."""
        name, depth = self._list_of(paragraph)
        levels = self.levels.get(name)
        if not levels:
            return ""
        counted_by = name if name in self.restarted else self.abstract.get(name, name)
        return self.counters.next(counted_by, depth, levels)

    def is_heading(self, paragraph: Any) -> bool:
        """Whether the paragraph is a title or a heading by its style or outline level."""
        for element in self._chain(paragraph):
            properties = element.find(f"{W}pPr")
            outline = properties.find(f"{W}outlineLvl") if properties is not None else None
            if outline is not None:
                return _value(outline) in list("012345678")
            name = element.find(f"{W}name")
            if name is not None and _HEADING.match(_value(name)):
                return True
        return False

    def _list_of(self, paragraph: Any) -> tuple[str, int]:
        """The nearest list and the nearest level; a paragraph may name one and its style the other."""
        name = depth = None
        for element in self._chain(paragraph):
            numbered = element.find(f"{W}pPr/{W}numPr")
            if numbered is None:
                continue
            given, level = numbered.find(f"{W}numId"), numbered.find(f"{W}ilvl")
            name = _value(given) if name is None and given is not None else name
            depth = _value(level) if depth is None and level is not None else depth
            if name is not None:
                break
        return name or "0", int(depth) if depth and depth.isdigit() else 0

    def _chain(self, paragraph: Any) -> list[Any]:
        """The paragraph, its style, the style that rests on, and so on."""
        chain = [paragraph]
        named = paragraph.find(f"{W}pPr/{W}pStyle")
        while named is not None and len(chain) < _DEEPEST:
            style = self.styles.get(_value(named))
            if style is None:
                break
            chain.append(style)
            named = style.find(f"{W}basedOn")
        return chain


def lists_of(styles: Any | None, numbering: Any | None) -> Lists:
    """The lists of a document from its parts styles.xml and numbering.xml, where it has them."""
    lists = Lists()
    for style in styles.findall(f"{W}style") if styles is not None else ():
        lists.styles[style.get(f"{W}styleId", "")] = style
    if numbering is None:
        return lists
    defined = {a.get(f"{W}abstractNumId", ""): a for a in numbering.findall(f"{W}abstractNum")}
    for instance in numbering.findall(f"{W}num"):
        name, rests_on = instance.get(f"{W}numId", ""), instance.find(f"{W}abstractNumId")
        if name == "0" or rests_on is None or _value(rests_on) not in defined:
            continue
        lists.abstract[name] = f"abstract {_value(rests_on)}"
        lists.levels[name] = _levels(defined[_value(rests_on)])
        for override in instance.findall(f"{W}lvlOverride"):
            lists.restarted.add(name)
            lists.levels[name] |= _levels(override)
            start, depth = override.find(f"{W}startOverride"), override.get(f"{W}ilvl", "")
            if start is not None and depth.isdigit() and int(depth) in lists.levels[name]:
                level = lists.levels[name][int(depth)]
                lists.levels[name][int(depth)] = Level(level.form, level.pattern, _number(start), level.is_plain)
    return lists


def _levels(parent: Any) -> dict[int, Level]:
    found = {}
    for level in parent.findall(f"{W}lvl"):
        depth, form = level.get(f"{W}ilvl", ""), level.find(f"{W}numFmt")
        pattern, start = level.find(f"{W}lvlText"), level.find(f"{W}start")
        if depth.isdigit():
            found[int(depth)] = Level(
                _value(form) if form is not None else "decimal",
                _value(pattern) if pattern is not None else "",
                _number(start) if start is not None else 1,
                level.find(f"{W}isLgl") is not None,
            )
    return found


def _value(element: Any) -> str:
    return str(element.get(f"{W}val", ""))


def _number(element: Any) -> int:
    value = _value(element)
    return int(value) if value.isdigit() and len(value) < 6 else 1

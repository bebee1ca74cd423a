"""Which of a table's columns belong to one indicator of its rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from extraction.grids.columns import MEASURED, Column, Role
from extraction.sought import sought
from extraction.tables.progress_apart import is_apart


@dataclass(slots=True)
class Group:
    """The columns that belong to one indicator of a row."""

    label: str = ""
    targets: list[int] = field(default_factory=list)
    actuals: list[int] = field(default_factory=list)
    ratios: list[int] = field(default_factory=list)
    growths: list[int] = field(default_factory=list)
    steps: list[int] = field(default_factory=list)  # actuals that are to be added
    shared: bool = False  # the plan is that of several, which of a count nobody reaches alone
    each: bool = False  # the plan is that of every one of several, and names none of them

    def place(self, role: Role) -> list[int]:
        """Where columns of the role go."""
        return {"target": self.targets, "actual": self.actuals, "growth": self.growths}.get(role, self.ratios)


def groups(columns: Sequence[Column]) -> list[Group]:
    """The measured columns, by indicator: by their common heading, else in the order that a plan begins anew."""
    measured = [i for i, c in enumerate(columns) if c.role in MEASURED]
    apart = [i for i in measured if is_apart(columns, i)]
    if apart and len(apart) < len(measured):
        own = [Group(columns[i].label, ratios=[i]) for i in apart]
        return [*_groups(columns, [i for i in measured if i not in apart]), *own]
    return _groups(columns, measured)


def _groups(columns: Sequence[Column], measured: Sequence[int]) -> list[Group]:
    out: list[Group] = []
    _without_tops([columns[i] for i in measured])
    if named := _result_first(columns, measured):
        return named
    labels = {columns[i].label for i in measured if columns[i].label}
    parts = any(columns[i].label and "其中" in columns[i].header for i in measured)
    by_label = len(labels) > 1 or parts or (labels and all(columns[i].label for i in measured))
    for index in measured:
        this = columns[index]
        group = next((g for g in out if g.label == this.label), None) if by_label else out[-1] if out else None
        told = group is not None and bool(group.actuals or group.ratios or group.growths)
        fresh = not by_label and this.role == "target" and told
        if group is None or fresh:
            group = Group(this.label)
            out.append(group)
        group.place(this.role).append(index)
    if by_label:
        out = _plan_apart(out)
    else:
        out = [
            part
            for group in _with_growth(columns, _year_behind(columns, _lead_plan(out)))
            for part in _by_tag(columns, group)
        ]
        for group in out:
            group.label = group.label or next((columns[i].tag for i in (*group.targets, *group.actuals)), "")
    return out


def _without_tops(measured: Sequence[Column]) -> None:
    """1-9月完成 over 总量, 占比: what heads a bare value as well names no indicator; in place."""
    bare = [c.header for c in measured if not c.label]
    for this in measured:
        if this.label and not this.tag and any(header.startswith(this.label) for header in bare):
            this.label = ""


_HOW_FAR = sought(r"(?:实施|工程|任务|形象|总体|工作|项目)*(?:进度|进展|完成|推进)(?:情况)?")

_PLANS = sought(r"(?:年度|全年|今年|本年)?(?:工作)?(?:目标|任务|计划)+(?:下达|安排)?(?:情况)?")


def _plan_apart(found: list[Group]) -> list[Group]:
    """年度目标, 资金(计划, 完成), 进度(9月底进展): the plan of no group is that of the only one that plans nothing.

    So is that of a group that is called a plan and no more: 目标任务(任务量), 进展(三季度, 占比).
    """
    plain = [g for g in found if g.targets and not (g.actuals or g.ratios or g.growths)]
    bare = [g for g in plain if not g.label or _PLANS.fullmatch(g.label)]
    told = [g for g in found if g.label and not g.targets and g.actuals]
    if len(bare) != 1 or len(told) != 1:
        return found
    told[0].targets = bare[0].targets
    told[0].label = "" if _HOW_FAR.fullmatch(told[0].label) else told[0].label
    return [g for g in found if g is not bare[0]]


def _result_first(columns: Sequence[Column], measured: Sequence[int]) -> list[Group]:
    """造林完成, 造林任务, 修渠完成, 修渠任务: by what they name; empty where a plan is first or has no answer."""
    if not measured or columns[measured[0]].role != "actual" or any(columns[i].label for i in measured):
        return []
    out: list[Group] = []
    for index in measured:
        this = columns[index]
        if not out or (this.tag and this.tag != out[-1].label):
            out.append(Group(this.tag))
        out[-1].place(this.role).append(index)
    whole = all(g.label and len(g.targets) == 1 and g.actuals for g in out)
    return out if len(out) > 1 and whole and len({g.label for g in out}) == len(out) else []


def _lead_plan(found: list[Group]) -> list[Group]:
    """Actuals that stand before the table's only plan belong to it: 完成数, 计划数, 完成率."""
    if len(found) == 2 and found[0].actuals and not found[0].targets and not found[0].ratios and not found[1].actuals:
        found[1].actuals = found[0].actuals
        found[1].growths += found[0].growths
        return found[1:]
    return found


def _year_behind(columns: Sequence[Column], found: list[Group]) -> list[Group]:
    """1-9月任务, 1-9月完成, 全年任务, 占全年: what answers the first plan answers the second, which has no other."""
    if len(found) != 2 or any(len(g.targets) != 1 for g in found) or found[1].actuals or found[1].growths:
        return found
    first, second = found
    if not first.actuals or len({columns[g.targets[0]].tag for g in found}) > 1:
        return found
    first.targets += second.targets
    first.ratios += second.ratios
    return [first]


def _with_growth(columns: Sequence[Column], found: list[Group]) -> list[Group]:
    """年目标, 实绩, 增速, 目标增速: a growth that is promised behind the only one that is told."""
    told = [g for g in found if g.growths and any(not columns[i].growth for i in g.targets)]
    bare = [g for g in found if g.targets and not (g.actuals or g.ratios or g.growths)]
    if len(told) == len(bare) == 1 and all(columns[i].growth for i in bare[0].targets):
        bare[0].growths, told[0].growths = told[0].growths, []
    return found


def _by_tag(columns: Sequence[Column], group: Group) -> list[Group]:
    """总量目标, 增速目标, 总量, 增速: plans that are answered by what is called alike."""
    tags = [columns[i].tag for i in group.targets]
    if len(set(tags)) < 2 or len(tags) != len(set(tags)):
        return [group]
    reported = [*group.actuals, *group.growths]
    answered = {columns[i].tag for i in reported}
    if sum(tag in answered for tag in tags) < 2 and not (
        {"growth"} & {columns[i].role for i in reported} and any(columns[i].growth for i in group.targets)
    ):
        return [group]
    parts = []
    for index in group.targets:
        tag = columns[index].tag
        alike = [i for i in reported if columns[i].tag == tag] or [
            i for i in reported if columns[i].growth and columns[index].growth
        ]
        ratios = [i for i in group.ratios if columns[i].tag == tag]
        parts.append(Group(tag, [index], alike, ratios))
    return parts

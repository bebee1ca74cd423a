"""A plan told with its parts, and an account that tells the parts alone: whole and parts are promised, the sum answers.

    新增学位2000个,其中小学1400个、初中600个,目前小学新增1400个、初中新增320个。
    建设高标准农田10万亩(新建6万亩、改造提升4万亩),目前新建完成4.5万亩,改造提升完成2.1万亩。
    新增停车泊位3000个,其中路内1000个、路外2000个,截至目前已新增2140个。
    改造公路310公里。其中县道完工90公里,乡道完工220公里。截至9月底完成路面210公里,其中县道58公里、乡道152公里。

The arithmetic makes it sure: the parts add up to the whole. What stands before each part is its label, and the account
says each label again, once.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import islice, pairwise

from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_LABEL = sought(
    r"(?:[,、;:(\s]|其中|包括|含|分别(?:是|为)?|和|及)*(?P<label>[\u4e00-\u9fff“”]{2,10}?)(?:新增|新建|完成|完工|竣工|建成|各|为|约|近)?\s?"
)
_AMONG = sought(r"。\s{0,4}其中")
_ENDS = sought(r"(?:完成|建成|竣工|完工)\s?$")
_TOLD = sought(r"已|目前|现(?!代)|截至|完成|累计|实际(?!利用|使用|吸收)|\d月|季度|半年|建成|竣工|完工")
_OPENS = sought(
    r"[,;。(\s]*(?:截至[^,。;]{1,10},?|(?:截至)?目前|现|1-\d{1,2}月份?|前?[一二三]季度|上半年|已|累计|实际)"
)
_TELLS = sought(r"已|完成|建成|(?:进展|进度|落实|推进|实施|办理)(?:情况)?[】\]]?:")
_FEWEST, _MOST = 2, 6  # parts of a plan


def mark_by_parts(text: str, found: Sequence[Reading]) -> None:
    """Give whole and parts the voice of promises, and the figures of the parts the names of their plans, in place."""
    for index, whole in enumerate(found[:-_FEWEST]):
        if not _is_plain(whole) or _TOLD.search(_OPENED.sub("", whole.clause_lead)):
            continue
        parts = _parts(text, found, index) if not _told_before(whole) else []
        if not parts:
            _mark_told_at_once(text, found, index)
            continue
        behind = found[index + len(parts) + 1 : index + 2 * len(parts) + 1 + _BETWEEN]
        far = found[index + len(parts) + 1 : index + len(parts) + 1 + _FAR]
        told = _told(text, parts, behind) or _told_below_sum(text, whole, parts, far)
        if told:
            _name_parts(whole, parts, told)
        elif _told_of_whole(text, whole, parts, behind):
            whole.voice, whole.cued = "promise", True


def _told_before(whole: Reading) -> bool:
    """Whether words before the whole tell what is; 计划完成 tells what shall be."""
    planned = _OPENED.sub("", whole.clause_lead) if whole.voice == "promise" else whole.clause_lead
    return _TOLD.search(planned) is not None


_BETWEEN = 6  # figures between the parts of a plan and what tells of them below a sum


_FAR = 36  # figures behind them among which other plans with such parts may stand


def _told_below_sum(
    text: str, whole: Reading, parts: Sequence[tuple[str, Reading]], behind: Sequence[Reading]
) -> list[Reading]:
    """完成路面210公里,…,其中县道58公里、乡道152公里: the labels in order, with figures that make one before."""
    count = len(parts)
    for first in range(1, len(behind) - count + 1):
        run, end = behind[first : first + count], behind[first - 1].quantity.end
        if not all(r.quantity.noun == parts[0][1].quantity.noun and _may_tell(r) for r in run):
            continue
        total = sum(r.base for r in run)
        sums = [r for r in behind[:first] if r.base == total and r.quantity.noun == run[0].quantity.noun]
        ends = [end, *(r.quantity.end for r in run)]
        words = [text[a : r.start] for a, r in zip(ends, run, strict=False)]
        called = all(len(w) <= 30 and label in w for w, (label, _) in zip(words, parts, strict=True))
        summed = next((r for r in reversed(sums) if r.voice == "report" and not r.bracket), None)
        if called and summed is not None and _is_sum_of(whole, summed, behind[:first], first > count + _BETWEEN):
            summed.settled = True
            return _at_its_stage(summed, run)
    return []


def _is_sum_of(whole: Reading, summed: Reading, between: Sequence[Reading], far: bool) -> bool:
    """Whether the sum is told of this plan: of no other that stands between, and by its name where it is far off."""
    mine = _alike(whole, summed)
    plans = (
        r for r in between if r.voice == "promise" and not (r.part or r.bracket or r.of_plan not in (None, r.start))
    )
    return (mine >= _CALLED_SO or not far) and all(_alike(r, summed) <= mine for r in plans)


def _alike(plan: Reading, summed: Reading) -> float:
    return 0.0 if names.conflict(plan.name, summed.name) else names.likeness(plan.name, summed.name)


def _may_tell(r: Reading) -> bool:
    """Whether it may tell a part, in brackets too, where nothing is told yet; not one of what is left to be done."""
    return r.voice in ("report", "context") and not r.of_some and r.of_plan is None


def _at_its_stage(summed: Reading, parts: Sequence[Reading]) -> list[Reading]:
    """已开工300户,其中城镇119户、农村181户: the parts are as far as their sum, which is noted on them in place."""
    if names.stage(summed.name) is not None or names.promised_stage(summed.own) is not None:
        for r in parts:
            r.said_of_all = summed.lead[-16:]
    return [*parts]


_AT_ONCE = sought(r"(?:,|\()?\s?(?:已|仅|只|目前|现)*(?:完成|建成|竣工|完工|改造|发放|培训)(?:了)?\s?")


def _mark_told_at_once(text: str, found: Sequence[Reading], index: int) -> None:
    """养护300公里,其中县道80公里完成76公里,乡道220公里完成149公里: each part with what is done of it, in place."""
    whole, parts, told = found[index], list[tuple[str, Reading]](), list[Reading]()
    end, total = whole.quantity.end + text.startswith("。", whole.quantity.end), Decimal(0)
    for plan, done in pairwise(found[index + 1 : index + 1 + 2 * _MOST]):
        if plan.start < end or total >= whole.base:
            continue
        label = _LABEL.fullmatch(text, end, plan.start)
        near = plan.sentence == whole.sentence or (plan.sentence == whole.sentence + 1 and whole.voice == "promise")
        alike = plan.quantity.noun == done.quantity.noun == whole.quantity.noun and near
        if label is None or not alike or not _AT_ONCE.fullmatch(text, plan.quantity.end, done.start):
            return
        parts.append((label["label"].removesuffix("的"), plan))
        told.append(done)
        total, end = total + plan.base, done.quantity.end
    if total == whole.base and len({label for label, _ in parts}) == len(parts) > 1:
        _name_parts(whole, parts, told)


_OPENED = sought(r"^(?:全年|今年)?完成|(?:计划|安排|力争|确保|任务|目标)(?:是|为|:)?(?:完成|建成)")


def _is_plain(r: Reading) -> bool:
    plain = r.measure == "amount" and not (r.bracket or r.part) and r.voice in ("report", "promise", "forecast")
    planned = r.voice == "promise" and r.cued  # 年度任务120公里,其中新建60公里、改造60公里: its parts name it
    return plain and (planned or len(names.folded(r.name)) >= 2)


def _parts(text: str, found: Sequence[Reading], index: int) -> list[tuple[str, Reading]]:
    """The parts right behind the whole with their labels, if they add up to it; else none."""
    whole, total = found[index], Decimal(0)
    parts: list[tuple[str, Reading]] = []
    end = whole.quantity.end
    for r in islice(found, index + 1, index + 1 + _MOST):
        begins = _begins(text, end, r, whole) if not parts else end
        label = _LABEL.fullmatch(text, begins, r.start)
        near = r.sentence == (parts[0][1] if parts else whole).sentence or begins > end
        if label is None or r.quantity.noun != whole.quantity.noun or not near:
            return []
        ends = _ENDS.search(text, begins, r.start)  # what shall be finished: 其中县道完工90公里
        if _TOLD.search(text, begins, ends.start() if ends else r.start) or not (r.base and r.base < whole.base):
            return []
        parts.append((label["label"], r))
        total, end = total + r.base, r.quantity.end
        if total >= whole.base:
            break
    labels = {label for label, _ in parts}
    return parts if total == whole.base and len(labels) == len(parts) > 1 else []


def _begins(text: str, end: int, first: Reading, whole: Reading) -> int:
    """Where the words before the first part begin: a sentence of its own may hold them all."""
    said = _AMONG.match(text, end, first.start) if first.sentence == whole.sentence + 1 else None
    return said.end() if said is not None else end


_ALIKE, _CALLED_SO = 0.75, 0.5


def _told(text: str, parts: Sequence[tuple[str, Reading]], behind: Sequence[Reading]) -> list[Reading]:
    """The figures behind that tell each part by its label, side by side and first of all, in their order; else none."""
    last = parts[-1][1]
    told: dict[int, Reading] = {}
    end = last.quantity.end
    for r in islice(behind, len(parts)):
        words = text[end : r.start]
        named = [n for n, (label, _) in enumerate(parts) if label in words]
        if not named and names.likeness(parts[len(told)][0], r.own) >= _ALIKE:
            named = [len(told)]  # 植树造林项目 is told as 造林项目
        opens = told or _OPENS.match(words) is not None or _TELLS.search(words) is not None
        near = r.sentence - last.sentence <= 2 and r.point == last.point and len(words) <= 40
        if len(named) != 1 or named[0] in told or not opens or not near or r.bracket:
            return []
        if r.quantity.noun != last.quantity.noun or (r.voice in ("promise", "claim", "gap") and not r.part):
            return []
        if r.of_some:
            return []  # 剩余74户,其中城镇13户
        told[named[0]] = r
        end = r.quantity.end
    return [told[n] for n in sorted(told)] if len(told) == len(parts) else []


def _name_parts(whole: Reading, parts: Sequence[tuple[str, Reading]], told: Sequence[Reading]) -> None:
    whole.voice, whole.cued, whole.of_plan = "promise", True, whole.start
    for (label, plan), figure in zip(parts, told, strict=True):
        plan.voice, plan.cued, plan.bracket, figure.voice, figure.cued = "promise", True, False, "report", True
        plan.own = plan.subject = figure.own = figure.subject = _called(whole.name, label)
        plan.part = figure.part = False
        plan.settled = figure.settled = True
        figure.of_plan = whole.start


def _called(whole: str, label: str) -> str:
    """人工造林 of 造林 has a name of its own; 小学 of 新增学位 has it from the whole."""
    own = len(label) > 2 and names.BARE_VERB.fullmatch(label) is None
    alike = len(label) > 3 or any(label[n : n + 2] in whole for n in range(len(label) - 1))
    return label if own and alike else f"{whole}{label}"


def _told_of_whole(text: str, whole: Reading, parts: Sequence[tuple[str, Reading]], behind: Sequence[Reading]) -> bool:
    """Whether what comes next tells of the whole: by nothing but a verb, or by its name."""
    last, answer = parts[-1][1], behind[0] if behind else None
    if answer is None or answer.quantity.noun != whole.quantity.noun or answer.bracket or answer.voice != "report":
        return False
    words = text[last.quantity.end : answer.start].lstrip(")")
    if answer.sentence - last.sentence > 1 or _OPENS.match(words) is None:
        return False
    own = sought(r"^.*(?:已|现|共|累计|实际)").sub("", answer.own)
    if own and names.BARE_VERB.fullmatch(own) is None and names.likeness(whole.own, own) < 0.6:
        return False
    answer.part = False
    return True

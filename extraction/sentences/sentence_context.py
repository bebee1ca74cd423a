"""One sentence as its numbers are read: its clauses and brackets, and what was said before it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from decimal import Decimal

from extraction.cues import cues_in
from extraction.outline.items import Sentence
from extraction.records import Interval, Quantity
from extraction.report.period import PeriodMention
from extraction.sentences.owners import NOBODY, Owners
from extraction.sentences.readings import Reading
from extraction.sentences.telling import tells
from extraction.sought import sought
from extraction.words import when, wording

BRACKETS = re.compile(r"\([^()]*\)")


def without_brackets(words: str) -> str:
    """The words without what stands in brackets, the innermost ones."""
    return BRACKETS.sub("", words) if "(" in words else words


# a blank parts as a comma does where the account begins: 新增托位900个 完成640个, two columns that lost their lines
_BREAK = re.compile(r"[,;:。!? \t](?:(?<=[,;:。!?])|(?<=[\u4e00-\u9fff)%].)(?=(?:目前|现|已|实际|累计)*完成\d))")


_CAUSE = ("因", "受", "由于", "鉴于")  # 因8月洪灾影响 tells when it rained, not what the figures cover


_NOW_AGAIN = sought(r"\d[^,;。\n]{0,16}[,;]\s?(?:截至)?(?:目前|当前|现已)[^,;。\d]{0,16}$")
_NOW = sought(
    r"[,;(](?:(?:截至|到)?(?:目前|现已|今年以来|至今)|[^,;。\d]{0,12}(?:累计|已|实际(?!利用|使用)))"
)  # 力争全年9座,…,今年以来完成7座: the year is the goal's
_SINCE = sought(r"[^,。;\d]{0,4}以来")  # 4月进场以来: from then up to now
_BLAMED = re.compile(r"[^,。;\d]{0,20}?(?:造成|所致|导致|引起)(?:的)?(?=[,。;])")  # 主要是上半年集中培训暂停造成的


def is_cause(text: str, p: PeriodMention) -> bool:
    """Whether the time is that of a cause: it tells when that was, not what the figures cover."""
    before = text[max(0, p.start - 2) : p.start].removesuffix("\n")  # a heading 主要原因 as well
    return before.endswith(_CAUSE) or _BLAMED.match(text, p.end, p.end + 26) is not None


# 死亡人数同比下降5%以上: a bound compares with nothing that was reached
_BOUNDED = sought(r"(?:同比|[比较](?:上年|去年))(?=(?:增长|下降|提高|减少|降低|压减)\d[\d.]{0,5}%?(?:以上|以内|左右))")
_THOUGHT = sought(
    r"\s?(?:预计|预测|有望|可望)"
)  # ...;预计12月底前培训1.3万人次: no member of the list of goals before it
# 15户,其中一季度应出清3户: the node of a plan tells nothing
_NODE = sought(r"其中[,:]?\s?(?:上半年|半年|前?[一二三]季度|\d{1,2}月[底末])(?:末|底)?(?=应|要|须|需|计划)")


# 一季度签约项目30个以上: a bound for the months that the heading names
_BOUND_BY_THEN = sought(
    r"(?:上半年|前?[一二三]季度)(?![末底])(?=[^,。;\d共已]{0,16}\d[\d.]{0,8}[万亿]{0,2}[\u4e00-\u9fff%]{1,3}?以[上内])"
)


_TASK_NAMED, _CLAUSE = sought(r"\(第\d{1,3}(?:[、和-]\d{1,3})*[条项][,、;:\s)]"), 8
_SUMMED = sought(r"累计(?=(?:总数|总量)?(?:达到?|为|不少于|不低于|突破|超过))")


def brackets_in(text: str, sentence: Sentence) -> list[Interval]:
    """The innermost brackets of the sentence, in order."""
    if text.find("(", sentence.start, sentence.end) < 0:
        return []
    return [match.span() for match in BRACKETS.finditer(text, sentence.start, sentence.end)]


_TITLED = sought(  # …情况分析及下一阶段工作建议 stands in a title, whatever follows it in its line
    r"[及和与暨、](?:下一?步|下一?阶段|明年)的?(?:主要|重点)?(?:工作)?(?:的)?(?:建议|打算|思路|安排|计划|设想|要点|措施|意见)"
)


def _turn_ahead(piece: str) -> re.Match[str] | None:
    turn = wording.PLANNED_NEXT.search(piece)
    while turn is not None and (title := _TITLED.match(piece, max(0, turn.start() - 1))) is not None:
        turn = wording.PLANNED_NEXT.search(piece, title.end())
    return turn


class SentenceContext:
    """The clauses of a sentence, and what its numbers inherit: `subject` and `part` change as it is read."""

    def __init__(
        self,
        text: str,
        sentence: Sentence,
        index: int,
        inside: list[Quantity],
        spans: list[PeriodMention],
        carried: PeriodMention | None,
        promising: bool,
        topic: str,
        cutoff_month: int | None,
        main: str = "",
        year: int | None = None,
        known: frozenset[str] = frozenset(),
        claimed: bool = False,
        owners: Owners = NOBODY,
        tasks: dict[str, Decimal] | None = None,
    ) -> None:
        self.tasks = {} if tasks is None else tasks  # how many tasks the item has counted so far, by their unit
        self.known, self.claimed, self.owners = known, claimed, owners
        self.year = year
        self.text, self.sentence, self.index, self.inside, self.spans = text, sentence, index, inside, spans
        self._starts = [q.start for q in inside]
        self.carried, self.topic, self.cutoff_month = carried, topic, cutoff_month
        self.piece = text[sentence.start : sentence.end]
        self.cues = cues_in(self.piece)
        self.brackets = brackets_in(text, sentence)
        self.breaks = self._breaks()  # where its clauses begin, in order
        self.next_steps = _turn_ahead(self.piece)  # where it turns to what is planned next
        self.still_next = False  # a list of the year's goals, told at the end, goes on: ...;力争新认证10个
        self.promising = self._promises(promising)  # whether its numbers promise where no word says otherwise
        self.just_told: list[Reading] = []  # the numbers of the sentence before it
        self.follows_plan = False  # what stood just before it was promised
        self.bare_goal = False  # that promise has no unit (死亡率控制在0.032以内): a bare number may answer it
        self.listed_slow = False  # the words above the item say that it is behind
        self.answering = False  # the item's heading has promised: what follows tells
        self.told = -1  # where the last figure so far was reported
        self.subject = self.counted = ""  # what was named last; and last that is no rate
        self.part = False
        self.main = main
        self.first_number = inside[0].start if inside else sentence.end

    def _without_sum(self) -> str:
        """The sentence without the 累计 of 品牌累计达到90个(第7条,商标科): what all shall be, where a task is named."""
        named = _TASK_NAMED.search(self.text, self.sentence.start, self.sentence.end + _CLAUSE) is not None
        return _SUMMED.sub("", self.piece) if named and self.sentence.heading else self.piece

    def _promises(self, promising: bool) -> bool:
        here = self.sentence
        return here.labelled or (
            promising
            and not _THOUGHT.match(self.piece)
            and not wording.REPORT.search(_NODE.sub("", _BOUNDED.sub("", _BOUND_BY_THEN.sub("", self._without_sum()))))
            and not tells(self.text, here.start, here.end, self.inside)
        )

    def _breaks(self) -> list[int]:
        ends = [m.end() for m in _BREAK.finditer(self.text, self.sentence.start, self.sentence.end)]
        ends = [end for end in ends if not self.bracketed(end - 1)] if self.brackets else ends
        starts = [self.sentence.start, *ends]
        return [
            end for start, end in zip(starts, ends, strict=False) if not when.CLAUSE.fullmatch(self.text, start, end)
        ]

    def count_tasks(self, r: Reading) -> None:
        """Remember how many tasks there are, for the counts that follow."""
        unit = r.quantity.unit
        self.tasks[unit] = max(r.quantity.base or Decimal(0), self.tasks.get(unit, Decimal(0)))

    def bracketed(self, position: int) -> bool:
        return bool(self.brackets) and any(low < position < high for low, high in self.brackets)

    def clause_start(self, position: int) -> int:
        at = bisect_right(self.breaks, position)
        return self.breaks[at - 1] if at else self.sentence.start

    def clause_end(self, position: int) -> int:
        at = bisect_right(self.breaks, position)
        return self.breaks[at] - 1 if at < len(self.breaks) else self.sentence.end

    def number_behind(self, position: int) -> Quantity | None:
        """The first number of the sentence that begins there or behind."""
        at = bisect_left(self._starts, position)
        return self.inside[at] if at < len(self.inside) else None

    def period(self, position: int) -> PeriodMention | None:
        if not self.spans:
            return self.carried
        inside = self.bracketed(position)
        own = next((p for p in reversed(self.spans) if self._governs(p, position, inside)), None)
        if self._is_now(own, position):
            return None
        if own is None or _SINCE.match(self.text, own.end):
            return self.carried
        if own.last_month < (self.cutoff_month or 0) and _NOW_AGAIN.search(self.text, own.end, position):
            return None  # 其中上半年完成9个,目前完成15个: the second tells of now
        late = own.last_month > (self.cutoff_month or 12)
        return None if late and _NOW.search(self.text, own.end, position) else own

    def _is_now(self, own: PeriodMention | None, position: int) -> bool:
        """1-11月保费收入98亿元。12月末不良贷款率2.3%: at the end of the report's own last month."""
        ends = (
            p for p in self.spans if p.start <= position and p.governs == "other" and p.last_month == self.cutoff_month
        )
        return any(self.text[p.end - 1] in "末底" and p.start > (own.start if own else -1) for p in ends)

    def _governs(self, p: PeriodMention, position: int, inside: bool) -> bool:
        return (
            p.start <= position
            and p.governs != "other"
            and self.text[p.end : p.end + 1] != "起"  # 从7月起执行 tells when something began
            and (inside or not self.bracketed(p.start))
            and not is_cause(self.text, p)
        )

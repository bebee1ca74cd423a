"""Every number of a task as a reader takes it: what it measures, of what, and in which voice.

The voices: `promise` (what shall be), `report` (what is), `forecast` (what is thought to come), `claim` (a share of the
plan), `gap` (points from the target), `base` and `peer` (another year's, another owner's), `context` (none of these).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from extraction import names, units, wording
from extraction.outline import PROBLEMS, Item, Sentence
from extraction.period import PeriodMention
from extraction.records import Quantity

Voice = Literal["promise", "report", "forecast", "claim", "gap", "base", "peer", "context"]
Measure = Literal["amount", "growth", "change", "percent", "completion", "index"]

_BREAK = re.compile(r"[,;:。!?]")
_BRACKETS = re.compile(r"\([^()]*\)")
_CLAIM_TAIL = re.compile(
    r"(?:占|为|完成|(?<!下)达到?)[^,。;]{0,16}(?:目标|任务|计划|预算)[^,。;]{0,6}$|(?:任务|目标)?(?:完成率|完成比例|完成进度)[^,。;]{0,4}$|(?:工程|形象|总体|整体|建设|施工)?进度[^,。;]{0,4}$"
)
_REST = re.compile(r"^(?:另有|另|其余|剩余|余下|还有|尚有|剩下)")
_CONNECT = re.compile(r"^[、和及与,\s]*")
_LEADING = re.compile(
    r"^(?:按照?计划|年底前?应?|[奋挑]斗?战?(?=增速|增长|$)|奋斗|保底|挑战|按可比价格?(?:计算)?|扣除价格因素|可比口径|同口径|\d{1,2}月\d{1,2}日(?:-|至|到)?|\d{1,2}日(?:-|至|到)|至|[零一二三四五六七八九十]{1,3}是|[“(（]|首先|其次|同时|此外|另外|其中|并且|并|今年以来|今年|全年|年内|上半年|下半年|[前第]?[一二三四]季度|截至目前|截至|截止|目前|现已|现|已经|已|均|共|累计|总计|合计|"
    r"计划|预计|力争|[省市县区州]?(?:委|政府)?下达|确保|实现|完成|达到|达|全市|全县|全区|全省|我市|我县|我区|我局|的|了|为|将|应|需|年度|目标|任务数?|下达|(?:20|19)\d\d年|\d{1,2}(?:[-至]\d{1,2})?月份?|底|末|[,、:;。\s])+"
)
_TRAILING = re.compile(
    r"(?:[“”,、:;。\s(（]|达到|达|为|至|到|保持|节点|不高于|不得低于|不得超过|降至|由|从|约|近|超过|超|突破|不少于|不低于|不超过|完成|实现|累计|共|已|均|分别|目标|任务|计划|的|了|是|有|控制在|确保|力争|同比|增长|增速|下降|同期|以|在|预计)+$"
)
_TAIL_STOP = re.compile(
    r"已|现已|在|正|完成|全部|均|被|得到|通过|实现|达到|获|入选|纳入|,|;|。|:|\)|\(|、|”|投入|为|的\d|任务的|列|占|同比|增长|较|比|开展|进行|参加|落户|、|和(?=\d)|及(?=\d)|以上|以内|左右|陆续|基本|顺利|预计|将|未|尚|建成|建设(?=完)|改造(?=完)|推进|正在"
)
_OWNER = re.compile(
    r"^(?:其中)?[,:]?((?!全|我|本|各|该|城市|都市|[\u4e00-\u9fff]?(?:城市|上市|超市|门市|夜市|集市|楼市|地市|县市|省市|都市)|城镇|城乡|农村|乡镇|农业|村镇|集镇|小城镇|特色|中心镇|重点|市区|城区|园区|社区|小区|辖区|新区|高新区|开发区|景区|库区|山区|灌区|地区|县区|林区|片区|校区|院区|厂区|街区|矿区|示范|功能|棚户)[\u4e00-\u9fff]{1,3}(?:区|县|市|旗|镇|乡|街道)(?=任务|目标|计划|完成|实现|应|已|需|新|建|累计|为|达|实际|因|分别|预算|占|$|[\\d:,、(\\s]))"
)
_CN_COUNT = re.compile(r"[一二两三四五六七八九十]+(?:项|个|类|家|者|县|区)")


@dataclass(slots=True)
class Reading:
    """One number in its place. `own` is the name that stands with it, `subject` what it inherits where it has none."""

    quantity: Quantity
    sentence: int
    point: int
    clause_start: int
    lead: str
    tail: str
    own: str
    subject: str
    measure: Measure
    value: Decimal
    voice: Voice
    period: PeriodMention | None
    bracket: bool = False
    part: bool = False
    estimated: bool = False
    cued: bool = False  # its voice comes from words, not from its place
    outlook: bool = False
    heading: bool = False
    clause_lead: str = ""
    owner: str | None = None
    interim: bool = False
    quoted: bool = False

    @property
    def name(self) -> str:
        return self.subject if not self.own or names.BARE_VERB.fullmatch(self.own) else self.own

    @property
    def start(self) -> int:
        return self.quantity.start

    @property
    def base(self) -> Decimal:
        return self.value * self.quantity.magnitude


def readings(
    text: str,
    item: Item,
    quantities: Sequence[Quantity],
    periods: Sequence[PeriodMention],
    promising: bool,
    cutoff_month: int | None,
    year: int | None = None,
) -> list[Reading]:
    """The readings of one task in order. `promising`: a heading without cues is a promise."""
    found: list[Reading] = []
    carried: PeriodMention | None = None
    topic = item.topic
    main = ""
    foresees = False
    foreseen_item = bool(PROBLEMS.match(item.title)) or bool(
        re.search(r"预计完成|预测|预计全年|全年预计|展望", item.title[:20]) and not re.search(r"\d", item.title[:20])
    )
    for index, sentence in enumerate(item.sentences):
        inside = [
            q
            for q in quantities
            if sentence.start <= q.start < sentence.end and q.role == "context" and q.value is not None
        ]
        spans = [p for p in periods if sentence.start <= p.start < sentence.end]
        if not inside:
            topic = _topic_of(text, sentence) or topic
        if sentence.start and text[sentence.start - 1] in ",:" and main:
            topic = main
        reader = _SentenceReader(
            text,
            sentence,
            index,
            inside,
            spans,
            carried,
            promising and sentence.heading,
            topic,
            cutoff_month,
            main,
            year,
        )
        fresh = reader.read()
        foresees = foreseen_item or (foresees and text[item.sentences[index - 1].end - 1] == ";" and not spans)
        if foresees:
            for reading in fresh:
                if reading.voice in ("report", "claim"):
                    reading.voice = "forecast"
        foresees = foresees or (
            cutoff_month != 12 and any(r.voice == "forecast" and r.measure in ("amount", "growth") for r in fresh)
        )
        found += fresh
        main = next(
            (
                r.subject
                for r in reversed(found)
                if r.subject and not r.owner and not r.part and r.voice in ("promise", "report")
            ),
            main,
        )
        own = [p for p in spans if p.governs != "other" and (cutoff_month is None or p.last_month <= cutoff_month)]
        carried = own[-1] if own else carried
    if len({r.owner for r in found if r.owner}) < 2:
        for reading in found:
            reading.owner = None
    return found


def _topic_of(text: str, sentence: Sentence) -> str:
    piece = text[sentence.start : sentence.end].strip()
    bare = re.sub(r"^[一二三四五六七八九十]{1,3}是", "", piece)
    pointed = bare != piece or piece.endswith(":") or (piece.endswith("。") and len(piece) <= 14)
    bare = bare.strip(" 。;:,")
    return bare if pointed and 2 <= len(bare) <= 20 and not re.search(r"\d", bare) else ""


class _SentenceReader:
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
    ) -> None:
        self.year = year
        self.text, self.sentence, self.index, self.inside, self.spans = text, sentence, index, inside, spans
        self.carried, self.topic, self.cutoff_month = carried, topic, cutoff_month
        self.piece = text[sentence.start : sentence.end]
        self.brackets = [(sentence.start + m.start(), sentence.start + m.end()) for m in _BRACKETS.finditer(self.piece)]
        self.promising = sentence.labelled or (
            promising and not wording.REPORT.search(self.piece) and not wording.GAP.search(self.piece)
        )
        self.next_steps = wording.PLANNED_NEXT.search(self.piece)
        self.breaks = [
            sentence.start + m.end()
            for m in _BREAK.finditer(self.piece)
            if not self._bracketed(sentence.start + m.start())
        ]
        self.subject = ""
        self.part = False
        self.owner: str | None = None
        self.main = main
        self.first_number = inside[0].start if inside else sentence.end

    def _bracketed(self, position: int) -> bool:
        return any(low < position < high for low, high in self.brackets)

    def read(self) -> list[Reading]:
        out: list[Reading] = []
        previous: Quantity | None = None
        for quantity in self.inside:
            out.append(self._reading(quantity, previous, out))
            if not out[-1].bracket:
                previous = quantity
        return out

    def _clause_start(self, position: int) -> int:
        start = self.sentence.start
        for cut in self.breaks:
            if cut > position:
                break
            start = cut
        return start

    def _clause_end(self, position: int) -> int:
        return next((cut - 1 for cut in self.breaks if cut > position), self.sentence.end)

    def _reading(self, quantity: Quantity, previous: Quantity | None, before: list[Reading]) -> Reading:
        bracket = next(((low, high) for low, high in self.brackets if low < quantity.start < high), None)
        start, end = (
            (bracket[0] + 1, bracket[1] - 1)
            if bracket
            else (self._clause_start(quantity.start), self._clause_end(quantity.end - 1))
        )
        lead_start = max(start, previous.end) if previous and previous.start >= start else start
        if previous and not bracket and previous.end > start:
            lead_start = max(start, previous.end)
        lead = self.text[lead_start : quantity.start].replace("\n", "")
        if lead.count('"') % 2:
            lead = lead.rpartition('"')[2]
        clause_lead = self.text[start : quantity.start].replace("\n", "")
        following = next((q.start for q in self.inside if q.start >= quantity.end), end)
        tail = self.text[quantity.end : min(end, following)]
        before_bracket = self.text[self._clause_start(bracket[0]) : bracket[0]] if bracket else ""
        lead = self._after_predecessor(lead, previous if previous and previous.start >= start else None, before)
        own = self._own_name(_CLAIM_TAIL.sub("", lead), tail, quantity)
        reading = Reading(
            quantity,
            self.index,
            self.sentence.point,
            start,
            lead,
            tail,
            own,
            "",
            "amount",
            quantity.value or Decimal(0),
            "report",
            self._period(quantity.start),
            bracket=bracket is not None,
            heading=self.sentence.heading,
            clause_lead=before_bracket if bracket else clause_lead,
        )
        self._subject_of(reading, start, before)
        reading.measure = self._measure(reading)
        if (
            quantity.noun == "%"
            and reading.measure == "percent"
            and before
            and before[-1].voice == "claim"
            and not bracket
            and re.fullmatch(r"\s?[、,和及与]?\s?", lead)
        ):
            reading.measure = "completion"
        if (
            quantity.noun == "%"
            and reading.measure == "percent"
            and before
            and before[-1].measure == "growth"
            and re.fullmatch(r"\s?[、,和及与]?\s?(?:力争|奋斗|确保|挑战)?(?:达到?)?(?:目标)?\s?", lead or "x")
        ):
            reading.measure = "growth"
            if wording.FALL.search(before[-1].lead):
                reading.lead = before[-1].lead
        reading.voice = self._voice(reading, clause_lead, before_bracket, before)
        if bracket and reading.voice == "claim" and (not before or before[-1].quantity.end < bracket[0] - 1):
            self._bracket_subject(reading, before_bracket)
        if reading.measure in ("growth", "change") and wording.FALL.search(reading.lead):
            reading.value = -abs(reading.value)
        return reading

    def _after_predecessor(self, lead: str, previous: Quantity | None, before: list[Reading]) -> str:
        """126条水体治理已完成120条: what stands before the verb belongs to the number before it."""
        lead = _BRACKETS.sub("", lead)
        if previous is None or not before or not lead or lead[0] in "、,和及与;":
            return lead
        match = re.search(r"已|现已|目前|实际|(?<!计划)完成|建成|在|正|[、,]", lead)
        return lead[match.start() :] if match else lead

    def _own_name(self, lead: str, tail: str, quantity: Quantity) -> str:
        left = _CONNECT.sub("", lead)
        left = _LEADING.sub("", _TRAILING.sub("", left))
        left = _TRAILING.sub("", left)
        right = ""
        counted = (
            quantity.noun in units.COUNTED
            or quantity.noun in units.AREA
            or quantity.noun in units.LENGTH
            or not quantity.noun
        )
        if counted and tail and not re.match(r"[\s,;。:、)”(]|以上|以下|以内|左右|余|多", tail):
            stop = _TAIL_STOP.search(tail)
            right = tail[: stop.start()] if stop else tail
            right = re.sub(r"^(?:的|个)", "", right)
            right = right if len(names.folded(right)) >= 2 else ""
        return (left + right).strip()

    def _subject_of(self, reading: Reading, clause_start: int, before: list[Reading]) -> None:
        own = names.folded(reading.own)
        raw = self.text[clause_start : reading.start]
        if not reading.bracket and "其中" in _BRACKETS.sub("", raw):
            self.part = True
        reading.part = self.part and not reading.bracket
        owner = _OWNER.match(_LEADING.sub("", raw)) if not reading.bracket else None
        if owner:
            self.owner = owner[1]
            reading.own = reading.own.removeprefix(owner[1])
            own = names.folded(reading.own)
        reading.owner = self.owner
        inherited = self.subject or self._first_clause(clause_start) or (self.main if self.owner else "")
        if reading.bracket and before:
            inherited = before[-1].name
        if (
            re.search(r"(?:合计|总计|共计)(?:为|达)?\s?$", self.text[clause_start : reading.start])
            and len(names.folded(re.sub(r"合计|总计|共计", "", reading.own))) < 2
        ):
            reading.own = reading.subject = ""
            return
        if (
            re.fullmatch(r"每[万千百]?人|人均|户均|平均|其中|净增|较?(?:上年|去年|年初)末?净增|总计", reading.own)
            and inherited
        ):
            reading.subject, reading.own = inherited + reading.own, ""
            return
        if re.fullmatch(r"[XxＸ×某\u4e00-\u9fff]{1,3}[区县市](?:\([^)]*\))?", reading.own) and inherited:
            reading.own, own = "", ""
        if self.owner and inherited.startswith(self.owner):
            inherited = inherited.removeprefix(self.owner) or self.main
        if len(own) >= 3 or (len(own) == 2 and not inherited):
            reading.subject = reading.own
            if not reading.bracket:
                self.subject = reading.own
        else:
            reading.subject = (
                inherited + reading.own if inherited and reading.own not in inherited else inherited or reading.own
            )
            reading.own = reading.own if len(own) >= 2 else ""

    def _bracket_subject(self, reading: Reading, before_bracket: str) -> None:
        """引调水工程在施工(93%): the words before the bracket name what it is a share of."""
        piece = re.split(r"[、,;:]", _BRACKETS.sub("", before_bracket))[-1]
        stop = wording.ONGOING.search(piece) or wording.DONE.search(piece)
        named = _LEADING.sub("", piece[: stop.start()] if stop else piece)
        if len(names.folded(named)) >= 3 and not re.match(r"\d", named):
            reading.own = reading.subject = named

    def _first_clause(self, clause_start: int) -> str:
        """The clauses before the first number, where they name the thing: 房地产业工资总额,2023年目标增速8%."""
        piece = self.text[
            self.sentence.start : clause_start
            if clause_start <= self.first_number
            else self._clause_start(self.first_number)
        ].rstrip(",:;。 ")
        piece = re.sub(r"^[一二三四五六七八九十]{1,3}是", "", piece)
        last = re.split(r"[,;:]", piece)[-1] if len(piece) > 30 else piece
        cleaned = _LEADING.sub("", last).strip()
        if re.search(r"看$|方面$|来看|如下|情况$|同时$|下步|举措", cleaned):
            return self.topic
        return cleaned if len(names.folded(cleaned)) >= 2 else self.topic

    def _period(self, position: int) -> PeriodMention | None:
        inside = self._bracketed(position)
        own = [
            p
            for p in self.spans
            if p.start <= position and p.governs != "other" and (inside or not self._bracketed(p.start))
        ]
        return own[-1] if own else self.carried

    def _measure(self, r: Reading) -> Measure:
        quantity, lead = r.quantity, r.clause_lead if r.bracket else r.lead
        if quantity.noun == "个百分点":
            return "change"
        if quantity.noun == "%":
            if (
                wording.GROWTH.search(r.lead)
                or (r.bracket and wording.GROWTH.search(r.clause_lead))
                or re.search(r"(?:增长|增速|增幅|涨幅|下降)[^,。]{0,8}$", lead)
            ):
                return "growth"
            if (
                not r.own
                and r.quantity.start
                and re.search(
                    r"(?:增长|增速|增幅)(?:目标|任务|计划|预期)?[:为]?$", names._STOP.sub("", "") or r.clause_lead[-12:]
                )
            ):
                return "growth"
            if wording.CLAIM.search(r.clause_lead[-48:]) and not r.bracket:
                return "completion"
            if (
                not r.bracket
                and self.topic
                and re.fullmatch(r"\s?(?:约|近|已达|完成)?\s?", r.clause_lead)
                and self.text[r.clause_start - 1] == ":"
                and not re.search(r"率$|比重|比例|占比", self.topic)
            ):
                return "completion"  # 保障房配建:75%
            return "percent"
        if not quantity.unit and re.search(r"指数", lead):
            return "index"
        return "amount"

    def _voice(self, r: Reading, clause_lead: str, before_bracket: str, before: list[Reading]) -> Voice:
        q, lead, tail = r.quantity, r.lead, r.tail
        if r.bracket:
            return self._bracket_voice(r, clause_lead, before_bracket, before)
        plan_tail = re.match(
            r"\s?(?:\([^()]{0,6}\))?\s?(?:以上|左右|以内)?的?(?:目标任务|年度任务|任务|目标|年度目标|计划)(?!书|生|单|完成|投资)",
            tail,
        )
        if self._counts_tasks(r, clause_lead):
            return "context"
        if (
            self.year
            and (past := re.search(r"(20\d\d)年(?![^,]*(?:目标|计划|任务))", clause_lead))
            and int(past[1]) < self.year
            and not self.promising
        ):
            return "base"
        if re.match(r"(?:去年|上年)?同期[,,]?(?!相比|比)", self.piece):
            return "base"
        if wording.GAP.search(lead):
            return "gap"
        if q.is_percent:
            if self._interim(r):
                r.cued = r.interim = True
                return "promise"
            if wording.PEER.search(lead[-24:]) or (
                q.noun == "个百分点"
                and re.search(r"高于|低于|快于|高出|低|贡献|拉动|回落|加快|收窄|环比|同期", clause_lead[-16:])
                and not self.promising
            ):
                return "peer"
            if (
                re.search(r"(?:较|比)(?:去年|上年|同期|年初|上月|上季)[^,]{0,12}$", clause_lead)
                and q.noun == "个百分点"
                and not self.promising
            ):
                return "base"
            if r.measure == "completion" and self._planned_list(r):
                r.own = _TRAILING.sub("", _LEADING.sub("", lead)) or r.own
                r.subject, r.cued = r.own, True
                return "promise"
            if r.measure == "completion" and not (
                self.promising and not re.search(r"占|完成.{0,10}的$|进度", clause_lead)
            ):
                if re.search(
                    r"(?:全市|全省|全国)[^,。;]{0,16}平均|去年同期|上年同期|(?:全省|全国|全市)同期|同期(?:全省|全国|全市)",
                    clause_lead,
                ) or (before and before[-1].sentence == r.sentence and before[-1].voice == "base" and not r.own):
                    return "base"
                if before and before[-1].voice == "forecast" and before[-1].measure == "amount":
                    return "forecast"
                if before and before[-1].voice == "claim" and re.fullmatch(r"\s?[、,和及与]?\s?", lead):
                    return "claim"
                foreseen = re.search(r"预计|预测|有望|将|力争|确保|争取|可完成", clause_lead)
                return "forecast" if foreseen and not self._own_period(r) else "claim"
        denominator = tail == "的" and any(n.start == q.end + 1 and n.noun == "%" for n in self.inside)
        if plan_tail or denominator:
            r.cued = True
            return "promise"
        if (
            wording.BASE.search(lead[-20:])
            and not re.search(r"净增\s?$", lead)
            and not re.search(r"(?:增长|下降|增速)$", lead)
        ) or re.search(r"(?:去年|上年)(?:同期|全年)?(?:为|是|完成|的)?\s?$", lead):
            return "base"
        if (
            q.noun not in ("%",)
            and not re.search(r"净增\s?$", clause_lead)
            and re.search(
                r"(?:同比|环比|比上年|较上年|比去年|较去年|较年初|同期)[^,]{0,10}(?:增加|减少|多|净增|增长|下降|上升|提高|降低|上涨|提升)(?:了|约|近)?$",
                clause_lead,
            )
        ):
            return "base"
        if _REST.match(re.sub(r"^[,;、]", "", clause_lead)):
            return "context"
        if self.next_steps and q.start > self.sentence.start + self.next_steps.start():
            r.outlook = True
            if (
                re.search(r"全年|年度(?:目标|任务)|年底|年初目标", self.text[self.sentence.start : q.start])
                and not self.promising
            ):
                r.cued = True
                return "promise"
            return "forecast"
        if re.search(r"(?:总投资|概算|估算|计划总投资)(?:约|近|达|为)?\s?$", lead) or (
            r.measure == "amount" and not q.unit and not re.search(r"目标|任务|计划|不超过|不低于|率[^,]{0,4}$", lead)
        ):
            return "context"
        target = self._target_cue(r, clause_lead)
        if target:
            r.cued = True
            return "promise"
        if self.promising:
            return "promise"
        if r.period and self.cutoff_month and self.cutoff_month < 12 and self._whole_year(r, clause_lead):
            r.cued = True
            return "promise"
        if (
            r.period
            and self.cutoff_month
            and r.period.last_month > self.cutoff_month
            and r.period.day is None
            and not re.search(r"已|实际", clause_lead)
        ):
            return "forecast"
        if (
            re.search(r"(?:确保|力争|奋斗|保底)[^,]{0,8}$", lead)
            and not self.next_steps
            and not re.search(r"年底|月底|月前|前完成|预计|下半年|剩余|已|目前|投入使用", clause_lead)
            and (r.own or r.subject)
        ):
            r.cued = True
            return "promise"
        foreseen_at = self._last(wording.FORECAST, clause_lead)
        if foreseen_at >= 0 and foreseen_at >= self._last(re.compile(r"已|累计|实际完成"), clause_lead):
            return self._forecast(r, clause_lead)
        coordinate = (
            before[-1] if before and not before[-1].bracket and before[-1].clause_start == r.clause_start else None
        )
        if (
            coordinate
            and coordinate.voice in ("promise", "forecast")
            and not wording.DID.search(lead)
            and not re.search(r"已|目前|实际", lead)
            and re.match(
                r"\s?(?:\([^()]*\))?(?:以上|左右|以内)?[、,和及]", self.text[coordinate.quantity.end : q.start + 1]
            )
        ):
            r.cued = coordinate.cued
            r.estimated = coordinate.estimated
            return coordinate.voice
        r.cued = bool(wording.DID.search(clause_lead))
        if before and before[-1].estimated and before[-1].sentence == r.sentence and not r.own:
            r.estimated = True
        return "report"

    def _whole_year(self, r: Reading, clause_lead: str) -> bool:
        """全年改造26.4万座 in a report of nine months is the plan; 预计全年 is a forecast."""
        short = len(clause_lead) < 4 and not re.search(r"月|季|半年", clause_lead)
        piece = self.text[self.sentence.start : r.start] if short else clause_lead
        at = piece.rfind("全年")
        if at < 0 or self.next_steps:
            return False
        return not re.search(
            r"预计|预测|有望|可|将|力争|已|完成(?!投资)|占|为全年|同比|累计|实现", piece[max(0, at - 6) :]
        )

    def _interim(self, r: Reading) -> bool:
        """“确保不低于40%、力争45%以上”的上半年任务: a goal for the share done by then."""
        if r.own or not re.search(r"确保|力争|不低于|奋斗|保底|达到", r.lead):
            return False
        after = self.text[r.quantity.end : r.quantity.end + 28]
        match = re.match(
            r"[^,。;]{0,20}?的?((?:上半年|半年|一季度|前?[一二三]季度|序时|年度|全年|阶段性?|节点)(?:末|底)?(?:目标任务|目标|任务|计划|要求))",
            after,
        )
        if match is None:
            return False
        r.tail = r.tail + match[1]
        return True

    def _counts_tasks(self, r: Reading, clause_lead: str) -> bool:
        """145项目标任务, 欠进度17个, 这5项: numbers of tasks, not of what they promise."""
        if r.quantity.noun not in ("项", "个", "件", "类", "条", "大类", "区", "县", "市", "镇", "乡", "方面"):
            return False
        if r.quantity.noun in ("区", "县", "市", "镇", "乡") and not r.quantity.text[0].isdigit():
            return True
        after = self.text[r.quantity.end : r.quantity.end + 16]
        if re.match(r"季度|月(?!度)|年度?|工作日|阶段|批次|方面|环节", after):
            return True
        if re.match(
            r"(?:以上|余|多)?(?:主要|重点|重要|民生|具体|细化|年度|考核|核心|约束性|预期性|经济|指标性|综合|市级|省级|县级|大|为民办|为民|办|惠民|十大|实事|目标|政府)*(?:任务|指标|实事|事项|工作内容|目标|工作任务|重点工作|民生工程|督办件|具体工作)",
            after,
        ):
            return True
        if re.match(r"的有|的为|的是", after) and re.search(r"(?:高于|低于|超过|不足|达到?)\s?$", r.lead):
            return True
        if (
            re.match(
                r"(?:县(?!级|域|道|乡)|区(?!域|间|级|块)|市(?!场|民|级|政|区|内)|镇(?!级|村)|乡(?!村|镇|道|级|土)|街道|\(市|\(区|部门|单位|责任单位|督查组|省(?!级|道)|地市|州|市州|成员单位|专班|工作组|组(?!织))",
                after,
            )
            and r.quantity.noun == "个"
        ):
            return True
        if re.search(
            r"(?:分解|承担|涉及|梳理|细化|共|确定|交办|督办|列入)(?:的)?[^,。;]{0,10}(?:任务|工作)\s?$", r.lead
        ):
            return True
        if re.search(
            r"(?:综合|具体|主要|重点|约束性|预期性|量化|定量|定性|目标)?(?:指标|事项|目标任务|工作任务|实事|任务目标|重点工作)\s?$",
            r.lead,
        ):
            return True
        if re.search(r"(?:这|上述|以上|该|剩余|其余|剩下|另外)\s?$", clause_lead) or re.search(
            r"(?:欠进度|超进度|达进度|(?:未)?达到节点|[,,]未达到|达序时|未达序时|未达预期|达到序时进度|慢于序时|快于序时|滞后|按序时|基本完成|提前完成|已完成和[^,]{0,6}完成|其它类|其他类|其他|正常推进|有序推进|尚未启动|未完成|未开工|未启动|超额完成的有|较好的有|进展较慢的?有?)(?:的)?(?:有|共|任务|目标|指标)*\s?$",
            clause_lead,
        ):
            return True
        return bool(re.match(r"(?:已?(?:达到?|超|欠|慢于|快于|未达)(?:到)?(?:序时|时序|预期|进度))", after))

    @staticmethod
    def _last(pattern: re.Pattern[str], piece: str) -> int:
        last = -1
        for match in pattern.finditer(piece):
            last = match.start()
        return last

    def _own_period(self, r: Reading) -> bool:
        return (
            r.period is not None
            and self.cutoff_month is not None
            and r.period.last_month <= self.cutoff_month
            and r.period.start >= self.sentence.start
        )

    def _forecast(self, r: Reading, clause_lead: str) -> Voice:
        """预计1-9月增长8% is an estimate of the report's own period; 预计全年 is a forecast."""
        if re.search(r"预计|预测|初步核算|快报", clause_lead) and not re.search(
            r"年底|年内|年末|[一二三四]季度|上半年|下半年|月底|可"
            if self.cutoff_month == 12
            else r"全年|年底|年内|年末|[一二三四]季度|上半年|下半年|月底|可",
            clause_lead,
        ):
            month = r.period.last_month if r.period else self.cutoff_month
            if month is None or self.cutoff_month is None or month <= self.cutoff_month:
                r.estimated = True
                return "report"
        return "forecast"

    def _target_cue(self, r: Reading, clause_lead: str) -> bool:
        lead = r.lead
        if re.search(rf"{wording.TARGET_WORD.pattern}\s?$", lead) and not re.search(
            r"(?:完成|超|占|为)(?:全年|年度|年|了)*(?:目标|任务|计划|预算)(?:任务|目标)?$", lead
        ):
            return True
        if re.search(r"节点(?:目标|任务|要求)?(?:为|是|:)?\s?$", lead):
            return True
        if self._bounded(r, clause_lead) or self._planned_sentence(r, clause_lead):
            return True
        cue = self._last(
            re.compile(
                r"目标(?!任务?完成)|计划(?!完成率|的|投资完成)|应(?=[新完竣开建改])|要求|(?:[省市县区州]|国家|上级)(?:里|委|政府)?下达|任务(?=[^的完]{0,12}$)|预期|年初确定|指标为|须|需完成|奋斗|确保(?=目标)"
            ),
            clause_lead,
        )
        if cue < 0:
            return False
        did = self._last(
            re.compile(
                r"已|目前|截至|累计|实际|现|(?<!计划)(?<!目标)(?<!任务)(?<!应)完成(?!率)|达到(?!目标)|为全年|占"
            ),
            clause_lead,
        )
        return cue > did

    def _bounded(self, r: Reading, clause_lead: str) -> bool:
        """不高于50, 达到62%以上, 控制在12天以内: a bound without a word of reporting is a goal."""
        tail = self.text[r.quantity.end : r.quantity.end + 3]
        bound = re.search(r"不(?:高于|低于|少于|超过|小于|突破)\s?$|控制在\s?$", r.lead) or (
            re.match(r"以[上内]", tail)
            and re.search(r"(?:达到?|再降低|再下降|压减|降至|降到|稳定在|保持在)\s?$", r.lead)
        )
        return bool(bound) and not re.search(
            r"已|目前|截至|累计|实际|同比|现|月|季度|半年|排名|居|预计|有望|预测|将", clause_lead
        )

    def _planned_list(self, r: Reading) -> bool:
        """年初确定的目标为: ..., ..., ...: until something is reported, the whole list promises."""
        before = self.text[self.sentence.start : r.start]
        cue = re.search(r"(?:目标|任务|要求)(?:为|是)?:", before)
        return cue is not None and not re.search(
            r"已|目前|截至|截止|累计|实际|同比|完成(?!率|比)|(?:上半年|\d月|季度)(?!底|末)", before[cue.end() :]
        )

    def _planned_sentence(self, r: Reading, clause_lead: str) -> bool:
        """年度任务为新开工640套、建成1200套,完成投资9亿元: the whole sentence plans, until something is reported."""
        before = self.text[self.sentence.start : r.start]
        if self._planned_list(r):
            return True
        cue = re.search(
            r"(?:年度|全年|今年|本年|年)(?:目标)?(?:任务|计划|目标)(?:为|是|:|要|新|完|建|改|实施)|省定|省下达|市下达",
            before,
        )
        if cue is None or not r.own:
            return False
        since = before[cue.end() :]
        if re.search(r"已|目前|截至|截止|累计|实际|现|同比|\d月|季度|半年|占", since):
            return False
        listed = before[cue.end() - 1 :]
        if re.match(r"(?:为|是)?:", listed) and not re.search(r"已|目前|截至|截止|累计|实际|同比", listed):
            return True
        if re.search(r"(?:目标|任务)(?:为|是)[:]", before):
            return True
        nouns = {q.noun for q in self.inside if self.sentence.start + cue.start() < q.start < r.start}
        return bool(nouns) and r.quantity.noun not in nouns

    def _bracket_voice(self, r: Reading, inside: str, before_bracket: str, before: list[Reading]) -> Voice:
        q = r.quantity
        anchor = before[-1] if before else None
        if re.search(r"目标|任务|计划|预期|预算|指标|要求", inside) and not re.search(r"完成|占|低于|高于", inside):
            r.cued = True
            if anchor is not None and q.noun == anchor.quantity.noun:
                r.measure, r.own, r.subject = anchor.measure, "", anchor.name
                if (
                    wording.FALL.search(anchor.lead)
                    and anchor.measure == "growth"
                    and wording.LOWER_IS_BETTER.search(anchor.name)
                    and not re.search(r"增|涨", inside)
                ):
                    r.lead = anchor.lead
            return "promise"
        if wording.PEER.search(before_bracket[-14:]) or re.search(
            r"平均|全国|全省|去年|上年|同期|20\d\d年度?$", before_bracket[-10:]
        ):
            return "peer"
        if re.search(r"去年|上年|同期|20\d\d年", inside):
            return "base"
        if re.search(r"(?:目标任务|目标|任务|计划|预期|预算|指标|任务数)$", before_bracket):
            r.cued = True
            return "promise"
        if re.search(r"的有[^,。;(]{1,12}$|(?:低于|高于|比|较)[^,。;(]{2,10}$", before_bracket) or (
            anchor is not None
            and anchor.bracket
            and anchor.voice == "peer"
            and re.search(r"、[^,。;(]{2,8}$", before_bracket)
        ):
            return "peer"
        if (
            q.noun == "%"
            and anchor is not None
            and re.fullmatch(
                r"\s?(?:完成率?|占比?|占(?:任务|计划|目标)的?|完成(?:任务|计划|目标|年度)*的?|完成比例|进度|达)?[:为]?\s?",
                inside,
            )
        ):
            r.measure = "completion"
            return "claim"
        if q.noun == "%" and (wording.ONGOING.search(before_bracket) or re.search(r"进度|完成", before_bracket[-6:])):
            r.measure = "completion"
            return "claim"
        if wording.GAP.search(inside):
            return "gap"
        return "context"


def promised(found: list[Reading]) -> Iterator[Reading]:
    """The readings that promise."""
    return (r for r in found if r.voice == "promise")

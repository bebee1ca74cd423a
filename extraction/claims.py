"""What the bureau says of itself: shares of the plan, and words like 已完成, 在施工, 滞后."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extraction import names, units, wording
from extraction.links import Link, Scope, Share
from extraction.outline import Sentence
from extraction.pairs import behind_list
from extraction.rates import explains
from extraction.readings import Reading
from extraction.records import Claim
from extraction.targets import Promise


def shares(text: str, found: Sequence[Reading], promises: Sequence[Promise]) -> list[Share]:
    """Each stated share of the plan with the reading it is of and, where the phrase holds one, the plan itself."""
    out: list[Share] = []
    taken: set[int] = set()
    runs = _runs([r for r in found if r.voice == "claim" or _is_rate_claim(r, found)], found)
    for run in runs:
        numerators = _numerators(run, found, taken)
        for position, reading in enumerate(run):
            of = numerators[position] if position < len(numerators) else None
            plan = _plan_at(run, position, of, promises) if len(run) > 1 else _plan_in_phrase(text, reading, promises)
            if plan is not None and (of is None or len(run) == 1):
                of = _numerator_before(plan.reading, reading, found, taken) or of
            plan = plan or _plan_apart(reading, of, promises)
            if of is not None:
                taken.add(id(of))
            out.append(Share(reading, of, plan))
    latest = {id(s.plan): s for s in out if s.plan is not None}
    return [s for s in out if s.plan is None or latest[id(s.plan)] is s or s.of is None]


_NEAR = 40  # numbers before a rate that it can be of; a longer list is nobody's sentence


def _is_rate_claim(reading: Reading, found: Sequence[Reading]) -> bool:
    """交付率30.56% beside 625 and 191: the arithmetic says what the rate is of."""
    if (
        reading.voice != "report"
        or reading.measure != "percent"
        or not (
            wording.RATE_OF.search(reading.clause_lead[-14:])
            or re.fullmatch(r"[,、]?\s?(?:约?占|达到?|为|完成)?(?:比)?\s?", reading.lead)
        )
    ):
        return False
    if names.stage(reading.clause_lead[-8:]) == "money":
        return False
    before = [r for r in found if r.sentence == reading.sentence and r.start < reading.start and r.measure == "amount"]
    before = before[-_NEAR:]
    return any(explains(reading, a, b) for a in before for b in before if b.start < a.start)


def _runs(claims: list[Reading], found: Sequence[Reading]) -> list[list[Reading]]:
    """Claims that follow one another without an amount between them: 分别为目标任务的112.56%、112.33%."""
    runs: list[list[Reading]] = []
    order = {id(r): i for i, r in enumerate(r for r in found if not r.bracket)}
    for claim in claims:
        last = runs[-1][-1] if runs else None
        if (
            last
            and not re.match(r"[前后]者", claim.clause_lead)
            and last.sentence == claim.sentence
            and not claim.bracket
            and not last.bracket
            and order[id(claim)] == order[id(last)] + 1
        ):
            runs[-1].append(claim)
        else:
            runs.append([claim])
    return runs


def _numerators(run: list[Reading], found: Sequence[Reading], taken: set[int]) -> list[Reading | None]:
    first = run[0]
    open_ones = [
        r
        for r in found
        if r.sentence == first.sentence and r.start < first.start and _countable_report(r) and id(r) not in taken
    ]
    if match := re.match(r"[前后]者", first.clause_lead):
        pair = [r for r in found if r.sentence == first.sentence and r.start < first.start and _countable_report(r)][
            -2:
        ]
        return [pair[0 if match.group() == "前者" else 1]] if len(pair) == 2 else [None]
    if len(run) > 1:
        if len(open_ones) >= len(run) and not any(c.clause_start != first.clause_start for c in run):
            return list(open_ones[-len(run) :])
        return [open_ones[-1] if open_ones else None] * len(run)
    if first.bracket:
        near = [r for r in open_ones if first.start - r.quantity.end <= 24]
        return [near[-1]] if near else [None]
    clause = [r for r in open_ones if not r.part] or open_ones
    nearest = open_ones[-1] if open_ones else None
    if nearest is not None and nearest.part and nearest.own and not first.own:
        between_parts = [r for r in clause if r.start > nearest.start]
        return [between_parts[-1] if between_parts else nearest]
    return [clause[-1]] if clause else [None]


def _numerator_before(plan: Reading, share: Reading, found: Sequence[Reading], taken: set[int]) -> Reading | None:
    """The figure that the share of this plan is of: of its unit, and where one explains the share, that one."""
    open_ones = [
        r
        for r in found
        if r.sentence == plan.sentence
        and r.start < plan.start
        and _countable_report(r)
        and id(r) not in taken
        and units.fits(r.quantity.noun, plan.quantity.noun)
    ]
    exact = [r for r in open_ones if explains(share, r, plan)]
    whole = [r for r in open_ones if not r.part]
    return next((rest[-1] for rest in (exact, whole, open_ones) if rest), None)


def _countable_report(r: Reading) -> bool:
    whole = r.quantity.value is not None and r.quantity.value == r.quantity.value.to_integral_value()
    ratio = r.quantity.noun in units.COUNTED and r.quantity.magnitude == 1 and not whole
    return r.measure == "amount" and r.voice == "report" and not ratio and not (r.bracket and not r.cued)


_PLAN_TO_SHARE = re.compile(
    r"\s?(?:\([^()]{0,6}\))?(?:以上|左右)?\s?\)?\s?(?:元)?(?:任务|目标|计划|年度|投资|总数|总额|数|量|指标|预算)*"
    r"(?:的|,?(?:占|达|完成率?|为|完成比例|的比例)*[:为]?)?\s?(?:约|近|超)?\s?"
)


def _plan_in_phrase(text: str, claim: Reading, promises: Sequence[Promise]) -> Promise | None:
    """The plan figure inside the claim's own phrase: 为年度投资目标200亿元的56.8%, 完成年任务(40.2亿元)的32.5%."""
    for promise in reversed(promises):
        place = promise.reading
        between = text[place.quantity.end : min(claim.start, place.quantity.end + 17)]
        near = place.start < claim.start <= place.quantity.end + 16 and place.sentence == claim.sentence
        if near and _PLAN_TO_SHARE.fullmatch(between):
            return promise
    return None


def _plan_apart(claim: Reading, of: Reading | None, promises: Sequence[Promise]) -> Promise | None:
    """The plan elsewhere in the task whose arithmetic gives the share."""
    if of is None:
        return None
    earlier = (p for p in promises if p.reading.sentence == claim.sentence and p.reading.start < of.start)
    near = next((p for p in earlier if explains(claim, of, p.reading)), None)
    if near is not None or (not (claim.quantity.value or Decimal(0)) % 1 and len(promises) != 1):
        return near
    apart = [p for p in promises if not p.reading.bracket and explains(claim, of, p.reading)]
    return apart[0] if len(apart) == 1 and (not of.own or names.likeness(apart[0].name, of.name) >= 0.5) else None


def _plan_at(run: list[Reading], position: int, of: Reading | None, promises: Sequence[Promise]) -> Promise | None:
    """分别完成全年任务(4个、8个)的75%和100%: the plans of a run stand in one bracket, in its order."""
    inside = [
        p
        for p in promises
        if p.reading.bracket
        and p.reading.sentence == run[0].sentence
        and p.reading.start < run[0].start
        and (of is None or p.reading.start > of.start)
    ]
    return inside[position] if len(inside) == len(run) else None


def completion(share: Share) -> Claim:
    """The stated share as a claim, 0.963 for 96.3%."""
    quantity = share.reading.quantity
    return Claim((quantity.value or Decimal(0)) / 100, None, quantity.text, quantity.start, quantity.end)


def stated(scope: Scope, entry: Link, following: int) -> Claim | None:
    """The status in words that belongs to a promise without an actual; `following` is where the next promise begins."""
    promise = entry.promise
    if promise is None:
        return None
    listed = behind_list(scope.text, scope.item)
    if listed is not None and listed[1] and promise.reading.start >= listed[0]:
        words = wording.BEHIND.search(scope.text, scope.item.start, listed[0])
        low, high = words.span() if words else (scope.item.start, listed[0])
        return Claim(None, "lagging", scope.text[low:high], low, high)
    start = promise.reading.quantity.end
    sentence = scope.item.sentences[promise.reading.sentence]
    end = min(sentence.end, following) if following > start else sentence.end
    if not promise.reading.heading or not scope.item.narrated:
        if claim := _in_its_verb(scope.text, start, end, promise.name) or _words(scope.text, start, end):
            return claim
        bare = following < sentence.end and scope.text[start:following].strip(" 、,和及“”") == ""
        listed_on = bare or _listed(scope.text, start, following)
        if listed_on and (claim := _words(scope.text, start, sentence.end)):
            return claim
    elif claim := _just_behind(scope, promise):
        return claim
    if promise.reading.owner and (claim := _of_owner(scope, promise)):
        return claim
    if promise.reading.heading and (claim := _narrated(scope, promise)):
        return claim
    return _said_again(scope, promise)


def _just_behind(scope: Scope, promise: Promise) -> Claim | None:
    """新开工廉租房200套,|已全部开工。 the words that follow a heading at once are said of it."""
    index = promise.reading.sentence + 1
    if index >= len(scope.item.sentences) or scope.item.sentences[index].heading:
        return None
    following = scope.item.sentences[index]
    if scope.text[scope.item.sentences[index - 1].end - 1] not in ",:":
        return None
    claim = _in_its_verb(scope.text, following.start, following.end, promise.name)
    return claim or (_words(scope.text, following.start, following.end) if _opens_done(scope.text, following) else None)


def _opens_done(text: str, sentence: Sentence) -> bool:
    done = wording.DONE.search(text, sentence.start, sentence.end)
    return done is not None and done.start() - sentence.start <= 3


_EARLY = re.compile(r"开工|动工|签约|征收|启动|落户|上线|挂牌|搬迁|入住|退出|出列|脱贫|封顶")
_WHOLLY = r"(?:已全部|均已|全部已?|已全面|全面|都已|已)"


def _in_its_verb(text: str, start: int, end: int, name: str) -> Claim | None:
    """新开工廉租房200套,已全部开工: done in the very word that was promised, early stage or not."""
    verb = _EARLY.search(name)
    if verb is None:
        return None
    done = re.compile(rf"(?:^|[,:]){_WHOLLY}{verb.group()}(?=[,。;、]|$)").search(text[start:end])
    return Claim(None, "done", done.group().lstrip(",:"), start + done.start(), start + done.end()) if done else None


def _of_owner(scope: Scope, promise: Promise) -> Claim | None:
    """西城区全部开工: what is said of a district in words."""
    owner = re.escape(promise.reading.owner or "")
    for match in re.finditer(
        rf"(?:^|[,;。:、\n]){owner}(?=[^\d,;。]{{0,4}}(?:全部|均|已|全面))", scope.text[: scope.item.end]
    ):
        if match.end() <= promise.reading.quantity.end:
            continue
        end = re.search(r"[,;。]|$", scope.text[match.end() : match.end() + 40])
        stop = match.end() + (end.start() if end else 40)
        if claim := _in_its_verb(scope.text, match.end(), stop, promise.name) or _words(scope.text, match.end(), stop):
            return claim
    return None


def _said_again(scope: Scope, promise: Promise) -> Claim | None:
    """退出贫困村38个... 38个贫困村全部达标: the promised number said again with words of completion."""
    for r in scope.found:
        same = r.base == promise.reading.base and r.quantity.noun == promise.target.noun
        if not same or r.start <= promise.reading.quantity.end or r.bracket or r.owner != promise.reading.owner:
            continue
        sentence = scope.item.sentences[r.sentence]
        stop = re.search(r"[,;。]", scope.text[r.quantity.end : sentence.end])
        end = r.quantity.end + stop.start() if stop else sentence.end
        claim = _words(scope.text, r.quantity.end, end)
        if claim is not None and claim.status == "done":
            return claim
    return None


def _listed(text: str, start: int, following: int) -> bool:
    """31个生猪基地、22个禽蛋基地,已完成既定目标: the words after the list are for all of it."""
    return "、" in text[start:following] and not re.search(r"[,;。]", text[start:following])


def _words(text: str, start: int, end: int) -> Claim | None:
    piece = text[start:end]
    quote = piece.find("”")
    done = wording.DONE.search(piece)
    if (
        done
        and not wording.NOT_DONE.search(piece[max(0, quote) : done.start()])
        and not re.search(r"\d", re.split(r"[,;。]", piece[done.end() : done.end() + 6])[0])
    ):
        return Claim(None, "done", done.group(), start + done.start(), start + done.end())
    if behind := wording.BEHIND.search(piece):
        return Claim(None, "lagging", behind.group(), start + behind.start(), start + behind.end())
    if ongoing := wording.ONGOING.search(piece):
        return Claim(None, "ongoing", ongoing.group(), start + ongoing.start(), start + ongoing.end())
    return None


_ALL_DONE = re.compile(
    r"全部完成|全面完成|已完成(?:既定|全部|年度)|(?:已|现已|目前已|全部|均已|已全部|全面|提前|超额|圆满|已提前"
    r"|已超额)+(?:全部)?(?:完成|实现|达到)(?:了)?(?:全年|年度|既定|全部|预期|目标|省定|市定)*(?:目标任务|目标"
    r"|任务|建设|改造|施工)|已(?:全部|全面)(?:完成|竣工|完工|建成|交付|投用)|(?:目前)?已完成[。;,]|已建成投用"
    r"|全部(?:建成|完工|竣工|交付|完成)|均已(?:建成|完成|竣工|完工|交付|投用|通水|通车|投入使用)"
    r"|按(?:新|提高后的?|调整后的?)(?:的)?标准(?:足额)?(?:全部)?(?:执行|发放|兑现|落实)(?:到位)?"
)
_ALL_BEGUN = re.compile(r"(?:已|均已|已经)(?:全部|全面)?开工(?=[,。;]|$)|全部开工")
_POINTS_BACK = re.compile(
    r"(?:该|此|这|本)(?:项|批)?(?:任务|工程|项目|工作)?|各处?(?:任务|工程|项目)?|上述|以上|均|都|已|自?从?\d{1,2}月\d{0,2}日?起"
)


def _covers(scope: Scope, promise: Promise, before: str, done: str, alike: bool) -> bool:
    """Whether the words of completion are said of this promise: of nothing else, of all, or of its own name."""
    last = before if "、" in before else re.split(r"[,:]", before.rstrip(","))[-1]
    generic = len(names.folded(_POINTS_BACK.sub("", last))) < 2
    every = re.match(r"均|都|按", done) or last.endswith(("均", "都", "均已"))
    if (generic and (not alike or every)) or names.likeness(promise.name, last) >= 0.7:
        return True
    work = re.search(r"[\u4e00-\u9fff]{4}(?=任务$|工作$|工程$|$)", last)
    others = [p for p in scope.promises if p is not promise and p.reading.heading]
    return bool(
        work and "等" in last and work.group() in promise.name and not any(work.group() in p.name for p in others)
    )


def _narrated(scope: Scope, promise: Promise) -> Claim | None:
    """A task of one promise whose story says in so many words that it is done."""
    alike = sum(1 for p in scope.promises if p.reading.heading) > 1
    for sentence in scope.item.sentences:
        if sentence.heading:
            continue
        piece = scope.text[sentence.start : sentence.end]
        done = _ALL_DONE.search(piece) or (_ALL_BEGUN.search(piece) if "开工" in promise.name else None)
        if done is None or wording.NOT_DONE.search(piece[: done.start()]):
            continue
        if _covers(scope, promise, piece[: done.start()], done.group(), alike):
            return Claim(None, "done", done.group(), sentence.start + done.start(), sentence.start + done.end())
    return None

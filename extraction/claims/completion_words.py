"""What the bureau says of itself in words: 已完成, 在施工, 滞后, and which promise it says it of."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from extraction.claims.but_for import but_for
from extraction.claims.claims_around import around
from extraction.claims.done_by_name import done_by_name, said_of_another
from extraction.claims.going import going
from extraction.claims.in_its_verb import EARLY, begun_in_list, in_its_verb
from extraction.claims.made_ready import step_made_ready
from extraction.claims.not_begun import is_late, not_begun
from extraction.claims.one_site import of_one_site
from extraction.claims.status_in_words import EARLY_OBJECT, status_in
from extraction.claims.wholly_done import wholly_done
from extraction.outline.items import Sentence
from extraction.pairing.status_lists import is_untold, status_list
from extraction.pairing.works_behind import slow_at_once
from extraction.promises.links import Link, Scope
from extraction.promises.targets import Promise
from extraction.promises.told_for_all import done_with_all
from extraction.records import Claim
from extraction.sentences import refusals
from extraction.sought import sought
from extraction.words import names, wording


def stated(scope: Scope, entry: Link, following: int) -> Claim | None:
    """The status in words that belongs to a promise without an actual; `following` is where the next promise begins."""
    claim, promise = _stated(scope, entry, following), entry.promise
    if claim is None or promise is None or claim.status != "done":
        return claim
    if _is_resolved(scope, entry, claim) or of_one_site(scope, entry, claim) or but_for(scope.text, promise, claim):
        return None
    if step := step_made_ready(scope.text, promise, claim):
        entry.refusal = entry.refusal or refusals.only_ready(step)
        return None
    return None if len(scope.promises) > 1 and said_of_another(scope, promise, claim) else claim


_RESOLVED = sought(r"(?:确保|力争|努力|保证|下一步)[^。\n]*$")


def _is_resolved(scope: Scope, entry: Link, claim: Claim) -> bool:
    """确保年内新增床位500张、…的实事任务全面完成: what is to be done, said in the goal's own sentence."""
    assert entry.promise is not None
    place = entry.promise.reading
    sentence = scope.item.sentences[place.sentence]
    inside = place.quantity.end <= claim.start < sentence.end
    told = sought(r"已|均|目前|现").search(scope.text, place.quantity.end, claim.end)
    return inside and not told and _RESOLVED.search(scope.text, sentence.start, place.start) is not None


def _stated(scope: Scope, entry: Link, following: int) -> Claim | None:
    promise = entry.promise
    if promise is None:
        return None
    listed = status_list(scope.text, scope.item, promise.reading.start)
    if listed is not None and listed.status == "lagging" and (claim := _wholly_behind(scope.text, promise)):
        return claim  # 滞后项目:…新开工1200套已全部开工,但基本建成460套: what lags is the other goal
    if listed is not None and listed.status is not None:
        words = wording.BEHIND.search(scope.text, *listed.words) if listed.status == "lagging" else None
        low, high = words.span() if words else listed.words
        return Claim(None, listed.status, scope.text[low:high], low, high)
    if listed is not None and is_late(scope, promise):  # a list of what is not begun
        low, high = listed.words
        return None if is_untold(scope.text, low) else Claim(None, "lagging", scope.text[low:high], low, high)
    if claim := around(scope.text, promise, scope.cutoff_month) or not_begun(scope, promise):
        return claim
    if claim := done_by_name(scope, promise):
        return claim
    if (slow := slow_at_once(scope.text, promise.reading)) and not promise.reading.bracket:
        return Claim(None, "lagging", slow["said"], *slow.span("said"))
    start = promise.reading.quantity.end
    sentence = scope.item.sentences[promise.reading.sentence]
    end = min(sentence.end, following) if following > start else sentence.end
    if claim := done_with_all(scope.text, sentence, scope.found, promise):
        return claim
    if not promise.reading.heading or not scope.item.narrated:
        if claim := in_its_verb(scope.text, start, end, promise.name) or status_in(scope.text, start, end):
            return claim
        bare = following < sentence.end and scope.text[start:following].strip(" 、,和及“”") == ""
        listed_on = bare or _listed(scope.text, start, following)
        if listed_on and (claim := status_in(scope.text, start, sentence.end) or _behind_list(scope, promise)):
            return claim
    elif claim := _just_behind(scope, promise):
        return claim
    if claim := begun_in_list(scope, promise):
        return claim
    if claim := _goes_on(scope, promise):
        return claim
    if promise.reading.owner and (claim := _of_owner(scope, promise)):
        return claim
    if promise.reading.heading and (claim := _narrated(scope, promise) or wholly_done(scope, promise)):
        return claim
    return _named_done(scope, promise) or _said_again(scope, promise) or going(scope, promise)


_WHOLLY = sought(r"(?:已|均|目前|现)*(?:全部|全面|均已)(?:完成|开工|动工|完工|竣工|建成|投用|交付|到位|办结)(?=[,。;])")


def _wholly_behind(text: str, promise: Promise) -> Claim | None:
    """20座|已全部完工: what the words right behind the number say is all done."""
    end = promise.reading.quantity.end
    said = _WHOLLY.match(text, end)
    if said is None:
        return None
    claim = in_its_verb(text, end, said.end(), promise.name) or status_in(text, end, said.end())
    return claim if claim is not None and claim.status == "done" else None


def _just_behind(scope: Scope, promise: Promise) -> Claim | None:
    """新开工廉租房200套,|已全部开工。 the words that follow a heading at once are said of it."""
    index = promise.reading.sentence + 1
    if index >= len(scope.item.sentences) or scope.item.sentences[index].heading:
        return None
    following = scope.item.sentences[index]
    if scope.text[scope.item.sentences[index - 1].end - 1] not in ",:":
        return None
    claim = in_its_verb(scope.text, following.start, following.end, promise.name)
    return claim or (
        status_in(scope.text, following.start, following.end) if _opens_done(scope.text, following) else None
    )


def _goes_on(scope: Scope, promise: Promise) -> Claim | None:
    """计划开工改造小区96个,涉及居民15820户。目前已全部开工: the next sentence opens with the promised verb, done."""
    index, verb = promise.reading.sentence + 1, EARLY.search(promise.name)
    if verb is None or index >= len(scope.item.sentences) or scope.item.sentences[index].heading:
        return None
    following = scope.item.sentences[index]
    opening = sought(r"(?:截至[^,。;]{1,10},|目前,?|现)?").match(scope.text, following.start, following.end)
    start = opening.end() if opening else following.start
    return in_its_verb(scope.text, start, min(start + 12, following.end), promise.name)


def _opens_done(text: str, sentence: Sentence) -> bool:
    dated = _DATED.match(text, sentence.start, sentence.end)  # 10月底前|已提前完成
    starts = (sentence.start, sentence.start if dated is None else dated.end())
    found = ((start, wording.DONE.search(text, start, sentence.end)) for start in starts)
    return any(done is not None and done.start() - start <= 3 for start, done in found)


_DATED = sought(r"(?:已于|于|在)?\d{1,2}月(?:\d{1,2}日|[底末初中]|上旬|中旬|下旬)?(?:之?前)?")


def _of_owner(scope: Scope, promise: Promise) -> Claim | None:
    """西城区全部开工: what is said of a district in words."""
    owner = re.escape(promise.reading.owner or "")
    for match in re.finditer(
        rf"(?:^|[,;。:、\n]){owner}(?=[^\d,;。]{{0,4}}(?:全部|均|已|全面))", scope.text[: scope.item.end]
    ):
        if match.end() <= promise.reading.quantity.end:
            continue
        end = sought(r"[,;。]|$").search(scope.text[match.end() : match.end() + 40])
        stop = match.end() + (end.start() if end else 40)
        if claim := in_its_verb(scope.text, match.end(), stop, promise.name) or status_in(
            scope.text, match.end(), stop
        ):
            return claim
    return None


def _said_again(scope: Scope, promise: Promise) -> Claim | None:
    """退出贫困村38个... 38个贫困村全部达标: the promised number said again with words of completion."""
    for r in scope.found:
        same = r.base == promise.reading.base and r.quantity.noun == promise.target.noun
        if not same or r.start <= promise.reading.quantity.end or r.bracket or r.owner != promise.reading.owner:
            continue
        start, sentence = r.quantity.end, scope.item.sentences[r.sentence]
        stop = sought(r"[,;。]").search(scope.text, start, sentence.end)
        claim, step = _said_behind(scope.text[start : stop.start() if stop else sentence.end])
        if claim is not None and claim.status == "done" and (step is None or step in promise.name):
            return replace(claim, start=start + claim.start, end=start + claim.end)
    return None


@lru_cache(maxsize=256)
def _said_behind(clause: str) -> tuple[Claim | None, str | None]:
    """What the rest of a clause says of the number before it, and the step of paperwork that it names."""
    step = _PAPERS.search(clause)
    return status_in(clause, 0, len(clause)) or _of_all(clause, 0, len(clause)), step and step.group()


_PAPERS = sought(r"规划|方案|设计|图纸|可研|勘[测察]|测绘|招标|征地|选址|立项|论证|评审")  # 12个村规划编制全部完成


def _of_all(text: str, start: int, end: int) -> Claim | None:
    """新建15座|、改造22座均已完工: what is said of all that is listed is said of the first, too."""
    words = _ALL_LISTED.search(text, start, end)
    return None if words is None or not text.startswith("、", start) else status_in(text, words.start(), end)


_ALL_LISTED = sought(r"(?:均|都|全部)已?(?=[\u4e00-\u9fff])")


def _listed(text: str, start: int, following: int) -> bool:
    """31个生猪基地、22个禽蛋基地,已完成既定目标: the words after the list are for all of it."""
    return "、" in text[start:following] and not sought(r"[,;。]").search(text[start:following])


def _behind_list(scope: Scope, promise: Promise) -> Claim | None:
    """计划改造24个小区、计划建设17个场,均已完成: what the words behind the last number of such a list say of each."""
    start, sentence = promise.reading.quantity.end, scope.item.sentences[promise.reading.sentence]
    listed = (r.quantity.end for r in scope.found if r.sentence == promise.reading.sentence and r.start >= start)
    last = max((end for end in listed if not sought(r"[,;。]").search(scope.text, start, end)), default=start)
    return status_in(scope.text, last, sentence.end) if last > start else None


_ALL_DONE = sought(
    r"(?:已全部|全部已?|均已|已全面)[\u4e00-\u9fff]{2,4}(?:到位|完毕)|全部完成|全面完成|已完成(?:既定|全部|年度)|(?:已|现已|目前已|全部|均已|已全部|全面|提前|超额|圆满|已提前"
    r"|已超额)+(?:全部)?(?:完成|实现|达到)(?:了)?(?:全年|年度|既定|全部|预期|目标|省定|市定)*(?:目标任务|目标"
    r"|任务|建设|改造|施工(?!招标|图|许可|准备|前|单位|队))|已(?:全部|全面)(?:完成|竣工|完工|建成|交付|投用)|(?:目前)?已完成[。;,]|已建成投用"
    r"|全部(?:建成|完工|竣工|交付|完成)|均已(?:建成|完成|竣工|完工|交付|投用|通水|通车|投入使用)"
    r"|按(?:新|提高后的?|调整后的?)(?:的)?标准(?:足额)?(?:全部)?(?:执行|发放|兑现|落实)(?:到位)?"
)
_COUNTED_DONE = re.compile(r"[^,;。:\d]{0,6}\d")
_ALL_BEGUN = sought(r"(?:已|均已|已经)(?:全部|全面)?开工(?=[,。;]|$)|全部开工")
_POINTS_BACK = sought(
    r"(?:该|此|这|本)(?:项|批)?(?:任务|工程|项目|工作)?|各处?(?:任务|工程|项目)?|上述|以上|均|都|已|自?从?\d{1,2}月\d{0,2}日?起"
)


_ALL_OF_THEM = sought(  # 该项任务已于8月底全部完成 is said of all that the heading promised
    r"(?:该|此|本|这)项(?:民生)?(?:任务|工作|实事)|(?:上述|以上|所有|各|全部|[两三四五六七八九])项?(?:民生)?(?:任务|工作|实事|指标|建设内容)"
)


def _covers(scope: Scope, promise: Promise, before: str, done: str, alike: bool) -> bool:
    """Whether the words of completion are said of this promise: of nothing else, of all, or of its own name."""
    last = before if "、" in before else sought(r"[,:]").split(before.rstrip(","))[-1]
    generic = len(names.folded(_POINTS_BACK.sub("", last))) < 2
    opens = not before.strip(" :,;") and sought(r"全部|已全部|已全面").match(done)  # 全部完成,惠及3246人
    opens = opens or sought(r"均|都|按").match(done)
    every = opens or last.endswith(("均", "都", "均已")) or _ALL_OF_THEM.match(last.strip())
    if (generic and (not alike or every)) or names.likeness(promise.name, last) >= 0.7:
        return True
    work = sought(r"[\u4e00-\u9fff]{4}(?=任务$|工作$|工程$|$)").search(last)
    others = [p for p in scope.promises if p is not promise and p.reading.heading]
    return bool(
        work and "等" in last and work.group() in promise.name and not any(work.group() in p.name for p in others)
    )


def _named_done(scope: Scope, promise: Promise) -> Claim | None:
    """计划选派特派员300名、…。特派员已全部选派到位: a later sentence of the item names the thing, done."""
    if promise.reading.heading or not scope.item.level:
        return None
    for sentence in scope.item.sentences[promise.reading.sentence + 1 :]:
        piece = scope.text[sentence.start : sentence.end]
        done = _ALL_DONE.search(piece)
        before = sought(r"[,:]").split(piece[: done.start()])[-1] if done else ""
        named = len(names.folded(before)) >= 3 and names.likeness(promise.name, before) >= 0.7
        if done and named and not wording.NOT_DONE.search(before):
            return Claim(None, "done", done.group(), sentence.start + done.start(), sentence.start + done.end())
    return None


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
        if _COUNTED_DONE.match(piece, done.end()) or EARLY_OBJECT.match(piece, done.end()):
            continue  # 已完成改造67个 says how much is done, 均已完成规划编制 what comes before it
        if _covers(scope, promise, piece[: done.start()], done.group(), alike):
            return Claim(None, "done", done.group(), sentence.start + done.start(), sentence.start + done.end())
    return None

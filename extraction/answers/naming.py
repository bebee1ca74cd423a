"""How well the name of a reading answers the name of a promise."""

from __future__ import annotations

from extraction.answers import part_names
from extraction.answers.asked_behind import asked_behind
from extraction.answers.by_its_work import is_of_another_work
from extraction.answers.followers import first_after, follows
from extraction.answers.growth_of_part import is_growth_of_it
from extraction.answers.very_part import is_part_of_it
from extraction.pairing.carried_out import is_carried_out
from extraction.pairing.net_sums import net_or_all
from extraction.pairing.rests import make_it
from extraction.promises import stages
from extraction.promises.contracted import came_of_it
from extraction.promises.entered import enters
from extraction.promises.links import Scope
from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names, wording

_STAGE_VERB = sought(r"新?(?:开工|动工|签约|征收|启动|落户|申报|申请|认定|封顶)")
_SIZE_VERB = sought(r"(?P<verb>惠及|受益|涉及|带动|辐射|覆盖)(?:了|约|近)?\s?$")
_LENGTH = sought(
    r"(?P<verb>治理|整治|改造|修复|建设|养护|清淤|硬化|疏浚)(?:的)?(?:[河沟渠路管堤]?道?段?)(?:长度?|里程|面积)"
)
_VERB_AND_WHO = sought(  # 已开工G348线青神坝段等|2个项目
    r"(?:已|共|累计|先后|新)(?P<verb>开工|动工|签约|完工|建成|竣工|认定|通车)(?:了)?[^,;。]{2,40}?等(?:共|共计)?\s?$"
)


def _length_of_work(promise: Promise, reading: Reading) -> str | None:
    """已完成治理河长14.9公里 for 治理中小河流18.6公里: how long what was done is, under the verb of the promise."""
    said = _LENGTH.fullmatch(reading.own)
    known = said is not None and said["verb"] in promise.name and promise.target.noun == reading.quantity.noun
    return said["verb"] if said is not None and known and "完成" in reading.lead else None


def likeness_of(scope: Scope, promise: Promise, reading: Reading) -> tuple[float, str]:
    """How well the names fit, from 0 to 1, and in which way."""
    bare = _bare_verb(scope, promise, reading)
    general = reading.own in ("投资", "资金") and not _tells_apart(scope, promise, reading.own)
    if is_of_another_work(scope, promise, reading):
        return 0.1, f"{reading.subject!r} is not {promise.name!r}"
    own = "" if bare or general else reading.own
    if (asked := asked_behind(scope, promise, reading)) is not None:
        return asked, "the verb of asking stands behind the number"
    if came_of_it(promise.name, reading.own) and not reading.part:
        return 0.8, "what came in of what was to be won"
    if how := net_or_all(promise, reading):
        return 0.8, how
    if is_part_of_it(scope, promise, reading) or is_growth_of_it(scope, promise, reading):
        return 0.8, "the part that was promised"
    if make_it(promise, reading):
        return 0.8, "what is done and what is left make the plan"
    if follows(scope, promise, reading):
        return 0.7, "plan and answer in one sentence"
    if part := part_names.answers(promise, scope.promises, reading):
        return 0.7, part
    staged = _STAGE_VERB.fullmatch(reading.own or "") is not None and not _of_nearer_unit(scope, promise, reading)
    if staged and names.folded(reading.own) in names.folded(promise.name):
        return 0.68, f"{reading.own!r} is the verb of the promise"
    size = _SIZE_VERB.search(reading.lead)
    if size and not reading.own and size["verb"] in promise.name:
        return 0.68, f"{size['verb']!r} is the verb of the promise"
    if length := _length_of_work(promise, reading):
        return 0.75, f"{length!r} is the verb of the promise"
    begun = _VERB_AND_WHO.search(reading.lead)
    if begun and not reading.own and begun["verb"] in promise.name:
        return 0.68, f"{begun['verb']!r} is the verb of the promise"
    verb = names.folded(reading.own)
    if how := _under_its_word(scope, promise, reading):
        return 0.7, how
    if done := _done_behind(promise, reading):
        return 0.66, f"{done!r} is the verb of the promise"
    if enters(promise, reading):
        return 0.92 if reading.part else 0.68, "to be entered in the statistics is what was promised"
    said = verb.removeprefix("新")  # 新发放1.52亿元 of 发放贷款5亿元
    promised = names.folded(promise.name)
    same_verb = said in promised or (len(said) == 4 and said[:2] in promised and stages.done(reading))
    if bare and len(said) >= 2 and same_verb and not _of_another(scope, promise, reading):
        return 0.68, f"{verb!r} is the verb of the promise"
    if len(verb) == 2 and names.folded(promise.name).startswith(verb) and len(scope.promises) == 1:
        return 0.68, f"{verb!r} is the verb of the promise"
    if own and len(names.folded(own)) >= 2:
        direct = names.likeness(promise.name, own)
        if names.BARE_VERB.fullmatch(own) and _of_another(scope, promise, reading):
            return direct * 0.4, f"{own!r} is said of something else"
        if direct < 0.8 and len(verb) == 2 and _at_once(scope, promise, reading, verb):
            return 0.68, f"{verb!r} is the verb of the promise"
        apart = reading.sentence < promise.reading.sentence and not promise.reading.outlook
        if direct < 0.9 and not apart and _tells_apart(scope, promise, own):
            return 0.72, f"{own!r} tells this promise from the others"
        if direct < 0.78 and own != reading.subject and names.likeness(promise.name, reading.subject) >= 0.6:
            return 0.62, "name continued from the words before it"
        if direct >= 0.5:
            return direct * 0.8, f"name {own!r} answers {promise.name!r}"
        return direct * 0.6, f"name {own!r} is not {promise.name!r}"
    if _nameless_share(promise, reading):
        return 0.7, "the share that the sentence promises"
    if not own and _tells_apart(scope, promise, names.folded(reading.lead)):
        return 0.7, f"{names.folded(reading.lead)!r} tells this promise from the others"
    topical = bool(scope.item.topic) and (bare or not reading.own) and reading.subject.startswith(scope.item.topic)
    if reading.subject and not topical and not (bare and reading.subject == reading.own):
        thing = stages.without_stage(reading.subject.removesuffix(reading.own))
        inherited = names.likeness(promise.name, thing)
        if inherited >= 0.5 and _of_those_begun(scope, promise, reading):
            return 0.45, "the finished ones of those begun"
        if inherited >= 0.5:
            return 0.5 + inherited * 0.2, "named by the words before it"
        finished = (bare or not own) and stages.follows_early(scope.found, reading)
        if finished and first_after(scope, promise, reading) and _near_or_alike(promise, reading):
            return 0.64, "the finished ones of those counted before at an earlier stage"
        if thing and _says_what(promise, reading.subject):
            return inherited * 0.5, f"belongs to {reading.subject!r}"
    if first_after(scope, promise, reading) and not wording.OF_SO_MANY.search(reading.clause_lead):
        if bare and stages.follows_early(scope.found, reading):
            return 0.66, "the finished ones of those counted before at an earlier stage"
        return 0.62, "the first figure of its unit after the promise"
    return 0.4, "a figure without a name"


def _says_what(promise: Promise, subject: str) -> bool:
    """Whether the inherited name says enough to be another's: 固定资产投资 says 投资, and 进出口总额 no 出口."""
    full = names.unaliased(subject)
    return len(names.folded(subject)) >= 3 or (len(full) >= 3 and not full.endswith(names.folded(promise.name)))


def _of_those_begun(scope: Scope, promise: Promise, reading: Reading) -> bool:
    """实施项目80个: 开工71个,其中竣工26个. To carry a project out is to begin it; the finished are a part of those."""
    return is_carried_out(promise.name) and "其中" in reading.lead and stages.follows_early(scope.found, reading)


_ASPECT = sought(r"“?(?P<word>[\u4e00-\u9fffA-Za-z]{2,10})”?(?:方面|一项|指标)[,:]")


def _under_its_word(scope: Scope, promise: Promise, reading: Reading) -> str | None:
    """“品字标”方面,新通过认证企业7家: the sentence opens with the word of this promise, and of no other."""
    sentence = scope.item.sentences[reading.sentence]
    said = _ASPECT.match(scope.text, sentence.start, sentence.end)
    if said is None or promise.target.noun != reading.quantity.noun or said["word"] not in promise.name:
        return None
    others = (p for p in scope.promises if p is not promise and p.name != promise.name)
    return None if any(said["word"] in p.name for p in others) else f"told under {said['word']!r}"


_DONE_BEHIND = sought(r"[^,。;、\d]{0,6}?(?:通过|获|被|完成|获得)了?(认定|命名|授牌|评定|登记|验收)")


def _done_behind(promise: Promise, reading: Reading) -> str | None:
    """首批、第二批共97家企业通过认定: the promised verb stands behind the number."""
    done = _DONE_BEHIND.match(reading.tail)
    nameless = not reading.own or names.is_generic(names.folded(reading.own))
    same = promise.target.noun == reading.quantity.noun and promise.reading.start < reading.start
    return done[1] if done and nameless and same and done[1] in promise.name else None


def _at_once(scope: Scope, promise: Promise, reading: Reading, verb: str) -> bool:
    """计划出栏生猪38万头,上半年出栏20.6万头: the promise's verb again, in its sentence and its unit."""
    near = promise.reading.sentence == reading.sentence and promise.target.noun == reading.quantity.noun
    return near and names.folded(promise.name).startswith(verb) and first_after(scope, promise, reading)


_SHARE = sought(r"(?:占比|比重|比例|占)(?:已?达到?|为|约|近)?\s?$")


def _nameless_share(promise: Promise, reading: Reading) -> bool:
    """山区村占比达到60%,目前…有83个村达标,占比50.6%: the share without a name of its own is the promised one."""
    same = promise.reading.sentence == reading.sentence and promise.reading.start < reading.start
    share = promise.measure == "percent" and _SHARE.search(promise.name) is not None
    return same and share and not reading.own and _SHARE.search(reading.lead) is not None


def _of_another(scope: Scope, promise: Promise, reading: Reading) -> bool:
    """老旧小区改造…完工73个 in a sentence of its own completes no 棚户区改造."""
    thing = names.folded(reading.subject.removesuffix(reading.own))
    far = reading.sentence != promise.reading.sentence and not promise.reading.heading
    if far and reading.quantity.noun != promise.target.noun:
        return True
    return far and len(thing) >= 3 and names.likeness(promise.name, thing) < 0.5 and thing != scope.item.topic


def _of_nearer_unit(scope: Scope, promise: Promise, reading: Reading) -> bool:
    """新开工住房1620套;危房改造1880户,开工440户: of the plan in its own unit, in its own sentence."""
    noun = reading.quantity.noun
    inside = [p for p in scope.promises if p.reading.sentence == reading.sentence and p.reading.start < reading.start]
    return promise.target.noun != noun and any(p is not promise and p.target.noun == noun for p in inside)


def _near_or_alike(promise: Promise, reading: Reading) -> bool:
    """住房竣工412套 in another sentence are no 25个 villages."""
    return promise.reading.sentence == reading.sentence or promise.target.noun == reading.quantity.noun


def _tells_apart(scope: Scope, promise: Promise, own: str) -> bool:
    """吸纳19.3亿元: a short word that stands in this promise's name and in no other's."""
    word = sought(
        r"^(?:获批|获评|上岗|参加|新(?=开发|登记|设立|注册|认定|培育|引进|建成)|新增|提供|检查|完成|建成|新建|改造|认定|培育|创建)+"
    ).sub("", names.folded(own))
    word = sought(r"(?<=..)(?:量|数|额)$").sub("", word)  # 申请量655件 of 申请2800件、授权700件
    word = word or names.folded(own)  # 供应8500亩、获批1.1万亩: the verb alone may tell them apart
    if not 2 <= len(word) <= 4 or word not in names.folded(promise.name):
        return False
    others = [name for name in scope.named(promise.measure) if name != promise.name]
    return bool(others) and not any(word in names.folded(name) for name in others)


def _bare_verb(scope: Scope, promise: Promise, reading: Reading) -> bool:
    """完工11个: a verb of completion names nothing, unless the promises of its unit differ by it."""
    own = reading.own
    if not own or not names.is_bare_verb(own, reading.lead):
        return False
    verb = names.folded(own)
    if not verb or len(scope.called()) < 2 or not any(verb in name for name in scope.called()):
        return True
    noun = reading.quantity.noun
    alike = [p for p in scope.promises if p.target.noun == noun]
    return promise.target.noun == noun and not any(verb in names.folded(p.name) for p in alike)

"""A plan that words answer instead of a number.

625个村庄规划编制已完成; 12所幼儿园建设在推进; 二是改造公厕30座,已全部完成.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.numbers import units
from extraction.outline.items import Item
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names, wording

_LED = sought(
    r"^[零一二三四五六七八九十]{1,3}是|\d+个(?:县|旗|\(市\)|市|区|镇|乡|街道|\(区\))+|新建|改造|巩固|提升|解决"
    r"|建设|实施|完善|新增|改建|扩建|维修|整治|\d+[^,。;]{0,16}、"
)
_STATUS = re.compile(r"推进|实施中|开展|办理|筹备|对接|滞后|偏慢|缓慢|启动")
_IN_ITS_VERB = sought(  # “地条钢”企业取缔19家,已全部取缔
    r",?(?:现|目前)?(?:已全部|均已|已全面)(?P<verb>[\u4e00-\u9fff]{2})(?=[,。;、并]|到位|完毕|$)"
)
_ALL_DONE = sought(r",已(?:经)?(?:全部|全面)(?:完成|完工|竣工|建成|交付|投用|销号)(?=[,;。])")


_WHOLLY_DONE = sought(  # 危房改造1350户,全部竣工; 监控点900个已全部接入
    r"(?:[,、]?(?:目前|现)?(?:均?已)(?:于[^,。;]{2,10}前)?(?:全部|全面)|[,、](?:目前|现)?(?:全部|均已|都已))(?:已)?"
    rf"(?!{wording.BEGINS})[\u4e00-\u9fff]{{2,5}}(?=[,;。]|$)"
)
_TOLD_OF = sought(r"已|累计|共|目前|截至|完成|建成|实现|交付|投用|竣工|同比|月|季度|其中|争取|发放|拨付|投入|清理|排查")


def _wholly_done(item: Item, text: str, first: Reading) -> bool:
    """危房改造1350户,全部竣工: a named work and no word of what came of it, at the head of its sentence."""
    opens = first.clause_start - item.sentences[first.sentence].start <= 3
    plain = (
        first.voice == "report"
        and not (first.part or first.bracket)
        and len(names.folded(first.own or first.subject)) >= 3
    )
    counted = first.quantity.noun in units.COUNTED
    return (
        opens
        and plain
        and counted
        and not _TOLD_OF.search(first.clause_lead)
        and (_WHOLLY_DONE.match(text, first.quantity.end) is not None)
    )


def _in_point(item: Item, first: Reading) -> bool:
    """二是改造公厕30座,已全部完成: a point that opens with the thing and no verb of its end."""
    opens = first.clause_start - item.sentences[first.sentence].start <= 3
    return first.point > 0 and opens and not sought(r"完成|建成|实现|交付|投用|竣工").search(first.clause_lead)


_NOT_BEGUN = sought(
    r"(?:[\u4e00-\u9fff]{2,14}?(?=均|都|全部|至今|仍)|[,、](?:因|受|由于)[^,。;\d]{2,16}?|[,、])?(?:等?(?:[\d两二三四五六七八九十]{1,2}[项个件])?(?:任务|项目|工程|工作|事项)?)\s?"
    rf"(?:至今|目前|现|均|都|全部|仍)*(?:{wording.NOT_BEGUN}|(?:尚未|还未|未)(?:进场|招标))(?=[,;。)]|$)"
)
_LISTED = sought(r"、[^,。;、\d]{3,20}")
_MOST = 8  # members of a list


def _not_begun(text: str, found: Sequence[Reading], index: int) -> bool:
    """种植中药材5.7万亩,尚未启动; 搬迁180户、敬老院建设2所等两项任务至今未动工: what is not begun was planned.

    So it is where its name stands between: 2座变电站均未开工.
    """
    first = found[index]
    plain = first.voice == "report" and first.measure == "amount" and not (first.part or first.bracket)
    named = len(names.folded(first.own)) >= 3 and names.stage(first.own) is None
    if not plain or not named or _TOLD_OF.search(first.clause_lead):
        return False
    last = first
    for r in found[index + 1 : index + _MOST]:
        if r.sentence != last.sentence or _LISTED.fullmatch(text, last.quantity.end, r.start) is None:
            break
        last = r
    return _NOT_BEGUN.match(text, last.quantity.end) is not None


_OF_THE_PLAN = sought(r"(?:完成|占|为|达到?)[^,;。\d]{0,6}(?:任务|目标|计划)(?:数|量)?的?\s?$")
_PIECE_ENDS = sought(r"[;。\n]")


def has_its_share(text: str, found: Sequence[Reading], index: int) -> bool:
    """1171个食堂已全部建成,完成年度任务的117.1%: that was done, and the plan is another number."""
    first, beside = found[index], 0
    for r in found[index + 1 : index + _MOST]:
        if r.sentence != first.sentence or _PIECE_ENDS.search(text, first.quantity.end, r.start):
            return False
        if r.voice == "claim" and r.value != 100 and _OF_THE_PLAN.search(r.clause_lead):
            in_turn = _IN_TURN.search(r.clause_lead) is not None  # 实施95处,完工57处,分别为任务数的81%、49%
            return not beside or in_turn or _one_share_each(text, r, beside)
        if r.quantity.noun != "%" and not r.bracket:
            beside += 1
            if beside > 2 or r.quantity.noun != first.quantity.noun:
                return False
    return False


_AND_SHARES = sought(r"(?P<more>(?:[、和及与]\s?\d{1,3}(?:\.\d{1,2})?%){1,3})(?:[,。;\n]|$)")


def _one_share_each(text: str, share: Reading, beside: int) -> bool:
    """改造水渠88公里,疏浚河道213公里,完成任务的110%和142%: as many shares as figures, in their order."""
    more = _AND_SHARES.match(text, share.quantity.end)
    return more is not None and more["more"].count("%") == beside


_GOES_ON_TO_GOALS = sought(  # 改造公厕48座,超额完成|了省政府确定的20个公园、45座公厕的任务
    r"了?[^,。;\d]{0,10}(?:确定|下达|提出|要求|明确|安排|部署|规定|承诺)的[^,。;\d]{0,16}\d"
)
_IN_TURN = sought(r"分别|依次")


_AT_WORK = sought(
    rf"在施工|在建|在推进|正在|[还仍尚]在|在改造|在拆迁|在实施|推进中|施工中|建设中|在施|{wording.EARLY_STEPS}"
)
_ALL_BEGUN = sought(  # 4所改扩建幼儿园均已开工建设: how far each is, nobody says
    r"[\u4e00-\u9fff]{0,14}?(?:均已|全部|都已)(?:全部)?(?:开工|动工)(?:建设)?(?=\s?$)"
)


_FOUND = sought(r"(?:排查|摸排|核查|反馈|交办|转办|移交|发现|梳理|认领|查找|通报)(?:出来|出)?的\s?$")
_TASK_DONE = sought(  # 初次摸排的|310处险情处置任务已全部销号: what was found is the task, and all of it done
    r"[^,。;:\d]{2,14}任务[,]?(?:目前|现)?(?:已全部|全部已?|均已|已全面|已)(?:按期|如期|提前)?"
    r"(?:完成(?!率)|销号|整改到位|整治到位|完工|竣工|办结|清零|验收)(?=[,。;\n]|$)"
)


def is_worded(text: str, item: Item, found: Sequence[Reading], index: int) -> bool:
    """A number that leads its clause and is followed by words of status instead of a number."""
    first = found[index]
    if _in_point(item, first) and _ALL_DONE.match(text, first.quantity.end):
        return True
    if not first.bracket and _FOUND.search(first.lead) and _TASK_DONE.match(text, first.quantity.end):
        return True
    wholly = _IN_ITS_VERB.match(text, first.quantity.end)
    if wholly and wholly["verb"] in first.own and not first.bracket and first.measure == "amount":
        return True
    if _wholly_done(item, text, first) or _not_begun(text, found, index):
        return True
    led = len(names.folded(_LED.sub("", first.clause_lead))) >= 2
    named = sought(r"[\u4e00-\u9fff]{2,4}").fullmatch(first.clause_lead) and len(names.folded(first.tail)) >= 4
    cleared = sought(
        r"\s?(?:均)?(?:已)?(?:全部|全面|均)(?:已)?(?:完成|销号|竣工|完工|建成|交付|投用|通过[^,。]{0,6}验收"
        r"|整治到位|改造到位)"
    ).match(
        text[first.quantity.end : first.quantity.end + 16],
    )
    sentence = item.sentences[first.sentence]
    if first.quoted:
        after = sought(r"[;。]").split(text[first.quantity.end : sentence.end])[0]
        done = wording.DONE.search(after)
        if _STATUS.search(after) and not sought(r"\d").search(after):
            return True
        return bool(
            done
            and not wording.NOT_DONE.search(after[: done.start()])
            and not sought(r"\d").search(sought(r"“[^”]*”").sub("", after[: done.end()]))
        )
    if (
        (led and not named and not cleared)
        or first.bracket
        or first.quantity.noun not in units.COUNTED | set(units.LENGTH) | set(units.AREA)
    ):
        return False
    if any(p.voice == "promise" and p.cued and p.sentence == first.sentence and not p.heading for p in found[:index]):
        return False  # 年度计划投资7.5亿元,...,桩基1106根全部完成: the sentence has its plan
    if cleared and any(p.clause_start == first.clause_start for p in found[:index] if not p.bracket):
        return False
    following = next((r.start for r in found[index + 1 :] if r.sentence == first.sentence), sentence.end)
    piece = text[first.quantity.end : min(following, sentence.end)]
    clause = sought(r"[;。]").split(piece)[0]
    if following < sentence.end and sought(r"[、]\s?$").search(clause) and index + 1 < len(found):
        return is_worded(text, item, found, index + 1)
    share = found[index + 1] if index + 1 < len(found) else None
    done = wording.DONE.search(clause)
    shared = share is not None and share.voice == "claim"
    if done and share is not None and shared and share.clause_start - first.quantity.end <= done.start():
        return False  # 为1.4万名学生发放助学金,均完成任务的100%: the words are the share's
    goes_on = following < sentence.end and done is not None and done.end() == len(piece)
    if done and _GOES_ON_TO_GOALS.match(text, first.quantity.end + done.end()):
        return False
    if done and goes_on and sought(r"目标|任务|计划").search(done.group()):
        return False  # 建成1个受理大厅,完成年度目标_2个的50%: the words go on to a number
    if done and not wording.NOT_DONE.search(clause[: done.start()]):
        return len(clause[: done.start()]) <= 24
    works = _AT_WORK.search(clause)
    works = works or _ALL_BEGUN.match(clause)
    return bool(
        works
        and works.start() <= 20
        and (
            share is None
            or share.voice == "claim"
            or following >= sentence.end
            or share.start - first.quantity.end > 12
        )
    )

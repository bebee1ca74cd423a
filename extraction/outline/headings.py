"""Which sentences of a task are its promise: a title of its own first, the clause before the story."""

from __future__ import annotations

import re

from extraction.outline.account_begins import Account, account_in
from extraction.outline.asides import is_aside
from extraction.outline.goals_side_by_side import account_at, listed, retells
from extraction.outline.items import Item, Sentence
from extraction.outline.second_heading import promises, promises_rate
from extraction.sought import sought
from extraction.words import wording

_RESULT = sought(
    r"已(?!纳入|列入)|目前|截至|累计|同比|[比较]上年|占(?:年|全年)|(?:达到|完成|超过|[高低]于)(?:年度|全年|预期)?目标"
    r"|\d[^()\d]{0,6}\((?:年度|全年|预期|控制)*(?:目标|任务|计划|预期)|\d月份?,(?!计划|完成时限)|[当本]月(?:完成|实现|新增)"
)


_OPENS_ACCOUNT = sought(  # (二)减排。排放量要下降2.5%。经核定:排放4.62万吨,下降3.7%
    r"\s?(?:经[^,。;:\d]{0,8}(?:核定|核查|考核|审核|统计|测算)[:,]"
    r"|(?:20\d\d年)?(?:前[一二三]季度|上半年|1-\d{1,2}月份?),?(?![^。;]{0,8}(?:计划|目标|任务|要|力争|确保|完成率))[^。;\d]{0,16}\d)"
)


def end_heading(text: str, item: Item) -> None:
    """A first line that goes on to tell results is no heading from there on; what is wrong promises nothing."""
    told = any(PROBLEMS.search(heading) for heading in item.above)
    titled = bool(item.sentences) and not sought(r"\d").search(text, item.sentences[0].start, item.sentences[0].end)
    last = max((n for n, sentence in enumerate(item.sentences) if sentence.heading), default=0)
    for n, sentence in enumerate(item.sentences[1 : last + 1]):
        told = told or (n >= titled and _OPENS_ACCOUNT.match(text, sentence.start, sentence.end) is not None)
        tells = told or _RESULT.search(text, sentence.start, sentence.end) is not None
        sentence.heading = sentence.heading and not told and not (titled and tells)
        told = tells


# a promise without a number begins with one of these; what follows it tells how it went
VERB_PHRASE = re.compile(
    r"(?:加快|推进|加强|深化|强化|持续|大力|支持|组织|柔性|推动|完善|提升|优化|积极|坚持|做好|落实|健全|全力"
    r"|着力|扎实|统筹|抓好|深入|开展|实施|建立|打造|培育|促进|构建|引导|鼓励|巩固|全面|进一步|聚焦|突出|稳步"
    r"|规范|严格|推广|扩大|创新|保障|加大|切实|牢牢|拓展|改善|严守|夯实|壮大|发展)"
)
_ACCOUNT = sought(  # 抓培育,主体不断壮大; 高新产业稳步增长: what was done and what came of it
    rf"^{VERB_PHRASE.pattern}|,|情况$|(?:稳[步中定健]|持续|快速|较快|平稳)(?:增长|向好|提升|增强|发展|有升)$|成[效果](?:明显|显著)$"
)
NEXT_STEPS = sought(
    r"下一?步|下一?阶段|(?:下半年|第?[二三四]季度|后[两三四]个?月)的?(?:主要|重点)?(?:工作)?(?:打算|计划|安排|思路|措施|举措)|(?:工作|今后)(?:打算|计划|措施|建议|安排)|有关要求|几点建议"
)
_AHEAD = r"(?:下一?步|下一?阶段|第?四季度|下半年|接下来|今后|(?<=[局委办们市县旗区院])将(?!近))"
AIMS_AHEAD = sought(  # 对照全年目标,下阶段重点抓好…; 距年底还有一个月,我局将…: the last words of a report
    r"(?:(?:对照|围绕|对标|聚焦|紧盯|锚定|瞄准|为(?:了)?(?:确保|全面|圆满|如期))[^,。;:\d]{0,16}(?:目标|任务)[^。;:\d]{0,16}"
    rf"|距(?:离)?(?:年[终底末]|全年)[^。;:\d]{{0,36}}),[^。;:,\d]{{0,10}}{_AHEAD}"
)
PROBLEMS = sought(
    r"(?:存在|面临|主要|突出)的?(?:主要|突出|共性)?的?(?:问题|困难|不足|短板)(?!解决|整改|清单|化解|帮扶)"
    r"|(?:问题|困难|不足|短板)(?=$|[。:]|[及和与、](?:问题|困难|不足|建议|原因|下|打算))|下一?步|下阶段|工作(?:打算|计划|措施|建议|安排)"
    r"|有关要求|几点建议|原因分析"
)


_POINTS = sought(r"\(\d{1,2}(?:\.\d)?分\)")  # what a field counts for where a bureau marks itself


def second_heading(text: str, item: Item) -> bool:
    """河蟹产业。养殖面积稳定在55万亩以上。目前养殖面积55.6万亩: a title of its own, then the promise."""
    if item.level == 0 or len(item.sentences) < 3 or not item.topic or item.clauses:
        return False
    title, promise, *rest = item.sentences
    if len(item.topic) > 20 or _ACCOUNT.search(item.topic) or PROBLEMS.search(item.topic) or promise.point:
        return False
    named = text[title.start : title.end].replace(item.number, "", 1)
    pointed = _POINTS.search(named)
    if sought(r"\d").search(_POINTS.sub("", named)):
        return False
    pieces = [text[s.start : s.end] for s in (promise, *rest[:5])]
    if sought(r"\([^()]{0,8}(?:目标|任务|计划|预期)").search(pieces[0]):
        return False
    if not (promises(pieces[0], pieces[1:]) or promises_rate(pieces[0], pieces[1], again=pointed is not None)):
        return False
    promise.heading = item.storied = item.narrated = True
    for before, sentence, piece in zip(item.sentences[1:], rest, pieces[1:], strict=False):
        if text[before.end - 1] != ";" or _STORY.search(piece) or _TOLD.search(piece):
            break
        sentence.heading = True
    return True


_TOLD = sought(
    r"已|目前|通过|获批|获评|入选|(?<!公)共\d|截至|累计|完成|同比|实现|(?<=[\u4e00-\u9fff])为|占|达序|达到|上半年|季度|\d月|现有|低于|高于|增长.*%.*(?:低|高)"
)
_STORY = sought(
    r"已|目前|截至|累计|正在|在建|全部|实际(?!利用|使用|吸收)|全年|年末|经(?=[^,]{0,8}(?:考核|审核|考评|验收|核定|核查|统计"
    r"|认定))|(?<![发体实展兑涌出])现(?![代场象状金行浇])有?|\d月|季度|半年|(?<![平人户年省])均|\d+[个家所座处条户台](?:[^,\d]{0,4})?(?:完工|建成|竣工|交付|正在"
    r"|主体|开工)"
)
_GOAL_WORDS = sought(  # 增加值占GDP比重提升2个百分点: the words of a name, and of what is aimed at, tell nothing
    r"占[^,。;:\d]{1,12}(?:比重|比例|份额)|占比(?=提|力争|不|要)|不[低高]于|(?:要|力争|[需须应])达到?(?=\d)|达到?(?=\d[\d.]*%?[^,。;:\d]{0,3}以上)"
)
_NAMES_THEM = sought(r"(?:分别|主要|即|有|为|是|如下|包括|名单)(?:是|为|有|如下)?\s?$")  # 项目4个,分别是:甲厂、乙路
_FINISHED = sought(r"^(?:完工|竣工|建成|交付|取得|发放|通过|完成)\d")


def part_heading(text: str, item: Item) -> None:
    """新增泊位1500个:已建成1386个: what stands before the colon, or the first clause, is the promise."""
    if not item.level:
        return
    out: list[Sentence] = []
    headings = sum(s.heading for s in item.sentences)
    goals = 0 if item.storied else listed(text, item)
    for index, sentence in enumerate(item.sentences):
        if index < goals:
            sentence.heading = item.narrated = True
            out.append(sentence)
            continue
        cut = (
            _cut(text, sentence, index == len(item.sentences) - 1, goals=goals if index == goals else None)
            if sentence.heading or (not item.storied and not sentence.point)
            else 0
        )
        if (item.storied and headings > 1) or (index and _goes_on_telling(text, item.sentences[index - 1])):
            cut = 0
        if cut and index and (_answers_before(text, sentence, cut, out[0]) or retells(text, sentence, cut, out)):
            cut = 0
        if cut and index and is_aside(text, sentence, cut, out[0]):
            cut = 0
        if not cut and not index and (account := account_in(text, sentence.start, sentence.end)):
            out += _with_account(text, sentence, account)
            item.narrated = True
            continue
        if not cut:
            if index and out[0].heading and not item.storied and not sentence.labelled:
                headings -= sentence.heading and out[0].heading
                sentence.heading = sentence.heading and not out[0].heading
            out.append(sentence)
            continue
        out.append(Sentence(sentence.start, cut, sentence.point, True))
        out.append(Sentence(cut, sentence.end, sentence.point, False))
        item.narrated = True
    item.sentences = out


def _with_account(text: str, sentence: Sentence, account: Account) -> list[Sentence]:
    """The heading up to its account, the account, and what stands behind the account's bracket."""
    end = account.mark if text[account.mark] == "(" else account.start
    out = [Sentence(sentence.start, end, sentence.point, True), Sentence(account.start, account.end, sentence.point)]
    if sought(r"[\u4e00-\u9fff\d]").search(text, account.end, sentence.end):
        out.append(Sentence(account.end + 1, sentence.end, sentence.point))
    return out


_STORY_NAME = sought(r"\s?([^,。;\d]{3,16}?)(?:现|目前|已|累计|截至|达|为|是)")


def _answers_before(text: str, sentence: Sentence, cut: int, heading: Sentence) -> bool:
    """安葬率达到50%。开展活动31场,|安葬率现为43.6%: the story names what the first sentence has promised."""
    named = _STORY_NAME.match(text, cut, sentence.end)
    return named is not None and heading.heading and text.find(named[1], heading.start, heading.end) >= 0


def _goes_on_telling(text: str, before: Sentence) -> bool:
    """1-8月,收入增长10.6%;|增加值增长6.3%,其中8月当月增长9.1%: behind a clause that tells no heading begins."""
    return text[before.end - 1] == ";" and _DATED.match(text, before.start, before.end) is not None


_DATED = sought(
    r"\s?(?:(?:截至|目前|今年以来|(?:1-)?\d{1,2}月份?|上半年|前?[一二三]季度)[^,。;\d]{0,6},|截至\d{1,2}月)"
)
_HELD_AGAINST = sought(
    r"(?:均|都|已|全部|略)*(?:超过|超出|达到|完成|高于|低于|优于|好于|控制在|符合|满足)[^,;。\d]{0,10}\d[\d.,]*"
    r"(?:%|‰|[万亿]?[\u4e00-\u9fff]{0,3}?)(?:以上|以内|左右)?的?[\u4e00-\u9fff]{0,4}(?:目标|要求|任务|指标|标准)"
)


_IS_THERE = sought(  # 列入培育库的企业312家,已申报94家; 今年共组织1126家申报: what there is, and what was done with it
    rf"(?:今年|全[市县旗区省州]|累计)*(?:共(?!建|享|同)|现?[\u4e00-\u9fff]{{0,2}}(?:培育|后备|储备|孵化)库|列入|纳入|进入|现有|拥有|登记在|在册|{wording.LOOKED_AT})"
)


_DASHED = sought(
    r"\d[万亿]?[\u4e00-\u9fff]{1,3}--[\u4e00-\u9fff]{2,6}\d"
)  # 改造48个--开工45个,完工29个: the dash parts
_POINTS_BACK = sought(  # 两项分别压减62万吨和45万吨,均通过验收: they tell of what was promised before
    r"(?:[二两三四五2-6](?:项|者|类|个方面)|上述|以上|该)[^,。;\d]{0,8}(?:分别|依次|均|共|合计|都)"
)
_SHARE_OF_PLAN = sought(  # 外派人数131人,年末在外452人,完成全年外派任务300人的43.67%: both tell
    r"(?:任务|计划|目标|预算)[^,。;\d]{0,4}\d[\d.,]*[万亿]?[\u4e00-\u9fff]{1,3}的$"
)
_ASKED = sought(  # 组织推荐41家,其中已公示26家: both tell
    r"(?:组织|指导|辅导|帮助|目前|今年|全[市县旗区省州]|共|累计|已|受理)*(?:推荐|申报|上报|受理|申请|报送)(?:入库|材料|企业|项目)?\d"
)
_BESIDES = sought(r"(?:另有|另外|其余|余下|剩余|还有|另)")  # 服务设施建成2个,另有2个正在装修: both tell
_ENDED = sought(r"(?:建成|完成|完工|竣工|投用|交付|改造|新增|新建)(?:了)?\d[\d.]*[\u4e00-\u9fff]{1,4}$")


_FELL_BY = sought(  # 火灾9起、死亡1人,火灾起数和死亡人数同比均下降10%: both tell
    r"(?:(?!已|目前|截至|累计|完成)[^,;。\d]){2,16}同比(?:分别|均|都)*(?:增长|上升|提高|下降|减少)(?:了|约)?\d[\d.]*(?:%|个百分点)"
)
_GOAL_IN_BRACKET = sought(  # 投资增长11.3%(10%),其中民间投资…: what stands before its goal tells
    r"\d(?:%|[万亿]?[\u4e00-\u9fff]{1,2})\((?:[≥≤<>]|不[低高少]于|不超过|控制在)?(?:增长|下降)?\d[\d.]*[^()\d]{0,6}\)"
)


def _cut(text: str, sentence: Sentence, last: bool, *, goals: int | None) -> int:
    piece = text[sentence.start : sentence.end]
    bare = sought(r"\([^()]*\)").sub(lambda m: "_" * len(m.group()), piece) if "(" in piece else piece
    if goals is not None and (account := account_at(piece, goals)):
        return sentence.start + account
    if sought(r"\([^()]{0,8}(?:目标|任务|计划|预期)").search(piece):
        return 0
    if _GOAL_IN_BRACKET.search(piece):
        return 0
    colon = bare.find(":")
    if (
        4 <= colon <= 60
        and sought(r"\d|[一二两三四五六七八九十]+[个家所项座处条]").search(bare[:colon])
        and not _TOLD.search(_GOAL_WORDS.sub("_", bare[:colon]))
        and not _NAMES_THEM.search(bare[:colon])
        and colon < len(piece) - 1
    ):
        return sentence.start + colon + 1
    comma = bare.find(",")
    head, rest = bare[:comma], bare[comma:]
    if _IS_THERE.match(head) or _DASHED.search(head):
        return 0
    if comma <= 4 or not sought(r"[\u4e00-\u9fff]{3}.*\d").search(head) or _TOLD.search(head):
        return 0
    if wording.GAP.search(sought(r"\d").split(rest)[0]) or (
        "%" in rest and wording.CLAIM.search(sought(r"\d+(?:\.\d+)?%").split(rest)[0][-40:])
    ):
        return 0
    if "%" in rest and _SHARE_OF_PLAN.search(sought(r"\d+(?:\.\d+)?%").split(rest)[0][-40:]):
        return 0
    clause = sought(r"[,;。]").split(rest[1:])[0]
    if sought(r"争取|获得|收到|到位|发行|募集|下达(?=.*(?:资金|补助|债券|专款))").search(head) and sought(
        r"^已?(?:拨付|支付|使用|支出|兑付)"
    ).match(clause):
        return 0  # 争取补助资金2.37亿元,已拨付1.64亿元: what was received is no plan of what was paid
    if sought(r"(?:整合|统筹|筹措|筹集|争取|到位|收到|发行)[^,;。\d]{0,10}(?:资金|债券|经费|补助)").search(
        head
    ) and sought(r"(?:支付|拨付|支出|兑付)(?:了|约|近)?\s?\d").search(clause):
        return 0
    if _ASKED.match(head) and clause.startswith("其中"):
        return 0
    if _POINTS_BACK.match(head) or (_BESIDES.match(clause) and _ENDED.search(head)):
        return 0
    if _HELD_AGAINST.match(clause):
        return 0  # 管理率63.4%、61.7%,均超过60%的要求: both tell
    if sought(r"[比较](?!例|率)").match(clause):
        return 0  # 6.12件,比上年末增加0.25件: both tell
    if _FELL_BY.fullmatch(clause):
        return 0
    told = _STORY.search(clause) or (last and _FINISHED.match(clause))
    return (
        sentence.start + comma + 1
        if told
        and not sought(r"节点|目标|计划|任务|(?:全年|年度)(?:确保|力争|奋斗)").search(clause)
        and not sought(r"^其中[^,;。\d]{0,8}(?:应|须|需)").match(clause)  # 其中一季度应出清3户: promised as well
        else 0
    )

"""Words of talk where reports have plainer ones.

今年我们的目标是加装300台      目标是
拟建20个,14个已建好            计划新建
满意度目标90分,得分88.6分      实际为
低于省定95%的标准              的要求
达到序时进度(66.7%)的有2个     the pace without its figure
完成全年预期240亿元的75.8%     全年目标
围绕全年投资60亿元的目标       全年投资60亿元的目标
完成11亿元,年度18亿元,占61%    年度计划18亿元
3500亩土地处置任务消化1848亩   任务已消化
改厕任务才完成68%              任务完成率68%
完成率也只有52%, 进度接近六成  仅52%, 约六成
会议要求,至6月底开工率达到80%  要求至6月底
【滞后】泊位只建成310个         滞后:
建议12件、提案19件,均已按期答复 均已办结
应急广播、消防站各建100处      建应急广播、消防站各100处
增长2.1%,塌目标4.9个百分点     欠目标4.9个百分点
计划增长8%,但前三季度增长5.1%  前三季度增长5.1%
高于108的责任目标              年度目标
应于8月底前完成的23项整改任务  8月底前应完成整改任务23项
年度任务26个的改造已完成15个   改造年度任务26个,已完成15个
用药率85%,完成了80%以上的目标   达到80%
改造受手续制约仅完成6座         改造仅完成6座
改造26座已按计划全部完成        已全部完成
占省级核定支出预计数的58.2%    占年度预算的
招聘护士60名工作已完成         招聘护士60名任务已完成
遥遥领先省里的23人目标         超过省定23人目标
超出计划投资0.3亿元            超出计划0.3亿元
已完成车购税投资计划11亿元、完成率55% 已完成车购税投资11亿元
260户加固任务完成91.2%          计划260户加固,完成任务的91.2%
“双过半”目标30亿元             上半年目标
占调整预算的74.7%              占年初预算的
可比增长5.3%                   增长5.3%
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.numbers import units
from extraction.records import Edit
from extraction.sought import sought
from extraction.text.plainer import Plainer, in_plain_words

_OURS = sought(r"(?P<out>我们的?)(?=(?:年度|全年|今年的?)?目标(?:任务)?(?:就?是|为))")
_TO_BUILD = sought(
    rf"(?:(?P<out>拟)(?=[新改扩]建)|(?P<bare>拟)(?=建))(?=[新改扩]?建\d{{1,5}}(?:\.\d+)?(?P<unit>{units.AMOUNTS})[,;(]\s?(?:目前|其中)?,?(?:已建好?成?)?\d{{1,5}}(?:\.\d+)?(?P=unit)(?:已|建))"
)
_SCORED = sought(
    r"(?<=目标)(?:为|是)?\d{1,4}(?:\.\d{1,2})?分(?:以上)?[,;](?P<out>(?:实际|目前|考核|最终)*得分(?:为|是)?)(?=\d{1,4}(?:\.\d{1,2})?分)"
)

_STANDARD = sought(
    r"(?:低于|高于|达到|超过|未达到?|不低于)(?:国家|[省市县旗区]定?|上级|考核|规定|行业)*\d{1,3}(?:\.\d{1,2})?%的(?P<out>标准)(?=[,。;、)]|$)"
)
_EXPECTED = sought(
    rf"(?:完成|达到?|占|为)了?(?:全年|年度|年初)(?P<out>预期|预计)(?=\d[\d.,]{{0,11}}\s?[万亿]{{0,2}}(?:{units.AMOUNTS})[、,和的])"
)
_AIMED = sought(
    r"(?P<out>围绕|紧扣|锚定|对标|瞄准|聚焦|紧盯)(?=(?:全年|年度|年初)[\u4e00-\u9fffA-Z\d]{2,20}?\d[^,。;]{0,60}?的(?:目标|任务))"
)
_NUMBER = r"\d[\d,]{0,9}(?:\.\d{1,4})?\s?[万亿]{0,2}"
_OF_THE_YEAR = sought(
    rf"(?:完成|到位|实现|支出|投入)[\u4e00-\u9fff]{{0,6}}{_NUMBER}(?P<unit>{units.AMOUNTS})(?:\([^()\n]{{0,30}}\))?,(?:年度|全年)(?P<at>)(?={_NUMBER}(?P=unit),占\d)"
)
_TASK_DID = sought(
    rf"{_NUMBER}(?P<unit>{units.AMOUNTS})[\u4e00-\u9fff]{{2,16}}?任务(?P<at>)(?=(?!已|完成|目前|仅|实际|累计|分别)[\u4e00-\u9fff]{{2}}{_NUMBER}(?P=unit))"
)
_BESIDE, _SMALL = "目前|现|也|还|仍|均|都|已", "仅仅|仅|只|才|刚刚|刚|勉强"
_NEARLY, _IN_ALL, _IS = "大约|大概|差不多|接近|将近|约|近", "累计|合计|总计", "有|为|是|达到?|完成|过"
_RATE = r"(?:(?<=完成率)|(?<=执行率)|(?<=兑现率)|(?<=支付率)|(?<=拨付率)|(?<=完成比例)|(?<=进度))"
_FIGURE = r"(?:约|近)?(?:\d{1,3}(?:\.\d{1,2})?%|[一二三四五六七八九]成)"
_LITTLE = sought(rf"{_RATE}(?P<out>(?:{_BESIDE})*(?:{_SMALL})+(?:{_BESIDE}|{_IS})*)(?={_FIGURE})")
_ABOUT = sought(rf"{_RATE}(?P<out>(?:{_BESIDE})*(?:{_NEARLY})(?:{_IS})?)(?={_FIGURE})")
_ALTOGETHER = sought(rf"{_RATE}(?P<out>(?:{_BESIDE})*(?:{_IN_ALL})(?:{_BESIDE}|{_IS}|约)*)(?={_FIGURE})")
_TOLD = rf"(?:{_BESIDE}|{_SMALL}|{_NEARLY}|{_IN_ALL}|[为过有]|达到?)*"
_TASK_RATE = sought(  # how far the task is; with words of planning before it, it is a goal
    r"(?:(?<=[,。;:、.)\n])|^)(?!其中)(?:(?!确保|力争|争取|计划|要求|须|应当|拟|将|预计|[底末]前)[\u4e00-\u9fff“”]){3,24}?"
    rf"任务(?P<told>{_TOLD})完成(?P<out>了?{_TOLD})(?=(?:不[足到满])?\d{{1,3}}(?:\.\d{{1,2}})?%(?:左右|以上)?(?:[,。;、)\n]|$))"
)
_DEMANDED = sought(r"(?<=要求)(?P<out>[,:])(?=(?:到|至)?\d{1,2}月[底末][^,。;]{2,24}\d)")
_STATES = sought(
    r"(?:^|(?<=[\n。]))[ \t]{0,4}(?P<open>【)(?:已?(?:提前|全部)?(?:办结|完成|完工)|滞后|(?:按|达)?序时(?:推进|进度)?"
    r"|未(?:完成|启动|开工|达序时)|推进(?:中|缓慢)|正常推进|进展缓慢)"
    r"(?:的?(?:事项|项目|任务|类))?(?P<close>】)(?=[^\n【]{6})"
)
_REPLIED = sought(r"(?:均|都|全部)已?(?P<out>(?:按[期时])?(?:办理)?答复|按[期时]办[复结]|办复)(?=[,。;)]|$)")
_EACH_BUILT = sought(
    r"(?:(?<=[。;,:、)\n])|^)(?P<at>)(?!其中|目前|已|截至)[\u4e00-\u9fff“”]{2,12}(?:[、和][\u4e00-\u9fff“”]{2,12}){1,3}各(?P<verb>新改建|新建|建设|建成|改造|创建|培育|打造|举办|新增|建)"
    rf"(?={_NUMBER}(?:{units.AMOUNTS}))"
)
_RATIFIED = sought(
    rf"(?:占|为|完成)(?P<out>(?:[省市县旗区州]级?|上级)?核定的?[\u4e00-\u9fff]{{0,12}}?(?:预计数|核定数))(?=(?:\([^()]{{2,40}}\))?的{_FIGURE})"
)
_BUT = sought(
    r"(?<=[,;。])(?P<out>(?:但|不过|然而)是?,?)(?=目前|当前|现(?!代|场|有|金)|实际|已|截[至止]|前?[一二三]季度|\d{1,2}(?:-\d{1,2})?月|前\d{1,2}个月"
    r"|上半年|[仅只才](?!有)|完成|累计|总体|整体|进度|至今|今年以来)"
)
_AS_PLANNED = sought(r"(?<=[均都已])(?P<out>按(?:计划|期|时|要求|进度))(?=(?:全部|全面)(?:完成|完工|竣工|建成))")
_HINDERED = sought(
    r"(?<=[\u4e00-\u9fff]{2})(?P<out>[受因][^,。;、\d()]{2,16}?(?:影响|制约|限制|拖累|原因))"
    r"(?=(?:目前|仅|只|才|已|累计|实际)*(?:完成|建成|开工|改造|新增|发放|到位|投入|整治|培训)\d)"
)
_RESPONSIBLE = sought(
    r"(?:(?<=年度)|(?<=全年))(?P<out>责任)(?=目标(?!书|制|考核))|(?P<bare>责任)(?=目标(?!书|制|考核|管理))"
)
_COMPLETED = sought(
    r"(?<=[,;、])(?P<out>完成了?)(?=\d{1,3}(?:\.\d{1,2})?%(?:及?以[上下内])的[^,。;\d]{0,8}(?:目标|指标|要求)(?:[,。;]|$))"
)
_PLAN_FIRST = sought(
    rf"(?:(?<=[,。;:、\n])|^)(?P<at>)(?:年度|全年|今年)(?:目标)?(?:任务|目标|计划)(?:[数量])?为?{_NUMBER}(?:{units.AMOUNTS})(?P<of>的)"
    r"(?P<name>[\u4e00-\u9fff“”]{2,14}?)(?=(?:目前|现)?(?:已|仅|只|实际|累计)+完成)"
)
_DUE_FIRST = sought(  # 应于8月底前完成的23项整改任务, which is due by then
    rf"(?:(?<=[,。;:、\n])|^)(?P<should>应于?)(?:今年|20\d\d年)?\d{{1,2}}月[底末]?前(?P<do>(?:完成|办结|整改)的)(?P<at>){_NUMBER}(?:{units.AMOUNTS})"
    r"(?P<thing>[\u4e00-\u9fff]{2,12}?(?:任务|项目|事项|问题))(?=[,。;])"
)
_FELL = sought(
    r"(?:(?<=[,。;、(])|(?<=分别)|(?<=仍))(?P<out>塌|亏|短)(?=(?:全年|年度|预期|序时|时序|既定)*(?:目标|进度|计划|任务)(?:任务|要求|值)?约?\d)"
)
_WORK_DONE = sought(  # no 12项工作已完成, which counts them, and no 其中
    rf"(?:(?<=[,。;:、.)\n])|^)(?!其中|首批|第[一二三四]|目前|已|截至|全[省市县旗区]|[上去前]年)[\u4e00-\u9fff“”]{{4,20}}(?<!重点)(?<!有){_NUMBER}"
    rf"(?:{units.AMOUNTS})(?<![项件个次条批])的?(?P<out>工作)(?=(?:现|目前|均)?已(?:全面|全部|圆满|顺利|如期|按期|提前)*(?:完成|结束)(?:[,。;(\n]|$))"
)
_DRAWN_UP = sought(  # what a year's plan holds, no programme of several years and no paper of that name
    r"(?:(?<![\d-])20\d\d年度?|今年|本年度?|年内)(?!以来),?[^,。;:、“”《》\d]{0,8}?(?P<out>规划)(?=新[建改扩增]|改扩?建|扩建|建设(?!用地|局|厅|部门)|改造|实施|造林|整治)"
    r"|(?:(?<=[,;])|(?<=\n全[市县旗区省州])|(?<=\n我[市县旗区省州]))(?P<bare>规划)(?=(?:新增|新建|改扩?建|扩建|建设|改造)[\u4e00-\u9fff]{2,10}\d)"
)
_OF_PLAN = sought(r"(?<=占|成)(?:年度|全年|总)?(?P<out>规划)(?:量|数|任务)?(?:的)(?=\d)")
_MORE_OF_PLAN = sought(rf"(?:超出?过?)(?:序时|年度|时序)?计划(?P<out>投资额?)(?={_NUMBER}元)")
_PLAN_DONE = sought(
    rf"(?<=已完成)(?!全年|年度|计划)[\u4e00-\u9fff]{{2,12}}?(?P<out>计划)(?={_NUMBER}(?:{units.AMOUNTS})[、,(](?:计划|投资|年度)?完成(?:率|比例))"
)
_TASK_SHARE = sought(
    rf"(?:(?P<comma>,)|(?<=[。;:\n])|^)\s*(?:全年|今年)?(?P<at>){_NUMBER}(?:{units.AMOUNTS})(?<![项件])的?(?!重点|民生|年度|主要|工作)[\u4e00-\u9fff]{{2,14}}?"
    r"(?P<out>任务(?:已|仅|只|才|累计)*完成(?:了|约|近|率)*)(?=\d{1,2}(?:\.\d{1,2})?%[,。;(\n])"
)
_AHEAD_OF = sought(
    rf"(?<=[,;、])(?P<out>(?:遥遥|大幅|明显|远远)?领先于?)(?=[国省市县旗区])(?P<who>[国省市县旗区])(?P<of>[里级家]?的?)(?={_NUMBER}(?:{units.AMOUNTS}|%)的?(?:目标|要求|标准))"
)
_HALVES = sought(r"(?P<out>[“\"]?双?过半[”\"]?(?=目标|任务|计划))(?=(?:目标|任务|计划)+[数值量]?(?:为|是|的|\()?\s?\d)")
_COMPARABLE = sought(
    r"(?<=[,;。、为长元亿])(?P<out>(?:按?可比(?:价格?|口径)?(?:计算)?|按不变价(?:格?计算)?),?)(?=(?:同比)?(?:增长|下降)\d)"
)
_MEASURED_BY = sought(  # 覆盖面按年报快报口径为41.5%
    r"(?<=[\u4e00-\u9fff])(?P<out>按(?!可比|不变)[\u4e00-\u9fff]{2,8}口径(?:统计|计算|核算)?,?)(?=(?:为|达到?|完成|实现|同比|增长|下降)\d)"
)
_RUN_ON = sought(rf"(?<=%)(?P<at>)(?=[1-9]\d{{0,3}}(?:{units.AMOUNTS})[\u4e00-\u9fff]{{4,}})")  # 占目标的130%16个养老点
_REALLY = sought(  # beside the nominal change, which is what was promised
    r"(?<=名义)增长\d{1,3}(?:\.\d{1,2})?%(?:、\d{1,3}(?:\.\d{1,2})?%)?(?P<out>,(?:扣除价格(?:因素|上涨)?(?:影响)?(?:后)?,?)?(?:实际|可比)增长\d{1,3}(?:\.\d{1,2})?%(?:、\d{1,3}(?:\.\d{1,2})?%)?)"
)
_NOMINAL = sought(r"(?P<out>名义)(?=(?:同比)?增长\d)")
_MORE_ASKED = sought(  # beside what was handed down
    r"(?<=[,;、])(?P<out>(?:[区县旗市州]级?)?(?:自我?加压|自定|挑战|奋斗|争先|冲刺)目标(?:任务|值)?(?:为|是)?)(?=(?:增长|达到?)?\d)"
)
_CHANGED = sought(rf"(?<=[占为成])了?(?P<out>(?:调整后?的?|变动)预算(?:数)?|预算调整数)(?=的?{_FIGURE})")
_PACE = sought(r"(?<=[时序间]进度)(?P<out>\(\d{1,3}(?:\.\d{1,2})?%\))(?=的)")


_ALL = (
    Plainer(("我们",), _OURS, {"out": ""}),
    Plainer(("拟",), _TO_BUILD, {"out": "计划", "bare": "计划新"}),
    Plainer(("的标准",), _STANDARD, {"out": "要求"}),
    Plainer(("年预", "度预", "初预"), _EXPECTED, {"out": "目标"}),
    Plainer(("的目标", "的任务"), _AIMED, {"out": ""}),
    Plainer((",年度", ",全年"), _OF_THE_YEAR, {"at": "计划"}),
    Plainer(("任务",), _TASK_DID, {"at": "已"}),
    Plainer(("仅", "只", "才", "刚", "勉强"), _LITTLE, {"out": "仅"}),
    Plainer(("约", "大概", "差不多", "近"), _ABOUT, {"out": "约"}),
    Plainer(("累计", "合计", "总计"), _ALTOGETHER, {"out": ""}),
    Plainer(("任务",), _TASK_RATE, {"told": "", "out": "率"}),
    Plainer(("要求,", "要求:"), _DEMANDED, {"out": ""}),
    Plainer(("复", "期办结", "时办结"), _REPLIED, {"out": "办结"}),
    Plainer(("各",), _EACH_BUILT, {"at": r"\g<verb>", "verb": ""}),
    Plainer(("【",), _STATES, {"open": "", "close": ":"}),
    Plainer(("进度(",), _PACE, {"out": ""}),
    Plainer(("预计数", "核定数"), _RATIFIED, {"out": "年度预算"}),
    Plainer(("但", "不过", "然而"), _BUT, {"out": ""}),
    Plainer(("按",), _AS_PLANNED, {"out": ""}),
    Plainer(("影响", "制约", "限制", "拖累", "原因"), _HINDERED, {"out": ""}),
    Plainer(("责任目标",), _RESPONSIBLE, {"out": "", "bare": "年度"}),
    Plainer(("以上的", "以下的", "以内的"), _COMPLETED, {"out": "达到"}),
    Plainer(("任务", "目标", "计划"), _PLAN_FIRST, {"at": r"\g<name>", "of": ",", "name": ""}),
    Plainer(
        ("月底前", "月前", "月末前"),
        _DUE_FIRST,
        {"should": "", "do": "应完成", "at": r"\g<thing>", "thing": ""},
    ),
    Plainer(("塌", "亏", "短"), _FELL, {"out": "欠"}),
    Plainer(("工作已", "工作现", "工作目", "工作均"), _WORK_DONE, {"out": "任务"}),
    Plainer(
        ("规划新", "规划改", "规划扩", "规划建", "规划实", "规划造", "规划整"),
        _DRAWN_UP,
        {"out": "计划", "bare": "计划"},
    ),
    Plainer(("规划",), _OF_PLAN, {"out": "计划"}),
    Plainer(("计划投资",), _MORE_OF_PLAN, {"out": ""}),
    Plainer(("已完成",), _PLAN_DONE, {"out": ""}),
    Plainer(("任务",), _TASK_SHARE, {"comma": ";", "at": "计划", "out": ",完成任务的"}),
    Plainer(("领先",), _AHEAD_OF, {"out": "超过", "of": "定"}),
    Plainer(("过半",), _HALVES, {"out": "上半年"}),
    Plainer(("口径",), _MEASURED_BY, {"out": ""}),
    Plainer(("名义",), _REALLY, {"out": ""}),
    Plainer(("名义",), _NOMINAL, {"out": ""}),
    Plainer(("加压", "自定", "挑战", "奋斗", "争先", "冲刺"), _MORE_ASKED, {"out": "力争"}),
    Plainer(("可比", "不变价"), _COMPARABLE, {"out": ""}),
    Plainer(("%",), _RUN_ON, {"at": "。"}),
    Plainer(("调整", "变动预算"), _CHANGED, {"out": "年初预算"}),
    Plainer(("得分",), _SCORED, {"out": "实际为"}),
)


def plainly_told(text: str) -> Iterator[Edit]:
    """The edits that write the plain words."""
    return in_plain_words(text, _ALL)

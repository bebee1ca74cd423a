"""Texts that are meant to take long: what a regular expression or a list in a list would stumble over.

`hostile(size)` gives each of them at about that many characters. Time must grow with the length and no faster.
"""

from __future__ import annotations

# one unit each, repeated to the length that is asked for
_REPEATED = {
    "taking up": "将办理时限", "raised to": "将标准提高到1", "reports of offices": "月报显示", "heads of progress": "进度:1%;",
    "yearly means": "年人均", "quoted orders": "围绕“建1个”", "unfinished parts": "1座完成选址,",
    "open brackets": "(", "open wide brackets": "（", "closed brackets": ")", "bracket in bracket": "(1",
    "brackets in pairs": "()", "open clauses": "第1条(", "open quotes": "“", "open quoted figures": "“1",
    "book titles": "《", "corners": "〔", "year corners": "〔2024", "digits": "7", "zeros": "0", "thousands": "1,",
    "full thousands": "111,111,", "decimals": "1.", "two decimals": "1.1.", "minus": "1-", "dashes": "-", "wide dashes": "—",
    "ranges": "1至", "years": "2024年", "months": "1月", "dates": "2024年9月30日", "open date": "2024年1", "day and month": "9月3",
    "slashes": "1/", "colons": "1:", "colon words": "进度:", "percents": "1%", "letters": "A", "letters and digits": "A1",
    "one": "一", "ten": "十", "ten thousand": "万", "spelled": "一百二十", "half": "半", "points": "一点", "counted": "一个",
    "growth": "增长", "fall": "下降", "target": "目标任务", "of": "的", "share of the year": "占年度", "plan": "计划", "task": "任务",
    "year's plan": "占全年目标任务", "rate": "率", "done": "已完成", "already": "已", "cumulated": "累计", "planned": "年度目标为:",
    "spaces": " ", "wide spaces": "　", "tabs": "\t", "lines": "\n", "spaced lines": " \n", "commas": "，", "list commas": "、",
    "stops": "。", "points of a list": "一是", "parts": "其中", "respectively": "分别", "as of": "截至", "before": "前",
    "quarter": "季度", "not under": "不低于", "and": "和", "city": "市", "county": "云汀县", "bureau": "云汀市发展局",
    "label": "索引号：", "padded label": "文       号 :", "stars": "*", "pipes": "|", "arrows": ">", "NUL": "\0", "emoji": "😀",
    "Han": "汀", "units": "平方米", "plus": "1+1", "times": "2×", "thousand volts": "1 千", "PM": "PM 2.", "names": "A-", "strong": "百强",
    "item in a line": "。1.新", "numbered point": "；（1）建", "gap": "低于目标", "above": "以上", "above of": "10亿元以上", "of a hundred": "百分之",
}  # fmt: skip

# whole clauses: the second kind of work, many numbers in one sentence or one item
_CLAUSES = {
    "a sentence without end": "新增企业{n}家，",
    "a list without end": "建成公园{n}个、",
    "plans without end": "年度目标新增企业{n}家，已新增{n}家，占年度任务的{n}%，",
    "brackets in a sentence": "投资（年度目标{n}亿元）完成{n}亿元，",
    "shares without end": "投资完成{n}亿元，占年度计划（{n}亿元）的{n}%，同比增长{n}%，",
    "respectively without end": "甲、乙、丙分别增长{n}%、{n}%、{n}%，",
    "quoted plans": "“新增企业{n}家”，已新增{n}家，",
    "goals and accounts": "- 新增企业{n}家，目前新增{n}家，",
    "accounts in brackets": "新增企业{n}家以上（9月末新增{n}家）",
    "rates told": "能耗下降{n}%，1-9月下降{n}%；",
    "gaps": "增长{n}%，低于目标{n}个百分点，",
    "months": "{n}月完成{n}个，",
    "owners": "云汀县完成{n}个，苇湾区完成{n}个，",
    "sentences of one item": "新增企业{n}家。目前已新增{n}家。",
    "plans of one item": "全年计划新增企业{n}家。力争达到{n}家。",
    "items of one line": "一、新增企业{n}家，已新增{n}家。",
    "items": "{n}、新增企业{n}家。\n目前已新增{n}家，占年度任务的{n}%。\n",
    "the same items": "一、新增企业50家。\n目前已新增40家，占年度任务的80%。\n",
    "unpromised items": "一、完成投资28.55亿元，占全年计划的{n}%。\n",
    "points": "一是新增企业{n}家；二是建成公园{n}个；",
    "lagging lists": "未完成的包括：新增企业{n}家，建公厕{n}座，",
    "milestones": "{n}月底前建成通车。目前正在建设。\n",
    "broken lines": "新增企业{n}家，受到群众欢迎。其余各项工作正在有序推进之中并将于\n",
    "comma lines": "新增企业{n}家，\n",
    "short lines": "项目{n}\n",
    "figures as lines": "{n}\n",
    "label lines": "索引号：{n}\n",
    "signatures": "云汀市科学技术局\n2024年10月{n}日\n",
    "titles": "关于重点任务进展情况的报告{n}\n",
    "links": "首页 > 政务 > {n}\n",
    "piped rows": "{n} | 新增企业 | {n} | {n}\n",
    "a piped line": "{n} | 新增企业 | ",
    "tabbed rows": "{n}\t新增企业\t{n}\t{n}\n",
    "a tabbed line": "{n}\t新增企业\t",
    "spaced rows": "{n}  新增企业  {n}  {n}\n",
    "glued rows": "{n}农村户厕改造{n}户{n}户\n",
}
_HEADED = {
    "a table of pipes": ("序号 | 项目名称 | 年度目标 | 完成情况\n", "{n} | 新增企业 | {n} | {n}\n"),
    "a table of tabs": ("序号\t项目名称\t年度目标\t完成情况\n", "{n}\t新增企业\t{n}家\t{n}家\n"),
    "a table told": ("序号\t项目名称\t年度目标\t完成情况\n", "{n}\t产业\t新增企业{n}家\t已新增{n}家，占任务的{n}%\n"),
    "one cell a line": ("序号\n项目名称\n年度目标\n完成情况\n", "{n}\n新增企业\n{n}家\n{n}家\n"),
    "words a line": ("地区\n年度目标\n完成情况\n", "云汀\n{n}\n{n}\n"),
    "a glued table": ("序号任务名称年度计划完成数\n", "{n}农村户厕改造{n}户{n}户\n"),
    "headings only": ("", "序号\t项目名称\t年度目标\t完成情况\n"),
    "a wide heading": ("", "年度目标\t"),
    "a long story": ("一、新增企业500家，建成公园30个。（第1条、产业科）\n", "目前已新增企业{n}家，建成公园{n}个。\n"),
    "a labelled item": ("一、目标任务：新增企业500家。落实情况：", "目前已新增企业{n}家，"),
}


def hostile(size: int) -> dict[str, str]:
    """Every hostile text at about `size` characters, by name."""
    texts = {f"repeated: {name}": unit * (size // len(unit)) for name, unit in _REPEATED.items()}
    texts |= {f"clauses: {name}": _numbered(unit, size) for name, unit in _CLAUSES.items()}
    return texts | {f"headed: {name}": head + _numbered(unit, size) for name, (head, unit) in _HEADED.items()}


def _numbered(unit: str, size: int) -> str:
    """The clause again and again, each time with other figures."""
    pieces: list[str] = []
    length = n = 0
    while length < size:
        n += 1
        pieces.append(unit.format(n=n))
        length += len(pieces[-1])
    return "".join(pieces)

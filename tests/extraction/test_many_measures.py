"""Tables of places with many measures in lines of one cell each, as pages lose them: titles of groups above the names,
units below them, up to forty headings, limits and rates that are told without a share.
"""

from __future__ import annotations

import random
from typing import NamedTuple

import pytest

from extraction.document import Document
from extraction.reading import extract


class Measure(NamedTuple):
    name: str
    unit: str
    limit: bool = False


COUNTED = (
    Measure("村级公墓", "处"), Measure("灌区节水改造", "万亩"), Measure("乡镇敬老院改建", "座"), Measure("育苗", "亩"),
    Measure("农机更新", "台"), Measure("农家书屋", "个"), Measure("管网入户", "户"), Measure("机耕路", "公里"),
)  # fmt: skip
LIMITS = (
    Measure("孕产妇死亡率不高于", "‰", True), Measure("细颗粒物浓度低于", "微克/立方米", True),
    Measure("义务教育辍学率控制在", "%", True),
)  # fmt: skip
WORDS = (("任务", "完成", "完成率(%)"), ("年度指标", "实际完成", "占指标%"), ("全年计划", "进展", "比例(%)"))
FIRST = ("县区", "市县", "镇街", "县(市、区)", "地 区", "区县名称")
GROUPS = ((), ("民生福祉工程",), ("强农富民工程", "绿色生态工程"))
PLACES = ("全县", "青河镇", "石门乡", "双塔街道")


def _table(seed: int) -> tuple[str, set[tuple[str, str, str]]]:
    rng = random.Random(seed)
    measures = rng.sample(COUNTED, rng.randint(2, 7))
    measures.insert(rng.randint(0, len(measures)), rng.choice(LIMITS))
    words, below, order = rng.choice(WORDS), rng.random() < 0.4, rng.choice(((0, 1, 2), (1, 0, 2)))
    lines = [rng.choice(FIRST), *rng.choice(GROUPS)]
    for m in measures:
        lines += [m.name, f"({m.unit})"] if below else [f"{m.name}({m.unit})"]
    lines += [words[i] for _ in measures for i in order]
    wanted = set()
    for place in PLACES[: rng.randint(2, 4)]:
        lines.append(place)
        for m in measures:
            plan = rng.choice(("2.5", "4.2", "36")) if m.limit else str(rng.randint(20, 900))
            done = f"{float(plan) * rng.uniform(0.4, 1.2):.2f}".rstrip("0").rstrip(".")
            share = "" if m.limit else f"{float(done) / float(plan) * 100:.1f}"
            lines += [c for i in order if (c := (plan, done, share)[i])]
            wanted.add((m.name[:4], plan, done))
    title = "信息公开 > 民生实事\n临溪县2023年民生实事前三季度进展统计表\n2023-10-11 来源:县政府办\n"
    return title + "\n".join(lines) + rng.choice(("", "\n制表:县政府办\n", "\n责任编辑:林小\n")), wanted


@pytest.mark.parametrize("seed", range(30))
def test_every_measure_of_every_place_is_read(seed: int) -> None:
    text, wanted = _table(seed)
    found = [i for task in extract(Document.from_text(text)).tasks for i in task.indicators]
    told = {
        (i.name[:4], f"{i.target.value:f}", f"{i.actual.value:f}")
        for i in found
        if i.target is not None and i.target.value is not None and i.actual is not None and i.actual.value is not None
    }
    assert told == wanted

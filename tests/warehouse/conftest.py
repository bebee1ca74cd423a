"""Reports written on the spot: promises in, an extraction whose every span holds out, and what the rule says of it."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any

import duckdb
import pytest

from extraction.records import Actual, Claim, Extraction, Finding, Indicator, Quantity, Report, Target, Task
from warehouse.load import load
from warehouse.records import Revision
from warehouse.store import connect_scratch, open_writer

MONTHS = {"Q1": 3, "H1": 6, "Q3": 9, "FY": 12}
DAYS = {3: 31, 6: 30, 9: 30, 12: 31}


@dataclass(frozen=True, slots=True)
class Spec:
    """A promise in short: numbers as they are written, in `unit`."""

    kind: str = "cumulative"
    target: str | None = None
    actual: str | None = None
    unit: str = "项"
    magnitude: int = 1
    noun: str | None = None
    actual_unit: str | None = None
    actual_magnitude: int | None = None
    operator: str = ">="
    upper: str | None = None
    countable: bool = False
    direction: str | None = "up"
    accrues: bool = False
    due: date | None = None
    baseline: str | None = None
    share: str | None = None
    said: str | None = None
    refusal: str | None = None
    confidence: float = 0.95
    cutoff: date | None = None
    name: str = "改造窗口"
    owner: str | None = None
    tier: str = "firm"


class Writer:
    """Writes the text and notes where each thing stands."""

    def __init__(self) -> None:
        self.text = ""
        self.quantities: list[Quantity] = []

    def put(self, words: str) -> tuple[int, int]:
        start = len(self.text)
        self.text += words
        return start, len(self.text)

    def number(self, words: str, role: Any, value: str) -> tuple[int, int]:
        start, end = self.put(words)
        self.quantities.append(Quantity(words, start, end, Decimal(value), role=role))
        return start, end

    def indicator(self, spec: Spec) -> Indicator:
        self.put(f"{spec.name}")
        target, actual, claims = self._target(spec), self._actual(spec), self._claims(spec)
        self.put("。")
        return Indicator(
            name=spec.name,
            kind=spec.kind,  # type: ignore[arg-type]
            folded=spec.name,
            direction=spec.direction,  # type: ignore[arg-type]
            accrues=spec.accrues,
            owner=spec.owner,
            tier=spec.tier,  # type: ignore[arg-type]
            due=spec.due,
            target=target,
            actual=actual,
            baseline=None if spec.baseline is None else Decimal(spec.baseline),
            claims=claims,
            refusal=spec.refusal,
            confidence=spec.confidence,
        )

    def _target(self, spec: Spec) -> Target | None:
        if spec.target is None:
            return None
        self.put("目标")
        words = f"{spec.target}{spec.unit}"
        start, end = self.number(words, "target", spec.target)
        return Target(
            operator=spec.operator,  # type: ignore[arg-type]
            value=Decimal(spec.target),
            unit=spec.unit,
            text=words,
            start=start,
            end=end,
            upper=None if spec.upper is None else Decimal(spec.upper),
            magnitude=Decimal(spec.magnitude),
            noun=spec.noun or spec.unit,
            countable=spec.countable,
        )

    def _actual(self, spec: Spec) -> Actual | None:
        if spec.actual is None:
            return None
        self.put("，实绩")
        unit = spec.actual_unit or spec.unit
        magnitude = spec.magnitude if spec.actual_magnitude is None else spec.actual_magnitude
        words = f"{spec.actual}{unit}"
        start, end = self.number(words, "actual", spec.actual)
        noun = unit if spec.actual_unit and spec.actual_magnitude is None else spec.noun or spec.unit
        return Actual(
            Decimal(spec.actual), unit, words, start, end, spec.cutoff, magnitude=Decimal(magnitude), noun=noun
        )

    def _claims(self, spec: Spec) -> tuple[Claim, ...]:
        claims = []
        if spec.share is not None:
            self.put("，完成年度任务的")
            words = f"{Decimal(spec.share) * 100:f}%"
            start, end = self.number(words, "claim", str(Decimal(spec.share) * 100))
            claims.append(Claim(Decimal(spec.share), None, words, start, end))
        if spec.said is not None:
            self.put("，")
            words = {"done": "已全部完成", "ongoing": "正在推进", "lagging": "进度滞后"}[spec.said]
            claims.append(Claim(None, spec.said, words, *self.put(words)))  # type: ignore[arg-type]
        return tuple(claims)


def write_report(specs: Sequence[Spec], period: str | None = "Q3", year: int | None = 2031, **more: Any) -> Extraction:
    """A report of one task; its cutoff is the period's end unless `cutoff` says otherwise."""
    writer = Writer()
    writer.put("示范市岚桥区政务局工作报告\n")
    start = len(writer.text)
    writer.put("一、窗口服务（第7条）。\n")
    indicators = tuple(writer.indicator(spec) for spec in specs)
    month = MONTHS.get(period or "")
    cutoff = date(year, month, DAYS[month]) if month and year else None
    given: dict[str, Any] = {"title": "岚桥区政务局工作报告", "year": year, "period": period, "cutoff": cutoff} | more
    task = Task("一", "窗口服务", start, len(writer.text), (7,), ("窗口科",), indicators)
    finding = Finding("implausible", "a magnitude seems to be missing", start, start + 2)
    return Extraction(Report(**given), writer.text, (task,), tuple(writer.quantities), (finding,))


def revision_of(extraction: Extraction, url: str = "https://lanqiao.example/t1.shtml", **more: Any) -> Revision:
    """A revision named by the text."""
    given: dict[str, Any] = {
        "source_id": "lanqiao-zwj",
        "url": url,
        "sha256": hashlib.sha256(extraction.text.encode()).hexdigest(),
        "fetched_at": datetime(2031, 10, 20, 2, tzinfo=UTC),
        "media_type": "text/html",
        "listed_title": "岚桥区政务局工作报告",
        "published_on": date(2031, 10, 18),
    } | more
    return Revision(**given)


class Judge:
    """The rule on one connection, report after report."""

    def __init__(self, con: duckdb.DuckDBPyConnection) -> None:
        self.con, self.numbers = con, count()

    def all(self, specs: Sequence[Spec], period: str | None = "Q3", **more: Any) -> list[dict[str, Any]]:
        """Rows of core.assessment for the report of these promises, in order."""
        extraction = write_report(specs, period, **more)
        revision = revision_of(extraction, f"https://lanqiao.example/{next(self.numbers)}.shtml")
        extraction_id = load(
            self.con, revision, extraction, version="1", run_id="r", known_at=datetime(2031, 10, 20, tzinfo=UTC)
        )
        found = self.con.execute(
            "select * from core.assessment where extraction_id = ? order by indicator_no", [extraction_id]
        )
        names = [column[0] for column in found.description]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]

    def one(self, spec: Spec, period: str | None = "Q3", **more: Any) -> dict[str, Any]:
        """The assessment of a single promise."""
        return self.all([spec], period, **more)[0]


@pytest.fixture(scope="session")
def spec() -> Callable[..., Spec]:
    return Spec


@pytest.fixture(scope="session")
def written() -> Callable[..., Extraction]:
    return write_report


@pytest.fixture(scope="session")
def revised() -> Callable[..., Revision]:
    return revision_of


@pytest.fixture(scope="session")
def changed() -> Callable[..., Any]:
    """`dataclasses.replace`, for records of either room."""
    return replace


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    with connect_scratch() as con:
        yield Judge(con)


@pytest.fixture
def con(empty_warehouse: Path, tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    path = tmp_path / "warehouse.duckdb"
    shutil.copyfile(empty_warehouse, path)
    with open_writer(path) as connection:
        yield connection

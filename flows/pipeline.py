"""The job without Prefect, from the plan to the published copy; `visiting` and `keeping` are its halves.

Each step may be run twice and killed anywhere: what is new is decided by (address, SHA-256) in the warehouse, what is
told by the alerts' state, so that a run that died between the two is finished by the next.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import duckdb

from connectors.source import Source, load_sources
from flows import afar, telling
from flows.alert_rules import office_of
from flows.keeping import Outcome, writer
from flows.problems import MisuseError, Problem, problem
from flows.publishing import publish_copy
from flows.settings import Settings
from flows.visiting import Known
from warehouse import listing, load, runs

# so long a server is believed that says a page is still the one it sent; then the page is fetched whole again
TRUSTED_FOR = timedelta(days=7)
YEARS = range(1990, 2100)  # of which a report may be asked for


@dataclass(frozen=True, slots=True)
class Plan:
    """The sources to visit, and the revisions that the warehouse has of each."""

    sources: tuple[Source, ...]
    known: dict[str, Known]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class RunResult:
    """What one run did with every source; `checked` are the quarters that it caught up."""

    run_id: str
    outcomes: tuple[Outcome, ...] = ()
    own_problems: tuple[Problem, ...] = field(default=())
    checked: tuple[str, ...] = ()
    found: int = 0  # alerts of other rules than lagging that were told
    messages: int = 0  # that the decision at its end wrote to the outbox

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every failure, each once."""
        every = [*self.own_problems, *(item for outcome in self.outcomes for item in outcome.problems)]
        return tuple(dict.fromkeys(every))

    def total(self, count: str) -> int:
        """The sum of `listed`, `new`, `told` or `resolved` over the sources."""
        return sum(int(getattr(outcome, count)) for outcome in self.outcomes)


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a run goes: to all bureaus or those of a region, over so many list pages, for reports of some years."""

    region: str | None = None
    pages: int | None = None
    years: tuple[int, ...] = ()

    def of(self, sources: Sequence[Source]) -> list[Source]:
        """Those in the region, with as many pages; at most what is wished.

        Raises MisuseError where there are none, and for pages and years that cannot be.
        """
        if self.pages is not None and self.pages < 1:
            raise MisuseError(f"{self.pages} pages are none; leave it out for what each source file says (max_pages)")
        if strange := [year for year in self.years if year not in YEARS]:
            raise MisuseError(f"{strange[0]} is no year of a report; write it as {YEARS[0]} to {YEARS[-1]}")
        found = [source for source in sources if self.region is None or self.region in source.region]
        if sources and not found:
            raise MisuseError(f"no source is in {self.region}; 'duban sources list' shows the regions")
        return [source.model_copy(update={"max_pages": self.pages or source.max_pages}) for source in found]


EVERYTHING = Reach()


def prepare(settings: Settings, only: Sequence[str] = (), reach: Reach = EVERYTHING) -> Plan:
    """The sources to visit, made known to the warehouse. Raises MisuseError for a name that is no source."""
    found, problems = chosen(settings, only)
    sources = reach.of(found)
    office_of(settings)  # a mistake in the rules is said before anything is visited
    afar.sweep(settings)
    with writer(settings) as con:
        for source in sources:
            load.register_source(con, source.id, source.bureau, source.region, source.url, source.family)
        known = {source.id: replace(_known(con, source.id), years=frozenset(reach.years)) for source in sources}
    return Plan(tuple(sources), known, tuple(problems))


def _known(con: duckdb.DuckDBPyConnection, source_id: str) -> Known:
    return Known(
        frozenset(load.known_revisions(con, source_id)),
        {row.url: row for row in listing.listing(con, source_id)},
        listing.known_texts(con, source_id),
        {row.url: row for row in listing.validators(con, source_id, datetime.now(UTC) - TRUSTED_FOR)},
        listing.last_asked(con, source_id),
    )


def chosen(settings: Settings, only: Sequence[str] = ()) -> tuple[list[Source], list[Problem]]:
    """The enabled sources, or those named, and one problem for each file that cannot be used."""
    sources, broken = load_sources(settings.sources)
    missing = set(only) - {source.id for source in sources} - {error.path.stem for error in broken}
    if missing:
        raise MisuseError(
            f"no source is named {', '.join(sorted(missing))}; 'duban sources list' shows the names, "
            "and with --sample those of the bundled sample"
        )
    wished = [source for source in sources if (source.id in only if only else source.enabled)]
    concerned = [error for error in broken if not only or error.path.stem in only]
    return wished, [Problem("sources", str(error)) for error in concerned]


def finish(settings: Settings, result: RunResult, started_at: datetime, flow: str = runs.WATCH) -> RunResult:
    """Decide what to tell, record the run, publish a copy for the analysts; a failure of each is the run's problem."""
    try:
        with writer(settings) as con:
            said = telling.tell(con, [outcome.source_id for outcome in result.outcomes], settings, result.run_id)
        result = _told(result, said)
    except Exception as error:  # what was loaded stays, and the next run tells
        result = _with(result, problem("alerts", error))
    outcome = "problems" if result.problems else "completed"
    note = "; ".join(map(str, result.problems)) or None
    try:
        with writer(settings) as con:
            load.record_run(con, result.run_id, flow, started_at, datetime.now(UTC), outcome, note)
    except Exception as error:  # the run's result is worth more than its record and its copy
        result = _with(result, problem("warehouse", error))
    try:
        publish_copy(settings)
    except Exception as error:
        result = _with(result, problem("published copy", error))
    return result


def _told(result: RunResult, said: telling.Said) -> RunResult:
    outcomes = tuple(
        replace(one, told=said.told.get(one.source_id, 0), resolved=said.resolved.get(one.source_id, 0))
        for one in result.outcomes
    )
    return replace(result, outcomes=outcomes, found=said.found, messages=said.messages)


def _with(result: RunResult, found: Problem) -> RunResult:
    return replace(result, own_problems=(*result.own_problems, found))

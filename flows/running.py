"""`duban run` and `duban quarterly`: the flows on Prefect's own server in this process, and what they say."""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import Coroutine, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from flows import prefect_env, show
from flows.alert_rules import office_of
from flows.checking import QuarterResult, period_of
from flows.logjson import JsonLines
from flows.pipeline import EVERYTHING, Reach, RunResult, chosen
from flows.published import newest_if_any
from flows.reextract import Reextracted, Wanted, reextract
from flows.reextract import chosen as chosen_revisions
from flows.sending import Delivery
from flows.settings import Settings, load_settings
from flows.visible import one_line
from flows.watched import complain
from warehouse.records import Progress

WORST = 5
T = TypeVar("T")


def run_once(settings: Settings, only: Sequence[str], reach: Reach = EVERYTHING) -> int:
    """Visit, load, decide, send; then the scoreboard. Returns the exit code."""
    reach.of(chosen(settings, only)[0])  # a wrong name is said at once, not after Prefect's start
    office_of(settings)
    prefect_env.prepare(settings.data, settings.log_format)
    with telling(settings.log_format):
        logging.getLogger("duban").info("starting Prefect (its first start takes a while)")
        result, delivery = _on_prefect(settings, _watch_and_deliver(list(only), reach))
    conclude(settings, result, delivery)
    return complain((*result.problems, *delivery.problems))


def run_sample(only: Sequence[str]) -> int:
    """The whole job over the bundled sample site, which is served on loopback for as long as it takes."""
    from flows.samples import sample_environment

    with sample_environment():
        code = run_once(load_settings(), only)
    print()
    for name, command in next_steps():
        print(f"{name:<16}{command}")
    return code


def _on_prefect(settings: Settings, job: Coroutine[Any, Any, T]) -> T:
    from flows.prefect_server import serving  # its environment is set by now

    with closing(job), serving(settings.data):
        return asyncio.run(job)


async def _watch_and_deliver(only: list[str], reach: Reach) -> tuple[RunResult, Delivery]:
    from flows.deliver import deliver
    from flows.watch import watch

    return await watch(only or None, reach.region, list(reach.years) or None, reach.pages), await deliver()


def check_quarter(settings: Settings, period: str | None) -> int:
    """The quarter's check, then what it wrote to the outbox is sent."""
    period_of(period, settings.now_date())  # a wrong name is said at once
    prefect_env.prepare(settings.data, settings.log_format)
    with telling(settings.log_format):
        result, delivery = _on_prefect(settings, _check_and_deliver(period))
    print(f"{result.year} {result.period}: reports were expected by {result.deadline}")
    for name, members in (
        ("reported", result.reported),
        ("no report found", result.missing),
        ("list unreadable", result.unreadable),
    ):
        print(f"{name:<16}{', '.join(members) or 'none'}")
    print()
    show.lagging_rows(result.lagging)
    print(f"\n{delivery.sent} messages sent.")
    return complain((*result.problems, *delivery.problems))


async def _check_and_deliver(period: str | None) -> tuple[QuarterResult, Delivery]:
    from flows.deliver import deliver
    from flows.quarterly import quarterly

    return await quarterly(period), await deliver()


def read_again(settings: Settings, wanted: Wanted, *, diff: bool, accept: bool) -> Reextracted:
    """The archive read again: in this process, or, where the settings say so, by the workers of a Dask cluster."""
    if settings.task_runner == "threads":  # threads read no faster than one, and Prefect's start takes its time
        return reextract(settings, wanted, diff=diff, accept=accept)
    chosen_revisions(settings, wanted)  # a wrong name is said at once
    prefect_env.prepare(settings.data, settings.log_format)
    with telling(settings.log_format):
        done = _on_prefect(settings, _reread(wanted, accept))
    return done if diff else replace(done, differences=())


async def _reread(wanted: Wanted, accept: bool) -> Reextracted:
    from flows.rereading import rereading

    return await rereading(list(wanted.sources) or None, wanted.year, wanted.region, accept)


def conclude(settings: Settings, result: RunResult, delivery: Delivery) -> None:
    """What lags worst, the scoreboard, what was new, and where everything is: what matters most stands last.

    Of a visit that brought nothing only that, and how many lag as before.
    """
    rows = newest_if_any(settings)
    said = [*summary(result, delivery, rows), ""]
    print()
    if result.found or any(map(result.total, ("new", "told", "resolved"))):
        show.lagging_rows(rows, WORST)
        print()
        show.scoreboard(rows)
        print()
    else:
        said.insert(-1, still_lagging(rows))
    for line in said:
        print(line)
    for name, place in places(settings):
        print(f"{name:<16}{place}")


def still_lagging(rows: Sequence[Progress]) -> str:
    """How many lag as they did before."""
    count = sum(row.status == "lagging" for row in rows)
    return f"{count} lag as before: 'duban status --lagging' lists them." if count else "Nothing lags."


def summary(result: RunResult, delivery: Delivery, rows: Sequence[Progress] = ()) -> list[str]:
    """Two sentences: what the visit brought, and what was told; and why a lag of the list was not, where it is so."""
    listed, new = result.total("listed"), result.total("new")
    told, resolved = result.total("told"), result.total("resolved")
    brought = f"{new} new" if new else "nothing is new"
    tells = f"{told} lags told, {resolved} told as resolved" if told or resolved else "nothing to tell"
    if result.found:
        tells = f"{tells}, {result.found} of other rules" if told or resolved else f"{result.found} of other rules told"
    if told and (stretch := sum(row.status == "lagging" and row.tier == "stretch" for row in rows)):
        tells += f" (not told: {stretch} of stretch goals, 力争)"
    return [
        f"{len(result.outcomes)} sources visited, {listed} reports listed: {brought}.",
        f"Alerts: {tells}; {delivery.sent} messages sent.",
    ]


def places(settings: Settings) -> list[tuple[str, str]]:
    """Where a person finds what was made."""
    return [
        ("warehouse", f"{settings.warehouse}"),
        ("published copy", f"{settings.published_copy}"),
        ("mails", f"{settings.mail}"),
        ("page archive", f"{settings.archive}"),
    ]


def next_steps() -> list[tuple[str, str]]:
    """What someone who has just seen the sample may want to type, as they can type it here."""
    program = sys.argv[0] if Path(sys.argv[0]).name == "duban" else "duban"
    query = "select bureau, name, gap_pp, sentence from mart.lagging order by gap_pp"
    return [
        ("all that lags", f"{program} status --lagging"),
        ("ask in SQL", f'{program} sql "{query}"'),
        ("your bureaus", "one file each in sources/, as docs/sources.md says"),
    ]


@contextmanager
def telling(log_format: str = "text") -> Iterator[None]:
    """Progress on standard error while the work goes on: coloured on a terminal, plain lines else, or JSON lines."""
    log = logging.getLogger("duban")
    handler = _handler(log_format)
    handler.addFilter(_seen)
    log.setLevel(logging.INFO)
    log.addHandler(handler)
    log.propagate = False  # Prefect's own console would say each line again
    try:
        yield
    finally:
        log.propagate = True
        log.removeHandler(handler)


def _seen(record: logging.LogRecord) -> bool:
    """Every line is one line in which every character can be seen: titles of pages are among what is logged."""
    record.msg, record.args = one_line(record.getMessage()), ()
    return True


def _handler(log_format: str) -> logging.Handler:
    if log_format == "json":
        lines = logging.StreamHandler(sys.stderr)
        lines.setFormatter(JsonLines())
        return lines
    if not sys.stderr.isatty():
        handler: logging.Handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(logging.Formatter("%(asctime)s %(message)s", "%H:%M:%S"))
        return handler
    from rich.console import Console
    from rich.logging import RichHandler

    return RichHandler(console=Console(stderr=True), show_level=False, show_path=False, omit_repeated_times=False)

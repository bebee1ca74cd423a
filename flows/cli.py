"""The `duban` command. Each command imports what it needs when it runs, so that the quick ones stay quick.

Exit codes: 0 all is well, 1 problems (one line for each, on standard error), 2 the command was called wrongly.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

from cyclopts import App, CycloptsError, Parameter

from flows.cli_alerts import alerts_app
from flows.cli_backup import backup, publish, restore
from flows.cli_bulletin import bulletin_app
from flows.cli_common import Flag, in_force, say, served, warn
from flows.cli_export import export
from flows.cli_identity import identity_app
from flows.cli_operate import deploy, doctor, init, serve
from flows.cli_review import review_app
from flows.cli_sources import sources_app
from flows.cli_sql import sql
from flows.cli_targets import targets_app
from flows.problems import CommandError, MisuseError, explain

app = App(
    name="duban",
    help="督办 Duban: which of the year's promises are behind, with the sentence that proves it.",
    version="0.1.0",
    suppress_keyboard_interrupt=False,
)
for group in (sources_app, review_app, alerts_app, bulletin_app, targets_app, identity_app):
    app.command(group)
for command in (sql, export, backup, restore, publish, serve, init, doctor, deploy):
    app.command(command)


@app.command
def run(*, source: Annotated[tuple[str, ...], Parameter(negative=())] = (), sample: bool = False) -> int:
    """Visit the sources, load what is new, and send what should be told.

    Parameters
    ----------
    source
        Visit only this source; may be given several times.
    sample
        Serve the bundled sample site on this machine and visit that.
    """
    from flows.running import run_once, run_sample

    return run_sample(source) if sample else run_once(in_force(), source)


@app.command
def backfill(
    *,
    source: Annotated[tuple[str, ...], Parameter(negative=())] = (),
    region: str | None = None,
    year: Annotated[tuple[int, ...], Parameter(negative=())] = (),
    pages: int | None = None,
) -> int:
    """Fetch reports from before the first visit: more list pages than every day, only some years, only some bureaus.

    What is stored already is not fetched again, so that it may be ended at any time and typed once more.

    Parameters
    ----------
    source
        Visit only this source; may be given several times.
    region
        Visit only bureaus of this region.
    year
        Fetch only reports of this year; may be given several times.
    pages
        Read so many pages of each list instead of what its source file says (max_pages).
    """
    from flows.pipeline import Reach
    from flows.running import run_once

    return run_once(in_force(), source, Reach(region, pages, year))


@app.command
def extract(
    document: Annotated[str, Parameter(allow_leading_hyphen=True)],
    /,
    *,
    as_of: date | None = None,
    json: Flag = False,
    html: Path | None = None,
    sample: Flag = False,
) -> int:
    """Read one report and explain it: its numbers by role, its indicators, how they stand, and why.

    Parameters
    ----------
    document
        A file, an http(s) address, or - for standard input.
    as_of
        The last day that the figures cover, where the text does not say (2024-09-30).
    json
        Print one JSON object with every number and its place in the text.
    html
        Write the explanation to this file, as one page that needs nothing else.
    sample
        The address is one of the bundled sample site, which is served meanwhile.
    """
    from flows.extracting import extract_one

    with served(sample):
        extract_one(document, as_of, as_json=json, page=html)
    return 0


@app.command
def reextract(
    *,
    source: Annotated[tuple[str, ...], Parameter(negative=())] = (),
    year: int | None = None,
    region: str | None = None,
    diff: Flag = False,
    accept: Flag = False,
) -> int:
    """Read the archive again with today's readers and rules, without the network; nothing is kept until you accept it.

    Parameters
    ----------
    source
        Only this source; may be given several times.
    year
        Only reports of this year.
    region
        Only of bureaus of this region.
    diff
        Show what would change, with the sentences. Holds also where nothing else is asked for.
    accept
        Add it beside what was read before; nothing is replaced, and the next run tells what changed by it.
    """
    from flows.reextract import Wanted
    from flows.reextract_show import show
    from flows.running import read_again
    from flows.watched import complain

    done = read_again(in_force(), Wanted(source, year, region), diff=diff or not accept, accept=accept)
    show(done, accepted=accept, diff=diff or not accept)
    return complain(done.problems)


@app.command
def status(*, lagging: Flag = False) -> int:
    """The scoreboard: how many indicators stand how, from the newest report of each source.

    Parameters
    ----------
    lagging
        Also list the indicators that lag, with the sentence that says so.
    """
    from flows.published import newest
    from flows.show import lagging_rows, scoreboard

    rows = newest(settings := in_force())
    warn(settings)
    scoreboard(rows)
    if lagging:
        lagging_rows(rows)
    return 0


@app.command
def deliver(*, now: Flag = False) -> int:
    """Send what waits in the outbox.

    Parameters
    ----------
    now
        Also what failed and waits for its next attempt.
    """
    from flows.sending import send_pending
    from flows.watched import complain

    delivery = send_pending(in_force(), early=now)
    print(f"{delivery.sent} messages sent" if delivery.sent else "nothing to send")
    return complain(delivery.problems)


@app.command
def quarterly(*, period: str | None = None) -> int:
    """Check a quarter: who has not reported, what lags; one digest to everybody who is told.

    Parameters
    ----------
    period
        2026Q3, 2026H1, 2026FY ...; the quarter that ended last, when left out.
    """
    from flows.running import check_quarter

    return check_quarter(in_force(), period)


def main(tokens: Sequence[str] | None = None) -> None:
    """The console script: runs a command and exits with its code."""
    sys.exit(answer(sys.argv[1:] if tokens is None else tokens))


def answer(tokens: Sequence[str]) -> int:
    """Run a command and return its exit code; whatever goes wrong is said in lines, not in a traceback."""
    try:
        return app(tokens, exit_on_error=False, print_error=False, result_action="return_value") or 0
    except CycloptsError as error:
        return say(2, f"{error}".strip(), "'duban --help' shows the commands")
    except MisuseError as error:
        return say(2, str(error))
    except KeyboardInterrupt:
        return say(130, "interrupted; what was stored stays, and the next run goes on from there")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or the interpreter complains at its exit
        return 0
    except Exception as error:
        if os.environ.get("DUBAN_DEBUG"):
            raise
        return say(1, *str(error).splitlines() if isinstance(error, CommandError) else [explain(error)])


if __name__ == "__main__":
    main()

"""`duban sources`: what is watched, and whether the files that say so are right."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from alerting.cleaning import clean, readable
from connectors.errors import ConnectorError
from connectors.sites import Listed, discover, wanted
from connectors.source import Source, load_sources
from flows.pipeline import chosen
from flows.problems import Problem, problem
from flows.published import ask
from flows.settings import Settings
from flows.show import listing
from flows.visible import visible
from flows.visiting import client


def list_sources(settings: Settings) -> int:
    """Print every source; files with mistakes are said on standard error."""
    sources, broken = load_sources(settings.sources)
    rows = [[s.id, s.bureau, s.region, s.family, "yes" if s.enabled else "no", s.url] for s in sources]
    listing(["source", "bureau", "region", "family", "enabled", "address"], rows)
    return complain([Problem("sources", str(error)) for error in broken])


def check_sources(settings: Settings, names: Sequence[str], *, every: bool = False) -> int:
    """Check every file; read the lists of the sources named, or of every enabled one, and store nothing."""
    sources, problems = chosen(settings, names)
    if names or every:
        known = known_addresses(settings)
        problems += [found for source in sources if (found := _try(source, settings, known))]
    elif not problems:
        files, _ = load_sources(settings.sources)
        idle = len(files) - len(sources)
        print(f"{len(files)} source files are right" + (f", {idle} of them not enabled" if idle else ""))
    return complain(problems)


def complain(problems: Sequence[Problem]) -> int:
    """One line for each problem on standard error; the exit code that goes with them."""
    for found in problems:
        print(visible(f"duban: {found}"), file=sys.stderr)
    return 1 if problems else 0


def _try(source: Source, settings: Settings, known: frozenset[str]) -> Problem | None:
    with client(settings) as http:
        try:
            rows = discover(source, http, settings.now_date())
        except (ConnectorError, OSError) as error:
            return problem(source.id, error)
    followed = [row for row in rows if wanted(source, row)]
    new = [row for row in followed if row.url not in known]
    print(f"{source.id}: {len(rows)} rows listed, {len(followed)} would be followed, {len(new)} of them new")
    for row in followed:
        print(f"  {'new  ' if row in new else 'known'}  {row.published_on or 'no date'}  {_line(row)}")
    return None


def known_addresses(settings: Settings) -> frozenset[str]:
    """The addresses of the reports that the published copy has; none where nothing is published yet."""
    if not settings.published_copy.exists():
        return frozenset()
    return frozenset(url for (url,) in ask(settings, "select url from raw.document").rows)


def _line(row: Listed) -> str:
    return f"{clean(row.title, 200)}  {visible(readable(row.url))}"

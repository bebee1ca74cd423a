"""`duban sources detect`: a source file for a list page, with the rows it would follow as its last comment."""

from __future__ import annotations

import sys
from pathlib import Path

import yaml

from alerting.cleaning import clean
from connectors.errors import ConnectorError
from connectors.sites import Listed, wanted
from connectors.sites.detect import Detected, detect
from connectors.sites.naming import bureau_of, id_of, region_of, title_patterns
from connectors.source import Source
from flows.problems import CommandError, MisuseError, problem
from flows.settings import Settings
from flows.visible import visible
from flows.visiting import client
from flows.watched import complain

SHOWN = 10
UNKNOWN = "?"


def detect_source(settings: Settings, url: str, out: Path | None) -> int:
    """Print the source file, or write it to `out` and print the rows. Raises MisuseError for a file that is there."""
    if out is not None and out.exists():
        raise MisuseError(f"{out} is there already; name another file")
    with client(settings) as http:
        try:
            found = detect(url, http, settings.now_date())
        except (ConnectorError, OSError) as error:
            return complain([problem("detect", error)])
    if out is None:
        print(source_file(found, id_of(found.url)), end="")
        return 0
    return _write(found, out)


def source_file(found: Detected, name: str) -> str:
    """The text of the source file; what it says loads, and what is not known says so."""
    keys = _keys(found, name)
    Source.model_validate(keys)
    head = ["# Written by 'duban sources detect'; look at every line, above all at the titles."]
    head += [f"# {key}: not told by the page" for key in ("bureau", "region") if keys[key] == UNKNOWN]
    body = yaml.safe_dump(keys, allow_unicode=True, sort_keys=False, width=1000).splitlines()
    return "\n".join([*head, *body, *_comments(found, keys)]) + "\n"


def _write(found: Detected, out: Path) -> int:
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(source_file(found, out.stem), encoding="utf-8")
    except OSError as error:
        raise CommandError(f"{out}: cannot be written ({error.strerror}); name another file") from error
    print(f"{out}: written")
    print("\n".join(line.removeprefix("# ") for line in _comments(found, _keys(found, out.stem))))
    print(f"look at it, then try it: duban sources check {out.stem}", file=sys.stderr)
    return 0


def _keys(found: Detected, name: str) -> dict[str, object]:
    bureau = bureau_of(found.html) or UNKNOWN
    include, exclude = title_patterns(row.title for row in found.rows)
    own = {"id": name, "bureau": bureau, "region": region_of(bureau) or UNKNOWN}
    return own | {**found.keys, "url": found.url, "title_include": include, "title_exclude": exclude}


def _comments(found: Detected, keys: dict[str, object]) -> list[str]:
    source = Source.model_validate(keys)
    followed = [row for row in found.rows if wanted(source, row)]
    lines = [f"# {len(found.rows)} rows on the first pages, {len(followed)} would be followed; the newest of them:"]
    lines += [f"#   {_line(row)}" for row in followed[:SHOWN]]
    if not keys["title_include"]:
        lines.append("# no title looks like a progress report: without title_include every row is followed")
    lines += [f"# another list here: {clean(name, 40)} {visible(url)}" for name, url in found.columns[:SHOWN]]
    return lines


def _line(row: Listed) -> str:
    return f"{row.published_on or 'no date'}  {clean(row.title, 200)}  {visible(row.url)}"

"""`duban sources`: the bureaus that are watched, and how to add one."""

from __future__ import annotations

from pathlib import Path

from cyclopts import App

from flows.cli_common import Flag, in_force, served

sources_app = App(name="sources", help="The bureaus that are watched: one YAML file each.")


@sources_app.command(name="list")
def list_sources(*, sample: Flag = False) -> int:
    """List the bureaus that are watched.

    Parameters
    ----------
    sample
        Those of the bundled sample.
    """
    from flows.watched import list_sources

    with served(sample):
        return list_sources(in_force())


@sources_app.command(name="check")
def check_sources(
    *names: str,
    all: Flag = False,
    sample: Flag = False,
) -> int:
    """Check the source files; for the sources named, read their list now and say what is new. Nothing is stored.

    Parameters
    ----------
    names
        Sources to try, by their names.
    all
        Try every enabled source.
    sample
        The names are those of the bundled sample, whose site is served meanwhile.
    """
    from flows.watched import check_sources

    with served(sample):
        return check_sources(in_force(), names, every=all)


@sources_app.command(name="detect")
def detect_source(url: str, /, *, out: Path | None = None, sample: Flag = False) -> int:
    """Look at a list page: which family of sites it is, and what a source file for it would say.

    Parameters
    ----------
    url
        The http(s) address of the list, as the browser shows it.
    out
        Write the source file here instead of printing it; its name becomes the source's name.
    sample
        The address is one of the bundled sample site, which is served meanwhile.
    """
    from flows.detecting import detect_source

    with served(sample):
        return detect_source(in_force(), url, out)

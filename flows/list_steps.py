"""What a visit says of a list's rows: which are new, which came back, which vanished before their time."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from connectors.sites.listing import Listed
from warehouse.records import ListedRow


def steps_of(
    rows: Sequence[Listed],
    followed: Sequence[Listed],
    copies: Mapping[str, str],
    known: Mapping[str, ListedRow],
    failed: Collection[str] = (),
) -> Iterator[ListedRow]:
    """The steps of the followed rows, and of known ones that are missing from `rows`, which are all of the list.

    A known row is told as the list shows it now; not so where its page `failed`: a page of which the list tells
    something else is asked for until it is had. A row that is older than everything on the visited pages has moved on
    to a later page: that is not vanishing.
    """
    for row in {row.url: row for row in followed}.values():
        before = known.get(row.url)
        if before is None:
            state = "copy" if row.url in copies else "listed"
            yield ListedRow(row.url, state, row.title, row.published_on, copies.get(row.url))  # type: ignore[arg-type]
        elif before.state == "vanished":
            yield _as_shown(replace(before, state="returned"), row)
        elif row.url not in failed:
            yield _as_shown(before, row)
    yield from _vanished(rows, known)


def _as_shown(row: ListedRow, item: Listed) -> ListedRow:
    return replace(row, title=item.title, published_on=item.published_on)


def _vanished(rows: Sequence[Listed], known: Mapping[str, ListedRow]) -> Iterator[ListedRow]:
    present = {row.url for row in rows}
    oldest = min((row.published_on for row in rows if row.published_on), default=None)
    for row in known.values():
        is_due = oldest is not None and row.published_on is not None and row.published_on > oldest
        if row.url not in present and row.state != "vanished" and is_due:
            yield replace(row, state="vanished")

"""`duban identity`: which indicators are one promise, and a person's word on it. As quick to import as the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cyclopts import App

from flows.cli_common import Flag, in_force

if TYPE_CHECKING:
    pass

identity_app = App(name="identity", help="Which indicators are the same promise, through periods and years.")


@identity_app.command(name="list")
def list_promises(*, source: str | None = None, json: Flag = False) -> int:
    """List the promises that are told under several names or in several years, what is in doubt, and people's words.

    Parameters
    ----------
    source
        Only of this source.
    json
        Print one JSON object.
    """
    from flows.identifying import listed, show

    show(listed(in_force(), source), as_json=json)
    return 0


@identity_app.command
def merge(a: str, b: str, /, *, why: str = "") -> int:
    """Two indicators, or an indicator and an entry of the register, are the same promise.

    Parameters
    ----------
    a
        A key of 'duban identity list' or 'duban targets list', or the beginning of one.
    b
        The other.
    why
        In your words.
    """
    from flows.identifying import say

    print(say(in_force(), a, b, "same", why))
    return 0


@identity_app.command
def split(a: str, b: str, /, *, why: str = "") -> int:
    """They are two promises, whatever their names.

    Parameters
    ----------
    a
        A key of 'duban identity list' or 'duban targets list', or the beginning of one.
    b
        The other.
    why
        In your words.
    """
    from flows.identifying import say

    print(say(in_force(), a, b, "different", why))
    return 0


@identity_app.command
def undo(ruling: str, /, *, why: str = "") -> int:
    """Take a merge or a split back: the word before it holds, or what the names say.

    Parameters
    ----------
    ruling
        Its name in 'duban identity list', or the beginning of it.
    why
        In your words.
    """
    from flows.identifying import take_back

    print(take_back(in_force(), ruling, why))
    return 0

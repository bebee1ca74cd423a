"""`duban bulletin`: a quarter's supervision bulletin, to be read, corrected and signed by people."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from cyclopts import App

from flows.cli_common import in_force

bulletin_app = App(name="bulletin", help="Write a quarter's supervision bulletin (督查通报) as Word and as HTML.")


@bulletin_app.default
def bulletin(
    period: str,
    /,
    *,
    docx: Path | None = None,
    html: Path | None = None,
    region: str | None = None,
    language: Literal["zh", "en"] | None = None,
) -> int:
    """Write the bulletin from the published copy: counts, what is on pace, what is behind, claims; next steps blank.

    Parameters
    ----------
    period
        2024Q3, 2024H1, 2024FY ...
    docx
        Write the Word document here; both kinds go into this folder where no file is named.
    html
        Write the page here; a browser prints it as PDF.
    region
        Only the bureaus of this city, county or province.
    language
        zh or en; the installation's, when left out.
    """
    from flows.bulletins import write_bulletin

    for path in write_bulletin(in_force(), period, docx, html, region, language):
        print(path)
    return 0

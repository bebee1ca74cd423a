"""The keys of a source file that belong to one family of sites, under a key of their own."""

from __future__ import annotations

import re
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator


def _a_pattern(text: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        raise ValueError(f"is no regular expression: {error}") from error
    return text


def _a_selector(text: str) -> str:
    import soupsieve

    try:
        soupsieve.compile(text)
    except soupsieve.SelectorSyntaxError as error:
        raise ValueError(f"is no CSS selector: {str(error).partition(chr(10))[0]}") from error
    return text


Pattern = Annotated[str, AfterValidator(_a_pattern)]
Selector = Annotated[str, Field(min_length=1), AfterValidator(_a_selector)]


class _Keys(BaseModel):
    """The keys of one family, under its own name in the file."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class JpageKeys(_Keys):
    """What a column page's own call would say, where it cannot be read from the page."""

    columnid: int | str | None = None
    unitid: int | str | None = None
    webid: int | None = None
    per_page: int = Field(20, ge=1, le=100)


class GkmlptKeys(_Keys):
    """`category` is the number behind # in the browser; `first_page` is 0 on the sites that count from there."""

    category: int
    sid: int | str | None = None
    first_page: Literal[0, 1] = 1


class SelectKeys(_Keys):
    """How rows are found: by CSS selectors under `rows`, or by `links`, which their addresses match, or by both."""

    rows: Selector | None = None
    link: Selector = "a[href]"
    title: Selector | None = None
    date: Selector | None = None
    next: Selector | None = None
    links: Pattern | None = None

    @model_validator(mode="after")
    def _finds_rows(self) -> Self:
        if self.rows is None and self.links is None:
            raise ValueError("needs rows (a CSS selector) or links (a pattern of addresses)")
        if self.rows is None and (self.title or self.date or self.link != "a[href]"):
            raise ValueError("link, title and date are looked for inside rows, which is missing")
        return self

"""What came back from an address: the one record that sites and readers see, whoever fetched it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server wants to be asked by whether a page is still the one it sent; either may be missing."""

    etag: str | None = None
    last_modified: str | None = None

    def __bool__(self) -> bool:
        return bool(self.etag or self.last_modified)


@dataclass(frozen=True, slots=True)
class Response:
    """An answer. `url` is the final address, `headers` have lower-case names, `content` is decompressed.

    `media_type` is the Content-Type without its parameters, empty where there was none. `not_modified` is true where
    the server says that a conditional request's copy is still good; `content` is then empty.
    """

    url: str
    status: int
    content: bytes
    headers: Mapping[str, str] = field(default_factory=dict)
    media_type: str = ""
    not_modified: bool = False

    @property
    def validators(self) -> Validators:
        """What to ask for this page by, the next time."""
        return Validators(self.headers.get("etag"), self.headers.get("last-modified"))

"""One YAML per bureau: what it is called, where it publishes, and which of its pages are progress reports."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal, Self
from urllib.parse import urlsplit

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from connectors.errors import SourceFileError
from connectors.family_keys import GkmlptKeys, JpageKeys, Pattern, SelectKeys


def _an_encoding(text: str | None) -> str | None:
    if text is not None:
        try:
            "".encode(text)
        except LookupError as error:
            raise ValueError(f"{text!r} is no encoding; leave it out, or write gb18030 or utf-8") from error
    return text


Name = Annotated[str, Field(min_length=1)]


# the keys that belong to one family, and whether it can do without them
_KEYS_OF = {"jpage": ("jpage", False), "gkmlpt": ("gkmlpt", False), "select": ("generic", True)}
Metadata = Literal["title", "index_number", "document_number", "issuer", "topic", "published_on", "signed_on"]
FamilyName = Literal["trs", "jpage", "gkmlpt", "boda", "uuid", "generic", "feed", "sitemap", "folder"]


class Source(BaseModel):
    """One listing of one bureau. `id` is the file's name without `.yaml`: `<region>-<bureau>`.

    `url` is a list page (families of web sites) or a directory (family `folder`; relative to the file). It may be empty
    while a source is not enabled and its `hosts` are known: then nobody has found the column yet. A row is
    followed when its title matches one of `title_include` (none given: any) and none of `title_exclude`. `hosts` are
    further host names of the same bureau that redirects and rows may lead to. Fewer than `min_rows` rows on the
    visited list pages, a newest row older than `max_age_days`, or a newest report without what is `required` make the
    source broken.
    """

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    id: Name = Field(pattern=r"^[a-z0-9][a-z0-9_.-]*$")
    bureau: Name
    region: Name
    family: FamilyName
    url: str
    title_include: list[Pattern] = []
    title_exclude: list[Pattern] = []
    enabled: bool = True
    encoding: Annotated[str | None, AfterValidator(_an_encoding)] = None
    max_pages: int = Field(3, ge=1)
    min_rows: int = Field(1, ge=1)
    max_age_days: int | None = Field(None, ge=1)
    required: list[Metadata] = []
    delay_s: float = Field(1.0, ge=0)
    verify_tls: bool = True
    hosts: list[Name] = []
    jpage: JpageKeys | None = None
    gkmlpt: GkmlptKeys | None = None
    select: SelectKeys | None = None
    note: str | None = None

    @model_validator(mode="after")
    def _an_exception_has_a_reason(self) -> Self:
        if not self.verify_tls and not self.note:
            raise ValueError("verify_tls: false needs its reason; write it into note")
        return self

    @model_validator(mode="after")
    def _keys_fit_family(self) -> Self:
        for key, (family, is_needed) in _KEYS_OF.items():
            is_given = getattr(self, key) is not None
            if is_given and self.family != family:
                raise ValueError(f"{key}: is for family {family}, not for {self.family}")
            if is_needed and not is_given and self.family == family:
                raise ValueError(f"{key}: is missing; family {family} finds its rows by it")
        return self

    @model_validator(mode="after")
    def _url_fits_family(self) -> Self:
        if not self.url and not self.enabled and self.hosts:
            return self
        address = urlsplit(self.url)
        is_web = address.scheme in ("http", "https") and bool(address.hostname)
        if self.family != "folder" and not is_web:
            raise ValueError(f"url: must be the http(s) address of a list page for family {self.family}")
        if self.family == "folder" and address.scheme in ("http", "https"):
            raise ValueError("url: must be a directory for family folder")
        return self

    @property
    def all_hosts(self) -> frozenset[str]:
        """The host names that are this bureau's, in lower case; empty for a folder."""
        own = urlsplit(self.url).hostname if self.family != "folder" else None
        return frozenset(name.lower() for name in [*self.hosts, *([own] if own else [])])


def load_sources(folder: Path) -> tuple[list[Source], list[SourceFileError]]:
    """The sources of a folder in the order of their names, and one error for each file that cannot be used."""
    if not folder.is_dir():
        return [], [SourceFileError(folder, ["no such folder; create it or correct the setting `sources`"])]
    sources, errors = [], []
    for path in sorted(folder.iterdir()):
        if path.suffix not in (".yaml", ".yml") or path.name.startswith("."):
            continue
        try:
            sources.append(load_source(path))
        except SourceFileError as error:
            errors.append(error)
    return sources, errors


def load_source(path: Path) -> Source:
    """The source of one file. Raises SourceFileError with every mistake at once."""
    if path.suffix != ".yaml":
        raise SourceFileError(path, [f"not read; rename it to {path.stem}.yaml"])
    content = _content(path)
    try:
        source = Source.model_validate(content)
    except ValidationError as error:
        raise SourceFileError(path, list(_problems(error))) from None
    if source.id != path.stem:
        raise SourceFileError(path, [f"id: must be the file's name, {path.stem!r}, not {source.id!r}"])
    if source.family == "folder":
        return source.model_copy(update={"url": str((path.parent / source.url).resolve())})
    return source


class UniqueKeys(yaml.SafeLoader):
    """YAML in which a key may stand once: PyYAML silently takes the last one."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [self.construct_object(key) for key, _ in node.value]
        for key in keys:
            if keys.count(key) > 1:
                raise yaml.constructor.ConstructorError(None, None, f"{key}: stands twice", node.start_mark)
        return super().construct_mapping(node, deep)


def _content(path: Path) -> dict[Any, Any]:
    try:
        content = yaml.load(path.read_text(encoding="utf-8-sig"), UniqueKeys)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SourceFileError(path, ["not readable as YAML: " + " ".join(str(error).split())]) from None
    if not isinstance(content, dict):
        raise SourceFileError(path, ["must hold keys and values, such as 'bureau: 某市科学技术局'"])
    return content


def _problems(error: ValidationError) -> Iterator[str]:
    for detail in error.errors():
        key = ".".join(str(part) for part in detail["loc"])
        message = detail["msg"].removeprefix("Value error, ")
        if detail["type"] == "extra_forbidden":
            close = get_close_matches(key.rpartition(".")[2], _names_beside(detail["loc"]), n=1)
            yield f"{key}: unknown key" + (f", did you mean {close[0]}?" if close else "")
        elif detail["type"] == "missing":
            yield f"{key}: is missing"
        else:
            yield f"{key}: {message}" if key else message


def _names_beside(place: tuple[int | str, ...]) -> list[str]:
    """The keys that may stand where this one does."""
    blocks: dict[str, type[BaseModel]] = {"jpage": JpageKeys, "gkmlpt": GkmlptKeys, "select": SelectKeys}
    return list(blocks.get(str(place[0]), Source).model_fields if len(place) > 1 else Source.model_fields)

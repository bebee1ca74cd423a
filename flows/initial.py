"""`duban init`: a commented configuration in this folder. It asks nothing, and what is there already stays.

Every key stands there with its default behind a `#` (the two folders without), from the same model as
docs/settings.md; what can be found out (the login, for who reviews) is said.
"""

from __future__ import annotations

import getpass
import os
from collections.abc import Iterator
from pathlib import Path

from pydantic.fields import FieldInfo

from flows.settings import PATHS, Settings
from flows.settings_page import described, plain

CHANNELS = """\
# channels:
#   - kind: folder              # mails as .eml files in <data>/mail
#   - kind: smtp
#     host: mail.example.gov.cn
#     port: 587
#     security: starttls        # or tls, or none inside a machine room
#     username: duban
#     password: ${DUBAN_MAIL_PASSWORD}    # from the environment: no secret is written down
#     sender: 督办系统 <duban@example.gov.cn>
#     recipients: [dcs@example.gov.cn]
"""
SECOND_READER = """\
# second_reader:
#   url: http://127.0.0.1:8000/v1
#   model: ...
"""
HEAD = """\
# What this installation decides (docs/settings.md).
# Remove the '#' before a key to change its default; 'duban doctor' says what is wrong.
"""
HOSTS = """\
# hosts:
#   kjj.example.gov.cn: 10.0.0.8:80
"""
EXAMPLES = {
    "contact": "https://dc.example.gov.cn/about",
    "today": "2026-11-26",
    "alerts": "alerts.yaml",
    "dask_scheduler": "tcp://10.0.0.5:8786",
}
SHOWN = {"channels": CHANNELS, "second_reader": SECOND_READER, "hosts": HOSTS}
NEXT = """\
next: one file for each bureau in {sources} ('duban sources detect URL' writes one),
then 'duban doctor' and 'duban run'"""


def init(folder: Path | None = None) -> int:
    """Write what is not there yet, and say what was written."""
    place = folder or Path.cwd()
    for path, text in ((place / "duban.yaml", configuration()), (place / "sources" / "README.md", README)):
        _write(path, text)
    print(NEXT.format(sources=place / "sources"))
    return 0


def configuration() -> str:
    """duban.yaml as it is written: valid, and with every key as a comment."""
    return HEAD + "".join(_entry(name, field) for name, field in Settings.model_fields.items())


def _entry(name: str, field: FieldInfo) -> str:
    sign = (
        "" if name in PATHS and field.default is not None else "# "
    )  # relative to this file, wherever a command is typed
    shown = SHOWN.get(name) or f"{sign}{name}: {_example(name, field)}\n"
    return "\n" + "".join(f"# {line}\n" for line in _wrapped(described(field))) + shown


def _example(name: str, field: FieldInfo) -> str:
    value = field.get_default(call_default_factory=True)
    if name == "reviewer":
        return getpass.getuser()
    return EXAMPLES.get(name) or plain(value)


def _wrapped(text: str) -> Iterator[str]:
    import textwrap

    yield from textwrap.wrap(text, 110)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o640)
    except FileExistsError:
        print(f"{path} is there already and stays as it is")
        return
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    print(f"{path} written")


README = """\
One YAML file for each bureau, as docs/sources.md of Duban says:

    duban sources detect https://kjj.example.gov.cn/zwgk/jzqk/ --out sources/example-kjj.yaml
    duban sources check example-kjj
"""

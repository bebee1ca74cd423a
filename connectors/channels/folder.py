"""Mails as files in a folder, for a person or another program to open: the default, which needs no server."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

from connectors.channels.message import Message
from connectors.channels.mime import mail_of, safe_name
from connectors.errors import DeliveryError

# what some file system, shell or archive takes amiss
_UNFIT = re.compile(r"[\W_]+")
_SUBJECT, _IDENTITY = 60, 16  # characters; a name may have 255 bytes, and a Chinese character has three


@dataclass(frozen=True)
class FolderChannel:
    """A folder of `<subject>-<identity>.eml`. The same message sent again is the same file."""

    path: Path
    sender: str = "督办系统 <duban@localhost>"
    name: str = "folder"

    def send(self, message: Message) -> str:
        """Write the mail; it is whole or not there. Returns the file's path. Raises DeliveryError."""
        content, target = mail_of(message, self.sender, self.name).as_bytes(), self.path / _file_name(message)
        try:
            self._write(target, content)
        except OSError as error:
            reason = f"{self.path} cannot be written ({error.strerror or error})"
            raise DeliveryError(
                self.name, message.recipient, reason, True, "free some space or correct the path"
            ) from error
        return str(target)

    def close(self) -> None:
        """Nothing is kept open."""

    def _write(self, target: Path, content: bytes) -> None:
        self.path.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=self.path, prefix=".", suffix=".part", delete=False) as file:
            try:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
                os.replace(file.name, target)  # noqa: PTH105 - beside os.fsync
            except OSError:
                Path(file.name).unlink(missing_ok=True)
                raise


def _file_name(message: Message) -> str:
    """What the mail says, for who looks into the folder, and the beginning of its identity."""
    subject = _UNFIT.sub("_", message.subject).strip("_")[:_SUBJECT]
    identity = safe_name(message.message_id)[:_IDENTITY]
    return f"{subject}-{identity}.eml" if subject else f"{identity}.eml"

from __future__ import annotations

import email
from email.policy import default
from pathlib import Path

import pytest

from connectors.channels import FolderChannel, Message
from connectors.errors import DeliveryError

MESSAGE = Message("3f9a", "duban@localhost", "云河市：1项落后", "正文", "<p>正文</p>")


def test_a_mail_is_a_file_that_mail_programs_open(tmp_path: Path) -> None:
    channel = FolderChannel(tmp_path / "mail")
    channel.send(MESSAGE)
    channel.send(MESSAGE)
    (path,) = (tmp_path / "mail").iterdir()
    assert path.name == "云河市_1项落后-3f9a.eml"
    mail = email.message_from_bytes(path.read_bytes(), policy=default)
    assert (mail["subject"], mail["to"]) == (MESSAGE.subject, MESSAGE.recipient)


@pytest.mark.parametrize("message_id", ["../../etc/passwd", "a/b\\c", ".hidden", ""])
def test_a_message_stays_in_its_folder(tmp_path: Path, message_id: str) -> None:
    FolderChannel(tmp_path / "mail").send(Message(message_id, "a@b.example", "无", "正文"))
    (path,) = tmp_path.rglob("*.eml")
    assert path.parent == tmp_path / "mail"
    assert not path.name.startswith(".")


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "mail").write_text("a file stands in the way")
    with pytest.raises(DeliveryError, match=r"channel folder to duban@localhost.*cannot be written") as caught:
        FolderChannel(tmp_path / "mail").send(MESSAGE)
    assert caught.value.retryable


def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(DeliveryError, match="No space left"):
        FolderChannel(tmp_path).send(MESSAGE)
    assert list(tmp_path.iterdir()) == []

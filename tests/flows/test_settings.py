"""Settings: file and environment, every mistake at once, secrets only from the environment."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from flows.settings import Settings, SettingsError, SmtpChannel, WebhookChannel, load_settings


@pytest.fixture
def config(tmp_path: Path) -> Path:
    return tmp_path / "duban.yaml"


def loaded(config: Path, text: str, monkeypatch: pytest.MonkeyPatch, **environ: str) -> Settings:
    config.write_text(text, encoding="utf-8")
    for name, value in {"DUBAN_CONFIG": str(config), **environ}.items():
        monkeypatch.setenv(name, value)
    return load_settings()


def test_defaults_need_no_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    settings = load_settings()
    assert settings.warehouse == Path("data/warehouse.duckdb")
    assert [channel.kind for channel in settings.channels] == ["folder"]


def test_paths_of_the_file_are_relative_to_the_file(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = loaded(config, "data: kept\nsources: /srv/sources\n", monkeypatch)
    assert settings.data == config.parent / "kept"
    assert settings.sources == Path("/srv/sources")


def test_the_environment_wins_over_the_file(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = loaded(config, "today: 2026-01-01\n", monkeypatch, DUBAN_TODAY="2026-11-20")
    assert settings.now_date() == date(2026, 11, 20)


def test_every_mistake_is_said_at_once(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "dta: ./data\nkeep_copies: none\nchannels:\n- {kind: smtp, host: mail, sender: a@b, recipients: []}\n"
    with pytest.raises(SettingsError) as error:
        loaded(config, text, monkeypatch, DUBAN_TODYA="2026-11-20")
    said = "\n".join(error.value.problems)
    assert "unknown key 'dta'" in said
    assert "'keep_copies'" in said
    assert "recipients" in said
    assert "unknown variable DUBAN_TODYA" in said
    assert all(line.startswith(str(config)) for line in str(error.value).splitlines())


def test_a_secret_comes_from_the_environment(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (
        "channels:\n- {kind: smtp, host: mail, sender: a@b.c, recipients: [d@e.f], password: '${DUBAN_MAIL_SECRET}'}\n"
    )
    settings = loaded(config, text, monkeypatch, DUBAN_MAIL_SECRET="hush")
    channel = settings.channels[0]
    assert isinstance(channel, SmtpChannel)
    assert channel.password is not None
    assert channel.password.get_secret_value() == "hush"
    assert "hush" not in repr(settings)


def test_an_absent_secret_is_a_mistake(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SettingsError, match=r"HOOK_TOKEN.* is not set"):
        loaded(config, "channels:\n- {kind: webhook, url: 'https://h.example/${HOOK_TOKEN}'}\n", monkeypatch)


@pytest.mark.parametrize("text", ["- a\n- b\n", "a: [", "just words", "today: 2026-13-40", "data: a\ndata: b"])
def test_a_file_that_cannot_be_meant(config: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    with pytest.raises(SettingsError, match=r"duban\.yaml"):
        loaded(config, text, monkeypatch)


def test_two_channels_of_one_name(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SettingsError, match="two channels are named 'folder'"):
        loaded(config, "channels:\n- {kind: folder}\n- {kind: folder, path: other}\n", monkeypatch)


def test_hosts_say_where_to_connect() -> None:
    settings = Settings(hosts={"kjj.example": "127.0.0.1:8123"})
    assert settings.resolve("kjj.example", 80) == ("127.0.0.1", 8123)
    assert settings.resolve("8.8.8.8", 443) == ("8.8.8.8", 443)
    with pytest.raises(OSError, match="no public address"):
        settings.resolve("10.0.0.8", 443)


def test_a_robot_is_called_by_its_kind_and_shows_no_key(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = loaded(
        config, "channels:\n- {kind: wecom, key: hush}\n- {kind: feishu, key: hush, language: en}\n", monkeypatch
    )
    assert [(channel.name, channel.recipients, channel.language) for channel in settings.channels] == [
        ("wecom", ("wecom",), None), ("feishu", ("feishu",), "en"),
    ]  # fmt: skip
    assert "hush" not in repr(settings)


def test_a_webhooks_mistakes_are_said_without_its_secrets(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "channels:\n- {kind: webhook, url: 'ftp://h.example/geheim', secrets: [geheim]}\n"
    with pytest.raises(SettingsError) as caught:
        loaded(config, text, monkeypatch)
    assert "an address begins with http" in str(caught.value)
    assert "24 to 64 bytes" in str(caught.value)
    assert "geheim" not in str(caught.value)


def test_a_block_stands_for_a_secret_until_something_is_sent(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "channels:\n- {kind: webhook, url: '${block:hook}', secrets: ['${block:key}']}\n"
    (channel,) = loaded(config, text, monkeypatch).channels
    assert isinstance(channel, WebhookChannel)
    assert channel.url.get_secret_value() == "${block:hook}"

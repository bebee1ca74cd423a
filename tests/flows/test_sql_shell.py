"""The shell: lines typed into it, what comes out, and that it lives through whatever is asked."""

from __future__ import annotations

import os
import signal
import threading

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from flows.settings import load_settings
from flows.sql_shell import Shell, run_shell
from flows.sql_words import Words
from warehouse.publish import publish
from warehouse.store import open_writer


@pytest.fixture
def settings(data, empty_warehouse):
    """Settings whose published copy has nothing in it."""
    settings = load_settings()
    data.mkdir()
    settings.warehouse.write_bytes(empty_warehouse.read_bytes())
    publish(settings.warehouse, settings.published)
    return settings


@pytest.fixture
def typed(settings, capfd):
    """Type these keys into the shell; what was printed, and said on the side."""

    def type_in(keys, form="csv"):
        with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
            pipe.send_text(keys)
            assert run_shell(settings, form) == 0
        return capfd.readouterr()

    return type_in


def test_a_statement_may_take_several_lines_and_errors_end_nothing(typed, settings):
    out, err = typed("select 6 * 7\nas n;\nselec 1;\nfrom read_csv('/etc/passwd');\n\nselect 1 as m;\n.quit\n")
    assert out == "n\n42\nm\n1\n"
    assert "the published copy of" in err
    assert sum(line.startswith("duban: the query was refused") for line in err.splitlines()) == 2
    assert err.count("(1 row)") == 2
    history = settings.data / "sql_history"
    assert "+as n;" in history.read_text(encoding="utf-8")
    assert history.stat().st_mode & 0o077 == 0


def test_the_end_of_input_and_ctrl_c_at_the_prompt(typed):
    out, _ = typed("select 1 as n;\n\x03\x04")
    assert out == "n\n1\n"


def test_it_says_what_there_is(typed):
    out, err = typed(".help\n.tables\n.describe mart.lagging\n.describe lagging\n.describe\n.nosuch\nexit\n")
    assert ".describe NAME" in out
    assert 'mart.progress,"进展（当前） | one row per indicator' in out
    assert "main.scoreboard(...),计分板（某期）" in out
    assert "zh.滞后" in out
    assert out.count("gap_pp,") >= 2
    assert "'.describe' is no command" not in err
    assert err.count("'.help' lists them") == 2


def test_a_long_answer_is_cut_on_the_screen(settings, capsys):
    shell = Shell(settings, "csv")
    assert shell.obey("from range(600)")
    shell.close()
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 501
    assert "the first 500 rows" in err


def test_ctrl_c_stops_a_query_and_not_the_shell(settings, capsys):
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # who runs in the background ignores it
    shell = Shell(settings, "csv")
    pressed = threading.Timer(0.3, lambda: os.kill(os.getpid(), signal.SIGINT))
    pressed.start()
    try:
        assert shell.obey("select sum(sqrt(range)) from range(1000000000000)")
        assert shell.obey("select 1 as n")
    finally:
        signal.signal(signal.SIGINT, before)
    shell.close()
    out, err = capsys.readouterr()
    assert out == "n\n1\n"
    assert err.splitlines()[0] == "stopped"


def test_a_copy_that_was_published_meanwhile_is_read(settings, capsys):
    shell = Shell(settings, "csv")
    with open_writer(settings.warehouse) as con:
        con.execute("insert into core.source values ('a', '甲局', '乙', '', 'trs', now())")
    publish(settings.warehouse, settings.published)
    assert shell.obey("select bureau from core.v_source")
    shell.close()
    out, err = capsys.readouterr()
    assert out == "bureau\n甲局\n"
    assert "a newer copy was published" in err


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("sel", ["select"]),
        ("from mart.l", ["mart.lagging"]),
        ("select bur| from mart.lagging", ["bureau"]),
        ("from zh.滞", ["zh.滞后"]),
        ("select 差|  from zh.滞后", ["差距（百分点）"]),
        ("from scor", ["scoreboard('2024Q3')"]),
        (".de", [".describe"]),
        (".describe zh", ["zh.滞后"]),
        ("select ", []),
    ],
)
def test_words_are_completed(text, found):
    tables = {"mart.lagging": ["bureau", "gap_pp"], "zh.滞后": ["部门", "差距（百分点）"]}
    words = Words(tables, ["scoreboard('2024Q3')"])
    cursor = text.index("|") if "|" in text else len(text)
    document = Document(text.replace("|", ""), cursor)
    assert [completion.text for completion in words.get_completions(document, CompleteEvent())] == found

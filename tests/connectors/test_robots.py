"""robots.txt is asked once for a site and obeyed; a page for people in its place is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from connectors.errors import FetchError
from connectors.response import Response
from connectors.robots import Robots

PAGE = "http://kjj.yunhe.example/zwdc/index.shtml?page=2"


def robots(content: str | bytes, status: int = 200, media_type: str = "text/plain") -> tuple[Robots, list[str]]:
    asked: list[str] = []

    def ask(url: str, verify_tls: bool) -> Response:
        asked.append(url)
        return Response(url, status, content.encode() if isinstance(content, str) else content, {}, media_type)

    return Robots("Duban/0.1 (+ops@yunhe.example)", ask), asked


@pytest.mark.parametrize(
    ("content", "delay_s"),
    [
        ("", 0),
        ("User-agent: *\nDisallow: /admin/\n", 0),
        ("User-agent: *\nCrawl-delay: 7\nDisallow:\n", 7),
        ("User-agent: *\nDisallow: /\n\nUser-agent: Duban\nAllow: /\nCrawl-delay: 2.5\n", 2.5),
        ("User-agent: *\nDisallow: /zwdc/\nAllow: /zwdc/index\n", 0),
        ("User-agent: Other\nDisallow: /\nCrawl-delay: 9\n", 0),
        ("\ufeffUser-agent: *\r\nCrawl-delay: 3\r\n", 3),
        (b"User-agent: *\n# \xd6\xd0\xce\xc4\nCrawl-delay: 4\n", 4),
    ],
)
def test_what_is_allowed_and_how_fast(content: str | bytes, delay_s: float) -> None:
    rules, _ = robots(content)
    assert rules.delay_s(PAGE, True) == delay_s


@pytest.mark.parametrize(
    "content",
    ["User-agent: *\nDisallow: /\n", "User-agent: duban\nDisallow: /zwdc/\n", "User-agent: *\nDisallow: /*page=\n"],
)
def test_a_ban_is_said(content: str) -> None:
    rules, _ = robots(content)
    with pytest.raises(FetchError, match=r"robots\.txt does not allow it; ask the bureau") as caught:
        rules.delay_s(PAGE, True)
    assert not caught.value.retryable


def test_a_rest_that_no_run_has_is_a_ban() -> None:
    rules, _ = robots("User-agent: *\nCrawl-delay: 86400\n")
    with pytest.raises(FetchError, match="asks for a rest of 86400 s"):
        rules.delay_s(PAGE, True)


@pytest.mark.parametrize(
    ("content", "status", "media_type"),
    [
        ("User-agent: *\nDisallow: /", 404, "text/plain"),
        ("User-agent: *\nDisallow: /", 403, "text/plain"),
        ("User-agent: *\nDisallow: /", 302, "text/plain"),
        ("<html>User-agent: *\nDisallow: /</html>", 200, "text/html"),
        ("User-agent: *\nDisallow: /", 200, "text/html"),
        (" \n<!DOCTYPE html>\nUser-agent: *\nDisallow: /", 200, "text/plain"),
    ],
)
def test_no_file_forbids_nothing(content: str, status: int, media_type: str) -> None:
    rules, _ = robots(content, status, media_type)
    assert rules.delay_s(PAGE, True) == 0


def test_each_site_is_asked_once() -> None:
    rules, asked = robots("")
    for url in (PAGE, "http://kjj.yunhe.example/", "https://kjj.yunhe.example/", "http://kjj.yunhe.example:8080/"):
        rules.delay_s(url, True)
        rules.delay_s(url, True)
    assert asked == [
        "http://kjj.yunhe.example/robots.txt",
        "https://kjj.yunhe.example/robots.txt",
        "http://kjj.yunhe.example:8080/robots.txt",
    ]


def test_a_site_in_trouble_is_asked_again_next_time() -> None:
    answers: list[Callable[[], Response]] = []

    def ask(url: str, verify_tls: bool) -> Response:
        if not answers:
            answers.append(lambda: Response(url, 200, b""))
            raise FetchError(url, "the server answered 500", 500, retryable=True)
        return answers[0]()

    rules = Robots("Duban", ask)
    with pytest.raises(FetchError, match="answered 500"):
        rules.delay_s(PAGE, True)
    assert rules.delay_s(PAGE, True) == 0

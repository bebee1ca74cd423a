from __future__ import annotations

import gzip
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request
from werkzeug import Response as Answer

from connectors.errors import FetchError
from connectors.http import Client, Response, looks_missing

MakeClient = Callable[..., Client]
MakeServer = Callable[[list[bytes | None]], int]


def answers(*replies: Answer) -> Callable[[Request], Answer]:
    """A page that answers each request with the next reply."""
    rest = iter(replies)
    return lambda request: next(rest)


def test_get_says_who_asks_and_what_came(httpserver: HTTPServer, make_client: MakeClient) -> None:
    httpserver.expect_request("/a.shtml", headers={"User-Agent": "Duban/0.1 (+ops@yunhe.example)"}).respond_with_data(
        "报告", content_type="Text/HTML; charset=utf-8", headers={"ETag": '"7"'}
    )
    answer = make_client(user_agent="Duban/0.1 (+ops@yunhe.example)").get(httpserver.url_for("/a.shtml"))
    assert (answer.status, answer.media_type, answer.headers["etag"]) == (200, "text/html", '"7"')
    assert answer.content.decode() == "报告"
    assert not answer.not_modified


def test_a_conditional_request_may_be_answered_with_not_modified(
    httpserver: HTTPServer, make_client: MakeClient
) -> None:
    httpserver.expect_request("/a", headers={"If-None-Match": '"7"'}).respond_with_data(status=304)
    answer = make_client().get(httpserver.url_for("/a"), etag='"7"')
    assert answer.not_modified
    assert answer.content == b""


def test_a_page_is_said_to_lead_there_whatever_its_address(httpserver: HTTPServer, make_client: MakeClient) -> None:
    referer = "http://kjj.yunhe.example/%E4%BF%A1/index.html?a=b%20c"
    httpserver.expect_request("/a", headers={"Referer": referer}).respond_with_data("好")
    url = httpserver.url_for("/a")
    assert make_client().get(url, referer="http://kjj.yunhe.example/信/index.html?a=b%20c", etag='"é"').status == 200


def test_a_server_in_trouble_is_asked_again_with_growing_pauses(
    httpserver: HTTPServer, make_client: MakeClient, pauses: list[float]
) -> None:
    httpserver.expect_request("/a").respond_with_handler(
        answers(Answer(status=500), Answer(status=502), Answer(status=503), Answer("好"))
    )
    assert make_client(backoff_s=1.0).get(httpserver.url_for("/a")).content.decode() == "好"
    assert [round(pause) >= low for pause, low in zip(pauses, [1, 1, 3], strict=True)] == [True] * 3
    assert pauses == sorted(pauses)


def test_attempts_end(httpserver: HTTPServer, make_client: MakeClient) -> None:
    httpserver.expect_request("/a").respond_with_data(status=503)
    with pytest.raises(FetchError, match="answered 503") as caught:
        make_client(retries=2).get(httpserver.url_for("/a"))
    assert caught.value.retryable
    assert len(httpserver.log) == 3


@pytest.mark.parametrize("status", [404, 410, 403, 412, 501])
def test_a_refusal_is_not_asked_again(httpserver: HTTPServer, make_client: MakeClient, status: int) -> None:
    httpserver.expect_request("/a").respond_with_data(status=status)
    with pytest.raises(FetchError) as caught:
        make_client().get(httpserver.url_for("/a"))
    assert (caught.value.status, caught.value.retryable, len(httpserver.log)) == (status, False, 1)


def test_a_browser_check_is_reported_as_such(httpserver: HTTPServer, make_client: MakeClient) -> None:
    httpserver.expect_request("/a").respond_with_data("<script>challenge()</script>", status=412)
    with pytest.raises(FetchError, match="browser check"):
        make_client().get(httpserver.url_for("/a"))


def test_retry_after_is_honoured(httpserver: HTTPServer, make_client: MakeClient, pauses: list[float]) -> None:
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=20), usegmt=True)
    httpserver.expect_request("/a").respond_with_handler(
        answers(
            Answer(status=429, headers={"Retry-After": "7"}),
            Answer(status=503, headers={"Retry-After": soon}),
            Answer("好"),
        )
    )
    make_client().get(httpserver.url_for("/a"))
    assert pauses[0] == 7
    assert 15 < pauses[1] <= 20


def test_a_long_retry_after_ends_the_attempts(
    httpserver: HTTPServer, make_client: MakeClient, pauses: list[float]
) -> None:
    httpserver.expect_request("/a").respond_with_data(status=429, headers={"Retry-After": "3600"})
    with pytest.raises(FetchError, match="answered 429"):
        make_client(max_wait_s=60).get(httpserver.url_for("/a"))
    assert pauses == []


def test_a_reset_connection_is_tried_again(raw_server: MakeServer, make_client: MakeClient) -> None:
    port = raw_server([None, None, b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok"])
    assert make_client().get(f"http://kjj.yunhe.example:{port}/").content == b"ok"


def test_a_truncated_answer_is_not_taken_for_the_whole(raw_server: MakeServer, make_client: MakeClient) -> None:
    cut = b"HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\n<html>"
    port = raw_server([cut, cut])
    with pytest.raises(FetchError, match="broke off") as caught:
        make_client(retries=1).get(f"http://kjj.yunhe.example:{port}/")
    assert caught.value.retryable


def test_nonsense_is_one_clear_line(raw_server: MakeServer, make_client: MakeClient) -> None:
    port = raw_server([b"SSH-2.0-OpenSSH\r\n"])
    with pytest.raises(FetchError) as caught:
        make_client(retries=0).get(f"http://kjj.yunhe.example:{port}/")
    assert "\n" not in str(caught.value)


def test_an_unreachable_host_is_named(make_client: MakeClient) -> None:
    def nowhere(host: str, port: int) -> tuple[str, int]:
        raise OSError(f"{host} has no address")

    with pytest.raises(FetchError, match=r"http://kjj\.yunhe\.example/.*cannot be reached.*next run") as caught:
        make_client(retries=1, resolve=nowhere).get("http://kjj.yunhe.example/")
    assert caught.value.retryable


def test_a_silent_server_times_out(make_client: MakeClient, raw_server: MakeServer) -> None:
    port = raw_server([])
    with pytest.raises(FetchError, match="no answer in time"):
        make_client(retries=0, timeout_s=0.1).get(f"http://kjj.yunhe.example:{port}/")


def test_a_drip_of_bytes_is_bounded(httpserver: HTTPServer, make_client: MakeClient) -> None:
    def drip() -> Iterator[bytes]:
        for _ in range(20):
            time.sleep(0.01)
            yield b"a"

    httpserver.expect_request("/drip").respond_with_handler(lambda request: Answer(drip()))
    ticks = iter(range(0, 10_000, 30))
    with pytest.raises(FetchError, match="longer than 60 s"):
        make_client(retries=0, deadline_s=60.0, clock=lambda: float(next(ticks))).get(httpserver.url_for("/drip"))


def test_an_answer_over_the_limit_is_refused_while_it_comes(httpserver: HTTPServer, make_client: MakeClient) -> None:
    httpserver.expect_request("/big").respond_with_handler(lambda request: Answer(iter([b"x" * 1024] * 4096)))
    with pytest.raises(FetchError, match=r"larger than 0\.5 MB") as caught:
        make_client(max_bytes=2**19).get(httpserver.url_for("/big"))
    assert not caught.value.retryable


def test_the_limit_counts_decompressed_bytes(httpserver: HTTPServer, make_client: MakeClient) -> None:
    bomb = gzip.compress(b"\0" * 3 * 2**20)
    httpserver.expect_request("/bomb").respond_with_data(bomb, headers={"Content-Encoding": "gzip"})
    with pytest.raises(FetchError, match="larger than"):
        make_client(max_bytes=2**20).get(httpserver.url_for("/bomb"))


def redirecting(httpserver: HTTPServer, path: str, target: str) -> None:
    httpserver.expect_request(path).respond_with_data(status=302, headers={"Location": target})


def test_redirects_inside_the_host_are_followed(httpserver: HTTPServer, make_client: MakeClient) -> None:
    redirecting(httpserver, "/old", "/new")
    httpserver.expect_request("/new").respond_with_data("好")
    answer = make_client().get(httpserver.url_for("/old"))
    assert answer.url == httpserver.url_for("/new")


def test_redirects_go_to_registered_hosts_only(httpserver: HTTPServer, make_client: MakeClient) -> None:
    target = f"http://www.yunhe.example:{httpserver.port}/new"
    redirecting(httpserver, "/old", target)
    httpserver.expect_request("/new").respond_with_data("好")
    old = f"http://kjj.yunhe.example:{httpserver.port}/old"
    with pytest.raises(FetchError, match=r"another host, www\.yunhe\.example; add www\.yunhe\.example to hosts"):
        make_client().get(old)
    assert make_client().get(old, hosts=["WWW.yunhe.example"]).url == target


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://kjj.yunhe.example/", "http://[::1", ""])
def test_redirects_to_no_web_address_are_refused(httpserver: HTTPServer, make_client: MakeClient, target: str) -> None:
    redirecting(httpserver, "/old", target)
    with pytest.raises(FetchError):
        make_client().get(httpserver.url_for("/old"))


def test_a_redirect_loop_ends(httpserver: HTTPServer, make_client: MakeClient) -> None:
    redirecting(httpserver, "/a", "/a")
    with pytest.raises(FetchError, match="more than 5 times"):
        make_client().get(httpserver.url_for("/a"))
    assert len(httpserver.log) == 6


def test_names_keep_their_host_header_while_the_resolver_says_where_they_live(
    httpserver: HTTPServer, make_client: MakeClient
) -> None:
    def book(host: str, port: int) -> tuple[str, int]:
        assert (host, port) == ("kjj.yunhe.example", 80)
        return "127.0.0.1", httpserver.port

    httpserver.expect_request("/a", headers={"Host": "kjj.yunhe.example"}).respond_with_data("好")
    assert make_client(resolve=book).get("http://kjj.yunhe.example/a").url == "http://kjj.yunhe.example/a"


def test_the_name_service_is_asked_and_what_is_private_is_not_connected_to(
    httpserver: HTTPServer, make_client: MakeClient
) -> None:
    httpserver.expect_request("/a").respond_with_data("好")
    with pytest.raises(FetchError, match=r"no public address: 127\.0\.0\.1; .*setting hosts") as caught:
        make_client(resolve=None).get(httpserver.url_for("/a"))
    assert (caught.value.retryable, httpserver.log) == (False, [])


def test_a_webhook_may_be_private(httpserver: HTTPServer, make_client: MakeClient) -> None:
    httpserver.expect_request("/hook", method="POST").respond_with_data("")
    assert make_client(resolve=None).post_json(httpserver.url_for("/hook"), b"{}").status == 200


@pytest.mark.parametrize(
    "url", ["", "kjj.yunhe.example", "ftp://kjj.yunhe.example/", "http://", "http://[::1/", "javascript:;"]
)
def test_what_is_no_web_address_is_refused(make_client: MakeClient, url: str) -> None:
    with pytest.raises(FetchError, match=r"no http\(s\) address"):
        make_client().get(url)


def test_a_host_rests_between_two_requests(
    httpserver: HTTPServer, make_client: MakeClient, pauses: list[float]
) -> None:
    httpserver.expect_request("/a").respond_with_data("好")
    client = make_client(delay_s=8.0)
    client.get(f"http://a.example:{httpserver.port}/a")
    client.get(f"http://b.example:{httpserver.port}/a")
    assert pauses == []
    client.get(f"http://a.example:{httpserver.port}/a")
    assert 5 < pauses[0] <= 10
    client.get(f"http://b.example:{httpserver.port}/a", delay_s=0)
    assert len(pauses) == 2


def test_a_host_has_one_request_at_a_time(httpserver: HTTPServer, make_client: MakeClient) -> None:
    running, most = 0, 0

    def slow(request: Request) -> Answer:
        nonlocal running, most
        running += 1
        most = max(most, running)
        time.sleep(0.02)
        running -= 1
        return Answer("好")

    httpserver.expect_request("/a").respond_with_handler(slow)
    client = make_client()
    threads = [threading.Thread(target=client.get, args=(httpserver.url_for("/a"),)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(httpserver.log), most) == (4, 1)


@pytest.fixture
def tls_server(server_tls: ssl.SSLContext) -> Iterator[HTTPServer]:
    with HTTPServer(ssl_context=server_tls) as server:
        server.expect_request("/a").respond_with_data("好")
        yield server


def test_a_bad_certificate_needs_a_written_exception(tls_server: HTTPServer, make_client: MakeClient) -> None:
    client, url = make_client(), tls_server.url_for("/a")
    with pytest.raises(FetchError, match=r"certificate is not valid.*verify_tls: false") as caught:
        client.get(url)
    assert not caught.value.retryable
    assert client.get(url, verify_tls=False).status == 200
    with pytest.raises(FetchError):
        client.get(url)


def test_post_json_repeats_with_the_same_headers(httpserver: HTTPServer, make_client: MakeClient) -> None:
    httpserver.expect_request("/hook", method="POST").respond_with_handler(
        answers(Answer(status=502), Answer(status=204))
    )
    assert make_client().post_json(httpserver.url_for("/hook"), b"{}", {"webhook-id": "m1"}).status == 204
    assert [request.headers["webhook-id"] for request, _ in httpserver.log] == ["m1", "m1"]
    assert {request.content_type for request, _ in httpserver.log} == {"application/json; charset=utf-8"}


def test_a_redirected_post_is_a_failure(httpserver: HTTPServer, make_client: MakeClient) -> None:
    redirecting(httpserver, "/hook", "/elsewhere")
    with pytest.raises(FetchError, match="answers with a redirect"):
        make_client().post_json(httpserver.url_for("/hook"), b"{}")


@pytest.mark.parametrize(
    ("page", "missing"),
    [
        ("<html><title>404 Not Found</title><body>云河市</body></html>", True),
        ("<html><title>云河市</title><body><p>您访问的页面不存在或已被删除！</p></body></html>", True),
        ("<title>云河市</title><script>var t='页面不存在'</script><p>一季度完成投资3亿元。</p>", False),
        ("<title>404条民生诉求办理情况</title><p>全部办结。</p>", False),
        ("<p>网站访问的页面不存在的问题已整改。</p>" + "<p>一季度完成投资3亿元。</p>" * 40, False),
        ("", False),
    ],
)
def test_looks_missing(page: str, missing: bool) -> None:
    assert looks_missing(Response("http://a.example/", 200, page.encode("gb18030"), {}, "text/html")) is missing


def test_an_image_is_no_missing_page() -> None:
    assert not looks_missing(Response("http://a.example/", 200, b"404 not found", {}, "image/png"))

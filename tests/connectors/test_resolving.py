"""Only public addresses are connected to, and the one that was checked is the one that is used."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from connectors.errors import FetchError
from connectors.http import Client
from connectors.resolving import is_public, own_address, public_address

MakeClient = Callable[..., Client]


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2001:4860:4860::8888", True),
        ("127.0.0.1", False),
        ("10.0.0.8", False),
        ("172.16.3.4", False),
        ("192.168.1.1", False),
        ("100.64.0.1", False),
        ("169.254.169.254", False),
        ("0.0.0.0", False),
        ("255.255.255.255", False),
        ("224.0.0.1", False),
        ("239.1.1.1", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:10.0.0.8", False),
        ("::ffff:8.8.8.8", True),
        ("64:ff9b::a00:8", False),
        ("2002:a00:8::1", False),
    ],
)
def test_what_is_public(address: str, public: bool) -> None:
    assert is_public(address) is public


def names(*addresses: str) -> Callable[..., list[tuple[Any, ...]]]:
    """A name service that gives every host these addresses."""
    return lambda host, port, **_: [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in addresses
    ]


def test_ipv4_comes_first_and_private_ones_never() -> None:
    lookup = names("2001:4860:4860::8888", "10.0.0.8", "8.8.8.8")
    assert public_address("kjj.yunhe.example", 80, lookup) == ("8.8.8.8", 80)


def test_none_public_is_refused() -> None:
    with pytest.raises(OSError, match=r"kjj\.yunhe\.example has no public address: 10\.0\.0\.8"):
        public_address("kjj.yunhe.example", 80, names("10.0.0.8"))


def test_what_the_operator_wrote_goes_by_the_book_or_by_its_name() -> None:
    def book(host: str, port: int) -> tuple[str, int]:
        if host != "hook.example":
            raise OSError("not in the book")
        return "127.0.0.1", 9

    assert own_address(book)("hook.example", 443) == ("127.0.0.1", 9)
    assert own_address(book)("other.example", 443) == ("other.example", 443)
    assert own_address(None)("10.0.0.8", 80) == ("10.0.0.8", 80)


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    """A server that would take any connection to loopback."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.setblocking(False)
        yield listening


@pytest.mark.parametrize(
    ("host", "lives_at"),
    [
        ("127.0.0.1", "127.0.0.1"),  # an address instead of a name
        ("kjj.yunhe.example", "127.0.0.1"),  # a name that leads to this machine
        ("[::ffff:127.0.0.1]", "::ffff:127.0.0.1"),
        ("2130706433", "127.0.0.1"),  # an address as one number, which the name service reads
    ],
)
def test_no_connection_is_tried_to_a_private_address(
    host: str, lives_at: str, listener: socket.socket, make_client: MakeClient
) -> None:
    client = make_client(resolve=lambda name, port: public_address(name, port, names(lives_at)), retries=0)
    with pytest.raises(FetchError, match="has no public address"):
        client.get(f"http://{host}:{listener.getsockname()[1]}/latest/meta-data/")
    with pytest.raises(BlockingIOError):  # nobody knocked
        listener.accept()


def test_the_name_service_is_asked_once(listener: socket.socket, make_client: MakeClient) -> None:
    """A name that is public when it is checked and private a moment later: the second answer is never asked for."""
    answers = iter([names("8.8.8.8"), names("127.0.0.1")])
    asked: list[tuple[str, int]] = []

    def resolve(host: str, port: int) -> tuple[str, int]:
        asked.append(public_address(host, port, next(answers)))
        raise OSError("far away")  # the test stays on this machine

    with pytest.raises(FetchError, match="cannot be reached"):
        make_client(resolve=resolve, retries=0).get(f"http://kjj.yunhe.example:{listener.getsockname()[1]}/")
    assert [address for address, _ in asked] == ["8.8.8.8"]

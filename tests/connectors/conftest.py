"""Servers on loopback and a client that does not wait."""

from __future__ import annotations

import socket
import ssl
import struct
import threading
from collections.abc import Callable, Iterator

import pytest
import trustme
from pytest_httpserver import HTTPServer

from connectors.http import Client
from connectors.source import Source


@pytest.fixture
def pauses() -> list[float]:
    """The pauses that the client took, in seconds."""
    return []


@pytest.fixture
def make_client(pauses: list[float], httpserver: HTTPServer) -> Iterator[Callable[..., Client]]:
    """Clients without delay that note their pauses, and for which every host name is the test server."""
    clients: list[Client] = []

    def make(**settings: object) -> Client:
        defaults: dict[str, object] = {
            "delay_s": 0.0,
            "timeout_s": 5.0,
            "sleep": pauses.append,
            "robots": False,
            "resolve": lambda host, port: ("127.0.0.1", port),
        }
        clients.append(Client(**(defaults | settings)))  # type: ignore[arg-type]
        return clients[-1]

    yield make
    for client in clients:
        client.close()


@pytest.fixture
def make_source() -> Callable[..., Source]:
    """Sources of a city that does not exist."""

    def make(**settings: object) -> Source:
        defaults: dict[str, object] = {
            "id": "yunhe-kjj",
            "bureau": "云河市科学技术局",
            "region": "云河市",
            "family": "trs",
            "url": "http://kjj.yunhe.example/zwdc/",
            "delay_s": 0.0,
        }
        return Source.model_validate(defaults | settings)

    return make


@pytest.fixture
def raw_server() -> Iterator[Callable[[list[bytes | None]], int]]:
    """A server that answers each connection with the next bytes and closes; None resets it. Returns its port."""
    listeners: list[socket.socket] = []

    def start(answers: list[bytes | None]) -> int:
        listener = socket.create_server(("127.0.0.1", 0))
        listeners.append(listener)
        threading.Thread(target=_serve, args=(listener, list(answers)), daemon=True).start()
        return int(listener.getsockname()[1])

    yield start
    for listener in listeners:
        listener.close()


def _serve(listener: socket.socket, answers: list[bytes | None]) -> None:
    for answer in answers:
        try:
            connection, _ = listener.accept()
        except OSError:
            return
        with connection:
            connection.recv(65536)
            if answer is None:
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            else:
                connection.sendall(answer)


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    """A certificate authority that nobody trusts by default."""
    return trustme.CA()


@pytest.fixture(scope="session")
def server_tls(authority: trustme.CA) -> ssl.SSLContext:
    """What a server on loopback shows."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost", "127.0.0.1").configure_cert(context)
    return context


@pytest.fixture(scope="session")
def client_tls(authority: trustme.CA) -> ssl.SSLContext:
    """A client's trust in that authority."""
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context

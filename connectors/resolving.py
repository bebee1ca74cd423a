"""From a host name to the address that is connected to: public ones only, or those of a book.

The seam is httpcore's network backend, below HTTP: URL, Host header and TLS server name stay those of the site. The
address that was checked is the one that is connected to; nobody asks the name service a second time.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Any

import httpcore

from connectors.patience import Patience, PatientStream

# (host name, port) of the URL -> (IP address, port) to connect to; it may raise OSError to refuse a host
Resolve = Callable[[str, int], tuple[str, int]]
# socket.getaddrinfo, or what stands for it in a test
Lookup = Callable[..., list[tuple[Any, ...]]]

PRIVATE = "has no public address"
_NAT64 = ip_network("64:ff9b::/96")


def public_address(host: str, port: int, lookup: Lookup = socket.getaddrinfo) -> tuple[str, int]:
    """Where a host lives, by the name service, IPv4 before IPv6. Raises OSError where no address is public."""
    found = lookup(host, port, type=socket.SOCK_STREAM, flags=socket.AI_ADDRCONFIG)
    addresses = sorted({str(entry[4][0]) for entry in found}, key=lambda address: (":" in address, address))
    public = next(filter(is_public, addresses), None)
    if public is None:
        raise OSError(f"{host} {PRIVATE}: {', '.join(addresses)}")
    return public, port


def own_address(book: Resolve | None) -> Resolve:
    """For addresses that the operator wrote into the settings: by the book, else by their name, private or not."""

    def resolve(host: str, port: int) -> tuple[str, int]:
        try:
            return book(host, port) if book else (host, port)
        except OSError:
            return host, port

    return resolve


def is_public(address: str) -> bool:
    """Whether an IP address is one of the internet's: not of this machine, its network, or any other special use."""
    ip = _meant(ip_address(address.partition("%")[0]))
    return ip.is_global and not ip.is_multicast


def is_private_address(host: str) -> bool:
    """Whether a host is an address, not a name, that is none of the internet's."""
    try:
        return not is_public(host.strip("[]"))
    except ValueError:
        return False


def _meant(ip: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address that some IPv6 addresses stand for."""
    if isinstance(ip, IPv4Address):
        return ip
    if ip in _NAT64:
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else ip)


class ResolvedNetwork(httpcore.NetworkBackend):
    """A network in which `resolve` says where a host lives, and in which nobody waits longer than `patience`."""

    def __init__(self, resolve: Resolve, patience: Patience) -> None:
        self._resolve, self._patience = resolve, patience
        self._network = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the address that `resolve` gives."""
        try:
            address, real_port = self._resolve(host, port)
        except (OSError, ValueError) as error:
            raise httpcore.ConnectError(str(error)) from error
        wait_s = self._patience.left(timeout)
        stream = self._network.connect_tcp(address, real_port, wait_s, local_address, socket_options)
        return PatientStream(stream, self._patience)

    def sleep(self, seconds: float) -> None:
        """Wait, as httpcore does between its own attempts."""
        self._network.sleep(seconds)

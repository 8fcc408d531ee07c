"""Which machines may be asked: public ones only, and the address that was looked at is the one that is connected to.

A name can stand for one address when it is checked and for another when it is used (DNS rebinding). So the name is resolved here,
once a connection, and the connection is made to the number. Certificates are still checked against the name.
"""

import socket
import time
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Any

import httpcore

_NAT64 = IPv6Network("64:ff9b::/96")
"""IPv4 addresses as seen from a network of IPv6 only (RFC 6052)."""


class Refused(Exception):
    """A host that is not to be asked, or has no address."""


class Guard(httpcore.NetworkBackend):
    """Connects to public addresses only, unless ``private``. No step goes on beyond ``end`` (``time.monotonic``); the look-up of
    a name alone keeps the system's own time."""

    def __init__(self, end: float, *, private: bool) -> None:
        self._end, self._private = end, private
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        numbers = resolve(host, port, private=self._private)
        for number in numbers[:-1]:
            try:
                return self._connect(number, port)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return self._connect(numbers[-1], port)

    def _connect(self, number: str, port: int) -> httpcore.NetworkStream:
        return _Timed(self._sockets.connect_tcp(number, port, left(self._end, 10.0)), self._end)


class _Timed(httpcore.NetworkStream):
    """A connection of which all reads and writes together end in time, however slowly they drip."""

    def __init__(self, stream: httpcore.NetworkStream, end: float) -> None:
        self._stream, self._end = stream, end

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, left(self._end, timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, left(self._end, timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Timed(self._stream.start_tls(ssl_context, server_hostname, left(self._end, timeout)), self._end)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def left(end: float, most: float | None = None) -> float:
    """Seconds until ``end``, at most ``most``. Raises ``httpcore.ReadTimeout`` where none is left."""
    seconds = end - time.monotonic()
    if seconds <= 0:
        raise httpcore.ReadTimeout
    return seconds if most is None else min(seconds, most)


def resolve(host: str, port: int, *, private: bool) -> list[str]:
    """The numbers of a host. Raises ``Refused`` where one of them is not public, unless ``private``."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Refused(f"no address is known for {host}") from error
    numbers = list(dict.fromkeys(str(info[4][0]) for info in found))
    if not private and not all(public(number) for number in numbers):
        raise Refused(f"{host} is no public address; --allow-private asks it all the same")
    return numbers


def public(number: str) -> bool:
    """Whether anyone on the internet may be there: not this machine, not its neighbours, no group, no address inside another."""
    try:
        ip: IPv4Address | IPv6Address = ip_address(number.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, IPv6Address):
        if ip in _NAT64:
            ip = IPv4Address(int(ip) & 0xFFFFFFFF)
        elif ip.ipv4_mapped or ip.sixtofour or ip.teredo or ip.is_site_local:
            return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_link_local or ip.is_loopback)

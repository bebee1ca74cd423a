"""Packed bodies (gzip, deflate, br), unpacked no further than a limit: a bomb of some kilobytes holds gigabytes."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator

import brotli

ACCEPTED = "gzip, deflate, br"
_STEP = 2**16


class TooLarge(Exception):  # noqa: N818 - the event, as the caller names it
    """The unpacked body is larger than the limit."""


class NotPacked(ValueError):  # noqa: N818
    """The body is not what its header says, or ends too early."""


def unpacked(chunks: Iterator[bytes], encoding: str, max_bytes: int) -> Iterator[bytes]:
    """The pieces of the body as they come. Raises TooLarge, and NotPacked.

    `encoding` is the Content-Encoding header; no more than `max_bytes` and one step are ever in memory.
    """
    names = [name.strip().lower() for name in encoding.split(",") if name.strip().lower() not in ("", "identity")]
    if len(names) > 1 or any(name not in _METHODS for name in names):
        raise NotPacked(f"it is packed as {encoding}, which nobody asked for")
    pieces = _METHODS[names[0]](chunks) if names else chunks
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > max_bytes:
            raise TooLarge
        yield piece


def _zlib(chunks: Iterator[bytes], window_bits: int) -> Iterator[bytes]:
    unpacking = zlib.decompressobj(window_bits)
    for chunk in chunks:
        rest = chunk
        while rest:
            if unpacking.eof:  # several members, one after the other
                unpacking = zlib.decompressobj(window_bits)
            try:
                yield unpacking.decompress(rest, _STEP)
            except zlib.error as error:
                raise NotPacked(f"it cannot be unpacked ({error})") from error
            rest = unpacking.unconsumed_tail or unpacking.unused_data
    if not unpacking.eof:
        yield unpacking.flush()
        raise NotPacked("its packed bytes end too early")


def _gzip(chunks: Iterator[bytes]) -> Iterator[bytes]:
    return _zlib(chunks, zlib.MAX_WBITS | 16)


def _deflate(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """Deflate with its frame, as it should be, or bare, as some servers send it."""
    first = b""
    while len(first) < 2 and (chunk := next(chunks, b"")):
        first += chunk
    has_frame = len(first) > 1 and first[0] & 0x0F == 8 and (first[0] << 8 | first[1]) % 31 == 0
    return _zlib(_again(first, chunks), zlib.MAX_WBITS if has_frame else -zlib.MAX_WBITS)


def _again(first: bytes, chunks: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from chunks


def _brotli(chunks: Iterator[bytes]) -> Iterator[bytes]:
    unpacking = brotli.Decompressor()
    try:
        for chunk in chunks:
            piece = unpacking.process(chunk, output_buffer_limit=_STEP)
            while piece:
                yield piece
                # what it took in may hold more than it gave out
                piece = b"" if unpacking.is_finished() else unpacking.process(b"", output_buffer_limit=_STEP)
    except brotli.error as error:
        raise NotPacked(f"it cannot be unpacked ({error})") from error
    if not unpacking.is_finished():
        raise NotPacked("its packed bytes end too early")


_METHODS: dict[str, Callable[[Iterator[bytes]], Iterator[bytes]]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
}

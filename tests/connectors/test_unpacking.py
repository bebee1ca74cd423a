from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterator

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.unpacking import NotPacked, TooLarge, unpacked


def bare(content: bytes) -> bytes:
    packing = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packing.compress(content) + packing.flush()


PACKERS: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "gzip": ("gzip", gzip.compress),
    "x-gzip": ("X-GZIP", gzip.compress),
    "deflate": ("deflate", zlib.compress),
    "bare deflate": ("deflate", bare),
    "br": ("br", brotli.compress),
    "nothing": ("", bytes),
    "identity": ("identity", bytes),
}


def chunks(content: bytes, size: int) -> Iterator[bytes]:
    return (content[at : at + size] for at in range(0, len(content), size))


@pytest.mark.parametrize("name", PACKERS)
@given(content=st.binary(max_size=300), size=st.integers(1, 50))
def test_what_was_packed_comes_out(name: str, content: bytes, size: int) -> None:
    encoding, pack = PACKERS[name]
    assert b"".join(unpacked(chunks(pack(content), size), encoding, 300)) == content


@pytest.mark.parametrize("name", PACKERS)
def test_no_further_than_the_limit(name: str) -> None:
    encoding, pack = PACKERS[name]
    pieces: list[bytes] = []
    with pytest.raises(TooLarge):
        pieces.extend(unpacked(iter([pack(b"\0" * 2**22)]), encoding, 2**20))
    # one packed chunk, and yet nothing near the whole was ever in memory
    assert sum(map(len, pieces)) <= 2**20


@pytest.mark.parametrize("name", ["gzip", "deflate", "br"])
def test_a_part_is_not_taken_for_the_whole(name: str) -> None:
    encoding, pack = PACKERS[name]
    packed = pack(bytes(range(256)) * 20)
    with pytest.raises(NotPacked, match="too early"):
        list(unpacked(iter([packed[: len(packed) // 2]]), encoding, 2**20))


@pytest.mark.parametrize("encoding", ["gzip", "br", "deflate", "zstd", "gzip, br", "compress"])
def test_what_is_not_packed_so(encoding: str) -> None:
    with pytest.raises(NotPacked):
        list(unpacked(iter([b"<html>plain</html>"]), encoding, 2**20))


def test_members_one_after_the_other() -> None:
    packed = gzip.compress(b"one") + gzip.compress(b"two")
    assert b"".join(unpacked(iter([packed]), "gzip", 99)) == b"onetwo"

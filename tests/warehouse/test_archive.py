from __future__ import annotations

import os
import time
from pathlib import Path

from warehouse import archive


def test_what_a_killed_writer_left_goes_and_what_another_is_writing_stays(tmp_path: Path) -> None:
    page = archive.place(tmp_path, archive.store(tmp_path, b"a page"))
    left, beside = page.with_name(".tmp-left"), page.with_name(".tmp-beside")
    left.touch()
    beside.touch()
    os.utime(left, (time.time() - 7200,) * 2)
    page.unlink()
    assert archive.fetch(tmp_path, archive.store(tmp_path, b"a page")) == b"a page"
    assert sorted(page.parent.iterdir()) == sorted([page, beside])

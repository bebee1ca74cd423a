"""`python bound.py PARENT ARGUMENTS...`: Python with these arguments, which ends when its parent does.

A run that is killed with -9 can end nothing itself, and Prefect's server would stay for good. On Linux the kernel
ends it (prctl(2), kept over execve); elsewhere it is started as it is.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1


def bound(*arguments: str) -> list[str]:
    """The command that runs Python with the arguments, bound to this process.

    To be started by a thread that lives as long as the process: the kernel looks at the thread.
    """
    return [sys.executable, "-I", __file__, str(os.getpid()), *arguments]


def main(parent: str, *arguments: str) -> None:
    """Bind this process to its parent, then become the other program."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        if os.getppid() != int(parent):  # it ended before it was asked for
            return
    _become([sys.executable, *arguments])


def _become(command: list[str]) -> None:
    os.execv(command[0], command)


if __name__ == "__main__":
    main(*sys.argv[1:])

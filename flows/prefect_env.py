"""What Prefect must know before it is imported: where it keeps its state, and that it keeps it to itself.

Measured on 3.8.8: a fresh home takes 17 s to migrate and now and then more than the 20 s Prefect waits for it; a task
that fails is logged with a traceback, while our runs report each failure as one line of their own.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from flows.room import require_room

DEFAULTS = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
    "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
    "PREFECT_SERVER_UI_API_URL": "/api",
    "PREFECT_TASK_RUNNER_THREAD_POOL_MAX_WORKERS": "4",  # sources visited at the same time
    "DASK_LOGGING__DISTRIBUTED": "error",  # who connects to whom is nobody's news
    "PREFECT_LOGGING_LEVEL": "WARNING",
    "PREFECT_LOGGING_LOGGERS_PREFECT_TASK_RUNS_LEVEL": "CRITICAL",
    "PREFECT_LOGGING_LOGGERS_PREFECT_FLOW_RUNS_LEVEL": "CRITICAL",
    "PREFECT_INTERNAL_LOGGING_LEVEL": "CRITICAL",  # an event that did not reach the server is said by server_faults
    "PREFECT_LOGGING_TO_API_ENABLED": "false",
    "PREFECT_LOGGING_TO_API_WHEN_MISSING_FLOW": "ignore",
}


def prepare(data: Path, log_format: str = "text") -> None:
    """Set Prefect's environment, keeping what the operator has set; the home is `<data>/prefect`.

    Raises RuntimeError when Prefect was imported already, because it would not see any of this, OSError when the home
    cannot be made, and CommandError when there is no room there or in the data folder: Prefect itself would try for
    two minutes and then print its server's tracebacks.
    """
    if "prefect" in sys.modules:
        raise RuntimeError("prefect was imported before flows.prefect_env.prepare() set its environment")
    os.environ.setdefault("PREFECT_HOME", str((data / "prefect").absolute()))
    home = Path(os.environ["PREFECT_HOME"])
    require_room(data)
    require_room(home)
    home.mkdir(parents=True, exist_ok=True)
    formats = {"PREFECT_LOGGING_HANDLERS_CONSOLE_FORMATTER": "json"} if log_format == "json" else {}
    for name, value in (DEFAULTS | formats).items():
        os.environ.setdefault(name, value)

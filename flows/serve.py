"""`duban serve`: Prefect's server, the deployments with their schedules, and a worker, all of which end with it.

Its state is `<data>/prefect` (SQLite): it may be stopped, killed and started again. What a worker that was killed left
unfinished runs again.
"""

from __future__ import annotations

import asyncio
import fcntl
import http.client
import os
import signal
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from types import FrameType

from flows import prefect_env
from flows.children import Child, adopting, end_descendants, end_left_behind
from flows.problems import CommandError, MisuseError
from flows.settings import Settings

LAST_PORT = 65535
PAUSE_S = 0.5
PATIENCE_S = 20.0  # for what is asked to end
RESTARTS = 5  # of the worker within WINDOW_S; more often, something is wrong that a person must see
WINDOW_S = 600.0
MARK = "SERVED_BY_DUBAN"  # in the environment of all that is started: the data folder
ENVIRON = {
    "PREFECT_LOGGING_TO_API_ENABLED": "true",
    "PREFECT_LOGGING_LEVEL": "INFO",
    "PREFECT_LOGGING_EXTRA_LOGGERS": "duban",
    "PREFECT_SERVER_LOGGING_LEVEL": "WARNING",
    "PREFECT__SERVER_FINAL": "1",
}


def serve(settings: Settings, host: str, port: int) -> int:
    """Run until a signal says to end; 0 then. Raises CommandError when it cannot start or cannot go on."""
    environ = _environ(settings, host, port)
    with only_one(settings.data), stopping() as stop, adopting():
        end_left_behind(MARK, environ[MARK])
        _require_port(host, port)
        server = Child.start("Prefect's server", *_uvicorn(host, port), environ=environ)
        print("starting Prefect's server (its first start takes a while)", flush=True)
        try:
            if _has_begun(server, host, port, stop) and _is_prepared(settings, environ, stop):
                worker = Child.start("the worker", *_worker(), environ=environ)
                print(_ready(settings, host, port), flush=True)
                _watch_over(server, worker, stop)
        finally:
            print("ending", flush=True)
            end_descendants(PATIENCE_S, besides={server.process.pid})  # while they can still say so to the server
            server.stop(PATIENCE_S)
    return 0


def _environ(settings: Settings, host: str, port: int) -> dict[str, str]:
    """The environment of the server, the worker and the flows: what the operator has set stays."""
    for name, value in ENVIRON.items():
        os.environ.setdefault(name, value)
    prefect_env.prepare(settings.data, settings.log_format)
    os.environ["PREFECT_API_URL"] = f"http://{_url_host(host)}:{port}/api"
    os.environ.update(_places(settings))
    return {**os.environ, MARK: str(settings.data.absolute())}


def _places(settings: Settings) -> dict[str, str]:
    """Where the flows find everything: they run in the checkout, wherever this was started."""
    from flows.standing import CHECKOUT

    config = Path(os.environ.get("DUBAN_CONFIG", "duban.yaml")).absolute()
    found = {"DUBAN_CONFIG": str(config)} if config.exists() else {}
    return found | {
        "DUBAN_HOME": str(CHECKOUT),
        "DUBAN_DATA": str(settings.data.absolute()),
        "DUBAN_SOURCES": str(settings.sources.absolute()),
    }


@contextmanager
def only_one(data: Path) -> Iterator[None]:
    """The right to serve this data folder. Raises CommandError where another has it."""
    with (data / "serve.lock").open("a+", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            raise CommandError(
                f"{data}: 'duban serve' runs here already (process {file.read().strip() or 'unknown'}); "
                "end that one first, or serve another data folder"
            ) from None
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield


@contextmanager
def stopping() -> Iterator[Event]:
    """An event that SIGINT and SIGTERM set; a second one does not hurry it: children are ended in order."""
    stop = Event()

    def told(number: int, frame: FrameType | None) -> None:
        stop.set()

    before = {number: signal.signal(number, told) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _require_port(host: str, port: int) -> None:
    if not 0 < port <= LAST_PORT:
        raise MisuseError(f"{port} is no port; choose one from 1 to {LAST_PORT} with --port")
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        raise CommandError(f"{host} port {port}: {error.strerror or error}; choose another with --port") from None


def _uvicorn(host: str, port: int) -> tuple[str, ...]:
    import prefect

    folder = str(prefect.__module_path__.parent)
    factory = ("-m", "uvicorn", "--app-dir", folder, "--factory", "prefect.server.api.server:create_app")
    place = ("--host", host, "--port", str(port), "--log-level", "warning", "--timeout-keep-alive", "5")
    return (*factory, *place, "--lifespan", "on")


def _worker() -> tuple[str, ...]:
    from flows.standing import POOL

    return ("-m", "prefect", "worker", "start", "--pool", POOL, "--name", "duban serve")


def _has_begun(server: Child, host: str, port: int, stop: Event) -> bool:
    """Wait until the server answers; False when it is told to end before."""
    until = time.monotonic() + float(os.environ["PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS"])
    while not stop.wait(PAUSE_S):
        if server.has_ended:
            raise CommandError(f"{server.name} ended as it started ({server.how_it_ended}); its last lines stand above")
        if _answers(host, port):
            return True
        if time.monotonic() > until:
            raise CommandError(f"{server.name} did not answer in time; is the machine short of memory?")
    return False


def _answers(host: str, port: int) -> bool:
    connection = http.client.HTTPConnection(host, port, timeout=10)
    with suppress(OSError, http.client.HTTPException):
        connection.request("GET", "/api/health")
        return connection.getresponse().status == http.HTTPStatus.OK
    connection.close()
    return False


def _is_prepared(settings: Settings, environ: dict[str, str], stop: Event) -> bool:
    """Tell the server what it has to do, and clear what an earlier one left; False when told to end."""
    from flows import deploying, standing

    try:
        deploying.tell(environ)
    except CommandError:
        if not stop.is_set():  # a Ctrl-C ends what tells the server, too
            raise
    if stop.is_set():
        return False
    deploying.automate(settings)
    cleared = asyncio.run(standing.clear(datetime.now(UTC)))
    if cleared.died:
        print(f"ended before they were done, and run again: {', '.join(cleared.died)}", flush=True)
    if cleared.late:
        print(
            f"put aside: {cleared.late} runs whose hour had passed; the last of each kind does their work", flush=True
        )
    return not stop.is_set()


def _watch_over(server: Child, worker: Child, stop: Event) -> None:
    """Until told to end: a worker that ends is started again; a server that ends, ends everything."""
    restarts: list[float] = []
    while not stop.wait(PAUSE_S):
        if server.has_ended:
            raise CommandError(f"{server.name} ended ({server.how_it_ended}); its last lines stand above")
        if worker.has_ended:
            restarts = [at for at in restarts if at > time.monotonic() - WINDOW_S]
            if len(restarts) >= RESTARTS:
                raise CommandError(
                    f"{worker.name} ended {len(restarts) + 1} times in ten minutes ({worker.how_it_ended}); "
                    "its last lines stand above"
                )
            print(f"{worker.name} ended ({worker.how_it_ended}) and is started again", file=sys.stderr, flush=True)
            _revive(server, worker)
            restarts.append(time.monotonic())


def _revive(server: Child, worker: Child) -> None:
    """Start the worker again, after what it left behind has ended and is known to have."""
    from flows import standing

    end_descendants(PATIENCE_S, besides={server.process.pid})
    asyncio.run(standing.clear(datetime.now(UTC)))
    worker.restart()


def _ready(settings: Settings, host: str, port: int) -> str:
    return "\n".join(
        (
            "Duban is running; Ctrl-C ends it.",
            f"{'schedules':<16}http://{_url_host(host)}:{port}/deployments",
            f"{'data':<16}{settings.data}",
            f"{'sources':<16}{settings.sources}",
        )
    )


def _url_host(host: str) -> str:
    return f"[{host}]" if ":" in host else host

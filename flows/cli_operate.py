"""`duban serve`, `init`, `doctor` and `deploy`: an installation that runs by itself."""

from __future__ import annotations

from flows.cli_common import Flag, in_force


def serve(*, host: str = "127.0.0.1", port: int = 4200) -> int:
    """Run by itself until Ctrl-C: Prefect's server, the schedules and a worker on this machine.

    Parameters
    ----------
    host
        The address the server listens at; whoever reaches it can start and change everything.
    port
        Its port.
    """
    from flows.serve import serve

    return serve(in_force(), host, port)


def init() -> int:
    """Write a commented configuration here: duban.yaml and the folder sources. What is there already stays."""
    from flows.initial import init

    return init()


def doctor(*, channels: Flag = False) -> int:
    """Look for everything that can be wrong with this installation; each line says what to do.

    Parameters
    ----------
    channels
        Also log in to the mail servers and connect to the addresses of the other channels; nothing is sent.
    """
    from flows.doctor import doctor

    return doctor(channels=channels)


def deploy() -> int:
    """Tell a Prefect server of your own the pool, the deployments with their schedules, and the automations."""
    from flows.deploying import deploy

    return deploy(in_force())

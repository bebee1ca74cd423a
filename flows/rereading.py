"""The flow that reads the archive again: batches of revisions side by side, then one loader in the flow's own process.

`duban reextract` without Prefect does the same in one process (flows/reextract.py). Both share the stage: killed or
cancelled, the next one goes on from there.
"""

from __future__ import annotations

import asyncio
import pickle
from collections.abc import Sequence
from pathlib import Path

from prefect import flow, task
from prefect.cache_policies import NO_CACHE

from flows import naming, observing, server_events
from flows.archive_reading import read_batch
from flows.artifacts import leave_text, reextract_markdown, seen
from flows.problems import Problem, problem
from flows.reextract import Reextracted, Wanted, chosen, concluded, encodings_of, unread
from flows.reextract_stage import Line, ReextractStage, written
from flows.settings import Settings, load_settings
from flows.workers import value_of, workers
from warehouse.revisions import Archived

observing.observe()
server_events.hurry()

AT_ONCE = 250  # revisions of one task: seconds of work, beside which Prefect's cost of a task is small


@task(task_run_name="read {label}", cache_policy=NO_CACHE)
def read_again(label: str, packed: bytes) -> tuple[list[Line], list[Problem]]:
    """Read a batch, and leave what is read differently as Parquet in the stage."""
    settings, folder, revisions, encodings = pickle.loads(packed)
    read, problems = read_batch(settings, revisions, encodings)
    return written(folder, read), problems


@flow(name="reextract", flow_run_name=naming.reextract_run, validate_parameters=True)
async def rereading(
    sources: list[str] | None = None, year: int | None = None, region: str | None = None, accept: bool = False
) -> Reextracted:
    """Read the archive again with today's rules, by source, year and region; show what changes, keep it if `accept`.

    The network is not touched.
    """
    naming.refuse_endless()
    settings = load_settings()
    revisions = await asyncio.to_thread(chosen, settings, Wanted(tuple(sources or ()), year, region))
    stage = ReextractStage(settings)
    problems = await mapped(settings, stage, revisions)
    done = await asyncio.to_thread(concluded, settings, stage, revisions, problems, diff=True, accept=accept)
    text = reextract_markdown(done, accepted=accept)
    await leave_text("reextract", text, "What reading again changes / 重新读取的差异")
    return done


async def mapped(settings: Settings, stage: ReextractStage, revisions: Sequence[Archived]) -> list[Problem]:
    """Everything that the stage has not got yet, read by the workers; a batch that failed is read next time."""
    problems: list[Problem] = []
    if not (batches := unread(stage, revisions, AT_ONCE)):
        return problems
    with workers(settings) as runner:
        encodings = encodings_of(settings)
        coming = [
            runner.submit(read_again, _parameters(settings, stage.folder, number, batch, encodings))
            for number, batch in enumerate(batches, 1)
        ]
        async for future in seen("reextract-progress", "Batches read / 已重新读取", coming):
            found = await asyncio.to_thread(value_of, future)
            if isinstance(found, BaseException):
                problems.append(problem("reextract", found))
            else:
                stage.note(found[0])
                problems += found[1]
    return problems


def _parameters(
    settings: Settings, folder: Path, number: int, batch: Sequence[Archived], encodings: dict[str, str | None]
) -> dict[str, object]:
    packed = pickle.dumps((settings.without_secrets(), folder.absolute(), batch, encodings))
    return {"label": f"batch {number}: {batch[0].revision.source_id} and on", "packed": packed}

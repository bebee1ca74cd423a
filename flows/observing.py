"""Traces of runs and tasks, and counts of what they did, for an OpenTelemetry collector where one is configured.

Prefect makes the spans, and measures memory and processor time of a run that a worker starts; this sends them, and
counts beside them. Without OTEL_EXPORTER_OTLP_ENDPOINT nothing is kept and nothing is sent.
"""

from __future__ import annotations

import logging
import os
from functools import cache
from typing import TYPE_CHECKING

from opentelemetry import metrics, trace  # the interface, which Prefect brings: it does nothing by itself

if TYPE_CHECKING:
    from flows.pipeline import RunResult
    from flows.sending import Delivery

log = logging.getLogger("duban")
ENDPOINTS = ("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT")
NOT_INSTALLED = (
    "an OpenTelemetry collector is configured (OTEL_...), but nothing installed can send to it: install what "
    "requirements.lock says"
)


def is_configured() -> bool:
    """Whether the environment names a collector, as OpenTelemetry has it."""
    return os.environ.get("OTEL_SDK_DISABLED", "").lower() != "true" and any(map(os.environ.get, ENDPOINTS))


@cache
def observe() -> bool:
    """Send spans and counts of this process to the collector, once; whether they are. Its end waits for the last ones.

    To be called where flows and tasks are defined: Prefect's first span is older than the first line of a flow.
    """
    if not is_configured() or _others_do():
        return False
    try:
        _send()
    except ImportError:
        log.warning(NOT_INSTALLED)
        return False
    return True


def count_run(result: RunResult) -> None:
    """Reports that were new and sources that had problems, by source."""
    meter = metrics.get_meter("duban")
    reports = meter.create_counter("duban.reports", unit="{report}", description="reports that were new")
    visits = meter.create_counter("duban.visits", unit="{visit}", description="visits to sources")
    for one in result.outcomes:
        reports.add(one.new, {"duban.source": one.source_id})
        visits.add(1, {"duban.source": one.source_id, "duban.outcome": "problems" if one.problems else "completed"})


def count_delivery(delivery: Delivery) -> None:
    """Messages that were sent, and attempts that failed."""
    meter = metrics.get_meter("duban")
    meter.create_counter("duban.messages", unit="{message}", description="messages sent").add(delivery.sent)
    meter.create_counter("duban.undelivered", unit="{message}", description="attempts that failed").add(
        len(delivery.problems)
    )


def _others_do() -> bool:
    """Whether somebody set it up before, as `opentelemetry-instrument` does."""
    return not isinstance(trace.get_tracer_provider(), trace.ProxyTracerProvider)


def _send() -> None:
    from opentelemetry.exporter.otlp.proto.http.metric_exporter import OTLPMetricExporter
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
    from opentelemetry.sdk.metrics import MeterProvider
    from opentelemetry.sdk.metrics.export import PeriodicExportingMetricReader
    from opentelemetry.sdk.resources import Resource
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import BatchSpanProcessor

    os.environ.setdefault("OTEL_SERVICE_NAME", "duban")
    resource = Resource.create()
    tracers = TracerProvider(resource=resource)
    tracers.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    trace.set_tracer_provider(tracers)
    metrics.set_meter_provider(MeterProvider([PeriodicExportingMetricReader(OTLPMetricExporter())], resource=resource))

"""Traces and counts at a real OTLP receiver, over HTTP on loopback; and that without one nothing leaves."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from opentelemetry.proto.collector.metrics.v1.metrics_service_pb2 import ExportMetricsServiceRequest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.common.v1.common_pb2 import KeyValue
from opentelemetry.proto.metrics.v1.metrics_pb2 import Metric
from opentelemetry.proto.trace.v1.trace_pb2 import Span
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from flows import observing
from flows.settings import Settings
from tests.pages import ROOT

RUN = """
import asyncio
from flows.deliver import deliver
from flows.watch import watch

async def job():
    await watch(["yunting-kjj"])
    await deliver()

asyncio.run(job())
"""


class Collector:
    """What came in, as a collector takes it."""

    def __init__(self, server: HTTPServer) -> None:
        self.spans: list[Span] = []
        self.metrics: list[Metric] = []
        self.services: set[str] = set()
        server.expect_request("/v1/traces", method="POST").respond_with_handler(self.traces)
        server.expect_request("/v1/metrics", method="POST").respond_with_handler(self.counts)
        self.address = server.url_for("").rstrip("/")

    def traces(self, request: Request) -> Response:
        found = ExportTraceServiceRequest.FromString(unpacked(request))
        for resource in found.resource_spans:
            self.services.add(values(resource.resource.attributes)["service.name"])
            self.spans += [span for scope in resource.scope_spans for span in scope.spans]
        return Response(b"", content_type="application/x-protobuf")

    def counts(self, request: Request) -> Response:
        found = ExportMetricsServiceRequest.FromString(unpacked(request))
        self.metrics += [
            one for resource in found.resource_metrics for s in resource.scope_metrics for one in s.metrics
        ]
        return Response(b"", content_type="application/x-protobuf")


def unpacked(request: Request) -> bytes:
    import gzip

    return gzip.decompress(request.data) if request.headers.get("content-encoding") == "gzip" else request.data


def values(attributes: Iterator[KeyValue]) -> dict[str, str]:
    return {one.key: one.value.string_value for one in attributes}


@pytest.mark.integration
def test_a_run_arrives_at_the_collector(prefect_server: None, sample: Settings, httpserver: HTTPServer) -> None:
    from prefect.settings import PREFECT_API_URL

    collector = Collector(httpserver)
    environ = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PREFECT_API_URL": PREFECT_API_URL.value(),
        "OTEL_EXPORTER_OTLP_ENDPOINT": collector.address,
    }
    subprocess.run([sys.executable, "-c", RUN], env=environ, check=True, timeout=120, capture_output=True)
    (watch,) = [span for span in collector.spans if span.name.startswith("watch yunting-kjj ")]
    below = {span.name for span in collector.spans if span.trace_id == watch.trace_id and span.parent_span_id}
    assert {"visit yunting-kjj", "keep yunting-kjj"} <= below
    assert values(watch.attributes)["prefect.run.type"] == "flow"
    assert any(span.name.startswith("deliver ") for span in collector.spans)
    assert collector.services == {"duban"}
    points = {one.name: [(values(p.attributes), p.as_int) for p in one.sum.data_points] for one in collector.metrics}
    assert points["duban.visits"] == [({"duban.source": "yunting-kjj", "duban.outcome": "completed"}, 1)]
    assert points["duban.reports"][0][1] > 0
    assert points["duban.messages"][0][1] == len(list(sample.mail.glob("*.eml"))) > 0


@pytest.mark.parametrize(
    ("environ", "configured"),
    [
        ({}, False),
        ({"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:4318"}, True),
        ({"OTEL_EXPORTER_OTLP_TRACES_ENDPOINT": "http://127.0.0.1:4318/v1/traces"}, True),
        ({"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:4318", "OTEL_SDK_DISABLED": "true"}, False),
    ],
)
def test_when_something_is_sent(environ: dict[str, str], configured: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*observing.ENDPOINTS, "OTEL_SDK_DISABLED"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    assert observing.is_configured() is configured
    if not configured:
        assert not observing.observe.__wrapped__()


def test_a_collector_without_the_packages_is_said(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9")
    monkeypatch.setitem(sys.modules, "opentelemetry.exporter.otlp.proto.http.metric_exporter", None)
    assert not observing.observe.__wrapped__()
    assert "nothing installed can send to it" in caplog.text

"""Around everything: a number and a log line for each request, and its time for Prometheus."""

import time
from uuid import uuid4

import structlog
from prometheus_client import CollectorRegistry, Histogram
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gis_service.api.problems import problem_response

_log = structlog.get_logger("gis_service")
REQUEST_ID = "X-Request-ID"
_BUCKETS_S = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)


class Watched:
    """The application, watched. Whatever it failed to catch ends here, logged, as a 500."""

    def __init__(self, app: ASGIApp, registry: CollectorRegistry) -> None:
        self.app = app
        self.seconds = Histogram(
            "onemap_request_seconds",
            "Time from request to the end of its answer.",
            ["method", "route", "status"],
            buckets=_BUCKETS_S,
            registry=registry,
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        number = uuid4().hex
        status = 0
        begun = time.perf_counter()

        async def numbered(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[REQUEST_ID] = number
            await send(message)

        try:
            await self.app(scope, receive, numbered)
        except Exception as error:
            _log.exception("unforeseen", request=number, method=scope["method"], path=scope["path"])
            if not status:
                await problem_response(Request(scope), error)(scope, receive, numbered)
        finally:
            took = time.perf_counter() - begun
            self.seconds.labels(scope["method"], _route(scope), status).observe(took)


def _route(scope: Scope) -> str:
    """The pattern that was matched, never the address: addresses have no bound."""
    pattern = getattr(scope.get("route"), "path", None)
    if pattern is not None:
        return f"{scope.get('root_path', '')}{pattern}"
    return scope.get("root_path") or "other"

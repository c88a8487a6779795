"""What an address takes: the answer to OPTIONS, and the `Allow` of every 405."""

from collections.abc import Callable, Coroutine, Sequence
from typing import Any

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from gis_service.api.problems import problem_response

Handler = Callable[[Request, HTTPException], Coroutine[Any, Any, Response]]


def not_allowed(routers: Sequence[APIRouter]) -> Handler:
    """Handles 405: the framework itself would name the methods of one route of several."""
    routes = [route for router in routers for route in router.routes if isinstance(route, Route)]

    async def handle(request: Request, error: HTTPException) -> Response:
        path = request.scope["path"].removeprefix(request.scope.get("root_path", ""))
        taken = {
            method
            for route in routes
            if route.path_regex.fullmatch(path)
            for method in route.methods or ()
        }
        heads = {"HEAD"} if "GET" in taken else set()
        allow = {"Allow": ", ".join(sorted(taken | heads | {"OPTIONS"}))}
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=allow)
        return problem_response(request, HTTPException(405, headers=allow))

    return handle

"""The OpenAPI document of what the page and its desks ask; their types are generated from it.

`npm run types` writes it to `src/api/openapi.json`.
"""

import json
import sys

from fastapi import FastAPI

from gis_service.api import (
    accounts,
    attachments,
    decisions,
    hearing,
    informing,
    notices,
    performance,
    planning,
    queue,
    received,
    roles,
    safety,
    scenarios,
    session,
    sightings,
    sketching,
    stages,
    standards,
    tokens,
    weight_sets,
)


def contract() -> str:
    """The routes of the page alone, so that its types change only with them."""
    api = FastAPI(title="Renewal One Map")
    for part in (
        informing,
        hearing,
        planning,
        queue,
        received,
        weight_sets,
        scenarios,
        session,
        sightings,
        safety,
        sketching,
        stages,
        decisions,
        notices,
        performance,
        accounts,
        attachments,
        tokens,
        roles,
        standards,
    ):
        api.include_router(part.router, prefix="/api")
    return json.dumps(api.openapi(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    sys.stdout.write(contract())

"""The OpenAPI document of what the page and the site desk ask; their types are generated from it.

`npm run types` writes it to `src/api/openapi.json`.
"""

import json
import sys

from fastapi import FastAPI

from gis_service.api import informing, safety, session, stages


def contract() -> str:
    """The routes of the page alone, so that its types change only with them."""
    api = FastAPI(title="Renewal One Map")
    for router in (informing.router, session.router, safety.router, stages.router):
        api.include_router(router, prefix="/api")
    return json.dumps(api.openapi(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    sys.stdout.write(contract())

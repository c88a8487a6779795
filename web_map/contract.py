"""The OpenAPI document of what the public page asks, from which its types are generated.

`npm run types` writes it to `src/api/openapi.json`.
"""

import json
import sys

from fastapi import FastAPI

from gis_service.api import informing


def contract() -> str:
    """The routes of the public page alone, so that the page's types change only with them."""
    api = FastAPI(title="Renewal One Map")
    api.include_router(informing.router, prefix="/api")
    return json.dumps(api.openapi(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    sys.stdout.write(contract())

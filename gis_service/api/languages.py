"""Which language an answer speaks: `?lang=`, else the best of Accept-Language, else Chinese."""

from starlette.requests import Request

from gis_service.api.preferring import preferred
from layers.core.text import LANGUAGES, Language


def language_of(request: Request) -> Language:
    asked = request.query_params.get("lang", "")
    for language in LANGUAGES:
        if asked == language:
            return language
    return preferred(request.headers.get("accept-language", ""), LANGUAGES, _covers) or "zh"


def _covers(pattern: str, language: str) -> bool:
    """Whether a language range such as `zh-Hans-CN` is spoken in by `zh`."""
    return pattern.lower().partition("-")[0] == language

"""Browse pages: the same answers for people, by Jinja, without a script from elsewhere."""

import json
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import Response

from gis_service.api.answers import answer
from gis_service.api.formats import HTML
from gis_service.api.links import address, base, origin
from layers.core.style import PALETTE
from layers.core.text import LANGUAGES, Language

TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def page(request: Request, language: Language, template: str, **context: Any) -> Response:
    """`template` in `language`.

    Within it `t(zh, en)` chooses between two words, and `spoken(href)` is a link that goes on in
    the language that was asked for.
    """
    body = TEMPLATES.get_template(template).render(
        context,
        language=language,
        t=lambda zh, en: zh if language == "zh" else en,
        api=base(request),
        origin=origin(request),
        spoken=lambda href: _spoken(href, request.query_params.get("lang")),
        json_address=address(request, f="json"),
        languages=[(other, address(request, lang=other)) for other in LANGUAGES],
        palette=PALETTE,
    )
    return answer(request, body, HTML.media_type, {"Content-Language": language})


def _spoken(href: str, language: str | None) -> str:
    if language is None or "lang=" in href:
        return href
    return f"{href}{'&' if '?' in href else '?'}lang={language}"


def text_of(body: Any) -> str:
    """JSON as it is written everywhere: in the characters that people read."""
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))

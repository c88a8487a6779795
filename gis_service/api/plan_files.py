"""A ranking or a choice as a file, where a reader asks for one by `f`."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any, Literal

from fastapi import Query
from starlette.responses import Response

from gis_service.errors import Invalid
from gis_service.presenting.forms import FORMS, Suffix
from gis_service.presenting.plan import Plan
from gis_service.printing.press import Press
from layers.core.rules import Problem
from layers.core.text import Language, Text

Format = Annotated[
    Literal["json", Suffix],
    Query(
        description="JSON, a workbook that goes on computing, a table, a GeoPackage, a map in one "
        "file, or a briefing to print."
    ),
]
RESPONSES: dict[int | str, dict[str, Any]] = {
    200: {"content": {form.media_type.partition(";")[0]: {} for form in FORMS.values()}}
}


def handed(plan: Plan, suffix: Suffix, language: Language, press: Press) -> Response:
    """Raises Invalid or BadParameter for what does not fit in the file."""
    name = f"plan-{plan.year}.{suffix}"
    form = FORMS[suffix]
    with TemporaryDirectory() as directory:
        path = Path(directory) / name
        form.write(path, plan, language, press)
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return Response(path.read_bytes(), 200, headers, form.media_type)


def only_of_the_database(format: str, candidates: object) -> None:
    """A file tells of communities, of which the asker's own candidates have but a name."""
    if format != "json" and candidates is not None:
        said = Text(
            "自带候选小区只能以 JSON 回答。", "Candidates of your own are answered as JSON."
        )
        raise Invalid([Problem("candidates.no_file", said, "candidates")])

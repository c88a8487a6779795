"""Shapes of a file, to draw on with: a work area that a contractor's plan already has."""

import shutil
from pathlib import Path, PurePosixPath
from tempfile import NamedTemporaryFile
from typing import Annotated, Any, Literal

from fastapi import APIRouter
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel, ConfigDict, Field
from shapely.geometry import mapping
from sqlalchemy import Connection
from starlette.requests import Request

from gis_service.api.requests import SignedIn, Tongue, transacting
from gis_service.api.uploading import Upload, form_of, read_fields, uploaded
from gis_service.errors import BadParameter, NotPermitted
from gis_service.files.crs import AUTO
from gis_service.importing import sketching
from gis_service.importing.sketching import Sketch
from layers.core.access import GRANTS
from layers.core.text import Language, Text

router = APIRouter(tags=["Imports"])

MOST_BYTES = 30_000_000
_Word = Annotated[str, Field(max_length=200, pattern=r"^[^\x00]*$")]
_Degree = Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)]


class Form(BaseModel):
    """`near` is west, south, east, north of what is looked at: shapes elsewhere are left out."""

    model_config = ConfigDict(extra="forbid", title="Sketch")

    crs: _Word = Field(AUTO, description="auto, EPSG:n, gcj02 or bd09")
    swap_axes: bool = False
    encoding: _Word = ""
    source_layer: _Word = ""
    near: list[_Degree] = Field(default_factory=list)

    @property
    def asked(self) -> sketching.Asked:
        return sketching.Asked(
            crs=self.crs,
            swap_axes=self.swap_axes,
            encoding=self.encoding or None,
            source_layer=self.source_layer or None,
            near=_box(self.near),
        )


class Shapes(BaseModel):
    """GeoJSON in CRS84, with where the file was found to lie and how that is known."""

    type: Literal["FeatureCollection"] = "FeatureCollection"
    features: list[dict[str, Any]]
    crs: str
    how: str
    places: list[str]
    warnings: list[str]
    left_out: int = Field(description="Points, open lines, and shapes that lie elsewhere.")


@router.post("/imports/shapes", max_body_size=MOST_BYTES, openapi_extra=form_of(Form))
async def post_shapes(request: Request, known: SignedIn, language: Tongue) -> Shapes:
    """The areas of a file. Nothing is stored; a question of the file is 422 with its choices."""
    if not GRANTS[known.account.role].writes:
        raise NotPermitted(Text("您的角色不绘制图形。", "Your role does not draw."))
    async with uploaded(request) as upload:
        asked = read_fields(upload.fields, Form).asked
        async with transacting(request, known.account.actor) as db:
            found = await run_in_threadpool(_sketched, db, upload, asked)
    return _shapes(found, language)


def _box(given: list[float]) -> sketching.Box | None:
    match given:
        case []:
            return None
        case [west, south, east, north]:
            return west, south, east, north
    raise BadParameter("near", Text("应为 4 个数。", "Four numbers."))


def _sketched(db: Connection, upload: Upload, asked: sketching.Asked) -> Sketch:
    """Readers want a file that has its name's suffix."""
    with NamedTemporaryFile(suffix=PurePosixPath(upload.name).suffix.lower()) as kept:
        shutil.copyfileobj(upload.content, kept)
        kept.flush()
        return sketching.sketch(db, Path(kept.name), asked)


def _shapes(found: Sketch, language: Language) -> Shapes:
    return Shapes(
        features=[
            {
                "type": "Feature",
                "geometry": mapping(area.shape),
                "properties": {"row": area.row},
            }
            for area in found.areas
        ],
        crs=found.position.crs,
        how=found.position.how[language],
        places=[*found.position.places],
        warnings=[warning[language] for warning in found.position.warnings],
        left_out=found.left_out,
    )

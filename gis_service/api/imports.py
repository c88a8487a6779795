"""Importing over HTTP: a file becomes a job, whose report is that of `onemap import`."""

from datetime import datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Query
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import Request
from starlette.responses import Response

from gis_service.api.links import base
from gis_service.api.requests import Reading, SignedIn, Tongue, Uploading, transacting
from gis_service.api.uploading import form_of, read_fields, uploaded
from gis_service.errors import BadParameter
from gis_service.files.crs import AUTO
from gis_service.importing import Options
from gis_service.importing.steps import Step
from gis_service.jobs import requesting
from gis_service.jobs.requesting import Wanted
from gis_service.store import imports as stored
from gis_service.store.imports import Import, State
from layers.core.layer import Visibility
from layers.core.text import Language, Text

router = APIRouter(tags=["Imports"])

MOST_BYTES = 256_000_000
Id = Annotated[int, Path(alias="id", ge=1, lt=1 << 63)]
_Word = Annotated[str, Field(max_length=500, pattern=r"^[^\x00]*$")]


class Form(BaseModel):
    """The same words as the options of `onemap import`. Empty ones say nothing."""

    model_config = ConfigDict(extra="forbid", title="Import")

    layer: _Word
    crs: _Word = Field(AUTO, description="auto, EPSG:n, gcj02 or bd09")
    swap_axes: bool = False
    encoding: _Word = ""
    source_layer: _Word = ""
    map: list[_Word] = Field(default_factory=list, description="field=column")
    set: list[_Word] = Field(default_factory=list, description="field=value")
    within: _Word = ""
    visibility: Literal["draft", "published"] | None = None
    keep_duplicates: bool = False
    apply: bool = Field(False, description="Write; else it is a dry run.")
    skip_refused: bool = False

    def wanted(self, source: str) -> Wanted:
        options = Options(
            crs=self.crs,
            swap_axes=self.swap_axes,
            encoding=self.encoding or None,
            source_layer=self.source_layer or None,
            columns=_pairs("map", self.map),
            constants=_pairs("set", self.set),
            within=self.within,
            visibility=Visibility(self.visibility) if self.visibility else None,
            keep_duplicates=self.keep_duplicates,
        )
        return Wanted(self.layer, source, options, self.apply, self.skip_refused)


class Job(BaseModel):
    """`progress` is of 1. `report` is that of every row, `refusal` why there is none: the file as
    a whole was not taken, or a person must choose. Both are in both languages."""

    id: int
    kind: str = "import"
    layer: str
    source: str
    state: State
    state_title: str
    step: str | None
    progress: float
    apply: bool
    written: int
    may_apply: bool
    made_at: datetime
    ended_at: datetime | None
    report: dict[str, Any] | None = None
    refusal: dict[str, Any] | None = None


@router.post("/imports", status_code=202, max_body_size=MOST_BYTES, openapi_extra=form_of(Form))
async def post_import(
    request: Request, response: Response, known: SignedIn, uploads: Uploading, language: Tongue
) -> Job:
    """Send a file to be imported: a dry run, unless `apply` is given."""
    async with uploaded(request) as upload:
        asked = read_fields(upload.fields, Form).wanted(upload.name)
        file = await run_in_threadpool(uploads.keep, upload.name, upload.content)
    try:
        async with transacting(request, known.account.actor) as db:
            kept = await run_in_threadpool(requesting.request, db, known.account, asked, file)
    except BaseException:
        uploads.remove(file)
        raise
    response.headers["Location"] = f"{base(request)}/jobs/{kept.id}"
    return _job(kept, language)


@router.get("/imports")
def get_imports(db: Reading, known: SignedIn, language: Tongue) -> list[Job]:
    """My imports of the last thirty days, without their reports."""
    return [_job(each, language) for each in stored.listed(db, known.account.id)]


@router.post("/imports/{id}/apply", status_code=202)
def apply_import(
    request: Request,
    response: Response,
    db: Reading,
    known: SignedIn,
    language: Tongue,
    id_: Id,
    skip_refused: Annotated[bool, Query(description="Write the accepted rows even so.")] = False,
) -> Job:
    """Write what the dry run found: under the same rules, as the same person."""
    requesting.apply(db, known.account, id_, skip_refused=skip_refused)
    response.headers["Location"] = f"{base(request)}/jobs/{id_}"
    return _job(requesting.found(db, known.account, id_), language)


@router.get("/jobs/{id}")
def get_job(db: Reading, known: SignedIn, language: Tongue, id_: Id) -> Job:
    """How far a job of mine has come, and what came of it."""
    asked = requesting.found(db, known.account, id_)
    job = _job(asked, language)
    outcome = stored.outcome(db, id_)
    if asked.state is State.DONE:
        job.report = dict(outcome or {})
    elif asked.state is State.FAILED:
        job.refusal = dict(outcome or {})
    return job


@router.delete("/jobs/{id}", status_code=204)
def cancel_job(db: Reading, known: SignedIn, uploads: Uploading, id_: Id) -> None:
    """Call a job off: nothing of it is written, and its file is thrown away."""
    cancelled = requesting.cancel(db, known.account, id_)
    if cancelled.file is not None:
        uploads.remove(cancelled.file)


def _job(asked: Import, language: Language) -> Job:
    step = Step(asked.step) if asked.step else None
    ended = asked.state not in (State.QUEUED, State.RUNNING)
    dry = asked.state is State.DONE and not asked.written
    return Job(
        id=asked.id,
        layer=asked.layer,
        source=asked.source,
        state=asked.state,
        state_title=asked.state.label[language],
        step=step.label[language] if step else None,
        progress=1.0 if ended else step.share if step else 0.0,
        apply=asked.applies,
        written=asked.written,
        may_apply=dry and asked.file is not None,
        made_at=asked.made_at,
        ended_at=asked.ended_at,
    )


def _pairs(parameter: str, given: list[str]) -> dict[str, str]:
    pairs = {}
    for pair in given:
        name, equals, value = pair.partition("=")
        if not (name and equals and value):
            told = Text(f"应写作“属性=值”:“{pair}”。", f"Written as field=value, not {pair!r}.")
            raise BadParameter(parameter, told)
        pairs[name] = value
    return pairs

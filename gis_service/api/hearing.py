"""What people say without an account: a ballot and a survey answer by code, a comment."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import BaseModel, ConfigDict, Field

from gis_service import hearing
from gis_service.api.requests import Unnamed
from gis_service.api.trying import counted
from layers.core.measures import Line, Prose
from layers.ledgers.ballots import Answer

router = APIRouter(tags=["Residents"])

FREE_CODES, FREE_COMMENTS = 20, 10
"""Wrong codes and comments from one address before it has to wait; right codes are not counted."""

_NO_NUL = Field(pattern=r"^[^\x00]*$")
Guess = Depends(counted("code", FREE_CODES, forgiving=True))
Said = Depends(counted("comment", FREE_COMMENTS, forgiving=False))


class Body(BaseModel):
    """Base of what clients send; unknown members are refused."""

    model_config = ConfigDict(extra="forbid")


class Code(Body):
    """As printed on the notice; spaces, hyphens and case do not matter."""

    code: Annotated[str, Field(min_length=1, max_length=40)]


class Cast(Code):
    answer: Answer


class SurveyAnswer(Code):
    satisfied: bool
    remark: Annotated[Prose, _NO_NUL] = ""


class Comment(Body):
    """`name` and `contact` are for the officer who answers, and never shown."""

    text: Annotated[Prose, Field(min_length=2, max_length=2000, pattern=r"^[^\x00]*$")]
    name: Annotated[Line, _NO_NUL] = ""
    contact: Annotated[Line, _NO_NUL] = ""


class About(BaseModel):
    """What a code is for: the vote of that title, or, without one, a survey of satisfaction."""

    decision: int | None
    title: str | None
    community: int
    place: str
    starts: date | None
    ends: date
    used: bool


class Received(BaseModel):
    """It came in. A comment is shown once somebody has read it."""

    received: bool = True


@router.post("/codes/about", dependencies=[Guess])
def post_about(body: Code, db: Unnamed) -> About:
    """What a code is for."""
    return About.model_validate(hearing.about(db, body.code), from_attributes=True)


@router.post("/ballots/cast", dependencies=[Guess])
def post_cast(body: Cast, db: Unnamed) -> Received:
    """Casts one household's ballot, once."""
    hearing.cast(db, body.code, body.answer)
    return Received()


@router.post("/surveys/answer", dependencies=[Guess])
def post_answer(body: SurveyAnswer, db: Unnamed) -> Received:
    """Answers a survey, once a code."""
    hearing.answer_survey(db, body.code, body.satisfied, body.remark)
    return Received()


@router.post("/publicity/{id}/comments", status_code=201, dependencies=[Said])
def post_comment(id: int, body: Comment, db: Unnamed) -> Received:
    """Comments on what is posted."""
    hearing.comment(db, id, body.text, body.name, body.contact)
    return Received()

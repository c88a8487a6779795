"""Hearing people who have no account: by the code of a printed notice, or about what is posted."""

from sqlalchemy import Connection

from gis_service.errors import Conflict, GisError, NotFound
from gis_service.one_time import digest
from gis_service.store import codes
from gis_service.store.codes import About
from layers.core.rules import Problem
from layers.core.text import Text
from layers.ledgers.ballots import Answer

_UNKNOWN = Text(
    "没有这个验证码,请核对通知单。", "There is no such code; please compare the notice."
)
_CODE: dict[str, Text] = {
    "used": Text("该验证码已使用。", "This code has been used."),
    "given": Text("该户已投票。", "This household has voted."),
    "early": Text("表决尚未开始。", "The vote has not begun."),
    "over": Text("已截止。", "The time is over."),
}
_POSTING: dict[str, Text] = {
    "early": Text("公示尚未开始。", "It has not been posted yet."),
    "over": Text("公示期已结束。", "The time for comments is over."),
}


def about(db: Connection, code: str) -> About:
    """What a code is for. Raises NotFound."""
    found = codes.about(db, digest(code))
    if found is None:
        raise NotFound(_UNKNOWN)
    return found


def cast(db: Connection, code: str, answer: Answer) -> None:
    """Casts the ballot of the household that the code was printed for.

    Raises NotFound, or Conflict that says why it is not taken.
    """
    _demand(codes.cast(db, digest(code), answer.value), _UNKNOWN, _CODE)


def answer_survey(db: Connection, code: str, satisfied: bool, remark: str) -> None:
    """Answers a survey, once a code. Raises what `cast` does."""
    told = codes.answer_survey(db, digest(code), satisfied, remark)
    _demand(told, _UNKNOWN, _CODE)


def comment(db: Connection, posting: int, said: str, name: str, contact: str) -> None:
    """Comments on what is posted; it is not shown before somebody has read it.

    Raises NotFound, or Conflict outside of the time for comments.
    """
    unknown = Text(f"没有公示 {posting}。", f"There is no publicity {posting}.")
    _demand(codes.comment(db, posting, said, name, contact), unknown, _POSTING)


def _demand(told: str, unknown: Text, why: dict[str, Text]) -> None:
    if told == "taken":
        return
    error: GisError = NotFound(unknown)
    if told in why:
        error = Conflict(why[told], [Problem(f"code.{told}", why[told])])
    raise error

"""Ballots: one household's vote, once. Nobody outside the counting sees one (PIPL art. 25, 28)."""

from typing import Annotated

from layers.core.attachment import Attached, Sha256
from layers.core.layer import About, Attributes, Layer, Private, Ref, Writing
from layers.core.measures import Count, Line, Moment
from layers.core.text import Term, Text


class Answer(Term):
    FAVOUR = "favour", "同意", "In favour"
    AGAINST = "against", "反对", "Against"
    ABSTAIN = "abstain", "弃权", "Abstaining"


class BallotChannel(Term):
    PAPER = "paper", "纸质", "Paper"
    ONLINE = "online", "线上", "Online"


class Ballot(Attributes):
    decision: Annotated[int, Ref("decisions"), About("表决", "Decision")]
    household: Annotated[int, Private, Ref("households"), About("住户", "Household")]
    answer: Annotated[Answer, Private, About("意见", "Answer")]
    channel: Annotated[BallotChannel, About("方式", "Channel")]
    cast_at: Annotated[Moment, About("时间", "Cast at")]
    scan: Annotated[
        Sha256 | None,
        Private,
        Attached(),
        About(
            "扫描件",
            "Scan",
            note_zh="纸质选票的照片或 PDF;一张票多套房的,各行同一扫描件。",
            note_en="Photo or PDF of the paper; a sheet of several rooms is named by each of them.",
        ),
    ] = None
    correction: Annotated[
        Count,
        About(
            "更正次数",
            "Correction",
            note_zh="纸质选票录入有误时另录一条,以最后一条为准,原件保留。",
            note_en="A paper ballot that was mistyped is entered anew; the last entry counts and "
            "the first one stays.",
        ),
    ] = 0
    withdrawn: Annotated[
        bool,
        Private,
        About(
            "作废",
            "Withdrawn",
            note_zh="录错房号的,另录一条作废;该户视为未投票。",
            note_en="An entry made for the wrong room is taken back; the household has then not "
            "voted.",
        ),
    ] = False
    reason: Annotated[Line, Private, About("更正原因", "Reason of correction")] = ""


LAYER = Layer(
    name="ballots",
    title=Text("选票", "Ballots"),
    description=Text("每户一票,不对外。", "One vote a household; never public."),
    geometry=None,
    attributes=Ballot,
    owner="decision",
    writing=Writing.APPEND,
    public=False,
    unique_together=("decision", "household", "correction"),
    example={"answer": "favour", "channel": "paper", "cast_at": "2026-04-05T10:00:00+08:00"},
)

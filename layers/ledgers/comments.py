"""Comments on what was publicised, each with an answer. N(五)."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from layers.core.layer import About, Attributes, Layer, Private, Ref
from layers.core.measures import Line, Moment, Prose
from layers.core.rules import Feature, Problem, Rule
from layers.core.text import Term, Text


class CommentOutcome(Term):
    ADOPTED = "adopted", "采纳", "Adopted"
    NOT_ADOPTED = "not_adopted", "未采纳", "Not adopted"


class Comment(Attributes):
    publicity: Annotated[int, Ref("publicity"), About("公示", "Publicity")]
    text: Annotated[Prose, About("意见", "Comment")]
    made_at: Annotated[Moment, About("提出时间", "Made at")]
    outcome: Annotated[CommentOutcome | None, About("处理结果", "Outcome")] = None
    answer: Annotated[Prose, About("答复", "Answer")] = ""
    answered_on: Annotated[date | None, About("答复日期", "Answered on")] = None
    hidden_reason: Annotated[
        Line,
        Private,
        About(
            "不公开原因",
            "Why not shown",
            note_zh="审阅后不公开的,写明原因。",
            note_en="Of what was looked at and is not shown.",
        ),
    ] = ""
    name: Annotated[Line, Private, About("姓名", "Name")] = ""
    contact: Annotated[Line, Private, About("联系方式", "Contact")] = ""


def answered_in_full(citation: str) -> Rule:
    """Adopted or not, the one who spoke is told why, and when."""

    def rule(feature: Feature) -> Iterator[Problem]:
        said = feature.attributes
        if said.outcome is None:
            return
        for name, value in (("answer", said.answer), ("answered_on", said.answered_on)):
            if not value:
                message = Text("处理结果须附{title}。", "An outcome needs: {title}.").format(
                    title=type(said).about(name).title
                )
                yield Problem(f"{name}.missing", message, name, citation=citation)

    return rule


LAYER = Layer(
    name="comments",
    title=Text("公示意见", "Comments"),
    description=Text("对公示的意见与答复。", "Comments on publicity and their answers."),
    geometry=None,
    attributes=Comment,
    owner="publicity",
    kept=("publicity", "text", "made_at"),
    rules=(answered_in_full("N(五)"),),
    example={
        "text": "希望增加停车位。",
        "made_at": "2026-05-03T20:00:00+08:00",
        "outcome": "adopted",
        "answer": "已增加 12 个车位。",
        "answered_on": "2026-05-09",
        "name": "李某",
    },
)

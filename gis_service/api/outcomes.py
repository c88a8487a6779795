"""Votes as they are asked about and answered over HTTP: heads, and square metres as texts."""

from decimal import Decimal
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field

from gis_service.errors import Invalid
from layers import voting
from layers.core.measures import Count, SquareMetres
from layers.core.rules import Problem
from layers.core.text import Text
from layers.voting import Gravity

_ARTICLE = "《民法典》第278条"
_OVER = Text("大于整体。", "It is over the whole.")


class Share(BaseModel):
    """So many owners, and the exclusive floor area that they hold."""

    model_config = ConfigDict(extra="forbid")

    owners: Count
    area_m2: SquareMetres

    @classmethod
    def of(cls, share: voting.Share) -> Self:
        return cls(owners=share.owners, area_m2=share.area_m2)

    @property
    def value(self) -> voting.Share:
        return voting.Share(self.owners, self.area_m2)


class Vote(BaseModel):
    """A vote whose outcome is asked for. Areas are decimals, to 0.01 m², best sent as texts."""

    model_config = ConfigDict(extra="forbid")

    matter: Gravity
    owners_total: Annotated[Count, Field(gt=0)]
    area_total_m2: Annotated[SquareMetres, Field(gt=Decimal(0))]
    took_part: Share
    in_favour: Share

    def check(self) -> None:
        """Raises Invalid, naming each part that is over its whole."""
        whole = Share(owners=self.owners_total, area_m2=self.area_total_m2)
        steps = (
            ("took_part", self.took_part, whole),
            ("in_favour", self.in_favour, self.took_part),
        )
        problems = [
            Problem(f"{name}.{field}.over", _OVER, f"{name}.{field}", citation=_ARTICLE)
            for name, part, of in steps
            for field in Share.model_fields
            if getattr(part, field) > getattr(of, field)
        ]
        if problems:
            raise Invalid(problems)


class Missing(BaseModel):
    """What is short: who still has to take part, and what consent is lacking among those who take
    part, or would with the quorum."""

    took_part: Share
    in_favour: Share


class Outcome(BaseModel):
    """How a vote stands. `article` is where the consent that the matter asks for is written."""

    matter: Gravity
    quorum: bool
    passed: bool
    missing: Missing
    article: str

    @classmethod
    def of(cls, matter: Gravity, outcome: voting.Outcome) -> Self:
        missing = outcome.missing
        return cls(
            matter=matter,
            quorum=outcome.quorum,
            passed=outcome.passed,
            missing=Missing(
                took_part=Share.of(missing.took_part), in_favour=Share.of(missing.in_favour)
            ),
            article=outcome.article,
        )

"""The evidence on communities, collected by one statement, one community or a thousand at a time.

An actor gets what they may see, of rows and of columns: internal rows within their scope, public
ones beyond. Single answers of a survey leave the database for nobody; they are counted there.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    CompoundSelect,
    Connection,
    FromClause,
    Numeric,
    Select,
    Text,
    bindparam,
    cast,
    func,
    literal,
    or_,
    select,
    union_all,
)
from sqlalchemy.dialects.postgresql import ARRAY, distinct_on

from gis_service.store.views import view
from layers import CATALOGUE
from layers.core.access import Actor, Role

_COMMUNITIES = func.any(bindparam("communities", type_=ARRAY(BigInteger)))
_UNREAD = frozenset({"findings", "inspector"})
"""Prose and names that no gate asks for; nor for a file, but for the words that name it."""
Part = Callable[[Actor], Select[Any]]
"""Rows of one layer, as the actor sees them."""


@dataclass(frozen=True, slots=True)
class Found:
    """A row of a layer that is evidence on a community; `about` as JSON has it."""

    layer: str
    community: int
    id: int
    about: dict[str, Any]


def collected(
    db: Connection,
    actor: Actor,
    communities: Collection[int],
    *,
    lapses: bool = False,
    checks: bool = True,
) -> Iterator[Found]:
    """All evidence, or only what `lapses` stand on, or all but the `checks` of working steps.
    Nothing of communities the actor knows not of."""
    statement = _statement(actor, _LAPSING if lapses else _EVERY if checks else _UNCHECKED)
    for row in db.execute(statement, {"communities": list(communities)}):
        yield Found(*row)


def hold(db: Connection, community: int) -> None:
    """Waits until nobody else advances the community, and keeps others waiting until the
    transaction ends. The gate's role may lock no row: it may change none."""
    db.execute(
        select(func.pg_advisory_xact_lock(func.hashtextextended(f"advancing {community}", 0)))
    )


def _community(actor: Actor) -> Select[Any]:
    source = view(CATALOGUE["communities"], actor)
    return _selected("communities", source, source.c.id, ("division", "survey_answers"))


def _stage(actor: Actor) -> Select[Any]:
    """The last row of the ledger is the stage."""
    source = view(CATALOGUE["stage_changes"], actor)
    last = (
        select(source.c.community, source.c.id, source.c.stage, source.c.at)
        .where(source.c.community == _COMMUNITIES)
        .ext(distinct_on(source.c.community))
        .order_by(source.c.community, source.c.at.desc(), source.c.id.desc())
        .subquery("last_stage")
    )
    return _selected("stage_changes", last, last.c.community, ("stage", "at"))


def _ledger(name: str) -> Part:
    def part(actor: Actor) -> Select[Any]:
        source = view(CATALOGUE[name], actor)
        return _selected(name, source, source.c.community, _read(name, source))

    return part


def _major_works(actor: Actor) -> Select[Any]:
    """Those that a vote is measured by."""
    works = CATALOGUE["works"]
    source = view(works, actor)
    ordinary = works.attributes.model_fields["matter"].default
    return _ledger("works")(actor).where(source.c.matter != ordinary.value)


def _publicity(actor: Actor) -> Select[Any]:
    """Each posting with its comments counted. One is answered by an outcome and its reason."""
    source, comments = (view(CATALOGUE[name], actor) for name in ("publicity", "comments"))
    waits = or_(comments.c.outcome.is_(None), comments.c.answer == "")
    counted = (
        select(
            func.jsonb_build_object(
                "comments", func.count(), "unanswered", func.count().filter(waits)
            )
        )
        .where(comments.c.publicity == source.c.id)
        .correlate(source)
        .scalar_subquery()
    )
    told = ("title", "place", "starts", "ends")
    return _selected("publicity", source, source.c.community, told, counted)


def _inspections(actor: Actor) -> Select[Any]:
    source, works = (view(CATALOGUE[name], actor) for name in ("inspections", "works"))
    chosen = _selected("inspections", source, works.c.community, _read("inspections", source))
    return chosen.select_from(source.join(works, works.c.id == source.c.work))


def _surveys(actor: Actor) -> Select[Any]:
    source = view(CATALOGUE["surveys"], actor)
    about = func.jsonb_build_object("channel", source.c.channel, "answers", func.count())
    return (
        select(literal("surveys"), source.c.community, literal(0), about)
        .where(source.c.community == _COMMUNITIES)
        .group_by(source.c.community, source.c.channel)
    )


_STANDING: tuple[Part, ...] = (
    _community,
    _stage,
    _ledger("owner_organisations"),
    _ledger("decisions"),
)
_LAPSING: tuple[Part, ...] = (*_STANDING, _major_works)
_UNCHECKED: tuple[Part, ...] = (
    *_STANDING,
    _ledger("works"),
    _publicity,
    _ledger("acceptances"),
    _surveys,
)
_EVERY: tuple[Part, ...] = (*_UNCHECKED, _inspections)


@lru_cache(maxsize=256)
def _statement(actor: Actor, parts: tuple[Part, ...]) -> CompoundSelect[Any]:
    """Built once for each scope: building it takes longer than running it."""
    hidden = {_surveys} if actor.role is Role.PUBLIC else set()
    return union_all(*(part(actor) for part in parts if part not in hidden))


def _read(name: str, source: FromClause) -> Sequence[str]:
    layer = CATALOGUE[name]
    attributes = layer.attributes.model_fields.keys() - layer.attached.keys() - _UNREAD
    return sorted(each for each in attributes if each in source.c)


def _selected(
    name: str,
    source: FromClause,
    community: ColumnElement[Any],
    attributes: Sequence[str],
    more: ColumnElement[Any] | None = None,
) -> Select[Any]:
    """Amounts travel as text: JSON has no exact decimals."""
    pairs = [
        part
        for each in attributes
        for part in (
            literal(each),
            cast(source.c[each], Text)
            if isinstance(source.c[each].type, Numeric)
            else source.c[each],
        )
    ]
    about = func.jsonb_strip_nulls(func.jsonb_build_object(*pairs))
    told = about if more is None else about.op("||")(more)
    return select(literal(name), community, source.c.id, told).where(community == _COMMUNITIES)

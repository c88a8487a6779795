"""A layer: the one declaration from which tables, API, tiles, files, forms and docs follow."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pydantic import BaseModel, ConfigDict
from pydantic.fields import FieldInfo

from layers.core.attachment import Attached
from layers.core.geometry import Kind, fitted
from layers.core.publishing import OnlyIf
from layers.core.rules import Feature, Problem, Rule, sound_geometry
from layers.core.style import Drawing
from layers.core.submission import Submission
from layers.core.text import Term, Text


@dataclass(frozen=True, slots=True)
class About:
    """What an attribute is called and measured in. `note_*` explains where the title cannot."""

    zh: str
    en: str
    unit: str | None = None
    note_zh: str = ""
    note_en: str = ""

    @property
    def title(self) -> Text:
        return Text(self.zh, self.en)

    @property
    def note(self) -> Text:
        return Text(self.note_zh, self.note_en)


@dataclass(frozen=True, slots=True)
class Ref:
    """The attribute names a feature of another layer, by its id or by another unique attribute."""

    layer: str
    key: str = "id"


class Private:
    """Marks an attribute that the public never sees: `Annotated[str, Private]`."""


class Unique:
    """Marks an attribute whose value stands once in the layer."""


class Attributes(BaseModel):
    """Base of every layer's attributes. Unknown attributes are refused, not dropped."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @classmethod
    def about(cls, name: str) -> About:
        return next(m for m in cls.model_fields[name].metadata if isinstance(m, About))

    @classmethod
    def titles(cls) -> dict[str, Text]:
        return {name: cls.about(name).title for name in cls.model_fields}


@dataclass(frozen=True, slots=True)
class Inside:
    """A rule between layers: the feature lies within the one its `by` attribute names.

    `slack_m` is how far it may stand out: surveys of a wall and of its plot rarely agree.
    """

    layer: str
    by: str
    slack_m: float = 0.0


@dataclass(frozen=True, slots=True)
class Order:
    """A rule among rows: what forbids one, given the earlier rows that share `by` with it.

    Earlier is by the day on which a row begins to hold, then by age. The rule takes attributes.
    """

    by: str
    rule: Callable[[Any, Iterable[Any]], Iterable[Problem]]


class Writing(Term):
    """How a layer is written."""

    CRUD = "crud", "可增删改", "created, changed and deleted"
    APPEND = "append", "只增不改", "appended, never changed"
    GATE = "gate", "仅由关口写入", "written by the stage gate alone"
    PUBLIC = "public", "仅由公众投递", "sent by the public alone"

    @property
    def by_staff(self) -> bool:
        """Whether staff add rows to it."""
        return self in (Writing.CRUD, Writing.APPEND)


class Visibility(Term):
    DRAFT = "draft", "内部", "Internal"
    PUBLISHED = "published", "公开", "Public"


@dataclass(frozen=True, kw_only=True)
class Layer:
    """One map layer, or one ledger (`geometry=None`).

    `owner` names the attribute through which a person's scope reaches a row (a division, a
    community or a site). `public=False` keeps every row from the public, whatever its visibility.
    `derived` are read-only figures that the database keeps from other layers' public rows.
    `period` names the attributes in which a row begins and ends to hold. `name_field` is what
    people call a row by; with `search` they find it by that, by its pinyin or by its initials.
    `tile_fields` are the attributes a tile carries: what drawing needs, no more.
    `min_pixels` is the size under which a tile leaves a line or an area out.
    `unique_together` names attributes whose combination stands once.
    `submission` is the way in for those without an account, where there is one.
    `published` says what must hold of a row before the public sees it; a row whose attribute
    `withheld` is true is never shown, whoever publishes it. Attributes that are `kept` are as they
    were first written: somebody's own words.
    """

    name: str
    title: Text
    description: Text
    geometry: Kind | None
    attributes: type[Attributes]
    owner: str | None = None
    geometry_required: bool = True
    writing: Writing = Writing.CRUD
    public: bool = True
    born: Visibility = Visibility.DRAFT
    rules: tuple[Rule, ...] = ()
    relations: tuple[Inside, ...] = ()
    order: Order | None = None
    derived: type[Attributes] | None = None
    period: tuple[str, str | None] | None = None
    name_field: str | None = None
    search: bool = False
    tile_fields: tuple[str, ...] = ()
    minzoom: int = 0
    min_pixels: float = 1.0
    drawings: tuple[Drawing, ...] = ()
    unique_together: tuple[str, ...] = ()
    submission: Submission | None = None
    published: OnlyIf | None = None
    withheld: str | None = None
    kept: tuple[str, ...] = ()
    example: Mapping[str, Any] = field(default_factory=dict)
    example_geometry: Mapping[str, Any] | None = None

    @cached_property
    def public_fields(self) -> frozenset[str]:
        """Names of the attributes that the public may read."""
        return frozenset(
            name
            for name, info in self.attributes.model_fields.items()
            if Private not in info.metadata
        )

    @cached_property
    def fields(self) -> dict[str, FieldInfo]:
        """Every readable attribute by name: the declared ones, then the derived."""
        derived = self.derived.model_fields if self.derived else {}
        return {**self.attributes.model_fields, **derived}

    @cached_property
    def refs(self) -> dict[str, Ref]:
        """The attributes that name features of other layers."""
        return {
            name: mark
            for name, info in self.attributes.model_fields.items()
            for mark in info.metadata
            if isinstance(mark, Ref)
        }

    @cached_property
    def attached(self) -> dict[str, Attached]:
        """The attributes that name attached files."""
        return {
            name: mark
            for name, info in self.attributes.model_fields.items()
            for mark in info.metadata
            if isinstance(mark, Attached)
        }

    @cached_property
    def named_from(self) -> int | None:
        """The zoom from which areas bear words or glyphs. Tiles then carry a point for each: an
        area that tiles cut into pieces must not be named in every piece."""
        zooms = [int(d.minzoom or 0) for d in self.drawings if d.type == "symbol"]
        if not zooms or self.geometry is None or not self.geometry.has_area:
            return None
        return max(self.minzoom, min(zooms))

    def about(self, name: str) -> About:
        declared = name in self.attributes.model_fields
        owner = self.attributes if declared else self.derived
        assert owner is not None
        return owner.about(name)

    def fit(self, feature: Feature) -> Feature:
        """The feature with its geometry flat, and single or multi as the layer keeps it."""
        if feature.geometry is None or self.geometry is None:
            return feature
        return Feature(fitted(feature.geometry, self.geometry), feature.attributes)

    def problems(self, feature: Feature) -> Iterator[Problem]:
        """Every problem of a fitted feature, not the first: an import report needs them all."""
        unfit = [*self.shape_problems(feature)]
        yield from unfit
        # A shape that is none cannot be measured, but the attributes still tell of theirs.
        judged = Feature(None, feature.attributes) if unfit else feature
        for rule in self.rules:
            yield from rule(judged)

    def shape_problems(self, feature: Feature) -> Iterator[Problem]:
        """What is wrong with a fitted geometry, whatever the attributes."""
        shape = feature.geometry
        if shape is None:
            if self.geometry is not None and self.geometry_required:
                yield Problem(
                    "geometry.missing", Text("缺少图形。", "A geometry is missing."), "geometry"
                )
        elif self.geometry is None:
            yield Problem(
                "geometry.unwanted",
                Text("台账没有图形。", "A ledger has no geometry."),
                "geometry",
            )
        elif shape.geom_type not in self.geometry.accepts and not shape.is_empty:
            wanted = " / ".join(sorted(self.geometry.accepts))
            yield Problem(
                "geometry.kind",
                Text(
                    f"图形应为 {wanted},实为 {shape.geom_type}。",
                    f"Expected {wanted}, got {shape.geom_type}.",
                ),
                "geometry",
            )
        else:
            yield from sound_geometry(feature)

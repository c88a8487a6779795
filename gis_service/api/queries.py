"""What may be asked of a list: one Pydantic class for each layer, made from its declaration.

The class is the form: it validates the parameters, refuses unknown ones, and documents them.
"""

from functools import cache
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, WithJsonSchema, create_model
from starlette.requests import Request

from gis_service.api.validation import bad_parameter
from gis_service.errors import BadParameter
from gis_service.store.references import CRS84, REFERENCES
from layers import CATALOGUE
from layers.core.text import Language, Text

MAX_LIMIT = 10_000
DEFAULT_LIMIT = 100
_PREFIX = "attribute_"
"""Keeps an attribute from being taken for a common parameter, or for a method of Pydantic's."""
_BIGINT = 1 << 63


Model = TypeVar("Model", bound=BaseModel)


def _documented(**schema: Any) -> WithJsonSchema:
    """How a parameter is told of: lists, for one, are written with commas."""
    return WithJsonSchema(schema)


_CRS = _documented(type="string", format="uri", enum=list(REFERENCES), default=CRS84.uri)


class Asked(BaseModel):
    """What every address takes."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    f: Annotated[str | None, Field(description="Format of the answer.")] = None
    lang: Annotated[Language | None, Field(description="Language of the answer.")] = None


class ItemAsked(Asked):
    crs: Annotated[str, Field(description="CRS of the geometries in the answer."), _CRS] = CRS84.uri
    as_of: Annotated[
        str | None,
        Field(description="A moment in the past, as of which to answer; for those signed in."),
        _documented(type="string", format="date-time"),
    ] = None


class ItemsAsked(ItemAsked):
    """What every list takes, whatever the layer."""

    limit: Annotated[
        int,
        Field(ge=1, description="Features on a page; more than the maximum means the maximum."),
        _documented(type="integer", minimum=1, maximum=MAX_LIMIT, default=DEFAULT_LIMIT),
    ] = DEFAULT_LIMIT
    cursor: Annotated[
        str | None,
        Field(max_length=4000, description="Where a page begins, as its `next` link says it."),
        _documented(type="string", maxLength=4000),
    ] = None
    bbox: Annotated[
        str | None,
        Field(description="Only features that intersect the box: west, south, east, north."),
        _documented(type="array", items={"type": "number"}, minItems=4, maxItems=6),
    ] = None
    bbox_crs: Annotated[str, Field(alias="bbox-crs", description="CRS of `bbox`."), _CRS] = (
        CRS84.uri
    )
    datetime: Annotated[
        str | None,
        Field(description="Only features that hold at an instant or in an interval, RFC 3339."),
        _documented(type="string"),
    ] = None
    sortby: Annotated[
        str | None,
        Field(description="Attributes in order of weight, descending behind a minus sign."),
        _documented(type="array", items={"type": "string"}),
    ] = None
    filter: Annotated[
        str | None,
        Field(max_length=8000, description="A condition in CQL2."),
        _documented(type="string", maxLength=8000),
    ] = None
    filter_lang: Annotated[
        str,
        Field(alias="filter-lang", description="Language of `filter`."),
        _documented(type="string", enum=["cql2-text", "cql2-json"], default="cql2-text"),
    ] = "cql2-text"
    filter_crs: Annotated[
        str, Field(alias="filter-crs", description="CRS of geometries in `filter`."), _CRS
    ] = CRS84.uri


@cache
def query_of(name: str, attributes: tuple[str, ...]) -> type[ItemsAsked]:
    """The class of a layer's lists: beside the common ones, a parameter for each attribute."""
    layer = CATALOGUE[name]
    fields: dict[str, Any] = {
        f"{_PREFIX}id": (int | None, Field(default=None, alias="id", description="Id."))
    }
    for attribute in attributes:
        info = layer.fields[attribute]
        declared = Annotated[info.annotation, *info.metadata]  # type: ignore[name-defined]
        about = Field(default=None, alias=attribute, description=layer.about(attribute).en)
        fields[f"{_PREFIX}{attribute}"] = (declared | None, about)
    return create_model(f"{name}_query", __base__=ItemsAsked, **fields)


def equalities(asked: ItemsAsked) -> dict[str, Any]:
    """The attributes that are asked to have a value, with it. Raises BadParameter."""
    given = {
        name.removeprefix(_PREFIX): getattr(asked, name)
        for name in asked.model_fields_set
        if name.startswith(_PREFIX)
    }
    for name, value in given.items():
        if isinstance(value, int) and not -_BIGINT <= value < _BIGINT:
            raise BadParameter(name, Text(f"{name}:数值过大。", f"{name}: too large."))
    return given


def read(request: Request, model: type[Model]) -> Model:
    """The request's parameters as `model`. Raises BadParameter, naming the parameter."""
    pairs = request.query_params.multi_items()
    given = dict(pairs)
    if len(given) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise BadParameter(
            twice, Text(f"参数 {twice} 出现了两次。", f"Parameter {twice} is given twice.")
        )
    try:
        return model.model_validate(given, by_alias=True, by_name=False)
    except ValidationError as error:
        raise bad_parameter(error) from None

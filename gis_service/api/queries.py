"""What may be asked of a list: one Pydantic class for each layer, made from its declaration.

The class is the form: it validates the parameters, refuses unknown ones, and documents them.
"""

from functools import cache
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, create_model
from starlette.requests import Request

from gis_service.api.validation import bad_parameter
from gis_service.errors import BadParameter
from gis_service.store.references import CRS84
from layers import CATALOGUE
from layers.core.text import Language, Text

MAX_LIMIT = 10_000
DEFAULT_LIMIT = 100
_PREFIX = "attribute_"
"""Keeps an attribute from being taken for a common parameter, or for a method of Pydantic's."""
_BIGINT = 1 << 63


Model = TypeVar("Model", bound=BaseModel)


class Asked(BaseModel):
    """What every address takes."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    f: Annotated[str | None, Field(description="Format of the answer.")] = None
    lang: Annotated[Language | None, Field(description="Language of the answer.")] = None


class ItemAsked(Asked):
    crs: Annotated[str, Field(description="Reference system of the answer, by URI.")] = CRS84.uri


class ItemsAsked(ItemAsked):
    """What every list takes, whatever the layer."""

    limit: Annotated[int, Field(ge=1, description="Features on a page.")] = DEFAULT_LIMIT
    cursor: Annotated[
        str | None, Field(max_length=4000, description="The place where a page begins.")
    ] = None
    bbox: Annotated[
        str | None, Field(description="A box of 4 or 6 numbers that features intersect.")
    ] = None
    bbox_crs: Annotated[str, Field(alias="bbox-crs", description="CRS of `bbox`.")] = CRS84.uri
    datetime: Annotated[str | None, Field(description="An instant or an interval (RFC 3339).")] = (
        None
    )
    sortby: Annotated[
        str | None, Field(description="Attributes by commas; minus before one is descending.")
    ] = None
    filter: Annotated[str | None, Field(max_length=8000, description="A CQL2 expression.")] = None
    filter_lang: Annotated[
        str, Field(alias="filter-lang", description="cql2-text or cql2-json.")
    ] = "cql2-text"
    filter_crs: Annotated[
        str, Field(alias="filter-crs", description="CRS of geometries in `filter`.")
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

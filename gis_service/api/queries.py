"""What may be asked of a list: one Pydantic class for each layer, made from its declaration.

The class is the form: it validates the parameters, refuses unknown ones, and documents them.
"""

from functools import cache
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, WithJsonSchema, create_model
from starlette.requests import Request

from gis_service.api.validation import bad_parameter
from gis_service.errors import BadParameter
from gis_service.store.cql import LANGUAGES
from gis_service.store.references import CRS84, REFERENCES
from layers import CATALOGUE
from layers.core.layer import About
from layers.core.text import Language, Text

MAX_LIMIT = 10_000
DEFAULT_LIMIT = 100
_PREFIX = "attribute_"
"""Keeps an attribute from being taken for a common parameter, or for a method of Pydantic's."""
_BIGINT = 1 << 63


Model = TypeVar("Model", bound=BaseModel)


def _written(**schema: Any) -> WithJsonSchema:
    """How a parameter stands in an address: lists, for one, with commas."""
    return WithJsonSchema(schema)


_CRS = _written(type="string", format="uri", enum=list(REFERENCES), default=CRS84.uri)


class Asked(BaseModel):
    """What every address takes."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    f: Annotated[str | None, About("返回格式", "Format of the answer")] = None
    lang: Annotated[Language | None, About("返回语言", "Language of the answer")] = None


class ItemAsked(Asked):
    crs: Annotated[str, _CRS, About("返回图形的坐标系", "CRS of the geometries answered")] = (
        CRS84.uri
    )
    as_of: Annotated[
        str | None,
        About(
            "过去的一个时刻,以当时的内容作答;需登录",
            "A moment in the past, as of which to answer; for those signed in",
        ),
        _written(type="string", format="date-time"),
    ] = None


class ItemsAsked(ItemAsked):
    """What every list takes, whatever the layer."""

    limit: Annotated[
        int,
        Field(ge=1),
        _written(type="integer", minimum=1, maximum=MAX_LIMIT, default=DEFAULT_LIMIT),
        About(
            "每页条数;超过上限按上限",
            "Features on a page; more than the maximum means the maximum",
        ),
    ] = DEFAULT_LIMIT
    cursor: Annotated[
        str | None,
        Field(max_length=4000),
        _written(type="string", maxLength=4000),
        About("本页从何处开始,取自 next 链接", "Where a page begins, as its next link says it"),
    ] = None
    bbox: Annotated[
        str | None,
        _written(type="array", items={"type": "number"}, minItems=4, maxItems=6),
        About("与此范围相交:西,南,东,北", "Intersecting a box: west, south, east, north"),
    ] = None
    bbox_crs: Annotated[
        str, Field(alias="bbox-crs"), _CRS, About("bbox 的坐标系", "CRS of bbox")
    ] = CRS84.uri
    datetime: Annotated[
        str | None,
        _written(type="string"),
        About(
            "在此时刻或时段内有效(RFC 3339)", "Holding at an instant or in an interval (RFC 3339)"
        ),
    ] = None
    sortby: Annotated[
        str | None,
        _written(type="array", items={"type": "string"}),
        About(
            "依次按这些属性排序,减号为降序", "Attributes in order of weight, minus is descending"
        ),
    ] = None
    filter: Annotated[
        str | None,
        Field(max_length=8000),
        _written(type="string", maxLength=8000),
        About("CQL2 条件", "A condition in CQL2"),
    ] = None
    filter_lang: Annotated[
        str,
        Field(alias="filter-lang"),
        _written(type="string", enum=list(LANGUAGES), default=LANGUAGES[0]),
        About("filter 的语言", "Language of filter"),
    ] = LANGUAGES[0]
    filter_crs: Annotated[
        str, Field(alias="filter-crs"), _CRS, About("filter 中图形的坐标系", "CRS within filter")
    ] = CRS84.uri


@cache
def query_of(name: str, attributes: tuple[str, ...]) -> type[ItemsAsked]:
    """The class of a layer's lists: beside the common ones, a parameter for each attribute."""
    layer = CATALOGUE[name]
    fields: dict[str, Any] = {f"{_PREFIX}id": (int | None, Field(default=None, alias="id"))}
    for attribute in attributes:
        info = layer.fields[attribute]
        declared = Annotated[info.annotation, *info.metadata]  # type: ignore[name-defined]
        fields[f"{_PREFIX}{attribute}"] = (declared | None, Field(default=None, alias=attribute))
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

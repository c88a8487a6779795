"""Files that are sent with a form, and the form's fields.

A form is read only when it is known who sends it; what is large lies on the disk, not in memory.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, BinaryIO, TypeVar

from pydantic import BaseModel, ValidationError
from starlette.datastructures import UploadFile
from starlette.requests import Request

from gis_service.api.bodies import UnknownBody
from gis_service.api.validation import invalid
from gis_service.errors import Invalid
from layers.core.rules import Problem
from layers.core.text import Text

Model = TypeVar("Model", bound=BaseModel)

FILE = "file"
FORM_TYPE = "multipart/form-data"
_MOST_FIELDS = 200
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Upload:
    """The one file of a form. `name` is what the sender calls it; `fields` are all the values of
    each field, parameters of the address among them."""

    name: str
    content: BinaryIO
    fields: dict[str, list[str]]


def type_of(request: Request) -> str:
    """The media type of its body, without parameters; empty where it tells none."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


@asynccontextmanager
async def uploaded(request: Request) -> AsyncIterator[Upload]:
    """The file and fields of a request. Raises UnknownBody or Invalid."""
    if type_of(request) != FORM_TYPE:
        raise UnknownBody(Text(f"请求体应为 {FORM_TYPE}。", f"The body is {FORM_TYPE}."))
    async with request.form(max_files=1, max_fields=_MOST_FIELDS) as form:
        file = form.get(FILE)
        if not isinstance(file, UploadFile) or not file.filename:
            missing = Text("缺少文件。", "The file is missing.")
            raise Invalid([Problem("file.missing", missing, FILE)])
        fields: dict[str, list[str]] = {}
        for name, value in (*request.query_params.multi_items(), *form.multi_items()):
            if isinstance(value, str):
                fields.setdefault(name, []).append(value)
        yield Upload(_plain(file.filename), file.file, fields)


def read_fields(fields: dict[str, list[str]], model: type[Model]) -> Model:
    """The fields as `model` declares them: a list where it has one, else the last value given.

    Raises Invalid with everything wrong with them.
    """
    values: dict[str, Any] = {
        name: given if _repeats(model, name) else given[-1] for name, given in fields.items()
    }
    try:
        return model.model_validate(values)
    except ValidationError as error:
        raise invalid(error) from None


def form_of(model: type[BaseModel]) -> dict[str, Any]:
    """How OpenAPI tells of such a request."""
    schema = model.model_json_schema()
    file = {"type": "string", "format": "binary"}
    schema["properties"] = {FILE: file, **schema["properties"]}
    schema["required"] = [FILE, *schema.get("required", ())]
    return {"requestBody": {"required": True, "content": {FORM_TYPE: {"schema": schema}}}}


def _repeats(model: type[BaseModel], name: str) -> bool:
    field = model.model_fields.get(name)
    return field is not None and field.default_factory is list


def _plain(name: str) -> str:
    """Without folders, control characters and NUL."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return "".join(c for c in last if c.isprintable())[-_LONGEST_NAME:]

"""The base of everything that is told."""

from pydantic import BaseModel


class Model(BaseModel, frozen=True, json_schema_serialization_defaults_required=True):
    """A read-only answer: defaults count as present in the generated types."""

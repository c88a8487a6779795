"""Changing features: the same few steps for a drawing, an API client and a file import.

First who may (`permitting`), then what is wrong (`drafts`, `judging`), then the change itself.
"""

from gis_service.editing.changing import amend, replace
from gis_service.editing.conditions import ANY, Condition
from gis_service.editing.creating import create_many
from gis_service.editing.deleting import delete
from gis_service.editing.drafts import Draft, Patch, attributes_of, feature_of
from gis_service.editing.judging import problems_of
from gis_service.editing.permitting import allow, allow_at, allow_changes
from gis_service.editing.recalling import recall
from gis_service.editing.restoring import restore

__all__ = [
    "ANY",
    "Condition",
    "Draft",
    "Patch",
    "allow",
    "allow_at",
    "allow_changes",
    "amend",
    "attributes_of",
    "create_many",
    "delete",
    "feature_of",
    "problems_of",
    "recall",
    "replace",
    "restore",
]

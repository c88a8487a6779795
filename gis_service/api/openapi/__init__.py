"""The OpenAPI document: `paths` of the layers, `schemas` of what they answer, `version_30` of it.

FastAPI documents the routes whose answers are Pydantic models; those of the layers answer text
that PostGIS made, and are documented here from the catalogue.
"""

"""Made data on real boundaries: towns of old estates with everything the platform knows of them."""

from gis_service.demo.loading import NotEmpty, load, loaded_scale
from gis_service.demo.making import Scale

__all__ = ["NotEmpty", "Scale", "load", "loaded_scale"]

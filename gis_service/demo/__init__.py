"""Made data on real boundaries: towns of old estates with everything the platform knows of them."""

from gis_service.demo.loading import NotEmpty, Scale, load, loaded_scale

__all__ = ["NotEmpty", "Scale", "load", "loaded_scale"]

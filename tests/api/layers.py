"""The layers that a test is run over."""

import pytest

from gis_service.store.views import layers_for
from layers.core.access import PUBLIC

each_public = pytest.mark.parametrize("layer", layers_for(PUBLIC), ids=lambda layer: layer.name)
each_drawn = pytest.mark.parametrize(
    "layer",
    [layer for layer in layers_for(PUBLIC) if layer.geometry],
    ids=lambda layer: layer.name,
)

"""Two small behaviours of the shared map that folium has no element for."""

from branca.element import MacroElement
from folium import FeatureGroup
from jinja2 import Template

Bounds = tuple[float, float, float, float]


class Fit(MacroElement):
    """Shows west, south, east, north whole, beside the legend where there is room for both."""

    _template = Template("""
        {% macro script(this, kwargs) %}
        (function (map) {
          const left = map.getSize().x > 700 ? 340 : 24;
          map.fitBounds({{ this.corners }}, {
            paddingTopLeft: [left, 24], paddingBottomRight: [24, 24], animate: false,
          });
        })({{ this._parent.get_name() }});
        {% endmacro %}
    """)

    def __init__(self, bounds: Bounds) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        west, south, east, north = bounds
        self.corners = [[south, west], [north, east]]


class FromAfar(MacroElement):
    """Shows the dots only while their ground is shown, and is too far to be seen."""

    _template = Template("""
        {% macro script(this, kwargs) %}
        (function (map, ground, dots) {
          function choose() {
            const far = map.hasLayer(ground) && map.getZoom() < {{ this.near_zoom }};
            if (far) { dots.addTo(map); } else { dots.remove(); }
          }
          map.on("zoomend overlayadd overlayremove", choose);
        })({{ this._parent.get_name() }}, {{ this.ground }}, {{ this.dots }});
        {% endmacro %}
    """)

    near_zoom = 15

    def __init__(self, ground: FeatureGroup, dots: FeatureGroup) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.ground, self.dots = ground.get_name(), dots.get_name()

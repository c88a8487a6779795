"""The domain: every layer of the platform, in drawing order, then the ledgers.

Nothing here knows of HTTP, SQL, files or the clock. To add a layer, write its module and name it
here: table, API, tiles, style, legend, files, forms and documentation follow from it.
"""

from types import MappingProxyType

from layers import (
    buildings,
    communities,
    divisions,
    entrances,
    facilities,
    fire_lanes,
    material_storage,
    passages,
    reception_points,
    reports,
    sites,
    utilities,
    warning_perimeters,
    work_areas,
)
from layers.core.layer import Layer
from layers.ledgers import (
    acceptances,
    ballots,
    comments,
    decisions,
    design_visits,
    duty_shifts,
    exceptions,
    funding,
    households,
    inspections,
    owner_organisations,
    postings,
    practices,
    publicity,
    reception_items,
    sightings,
    stage_changes,
    supervisors,
    survey_rounds,
    surveys,
    wishes,
    works,
)

CATALOGUE: MappingProxyType[str, Layer] = MappingProxyType(
    {
        layer.name: layer
        for layer in (
            divisions.LAYER,
            communities.LAYER,
            fire_lanes.LAYER,
            buildings.LAYER,
            sites.LAYER,
            work_areas.LAYER,
            facilities.LAYER,
            utilities.LAYER,
            warning_perimeters.LAYER,
            passages.LAYER,
            material_storage.LAYER,
            entrances.LAYER,
            reception_points.LAYER,
            reports.LAYER,
            households.LAYER,
            owner_organisations.LAYER,
            wishes.LAYER,
            design_visits.LAYER,
            works.LAYER,
            funding.LAYER,
            decisions.LAYER,
            ballots.LAYER,
            publicity.LAYER,
            postings.LAYER,
            comments.LAYER,
            supervisors.LAYER,
            duty_shifts.LAYER,
            inspections.LAYER,
            acceptances.LAYER,
            survey_rounds.LAYER,
            surveys.LAYER,
            exceptions.LAYER,
            reception_items.LAYER,
            sightings.LAYER,
            practices.LAYER,
            stage_changes.LAYER,
        )
    }
)

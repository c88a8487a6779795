"""What it costs to hand on the ranking of a province: each form of file, ground and all."""

import os
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measuring import Way, loaded, measured, report
from benchmarks.measuring.opened import open_all
from benchmarks.measuring.processors import Watch
from benchmarks.ranking import TODAY, YEAR
from gis_service import ranking
from gis_service.presenting import plan, reading
from gis_service.presenting.forms import FORMS
from gis_service.printing.press import Press
from gis_service.ranking import Asked
from gis_service.settings import Settings
from layers.core.access import OPERATOR
from layers.planning.weights import BUREAU


def main() -> None:
    with loaded("province") as (database, _), TemporaryDirectory() as directory:
        open_all(database)
        with database.transaction(OPERATOR) as db:
            found = ranking.judged(db, OPERATOR, YEAR, TODAY)
            ground = reading.ground(db, OPERATOR, Settings(), found, year=YEAR, shaped=True)
        ranked = ranking.rank(found, Asked(BUREAU.weights))
        told = plan.ranked(ranked, YEAR, ground, len(found), None)
        press, place = Press(Path(directory) / "fonts"), Path(directory)
        ways = [
            Way(suffix, partial(form.write, place / f"plan.{suffix}", told, "zh", press))
            for suffix, form in FORMS.items()
        ]
        costs = measured(ways, Watch({"Python": os.getpid()}), rounds=3)
    report("Handing on a ranking", "file", {f"{len(found):,} communities": costs})


if __name__ == "__main__":
    main()

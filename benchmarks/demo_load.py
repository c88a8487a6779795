"""Making and loading the demo of a province, durable and indexed: 8,000 communities in all."""

import os
import time

from benchmarks.measuring import Cost, report
from benchmarks.measuring.loaded import empty
from benchmarks.measuring.processors import Watch
from gis_service import demo


def main() -> None:
    with empty() as (database, postgis):
        watch = Watch({"maker": os.getpid(), "PostGIS": postgis})
        before, start = watch.seconds(), time.perf_counter()
        demo.load(database.owner, "province", lambda line: None)
        taken, after = time.perf_counter() - start, watch.seconds()
        spent = {name: after[name] - before[name] for name in after}
        cost = Cost("made and loaded", taken, spent)
        report("The demo of a province", "load", {"": [cost]})


if __name__ == "__main__":
    main()

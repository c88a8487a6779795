"""How the benchmarks measure: in rounds, each way in turn, and the median of the rounds.

Ways that are compared run in the same minute on the same machine, so that a busy neighbour slows
all of them; their ratios hold where their seconds do not.
"""

from benchmarks.measuring.loaded import loaded
from benchmarks.measuring.rounds import Cost, Way, measured
from benchmarks.measuring.served import Served, served
from benchmarks.measuring.table import report

__all__ = ["Cost", "Served", "Way", "loaded", "measured", "report", "served"]

"""Seconds of processor that programs have used, as Linux counts them (in hundredths)."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_TICK_S = 1 / os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Watch:
    """Programs by name, each the number of its process. Its children count with it, save those
    that are watched themselves."""

    programs: Mapping[str, int]

    def seconds(self) -> dict[str, float]:
        watched = self.programs.values()
        spent = [(pid if pid in watched else parent, ticks) for pid, parent, ticks in _processes()]
        return {
            name: sum(ticks for process, ticks in spent if process == program) * _TICK_S
            for name, program in self.programs.items()
        }


def _processes() -> list[tuple[int, int, int]]:
    """Number, parent and ticks of every process, with those of its children that have ended."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            # The program's name stands in brackets and may hold anything.
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:  # it has ended meanwhile
            continue
        found.append((int(stat.parent.name), int(fields[1]), sum(map(int, fields[11:15]))))
    return found

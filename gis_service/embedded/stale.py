"""Clears what a crash left behind, so that the next start does not stumble over it.

Seen after `kill -9`: a backend that computes does not notice that its postmaster is gone, and
while it lives every start fails ("pre-existing shared memory block is still in use"); a dead
postmaster is a zombie until process 1 reaps it, or its number belongs to another program by now,
and PostgreSQL takes both for a running server.
"""

import os
import signal
import time
from collections.abc import Callable
from contextlib import suppress

from gis_service.embedded.place import PORT, Place
from gis_service.embedded.postmaster import processes_in, read_postmaster
from gis_service.embedded.unavailable import Unavailable

SHUTDOWN_SECONDS = 60.0
KILL_SECONDS = 10.0


def clear_stale(place: Place, say: Callable[[str], None]) -> None:
    """To be called under the lock of the data directory only: whatever still runs is orphaned."""
    alive = processes_in(place.data)
    if alive:
        say("Database: ending what an earlier run left behind")
        _end(place, alive)
    # Only now that no process of the cluster lives may its lock files go.
    (place.data / "postmaster.pid").unlink(missing_ok=True)
    for name in (f".s.PGSQL.{PORT}", f".s.PGSQL.{PORT}.lock"):
        (place.sockets / name).unlink(missing_ok=True)


def _end(place: Place, alive: set[int]) -> None:
    postmaster = read_postmaster(place.data)
    if postmaster and postmaster.pid in alive:
        # It was told to stop when its launcher died; a second time does no harm.
        _signal({postmaster.pid}, signal.SIGINT)
        if _gone(place, SHUTDOWN_SECONDS):
            return
    # Not a loss: what was committed stands in the write-ahead log.
    _signal(processes_in(place.data), signal.SIGKILL)
    if not _gone(place, KILL_SECONDS):
        raise Unavailable(f"Processes of an earlier run in {place.data} cannot be ended.")


def _signal(pids: set[int], number: signal.Signals) -> None:
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, number)


def _gone(place: Place, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while processes_in(place.data):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True

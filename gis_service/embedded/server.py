"""The PostgreSQL server as our child: it ends when we end, however we end."""

import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from gis_service.embedded.account import Account
from gis_service.embedded.binaries import Binaries
from gis_service.embedded.place import PORT, Place
from gis_service.embedded.postmaster import read_postmaster
from gis_service.embedded.reason import reason
from gis_service.embedded.tuning import settings
from gis_service.embedded.unavailable import Unavailable

PATIENCE_SECONDS = 5.0


@contextmanager
def serving(
    place: Place,
    binaries: Binaries,
    account: Account,
    *,
    durable: bool,
    say: Callable[[str], None],
) -> Iterator[None]:
    """Runs the server inside the `with`. To be entered from the main thread.

    The kernel sends the death signal when the *thread* that started the child ends.
    """
    if place.log.exists():
        place.log.replace(place.log.with_suffix(".log.1"))
    options = [
        f"-c{name}={value}" for name, value in settings(place.sockets, durable=durable).items()
    ]
    with place.log.open("wb") as log:
        child = subprocess.Popen(
            account.command(binaries.bin / "postgres", "-D", place.data, f"-p{PORT}", *options),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd="/",
            env=binaries.environment,
            # Ctrl-C in the terminal is for us; we stop the database after its last query.
            start_new_session=True,
        )
    try:
        _wait_ready(child, place, say)
        yield
    finally:
        _stop(child)


def _wait_ready(child: subprocess.Popen[bytes], place: Place, say: Callable[[str], None]) -> None:
    """However long it takes: after a crash the server replays its log first."""
    patient_until = time.monotonic() + PATIENCE_SECONDS
    while True:
        found = read_postmaster(place.data)
        if found and found.ready and found.pid == child.pid:
            return
        if child.poll() is not None:
            why = reason(place.log.read_text(errors="replace"))
            raise Unavailable(f"PostgreSQL did not start: {why} (log: {place.log})")
        if time.monotonic() > patient_until:
            say(f"Database: still starting, see {place.log}")
            patient_until += 60
        time.sleep(0.02)


def _stop(child: subprocess.Popen[bytes]) -> None:
    """Fast shutdown, then immediate (the next start recovers), then none of it."""
    for number, seconds in ((signal.SIGINT, 60), (signal.SIGQUIT, 10), (signal.SIGKILL, 10)):
        if child.poll() is not None:
            return
        child.send_signal(number)
        try:
            child.wait(seconds)
        except subprocess.TimeoutExpired:
            continue

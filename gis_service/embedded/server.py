"""The PostgreSQL server as our child: it ends when we end, however we end.

A thread starts it and watches over it: a server that is killed is started again. The kernel sends
a child its death signal when the *thread* that started it ends, so the thread stays to the end.
"""

import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from gis_service.embedded.account import Account
from gis_service.embedded.binaries import Binaries
from gis_service.embedded.place import PORT, Place
from gis_service.embedded.postmaster import read_postmaster
from gis_service.embedded.reason import reason
from gis_service.embedded.stale import clear_stale
from gis_service.embedded.tuning import settings
from gis_service.embedded.unavailable import Unavailable

PATIENCE_SECONDS = 5.0
# Fast shutdown; immediate, from which the next start recovers; none at all.
ENDINGS = ((signal.SIGINT, 60.0), (signal.SIGQUIT, 10.0), (signal.SIGKILL, 10.0))


@contextmanager
def serving(
    place: Place,
    binaries: Binaries,
    account: Account,
    *,
    durable: bool,
    say: Callable[[str], None],
) -> Iterator[None]:
    """The server runs inside the `with`, or `Unavailable` says why it does not."""
    chosen = settings(place.sockets, durable=durable)
    options = [f"-c{name}={value}" for name, value in chosen.items()]
    command = account.command(binaries.bin / "postgres", "-D", place.data, f"-p{PORT}", *options)
    keeper = _Keeper(place, command, binaries.environment, say)
    try:
        keeper.start()
        yield
    finally:
        keeper.end()


class _Keeper:
    def __init__(
        self,
        place: Place,
        command: list[str],
        environment: dict[str, str],
        say: Callable[[str], None],
    ) -> None:
        self._thread = threading.Thread(target=self._keep, name="postgresql", daemon=True)
        self._place, self._command, self._environment = place, command, environment
        self._say = say
        self._started = threading.Event()
        self._spawning = threading.Lock()
        self._ending = False
        self._child: subprocess.Popen[bytes] | None = None
        self._failure: Unavailable | None = None

    def start(self) -> None:
        self._thread.start()
        self._started.wait()
        if self._failure:
            raise self._failure

    def end(self) -> None:
        with self._spawning:
            self._ending = True
        for number, seconds in ENDINGS:
            if self._child is not None:
                self._child.send_signal(number)
            self._thread.join(seconds)
            if not self._thread.is_alive():
                return

    def _keep(self) -> None:
        try:
            while child := self._spawn():
                self._wait_ready(child)
                self._started.set()
                child.wait()
                if not self._ending:
                    self._say("Database: ended unexpectedly, starting it again")
                    clear_stale(self._place, self._say)
        except Unavailable as failure:
            self._failure = failure
            if self._started.is_set():
                self._say(f"Database: {failure}")
        finally:
            self._started.set()

    def _spawn(self) -> subprocess.Popen[bytes] | None:
        log = self._place.log
        with self._spawning:
            if self._ending:
                return None
            if log.exists():
                log.replace(log.with_suffix(".log.1"))
            with log.open("wb") as output:
                self._child = subprocess.Popen(
                    self._command,
                    stdin=subprocess.DEVNULL,
                    stdout=output,
                    stderr=output,
                    cwd="/",
                    env=self._environment,
                    # Ctrl-C in the terminal is for us: the database ends after its last query.
                    start_new_session=True,
                )
            return self._child

    def _wait_ready(self, child: subprocess.Popen[bytes]) -> None:
        """However long it takes: after a crash the server replays its log first."""
        log = self._place.log
        patient_until = time.monotonic() + PATIENCE_SECONDS
        while True:
            found = read_postmaster(self._place.data)
            if found and found.ready and found.pid == child.pid:
                return
            if child.poll() is not None:
                if self._ending:
                    return
                why = reason(log.read_text(errors="replace"))
                raise Unavailable(f"PostgreSQL did not start: {why} (log: {log})")
            if time.monotonic() > patient_until:
                self._say(f"Database: still starting, see {log}")
                patient_until += 60
            time.sleep(0.02)

"""Starts `launched` and hears what it says."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from gis_service.embedded import Cluster, existing
from gis_service.embedded.place import Place
from gis_service.embedded.postmaster import processes_in, read_postmaster

PATIENCE_S = 20
HOUSE = Path(__file__).parents[2]


@dataclass
class Launcher:
    process: subprocess.Popen[str]
    data_dir: Path

    @property
    def place(self) -> Place:
        found = existing(self.data_dir)
        assert found
        return found

    @property
    def postmaster(self) -> int:
        found = read_postmaster(self.place.data)
        assert found
        return found.pid

    @property
    def alive(self) -> set[int]:
        return processes_in(self.place.data)

    def wait_up(self) -> None:
        self.wait_for("up ")

    def wait_for(self, start: str) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            if line.startswith(start):
                return
        raise AssertionError(f"it ended without saying {start!r}")

    def wait_gone(self) -> None:
        """Until no process is left that could still write: the directory is to be deleted."""
        place, until = existing(self.data_dir), time.monotonic() + PATIENCE_S
        while place and processes_in(place.data) and time.monotonic() < until:
            time.sleep(0.02)

    def connect(self) -> psycopg.Connection:
        return Cluster(self.place.sockets).superuser("onemap")


@contextmanager
def launched(data_dir: Path, *user: str) -> Iterator[Launcher]:
    """A launcher that is up, ended like Ctrl-C does at the end of the test."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.embedded.launched", str(data_dir), *user],
        cwd=HOUSE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        launcher = Launcher(process, data_dir)
        try:
            launcher.wait_up()
            yield launcher
        finally:
            process.terminate()
            process.wait()
            launcher.wait_gone()

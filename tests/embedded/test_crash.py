"""Whatever is killed, the next start finds all that was committed."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from tests.embedded.launcher import Launcher, launched


def wait_until(holds: Callable[[], bool], seconds: float = 10) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.02)


def keep_a_mark(launcher: Launcher) -> None:
    with launcher.connect() as connection:
        connection.execute("CREATE TABLE marks AS SELECT 1 AS mark")


def has_the_mark(launcher: Launcher) -> bool:
    with launcher.connect() as connection:
        return connection.execute("SELECT mark FROM marks").fetchall() == [(1,)]


@contextmanager
def busy_backend(launcher: Launcher) -> Iterator[int]:
    """A session that computes, and so does not notice when its postmaster dies."""
    with launcher.connect() as connection:
        pid = connection.info.backend_pid
        connection.pgconn.send_query(b"SELECT count(*) FROM generate_series(1, 1000000000000)")
        yield pid
        connection.close()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_the_database_ends_with_its_launcher(data_dir: Path, number: signal.Signals) -> None:
    with launched(data_dir) as launcher:
        keep_a_mark(launcher)
        launcher.process.send_signal(number)
        wait_until(lambda: not launcher.alive)
    with launched(data_dir) as again:
        assert has_the_mark(again)


def test_a_killed_database_is_started_again(data_dir: Path) -> None:
    with launched(data_dir) as launcher, busy_backend(launcher) as orphan:
        keep_a_mark(launcher)
        killed = launcher.postmaster
        os.kill(killed, signal.SIGKILL)
        launcher.wait_for("Database: ended unexpectedly")
        wait_until(lambda: answers(launcher))
        assert launcher.postmaster != killed
        assert orphan not in launcher.alive
        assert has_the_mark(launcher)


def test_a_start_heals_what_two_kills_left(data_dir: Path) -> None:
    with launched(data_dir) as launcher, busy_backend(launcher) as orphan:
        keep_a_mark(launcher)
        # Stopped, so that it neither starts the database again nor, dying first, ends it well.
        launcher.process.send_signal(signal.SIGSTOP)
        os.kill(launcher.postmaster, signal.SIGKILL)
        launcher.process.kill()
        launcher.process.wait()
        assert orphan in launcher.alive
        with launched(data_dir) as again:
            assert orphan not in again.alive
            assert has_the_mark(again)


def answers(launcher: Launcher) -> bool:
    try:
        launcher.connect().close()
    except psycopg.OperationalError:
        return False
    return True

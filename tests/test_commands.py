"""Exit codes, and errors of one line: what a script that calls `onemap` relies on."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[1]


def onemap(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "gis_service", *map(str, arguments)],
        cwd=HOUSE,
        env={**os.environ, **{f"ONEMAP_{name}": value for name, value in environment.items()}},
        capture_output=True,
        text=True,
        check=False,
    )


def assert_one_line(done: subprocess.CompletedProcess[str], code: int, *parts: str) -> None:
    assert done.returncode == code, done
    (line,) = done.stderr.splitlines()
    assert line.startswith("onemap: ")
    for part in parts:
        assert part in line


def test_help_names_every_command_of_the_contract() -> None:
    listed = onemap("--help").stdout
    for name in ("demo", "serve", "migrate", "doctor", "test", "check", "bench"):
        assert f"  {name} " in listed


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["plan"], "plan"),
        (["serve", "--colour"], "--colour"),
        (["serve", "--port", "many"], "--port"),
        (["serve", "--port", "70000"], "port"),
        (["demo", "--scale", "city"], "--scale"),
    ],
)
def test_wrong_use_is_two(arguments: list[str], part: str) -> None:
    assert_one_line(onemap(*arguments), 2, part)


@pytest.mark.parametrize("url", ["elsewhere", "mysql://db/onemap", "postgresql://db:port/onemap"])
def test_an_address_that_is_none_is_wrong_use(url: str) -> None:
    assert_one_line(onemap("migrate", DATABASE_URL=url), 2, "ONEMAP_DATABASE_URL")


def test_an_address_that_does_not_answer_keeps_its_password() -> None:
    done = onemap("migrate", DATABASE_URL="postgresql://onemap:secret@127.0.0.1:1/onemap")
    assert_one_line(done, 1, "127.0.0.1:1", "refused")
    assert "secret" not in done.stderr


def test_a_port_in_use_is_told_before_any_work(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        done = onemap("serve", "--port", port, "--data-dir", tmp_path / "data")
    assert_one_line(done, 1, port, "in use")
    assert not (tmp_path / "data").exists()


def test_a_host_that_is_not_ours(tmp_path: Path) -> None:
    done = onemap("serve", "--host", "192.0.2.1", "--data-dir", tmp_path / "data")
    assert_one_line(done, 1, "192.0.2.1")


def test_a_data_directory_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "data").touch()
    assert_one_line(onemap("migrate", "--data-dir", tmp_path / "data"), 1, "Data directory")


def test_the_doctor_looks_and_leaves_nothing(tmp_path: Path) -> None:
    done = onemap("doctor", "--data-dir", tmp_path / "data")
    assert done.returncode == 0, done.stderr
    assert "none yet" in done.stdout
    assert not (tmp_path / "data").exists()


def test_help_does_not_wait_for_what_it_does_not_need() -> None:
    slow = "{'layers', 'sqlalchemy', 'psycopg', 'pydantic', 'geopandas', 'fastapi'}"
    program = f"import gis_service.__main__, sys; assert not {slow} & sys.modules.keys()"
    subprocess.run([sys.executable, "-c", program], cwd=HOUSE, check=True)

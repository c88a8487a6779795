"""docker-compose.yml, by the published schema of compose files and by our own rules."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

COMPOSE = Path(__file__).parents[1] / "docker-compose.yml"
SERVICES: dict[str, dict[str, Any]] = yaml.safe_load(COMPOSE.read_text())["services"]


def test_the_compose_specification_accepts_it() -> None:
    schema = ("check-jsonschema", "--builtin-schema", "vendor.compose-spec", "-o", "json")
    command = Path(sys.executable).parent / schema[0]
    done = subprocess.run([command, *schema[1:], COMPOSE], capture_output=True, check=False)
    assert json.loads(done.stdout)["status"] == "ok", done.stdout


@pytest.mark.parametrize("name", SERVICES)
def test_images_are_pinned(name: str) -> None:
    built = SERVICES[name].get("build", {}).get("dockerfile_inline", "")
    bases = re.findall(r"^FROM (\S+)$", built, re.MULTILINE)
    images = [SERVICES[name]["image"]] if "image" in SERVICES[name] else bases
    assert images
    for image in images:
        assert re.search(r":\d", image), f"{image} may change from day to day"


@pytest.mark.parametrize("name", SERVICES)
def test_each_service_says_whether_it_is_well(name: str) -> None:
    assert SERVICES[name]["healthcheck"]["test"][0] == "CMD"


def test_the_service_waits_for_its_database() -> None:
    assert SERVICES["service"]["depends_on"] == {"db": {"condition": "service_healthy"}}
    assert "@db:5432/" in SERVICES["service"]["environment"]["ONEMAP_DATABASE_URL"]

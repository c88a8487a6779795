from pathlib import Path

import pytest

from gis_service.printing import fonts
from gis_service.printing.press import Press


@pytest.fixture(scope="session")
def fonts_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fonts.opened(tmp_path_factory.mktemp("press") / "fonts").folder


@pytest.fixture(scope="session")
def press(fonts_dir: Path) -> Press:
    return Press(fonts_dir)

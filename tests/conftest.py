"""What all tests may use: the running service."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from bot.model import actueel
from tests.stapel import Stapel

settings.register_profile("project", deadline=None)  # machines are slow at times; nothing here is timed
settings.load_profile("project")


@pytest.fixture(scope="session")
def model() -> Path:
    """The project's own model, trained first when it is not current."""
    return actueel()


@pytest.fixture(scope="session")
def stapel(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stapel]:
    """The whole service with the project's model: real processes, free ports, its own data folder."""
    lopend = Stapel(tmp_path_factory.mktemp("stapel") / "data", model)
    lopend.start()
    try:
        lopend.wacht_klaar()
        yield lopend
    finally:
        lopend.ruim_op()

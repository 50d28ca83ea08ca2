"""What all tests may use: the running service."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from bot.model import actueel
from tests.meta import Meta
from tests.stapel import PROJECT, Stapel

settings.register_profile("project", deadline=None)  # machines are slow at times; nothing here is timed
settings.load_profile("project")


@pytest.fixture(scope="session")
def model() -> Path:
    """The project's own model, trained first when it is not current."""
    return actueel()


@pytest.fixture(scope="session")
def klein_model() -> Path:
    """The model of a bot that trains in seconds, for tests of all but what people are told."""
    return actueel(PROJECT / "tests" / "integration" / "kleine_bot", PROJECT / "models" / "kleine_bot")


@pytest.fixture(scope="session")
def meta_altijd() -> Iterator[Meta]:
    """A stand-in for Meta, to which every service of these tests is connected."""
    meta = Meta()
    meta.start()
    yield meta
    meta.stop()


@pytest.fixture
def meta(meta_altijd: Meta) -> Iterator[Meta]:
    """The same, with nothing sent yet; afterwards the platform may have had nothing to complain about."""
    meta_altijd.storingen.clear()
    meta_altijd.verzonden.clear()
    yield meta_altijd
    klachten = list(meta_altijd.klachten)
    meta_altijd.klachten.clear()
    assert klachten == []


@pytest.fixture(scope="session")
def stapel(model: Path, meta_altijd: Meta, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stapel]:
    """The whole service with the project's model: real processes, free ports, its own data folder."""
    omgeving = meta_altijd.omgeving | {"LOKET_MESSENGER_AANVRAAG": "kiezen"}
    lopend = Stapel(tmp_path_factory.mktemp("stapel") / "data", model, omgeving=omgeving)
    lopend.start()
    try:
        lopend.wacht_klaar()
        yield lopend
    finally:
        lopend.ruim_op()

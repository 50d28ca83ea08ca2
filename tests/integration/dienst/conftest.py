"""The service around a bot that trains in seconds (`tests/integration/kleine_bot`)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.stapel import KLEINE_ACTIES, Stapel


@pytest.fixture(scope="session")
def klein(klein_model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stapel]:
    """One small service for all tests that leave it running."""
    lopend = Stapel(tmp_path_factory.mktemp("klein") / "data", klein_model, KLEINE_ACTIES)
    lopend.start()
    try:
        lopend.wacht_klaar()
        yield lopend
    finally:
        lopend.ruim_op()


@pytest.fixture(scope="session")
def breekbaar(klein_model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stapel]:
    """A small service whose parts tests may kill; `wacht_klaar()` first, for the test before may have."""
    lopend = Stapel(tmp_path_factory.mktemp("breekbaar") / "data", klein_model, KLEINE_ACTIES)
    lopend.start()
    yield lopend
    lopend.ruim_op()


@pytest.fixture
def eigen(klein_model: Path, tmp_path: Path) -> Iterator[Stapel]:
    """A small service, not started yet, that the test starts and ends itself."""
    nieuw = Stapel(tmp_path / "data", klein_model, KLEINE_ACTIES)
    yield nieuw
    nieuw.ruim_op()

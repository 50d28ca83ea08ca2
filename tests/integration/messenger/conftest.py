"""A small service that is connected to a stand-in for Meta."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.meta import Meta
from tests.stapel import KLEINE_ACTIES, Stapel


@pytest.fixture(scope="session")
def fb_altijd(
    klein_model: Path, meta_altijd: Meta, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Stapel]:
    omgeving = meta_altijd.omgeving | {
        "LOKET_MESSENGER_MENS": "postvak",
        "LOKET_MESSENGER_AANVRAAG": "kiezen",
    }
    lopend = Stapel(tmp_path_factory.mktemp("fb") / "data", klein_model, KLEINE_ACTIES, omgeving)
    lopend.start()
    try:
        lopend.wacht_klaar()
        yield lopend
    finally:
        lopend.ruim_op()


@pytest.fixture
def fb(fb_altijd: Stapel, meta: Meta) -> Stapel:
    """The service, for tests that leave it running."""
    return fb_altijd


@pytest.fixture
def fb_breekbaar(klein_model: Path, meta: Meta, tmp_path: Path) -> Iterator[Stapel]:
    """A service of its own, not started yet, whose parts a test may kill."""
    eigen = Stapel(tmp_path / "data", klein_model, KLEINE_ACTIES, meta.omgeving)
    yield eigen
    eigen.ruim_op()

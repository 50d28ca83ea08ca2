"""A small service that is connected to a stand-in for Meta."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.model import actueel
from tests.meta import Meta
from tests.stapel import PROJECT, Stapel

KLEINE_BOT = PROJECT / "tests" / "integration" / "kleine_bot"
KLEINE_ACTIES = "tests.integration.kleine_bot.acties"


@pytest.fixture(scope="session")
def fb_altijd(meta_altijd: Meta, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stapel]:
    model = actueel(KLEINE_BOT, PROJECT / "models" / "kleine_bot")
    omgeving = meta_altijd.omgeving | {
        "LOKET_MESSENGER_MENS": "postvak",
        "LOKET_MESSENGER_AANVRAAG": "kiezen",
    }
    lopend = Stapel(tmp_path_factory.mktemp("fb") / "data", model, KLEINE_ACTIES, omgeving)
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
def fb_breekbaar(meta: Meta, tmp_path: Path) -> Iterator[Stapel]:
    """A service of its own, not started yet, whose parts a test may kill."""
    model = actueel(KLEINE_BOT, PROJECT / "models" / "kleine_bot")
    eigen = Stapel(tmp_path / "data", model, KLEINE_ACTIES, meta.omgeving)
    yield eigen
    eigen.ruim_op()

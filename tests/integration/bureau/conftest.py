"""The door of the desk, and the desk itself, on a real database."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from loket.store.versleuteling import Kluis
from loket.toegang.aanmelden import Duur, Toegang
from loket.toegang.accounts import Accounts
from tests import opslag
from tests.integration.kantoor.hulp import Klok

from .deur import Deur
from .huis import Huis


@pytest.fixture
def deur(tmp_path: Path) -> Iterator[Deur]:
    database = opslag.database(tmp_path)
    database.werk_bij()
    kluis = Kluis(("ZmRmZmRmZmRmZmRmZmRmZmRmZmRmZmRmZmRmZmRmZmQ=",))
    duur = Duur(stil=timedelta(minutes=30), hoogstens=timedelta(hours=10))
    toegang = Toegang(database, kluis, b"p" * 32, duur=duur)
    yield Deur(database, Accounts(database), toegang, Klok())
    database.sluit()


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def huis(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Huis]:
    """The desk, served, with accounts and aanvragen of two regions."""
    huis = Huis(tmp_path_factory.mktemp("bureau") / "data")
    await huis.begin()
    yield huis
    await huis.einde()

"""Two services and two Rasas on PostgreSQL and Redis, around the bot that trains in seconds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.servers import Postgres, Redis
from tests.stapel import KLEINE_ACTIES, Stapel


@dataclass(frozen=True)
class Samen:
    """The service with its servers; `modellen` is the folder whose newest model counts."""

    stapel: Stapel
    postgres: Postgres
    redis: Redis
    modellen: Path


@pytest.fixture(scope="module")
def samen(klein_model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Samen]:
    basis = tmp_path_factory.mktemp("samen")
    modellen = basis / "models"
    modellen.mkdir()
    (modellen / klein_model.name).write_bytes(klein_model.read_bytes())
    postgres, redis = Postgres(), Redis()
    omgeving = {
        "LOKET_DATABASE_URL": f"{postgres.adres}/postgres",
        "LOKET_REDIS_URL": redis.url,
        "LOKET_DIENSTEN": "2",
        "LOKET_RASA_PROCESSEN": "2",
    }
    stapel = Stapel(basis / "data", modellen, KLEINE_ACTIES, omgeving)
    try:
        stapel.start()
        stapel.wacht_klaar()
        yield Samen(stapel, postgres, redis, modellen)
    finally:
        stapel.ruim_op()
        redis.ruim_op()
        postgres.ruim_op()

"""Two services and two Rasas on PostgreSQL and Redis, around the bot that trains in seconds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.lijn import Lijn
from tests.servers import Postgres, Redis
from tests.stapel import KLEINE_ACTIES, Stapel


@dataclass(frozen=True)
class Samen:
    """The service with its servers, and the lines by which it reaches them; `modellen` is the folder whose
    newest model counts."""

    stapel: Stapel
    postgres: Postgres
    redis: Redis
    naar_postgres: Lijn
    naar_redis: Lijn
    modellen: Path


@pytest.fixture(scope="module")
def samen(klein_model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Samen]:
    basis = tmp_path_factory.mktemp("samen")
    modellen = basis / "models"
    modellen.mkdir()
    (modellen / klein_model.name).write_bytes(klein_model.read_bytes())
    postgres, redis = Postgres(), Redis()
    naar_postgres, naar_redis = Lijn(postgres.poort), Lijn(redis.poort)
    omgeving = {
        "LOKET_DATABASE_URL": f"postgresql://loket@127.0.0.1:{naar_postgres.poort}/postgres",
        "LOKET_REDIS_URL": f"redis://127.0.0.1:{naar_redis.poort}/0",
        "LOKET_DIENSTEN": "2",
        "LOKET_RASA_PROCESSEN": "2",
    }
    stapel = Stapel(basis / "data", modellen, KLEINE_ACTIES, omgeving)
    try:
        stapel.start()
        stapel.wacht_klaar()
        yield Samen(stapel, postgres, redis, naar_postgres, naar_redis, modellen)
    finally:
        stapel.ruim_op()
        naar_postgres.sluit()
        naar_redis.sluit()
        redis.ruim_op()
        postgres.ruim_op()

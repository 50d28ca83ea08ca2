"""A PostgreSQL that hangs instead of refusing: heard within seconds, by everybody, and it goes on after."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import text

from loket.domain.aanvraag import Aanvraag
from loket.store.database import Database, RegisterBezet, is_schrijfbaar
from loket.store.postgres import GEDULD, ONBEVESTIGD
from tests.integration.kantoor.hulp import NU, maak_aanvraag, open_kantoor
from tests.lijn import Lijn
from tests.servers import Postgres
from tests.stapel import wacht_op

from .belasting import GRENS, duur, hangend


@pytest.fixture(scope="module")
def server() -> Iterator[Postgres]:
    server = Postgres()
    yield server
    server.ruim_op()


@pytest.fixture
def delen(server: Postgres) -> Iterator[list[Database]]:
    """Several parts, each with connections of its own."""
    delen = [Database(f"{server.adres}/postgres", deel) for deel in ("een", "twee", "drie")]
    for deel in delen:
        assert is_schrijfbaar(deel)
    yield delen
    for deel in delen:
        deel.sluit()


def schrijfduur(deel: Database) -> float:
    return duur(lambda: is_schrijfbaar(deel))


def test_whoever_waits_hears_it_and_whoever_comes_after_hears_it_at_once(
    server: Postgres, delen: list[Database]
) -> None:
    with hangend(server):
        with ThreadPoolExecutor(9) as draden:
            eerst = list(draden.map(schrijfduur, delen * 3))
        assert max(eerst) < GRENS
        daarna = sorted(map(schrijfduur, delen * 10))
        assert daarna[15] < 0.5, "most do not even try"
        assert not is_schrijfbaar(delen[0])
    for deel in delen:
        wacht_op(lambda deel=deel: is_schrijfbaar(deel), 30)


def test_one_wait_is_enough_to_know_that_all_connections_are_lost(server: Postgres) -> None:
    """A firewall forgot them: the server is well, and so are new connections."""
    lijn = Lijn(server.poort)
    adres = f"postgresql://loket@127.0.0.1:{lijn.poort}/postgres"
    delen = [Database(adres, deel) for deel in ("een", "twee", "drie")]
    assert all(map(is_schrijfbaar, delen))
    assert lijn.vergeet() >= len(delen)
    assert ONBEVESTIGD - 1 < schrijfduur(delen[0]) < GRENS
    assert max(map(schrijfduur, delen * 2)) < ONBEVESTIGD - 0.5, "nobody waits for the others"
    assert all(map(is_schrijfbaar, delen))
    for deel in delen:
        deel.sluit()
    lijn.sluit()


def test_in_the_middle_of_a_transaction_nothing_stays(server: Postgres, delen: list[Database]) -> None:
    with delen[0].schrijf() as sessie:
        sessie.execute(text("CREATE TABLE public.proef (nr integer)"))

    def half() -> None:
        with delen[0].schrijf() as sessie:
            sessie.execute(text("INSERT INTO public.proef VALUES (1)"))
            with hangend(server):
                sessie.execute(text("INSERT INTO public.proef VALUES (2)"))

    with pytest.raises(RegisterBezet, match="ServerHangt"):
        half()

    def aantal() -> list[int]:
        try:
            with delen[0].schrijf() as sessie:
                return [sessie.scalar(text("SELECT count(*) FROM public.proef")) or 0]
        except RegisterBezet:
            return []

    assert wacht_op(aantal, 30) == [0]


def test_a_server_that_is_only_slow_is_not_given_up(delen: list[Database]) -> None:
    with delen[0].lees() as sessie:
        sessie.execute(text(f"SELECT pg_sleep({GEDULD * 2 + 1})"))


def test_rounds_are_left_and_can_be_taken_again(server: Postgres, delen: list[Database]) -> None:
    with delen[0].als_enige("ronde") as mag:
        assert mag
        server.sein(signal.SIGSTOP)
    server.sein(signal.SIGCONT)
    wacht_op(lambda: is_schrijfbaar(delen[1]), 30)

    def weer() -> bool:
        with delen[1].als_enige("ronde"), delen[0].als_enige("ronde") as mag:
            return mag

    wacht_op(weer, 30)


def test_an_aanvraag_during_it_is_recorded_once(server: Postgres, tmp_path: Path) -> None:
    kantoor = open_kantoor(tmp_path, database_url=f"{server.adres}/postgres")
    aanvragen = [maak_aanvraag(f"verhaal {i}") for i in range(8)]

    def neem_op(aanvraag: Aanvraag) -> str:
        for _ in range(200):
            try:
                return kantoor.register.neem_op(aanvraag, NU).nummer
            except RegisterBezet:
                time.sleep(0.1)
        raise AssertionError("never recorded")

    with ThreadPoolExecutor(8) as draden:
        lopend = [draden.submit(neem_op, aanvraag) for aanvraag in aanvragen]
        with hangend(server):
            wacht_op(lambda: not is_schrijfbaar(kantoor.database), 30)
        nummers = [een.result() for een in lopend]
    assert len(set(nummers)) == 8
    assert kantoor.postbus.toestand(NU).wachtend == 8
    assert kantoor.audit.controleer().fout_bij is None
    kantoor.sluit()

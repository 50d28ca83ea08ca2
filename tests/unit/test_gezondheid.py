"""What `/healthz` and `/readyz` say when parts are not well."""

from __future__ import annotations

import json

import pytest
from aiohttp.test_utils import make_mocked_request

from bot.gezondheid import Controle, Gezondheid, Hartslag, Onderdeel

VERZOEK = make_mocked_request("GET", "/healthz")


def geeft(deel: Onderdeel) -> Controle:
    async def controle() -> Onderdeel:
        return deel

    return controle


async def stuk() -> Onderdeel:
    raise OSError


@pytest.mark.parametrize(
    ("nodig", "erbij", "status", "woord"),
    [
        (geeft(Onderdeel(True)), geeft(Onderdeel(True)), 200, "klaar"),
        (geeft(Onderdeel(True, "Kijk.")), geeft(Onderdeel(True)), 200, "alarm"),
        (geeft(Onderdeel(True)), geeft(Onderdeel(True, "Kijk.")), 200, "alarm"),
        (geeft(Onderdeel(False)), geeft(Onderdeel(True)), 503, "niet klaar"),
        (stuk, geeft(Onderdeel(True)), 503, "niet klaar"),
        (geeft(Onderdeel(True)), stuk, 200, "klaar"),  # a look that fails helps nobody by a restart
    ],
)
async def test_what_is_needed_decides(nodig: Controle, erbij: Controle, status: int, woord: str) -> None:
    gezondheid = Gezondheid({"rasa": nodig}, {"schijf": erbij})
    antwoord = await gezondheid.healthz(VERZOEK)
    assert antwoord.text is not None
    assert (antwoord.status, json.loads(antwoord.text)["status"]) == (status, woord)
    assert (await gezondheid.readyz(VERZOEK)).status == status


async def test_ready_asks_only_what_is_needed() -> None:
    gevraagd = []

    async def duur() -> Onderdeel:
        gevraagd.append(1)
        return Onderdeel(True)

    gezondheid = Gezondheid({"rasa": geeft(Onderdeel(True))}, {"schijf": duur})
    await gezondheid.readyz(VERZOEK)
    assert not gevraagd
    await gezondheid.healthz(VERZOEK)
    await gezondheid.healthz(VERZOEK)
    assert len(gevraagd) == 1  # a second look within a second costs nothing


async def test_work_that_stands_still_calls_for_a_person() -> None:
    nu = 0.0
    hart = Hartslag("Het staat stil.", 60, klok=lambda: nu)
    nu = 60.0
    assert await hart.stand() == Onderdeel(True)
    nu = 61.0
    assert await hart.stand() == Onderdeel(True, "Het staat stil.")
    hart.slag()
    assert await hart.stand() == Onderdeel(True)

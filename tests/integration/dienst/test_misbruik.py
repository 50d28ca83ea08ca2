"""What a stranger may try at the chat channel: guessing, flooding, huge and slow requests."""

from __future__ import annotations

import asyncio
import json
import secrets
import socket
import zlib
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, asynccontextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import requests
from aiohttp.test_utils import TestServer
from sqlalchemy import text

from bot.channels.chat import GEVAAR_EERST, ChatKanaal, Gesprekspartner, Lijnen
from bot.drukte import ALTIJD, Drukte
from bot.gezondheid import Gezondheid
from bot.opslag import open_gebeurtenissen, open_gesprekken
from bot.rasa_client import RasaClient
from bot.service import lijnen_bij_gevaar, maak_app
from loket.desk.bureau import Bureau
from loket.kantoor import Kantoor
from tests.lijn import Lijn
from tests.opslag import ingreep
from tests.stapel import Stapel, wacht_op


def geheugen(stapel: Stapel) -> int:
    """The most memory that the service ever held, in MB."""
    regels = Path(f"/proc/{stapel.pid('dienst')}/status").read_text().splitlines()
    return int(next(regel for regel in regels if regel.startswith("VmHWM")).split()[1]) // 1024


def test_a_squeezed_bomb_is_not_blown_up(klein: Stapel) -> None:
    voor = geheugen(klein)
    bom = zlib.compress(b'{"message": "' + b"a" * 200_000_000 + b'"}', 9)
    assert len(bom) < 256 * 1024
    for _ in range(3):
        antwoord = requests.post(
            f"{klein.url}/chat", data=bom, headers={"Content-Encoding": "deflate"}, timeout=60
        )
        assert antwoord.status_code == 400
        assert antwoord.json()["fout"].endswith(".")
    assert geheugen(klein) - voor < 50


@pytest.mark.parametrize("pad", ["chat", "chat/hervat", "chat/plaatsen", "chat/duidelijk"])
def test_a_huge_body_is_refused_before_it_is_all_there(klein: Stapel, pad: str) -> None:
    def gestuurd() -> Iterator[bytes]:
        yield b'{"message": "'
        for _ in range(400):
            yield b"x" * 65_536

    voor = geheugen(klein)
    try:
        antwoord = requests.post(f"{klein.url}/{pad}", data=gestuurd(), timeout=60)
    except requests.ConnectionError:
        pass  # hung up while we were still sending: refused as well
    else:
        assert antwoord.status_code == 413
        assert antwoord.json()["fout"].startswith("Je bericht is te lang.")
    assert geheugen(klein) - voor < 50
    assert klein.begin().zeg("hallo")[0]["text"] == "Bericht 1: hallo"


@pytest.mark.parametrize("lengte", ["9" * 30, "-1", "x", "1, 2"])
def test_a_body_that_lies_about_its_length(klein: Stapel, lengte: str) -> None:
    doel = urlsplit(klein.url)
    assert doel.hostname
    assert doel.port
    with socket.create_connection((doel.hostname, doel.port), timeout=30) as lijn:
        lijn.sendall(f"POST /chat HTTP/1.1\r\nHost: x\r\nContent-Length: {lengte}\r\n\r\n{{}}".encode())
        lijn.shutdown(socket.SHUT_WR)
        assert lijn.recv(4096).split()[1:2] in ([], [b"400"], [b"413"])
    assert klein.begin().items


@asynccontextmanager
async def dienst(
    stapel: Stapel, wacht: float = 30.0, drukte: Drukte | None = None, rasa: RasaClient | None = None
) -> AsyncIterator[str]:
    """The public app in this process, on the store and the Rasa of a running service.

    Its limits are its own, and its clock stands still: what a slow machine takes longer for is no more
    allowed for it.
    """
    kantoor = Kantoor.open(stapel.instellingen)
    gesprekken = open_gesprekken(stapel.instellingen)
    gebeurtenissen = open_gebeurtenissen(stapel.instellingen)
    rasa = rasa or RasaClient([stapel.rasa_poort], "")
    lijnen = Lijnen(kantoor.hulplijnen)
    partner = Gesprekspartner(gesprekken, gebeurtenissen, rasa, lijnen.bij_stilte())
    kanaal = ChatKanaal(
        gesprekken,
        partner,
        lijnen,
        gevaar=lijnen_bij_gevaar,
        wacht=wacht,
        klok=lambda: 0,
        drukte=drukte,
    )
    server = TestServer(
        maak_app(kantoor, kanaal, Bureau.open(kantoor, gesprekken.duidelijkheid), Gezondheid({}))
    )
    await server.start_server()
    try:
        yield str(server.make_url("")).rstrip("/")
    finally:
        await server.close()
        await rasa.sluit()
        gesprekken.sluit()
        gebeurtenissen.sluit()
        kantoor.sluit()


async def test_who_sends_a_letter_a_minute_is_not_waited_for(klein: Stapel) -> None:
    async with dienst(klein, wacht=0.2) as url:
        doel = urlsplit(url)
        lezer, schrijver = await asyncio.open_connection(doel.hostname, doel.port)
        schrijver.write(b"POST /chat HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{")
        kop = await asyncio.wait_for(lezer.readuntil(b"\r\n\r\n"), 30)
        assert kop.startswith(b"HTTP/1.1 408")
        lengte = next(regel for regel in kop.split(b"\r\n") if regel.startswith(b"Content-Length"))
        lijf = await lezer.readexactly(int(lengte.split()[1]))
        assert "kwam niet helemaal aan" in json.loads(lijf)["fout"]
        schrijver.close()
        await schrijver.wait_closed()


async def test_a_rasa_that_falls_silent_is_not_waited_for_and_a_message_counts_once(klein: Stapel) -> None:
    lijn = Lijn(klein.rasa_poort)
    try:
        async with dienst(klein, rasa=RasaClient([lijn.poort], "", geduld=1.0)) as url:

            def zeg(tekst: str, nummer: str) -> requests.Response:
                inhoud = {"sender": token, "message": tekst, "message_id": nummer}
                return requests.post(f"{url}/chat", json=inhoud, timeout=60)

            def tot_antwoord(tekst: str, nummer: str) -> str:
                antwoord = wacht_op(lambda: (a := zeg(tekst, nummer)).status_code == 200 and a)
                return str(antwoord.json()[0]["text"])

            begin = await asyncio.to_thread(requests.post, f"{url}/chat/begin", json={}, timeout=60)
            token = begin.json()["sender"]
            with lijn.stil():
                traag = await asyncio.to_thread(zeg, "hallo", "een")
                nood = await asyncio.to_thread(zeg, "ik wil dood", "twee")
            assert await asyncio.to_thread(tot_antwoord, "hallo", "een") == "Bericht 1: hallo"
            assert await asyncio.to_thread(tot_antwoord, "en nu", "drie") == "Bericht 2: en nu"
    finally:
        lijn.sluit()
    assert traag.status_code == 504
    assert "Je bericht is niet weg" in traag.json()["fout"]
    assert traag.json()["lijnen"]
    assert nood.status_code in {503, 504}  # the line was silent, or no new one could be made
    assert nood.json()["fout"].startswith(GEVAAR_EERST)
    assert nood.json()["lijnen"][0]["nummer"] == "1813"


async def test_guessing_tokens_ends_for_the_guesser(klein: Stapel) -> None:
    gesprek = klein.begin()
    async with dienst(klein) as url:

        def raad(wat: str) -> int:
            methode, pad = wat.split()
            koppen = {"Authorization": f"Bearer {secrets.token_urlsafe(24)}"}
            return requests.request(methode, f"{url}{pad}", headers=koppen, timeout=60).status_code

        def velen() -> Counter[int]:
            paden = ["GET /chat/berichten", "GET /chat/stroom", "DELETE /chat", "POST /chat/later"]
            with ThreadPoolExecutor(8) as tegelijk:
                return Counter(tegelijk.map(raad, paden * 160))

        geteld = await asyncio.to_thread(velen)
    assert geteld == {401: 600, 429: 40}
    assert gesprek.zeg("hallo")[0]["text"] == "Bericht 1: hallo"


async def test_nobody_makes_codes_without_end_with_many_conversations(klein: Stapel) -> None:
    async with dienst(klein) as url:

        def codes() -> list[int]:
            statussen = []
            for _ in range(8):
                koppen = {"Authorization": f"Bearer {klein.begin().token}"}
                statussen += [
                    requests.post(f"{url}/chat/later", json={}, headers=koppen, timeout=60).status_code
                    for _ in range(5)
                ]
            return statussen

        geteld = Counter(await asyncio.to_thread(codes))
    assert geteld == {201: 30, 429: 10}


async def test_nobody_begins_conversations_without_end(klein: Stapel) -> None:
    async with dienst(klein) as url:

        def begin(_: int) -> requests.Response:
            return requests.post(f"{url}/chat/begin", json={}, timeout=120)

        def velen() -> list[requests.Response]:
            with ThreadPoolExecutor(4) as tegelijk:
                return list(tegelijk.map(begin, range(203)))

        antwoorden = await asyncio.to_thread(velen)
    te_veel = [antwoord for antwoord in antwoorden if antwoord.status_code == 429]
    assert len(te_veel) == 3
    assert "Wacht even" in te_veel[0].json()["fout"]
    assert int(te_veel[0].headers["Retry-After"]) > 0


async def test_in_danger_the_numbers_come_also_when_it_is_too_much(klein: Stapel) -> None:
    async with dienst(klein) as url:

        def vaak() -> requests.Response:
            inhoud = {"sender": "niemand", "message": "hallo"}
            while requests.post(f"{url}/chat", json=inhoud, timeout=60).status_code != 429:
                pass
            return requests.post(
                f"{url}/chat", json=inhoud | {"message": "ik wil niet meer leven"}, timeout=60
            )

        antwoord = await asyncio.to_thread(vaak)
    assert antwoord.status_code == 429
    assert antwoord.json()["lijnen"][0]["nummer"] == "1813"


def test_in_danger_the_numbers_come_also_when_the_database_is_broken(klein: Stapel) -> None:
    gesprek = klein.begin()

    def stuur(tekst: str) -> requests.Response:
        inhoud = {"sender": gesprek.token, "message": tekst}
        return requests.post(f"{klein.url}/chat", json=inhoud, timeout=60)

    with ingreep(klein.datamap, "gesprekken") as los:
        los.execute(text("ALTER TABLE gesprek RENAME TO stuk"))
    try:
        gewoon, gevaar = stuur("hallo"), stuur("ik wil niet meer leven")
    finally:
        with ingreep(klein.datamap, "gesprekken") as los:
            los.execute(text("ALTER TABLE stuk RENAME TO gesprek"))
    assert [antwoord.status_code for antwoord in (gewoon, gevaar)] == [503, 503]
    assert [lijn["naam"] for lijn in gewoon.json()["lijnen"]] == ["JO-lijn", "Awel"]
    assert gevaar.json()["fout"].startswith(GEVAAR_EERST)
    assert gevaar.json()["lijnen"][0]["nummer"] == "1813"
    assert gesprek.zeg("hallo")[0]["text"] == "Bericht 1: hallo"


async def test_when_it_is_too_busy_people_hear_so_and_their_message_counts_once_later(klein: Stapel) -> None:
    gesprek = klein.begin()
    drukte = Drukte(iter(range(0, 2000, 2)).__next__)  # so every turn takes two seconds
    for _ in range(100):
        with drukte.beurt():
            pass
    async with dienst(klein, drukte=drukte) as url:

        def stuur(pad: str, tekst: str = "") -> requests.Response:
            inhoud = {"sender": gesprek.token, "message": tekst, "message_id": "een"}
            return requests.post(f"{url}{pad}", json=inhoud, timeout=60)

        with ExitStack() as bezig:
            for _ in range(ALTIJD):
                bezig.enter_context(drukte.beurt())
            geweigerd = await asyncio.to_thread(stuur, "/chat", "hallo")
            nieuw = await asyncio.to_thread(stuur, "/chat/begin")
            gevaar = await asyncio.to_thread(stuur, "/chat", "ik wil dood")
        genomen = await asyncio.to_thread(stuur, "/chat", "hallo")
    for antwoord in (geweigerd, nieuw):
        assert antwoord.status_code == 503
        assert antwoord.json()["fout"].startswith("Het is nu heel druk in de chat.")
        assert [lijn["naam"] for lijn in antwoord.json()["lijnen"]] == ["JO-lijn", "Awel"]
        assert antwoord.headers["Retry-After"]
    assert gevaar.json()["fout"].startswith(GEVAAR_EERST)
    assert "1813" in {lijn["nummer"] for lijn in gevaar.json()["lijnen"]}
    assert genomen.json()[0]["text"] == "Bericht 1: hallo"

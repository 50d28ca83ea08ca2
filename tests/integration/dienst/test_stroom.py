"""One conversation in several places: its stream, its codes, and what pages ask along the way."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import requests
from sqlalchemy import text

from bot.opslag import open_gesprekken
from tests.opslag import ingreep
from tests.stapel import Gesprek, Stapel, wacht_op

BRUSSEL = ZoneInfo("Europe/Brussels")


class Luisteraar:
    """Reads a stream event by event."""

    def __init__(self, antwoord: requests.Response) -> None:
        self.antwoord = antwoord
        self._regels = antwoord.iter_lines(chunk_size=1, decode_unicode=True)

    def volgende(self) -> dict[str, Any] | None:
        """The next event, None at the end."""
        velden: dict[str, Any] = {}
        for regel in self._regels:
            if regel and not regel.startswith(":"):
                naam, _, waarde = regel.partition(": ")
                velden[naam] = json.loads(waarde) if naam in {"data", "id"} else waarde
            elif not regel and velden:
                return velden
        return None


@contextmanager
def luister(gesprek: Gesprek, na: int = 0) -> Iterator[Luisteraar]:
    with requests.get(
        f"{gesprek.stapel.url}/chat/stroom",
        params={"na": na},
        headers={"Authorization": f"Bearer {gesprek.token}", "Origin": "https://www.voorbeeld.be"},
        stream=True,
        timeout=60,
    ) as antwoord:
        assert antwoord.status_code == 200
        assert antwoord.headers["Content-Type"].startswith("text/event-stream")
        assert antwoord.headers["Access-Control-Allow-Origin"] == "*"
        antwoord.encoding = "utf-8"
        yield Luisteraar(antwoord)


def post(gesprek: Gesprek, pad: str, inhoud: dict[str, Any]) -> requests.Response:
    koppen = {"Authorization": f"Bearer {gesprek.token}"}
    return requests.post(f"{gesprek.stapel.url}/chat/{pad}", json=inhoud, headers=koppen, timeout=60)


def test_the_stream_brings_every_turn_in_order_and_nothing_twice(klein: Stapel) -> None:
    gesprek = klein.begin()
    with luister(gesprek) as eerste:
        begin = eerste.volgende()
        assert begin
        assert (begin["id"], begin["data"]["message_id"], begin["data"]["text"]) == (1, "", "")
        gesprek.zeg("een", "id-1")
        beurt = eerste.volgende()
        assert beurt
        assert (beurt["id"], beurt["data"]["message_id"], beurt["data"]["text"]) == (2, "id-1", "een")
        assert beurt["data"]["berichten"] == gesprek.items
    gesprek.zeg("twee", "id-2")  # nobody listens
    gesprek.zeg("drie", "id-3")
    gesprek.zeg("drie", "id-3")  # sent again
    with luister(gesprek, na=2) as later:
        gemist = [later.volgende(), later.volgende()]
        assert [(b["id"], b["data"]["text"]) for b in gemist if b] == [(3, "twee"), (4, "drie")]
        gesprek.zeg("vier", "id-4")
        volgende = later.volgende()
        assert volgende
        assert volgende["data"]["text"] == "vier"


def test_answers_tell_the_number_of_their_turn(klein: Stapel) -> None:
    gesprek = klein.begin()
    assert gesprek.vraag("een", "id-1").headers["Volgnummer"] == "2"
    assert gesprek.vraag("twee", "id-2").headers["Volgnummer"] == "3"
    assert gesprek.vraag("een", "id-1").headers["Volgnummer"] == "2"
    with ThreadPoolExecutor(4) as tegelijk:
        nummers = list(tegelijk.map(lambda n: gesprek.vraag(str(n)).headers["Volgnummer"], range(4)))
    assert sorted(nummers) == ["4", "5", "6", "7"]


def test_the_stream_tells_that_the_conversation_is_gone(klein: Stapel) -> None:
    gesprek = klein.begin()
    with luister(gesprek, na=1) as stroom:
        assert gesprek.wis().status_code == 204
        einde = stroom.volgende()
        assert einde == {"event": "weg", "data": {}}
        assert stroom.volgende() is None


def test_a_strange_number_and_a_foreign_token_get_no_stream(klein: Stapel) -> None:
    gesprek = klein.begin()
    for na in ("-1", "x", "9" * 12, "1;2"):
        antwoord = requests.get(
            f"{klein.url}/chat/stroom",
            params={"na": na},
            headers={"Authorization": f"Bearer {gesprek.token}"},
            timeout=30,
        )
        assert antwoord.status_code == 400
    assert requests.get(f"{klein.url}/chat/stroom", timeout=30).status_code == 401
    # A token in the address, that logs keep, is no token.
    assert requests.get(f"{klein.url}/chat/stroom?token={gesprek.token}", timeout=30).status_code == 401


def test_a_code_goes_on_elsewhere_once(klein: Stapel) -> None:
    gesprek = klein.begin()
    gesprek.zeg("onthoud dit", "id-1")
    gemaakt = post(gesprek, "later", {})
    assert gemaakt.status_code == 201
    code = gemaakt.json()["code"]
    uur = (gemaakt.json()["tot"] - datetime.now(UTC).timestamp()) / 3600
    assert 71 < uur < 72.01  # rounded to a second
    antwoord = requests.post(
        f"{klein.url}/chat/hervat", json={"code": code.upper().replace("-", " ")}, timeout=60
    )
    assert antwoord.status_code == 200
    elders = Gesprek(klein, antwoord.json()["sender"], [])
    assert elders.token != gesprek.token
    assert "onthoud dit" in [regel["text"] for regel in elders.verloop()]
    assert elders.zeg("en verder")[0]["text"] == "Bericht 2: en verder"
    assert gesprek.zeg("hier ook nog")[0]["text"] == "Bericht 3: hier ook nog"
    weer = requests.post(f"{klein.url}/chat/hervat", json={"code": code}, timeout=60)
    assert (weer.status_code, "ken ik niet" in weer.json()["fout"]) == (404, True)
    assert elders.wis().status_code == 204
    assert gesprek.vraag("hallo").status_code == 401


def test_a_new_code_ends_the_one_before_and_an_old_one_ends_by_itself(klein: Stapel) -> None:
    gesprek = klein.begin()
    eerste = post(gesprek, "later", {}).json()["code"]
    tweede = post(gesprek, "later", {}).json()["code"]
    for code in (eerste, "aap-noot-muis-0000", "", "x" * 200, 7, None):
        assert requests.post(f"{klein.url}/chat/hervat", json={"code": code}, timeout=60).status_code == 404
    with ingreep(klein.datamap, "gesprekken") as db:
        assert tweede not in str(db.execute(text("SELECT * FROM later")).all())
        db.execute(text("UPDATE later SET tot = tot - 4 * 86400"))
    assert requests.post(f"{klein.url}/chat/hervat", json={"code": tweede}, timeout=60).status_code == 404


def test_a_stream_ends_cleanly_when_the_database_fails(klein: Stapel) -> None:
    gesprek = klein.begin()
    with ingreep(klein.datamap, "gesprekken") as db:
        db.execute(text("ALTER TABLE beurt RENAME TO stuk"))
    try:
        antwoord = requests.get(
            f"{klein.url}/chat/stroom?na=0",
            headers={"Authorization": f"Bearer {gesprek.token}"},
            timeout=60,
        )
    finally:
        with ingreep(klein.datamap, "gesprekken") as db:
            db.execute(text("ALTER TABLE stuk RENAME TO beurt"))
    assert (antwoord.status_code, antwoord.text) == (200, ": dag\n\n")
    with luister(gesprek) as stroom:
        assert stroom.volgende()


def test_codes_are_not_for_trying_many(breekbaar: Stapel) -> None:
    breekbaar.wacht_klaar()
    gesprek = breekbaar.begin()
    antwoorden = [
        requests.post(f"{breekbaar.url}/chat/hervat", json={"code": f"aap-aap-aap-{n}"}, timeout=60)
        for n in range(25)
    ]
    assert antwoorden[0].status_code == 404
    assert antwoorden[-1].status_code == 429
    assert "Wacht even" in antwoorden[-1].json()["fout"]
    assert [post(gesprek, "later", {}).status_code for _ in range(7)][-1] == 429


def test_places_are_offered_and_stay_out_of_the_log(klein: Stapel) -> None:
    gesprek = klein.begin()

    def plaatsen(begin: object) -> requests.Response:
        return post(gesprek, "plaatsen", {"sender": gesprek.token, "begin": begin})

    assert plaatsen("deurn").json() == {"plaatsen": ["2100 Deurne (Antwerpen)", "3290 Deurne (Diest)"]}
    assert "Sint-Niklaas" in plaatsen("SINT nik").json()["plaatsen"]
    assert plaatsen("9831").json()["plaatsen"][0] == "9831 Deurle (Sint-Martens-Latem)"
    for niets in ("", "x", "qqqq", "'; --", "\U0001f1e7"):
        assert plaatsen(niets).json() == {"plaatsen": []}
    assert plaatsen(5).status_code == 400
    assert plaatsen("x" * 101).status_code == 400
    assert requests.post(f"{klein.url}/chat/plaatsen", json={"begin": "deurn"}, timeout=30).status_code == 401
    assert "deurn" not in klein.log.lower()


def test_only_yes_and_no_are_counted_once_an_explanation_by_topic(klein: Stapel) -> None:
    vandaag = datetime.now(BRUSSEL).date()
    gesprekken = open_gesprekken(klein.instellingen)

    def geteld(van: date = vandaag, tot: date = vandaag) -> tuple[int, int]:
        tellingen = gesprekken.duidelijkheid(van, tot)
        assert [telling.onderwerp for telling in tellingen] in ([], ["klein"])
        return (tellingen[0].ja, tellingen[0].nee) if tellingen else (0, 0)

    def oordeel(gesprek: Gesprek, antwoord: object) -> int:
        inhoud = {"sender": gesprek.token, "duidelijk": antwoord}
        return post(gesprek, "duidelijk", inhoud).status_code

    ja, nee = geteld()
    een, ander = klein.begin(), klein.begin()
    for onzin in ("ja", 1, None):
        assert oordeel(een, onzin) == 400
    assert oordeel(een, True) == 204  # nothing was explained yet
    assert geteld() == (ja, nee)
    een.zeg("graag uitleg")
    ander.zeg("graag uitleg")
    assert [oordeel(een, True), oordeel(een, True), oordeel(een, False)] == [204] * 3
    assert oordeel(ander, False) == 204
    assert geteld() == (ja + 1, nee + 1)
    een.zeg("nog uitleg")
    assert oordeel(een, True) == 204
    een.zeg("dank je")
    assert oordeel(een, True) == 204  # thanks are no explanation
    assert geteld() == geteld(vandaag - timedelta(1), vandaag) == (ja + 2, nee + 1)
    assert geteld(vandaag - timedelta(9), vandaag - timedelta(1)) == (0, 0)
    gesprekken.sluit()
    with ingreep(klein.datamap, "gesprekken") as db:
        kolommen = list(db.execute(text("SELECT * FROM duidelijk_per_onderwerp")).keys())
    assert kolommen == ["dag", "onderwerp", "ja", "nee"]  # nothing that leads to a conversation
    zonder = requests.post(f"{klein.url}/chat/duidelijk", json={"duidelijk": True}, timeout=30)
    assert zonder.status_code == 401


@pytest.mark.parametrize("onderdeel", ["dienst"])
def test_after_a_restart_the_stream_goes_on_where_it_was(breekbaar: Stapel, onderdeel: str) -> None:
    breekbaar.wacht_klaar()
    gesprek = breekbaar.begin()
    gesprek.zeg("een", "id-1")
    breekbaar.dood(onderdeel)
    wacht_op(lambda: breekbaar.gezondheid()[0] == 0, 30)
    breekbaar.wacht_klaar()
    gesprek.zeg("twee", "id-2")
    with luister(gesprek, na=1) as stroom:
        beurten = [stroom.volgende(), stroom.volgende()]
    assert [(b["id"], b["data"]["text"]) for b in beurten if b] == [(2, "een"), (3, "twee")]


def test_a_stop_does_not_wait_for_open_streams(eigen: Stapel) -> None:
    eigen.start()
    eigen.wacht_klaar()
    gesprek = eigen.begin()
    with luister(gesprek) as stroom:
        assert stroom.volgende()
        assert eigen.stop(seconden=40) == 0
        assert stroom.volgende() is None

"""The chat channel through the real service and a real Rasa."""

from __future__ import annotations

import asyncio
import json
import uuid
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import requests

from bot.channels.chat import Gesprekspartner
from bot.gebeurtenissen import Gebeurtenissen
from bot.gesprekken import Gesprekken
from bot.opslag import open_gebeurtenissen, open_gesprekken
from bot.rasa_client import RasaClient
from tests.stapel import Gesprek, Stapel


def bij_rasa(gesprek: Gesprek) -> list[dict[str, Any]]:
    """All events that Rasa recorded for this conversation."""
    gesprekken, gebeurtenissen = opslag(gesprek.stapel)
    try:
        id_ = gesprekken.gesprek(gesprek.token)
        assert id_ is not None
        return gebeurtenissen.haal(id_, alle_sessies=True)
    finally:
        gesprekken.sluit()
        gebeurtenissen.sluit()


def opslag(stapel: Stapel) -> tuple[Gesprekken, Gebeurtenissen]:
    return open_gesprekken(stapel.instellingen), open_gebeurtenissen(stapel.instellingen)


def van_mens(gesprek: Gesprek) -> list[str]:
    return [g["text"] for g in bij_rasa(gesprek) if g["event"] == "user" and g["text"] != "/begin"]


def test_begin_gives_a_token_and_the_greeting(klein: Stapel) -> None:
    gesprek = klein.begin()
    assert len(gesprek.token) >= 22  # at least 128 bits
    assert gesprek.items == [
        {
            "recipient_id": gesprek.token,
            "text": "Dag!\n\nIk ben klein.",
            "buttons": [{"title": "Ja", "payload": "Ja"}],
            "custom": {"soort": "vraag"},
        }
    ]


def test_custom_joins_the_text_before_it(klein: Stapel) -> None:
    gesprek = klein.begin()
    assert gesprek.zeg("hallo") == [
        {
            "recipient_id": gesprek.token,
            "text": "Bericht 1: hallo",
            "custom": {"soort": "antwoord", "bron": "klein"},
        }
    ]


def test_the_same_message_id_is_one_message_with_one_answer(klein: Stapel) -> None:
    gesprek = klein.begin()
    eerste = gesprek.zeg("hallo", "zelfde-id")
    assert gesprek.zeg("hallo", "zelfde-id") == eerste
    assert gesprek.zeg("iets anders", "zelfde-id") == eerste
    assert van_mens(gesprek) == ["hallo"]


def test_the_same_message_twice_at_once_is_one_message(klein: Stapel) -> None:
    gesprek = klein.begin()
    with ThreadPoolExecutor(4) as tegelijk:
        inhoud = {"sender": gesprek.token, "message": "traag", "message_id": "dubbel"}
        antwoorden = list(
            tegelijk.map(
                lambda _: requests.post(f"{klein.url}/chat", json=inhoud, timeout=60).json(), range(4)
            )
        )
    assert antwoorden == [antwoorden[0]] * 4
    assert antwoorden[0][0]["text"] == "Bericht 1: traag"
    assert van_mens(gesprek) == ["traag"]


def test_without_message_id_the_same_text_is_said_twice(klein: Stapel) -> None:
    gesprek = klein.begin()
    for nummer in (1, 2):
        antwoord = klein.http.post(
            f"{klein.url}/chat", json={"sender": gesprek.token, "message": "ja"}, timeout=60
        )
        assert antwoord.json()[0]["text"] == f"Bericht {nummer}: ja"


async def test_messages_are_answered_in_the_order_of_arrival(klein: Stapel) -> None:
    gesprek = klein.begin()
    gesprekken, gebeurtenissen = opslag(klein)
    rasa = RasaClient([klein.rasa_poort], "")
    partner = Gesprekspartner(gesprekken, gebeurtenissen, rasa, {"text": ""})
    id_ = gesprekken.gesprek(gesprek.token)
    assert id_ is not None
    teksten = ["traag een", "twee", "traag drie", "vier"]
    antwoorden = await asyncio.gather(*(partner.antwoord(id_, tekst, tekst) for tekst in teksten))
    await rasa.sluit()
    gesprekken.sluit()
    gebeurtenissen.sluit()
    assert [antwoord.items[0]["text"] for antwoord in antwoorden] == [
        f"Bericht {nummer}: {tekst}" for nummer, tekst in enumerate(teksten, start=1)
    ]
    assert van_mens(gesprek) == teksten


def test_history_tells_both_sides_in_order(klein: Stapel) -> None:
    gesprek = klein.begin()
    gesprek.zeg("hallo", "id-1")
    gesprek.zeg("/restart", "id-2")
    assert [(r["van"], r["text"]) for r in gesprek.verloop()] == [
        ("assistent", "Dag!\n\nIk ben klein."),
        ("mens", "hallo"),
        ("assistent", "Bericht 1: hallo"),
        ("mens", "/restart"),
        ("assistent", "Bericht 2: \u2060/restart"),
    ]


@pytest.mark.parametrize(
    "tekst",
    [
        "/restart",
        "  /restart",
        "\u00a0/back",
        "\x00/restart",
        "\x1f/session_start",
        "/session_start",
        "/SetSlots(aantal=99)",
        '/begin{"aantal": 99}',
        '/wis{"a":"b"}',
        '/intent{"a":"b"}',
        "/wis@1.0",
    ],
)
def test_a_stranger_cannot_drive_the_dialogue(klein: Stapel, tekst: str) -> None:
    gesprek = klein.begin()
    gesprek.zeg("een")
    assert gesprek.zeg(tekst)[0]["text"].startswith("Bericht 2: \u2060/")
    assert gesprek.zeg("drie")[0]["text"] == "Bericht 3: drie"
    gebruiker = [g for g in bij_rasa(gesprek) if g["event"] == "user"][2]
    assert gebruiker["parse_data"]["intent"]["name"] == "nlu_fallback"
    assert [g["event"] for g in bij_rasa(gesprek)].count("session_started") == 1
    assert "restart" not in [g["event"] for g in bij_rasa(gesprek)]


@pytest.mark.parametrize(
    "tekst",
    [
        "👩‍👧‍👦 dank u wel 🙏🏽",
        "مرحبا \u202etekst\u202c",
        "<script>alert(1)</script>",
        "'; DROP TABLE gebeurtenis; --",
        "{{ 7 * 7 }} ${HOME} %s %d {aantal}",
        "a\nb\tc",
        "e\u0301 \U0001f1e7\U0001f1ea \ufdfd",
    ],
)
def test_whatever_people_type_arrives_as_it_is(klein: Stapel, tekst: str) -> None:
    gesprek = klein.begin()
    assert gesprek.zeg(tekst)[0]["text"] == f"Bericht 1: {tekst}"
    assert [r["text"] for r in gesprek.verloop() if r["van"] == "mens"] == [tekst]


def test_nul_and_half_surrogates_do_no_harm(klein: Stapel) -> None:
    gesprek = klein.begin()
    antwoord = klein.http.post(
        f"{klein.url}/chat",
        data=json.dumps({"sender": gesprek.token, "message": "a\x00b\ud800c\u0007"}),
        timeout=60,
    )
    assert antwoord.json()[0]["text"] == "Bericht 1: ab\ufffdc"


def test_a_long_story_is_taken_and_a_longer_one_is_refused_kindly(klein: Stapel) -> None:
    gesprek = klein.begin()
    verhaal = "Mijn verhaal. é" * 666
    assert gesprek.zeg(verhaal)[0]["text"] == f"Bericht 1: {verhaal}"
    for te_lang in ("x" * 10_001, "x" * 100_000, "😀" * 300_000):
        antwoord = gesprek.vraag(te_lang)
        assert antwoord.status_code == 413
        assert "te lang" in antwoord.json()["fout"] or "langer dan" in antwoord.json()["fout"]
    assert gesprek.zeg("kort")[0]["text"] == "Bericht 2: kort"


def test_the_longest_message_fits_when_every_character_is_escaped(klein: Stapel) -> None:
    gesprek = klein.begin()
    antwoord = klein.http.post(
        f"{klein.url}/chat",
        data=json.dumps({"sender": gesprek.token, "message": "😀" * 10_000}),  # 12 bytes each
        timeout=60,
    )
    assert antwoord.status_code == 200


@pytest.mark.parametrize("tekst", ["", "   ", "\n\t", "\x00\x01"])
def test_an_empty_message_is_said_to_be_empty(klein: Stapel, tekst: str) -> None:
    antwoord = klein.begin().vraag(tekst)
    assert (antwoord.status_code, antwoord.json()["fout"].startswith("Je bericht is leeg")) == (422, True)


@pytest.mark.parametrize("lijf", [b"", b"geen json", b"[]", b'"x"', b"\xff\xfe", b"[" * 50_000, b"{}"])
def test_nonsense_is_refused_with_a_sentence(klein: Stapel, lijf: bytes) -> None:
    antwoord = klein.http.post(f"{klein.url}/chat", data=lijf, timeout=60)
    assert antwoord.status_code in {400, 401}
    assert antwoord.json()["fout"].endswith(".")


@pytest.mark.parametrize("message_id", ["", "a b", "x" * 65, 7, ["x"], "../../etc"])
def test_a_strange_message_id_is_refused(klein: Stapel, message_id: Any) -> None:
    gesprek = klein.begin()
    inhoud = {"sender": gesprek.token, "message": "hallo", "message_id": message_id}
    assert klein.http.post(f"{klein.url}/chat", json=inhoud, timeout=60).status_code == 400
    assert van_mens(gesprek) == []


def test_message_ids_cannot_reach_the_opening(klein: Stapel) -> None:
    gesprek = klein.begin()
    assert gesprek.zeg("hallo", "begin")[0]["text"] == "Bericht 1: hallo"


def test_a_foreign_token_is_nobody(klein: Stapel) -> None:
    gesprek = klein.begin()
    gesprekken, gebeurtenissen = opslag(klein)
    id_ = gesprekken.gesprek(gesprek.token)
    gesprekken.sluit()
    gebeurtenissen.sluit()
    for token in ("", "x", id_, str(uuid.uuid4()), gesprek.token + "x", "default", "\ud800", 5, None):
        vreemd = Gesprek(klein, token, [])  # type: ignore[arg-type]
        antwoord = klein.http.post(
            f"{klein.url}/chat", data=json.dumps({"sender": token, "message": "hallo"}), timeout=60
        )
        assert antwoord.status_code == 401
        if isinstance(token, str) and token.isascii():
            assert vreemd.wis().status_code == 401
    assert van_mens(gesprek) == []
    assert klein.http.get(f"{klein.url}/chat/berichten", timeout=60).status_code == 401


def test_deleting_takes_everything_away(klein: Stapel) -> None:
    gesprek = klein.begin()
    gesprek.zeg("geheim")
    gesprekken, gebeurtenissen = opslag(klein)
    id_ = gesprekken.gesprek(gesprek.token)
    assert id_ is not None
    assert gebeurtenissen.haal(id_, alle_sessies=True)
    assert gesprek.wis().status_code == 204
    assert gesprek.vraag("nog iets").status_code == 401
    assert gebeurtenissen.haal(id_, alle_sessies=True) == []
    assert gesprekken.berichten(id_) == []
    gesprekken.sluit()
    gebeurtenissen.sluit()


def test_the_assistant_can_end_with_deleting_everything(klein: Stapel) -> None:
    gesprek = klein.begin()
    gesprekken, gebeurtenissen = opslag(klein)
    id_ = gesprekken.gesprek(gesprek.token)
    assert id_ is not None
    items = gesprek.zeg("wis alles")
    assert items[0]["text"] == "Alles is weg."
    assert items[0]["custom"]["opdracht"] == "wis_gesprek"
    assert gesprek.vraag("hallo").status_code == 401
    assert gebeurtenissen.haal(id_, alle_sessies=True) == []
    gesprekken.sluit()
    gebeurtenissen.sluit()


def test_a_turn_whose_action_fails_is_not_taken(klein: Stapel) -> None:
    gesprek = klein.begin()
    gesprek.zeg("een")
    antwoord = gesprek.vraag("stuk", "kapot")
    assert antwoord.status_code == 503
    assert [lijn["nummer"] for lijn in antwoord.json()["lijnen"]] == ["0800 900 33", "102"]
    assert van_mens(gesprek) == ["een"]
    assert gesprek.zeg("twee")[0]["text"] == "Bericht 2: twee"


def test_silence_becomes_a_sentence(klein: Stapel) -> None:
    gesprek = klein.begin()
    items = gesprek.zeg("zwijg")
    assert items[0]["custom"]["soort"] == "fout"
    assert items[0]["custom"]["lijnen"]
    assert gesprek.zeg("hallo")[0]["text"] == "Bericht 1: hallo"


def test_too_many_messages_in_one_conversation(klein: Stapel) -> None:
    gesprek = klein.begin()
    antwoorden = [
        klein.http.get(
            f"{klein.url}/chat/berichten", headers={"Authorization": f"Bearer {gesprek.token}"}, timeout=60
        )
        for _ in range(140)
    ]
    assert antwoorden[0].status_code == 200
    laatste = antwoorden[-1]
    assert laatste.status_code == 429
    assert "Wacht even" in laatste.json()["fout"]
    assert int(laatste.headers["Retry-After"]) > 0
    assert klein.begin().zeg("hallo")[0]["text"] == "Bericht 1: hallo"

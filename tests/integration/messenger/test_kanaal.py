"""Messenger through the real service and a real Rasa, with a stand-in for Meta that enforces its limits."""

from __future__ import annotations

import json
import random
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import requests

from bot.channels.messenger.__main__ import main
from bot.channels.messenger.teksten import BIJLAGE, MENS_LEEST, TERUG, WAT_META_ZIET
from bot.opslag import open_messenger
from tests.meta import APP, PAGINA, POSTVAK, WOORD, Meta, Storing, meld, onderteken, verzoek
from tests.opslag import op_schijf
from tests.stapel import Stapel, wacht_op

_NR = iter(range(10_000))


def psid() -> str:
    return f"77{random.randrange(10**12):012d}{next(_NR)}"


def antwoorden(meta: Meta, wie: str, aantal: int, seconden: float = 30) -> list[str]:
    """The texts sent to someone, once there are `aantal`."""
    wacht_op(lambda: len(meta.van(wie)) >= aantal, seconden)
    return [verzonden.tekst for verzonden in meta.van(wie)]


def zeg(fb: Stapel, meta: Meta, wie: str, tekst: str, **wat: Any) -> None:
    antwoord = meld(fb.url, meta.melding(meta.bericht(wie, tekst, **wat)))
    assert antwoord.status_code == 200, antwoord.text


def begonnen(fb: Stapel, meta: Meta) -> str:
    """Someone new, who said one thing and was answered."""
    wie = psid()
    zeg(fb, meta, wie, "hallo")
    assert antwoorden(meta, wie, 3) == [
        WAT_META_ZIET,
        "Dag!\n\nIk ben klein.",
        "Bericht 1: hallo\n\nBron: klein",
    ]
    return wie


def test_the_webhook_is_verified_with_the_word(fb: Stapel) -> None:
    goed = {"hub.mode": "subscribe", "hub.verify_token": WOORD, "hub.challenge": "1158201444"}
    antwoord = requests.get(f"{fb.url}/messenger", params=goed, timeout=10)
    assert (antwoord.status_code, antwoord.text) == (200, "1158201444")
    for fout in (goed | {"hub.verify_token": "raden"}, goed | {"hub.mode": "iets"}, {}):
        assert requests.get(f"{fb.url}/messenger", params=fout, timeout=10).status_code == 403


@pytest.mark.parametrize(
    "handtekening", ["", "sha256=", "sha256=" + "0" * 64, "sha1=abc", "sha256=é", "x" * 9000]
)
def test_a_forged_or_missing_signature_gets_nothing(fb: Stapel, meta: Meta, handtekening: str) -> None:
    wie = psid()
    antwoord = meld(fb.url, meta.melding(meta.bericht(wie, "vals")), handtekening=handtekening)
    assert antwoord.status_code in {400, 403}  # a header that is too long is refused before it is read
    begonnen(fb, meta)  # what came later was answered: the forged one never was taken
    assert meta.van(wie) == []


def test_a_signature_of_another_body_or_secret_gets_nothing(fb: Stapel, meta: Meta) -> None:
    melding = meta.melding(meta.bericht(psid(), "vals"))
    lijf = json.dumps(melding).encode()
    assert meld(fb.url, melding, handtekening=onderteken(lijf + b" ")).status_code == 403
    assert meld(fb.url, melding, handtekening=onderteken(lijf, "ander geheim")).status_code == 403


@pytest.mark.parametrize(
    "lijf", [b"", b"{", b"[]", b"null", b'{"object":"page"}', b'{"object":"page","entry":[1]}']
)
def test_a_signed_body_of_another_shape_does_no_harm(fb: Stapel, lijf: bytes) -> None:
    koppen = {"X-Hub-Signature-256": onderteken(lijf)}
    antwoord = requests.post(f"{fb.url}/messenger", data=lijf, headers=koppen, timeout=10)
    assert antwoord.status_code in {200, 400}


def test_a_body_that_is_too_long_is_refused(fb: Stapel) -> None:
    lijf = b"x" * (2 * 1024 * 1024 + 1)
    koppen = {"X-Hub-Signature-256": onderteken(lijf)}
    assert requests.post(f"{fb.url}/messenger", data=lijf, headers=koppen, timeout=30).status_code == 413


def test_the_first_message_says_what_meta_sees_and_nobody_reads_it_twice(fb: Stapel, meta: Meta) -> None:
    wie = begonnen(fb, meta)
    assert WAT_META_ZIET.count(". ") == 1  # two sentences
    zeg(fb, meta, wie, "en nu")
    assert antwoorden(meta, wie, 4)[3:] == ["Bericht 2: en nu\n\nBron: klein"]
    assert wie in meta.typend


def test_the_button_that_begins_greets(fb: Stapel, meta: Meta) -> None:
    wie = psid()
    postback = {"mid": meta.mid(), "title": "Aan de slag", "payload": "BEGIN"}
    meld(fb.url, meta.melding(meta.gebeurtenis(wie, postback=postback)))
    assert antwoorden(meta, wie, 2) == [WAT_META_ZIET, "Dag!\n\nIk ben klein."]
    assert meta.van(wie)[-1].knoppen == {"Ja": "Ja"}
    keuze = {"mid": meta.mid(), "text": "Ja", "quick_reply": {"payload": "Ja"}}
    meld(fb.url, meta.melding(meta.gebeurtenis(wie, message=keuze)))
    assert antwoorden(meta, wie, 3)[2] == "Bericht 1: Ja\n\nBron: klein"
    menu = {"title": "Wat is bemiddeling?", "payload": "Wat is bemiddeling?"}
    meld(fb.url, meta.melding(meta.gebeurtenis(wie, postback=menu)))
    assert antwoorden(meta, wie, 4)[3].startswith("Bericht 2: Wat is bemiddeling?")


def test_every_event_of_a_batch_counts_in_order_and_once(fb: Stapel, meta: Meta) -> None:
    wie, ander = begonnen(fb, meta), begonnen(fb, meta)
    nu = time.time()
    een, twee, drie = (
        meta.bericht(wie, tekst, tijd=nu + n / 100) for n, tekst in enumerate(("een", "twee", "drie"))
    )
    elders = meta.bericht(ander, "van een ander", tijd=nu)
    melding = {
        "object": "page",
        "entry": [
            {"id": PAGINA, "time": 1, "messaging": [twee, een, een]},
            {"id": PAGINA, "time": 2, "messaging": [elders, drie]},
            {"id": "999", "time": 2, "messaging": [meta.bericht(wie, "van een andere pagina")]},
        ],
    }
    for _ in range(3):
        assert meld(fb.url, melding).status_code == 200
    assert [t.split("\n")[0] for t in antwoorden(meta, wie, 6)[3:]] == [
        "Bericht 2: een",
        "Bericht 3: twee",
        "Bericht 4: drie",
    ]
    assert antwoorden(meta, ander, 4)[3].startswith("Bericht 2: van een ander")
    zeg(fb, meta, wie, "slot")
    assert antwoorden(meta, wie, 7)[6].startswith("Bericht 5: slot")


def test_what_asks_for_nothing_gets_nothing_and_what_we_cannot_see_is_kindly_declined(
    fb: Stapel, meta: Meta
) -> None:
    wie = begonnen(fb, meta)
    stil = [
        {"read": {"watermark": 1}},
        {"delivery": {"mids": ["m"], "watermark": 1}},
        {"reaction": {"mid": "m", "action": "react", "emoji": "❤"}},
        {"message": {"mid": meta.mid(), "is_echo": True, "app_id": 1, "text": "echo"}},
        {"message": {"mid": meta.mid(), "is_deleted": True}},
        {"optin": {"ref": "x"}},
        {"iets_nieuws": {"diep": [{"er": "in"}]}},
    ]
    assert meld(fb.url, meta.melding(*(meta.gebeurtenis(wie, **wat) for wat in stil))).status_code == 200
    foto = {
        "type": "image",
        "payload": {"url": "https://kanarie.invalid/foto.jpg", "sticker_id": 369239263222822},
    }
    meld(fb.url, meta.melding(meta.gebeurtenis(wie, message={"mid": meta.mid(), "attachments": [foto]})))
    assert antwoorden(meta, wie, 4)[3:] == [BIJLAGE]
    zeg(fb, meta, wie, "met woorden")
    assert antwoorden(meta, wie, 5)[4].startswith("Bericht 2: met woorden")


def test_the_send_api_is_slow_fails_and_is_busy_and_each_answer_comes_once(fb: Stapel, meta: Meta) -> None:
    wie = begonnen(fb, meta)
    meta.storingen += [
        Storing(500, None),
        Storing(400, 613),
        Storing(400, 4),
        Storing(200, daarna=True, traag=1.0),
    ]
    for tekst in ("een", "twee"):
        zeg(fb, meta, wie, tekst)
    zes = antwoorden(meta, wie, 5, 60)
    assert [tekst.split("\n")[0] for tekst in zes[3:]] == ["Bericht 2: een", "Bericht 3: twee"]
    assert not meta.storingen


def test_outside_the_window_nothing_is_sent_and_nothing_is_said_later(fb: Stapel, meta: Meta) -> None:
    wie = begonnen(fb, meta)
    zeg(fb, meta, wie, "een oud bericht", tijd=time.time() - 25 * 3600)
    zeg(fb, meta, wie, "een nieuw bericht")
    assert antwoorden(meta, wie, 4)[3].startswith("Bericht 2: een nieuw bericht")
    meta.storingen.append(Storing(400, 10, 2018278))
    zeg(fb, meta, wie, "te laat")
    wacht_op(lambda: not meta.storingen)
    zeg(fb, meta, wie, "weer op tijd")
    assert antwoorden(meta, wie, 5)[4].startswith("Bericht 4: weer op tijd")


def test_a_permanent_error_raises_an_alarm_and_the_message_waits(fb: Stapel, meta: Meta) -> None:
    wie = begonnen(fb, meta)
    meta.storingen.append(Storing(400, 190))
    zeg(fb, meta, wie, "token verlopen")
    wacht_op(lambda: not meta.storingen)
    wacht_op(lambda: fb.gezondheid()[1]["status"] == "alarm", 20)
    zeg(fb, meta, wie, "nog eens")  # who writes again is tried again at once
    drie = antwoorden(meta, wie, 5)
    assert [tekst.split("\n")[0] for tekst in drie[3:]] == [
        "Bericht 2: token verlopen",
        "Bericht 3: nog eens",
    ]


def test_wiping_deletes_and_a_new_beginning_is_a_new_conversation(fb: Stapel, meta: Meta) -> None:
    wie = begonnen(fb, meta)
    zeg(fb, meta, wie, "wis alles")
    assert antwoorden(meta, wie, 4)[3] == "Alles is weg."
    wacht_op(lambda: _is_vergeten(fb, wie))
    zeg(fb, meta, wie, "opnieuw")
    assert antwoorden(meta, wie, 7)[4:] == [
        WAT_META_ZIET,
        "Dag!\n\nIk ben klein.",
        "Bericht 1: opnieuw\n\nBron: klein",
    ]


def _is_vergeten(fb: Stapel, wie: str) -> bool:
    inbox = open_messenger(fb.instellingen)
    try:
        return inbox.merk_van(wie) is None
    finally:
        inbox.sluit()


def test_a_request_to_delete_is_carried_out_and_has_a_status_page(fb: Stapel, meta: Meta) -> None:
    wie = begonnen(fb, meta)
    meta.app_ids["app-wie"] = wie
    lijf = {"signed_request": verzoek({"algorithm": "HMAC-SHA256", "user_id": "app-wie", "issued_at": 1})}
    antwoord = requests.post(f"{fb.url}/messenger/wissen", data=lijf, timeout=10)
    assert antwoord.status_code == 200, antwoord.text
    assert _is_vergeten(fb, wie)
    stand = antwoord.json()
    assert stand["url"].endswith(stand["confirmation_code"])
    pagina = requests.get(stand["url"], timeout=10)
    assert "Dat is gebeurd." in pagina.text
    assert wie not in pagina.text
    niemand = {"signed_request": verzoek({"algorithm": "HMAC-SHA256", "user_id": "app-niemand"})}
    leeg = requests.post(f"{fb.url}/messenger/wissen", data=niemand, timeout=10).json()
    assert "Wij vonden geen gesprek van jou." in requests.get(leeg["url"], timeout=10).text
    assert requests.get(f"{fb.url}/messenger/gewist/{'0' * 24}", timeout=10).status_code == 404


@pytest.mark.parametrize(
    "vals",
    [
        "",
        "x.y",
        "é.é",
        verzoek({"algorithm": "HMAC-SHA256", "user_id": "1"}, "ander geheim"),
        verzoek({"algorithm": "none", "user_id": "1"}),
        verzoek({"user_id": "1"}),
    ],
)
def test_a_forged_request_to_delete_does_nothing(fb: Stapel, vals: str) -> None:
    antwoord = requests.post(f"{fb.url}/messenger/wissen", data={"signed_request": vals}, timeout=10)
    assert antwoord.status_code == 403


def test_the_inbox_of_the_page_takes_over_and_gives_back(fb: Stapel, meta: Meta) -> None:
    wie = begonnen(fb, meta)
    zeg(fb, meta, wie, "mens")
    assert antwoorden(meta, wie, 5)[3:] == ["Bericht 2: mens\n\nBron: klein", MENS_LEEST]
    wacht_op(lambda: meta.eigenaar.get(wie) == POSTVAK)
    stand_by = [meta.bericht(wie, "Is hier iemand?")]
    assert meld(fb.url, meta.melding(standby=stand_by)).status_code == 200
    assert meld(fb.url, meta.melding(standby=[meta.bericht(wie, " Assistent ")])).status_code == 200
    assert antwoorden(meta, wie, 6)[5] == TERUG
    assert meta.eigenaar[wie] == APP
    zeg(fb, meta, wie, "ben je daar")
    assert antwoorden(meta, wie, 7)[6].startswith("Bericht 3: ben je daar")

    zeg(fb, meta, wie, "mens")
    wacht_op(lambda: meta.eigenaar.get(wie) == POSTVAK)
    meta.eigenaar[wie] = APP  # someone of the page is done
    overgave = {"previous_owner_app_id": POSTVAK, "new_owner_app_id": APP}
    meld(fb.url, meta.melding(meta.gebeurtenis(wie, pass_thread_control=overgave)))
    zeg(fb, meta, wie, "terug")
    assert antwoorden(meta, wie, 10)[-1].startswith("Bericht 5: terug")


def test_five_hundred_messages_of_fifty_people_at_once(fb: Stapel, meta: Meta) -> None:
    mensen = [psid() for _ in range(50)]
    nu = time.time()
    for nummer in range(10):  # as the platform does: what is later comes later, much of it at once and twice
        berichten = [
            meta.bericht(wie, f"bericht {nummer} van {plaats}", tijd=nu + nummer / 1000)
            for plaats, wie in enumerate(mensen)
        ]
        meldingen = [meta.melding(*berichten[begin : begin + 5]) for begin in range(0, 50, 5)]
        with ThreadPoolExecutor(8) as tegelijk:
            statussen = list(tegelijk.map(lambda melding: meld(fb.url, melding).status_code, meldingen * 2))
        assert Counter(statussen) == {200: 20}
    wacht_op(lambda: len(meta.verzonden) >= 50 * 12, 180, elke=0.2)
    for plaats, wie in enumerate(mensen):
        teksten = [tekst.split("\n")[0] for tekst in antwoorden(meta, wie, 12)]
        gewild = [f"Bericht {nummer + 1}: bericht {nummer} van {plaats}" for nummer in range(10)]
        assert teksten == [WAT_META_ZIET, "Dag!", *gewild]
    assert len(meta.verzonden) == 50 * 12


def test_nothing_of_anyone_is_logged_or_readable_on_disk(fb: Stapel, meta: Meta) -> None:
    wie = psid()
    zeg(fb, meta, wie, "Kwintijn-Kanarie-8842 zegt iets", mid="m_kanarie-mid-8842")
    antwoorden(meta, wie, 3)
    schijf = b"".join(inhoud for _, inhoud in op_schijf(fb.datamap))
    for geheim in (wie, "Kwintijn-Kanarie-8842", "m_kanarie-mid-8842"):
        assert geheim not in fb.log
        assert geheim.encode() not in schijf
    for geheim in ("kanarie-token", "kanarie-app-geheim", WOORD):
        assert geheim not in fb.log


def test_plain_rest_gets_everything_in_texts_and_buttons(fb: Stapel) -> None:
    token = fb.begin().token
    inhoud = {"sender": token, "message": "uitleg", "vorm": "plat"}
    antwoord = requests.post(f"{fb.url}/chat", json=inhoud, timeout=30)
    assert antwoord.json() == [{"recipient_id": token, "text": "Bericht 1: uitleg\n\nBron: klein"}]


def test_the_command_connects_the_page(
    meta: Meta, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for naam, waarde in meta.omgeving.items():
        monkeypatch.setenv(naam, waarde)
    assert main(["verbind"]) == 0
    assert meta.profiel["get_started"] == {"payload": "BEGIN"}
    titels = [k["title"] for k in meta.profiel["persistent_menu"][0]["call_to_actions"]]
    assert "Wis mijn gesprek" in titels
    assert {"messages", "messaging_postbacks", "messaging_handovers", "standby"} <= set(meta.velden)
    assert "Testpagina" in capsys.readouterr().out

    monkeypatch.setenv("LOKET_MESSENGER_TOKEN", "een-oud-token")
    assert main(["controle"]) == 2
    gezegd = capsys.readouterr()
    assert "code 190" in gezegd.err
    assert "een-oud-token" not in gezegd.err + gezegd.out
    monkeypatch.delenv("LOKET_MESSENGER_TOKEN")
    monkeypatch.setenv("LOKET_MESSENGER", "uit")
    assert main(["controle"]) == 2
    assert "LOKET_MESSENGER_TOKEN" in capsys.readouterr().err

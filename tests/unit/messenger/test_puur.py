"""Signatures, reading of webhooks, error codes and payloads: the parts without I/O."""

from __future__ import annotations

import hashlib
import hmac
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.messenger.afspraken import KNOPPEN, TEKST, TITEL, Oordeel, oordeel
from bot.channels.messenger.berichten import link, profiel, uitgaand
from bot.channels.messenger.gebeurtenissen import Gebeurtenis, Soort, lees
from bot.channels.messenger.handtekening import OngeldigVerzoek, bewijs, is_echt, lees_verzoek
from bot.channels.vorm import Bericht, Keuze
from tests.meta import _bezwaar, onderteken, verzoek

PAGINA, APP, PSID = "100", "200", "7700"


def gelezen(*gebeurtenissen: Any, **entry: Any) -> list[Gebeurtenis]:
    melding = {"object": "page", "entry": [{"id": PAGINA, "messaging": list(gebeurtenissen)} | entry]}
    return list(lees(json.loads(json.dumps(melding)), PAGINA, APP))


def van(**wat: Any) -> dict[str, Any]:
    return {"sender": {"id": PSID}, "recipient": {"id": PAGINA}, "timestamp": 1_700_000_000_123} | wat


@pytest.mark.parametrize(
    ("wat", "soort", "tekst"),
    [
        ({"message": {"mid": "m", "text": "hallo"}}, Soort.TEKST, "hallo"),
        ({"message": {"mid": "m", "text": "1", "quick_reply": {"payload": "Eén"}}}, Soort.TEKST, "Eén"),
        ({"message": {"mid": "m", "text": "kijk", "attachments": [{"type": "image"}]}}, Soort.TEKST, "kijk"),
        ({"message": {"mid": "m", "attachments": [{"type": "audio"}]}}, Soort.BIJLAGE, ""),
        ({"message": {"mid": "m", "sticker_id": 369239263222822}}, Soort.BIJLAGE, ""),
        ({"postback": {"mid": "m", "title": "T", "payload": "Aanvraag doen"}}, Soort.TEKST, "Aanvraag doen"),
        ({"postback": {"mid": "m", "title": "T", "payload": "BEGIN"}}, Soort.BEGIN, ""),
        ({"postback": {"title": "Wat past bij mij?"}}, Soort.TEKST, "Wat past bij mij?"),
        ({"referral": {"ref": "affiche", "source": "SHORTLINK", "type": "OPEN_THREAD"}}, Soort.BEGIN, ""),
        ({"message_edit": {"mid": "m", "text": "anders", "num_edit": 1}}, Soort.GEWIJZIGD, ""),
        ({"pass_thread_control": {"new_owner_app_id": APP}}, Soort.TERUG, ""),
        ({"take_thread_control": {"new_owner_app_id": 263902037430900}}, Soort.AFGEGEVEN, ""),
    ],
)
def test_each_kind_of_event(wat: dict[str, Any], soort: Soort, tekst: str) -> None:
    (een,) = gelezen(van(**wat))
    assert (een.soort, een.tekst, een.psid, een.tijd) == (soort, tekst, PSID, 1_700_000_000.123)


@pytest.mark.parametrize(
    "wat",
    [
        {"message": {"mid": "m", "text": "echo", "is_echo": True}},
        {"message": {"mid": "m", "is_deleted": True}},
        {"message": {"mid": "m", "text": "   "}},
        {"read": {"watermark": 1}},
        {"delivery": {"mids": ["m"]}},
        {"reaction": {"mid": "m", "action": "react"}},
        {"optin": {}},
        {"account_linking": {"status": "linked"}},
        {},
    ],
)
def test_what_asks_for_nothing_is_left_out(wat: dict[str, Any]) -> None:
    assert gelezen(van(**wat)) == []


def test_the_page_itself_another_page_and_another_object_are_left_out() -> None:
    bericht = van(message={"mid": "m", "text": "x"})
    assert gelezen(bericht | {"sender": {"id": PAGINA}}) == []
    assert gelezen(bericht, id="999") == []
    assert list(lees({"object": "instagram", "entry": []}, PAGINA, APP)) == []


def test_what_is_said_to_the_people_of_the_page_is_only_listened_to() -> None:
    (een,) = gelezen(standby=[van(message={"mid": "m", "text": "help"}), van(postback={"title": "x"})])
    assert (een.soort, een.tekst) == (Soort.MEELUISTEREN, "help")


def test_events_without_an_id_are_told_apart_by_all_that_they_say() -> None:
    een, zelfde, ander = (
        gelezen(van(postback={"payload": "x"}, timestamp=tijd))[0].id for tijd in (1000, 1000, 2000)
    )
    assert een == zelfde != ander


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda deel: st.lists(deel, max_size=4) | st.dictionaries(st.text(max_size=8), deel, max_size=4),
    max_leaves=12,
)
VELDEN = st.sampled_from(
    [
        "message",
        "postback",
        "referral",
        "message_edit",
        "pass_thread_control",
        "take_thread_control",
        "sender",
    ]
)
BINNEN = st.sampled_from(["mid", "text", "payload", "quick_reply", "attachments", "id", "new_owner_app_id"])


@given(JSON)
def test_whatever_a_webhook_holds_it_is_read_without_failing(melding: Any) -> None:
    list(lees(melding, PAGINA, APP))


@given(
    st.dictionaries(
        VELDEN | st.just("timestamp"), JSON | st.dictionaries(BINNEN, JSON, max_size=4), max_size=4
    )
)
def test_whatever_an_event_holds_the_one_beside_it_counts(vreemd: dict[str, Any]) -> None:
    goed = van(message={"mid": "goed", "text": "goed"})
    entry = {"id": PAGINA, "messaging": [van(**vreemd), goed]}
    alle = list(lees({"object": "page", "entry": [1, None, entry]}, PAGINA, APP))
    assert alle[-1].id == "goed"
    for een in alle:
        een.tekst.encode()  # can be kept and sent
        assert 0 < len(een.id) <= 500
        assert 0 <= een.tijd < 1e11


@given(st.binary(), st.binary())
def test_only_the_platforms_own_signature_is_real(lijf: bytes, ander: bytes) -> None:
    kop = onderteken(lijf, "geheim")
    assert is_echt(lijf, kop, "geheim")
    assert not is_echt(lijf, kop, "ander geheim")
    assert not is_echt(lijf, kop.removeprefix("sha256="), "geheim")
    if ander != lijf:
        assert not is_echt(ander, kop, "geheim")


@given(st.text())
def test_no_text_is_a_signature(kop: str) -> None:
    assert not is_echt(b"lijf", kop, "geheim")


@given(st.text())
def test_no_text_is_a_signed_request(tekst: str) -> None:
    with pytest.raises(OngeldigVerzoek):
        lees_verzoek(tekst, "geheim")


def test_a_signed_request_says_who() -> None:
    gegevens = {"algorithm": "HMAC-SHA256", "user_id": "218471"}
    assert lees_verzoek(verzoek(gegevens, "geheim"), "geheim") == gegevens


def test_the_proof_is_that_of_the_documentation() -> None:
    # "a sha256 hash of your access token, using your app secret as the key"
    assert bewijs("token", "geheim") == hmac.new(b"geheim", b"token", hashlib.sha256).hexdigest()


@pytest.mark.parametrize(
    ("status", "code", "subcode", "wat"),
    [
        (500, None, None, Oordeel.LATER),
        (503, 2, None, Oordeel.LATER),
        (429, None, None, Oordeel.LATER),
        (400, 4, None, Oordeel.LATER),
        (400, 32, None, Oordeel.LATER),
        (400, 613, None, Oordeel.LATER),
        (400, 80006, None, Oordeel.LATER),
        (400, 1200, None, Oordeel.LATER),
        (403, 10, 2018278, Oordeel.VENSTER),
        (400, 551, None, Oordeel.WEG),
        (400, 551, 1545041, Oordeel.WEG),
        (400, 100, 2018001, Oordeel.WEG),
        (400, 200, 1545041, Oordeel.WEG),
        (400, 10, 2018300, Oordeel.WEG),
        (400, 190, None, Oordeel.INSTELLING),
        (401, 190, 460, Oordeel.INSTELLING),
        (403, 10, None, Oordeel.INSTELLING),
        (403, 200, None, Oordeel.INSTELLING),
        (400, 100, None, Oordeel.ONJUIST),
        (400, None, None, Oordeel.ONJUIST),
    ],
)
def test_what_an_error_asks_for(status: int, code: int | None, subcode: int | None, wat: Oordeel) -> None:
    assert oordeel(status, code, subcode) is wat


def test_an_error_that_says_it_passes_is_tried_again() -> None:
    assert oordeel(400, 100, None, tijdelijk=True) is Oordeel.LATER


def test_the_profile_keeps_to_the_limits() -> None:
    inhoud = profiel()
    assert len(inhoud["greeting"][0]["text"]) <= 160
    knoppen = inhoud["persistent_menu"][0]["call_to_actions"]
    assert all(len(knop["title"]) <= 30 and knop["title"] == knop["payload"] for knop in knoppen)


def test_payloads_are_what_the_platform_takes() -> None:
    bericht = Bericht("Kies", tuple(Keuze(f"keuze {n}", f"ik kies {n}") for n in range(KNOPPEN)))
    (uit,) = uitgaand([bericht])
    assert _bezwaar(uit["message"]) is None
    assert _bezwaar(link("tekst", "k" * TITEL, "https://voorbeeld.invalid/verder#x")["message"]) is None
    assert _bezwaar({"text": "x" * (TEKST + 1)}) == "text length"
    with pytest.raises(ValueError, match="te lang"):
        link("tekst", "k" * (TITEL + 1), "https://voorbeeld.invalid")

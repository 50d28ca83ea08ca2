"""Our tracker store keeps Rasa's contract: what goes in comes out, as with Rasa's own stores."""

from __future__ import annotations

import asyncio
import time
import uuid
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from bot.gebeurtenissen import DubbeleBeurt, Gebeurtenissen
from bot.opslag import MIGRATIES
from loket.store.versleuteling import Kluis
from tests.opslag import OP_POSTGRES, als_omgeving, ingreep, op_schijf, tabellen

with warnings.catch_warnings():  # what Rasa itself imports is old
    warnings.simplefilter("ignore")
    from rasa.core.tracker_store import InMemoryTrackerStore, check_if_tracker_store_async
    from rasa.core.tracker_store import TrackerStore as RasaTrackerStore
    from rasa.shared.core.domain import Domain
    from rasa.shared.core.events import (
        ActionExecuted,
        ActiveLoop,
        AllSlotsReset,
        BotUttered,
        Event,
        Restarted,
        SessionStarted,
        SlotSet,
        UserUttered,
    )
    from rasa.shared.core.trackers import DialogueStateTracker
    from rasa.utils.endpoints import EndpointConfig

    from bot.snoei import BEHOUD, VANAF, snoei
    from bot.trackers import VersleuteldeTrackerStore
    from bot.volger import Volger

    DOMEIN = Domain.from_dict(
        {
            "intents": ["groet"],
            "slots": {
                "naam": {"type": "text", "mappings": [{"type": "custom"}]},
                "alles": {"type": "any", "mappings": [{"type": "custom"}]},
            },
            "forms": {"formulier": {"required_slots": []}},
        }
    )

KLUIS = Kluis((Fernet.generate_key().decode(),))


@pytest.fixture
def gebeurtenissen(tmp_path: Path) -> Iterator[Gebeurtenissen]:
    open_ = _open(tmp_path)
    yield open_
    open_.sluit()


def _open(pad: Path) -> Gebeurtenissen:
    los = tabellen(pad, "trackers")
    los.werk_bij(MIGRATIES / "trackers")
    return Gebeurtenissen(los, KLUIS)


def zei(tekst: str, bericht_id: str | None = None) -> UserUttered:
    return UserUttered(tekst, {"name": "groet"}, metadata={"bericht_id": bericht_id} if bericht_id else {})


SESSIE = [ActionExecuted("action_session_start"), SessionStarted(), ActionExecuted("action_listen")]
BEURT = [zei("dag"), ActionExecuted("utter_dag"), BotUttered("Dag!", {"custom": {"soort": "antwoord"}})]

BEURTEN = st.lists(
    st.sampled_from(
        [
            SESSIE,
            BEURT,
            [zei("ik ben Noor"), SlotSet("naam", "Noor 👩‍👧"), ActionExecuted("action_listen")],
            [SlotSet("alles", {"a": [1, None, "é"]})],
            [ActiveLoop("formulier"), SlotSet("requested_slot", "naam")],
            [ActiveLoop(None)],
            [Restarted()],
            [AllSlotsReset()],
        ]
    ),
    max_size=12,
)


async def _beurt(store: RasaTrackerStore, reeks: list[Event], gesprek: str = "s") -> None:
    tracker = await store.get_or_create_tracker(gesprek)
    for gebeurtenis in reeks:
        tracker.update(Event.from_parameters(gebeurtenis.as_dict()), DOMEIN)
    await store.save(tracker)


def _stand(tracker: DialogueStateTracker | None) -> object:
    if tracker is None:
        return None
    return (
        [g.as_dict() | {"timestamp": 0} for g in tracker.events],
        tracker.current_slot_values(),
        tracker.active_loop_name,
        tracker.latest_action_name,
        tracker.latest_message.text if tracker.latest_message else None,
    )


@given(BEURTEN)
def test_the_same_dialogue_state_as_in_rasas_own_store(
    tmp_path_factory: pytest.TempPathFactory, beurten: list[list[Event]]
) -> None:
    map_ = tmp_path_factory.getbasetemp() / "trackers"
    gesprek = uuid.uuid4().hex

    async def loop() -> None:
        gebeurtenissen = _open(map_)
        ons = VersleuteldeTrackerStore(DOMEIN, gebeurtenissen=gebeurtenissen)
        van_rasa = InMemoryTrackerStore(DOMEIN)
        alles: list[Event] = [ActionExecuted("action_listen")]
        for reeks in beurten:
            await _beurt(ons, reeks, gesprek)
            await _beurt(van_rasa, reeks, gesprek)
            alles += reeks
            # A new store stands for another worker, or for Rasa after a restart.
            ander = VersleuteldeTrackerStore(DOMEIN, gebeurtenissen=gebeurtenissen)
            in_rasa = await van_rasa.retrieve(gesprek)
            gevonden = await ander.retrieve(gesprek)
            assert gevonden is not None
            assert _stand(gevonden)[1:] == _stand(in_rasa)[1:]  # type: ignore[index]
        vol = await ons.retrieve_full_tracker(gesprek)
        if beurten:
            assert vol is not None
            assert [g.type_name for g in vol.events] == [g.type_name for g in alles]
        gebeurtenissen.sluit()

    asyncio.run(loop())


async def test_only_new_events_are_written(gebeurtenissen: Gebeurtenissen) -> None:
    store = VersleuteldeTrackerStore(DOMEIN, gebeurtenissen=gebeurtenissen)
    for reeks in (SESSIE, BEURT, BEURT):
        await _beurt(store, reeks)
    tracker = await store.retrieve("s")
    assert isinstance(tracker, Volger)
    await store.save(tracker)
    vol = await store.retrieve_full_tracker("s")
    assert vol is not None
    await store.save(vol)
    assert len(gebeurtenissen.haal("s", alle_sessies=True)) == 1 + 3 + 3 + 3


async def test_a_new_session_hides_the_old_one_but_keeps_it(gebeurtenissen: Gebeurtenissen) -> None:
    store = VersleuteldeTrackerStore(DOMEIN, gebeurtenissen=gebeurtenissen)
    for reeks in (SESSIE, BEURT, SESSIE, BEURT):
        await _beurt(store, reeks)
    tracker = await store.retrieve("s")
    assert tracker is not None
    assert [g.type_name for g in tracker.events] == ["session_started", "action", "user", "action", "bot"]
    assert len(gebeurtenissen.haal("s", alle_sessies=True)) == 1 + 3 + 3 + 3 + 3


def _alles(tracker: DialogueStateTracker) -> dict[str, object]:
    """Everything a tracker holds, its slots by what is in them."""
    return vars(tracker) | {"slots": {naam: vars(slot) for naam, slot in tracker.slots.items()}}


@given(
    BEURTEN, st.sampled_from([BEURT, [SlotSet("naam", "Jef")], [ActiveLoop(None)], [ActiveLoop("formulier")]])
)
def test_a_copy_is_rasas_own_and_stands_apart(beurten: list[list[Event]], verder: list[Event]) -> None:
    reeks = [*SESSIE, *(g for beurt in beurten for g in beurt)]
    ons = Volger.from_events("s", reeks, DOMEIN.slots, domain=DOMEIN)
    van_rasa = DialogueStateTracker.from_events("s", reeks, DOMEIN.slots, domain=DOMEIN)
    ons.assistant_id = van_rasa.assistant_id = "assistent"
    kopie, zoals_rasa = ons.copy(), van_rasa.copy()
    assert _alles(kopie) == _alles(zoals_rasa)
    for gebeurtenis in verder:
        kopie.update(gebeurtenis, DOMEIN)
        zoals_rasa.update(gebeurtenis, DOMEIN)
    kopie.interrupt_loop(is_interrupted=True)
    zoals_rasa.interrupt_loop(is_interrupted=True)
    assert _alles(kopie) == _alles(zoals_rasa)
    assert _alles(ons) == _alles(van_rasa)


@given(BEURTEN, st.integers(0, 40))
def test_a_long_conversation_goes_on_in_the_same_state(beurten: list[list[Event]], extra: int) -> None:
    reeks = [*SESSIE, *(g for beurt in beurten for g in beurt), *BEURT * extra]
    lang = DialogueStateTracker.from_events("s", reeks, DOMEIN.slots, domain=DOMEIN)
    kort = snoei(lang, DOMEIN)
    assert _stand(kort)[1:] == _stand(lang)[1:]  # type: ignore[index]
    gezegd = [g for g in reeks if isinstance(g, UserUttered)]
    over = [g for g in kort.events if isinstance(g, UserUttered)]
    assert over == gezegd[-len(over) :] if over else not gezegd
    assert (kort is lang) == (len(gezegd) < VANAF)
    assert kort is lang or len(over) == BEHOUD


async def test_a_turn_of_a_long_conversation_reads_and_keeps_little(gebeurtenissen: Gebeurtenissen) -> None:
    store = VersleuteldeTrackerStore(DOMEIN, gebeurtenissen=gebeurtenissen)
    await _beurt(store, SESSIE)
    for nummer in range(100):
        await _beurt(store, [zei(str(nummer)), SlotSet("naam", str(nummer)), ActionExecuted("action_listen")])
        tracker = await store.retrieve("s")
        assert tracker is not None
        assert len(tracker.events) < 4 * VANAF
        assert tracker.get_slot("naam") == tracker.latest_message.text == str(nummer)
        await store.save(tracker)
    assert len(gebeurtenissen.haal("s", alle_sessies=True)) == 1 + 3 + 100 * 3
    opnieuw = await VersleuteldeTrackerStore(DOMEIN, gebeurtenissen=gebeurtenissen).retrieve("s")
    assert opnieuw is not None
    assert len(opnieuw.events) < 4 * VANAF
    assert opnieuw.get_slot("naam") == "99"


async def test_what_a_failed_turn_did_to_a_tracker_is_forgotten(gebeurtenissen: Gebeurtenissen) -> None:
    store = VersleuteldeTrackerStore(DOMEIN, gebeurtenissen=gebeurtenissen)
    await _beurt(store, [*SESSIE, SlotSet("naam", "Noor")])
    mislukt = await store.retrieve("s")
    assert mislukt is not None
    mislukt.update(SlotSet("naam", "half"))
    opnieuw = await store.retrieve("s")
    assert opnieuw is not None
    assert opnieuw.get_slot("naam") == "Noor"


async def test_what_another_process_recorded_is_seen(gebeurtenissen: Gebeurtenissen) -> None:
    een, ander = (VersleuteldeTrackerStore(DOMEIN, gebeurtenissen=gebeurtenissen) for _ in range(2))
    await _beurt(een, SESSIE)
    await _beurt(ander, [SlotSet("naam", "Noor")])
    tracker = await een.retrieve("s")
    assert tracker is not None
    assert tracker.get_slot("naam") == "Noor"
    gebeurtenissen.wis("s")
    assert await een.retrieve("s") is None


async def test_unknown_conversations(gebeurtenissen: Gebeurtenissen) -> None:
    store = VersleuteldeTrackerStore(DOMEIN, gebeurtenissen=gebeurtenissen)
    assert await store.retrieve("niemand") is None
    assert await store.retrieve_full_tracker("niemand") is None
    assert not await store.exists("niemand")
    assert list(await store.keys()) == []
    await _beurt(store, SESSIE)
    assert list(await store.keys()) == ["s"]


async def test_a_message_counts_once(gebeurtenissen: Gebeurtenissen) -> None:
    store = VersleuteldeTrackerStore(DOMEIN, gebeurtenissen=gebeurtenissen)
    await _beurt(store, SESSIE)
    await _beurt(store, [zei("ja", "b-1"), BotUttered("Goed.")])
    with pytest.raises(DubbeleBeurt):
        await _beurt(store, [zei("ja", "b-1"), BotUttered("Nog eens.")])
    assert [g.get("text") for g in gebeurtenissen.beurt("s", "b-1") or []] == ["ja", "Goed."]
    assert gebeurtenissen.beurt("s", "b-2") is None
    assert gebeurtenissen.beurt("t", "b-1") is None
    assert len(gebeurtenissen.haal("s", alle_sessies=True)) == 1 + 3 + 2


async def test_a_turn_that_began_before_another_was_recorded_is_refused(
    gebeurtenissen: Gebeurtenissen,
) -> None:
    een, ander = (VersleuteldeTrackerStore(DOMEIN, gebeurtenissen=gebeurtenissen) for _ in range(2))
    await _beurt(een, SESSIE)
    eerst, tweede = await een.get_or_create_tracker("s"), await ander.get_or_create_tracker("s")
    eerst.update(zei("een", "b-1"))
    eerst.update(BotUttered("Eén."))
    tweede.update(zei("twee", "b-2"))
    await een.save(eerst)
    with pytest.raises(DubbeleBeurt):
        await ander.save(tweede)
    assert gebeurtenissen.beurt("s", "b-2") is None
    await _beurt(ander, [zei("twee", "b-2")])  # asked again, it goes on where the other one ended
    assert [g.get("text") for g in gebeurtenissen.haal("s", alle_sessies=True)[-3:]] == [
        "een",
        "Eén.",
        "twee",
    ]


async def test_a_turn_does_not_bring_back_a_deleted_conversation(gebeurtenissen: Gebeurtenissen) -> None:
    store = VersleuteldeTrackerStore(DOMEIN, gebeurtenissen=gebeurtenissen)
    await _beurt(store, SESSIE)
    tracker = await store.get_or_create_tracker("s")
    gebeurtenissen.wis("s")
    tracker.update(zei("nog iets", "b-1"))
    with pytest.raises(DubbeleBeurt):
        await store.save(tracker)
    assert gebeurtenissen.haal("s", alle_sessies=True) == []


async def test_what_people_say_is_unreadable_on_disk(tmp_path: Path) -> None:
    gebeurtenissen = _open(tmp_path)
    store = VersleuteldeTrackerStore(DOMEIN, gebeurtenissen=gebeurtenissen)
    await _beurt(store, [*SESSIE, zei("geheimpje"), SlotSet("naam", "geheimpje"), BotUttered("geheimpje")])
    for _, inhoud in op_schijf(tmp_path):
        assert b"geheimpje" not in inhoud
    for pad in tmp_path.iterdir():  # noqa: ASYNC240 - a test may wait for a disk
        assert pad.name.endswith(".slot") or pad.stat().st_mode & 0o077 == 0
    gebeurtenissen.sluit()


async def test_deletion_and_expiry(gebeurtenissen: Gebeurtenissen, tmp_path: Path) -> None:
    store = VersleuteldeTrackerStore(DOMEIN, gebeurtenissen=gebeurtenissen)
    for sender in ("oud", "nieuw", "weg"):
        tracker = await store.get_or_create_tracker(sender)
        tracker.update(zei("dag", "b-1"))
        if sender == "oud":
            for gebeurtenis in tracker.events:
                gebeurtenis.timestamp = time.time() - 8 * 86_400
        await store.save(tracker)
    with ingreep(tmp_path, "trackers") as db:
        db.execute(text("UPDATE gebeurtenis SET tijd = tijd - 700000 WHERE gesprek = 'oud'"))
    gebeurtenissen.wis("weg")
    assert gebeurtenissen.wis_ouder_dan(time.time() - 7 * 86_400) == 1
    assert gebeurtenissen.gesprekken() == ["nieuw"]
    assert gebeurtenissen.beurt("weg", "b-1") is None
    gebeurtenissen.wis("bestaat niet")


def test_rasa_finds_it_by_its_name_in_endpoints_yml(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    als_omgeving(monkeypatch, tmp_path / "data")
    store = RasaTrackerStore.create(
        EndpointConfig(type="bot.trackers.VersleuteldeTrackerStore"), domain=DOMEIN
    )
    assert type(store).__name__ == "VersleuteldeTrackerStore"
    assert check_if_tracker_store_async(store)
    assert OP_POSTGRES or (tmp_path / "data" / "trackers.sqlite").exists()
    assert list(store.gebeurtenissen.gesprekken()) == []
    store.gebeurtenissen.sluit()

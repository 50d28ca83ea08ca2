"""The store of what came in: nothing twice, nothing lost, nothing readable, also with another key."""

from __future__ import annotations

from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from bot.channels.messenger.gebeurtenissen import Gebeurtenis, Soort
from bot.channels.messenger.inbox import Inbox
from bot.channels.vorm import Genummerd
from bot.opslag import open_messenger
from loket.settings import lees_instellingen
from loket.store.versleuteling import VerkeerdeSleutel
from tests.opslag import opslag

OUD, NIEUW = Fernet.generate_key().decode(), Fernet.generate_key().decode()


def open_(pad: Path, *sleutels: str) -> Inbox:
    omgeving = {"LOKET_DATAMAP": str(pad), "LOKET_SLEUTEL": ",".join(sleutels)}
    return open_messenger(lees_instellingen(omgeving | opslag(pad)))


def zegt(id_: str, tekst: str = "hallo", psid: str = "77", tijd: float = 1000.0) -> Gebeurtenis:
    return Gebeurtenis(id_, Soort.TEKST, psid, tijd, tekst)


def test_a_message_counts_once_also_after_it_was_answered_and_the_store_was_opened_anew(
    tmp_path: Path,
) -> None:
    inbox = open_(tmp_path, OUD)
    (merk,) = inbox.neem_op([zegt("een"), zegt("een", "anders")], 1000)
    (wat,) = inbox.wachtend(merk)
    assert wat.tekst == "hallo"
    inbox.sluit()
    inbox = open_(tmp_path, OUD)
    assert inbox.neem_op([zegt("een")], 1001) == set()
    assert inbox.wachtend(merk) == [wat]
    inbox.klaar(merk, wat.nr, [], 1002)
    assert inbox.neem_op([zegt("een")], 1003) == set()
    assert inbox.wachtend(merk) == []
    inbox.sluit()


def test_what_happened_earlier_comes_first_however_it_arrives(tmp_path: Path) -> None:
    inbox = open_(tmp_path, OUD)
    (merk,) = inbox.neem_op([zegt("c", "derde", tijd=3), zegt("a", "eerste", tijd=1)], 1000)
    inbox.neem_op([zegt("b", "tweede", tijd=2), zegt("b2", "ook de tweede", tijd=2)], 1000)
    assert [wat.tekst for wat in inbox.wachtend(merk)] == ["eerste", "tweede", "ook de tweede", "derde"]
    inbox.sluit()


def test_one_worker_at_a_time_and_the_next_when_the_first_is_dead(tmp_path: Path) -> None:
    een, twee = open_(tmp_path, OUD), open_(tmp_path, OUD)
    (merk,) = een.neem_op([zegt("een")], 1000)
    assert een.claim(merk, "een", 1000, 60)
    assert een.claim(merk, "een", 1010, 60)  # it may keep what it has
    assert not twee.claim(merk, "twee", 1020, 60)
    assert twee.wachtenden(1020) == []
    assert twee.wachtenden(1071) == [merk]
    assert twee.claim(merk, "twee", 1071, 60)
    een.laat_los(merk, "een", 0)  # it comes back to life and has nothing to say any more
    assert not een.claim(merk, "een", 1072, 60)
    een.sluit()
    twee.sluit()


def test_a_worker_keeps_only_whom_it_is_busy_with(tmp_path: Path) -> None:
    inbox = open_(tmp_path, OUD)
    (bezig,) = inbox.neem_op([zegt("een", psid="1")], 1000)
    (vergeten,) = inbox.neem_op([zegt("twee", psid="2")], 1000)
    for merk in (bezig, vergeten):
        assert inbox.claim(merk, "ik", 1000, 20)
    inbox.verleng([bezig], "ik", 1010, 20)
    assert inbox.wachtenden(1025) == [vergeten]  # whoever could not be let go of is found again
    inbox.sluit()


def test_an_answer_counts_once_and_none_comes_after_someone_was_forgotten(tmp_path: Path) -> None:
    inbox = open_(tmp_path, OUD)
    (merk,) = inbox.neem_op([zegt("een"), zegt("twee", tijd=1001.0)], 1000)
    een, twee = inbox.wachtend(merk)
    for _ in range(2):  # two workers that both thought they had this person
        inbox.klaar(merk, een.nr, [{"daad": "een"}], 1002)
    uit = inbox.uitgaand(merk)
    assert uit is not None
    inbox.is_uit(uit.nr)
    assert inbox.uitgaand(merk) is None
    inbox.vergeet(merk, ook_wat_wacht=True)
    inbox.klaar(merk, twee.nr, [{"daad": "twee"}], 1003)
    assert inbox.persoon(merk) is None
    inbox.sluit()


def test_a_pause_ends_when_the_person_writes_again(tmp_path: Path) -> None:
    inbox = open_(tmp_path, OUD)
    (merk,) = inbox.neem_op([zegt("een")], 1000)
    assert inbox.claim(merk, "ik", 1000, 60)
    inbox.laat_los(merk, "ik", 2000)
    assert inbox.wachtenden(1500) == []
    inbox.neem_op([zegt("twee")], 1500)
    assert inbox.wachtenden(1500) == [merk]
    inbox.sluit()


def test_who_writes_while_being_forgotten_is_not_lost(tmp_path: Path) -> None:
    inbox = open_(tmp_path, OUD)
    (merk,) = inbox.neem_op([zegt("een")], 1000)
    assert not inbox.vergeet(merk)
    assert inbox.vergeet(merk, ook_wat_wacht=True)
    assert inbox.persoon(merk) is None
    assert inbox.wachtend(merk) == []
    inbox.sluit()


def test_everything_is_encrypted_and_marked_anew_with_another_key(tmp_path: Path) -> None:
    inbox = open_(tmp_path, OUD)
    (merk,) = inbox.neem_op([zegt("een", "kanarie"), zegt("twee", "kanarie")], 1000)
    nummers = Genummerd(("keuze",))
    inbox.klaar(merk, inbox.wachtend(merk)[0].nr, [{"message": {"text": "uit"}}], 1000, genummerd=nummers)
    inbox.verbind(merk, "gesprek")
    inbox.geef_door(merk, "elders")
    inbox.sluit()

    inbox = open_(tmp_path, NIEUW, OUD)
    assert inbox.merk_van("77") == merk  # found all the same
    assert inbox.neem_op([zegt("drie", "erbij")], 1001) == {merk}
    assert inbox.herversleutel() > 0
    assert inbox.herversleutel() == 0
    inbox.sluit()

    inbox = open_(tmp_path, NIEUW)
    nieuw = inbox.merk_van("77")
    assert nieuw not in {None, merk}
    assert [wat.tekst for wat in inbox.wachtend(nieuw or "")] == ["kanarie", "erbij"]
    persoon = inbox.persoon(nieuw or "")
    assert persoon is not None
    assert (persoon.psid, persoon.genummerd) == ("77", nummers)
    assert inbox.gesprekken_van(nieuw or "") == ["gesprek", "elders"]
    uit = inbox.uitgaand(nieuw or "")
    assert uit is not None
    assert uit.inhoud == {"message": {"text": "uit"}}
    inbox.sluit()

    inbox = open_(tmp_path, OUD)
    with pytest.raises(VerkeerdeSleutel):
        inbox.wachtend(nieuw or "")
    inbox.sluit()


def test_who_writes_no_more_is_forgotten_with_everything(tmp_path: Path) -> None:
    inbox = open_(tmp_path, OUD)
    (merk,) = inbox.neem_op([zegt("een", psid="1", tijd=1000)], 1000)
    (ander,) = inbox.neem_op([zegt("twee", psid="2", tijd=5000)], 5000)
    assert inbox.ruim_op(2000) == 1
    assert inbox.persoon(merk) is None
    assert inbox.wachtend(merk) == []
    assert inbox.persoon(ander) is not None
    inbox.sluit()

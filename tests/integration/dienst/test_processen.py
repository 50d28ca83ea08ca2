"""The processes: dying, coming back, ending, and what people notice of it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import requests
from sqlalchemy import text

from bot.opslag import open_gebeurtenissen, open_gesprekken
from tests.opslag import OP_POSTGRES, database, ingreep, op_schijf
from tests.stapel import KLEINE_ACTIES, PROJECT, Gesprek, Stapel, wacht_op

KANARIE = "Kwintijn-Ongezien-7391"


def van_mens(gesprek: Gesprek, id_: str | None = None) -> list[str]:
    gebeurtenissen = open_gebeurtenissen(gesprek.stapel.instellingen)
    reeks = gebeurtenissen.haal(id_ or id_van(gesprek), alle_sessies=True)
    gebeurtenissen.sluit()
    return [g["text"] for g in reeks if g["event"] == "user" and g["text"] != "/begin"]


def id_van(gesprek: Gesprek) -> str:
    gesprekken = open_gesprekken(gesprek.stapel.instellingen)
    id_ = gesprekken.gesprek(gesprek.token)
    gesprekken.sluit()
    assert id_ is not None
    return id_


def leeft(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_rasa_dies_and_comes_back(eigen: Stapel) -> None:
    eigen.start()
    eigen.wacht_klaar()
    gesprek = eigen.begin()
    gesprek.zeg("een")

    oud = eigen.dood("rasa")
    wacht_op(lambda: eigen.gezondheid()[0] == 503, 20)
    status, gezond = eigen.gezondheid()
    assert (status, gezond["onderdelen"]["rasa"], gezond["onderdelen"]["register"]) == (503, False, True)

    antwoord = gesprek.vraag("twee", "id-2")
    assert antwoord.status_code == 503
    assert antwoord.json()["fout"].startswith("De chat werkt nu even niet.")
    assert [lijn["nummer"] for lijn in antwoord.json()["lijnen"]] == ["0800 900 33", "102"]
    gevaar = gesprek.vraag("ik wil niet meer leven, ik ga zelfmoord plegen", "id-3")
    assert gevaar.status_code == 503
    assert gevaar.json()["lijnen"][0]["nummer"] == "1813"
    assert "112" in [lijn["nummer"] for lijn in gevaar.json()["lijnen"]]
    assert requests.post(f"{eigen.url}/chat/begin", json={}, timeout=60).status_code == 503

    eigen.wacht_klaar()
    assert eigen.pid("rasa") not in {None, oud}
    assert gesprek.zeg("twee", "id-2")[0]["text"] == "Bericht 2: twee"
    assert van_mens(gesprek) == ["een", "twee"]
    assert eigen.stop() == 0


def test_the_service_dies_and_comes_back(breekbaar: Stapel) -> None:
    breekbaar.wacht_klaar()
    gesprek = breekbaar.begin()
    rasa, id_ = breekbaar.pid("rasa"), id_van(gesprek)
    eerder = _aangenomen(breekbaar)

    # Rasa has taken the turn, and the service dies before it can write the answer down.
    with ThreadPoolExecutor(1) as naast:
        bezig = naast.submit(_zonder_antwoord, gesprek, "traag een", "id-1")
        wacht_op(lambda: _aangenomen(breekbaar) == eerder + 1, 20)
        with ingreep(breekbaar.datamap, "gesprekken"):
            wacht_op(lambda: van_mens(gesprek, id_) == ["traag een"], 20)
            breekbaar.dood("dienst")
            assert bezig.result(20)
    breekbaar.wacht_klaar()
    assert gesprek.verloop()[-1]["text"] == "Bericht 1: traag een"
    assert gesprek.zeg("traag een", "id-1")[0]["text"] == "Bericht 1: traag een"
    assert van_mens(gesprek) == ["traag een"]

    # The service dies while an action is at work: nothing was recorded, and asking again is right.
    with ThreadPoolExecutor(1) as naast:
        bezig = naast.submit(_zonder_antwoord, gesprek, "traag twee", "id-2")
        wacht_op(lambda: _aangenomen(breekbaar) == eerder + 2, 20)
        breekbaar.dood("dienst")
        assert bezig.result(20)
    breekbaar.wacht_klaar()
    assert gesprek.zeg("traag twee", "id-2")[0]["text"] == "Bericht 2: traag twee"
    assert van_mens(gesprek) == ["traag een", "traag twee"]
    assert breekbaar.pid("rasa") == rasa


def _zonder_antwoord(gesprek: Gesprek, tekst: str, id_: str) -> bool:
    try:
        requests.post(
            f"{gesprek.stapel.url}/chat",
            json={"sender": gesprek.token, "message": tekst, "message_id": id_},
            timeout=60,
        )
    except requests.ConnectionError:
        return True
    return False


def _aangenomen(stapel: Stapel) -> int:
    los = database(stapel.datamap, "gesprekken")
    with los.lees() as db:
        aantal = db.scalar(text("SELECT count(*) FROM bericht"))
    los.sluit()
    return int(aantal or 0)


def test_a_stop_lets_the_turn_finish_and_leaves_nothing_behind(eigen: Stapel) -> None:
    eigen.start()
    eigen.wacht_klaar()
    gesprek = eigen.begin()
    kinderen = [eigen.pid("rasa"), eigen.pid("dienst")]
    with ThreadPoolExecutor(1) as naast:
        bezig = naast.submit(gesprek.zeg, "traag een", "id-1")
        wacht_op(lambda: _aangenomen(eigen) == 2, 20)
        assert eigen.stop(signal.SIGINT) == 0
        assert bezig.result(20)[0]["text"] == "Bericht 1: traag een"
    assert not any(leeft(pid) for pid in kinderen if pid)
    assert van_mens(gesprek) == ["traag een"]

    # A killed supervisor takes its children along.
    eigen.start()
    eigen.wacht_klaar()
    assert gesprek.zeg("traag een", "id-1")[0]["text"] == "Bericht 1: traag een"
    kinderen = [eigen.pid("rasa"), eigen.pid("dienst")]
    assert all(kinderen)
    assert eigen.proces is not None
    eigen.proces.kill()
    eigen.proces.wait()
    wacht_op(lambda: not any(leeft(pid) for pid in kinderen if pid), 60)


def _start(omgeving: dict[str, str], *argumenten: str) -> subprocess.CompletedProcess[str]:
    schoon = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("LOKET_")}
    return subprocess.run(
        [sys.executable, "-m", "bot", *argumenten],
        cwd=PROJECT,
        env=schoon | omgeving,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_rasa_calculates_in_one_thread_each(klein: Stapel) -> None:
    for pid in klein.pids("rasa"):
        omgeving = Path(f"/proc/{pid}/environ").read_bytes().split(b"\0")
        assert b"OMP_NUM_THREADS=1" in omgeving


def test_a_second_one_on_the_same_port_says_so(klein: Stapel, klein_model: Path, tmp_path: Path) -> None:
    poort = klein.url.rpartition(":")[2]
    tweede = _start({"LOKET_DATAMAP": str(tmp_path), "LOKET_POORT": poort}, "--model", str(klein_model))
    assert tweede.returncode != 0
    assert tweede.stderr.startswith(f"Poort {poort} is al in gebruik.")
    assert "LOKET_POORT" in tweede.stderr
    assert klein.gezondheid()[0] == 200


def test_a_wrong_setting_or_a_missing_model_is_one_sentence(tmp_path: Path) -> None:
    onbekend = _start({"LOKET_KLEUR": "rood"})
    assert (onbekend.returncode != 0, len(onbekend.stderr.splitlines())) == (True, 1)
    assert "LOKET_KLEUR" in onbekend.stderr
    zonder = _start({"LOKET_DATAMAP": str(tmp_path)}, "--model", str(tmp_path))
    assert (zonder.returncode != 0, len(zonder.stderr.splitlines())) == (True, 1)
    assert "make train" in zonder.stderr


def test_a_wrong_contact_file_stops_everything_with_one_sentence(klein_model: Path, tmp_path: Path) -> None:
    (tmp_path / "loketten.yml").write_text("stand: gisteren")
    kapot = Stapel(tmp_path / "data", klein_model, KLEINE_ACTIES, {"LOKET_CONTACTENMAP": str(tmp_path)})
    kapot.start()
    assert kapot.proces is not None
    assert kapot.proces.wait(60) == os.EX_CONFIG
    kapot.ruim_op()
    assert "loketten.yml: stand moet een datum zijn" in kapot.log
    assert "Traceback" not in kapot.log


def test_what_people_type_is_in_no_log_and_in_no_file(breekbaar: Stapel) -> None:
    breekbaar.wacht_klaar()
    gesprek = breekbaar.begin()
    for bericht in ("mijn naam is", "stuk", "traag", "zwijg", "/restart", '/wis{"a":', "\x00"):
        gesprek.vraag(f"{bericht} {KANARIE}")
    gesprek.vraag(KANARIE * 2000)
    gesprek.vraag([KANARIE])
    requests.post(f"{breekbaar.url}/chat", data=f"{KANARIE} kapot", timeout=60)
    requests.get(f"{breekbaar.url}/{KANARIE}?q={KANARIE}", timeout=60)
    requests.post(
        f"http://127.0.0.1:{breekbaar.rasa_poort}/webhooks/rest/webhook",
        json={"sender": "los", "message": f'/wis{{"a":"{KANARIE}'},
        timeout=60,
    )
    breekbaar.dood("rasa")
    gesprek.vraag(f"bij een dode Rasa {KANARIE}")
    breekbaar.wacht_klaar()
    assert len(van_mens(gesprek)) >= 4
    assert "action_stuk" in breekbaar.log  # what went wrong is told, but not about what
    assert KANARIE not in breekbaar.log
    bestanden = list(op_schijf(breekbaar.datamap))
    assert OP_POSTGRES or any(naam.startswith("trackers") for naam, _ in bestanden)
    for naam, inhoud in bestanden:
        assert KANARIE.encode() not in inhoud
        assert KANARIE not in naam

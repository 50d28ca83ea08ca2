"""What Prometheus reads: numbers with closed lists of labels, on a port that faces no people."""

from __future__ import annotations

import json
import re
from pathlib import Path

import requests
from prometheus_client.parser import text_string_to_metric_families

from loket import meting
from loket.domain.dossier.toestand import Wat
from tests.stapel import KLEINE_ACTIES, Stapel, wacht_op

KANARIE = "Kwintijn-Ongezien-5512"
WEG = re.compile(r"onbekend|(GET|HEAD|POST|DELETE|OPTIONS|onbekend) /[a-z0-9/_.{}-]*")
ONDERDELEN = {"rasa", "gesprekken", "register", "post", "schijf", "tabellen", "sleutel", "bewaking"} | {
    "terugpost",
    "opruimen",
    "model",
}
GESLOTEN: dict[str, set[str]] = {
    "uitkomst": {*meting.BEURT_UITKOMSTEN, *meting.POST_UITKOMSTEN},
    "soort": {"lezen", "schrijven"},
    "onderdeel": ONDERDELEN,
    "wat": set(Wat),
}


def lees(stapel: Stapel) -> str:
    return requests.get(f"http://127.0.0.1:{stapel.metingen_poort}/metrics", timeout=10).text


def test_a_conversation_is_counted_and_leaves_nothing_of_itself(klein: Stapel) -> None:
    voor = klein.metingen()
    gesprek = klein.begin()
    for bericht in ("mijn naam is", "stuk", "zwijg"):
        gesprek.vraag(f"{bericht} {KANARIE}", f"id-{KANARIE}")
    requests.get(f"{klein.url}/{KANARIE}?q={KANARIE}", headers={"User-Agent": KANARIE}, timeout=60)
    requests.request(f"X{KANARIE.replace('-', '')}", f"{klein.url}/chat", timeout=60)
    na = klein.metingen()
    assert na["assistent_beurten_total", "gelukt"] - voor["assistent_beurten_total", "gelukt"] >= 2
    assert na["assistent_rasa_seconds_count", ""] > voor["assistent_rasa_seconds_count", ""]
    assert na["assistent_database_seconds_count", "schrijven"] > 0
    assert na["assistent_gesprekken_open", ""] >= 1
    assert na["assistent_onderdeel_goed", "rasa"] == 1
    assert KANARIE not in lees(klein)


def test_every_label_has_a_closed_list_of_values(klein: Stapel) -> None:
    requests.get(f"{klein.url}/loket/aanvraag/{KANARIE}", timeout=60)
    requests.get(f"{klein.url}/widget.js", timeout=60)
    gezien = set()
    for familie in text_string_to_metric_families(lees(klein)):
        for monster in familie.samples:
            for label, waarde in monster.labels.items():
                gezien.add(label)
                match label:
                    case "le":
                        float(waarde)
                    case "status":
                        assert waarde in {str(status) for status in range(100, 600)}
                    case "weg":
                        assert WEG.fullmatch(waarde), waarde
                    case _:
                        assert waarde in GESLOTEN[label], (label, waarde)
    assert gezien == {"le", "status", "weg", *GESLOTEN}


def test_too_much_is_counted(klein: Stapel) -> None:
    def gestuit() -> float:
        return klein.metingen().get(("assistent_antwoorden_total", "429,POST /chat/hervat"), 0.0)

    voor = gestuit()
    wacht_op(
        lambda: (
            requests.post(f"{klein.url}/chat/hervat", json={"code": "x" * 9}, timeout=60).status_code == 429
        )
    )
    assert gestuit() == voor + 1


def test_the_public_address_has_no_metrics(klein: Stapel) -> None:
    assert requests.get(f"{klein.url}/metrics", timeout=60).status_code == 404


def test_nobody_listens_without_the_setting(klein_model: Path, tmp_path: Path) -> None:
    zonder = Stapel(
        tmp_path / "data",
        klein_model,
        KLEINE_ACTIES,
        {"LOKET_METINGEN_POORT": "", "LOKET_LOGVORM": "json"},
    )
    try:
        zonder.start()
        zonder.wacht_klaar()
        zonder.begin().vraag(f"stuk {KANARIE}")
        assert f":{zonder.metingen_poort:04X} " not in Path("/proc/net/tcp").read_text()
        zonder.dood("rasa")
        wacht_op(lambda: "stopte" in zonder.log)
    finally:
        zonder.ruim_op()
    # This one also logs for a collector: every line of the log is an object, and none holds what was typed.
    regels = [json.loads(regel) for regel in zonder.log.splitlines() if regel.startswith("{")]
    assert len(regels) >= 2
    assert all(
        set(regel) >= {"tijd", "niveau", "proces", "deel", "gebeurtenis", "bericht"} for regel in regels
    )
    assert {"%s stopte (%s) en start opnieuw na %.1f s"} <= {regel["gebeurtenis"] for regel in regels}
    assert not re.search(r"^\d{4}-\d\d-\d\d .*(ERROR|WARNING)", zonder.log, flags=re.MULTILINE)
    assert KANARIE not in zonder.log

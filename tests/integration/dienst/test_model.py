"""Going back to an earlier model: it runs, and conversations go on where they were."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import requests

from loket.geheimen import rasa_token
from tests.stapel import KLEINE_ACTIES, Gesprek, Stapel


def geladen(stapel: Stapel) -> str:
    """The name of the model that Rasa has loaded."""
    antwoord = requests.get(
        f"http://127.0.0.1:{stapel.rasa_poort}/status",
        params={"token": rasa_token(stapel.instellingen)},
        timeout=30,
    )
    return Path(antwoord.json()["model_file"]).name


def test_the_newest_counts_until_an_earlier_one_is_named(klein_model: Path, tmp_path: Path) -> None:
    modellen = tmp_path / "models"
    modellen.mkdir()
    for naam, tijd in (("assistent-eerder.tar.gz", 1_700_000_000), ("assistent-later.tar.gz", 1_800_000_000)):
        shutil.copy(klein_model, modellen / naam)
        os.utime(modellen / naam, (tijd, tijd))
    nieuw = Stapel(tmp_path / "data", modellen, KLEINE_ACTIES)
    terug = Stapel(tmp_path / "data", modellen / "assistent-eerder.tar.gz", KLEINE_ACTIES)
    try:
        nieuw.start()
        nieuw.wacht_klaar()
        assert geladen(nieuw) == "assistent-later.tar.gz"
        gesprek = nieuw.begin()
        gesprek.zeg("een")
        assert nieuw.stop() == 0
        terug.start()
        terug.wacht_klaar()
        assert geladen(terug) == "assistent-eerder.tar.gz"
        verder = Gesprek(terug, gesprek.token, [])
        assert verder.zeg("twee")[0]["text"] == "Bericht 2: twee"
        assert [regel["text"] for regel in verder.verloop() if regel["van"] == "mens"] == ["een", "twee"]
    finally:
        nieuw.ruim_op()
        terug.ruim_op()

"""Contact data: the files we ship are right, and wrong ones are named by file and field."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from loket.contacten import HULPLIJNEN, ContactenFout, laad_hulplijnen, laad_loketten
from loket.domain.begrippen import Instrument, Regio
from loket.settings import PROJECT, is_plaatshouder

MAP = PROJECT / "contacten"


def test_the_lokets_we_ship() -> None:
    loketten = laad_loketten(MAP / "loketten.yml")
    assert isinstance(loketten.stand, date)
    for regio in Regio:
        assert loketten.voor(regio) is loketten[regio]
        assert loketten[regio].telefoon
        for instrument in Instrument:
            assert "@" in loketten[regio].email(instrument)
    assert loketten[Regio.BRUSSEL].organisatie == "Vlaamse Gemeenschapscommissie"
    assert loketten[Regio.LIMBURG].email(Instrument.BEMIDDELING) == "bemiddeling@limburg.be"
    assert loketten.voor(None) is loketten.zonder_regio
    assert is_plaatshouder(loketten.zonder_regio.email(Instrument.CLIENTOVERLEG))


def test_the_help_lines_we_ship() -> None:
    hulplijnen = laad_hulplijnen(MAP / "hulplijnen.yml")
    assert {naam: hulplijnen[naam].nummer for naam in HULPLIJNEN} == {
        "noodnummer": "112",
        "awel": "102",
        "zelfmoordlijn": "1813",
        "1712": "1712",
        "tele-onthaal": "106",
        "jo-lijn": "0800 900 33",
    }


def _zet(pad: str, waarde: Any) -> Callable[[Any], None]:
    def doe(inhoud: Any) -> None:
        *begin, laatste = pad.split(".")
        for deel in begin:
            inhoud = inhoud[deel]
        if waarde is None:
            del inhoud[laatste]
        else:
            inhoud[laatste] = waarde

    return doe


@pytest.mark.parametrize(
    ("pad", "waarde", "zin"),
    [
        ("loketten.limburg", None, "loketten mist limburg"),
        ("loketten.wallonie", {}, "loketten.wallonie is geen bekende naam"),
        ("loketten.limburg.telefoon", "011 23", "loketten.limburg.telefoon is geen geldig Belgisch"),
        ("loketten.limburg.telefoon", "bel ons", "loketten.limburg.telefoon is geen telefoonnummer"),
        ("loketten.limburg.telefoon", 11237225, "loketten.limburg.telefoon moet tekst zijn"),
        ("loketten.limburg.telefoon", "+31 20 123 4567", "loketten.limburg.telefoon is geen geldig"),
        (
            "loketten.limburg.email.bemiddeling",
            "a@",
            "loketten.limburg.email.bemiddeling moet een e-mailadres",
        ),
        ("loketten.limburg.email.bemiddeling", None, "loketten.limburg.email mist bemiddeling"),
        ("loketten.limburg.organisatie", " ", "loketten.limburg.organisatie mag niet leeg"),
        ("loketten.limburg.naam", "x", "loketten.limburg.naam hoort hier niet"),
        ("zonder_regio", None, "zonder_regio ontbreekt"),
        ("stand", None, "stand ontbreekt"),
        ("stand", "gisteren", "stand moet een datum zijn"),
    ],
)
def test_a_wrong_loket_file(tmp_path: Path, pad: str, waarde: Any, zin: str) -> None:
    inhoud = yaml.safe_load((MAP / "loketten.yml").read_text())
    _zet(pad, waarde)(inhoud)
    bestand = tmp_path / "loketten.yml"
    bestand.write_text(yaml.safe_dump(inhoud))
    with pytest.raises(ContactenFout) as fout:
        laad_loketten(bestand)
    assert str(fout.value).startswith(f"loketten.yml: {zin}")


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [("", "het hele bestand"), ("[1, 2]", "het hele bestand"), ("a: [", "geen geldige YAML op regel")],
)
def test_no_contact_file_at_all(tmp_path: Path, inhoud: str, zin: str) -> None:
    bestand = tmp_path / "hulplijnen.yml"
    bestand.write_text(inhoud)
    with pytest.raises(ContactenFout, match=zin):
        laad_hulplijnen(bestand)
    with pytest.raises(ContactenFout, match="niet te lezen"):
        laad_hulplijnen(tmp_path / "weg.yml")


def test_a_missing_help_line(tmp_path: Path) -> None:
    inhoud = yaml.safe_load((MAP / "hulplijnen.yml").read_text())
    del inhoud["hulplijnen"]["awel"]
    bestand = tmp_path / "hulplijnen.yml"
    bestand.write_text(yaml.safe_dump(inhoud))
    with pytest.raises(ContactenFout, match="hulplijnen mist awel"):
        laad_hulplijnen(bestand)

"""Settings: read from the environment and a file, and wrong ones stop the start with one sentence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from pydantic import SecretStr

from loket.geheimen import rasa_token, sleutels
from loket.settings import NAMEN, PROJECT, Instellingen, InstellingenFout, lees_instellingen

VOORBEELD = PROJECT / "instellingen.voorbeeld.env"


def test_nothing_set_gives_the_defaults() -> None:
    instellingen = lees_instellingen({"PATH": "/bin"})
    assert instellingen == Instellingen()
    assert instellingen.mail_aflevering == "postvak"
    assert instellingen.smtp_tls == "starttls"
    assert instellingen.adres == "http://127.0.0.1:8080"


def test_every_setting_stands_in_the_example_and_the_other_way_round() -> None:
    namen = re.findall(r"^# (LOKET_[A-Z_]+)=", VOORBEELD.read_text(), flags=re.MULTILINE)
    assert sorted(namen) == sorted(NAMEN)


def test_the_example_shows_the_defaults(tmp_path: Path) -> None:
    aan = re.sub(r"^# (LOKET_[A-Z_]+=)", r"\1", VOORBEELD.read_text(), flags=re.MULTILINE)
    bestand = tmp_path / "alles.env"
    bestand.write_text(aan)
    assert lees_instellingen({"LOKET_INSTELLINGEN": str(bestand)}) == Instellingen()


def test_the_environment_wins_from_the_file(tmp_path: Path) -> None:
    bestand = tmp_path / "i.env"
    bestand.write_text("LOKET_POORT=9000\nLOKET_HOST=0.0.0.0\n")
    instellingen = lees_instellingen({"LOKET_INSTELLINGEN": str(bestand), "LOKET_POORT": "9001"})
    assert (instellingen.poort, instellingen.host) == (9001, "0.0.0.0")


GEHEIM = "kanarie-geheim"


@pytest.mark.parametrize(
    ("omgeving", "naam"),
    [
        ({"LOKET_POORTT": GEHEIM}, "LOKET_POORTT"),
        ({"LOKET_POORT": GEHEIM}, "LOKET_POORT"),
        ({"LOKET_POORT": "0"}, "LOKET_POORT"),
        ({"LOKET_POORT": "65536"}, "LOKET_POORT"),
        ({"LOKET_SLEUTEL": GEHEIM}, "LOKET_SLEUTEL"),
        ({"LOKET_SLEUTEL": f"{Fernet.generate_key().decode()},{GEHEIM}"}, "LOKET_SLEUTEL"),
        ({"LOKET_RASA_TOKEN": "kanarie"}, "LOKET_RASA_TOKEN"),
        ({"LOKET_MAIL_AFLEVERING": GEHEIM}, "LOKET_MAIL_AFLEVERING"),
        ({"LOKET_MAIL_AFLEVERING": "smtp"}, "LOKET_SMTP_HOST"),
        ({"LOKET_MAIL_AFLEVERING": "smtp", "LOKET_SMTP_HOST": "m"}, "LOKET_MAIL_AFZENDER"),
        ({"LOKET_MAIL_AFZENDER": GEHEIM}, "LOKET_MAIL_AFZENDER"),
        ({"LOKET_BEHEERDER_EMAIL": "a@@b"}, "LOKET_BEHEERDER_EMAIL"),
        ({"LOKET_MAIL_ALARM_NA_UREN": "47"}, "LOKET_MAIL_ALARM_NA_UREN"),
        ({"LOKET_SMTP_TLS": GEHEIM}, "LOKET_SMTP_TLS"),
        ({"LOKET_SMTP_GEBRUIKER": "u"}, "LOKET_SMTP_GEBRUIKER"),
        (
            {"LOKET_SMTP_TLS": "geen", "LOKET_SMTP_GEBRUIKER": "u", "LOKET_SMTP_WACHTWOORD": GEHEIM},
            "LOKET_SMTP_TLS",
        ),
        ({"LOKET_SMTP_CA_BESTAND": f"/{GEHEIM}"}, "LOKET_SMTP_CA_BESTAND"),
        ({"LOKET_PUBLIEK_ADRES": GEHEIM}, "LOKET_PUBLIEK_ADRES"),
        ({"LOKET_BEWAARTERMIJN_GESPREK_DAGEN": "0"}, "LOKET_BEWAARTERMIJN_GESPREK_DAGEN"),
        ({"LOKET_INSTELLINGEN": "/bestaat-niet"}, "LOKET_INSTELLINGEN"),
        ({"LOKET_MESSENGER": GEHEIM}, "LOKET_MESSENGER"),
        ({"LOKET_MESSENGER": "aan"}, "LOKET_MESSENGER_PAGINA"),
        ({"LOKET_MESSENGER": "aan", "LOKET_MESSENGER_PAGINA": "1"}, "LOKET_MESSENGER_APP_GEHEIM"),
        ({"LOKET_MESSENGER_PAGINA": GEHEIM}, "LOKET_MESSENGER_PAGINA"),
        ({"LOKET_MESSENGER_GRAPH": f"http://{GEHEIM}.invalid"}, "LOKET_MESSENGER_GRAPH"),
        ({"LOKET_MESSENGER_LINK_MINUTEN": "4"}, "LOKET_MESSENGER_LINK_MINUTEN"),
    ],
)
def test_wrong_settings_give_one_sentence_without_the_value(omgeving: dict[str, str], naam: str) -> None:
    with pytest.raises(InstellingenFout) as fout:
        lees_instellingen(omgeving)
    zin = str(fout.value)
    assert zin.startswith(naam)
    assert zin.endswith(".")
    assert "\n" not in zin
    assert GEHEIM not in zin
    assert fout.value.__cause__ is None


def test_everything_set() -> None:
    sleutel = Fernet.generate_key().decode()
    instellingen = lees_instellingen(
        {
            "LOKET_DATAMAP": "/srv/loket",
            "LOKET_SLEUTEL": sleutel,
            "LOKET_PUBLIEK_ADRES": "https://chat.voorbeeld.be/",
            "LOKET_MAIL_AFLEVERING": "smtp",
            "LOKET_MAIL_AFZENDER": "bericht@voorbeeld.be",
            "LOKET_BEHEERDER_EMAIL": "beheer@voorbeeld.be",
            "LOKET_SMTP_HOST": "mail.voorbeeld.be",
            "LOKET_SMTP_TLS": "tls",
            "LOKET_SMTP_GEBRUIKER": "u",
            "LOKET_SMTP_WACHTWOORD": "w",
            "LOKET_SMTP_CA_BESTAND": str(VOORBEELD),
            "LOKET_DATABASE_URL": "postgresql+psycopg://u:w@h/d",
        }
    )
    assert instellingen.adres == "https://chat.voorbeeld.be"
    assert instellingen.smtp_poort_of_gewoon == 465
    assert instellingen.database == "postgresql+psycopg://u:w@h/d"
    assert instellingen.postvak == Path("/srv/loket/postvak")
    assert sleutels(instellingen) == (sleutel,)


def test_a_file_with_an_unknown_name(tmp_path: Path) -> None:
    bestand = tmp_path / "i.env"
    bestand.write_text("POORT=1\n")
    with pytest.raises(InstellingenFout, match="POORT"):
        lees_instellingen({"LOKET_INSTELLINGEN": str(bestand)})


def test_secrets_do_not_show_in_the_representation() -> None:
    sleutel = Fernet.generate_key().decode()
    instellingen = lees_instellingen({"LOKET_SLEUTEL": sleutel, "LOKET_RASA_TOKEN": GEHEIM * 2})
    assert sleutel not in repr(instellingen)
    assert GEHEIM not in repr(instellingen)


def test_secrets_are_made_once_and_for_the_owner_alone(tmp_path: Path) -> None:
    instellingen = Instellingen(datamap=tmp_path / "var")
    token, sleutel = rasa_token(instellingen), sleutels(instellingen)
    assert (rasa_token(instellingen), sleutels(instellingen)) == (token, sleutel)
    assert len(token) >= 32
    Fernet(sleutel[0])
    for pad in (tmp_path / "var").iterdir():
        assert pad.stat().st_mode & 0o777 == 0o600
    assert sorted(pad.name for pad in (tmp_path / "var").iterdir()) == ["rasa_token", "sleutel"]


def test_secrets_from_the_settings_make_no_file(tmp_path: Path) -> None:
    een, twee = (Fernet.generate_key().decode() for _ in range(2))
    instellingen = Instellingen(
        datamap=tmp_path / "var", sleutel=SecretStr(f"{een}, {twee}"), rasa_token=SecretStr("t" * 20)
    )
    assert sleutels(instellingen) == (een, twee)
    assert rasa_token(instellingen) == "t" * 20
    assert not (tmp_path / "var").exists()

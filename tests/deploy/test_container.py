"""The image and the compose file, as far as can be seen without a runtime: what they name exists, and what
the image installs can be installed there."""

from __future__ import annotations

import re
import tomllib
from fnmatch import fnmatch
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from bot.model import bronnen
from loket.settings import NAMEN, lees_instellingen
from tests.stapel import PROJECT

DEPLOY = PROJECT / "deploy"
CONTAINERFILE = (DEPLOY / "Containerfile").read_text()
COMPOSE: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text())


def gekopieerd() -> set[str]:
    """What of the project goes into the image."""
    regels = re.findall(r"^COPY (?!--from)(.+) \S+$", CONTAINERFILE, flags=re.MULTILINE)
    return {naam for regel in regels for naam in regel.split()}


def test_everything_that_is_copied_is_there_and_is_not_left_out() -> None:
    toegelaten = {
        regel.removeprefix("!")
        for regel in (DEPLOY / "Containerfile.containerignore").read_text().splitlines()
        if regel.startswith("!")
    }
    assert gekopieerd() == toegelaten
    for naam in gekopieerd():
        assert (PROJECT / naam).exists(), naam


def test_what_the_model_is_made_of_and_what_runs_is_in_it() -> None:
    nodig = {pad.relative_to(PROJECT).parts[0] for pad in bronnen(PROJECT)}
    nodig |= {"actions", "bot", "loket", "contacten", "web_widget", "endpoints.yml", "credentials.yml"}
    assert nodig <= gekopieerd()


def test_no_secret_and_no_data_goes_along() -> None:
    verboden = ("var", ".git", "models", "tests", "*.env", "*sleutel*", ".venv")
    for naam in gekopieerd():
        assert not any(fnmatch(naam, patroon) for patroon in verboden), naam
    assert not re.search(r"LOKET_(SLEUTEL|RASA_TOKEN|SMTP_WACHTWOORD|DATABASE_URL)=", CONTAINERFILE)


def test_it_runs_as_nobody_special_on_the_python_that_we_need() -> None:
    beelden = re.findall(r"^FROM (\S+)", CONTAINERFILE, flags=re.MULTILINE)
    assert set(beelden) == {"docker.io/library/python:3.11-slim"}
    python = tomllib.loads((PROJECT / "pyproject.toml").read_text())["project"]["requires-python"]
    assert python == ">=3.11,<3.12"
    laatste = CONTAINERFILE.rpartition("\nFROM ")[2]
    assert "\nUSER 10001:10001\n" in laatste
    assert "HEALTHCHECK" in laatste
    assert 'CMD ["python", "-m", "bot"]' in laatste
    assert "--locked --no-dev" in CONTAINERFILE


def test_what_has_no_wheel_is_known_and_can_be_made() -> None:
    """The images of Python hold no compiler; only multidict asks for one."""
    pakketten = tomllib.loads((PROJECT / "uv.lock").read_text())["package"]
    past = re.compile(r"-none-any\.whl|-(cp311|py3|py2\.py3|cp3\d+-abi3).*linux.*x86_64.*\.whl$")
    zonder = {
        pakket["name"]
        for pakket in pakketten
        if "registry" in pakket["source"]
        and not any(past.search(wiel["url"]) for wiel in pakket.get("wheels", []))
    }
    assert zonder == {"docopt", "multidict", "randomname"}
    bouw = CONTAINERFILE.partition("uv sync")[0]
    assert "gcc libc6-dev" in bouw


def test_every_setting_that_is_named_exists_and_is_right() -> None:
    teksten = "".join(pad.read_text() for pad in DEPLOY.rglob("*") if pad.is_file())
    genoemd = set(re.findall(r"\bLOKET_[A-Z_]+\b", teksten))
    assert genoemd
    assert genoemd <= {*NAMEN, "LOKET_INSTELLINGEN"}
    in_beeld = dict(re.findall(r"\b(LOKET_[A-Z_]+)=(\S+)", CONTAINERFILE))
    lees_instellingen(in_beeld | COMPOSE["services"]["assistent"]["environment"])


def test_the_secrets_that_the_services_need_are_told() -> None:
    """What the other containers are for is found only with these; no password stands in the file itself."""
    kop = (DEPLOY / "compose.yaml").read_text().partition("services:")[0]
    genoemd = set(re.findall(r"\b(?:LOKET|POSTGRES)_[A-Z_]+\b", kop))
    geheim = {"SLEUTEL", "RASA_TOKEN", "DATABASE_URL", "REDIS_URL"}
    assert COMPOSE["services"]["databank"]["env_file"] == ["databank.env"]  # never the key beside the data
    assert genoemd == {f"LOKET_{naam}" for naam in geheim} | {"POSTGRES_PASSWORD"}
    assert not geheim & {
        naam.removeprefix("LOKET_") for naam in COMPOSE["services"]["assistent"]["environment"]
    }
    for naam, vorm in (("LOKET_REDIS_URL", r"redis://\S+"), ("LOKET_DATABASE_URL", r"postgresql://\S+")):
        (adres,) = re.findall(vorm, kop)
        assert urlsplit(adres).hostname in COMPOSE["services"]
        lees_instellingen({naam: adres})


def test_only_the_proxy_is_reachable() -> None:
    diensten = COMPOSE["services"]
    assert [naam for naam, dienst in diensten.items() if "ports" in dienst] == ["proxy"]
    assert COMPOSE["networks"]["achter"] == {"internal": True}
    for naam in ("databank", "redis"):
        assert diensten[naam]["networks"] == ["achter"]
    net = COMPOSE["networks"]["voor"]["ipam"]["config"][0]["subnet"]
    assert diensten["assistent"]["environment"]["LOKET_PROXY_ADRESSEN"] == net
    caddy = (DEPLOY / "Caddyfile").read_text()
    assert "reverse_proxy assistent:8080" in caddy
    assert "metrics" not in caddy


def test_the_files_that_compose_mounts_are_there() -> None:
    for dienst in COMPOSE["services"].values():
        for koppeling in dienst.get("volumes", []):
            bron = str(koppeling).partition(":")[0]
            if bron.startswith("."):
                assert (DEPLOY / Path(bron)).exists(), bron
            else:
                assert bron in COMPOSE["volumes"]

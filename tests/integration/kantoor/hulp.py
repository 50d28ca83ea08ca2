"""Aanvragen and offices to test with. No address here can reach anyone."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

from loket.domain.aanvraag import Aanvraag, Antwoord, Onderdeel, Regel, Status
from loket.domain.begrippen import Aanvraagsoort, Regio, Rol
from loket.kantoor import Kantoor
from loket.settings import PROJECT, Instellingen
from tests.opslag import velden

NU = datetime(2026, 11, 21, 20, 5, tzinfo=UTC)


class Klok:
    """A clock that stands still until it is moved."""

    def __init__(self, nu: datetime = NU) -> None:
        self.nu = nu

    def __call__(self) -> datetime:
        return self.nu

    def vooruit(self, **duur: float) -> None:
        self.nu += timedelta(**duur)


def maak_aanvraag(tekst: str = "Ik heb ruzie met mijn begeleider.", **anders: Any) -> Aanvraag:
    """A short aanvraag for bemiddeling in Antwerpen."""
    return Aanvraag(
        **{
            "id": uuid.uuid4(),
            "soort": Aanvraagsoort.BEMIDDELING,
            "rol": Rol.JONGERE,
            "regio": Regio.ANTWERPEN,
            "kort": True,
            "antwoorden": {"wat": Antwoord(Status.GEGEVEN, tekst, tekst)},
            "onderdelen": (
                Onderdeel("Wat er speelt", (Regel("Wat is er aan de hand?", tekst),)),
                Onderdeel("Voor wie", (Regel("Voornaam", "Noor"), Regel("Leeftijd", "15"))),
                Onderdeel(
                    "Veilig contact",
                    (
                        Regel("Hoe mogen we je bereiken?", "Bel na vier uur."),
                        Regel("Wie mag dit niet weten?", "Mijn stiefvader"),
                    ),
                    belangrijk=True,
                ),
            ),
            "toestemming_op": NU,
            "bevestiging_naar": None,
        }
        | anders
    )


def maak_contacten(pad: Path) -> Path:
    """The contact files with addresses that lead nowhere (`.test`)."""
    pad.mkdir(parents=True, exist_ok=True)
    inhoud = yaml.safe_load((PROJECT / "contacten" / "loketten.yml").read_text())
    for naam, loket in {**inhoud["loketten"], "wachtrij": inhoud["zonder_regio"]}.items():
        loket["email"] = {soort: f"{soort}@{naam}.test" for soort in loket["email"]}
    inhoud["clientenforum"]["email"] = "lidmaatschap@clientenforum.test"
    (pad / "loketten.yml").write_text(yaml.safe_dump(inhoud))
    for naam in ("hulplijnen.yml", "overnemers.yml"):
        (pad / naam).write_text((PROJECT / "contacten" / naam).read_text().replace(".invalid", ".test"))
    return pad


def open_kantoor(pad: Path, **instellingen: Any) -> Kantoor:
    """An office in its own folder, by default with the local mailbox."""
    gewoon: dict[str, Any] = {
        "datamap": pad / "var",
        "contactenmap": maak_contacten(pad / "contacten"),
        "mail_afzender": "bericht@assistent.test",
    }
    return Kantoor.open(Instellingen(**gewoon | velden(pad / "var") | instellingen))


tekst = st.text(max_size=60)
json_waarden = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | tekst,
    lambda deel: st.lists(deel, max_size=3) | st.dictionaries(tekst, deel, max_size=3),
    max_leaves=6,
)
aanvragen = st.builds(
    Aanvraag,
    id=st.uuids(),
    soort=st.sampled_from(Aanvraagsoort),
    rol=st.sampled_from(Rol),
    regio=st.none() | st.sampled_from(Regio),
    kort=st.booleans(),
    antwoorden=st.dictionaries(
        tekst, st.builds(Antwoord, st.sampled_from(Status), tekst, json_waarden), max_size=4
    ),
    onderdelen=st.lists(
        st.builds(
            Onderdeel,
            tekst,
            st.lists(st.builds(Regel, tekst, tekst), max_size=3).map(tuple),
            st.booleans(),
        ),
        max_size=4,
    ).map(tuple),
    toestemming_op=st.datetimes(timezones=st.just(UTC)),
    bevestiging_naar=st.none() | st.just("iemand@voorbeeld.test"),
)

"""What the assistant knows: one topic a file in `data/nlu/`, examples and answer together.

The files are Rasa's own format (retrieval intent `vraag/<topic>` with its response), so every Rasa tool
reads them. Here the answers are read for showing: text by role, source, "meer weten", next steps.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from loket.domain.begrippen import Rol
from loket.domain.bron import Bron, bronregel, lees_bron

MAP = Path(__file__).parents[1] / "data" / "nlu"
SOORT = "utter_vraag/"
DOEN = {
    "aanvraag": "Aanvraag doen",
    "advies": "Wat past bij mij?",
    "mens": "Ik wil een mens spreken",
    "lidmaatschap": "Lidmaatschap aanvragen",
    "erkenning": "Voldoen wij aan de voorwaarden?",
    "intrekken": "Aanvraag intrekken",
}
"""The next steps that an answer may offer besides other topics, with the text of their button."""


class KennisFout(Exception):
    """A topic file is wrong. The message names the file and what is missing."""


@dataclass(frozen=True, slots=True)
class Onderwerp:
    """One topic. `teksten` and `meer` hold variants by role; None is the variant for everyone else.

    `makkelijk` says it still more simply (may be empty). `ander` is the topic that answers the same
    question for the other instrument, for "en voor bemiddeling?". `over` is the one thing it is about, in a
    word, for "wie kiest die?"; "" for what is about no single thing ("wat kost het?").
    """

    id: str
    titel: str
    teksten: Mapping[Rol | None, str]
    meer: Mapping[Rol | None, str]
    makkelijk: str
    ander: str
    over: str
    bronnen: tuple[Bron, ...]
    verder: tuple[str, ...]
    doen: tuple[str, ...]

    def tekst(self, rol: Rol | None) -> str:
        """The short answer for this role."""
        return self.teksten.get(rol, self.teksten[None])

    def meer_voor(self, rol: Rol | None) -> str:
        """The longer answer for this role; empty when there is none."""
        return self.meer.get(rol, self.meer.get(None, ""))

    @property
    def bron(self) -> str:
        """The small source line."""
        return bronregel(self.bronnen)


class _Gegevens(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    titel: str = ""
    bron: tuple[Annotated[str, AfterValidator(lambda tekst: str(lees_bron(tekst)) and tekst)], ...] = ()
    meer: str = ""
    makkelijk: str = ""
    ander: str = ""
    over: str = ""
    verder: tuple[str, ...] = ()
    doen: tuple[str, ...] = ()


class _Voorwaarde(BaseModel):
    type: str
    name: str
    value: Rol


class _Antwoord(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str
    condition: tuple[_Voorwaarde, ...] = ()
    metadata: _Gegevens = Field(default_factory=_Gegevens)


def laad_kennis(map: Path = MAP) -> Mapping[str, Onderwerp]:
    """All topics by id. Raises KennisFout, naming the file, when one is incomplete or points nowhere."""
    kennis: dict[str, Onderwerp] = {}
    for pad in sorted(map.glob("**/*.yml")):
        for sleutel, antwoorden in (
            yaml.load(pad.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader).get("responses") or {}
        ).items():
            if not sleutel.startswith(SOORT):
                continue
            id = sleutel.removeprefix(SOORT)
            if id in kennis:
                raise KennisFout(f"{pad.name}: het onderwerp {id} staat al in een ander bestand")
            kennis[id] = _lees(pad, id, antwoorden)
    for onderwerp in kennis.values():
        onbekend = [naar for naar in (*onderwerp.verder, onderwerp.ander) if naar and naar not in kennis]
        onbekend += [stap for stap in onderwerp.doen if stap not in DOEN]
        if onbekend:
            raise KennisFout(f"{onderwerp.id}: verwijst naar {', '.join(onbekend)}, en dat bestaat niet")
    return kennis


def _lees(pad: Path, id: str, antwoorden: Iterable[object]) -> Onderwerp:
    try:
        varianten = [_Antwoord.model_validate(antwoord) for antwoord in antwoorden]
    except ValidationError as fout:
        eerste = fout.errors()[0]
        waar = ".".join(str(deel) for deel in eerste["loc"])
        raise KennisFout(f"{pad.name}: {id}: {waar}: {eerste['msg']}") from None
    teksten = {rol: v.text.strip() for v in varianten for rol in _rollen(v)}
    algemeen = next((v.metadata for v in varianten if not v.condition), None)
    if algemeen is None or not algemeen.titel or not algemeen.bron:
        raise KennisFout(
            f"{pad.name}: {id}: een antwoord zonder voorwaarde, een titel en een bron zijn nodig"
        )
    return Onderwerp(
        id=id,
        titel=algemeen.titel,
        teksten=teksten,
        meer={rol: v.metadata.meer.strip() for v in varianten for rol in _rollen(v) if v.metadata.meer},
        makkelijk=algemeen.makkelijk.strip(),
        ander=algemeen.ander,
        over=algemeen.over,
        bronnen=tuple(lees_bron(bron) for bron in algemeen.bron),
        verder=algemeen.verder,
        doen=algemeen.doen,
    )


def _rollen(antwoord: _Antwoord) -> tuple[Rol | None, ...]:
    return tuple(voorwaarde.value for voorwaarde in antwoord.condition) or (None,)

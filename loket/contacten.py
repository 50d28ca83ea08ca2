"""Contact data of the lokets and the help lines: two YAML files, read and checked at start."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, TypeVar

import phonenumbers
import yaml
from phonenumbers import shortnumberinfo
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, field_validator

from loket.domain.begrippen import Aanvraagsoort, Instrument, Regio
from loket.mail.openpgp import OpenpgpFout, controleer_sleutel
from loket.settings import geldig_adres

HULPLIJNEN = ("noodnummer", "awel", "zelfmoordlijn", "1712", "tele-onthaal", "jo-lijn")
"""The help lines that must be there (domein "Not in the texts"); more may be added."""


class ContactenFout(Exception):
    """A contact file is wrong. The message names the file and the field."""


def _belgisch_nummer(nummer: str) -> str:
    """Return the number as written; raise ValueError when Belgium has no such number."""
    try:
        gelezen = phonenumbers.parse(nummer, "BE")
    except phonenumbers.NumberParseException:
        raise ValueError("is geen telefoonnummer") from None
    if gelezen.country_code == 32 and (
        phonenumbers.is_valid_number(gelezen)
        or shortnumberinfo.is_valid_short_number_for_region(gelezen, "BE")
    ):
        return nummer
    raise ValueError("is geen geldig Belgisch telefoonnummer")


def _niet_leeg(tekst: str) -> str:
    if not tekst.strip():
        raise ValueError("mag niet leeg zijn")
    return tekst.strip()


def _openpgp_sleutel(tekst: str) -> str:
    try:
        controleer_sleutel(tekst)
    except OpenpgpFout:
        raise ValueError("is geen publieke OpenPGP-sleutel, of hij is verlopen") from None
    return tekst


Telefoon = Annotated[str, AfterValidator(_belgisch_nummer)]
Tekst = Annotated[str, AfterValidator(_niet_leeg)]
Adres = Annotated[str, AfterValidator(geldig_adres)]
Sleutel = Annotated[str, AfterValidator(_openpgp_sleutel)]
Inhoud = Literal["volledig", "melding"]
"""What a mail to a loket holds: everything, or only the notice with a link to the desk."""


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


M = TypeVar("M", bound=_Model)


class Loket(_Model):
    """One regional loket, or the queue of a person (omzendbrief 3)."""

    organisatie: Tekst
    telefoon: Telefoon
    adressen: Mapping[Instrument, Adres] = Field(alias="email")
    inhoud: Inhoud = "volledig"
    openpgp: Sleutel | None = None

    @field_validator("adressen")
    @classmethod
    def _alle_instrumenten(cls, waarde: Mapping[Instrument, str]) -> Mapping[Instrument, str]:
        if ontbreekt := [instrument.value for instrument in Instrument if instrument not in waarde]:
            raise ValueError(f"mist {' en '.join(ontbreekt)}")
        return waarde

    def email(self, instrument: Instrument) -> str:
        """The address for this instrument."""
        return self.adressen[instrument]


class Ontvanger(_Model):
    """Who receives an aanvraag, and how people reach them; not everyone can be phoned."""

    organisatie: Tekst
    email: Adres
    telefoon: Telefoon | None = None
    inhoud: Inhoud = "volledig"
    openpgp: Sleutel | None = None


class Loketten(_Model):
    """Who receives aanvragen: the lokets by region, a person's queue, and the Cliëntenforum.

    `stand` is the day the data was last checked.
    """

    stand: date
    per_regio: Mapping[Regio, Loket] = Field(alias="loketten")
    zonder_regio: Loket
    clientenforum: Ontvanger

    @field_validator("per_regio")
    @classmethod
    def _alle_regios(cls, waarde: Mapping[Regio, Loket]) -> Mapping[Regio, Loket]:
        if ontbreekt := [regio.value for regio in Regio if regio not in waarde]:
            raise ValueError(f"mist {', '.join(ontbreekt)}")
        return waarde

    def __getitem__(self, regio: Regio) -> Loket:
        return self.per_regio[regio]

    def voor(self, regio: Regio | None) -> Loket:
        """The loket of a region; the person's queue when the region is unknown."""
        return self.zonder_regio if regio is None else self.per_regio[regio]

    def ontvanger(self, soort: Aanvraagsoort, regio: Regio | None) -> Ontvanger:
        """Who receives an aanvraag of this soort in this region."""
        if soort.instrument is None:
            return self.clientenforum
        loket = self.voor(regio)
        return Ontvanger(
            organisatie=loket.organisatie,
            email=loket.email(soort.instrument),
            telefoon=loket.telefoon,
            inhoud=loket.inhoud,
            openpgp=loket.openpgp,
        )

    def ontvangers(self) -> Iterator[Ontvanger]:
        """Everyone who may receive an aanvraag."""
        for soort in Aanvraagsoort:
            for regio in (*Regio, None):
                yield self.ontvanger(soort, regio)


class Hulplijn(_Model):
    """A number a person can call."""

    naam: Tekst
    nummer: Telefoon
    voor_wie: Tekst
    uren: Tekst | None = None


class Hulplijnen(_Model):
    """The help lines by name; `stand` is the day the data was last checked."""

    stand: date
    lijnen: Mapping[str, Hulplijn] = Field(alias="hulplijnen")

    @field_validator("lijnen")
    @classmethod
    def _alle_lijnen(cls, waarde: Mapping[str, Hulplijn]) -> Mapping[str, Hulplijn]:
        if ontbreekt := [naam for naam in HULPLIJNEN if naam not in waarde]:
            raise ValueError(f"mist {', '.join(ontbreekt)}")
        return waarde

    def __getitem__(self, naam: str) -> Hulplijn:
        return self.lijnen[naam]


class Overnemer(_Model):
    """Who takes an aanvraag on: an externe voorzitter or a bemiddelaar (draaiboek 5.1, omzendbrief 2.1)."""

    naam: Tekst
    email: Adres
    openpgp: Sleutel | None = None
    instrumenten: frozenset[Instrument]

    @field_validator("instrumenten")
    @classmethod
    def _minstens_een(cls, waarde: frozenset[Instrument]) -> frozenset[Instrument]:
        if not waarde:
            raise ValueError("mag niet leeg zijn")
        return waarde


class Overnemers(_Model):
    """The address list by region; `stand` is the day the data was last checked."""

    stand: date
    per_regio: Mapping[Regio, tuple[Overnemer, ...]] = Field(alias="overnemers")

    def voor(self, regio: Regio | None, instrument: Instrument) -> tuple[Overnemer, ...]:
        """Who can take an aanvraag of this region for this instrument; everyone for it without a region."""
        regios = Regio if regio is None else (regio,)
        return tuple(
            overnemer
            for een in regios
            for overnemer in self.per_regio.get(een, ())
            if instrument in overnemer.instrumenten
        )


def laad_overnemers(pad: Path) -> Overnemers:
    """Read and check `overnemers.yml`. Raises ContactenFout, naming the file and the field."""
    return _laad(pad, Overnemers)


def laad_loketten(pad: Path) -> Loketten:
    """Read and check `loketten.yml`. Raises ContactenFout, naming the file and the field."""
    return _laad(pad, Loketten)


def laad_hulplijnen(pad: Path) -> Hulplijnen:
    """Read and check `hulplijnen.yml`. Raises ContactenFout, naming the file and the field."""
    return _laad(pad, Hulplijnen)


def _laad(pad: Path, soort: type[M]) -> M:
    try:
        inhoud = yaml.safe_load(pad.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        raise ContactenFout(f"{pad.name}: dit bestand is niet te lezen ({pad}).") from None
    except yaml.YAMLError as fout:
        waar = getattr(fout, "problem_mark", None)
        regel = f" op regel {waar.line + 1}" if waar else ""
        raise ContactenFout(f"{pad.name}: dit is geen geldige YAML{regel}.") from None
    try:
        return soort.model_validate(inhoud)
    except ValidationError as fout:
        raise ContactenFout(_zin(pad, fout)) from None


def _zin(pad: Path, fout: ValidationError) -> str:
    eerste = fout.errors(include_url=False)[0]
    veld = ".".join(str(deel) for deel in eerste["loc"] if deel != "[key]") or "het hele bestand"
    reden = {
        "missing": "ontbreekt",
        "literal_error": "is geen woord dat hier mag",
        "extra_forbidden": "hoort hier niet",
        "string_type": "moet tekst zijn; zet een getal tussen aanhalingstekens",
        "enum": "is geen bekende naam",
        "date_type": "moet een datum zijn, zoals 2026-01-31",
        "date_parsing": "moet een datum zijn, zoals 2026-01-31",
        "date_from_datetime_parsing": "moet een datum zijn, zoals 2026-01-31",
    }.get(eerste["type"])
    if eerste["type"] == "value_error":
        reden = str(eerste["ctx"]["error"])
    return f"{pad.name}: {veld} {reden or 'heeft een waarde die niet klopt'}."

"""One typed object with every setting of the office.

Sources, strongest first: the environment (`LOKET_…`), then the file that `LOKET_INSTELLINGEN` names
(same names, one `NAME=value` a line). An unknown `LOKET_…` name or a wrong value stops the start with
one sentence that names the setting and never shows its value.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from ipaddress import ip_network
from pathlib import Path
from typing import Literal, Self
from urllib.parse import urlsplit

from cryptography.fernet import Fernet
from dotenv import dotenv_values
from email_validator import EmailNotValidError, validate_email
from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

PROJECT = Path(__file__).resolve().parent.parent
PREFIX = "LOKET_"
BESTAND = "LOKET_INSTELLINGEN"
"""Environment name that points to an optional settings file."""


_HIER = frozenset({"localhost", "127.0.0.1", "::1"})


class InstellingenFout(Exception):
    """A setting is wrong. The message is one sentence for the person who runs the service."""


def geldig_adres(adres: str) -> str:
    """Return the normalised e-mail address; raise ValueError when it is none. No look-ups are done.

    Names that never resolve (`…@loket.invalid`, `…@loket.test`; RFC 2606) are allowed: they are the
    safe defaults, and the library refuses them, so it checks them with another last label.
    """
    begin, punt, einde = adres.rpartition(".")
    vervangen = bool(punt) and einde.lower() in {"invalid", "test"}
    try:
        gelezen = validate_email(f"{begin}.be" if vervangen else adres, check_deliverability=False)
    except EmailNotValidError:
        raise ValueError("moet een e-mailadres zijn, zoals naam@voorbeeld.be") from None
    return f"{gelezen.normalized.removesuffix('be')}{einde.lower()}" if vervangen else gelezen.normalized


def _delen(waarde: str) -> tuple[str, ...]:
    return tuple(deel.strip() for deel in waarde.split(",") if deel.strip())


def is_plaatshouder(adres: str) -> bool:
    """Whether an address is a placeholder that no mail server can ever reach (RFC 2606 `.invalid`)."""
    return adres.rpartition("@")[2].lower().endswith(".invalid")


class Instellingen(BaseSettings):
    """Every setting, with its default. `instellingen.voorbeeld.env` explains each one."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, extra="forbid", frozen=True, hide_input_in_errors=True, env_ignore_empty=True
    )

    # where things are kept
    datamap: Path = Path("var")
    database_url: SecretStr | None = None
    redis_url: SecretStr | None = None
    contactenmap: Path = PROJECT / "contacten"

    # secrets
    sleutel: SecretStr | None = None
    rasa_token: SecretStr | None = None

    # addresses of the services
    host: str = "127.0.0.1"
    poort: int = Field(default=8080, ge=1, le=65535)
    rasa_poort: int = Field(default=5005, ge=1, le=65535)
    diensten: int = Field(default=1, ge=1, le=64)
    rasa_processen: int = Field(default=1, ge=1, le=64)
    publiek_adres: str | None = None
    toegestane_herkomst: str = "*"
    proxy_adressen: str = ""

    # watching over it
    metingen_poort: int | None = Field(default=None, ge=1, le=65535)
    metingen_host: str = "127.0.0.1"
    logvorm: Literal["tekst", "json"] = "tekst"

    # mail
    mail_aflevering: Literal["postvak", "smtp"] = "postvak"
    mail_afzender: str = "bericht@loket.invalid"
    beheerder_email: str | None = None
    link_geldig_dagen: int = Field(default=30, ge=1, le=365)
    mail_alarm_na_uren: int = Field(default=48, ge=48, le=24 * 14)
    smtp_host: str | None = None
    smtp_poort: int | None = Field(default=None, ge=1, le=65535)
    smtp_gebruiker: str | None = None
    smtp_wachtwoord: SecretStr | None = None
    smtp_tls: Literal["starttls", "tls", "geen"] = "starttls"
    smtp_ca_bestand: Path | None = None
    smtp_wachttijd_seconden: float = Field(default=30, gt=0, le=300)

    # mail that comes back
    terugpost: Literal["uit", "maildir", "imap"] = "uit"
    terugpost_maildir: Path | None = None
    imap_host: str | None = None
    imap_poort: int | None = Field(default=None, ge=1, le=65535)
    imap_gebruiker: str | None = None
    imap_wachtwoord: SecretStr | None = None
    imap_tls: Literal["starttls", "tls", "geen"] = "tls"
    imap_ca_bestand: Path | None = None
    imap_map: str = Field(default="INBOX", pattern=r'^[^"\\\r\n]+$')

    # Messenger
    messenger: Literal["uit", "aan"] = "uit"
    messenger_pagina: str | None = Field(default=None, pattern=r"^[0-9]{1,32}$")
    messenger_app: str | None = Field(default=None, pattern=r"^[0-9]{1,32}$")
    messenger_app_geheim: SecretStr | None = None
    messenger_token: SecretStr | None = None
    messenger_controlewoord: SecretStr | None = None
    messenger_aanvraag: Literal["link", "kiezen"] = "link"
    messenger_mens: Literal["uit", "postvak"] = "uit"
    messenger_link_minuten: int = Field(default=30, ge=5, le=24 * 60)
    messenger_graph: str = "https://graph.facebook.com"

    # the desk
    bureau_stil_minuten: int = Field(default=30, ge=5, le=240)
    bureau_sessie_uren: int = Field(default=10, ge=1, le=24)

    # what the lokets promise, in working days
    termijn_beslissen_werkdagen: int = Field(default=10, ge=1, le=60)
    termijn_dringend_werkdagen: int = Field(default=2, ge=1, le=60)
    termijn_antwoord_werkdagen: int = Field(default=10, ge=1, le=60)
    herinneren_na_werkdagen: int = Field(default=2, ge=1, le=60)
    escaleren_na_werkdagen: int = Field(default=2, ge=1, le=60)

    # how long things are kept
    bewaartermijn_gesprek_dagen: int = Field(default=7, ge=1, le=365)
    bewaartermijn_aanvraag_dagen: int = Field(default=365, ge=30, le=3650)
    bewaartermijn_ontvankelijk_dagen: int = Field(default=180, ge=1, le=3650)
    bewaartermijn_niet_ontvankelijk_dagen: int = Field(default=180, ge=1, le=3650)
    bewaartermijn_ingetrokken_dagen: int = Field(default=30, ge=1, le=3650)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments alone: `lees_instellingen` reads the environment and the file, so tests are not
        at the mercy of the machine they run on."""
        del settings_cls, env_settings, dotenv_settings, file_secret_settings
        return (init_settings,)

    @field_validator("sleutel")
    @classmethod
    def _geldige_sleutels(cls, waarde: SecretStr | None) -> SecretStr | None:
        for deel in waarde.get_secret_value().split(",") if waarde else ():
            try:
                Fernet(deel.strip())
            except ValueError:
                raise ValueError("is geen sleutel; maak er een met `python -m loket sleutel`") from None
        return waarde

    @field_validator("database_url")
    @classmethod
    def _databank(cls, waarde: SecretStr | None) -> SecretStr | None:
        soort = urlsplit(waarde.get_secret_value()).scheme.partition("+")[0] if waarde else "postgresql"
        if soort not in {"postgresql", "sqlite"}:
            raise ValueError(
                "moet een adres van PostgreSQL zijn: postgresql://naam:wachtwoord@server/databank"
            )
        return waarde

    @field_validator("redis_url")
    @classmethod
    def _redis(cls, waarde: SecretStr | None) -> SecretStr | None:
        if waarde and urlsplit(waarde.get_secret_value()).scheme not in {"redis", "rediss", "unix"}:
            raise ValueError("moet een adres van Redis zijn, zoals redis://server:6379/0")
        return waarde

    @field_validator("rasa_token")
    @classmethod
    def _lang_token(cls, waarde: SecretStr | None) -> SecretStr | None:
        if waarde and len(waarde.get_secret_value()) < 16:
            raise ValueError("moet minstens 16 tekens lang zijn")
        return waarde

    @field_validator("mail_afzender", "beheerder_email")
    @classmethod
    def _adres(cls, waarde: str | None) -> str | None:
        return geldig_adres(waarde) if waarde else None

    @field_validator("publiek_adres")
    @classmethod
    def _webadres(cls, waarde: str | None) -> str | None:
        if waarde is None:
            return None
        delen = urlsplit(waarde)
        if delen.scheme not in {"http", "https"} or not delen.hostname or delen.query or delen.fragment:
            raise ValueError("moet een webadres zijn, zoals https://chat.voorbeeld.be")
        return waarde.rstrip("/")

    @field_validator("messenger_graph")
    @classmethod
    def _veilig_graph(cls, waarde: str) -> str:
        delen = urlsplit(waarde)
        if delen.scheme != "https" and not (delen.scheme == "http" and delen.hostname in _HIER):
            raise ValueError("moet een adres zijn dat met https:// begint, want er gaat een geheim naartoe")
        return waarde.rstrip("/")

    @field_validator("toegestane_herkomst")
    @classmethod
    def _websites(cls, waarde: str) -> str:
        for deel in _delen(waarde):
            adres = urlsplit(deel)
            if deel != "*" and deel != f"{adres.scheme}://{adres.netloc}".lower():
                raise ValueError(
                    "moet * zijn, of websites zoals https://www.voorbeeld.be, met komma's ertussen"
                )
        return waarde

    @field_validator("proxy_adressen")
    @classmethod
    def _netten(cls, waarde: str) -> str:
        for deel in _delen(waarde):
            try:
                ip_network(deel)
            except ValueError:
                raise ValueError("moet IP-adressen of netten zijn, met komma's ertussen") from None
        return waarde

    @field_validator("smtp_ca_bestand", "imap_ca_bestand")
    @classmethod
    def _bestaat(cls, waarde: Path | None) -> Path | None:
        if waarde and not waarde.is_file():
            raise ValueError("wijst naar een bestand dat er niet is")
        return waarde

    @model_validator(mode="after")
    def _samen_met_meer(self) -> Self:
        if self.diensten > 1 and not self.redis_url:
            raise ValueError("LOKET_REDIS_URL: is nodig als LOKET_DIENSTEN meer dan 1 is")
        return self

    @model_validator(mode="after")
    def _mail_hoort_samen(self) -> Self:
        if self.mail_aflevering == "smtp":
            if not self.smtp_host:
                raise ValueError("LOKET_SMTP_HOST: is nodig als LOKET_MAIL_AFLEVERING smtp is")
            if is_plaatshouder(self.mail_afzender):
                raise ValueError(
                    "LOKET_MAIL_AFZENDER: moet een echt adres zijn als LOKET_MAIL_AFLEVERING smtp is"
                )
        if bool(self.smtp_gebruiker) != bool(self.smtp_wachtwoord):
            raise ValueError("LOKET_SMTP_GEBRUIKER: hoort samen met LOKET_SMTP_WACHTWOORD")
        if self.smtp_tls == "geen" and self.smtp_wachtwoord:
            raise ValueError(
                "LOKET_SMTP_TLS: geen mag niet samen met een wachtwoord, want dan is het leesbaar"
            )
        if self.terugpost == "imap" and not self.imap_host:
            raise ValueError("LOKET_IMAP_HOST: is nodig om de mail te lezen die terugkomt")
        if bool(self.imap_gebruiker) != bool(self.imap_wachtwoord):
            raise ValueError("LOKET_IMAP_GEBRUIKER: hoort samen met LOKET_IMAP_WACHTWOORD")
        if self.imap_tls == "geen" and self.imap_wachtwoord and self.imap_host not in _HIER:
            raise ValueError("LOKET_IMAP_TLS: geen mag alleen voor een mailserver op deze machine")
        return self

    @model_validator(mode="after")
    def _messenger_hoort_samen(self) -> Self:
        if self.messenger == "aan":
            for naam in ("pagina", "app_geheim", "token", "controlewoord"):
                if not getattr(self, f"messenger_{naam}"):
                    raise ValueError(
                        f"LOKET_MESSENGER_{naam.upper()}: is nodig als LOKET_MESSENGER aan staat"
                    )
        return self

    @property
    def imap_poort_of_gewoon(self) -> int:
        """The IMAP port: the one set, else the usual one for this kind of TLS."""
        return self.imap_poort or (993 if self.imap_tls == "tls" else 143)

    @property
    def database(self) -> str:
        """The SQLAlchemy address of the database."""
        if self.database_url:
            return self.database_url.get_secret_value()
        return f"sqlite:///{self.datamap.resolve() / 'loket.sqlite3'}"

    @property
    def op_postgres(self) -> bool:
        """Whether the database is PostgreSQL; else it is SQLite."""
        return urlsplit(self.database).scheme.partition("+")[0] == "postgresql"

    def database_van(self, deel: str) -> str:
        """The SQLAlchemy address of another part: the same PostgreSQL, else an SQLite file of its own."""
        if self.op_postgres:
            return self.database
        return f"sqlite:///{self.datamap.resolve() / f'{deel}.sqlite'}"

    @property
    def redis(self) -> str | None:
        """The address of Redis; None when every instance looks after itself."""
        return self.redis_url.get_secret_value() if self.redis_url else None

    @property
    def rasa_poorten(self) -> tuple[int, ...]:
        """Where the Rasa processes of this machine listen."""
        return tuple(range(self.rasa_poort, self.rasa_poort + self.rasa_processen))

    @property
    def langste_bewaartermijn_dagen(self) -> int:
        """The longest that an aanvraag is kept after its last event, in any state; people are told this."""
        return max(
            self.bewaartermijn_aanvraag_dagen,
            self.bewaartermijn_ontvankelijk_dagen,
            self.bewaartermijn_niet_ontvankelijk_dagen,
            self.bewaartermijn_ingetrokken_dagen,
        )

    @property
    def postvak(self) -> Path:
        """The folder of the local mailbox."""
        return self.datamap / "postvak"

    @property
    def adres(self) -> str:
        """The base address that people use, without a slash at the end."""
        return self.publiek_adres or f"http://{self.host}:{self.poort}"

    @property
    def websites(self) -> frozenset[str]:
        """The origins (scheme, host and port) that may hold the widget; "*" is every one."""
        return frozenset(_delen(self.toegestane_herkomst))

    @property
    def proxies(self) -> tuple[str, ...]:
        """The addresses and networks of our own reverse proxies, whose X-Forwarded-For is believed."""
        return _delen(self.proxy_adressen)

    @property
    def smtp_poort_of_gewoon(self) -> int:
        """The SMTP port: the one set, else the usual one for this kind of TLS."""
        return self.smtp_poort or {"starttls": 587, "tls": 465, "geen": 25}[self.smtp_tls]


NAMEN: tuple[str, ...] = tuple(f"{PREFIX}{veld.upper()}" for veld in Instellingen.model_fields)
"""Every name that may stand in the environment or in the settings file."""

_ZINNEN = {
    "int_parsing": "moet een geheel getal zijn",
    "float_parsing": "moet een getal zijn",
    "greater_than": "moet groter zijn dan {gt}",
    "greater_than_equal": "moet {ge} of meer zijn",
    "less_than_equal": "moet {le} of minder zijn",
    "literal_error": "moet een van deze woorden zijn: {expected}",
}


def lees_instellingen(omgeving: Mapping[str, str] | None = None) -> Instellingen:
    """Read the settings from the environment and the optional file.

    Raises InstellingenFout with one sentence that names the setting, never its value.
    """
    omgeving = os.environ if omgeving is None else omgeving
    waarden: dict[str, str] = {}
    if bestand := omgeving.get(BESTAND):
        waarden |= _uit_bestand(Path(bestand))
    waarden |= {
        naam: waarde for naam, waarde in omgeving.items() if naam.startswith(PREFIX) and naam != BESTAND
    }
    onbekend = sorted(naam for naam in waarden if naam not in NAMEN)
    if onbekend:
        raise InstellingenFout(f"{onbekend[0]} is geen instelling; kijk in instellingen.voorbeeld.env.")
    velden = {naam.removeprefix(PREFIX).lower(): waarde for naam, waarde in waarden.items() if waarde.strip()}
    try:
        return Instellingen.model_validate(velden)
    except ValidationError as fout:
        raise InstellingenFout(_zin(fout)) from None


def _uit_bestand(pad: Path) -> dict[str, str]:
    if not pad.is_file():
        raise InstellingenFout(f"{BESTAND} wijst naar een bestand dat er niet is: {pad}.")
    regels = dotenv_values(pad, encoding="utf-8", interpolate=False)
    for naam in regels:
        if not naam.startswith(PREFIX):
            raise InstellingenFout(f"{naam} in {pad} is geen instelling; elke naam begint met {PREFIX}.")
    return {naam: waarde or "" for naam, waarde in regels.items()}


def _zin(fout: ValidationError) -> str:
    eerste = fout.errors(include_url=False, include_input=False)[0]
    if eerste["type"] == "value_error":
        reden = str(eerste["ctx"]["error"])
    else:
        reden = _ZINNEN.get(eerste["type"], "heeft een waarde die niet klopt").format(**eerste.get("ctx", {}))
        reden = reden.replace(" or ", " of ")  # the library lists the words in English
    if not eerste["loc"]:
        return f"{reden}."
    return f"{PREFIX}{str(eerste['loc'][0]).upper()}: {reden}."

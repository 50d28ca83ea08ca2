"""The two ways a mail leaves: over SMTP, or into the local mailbox."""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import ssl
from email.message import EmailMessage
from pathlib import Path
from typing import Protocol

import aiosmtplib

from loket.settings import Instellingen


class AfleverFout(Exception):
    """A mail was not (or perhaps not) delivered. `code` holds no personal data."""

    def __init__(self, code: str, *, blijvend: bool = False) -> None:
        super().__init__(code)
        self.code = code
        self.blijvend = blijvend
        """Whether the server said that trying again will not help (a 5xx answer)."""


class Aflevering(Protocol):
    """Takes one mail to where it must be."""

    async def lever(self, bericht: EmailMessage) -> None:
        """Return once the mail is safe at the other side. Raises AfleverFout."""


class PostvakAflevering:
    """Delivers into a Maildir on this machine, exactly once for each Message-ID."""

    def __init__(self, pad: Path) -> None:
        self._pad = pad

    async def lever(self, bericht: EmailMessage) -> None:
        """Write the mail, complete or not at all. The same Message-ID again changes nothing."""
        try:
            bewaar(self._pad, bericht)
        except OSError as fout:
            raise AfleverFout(f"postvak-{type(fout).__name__}") from None


class SmtpAflevering:
    """Delivers over SMTP, at least once.

    Exactly once cannot be had: when the connection breaks after the content was sent, no one knows
    whether the server kept the mail, so it is sent again. It carries the same Message-ID, by which the
    other side can tell that it is the same mail.
    """

    def __init__(self, instellingen: Instellingen) -> None:
        if not instellingen.smtp_host:
            raise ValueError("geen mailserver ingesteld")
        self._instellingen = instellingen
        self._tls: ssl.SSLContext | None = None
        if instellingen.smtp_tls != "geen":
            self._tls = ssl.create_default_context(
                cafile=str(instellingen.smtp_ca_bestand) if instellingen.smtp_ca_bestand else None
            )

    async def lever(self, bericht: EmailMessage) -> None:
        """Send to the one address in `To`. Every step has its own time limit."""
        inst = self._instellingen
        wachtwoord = inst.smtp_wachtwoord.get_secret_value() if inst.smtp_wachtwoord else None
        client = aiosmtplib.SMTP(
            hostname=inst.smtp_host,
            port=inst.smtp_poort_of_gewoon,
            timeout=inst.smtp_wachttijd_seconden,
            use_tls=inst.smtp_tls == "tls",
            start_tls=inst.smtp_tls == "starttls",  # True demands it: without TLS nothing is sent
            tls_context=self._tls,
            username=inst.smtp_gebruiker,
            password=wachtwoord,
            local_hostname=inst.mail_afzender.rpartition("@")[2],  # not the name of this machine
        )
        try:
            await client.connect()
            await client.send_message(bericht)
        except (aiosmtplib.SMTPException, OSError, ValueError, EOFError) as fout:
            if isinstance(fout, aiosmtplib.SMTPResponseException | aiosmtplib.SMTPRecipientsRefused):
                await _neem_afscheid(client)
            raise _als_afleverfout(fout) from None
        else:
            await _neem_afscheid(client)
        finally:
            client.close()


async def _neem_afscheid(client: aiosmtplib.SMTP) -> None:
    """Say QUIT to a server that answers. The mail is safe or it is not; a poor goodbye changes nothing."""
    with contextlib.suppress(aiosmtplib.SMTPException, OSError):
        if client.is_connected:
            await client.quit(timeout=5)


def maak_aflevering(instellingen: Instellingen) -> Aflevering:
    """The way of delivery that the settings ask for."""
    if instellingen.mail_aflevering == "smtp":
        return SmtpAflevering(instellingen)
    return PostvakAflevering(instellingen.postvak)


def bestandsnaam(message_id: str) -> str:
    """The name of a mail's file: says nothing about the mail, and is the same for the same mail."""
    return hashlib.sha256(message_id.encode()).hexdigest()[:32]


def bewaar(pad: Path, bericht: EmailMessage) -> None:
    """Put a mail in a Maildir: written aside, flushed to disk, then moved in one step."""
    for map_ in (pad, pad / "tmp", pad / "new", pad / "cur"):
        map_.mkdir(mode=0o700, parents=True, exist_ok=True)
    naam = bestandsnaam(str(bericht["Message-ID"]))
    if (pad / "new" / naam).exists() or any((pad / "cur").glob(f"{naam}*")):
        return
    for rest in (pad / "tmp").glob(f"{naam}.*"):
        rest.unlink(missing_ok=True)  # of a worker that was killed; who delivers now holds the lease
    voorlopig = pad / "tmp" / f"{naam}.{secrets.token_hex(8)}"
    try:
        greep = os.open(voorlopig, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(greep, "wb") as bestand:
            bestand.write(bericht.as_bytes())
            bestand.flush()
            os.fsync(bestand.fileno())
        voorlopig.rename(pad / "new" / naam)
    finally:
        voorlopig.unlink(missing_ok=True)
    map_greep = os.open(pad / "new", os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(map_greep)
    finally:
        os.close(map_greep)


def _als_afleverfout(fout: Exception) -> AfleverFout:
    """The error as a code. The server's own words stay out: they may repeat an address."""
    if isinstance(fout, aiosmtplib.SMTPRecipientsRefused) and fout.recipients:
        fout = fout.recipients[0]
    if isinstance(fout, aiosmtplib.SMTPResponseException):
        stap = type(fout).__name__.removeprefix("SMTP")
        return AfleverFout(f"smtp-{fout.code}-{stap}", blijvend=500 <= fout.code <= 599)
    return AfleverFout(type(fout).__name__)

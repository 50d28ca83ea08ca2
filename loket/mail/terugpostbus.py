"""Where mail that comes back is read: a Maildir on this machine, or a mailbox over IMAP.

Nothing is deleted there. What is dealt with is marked as read; what a person must read stays unread, and is
not looked at twice.
"""

from __future__ import annotations

import asyncio
import contextlib
import imaplib
import logging
import mailbox
import ssl
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from loket.mail.terugpost import GROOTSTE_DSN, Terugpost
from loket.settings import Instellingen

log = logging.getLogger(__name__)

PER_RONDE = 200
GEZIEN = "LoketGelezen"
"""The IMAP keyword on what we looked at and left for a person."""
WACHTTIJD = 30.0  # seconds for each answer of the IMAP server


class TerugpostFout(Exception):
    """The mailbox cannot be read. Its text holds no personal data."""


def maak_lezer(instellingen: Instellingen) -> Callable[[Terugpost, datetime], int] | None:
    """The reader that the settings ask for; None when nothing is read."""
    match instellingen.terugpost:
        case "maildir":
            pad = instellingen.terugpost_maildir or instellingen.datamap / "terugpost"
            return lambda terugpost, nu: lees_maildir(pad, terugpost, nu)
        case "imap":
            return lambda terugpost, nu: lees_imap(instellingen, terugpost, nu)
    return None


def lees_maildir(pad: Path, terugpost: Terugpost, nu: datetime) -> int:
    """Take the new mails of a Maildir; returns how many. Raises TerugpostFout, RegisterFout."""
    try:
        bus = mailbox.Maildir(pad, create=True)
        aantal = 0
        for sleutel in sorted(bus.iterkeys()):
            bericht = bus.get_message(sleutel)
            if bericht.get_subdir() != "new":
                continue
            if aantal >= PER_RONDE:
                break
            klaar = terugpost.verwerk(bus.get_bytes(sleutel), nu)
            bericht.set_subdir("cur")
            if klaar:
                bericht.add_flag("S")
            bus[sleutel] = bericht
            aantal += 1
    except (OSError, mailbox.Error) as fout:
        raise TerugpostFout(f"maildir-{type(fout).__name__}") from None
    return aantal


def lees_imap(instellingen: Instellingen, terugpost: Terugpost, nu: datetime) -> int:
    """Take the unread mails of an IMAP folder; returns how many. Raises TerugpostFout, RegisterFout."""
    try:
        with _verbind(instellingen) as imap:
            return _haal(imap, instellingen.imap_map, terugpost, nu)
    except (imaplib.IMAP4.error, OSError, EOFError) as fout:
        raise TerugpostFout(f"imap-{type(fout).__name__}") from None


@contextlib.contextmanager
def _verbind(instellingen: Instellingen) -> Iterator[imaplib.IMAP4]:
    host, poort = instellingen.imap_host or "", instellingen.imap_poort_of_gewoon
    tls = ssl.create_default_context(
        cafile=str(instellingen.imap_ca_bestand) if instellingen.imap_ca_bestand else None
    )
    imap: imaplib.IMAP4
    if instellingen.imap_tls == "tls":
        imap = imaplib.IMAP4_SSL(host, poort, ssl_context=tls, timeout=WACHTTIJD)
    else:
        imap = imaplib.IMAP4(host, poort, timeout=WACHTTIJD)
    try:
        if instellingen.imap_tls == "starttls":
            imap.starttls(tls)
        wachtwoord = instellingen.imap_wachtwoord
        if instellingen.imap_gebruiker and wachtwoord:
            imap.login(instellingen.imap_gebruiker, wachtwoord.get_secret_value())
        yield imap
    finally:
        with contextlib.suppress(imaplib.IMAP4.error, OSError, EOFError):
            imap.logout()


def _haal(imap: imaplib.IMAP4, map_: str, terugpost: Terugpost, nu: datetime) -> int:
    _goed(imap.select(f'"{map_}"'))
    (lijst,) = _goed(imap.uid("SEARCH", f"UNSEEN UNKEYWORD {GEZIEN}"))
    nummers = (lijst or b"").split()[:PER_RONDE]
    for uid in nummers:
        antwoord = _goed(imap.uid("FETCH", uid.decode(), f"(BODY.PEEK[]<0.{GROOTSTE_DSN}>)"))
        inhoud = next((deel[1] for deel in antwoord if isinstance(deel, tuple)), b"")
        klaar = terugpost.verwerk(inhoud, nu)
        vlag = r"(\Seen)" if klaar else f"({GEZIEN})"
        _goed(imap.uid("STORE", uid.decode(), "+FLAGS.SILENT", vlag))
    return len(nummers)


def _goed(antwoord: tuple[str, list[Any]]) -> list[Any]:
    soort, gegevens = antwoord
    if soort != "OK":
        raise imaplib.IMAP4.error(soort)
    return gegevens


async def houd_bij(
    instellingen: Instellingen, terugpost: Terugpost, nu: Callable[[], datetime]
) -> int | None:
    """One look at the mailbox, in a thread; how many mails were taken. A mailbox that cannot be read gives
    None, raises an alarm, once, and is tried again the next time."""
    lezer = maak_lezer(instellingen)
    if lezer is None:
        return 0
    try:
        return await asyncio.to_thread(lezer, terugpost, nu())
    except TerugpostFout as fout:
        log.warning("de terugpost is niet te lezen: %s", fout)
        await asyncio.to_thread(terugpost.meld, f"terugpost-{fout}", nu())
        return None

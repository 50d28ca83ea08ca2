"""Mail that comes back: bounces, told apart from answering machines and from people.

A bounce is a delivery status notification (RFC 3464). It is matched by the Message-ID of our mail, which the
notification quotes; nothing has to be hidden in an address. Answers of machines (RFC 3834) say nothing about
delivery. Whatever else comes in may be from a person: it stays where it is, unread, and an alarm says so.
"""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage, Message
from email.policy import default
from enum import StrEnum

from sqlalchemy import select

from loket.domain.dossier.gebeurtenis import PostSoort
from loket.mail.postbus import Postbus
from loket.store.archief import Archief
from loket.store.tabellen import AanvraagRij, PostRij

_MESSAGE_ID = re.compile(r"<[^<>\s]{1,200}>")
_STATUS = re.compile(r"[245]\.\d{1,3}\.\d{1,3}")
_BLIJVEND = re.compile(r"(?:^|[^\d.])(5\.\d{1,3}\.\d{1,3})")
GROOTSTE_DSN = 200_000
"""Bytes that are read of an incoming mail: a notification says what it has to say in its beginning."""


class Inkomend(StrEnum):
    """What an incoming mail is."""

    BOUNCE = "bounce"
    UITSTEL = "uitstel"
    AUTOMATISCH = "automatisch"
    MENS = "mens"


@dataclass(frozen=True, slots=True)
class Gelezen:
    """An incoming mail: what it is, the Message-IDs that it quotes, and for a bounce the status (RFC
    3463)."""

    wat: Inkomend
    message_ids: tuple[str, ...] = ()
    status: str = ""


def lees(inhoud: bytes) -> Gelezen:
    """Read an incoming mail. Never raises, whatever is in it."""
    try:
        bericht = email.message_from_bytes(inhoud[:GROOTSTE_DSN], policy=default)
        return _lees(bericht) if isinstance(bericht, EmailMessage) else Gelezen(Inkomend.MENS)
    except Exception:  # hostile or broken mail: a person looks at it
        return Gelezen(Inkomend.MENS)


def _lees(bericht: EmailMessage) -> Gelezen:
    if bericht.get_content_type() == "multipart/report" or any(
        deel.get_content_type() == "message/delivery-status" for deel in bericht.walk()
    ):
        actie, status = _actie(bericht)
        ids = tuple(dict.fromkeys(_originelen(bericht)))
        if actie == "failed":
            return Gelezen(Inkomend.BOUNCE, ids, status or "5.0.0")
        if actie:
            return Gelezen(Inkomend.UITSTEL, ids, status)
    if _van_niemand(bericht) and not _auto(bericht):
        # not every server writes the standard form: an empty sender, a permanent code, our own Message-ID
        tekst = _leesbaar(bericht)
        ids = tuple(dict.fromkeys((*_originelen(bericht), *_MESSAGE_ID.findall(tekst))))
        if (blijvend := _BLIJVEND.search(tekst)) and ids:
            return Gelezen(Inkomend.BOUNCE, ids, blijvend[1])
    return Gelezen(Inkomend.AUTOMATISCH if _auto(bericht) or _van_niemand(bericht) else Inkomend.MENS)


def _actie(bericht: EmailMessage) -> tuple[str, str]:
    """The worst action and its status in the delivery-status part."""
    gevonden: list[tuple[str, str]] = []
    for deel in bericht.walk():
        if deel.get_content_type() != "message/delivery-status":
            continue
        for blok in deel.walk():
            actie = str(blok.get("Action", "")).split("(")[0].strip().lower()
            status = _STATUS.search(str(blok.get("Status", "")))
            if actie:
                gevonden.append((actie, status[0] if status else ""))
    return next((een for een in gevonden if een[0] == "failed"), gevonden[0] if gevonden else ("", ""))


def _originelen(bericht: EmailMessage) -> Iterator[str]:
    """The Message-IDs of the mail that the notification returns, and of what it says it answers."""
    for deel in bericht.walk():
        soort = deel.get_content_type()
        if soort == "text/rfc822-headers":
            kop = email.message_from_string(str(deel.get_content()), policy=default)
            yield from _MESSAGE_ID.findall(str(kop.get("Message-ID", "")))
        elif soort == "message/rfc822":
            binnen = deel.get_payload()
            for origineel in binnen if isinstance(binnen, list) else []:
                if not isinstance(origineel, Message):
                    continue
                yield from _MESSAGE_ID.findall(str(origineel.get("Message-ID", "")))
    for naam in ("In-Reply-To", "References", "Original-Message-ID", "X-Original-Message-ID"):
        yield from _MESSAGE_ID.findall(str(bericht.get(naam, "")))


def _auto(bericht: EmailMessage) -> bool:
    """An answering machine, a vacation notice, a list (RFC 3834 section 5)."""
    antwoord = str(bericht.get("Auto-Submitted", "no")).strip().lower()
    voorrang = str(bericht.get("Precedence", "")).strip().lower()
    return (
        antwoord.startswith("auto-")
        or voorrang in {"auto_reply", "bulk", "junk", "list"}
        or bool(bericht.get("X-Autoreply") or bericht.get("X-Autorespond") or bericht.get("List-Id"))
    )


def _van_niemand(bericht: EmailMessage) -> bool:
    return str(bericht.get("Return-Path", "")).strip() == "<>" or any(
        naam in str(bericht.get("From", "")).lower() for naam in ("mailer-daemon", "postmaster@")
    )


def _leesbaar(bericht: EmailMessage) -> str:
    deel = bericht.get_body(("plain",))
    return str(deel.get_content()) if deel is not None else ""


class Terugpost:
    """Notes on our mails what came back of them."""

    def __init__(self, archief: Archief, postbus: Postbus) -> None:
        self._archief = archief
        self._postbus = postbus

    def verwerk(self, inhoud: bytes, nu: datetime) -> bool:
        """Take one incoming mail; returns whether it is dealt with (False: a person must read it).

        A bounce of a mail of ours is noted on it, once, with an alarm; the state of its aanvraag follows. The
        same bounce again changes nothing. Raises RegisterFout.
        """
        gelezen = lees(inhoud)
        if gelezen.wat is Inkomend.MENS:
            self._postbus.alarm("mail-van-een-mens", nu)
            return False
        if gelezen.wat is Inkomend.BOUNCE:
            return self._bounce(gelezen, nu)
        return True

    def meld(self, code: str, nu: datetime) -> None:
        """Raise an alarm about the mailbox itself."""
        self._postbus.alarm(code, nu)

    def _bounce(self, gelezen: Gelezen, nu: datetime) -> bool:
        with self._archief.database.schrijf() as sessie:
            post = sessie.scalars(
                select(PostRij).where(PostRij.message_id.in_(gelezen.message_ids)).limit(1)
            ).first()
            if post is None:
                return False  # not one of ours, or deleted since: a person may know
            if post.terug_op is not None:
                return True
            post.terug_op, post.laatste_fout = max(nu, post.aangemaakt_op), f"bounce-{gelezen.status}"
            nummer = None
            if post.aanvraag_id is not None:
                rij = sessie.get_one(AanvraagRij, post.aanvraag_id)
                nummer = rij.nummer
                self._archief.herreken(sessie, rij, self._archief.dossier(sessie, rij.id))
            if post.soort != PostSoort.ALARM.value:
                code = f"bounce-{gelezen.status}-{post.soort}"
                self._postbus.alarm_in(sessie, code, nu, nummer=nummer, post_id=post.id)
        return True

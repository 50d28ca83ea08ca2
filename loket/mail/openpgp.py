"""Encrypting a mail to a loket's OpenPGP key (RFC 3156, PGP/MIME): text, pages and PDF, all of it."""

from __future__ import annotations

from email.message import EmailMessage, Message
from email.policy import SMTP

import pysequoia

_INHOUD = ("content-type", "content-transfer-encoding", "mime-version", "content-disposition")


class OpenpgpFout(Exception):
    """The key cannot be encrypted to: it is no key, or it has run out."""


def controleer_sleutel(sleutel: str) -> None:
    """Raise OpenpgpFout when nothing can be encrypted to this public key."""
    _versleutel(b"proef", sleutel)


def versleutel(bericht: EmailMessage, sleutel: str) -> EmailMessage:
    """The mail with its headers as they are and all of its content encrypted. Raises OpenpgpFout."""
    binnen = Message(policy=SMTP)
    buiten = EmailMessage(policy=bericht.policy)
    for naam, waarde in bericht.items():
        if naam.lower() not in _INHOUD:
            buiten[naam] = waarde
    for naam in ("Content-Type", "Content-Transfer-Encoding"):
        if bericht[naam] is not None:
            binnen[naam] = str(bericht[naam])
    binnen.set_payload(bericht.get_payload())
    buiten["MIME-Version"] = "1.0"
    buiten["Content-Type"] = 'multipart/encrypted; protocol="application/pgp-encrypted"'
    for soort, inhoud in (
        ("application/pgp-encrypted", "Version: 1\r\n"),
        ("application/octet-stream", _versleutel(binnen.as_bytes(), sleutel).decode("ascii")),
    ):
        deel = EmailMessage(policy=SMTP)
        deel["Content-Type"] = soort
        deel.set_payload(inhoud)
        buiten.attach(deel)
    return buiten


def _versleutel(inhoud: bytes, sleutel: str) -> bytes:
    try:
        certificaat = pysequoia.Cert.from_bytes(sleutel.encode())
        return pysequoia.encrypt(inhoud, recipients=[certificaat])
    except Exception as fout:  # the library raises bare Exceptions; their words may repeat the key
        raise OpenpgpFout(type(fout).__name__) from None

"""The second step: codes of an app (TOTP, RFC 6238), and recovery codes for who lost the phone."""

from __future__ import annotations

import hashlib
import hmac
import io
import secrets
from datetime import datetime
from uuid import UUID

import pyotp
import segno

STAP = 30
"""Seconds that a code of the app lasts."""
AANTAL_HERSTELCODES = 10

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that look alike


def maak_code() -> str:
    """A random code that a person can copy by hand: four groups of four, 79 bits."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(4))


def maak_geheim() -> str:
    """A new secret for the app (base32, 160 bits)."""
    return pyotp.random_base32()


def adres_voor_app(geheim: str, gebruikersnaam: str) -> str:
    """The `otpauth:` address that the app reads from the QR code. Its title says nothing of jeugdhulp."""
    return pyotp.TOTP(geheim).provisioning_uri(name=gebruikersnaam, issuer_name="Loket")


def qr_svg(adres: str) -> str:
    """The QR code as inline SVG, dark on white in any theme, without styles or scripts."""
    uit = io.BytesIO()
    segno.make(adres, error="m", micro=False).save(
        uit, kind="svg", scale=5, border=4, light="#ffffff", dark="#000000",
        xmldecl=False, svgns=False, omitsize=True, svgclass="qr", lineclass=None,
    )  # fmt: skip
    return uit.getvalue().decode()


def juiste_stap(geheim: str, code: str, nu: datetime) -> int | None:
    """The time step that a code belongs to: this one, the one before or the next; None when wrong."""
    cijfers = "".join(code.split())
    if not (len(cijfers) == 6 and cijfers.isascii() and cijfers.isdigit()):
        return None
    totp = pyotp.TOTP(geheim)
    stap = int(nu.timestamp()) // STAP
    goed = None
    for kandidaat in (stap - 1, stap, stap + 1):  # all three, whichever fits: no time to measure
        if hmac.compare_digest(totp.generate_otp(kandidaat), cijfers):
            goed = kandidaat
    return goed


def maak_herstelcodes() -> tuple[str, ...]:
    """New recovery codes, each four groups of four: 79 bits, so that a plain hash guards them."""
    return tuple(maak_code() for _ in range(AANTAL_HERSTELCODES))


def hash_herstelcode(medewerker: UUID, code: str) -> str:
    """What is kept of a recovery code; spaces, hyphens and capitals do not matter."""
    kern = "".join(teken for teken in code.casefold() if teken.isalnum())
    return hashlib.sha256(f"herstelcode:{medewerker}:{kern}".encode()).hexdigest()

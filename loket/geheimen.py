"""Secrets that the office makes for itself, once: the key for personal data and Rasa's token.

Each stands in its own file in the data folder, readable by its owner alone.
"""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Callable
from pathlib import Path

from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from loket.settings import Instellingen


def maak_datamap(pad: Path) -> Path:
    """Make the data folder (mode 0700) when it is missing; return it."""
    pad.mkdir(mode=0o700, parents=True, exist_ok=True)
    return pad


def sleutels(instellingen: Instellingen) -> tuple[str, ...]:
    """The Fernet keys: the first one encrypts, all of them decrypt (so keys can be replaced)."""
    if instellingen.sleutel:
        return tuple(deel.strip() for deel in instellingen.sleutel.get_secret_value().split(","))
    tekst = _lees_of_maak(instellingen.datamap / "sleutel", lambda: Fernet.generate_key().decode())
    return tuple(regel.strip() for regel in tekst.splitlines() if regel.strip())


def sleutelbestand(instellingen: Instellingen) -> str | None:
    """What stands in the key file; None when there is none or the settings hold the key. Makes nothing."""
    if instellingen.sleutel:
        return None
    try:
        return (instellingen.datamap / "sleutel").read_text()
    except OSError:
        return None


def rasa_token(instellingen: Instellingen) -> str:
    """The token for Rasa's HTTP API: from the settings, else made once."""
    if instellingen.rasa_token:
        return instellingen.rasa_token.get_secret_value()
    return _lees_of_maak(instellingen.datamap / "rasa_token", lambda: secrets.token_urlsafe(32)).strip()


def _lees_of_maak(pad: Path, maak: Callable[[], str]) -> str:
    """Read the file, or make it first. Two processes that start together end with the same secret:
    the file appears in one step, complete, and only if it was not there."""
    if not pad.exists():
        maak_datamap(pad.parent)
        voorlopig = pad.with_name(f".{pad.name}.{secrets.token_hex(8)}")
        greep = os.open(voorlopig, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(greep, "w") as bestand:
                bestand.write(maak() + "\n")
                bestand.flush()
                os.fsync(bestand.fileno())
            # when another process was first, its secret counts
            with contextlib.suppress(FileExistsError):
                os.link(voorlopig, pad)
        finally:
            voorlopig.unlink()
    return pad.read_text()


def peper(instellingen: Instellingen, doel: str) -> bytes:
    """32 bytes for one purpose (keyed hashes), derived from the first key. It changes with that key, so
    use it only for what may be forgotten then."""
    sleutel = sleutels(instellingen)[0].encode()
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=doel.encode()).derive(sleutel)

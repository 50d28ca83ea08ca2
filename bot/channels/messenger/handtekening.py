"""Signatures of the platform: on a webhook's body, and in a signed request. Compared in constant time."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
from typing import Any

KOP = "X-Hub-Signature-256"
_BEGIN = "sha256="


class OngeldigVerzoek(Exception):
    """A signed request that is not signed with our app's secret, or says nothing we can read."""


def is_echt(lijf: bytes, kop: str, geheim: str) -> bool:
    """Whether `kop` is the platform's signature over exactly these bytes."""
    verwacht = hmac.new(geheim.encode(), lijf, hashlib.sha256).hexdigest()
    gekregen = kop.removeprefix(_BEGIN) if kop.startswith(_BEGIN) else ""
    return hmac.compare_digest(verwacht.encode(), gekregen.encode("utf-8", "surrogateescape"))


def is_gelijk(gekregen: str, verwacht: str) -> bool:
    """Whether two secrets are the same, in constant time."""
    return hmac.compare_digest(gekregen.encode("utf-8", "surrogateescape"), verwacht.encode())


def bewijs(token: str, geheim: str) -> str:
    """The `appsecret_proof`: shows that who uses the token also knows the app's secret."""
    return hmac.new(geheim.encode(), token.encode(), hashlib.sha256).hexdigest()


def lees_verzoek(verzoek: str, geheim: str) -> dict[str, Any]:
    """What stands in a `signed_request`. Raises OngeldigVerzoek unless our app's secret signed it."""
    teken, punt, inhoud = verzoek.partition(".")
    try:
        gekregen, gelezen = _lees64(teken), _lees64(inhoud)
        verwacht = hmac.new(geheim.encode(), inhoud.encode(), hashlib.sha256).digest()
        if not punt or not hmac.compare_digest(gekregen, verwacht):
            raise OngeldigVerzoek
        gegevens = json.loads(gelezen)
    except (ValueError, binascii.Error, RecursionError) as fout:
        raise OngeldigVerzoek from fout
    if not isinstance(gegevens, dict) or str(gegevens.get("algorithm", "")).upper() != "HMAC-SHA256":
        raise OngeldigVerzoek
    return gegevens


def _lees64(tekst: str) -> bytes:
    return base64.urlsafe_b64decode(tekst.encode() + b"=" * (-len(tekst) % 4))

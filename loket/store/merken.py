"""Marks: keyed hashes by which something can be found or checked without being readable.

The keys are those of the safe (`Kluis`): the first makes marks, all of them recognise one. So a mark lives as
long as the data that it belongs to can be read.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import unicodedata
from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

ALFABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""32 characters that are told apart when read aloud or written over: no I, O, 0 and 1."""
VOLGCODE_LENGTE = 8
VRAAGCODE_LENGTE = 12
_MERK_LENGTE = 16


def kale_code(tekst: str) -> str:
    """A code as people type it, without what is not part of it: small letters, spaces, dashes."""
    return "".join(teken for teken in tekst.upper() if teken.isalnum())[:40]


class Merker:
    """Makes and checks marks."""

    def __init__(self, sleutels: tuple[str, ...]) -> None:
        self._sleutels = tuple(base64.urlsafe_b64decode(sleutel) for sleutel in sleutels)

    def merk(self, doel: str, inhoud: bytes) -> bytes:
        """The mark (16 bytes) of `inhoud` for one use; marks for different uses have nothing in common."""
        return _hmac(self._sleutels[0], doel, inhoud)[:_MERK_LENGTE]

    def merken(self, doel: str, inhoud: bytes) -> tuple[bytes, ...]:
        """As `merk`, under every key: to find what an older key marked."""
        return tuple(_hmac(sleutel, doel, inhoud)[:_MERK_LENGTE] for sleutel in self._sleutels)

    def zegels(self, inhoud: bytes) -> Iterator[str]:
        """The seal (64 hexadecimal digits) of a row of the audit, under each key; the first is the one to
        write."""
        for sleutel in self._sleutels:
            yield _hmac(sleutel, "audit", inhoud).hex()

    def volgcode(self, aanvraag_id: UUID) -> str:
        """The code that goes with the number of an aanvraag: `ABCD-EFGH`, 40 bits."""
        return _leesbaar(_hmac(self._sleutels[0], "volgcode", aanvraag_id.bytes), VOLGCODE_LENGTE)

    def is_volgcode(self, aanvraag_id: UUID, code: str) -> bool:
        """Whether this is the code of this aanvraag. Takes the same time whatever is wrong with it."""
        kaal = kale_code(code).encode()
        goed = False
        for sleutel in self._sleutels:
            echt = _leesbaar(_hmac(sleutel, "volgcode", aanvraag_id.bytes), VOLGCODE_LENGTE)
            goed |= hmac.compare_digest(kale_code(echt).encode(), kaal)
        return goed

    def vraagcode(self, aanvraag_id: UUID, volg: int) -> str:
        """The one-time code of the question that is event `volg`: `ABCD-EFGH-JKLM`, 60 bits."""
        inhoud = aanvraag_id.bytes + volg.to_bytes(4, "big")
        return _leesbaar(_hmac(self._sleutels[0], "vraagcode", inhoud), VRAAGCODE_LENGTE)

    def naammerken(self, tekst: str) -> frozenset[bytes]:
        """A mark for each part of a name: `Noor Élise` and `NOOR-ELISE` give the same."""
        return frozenset(self.merk("naam", deel.encode()) for deel in naamdelen(tekst))

    def sleutel_van_link(self, nummer: str, tot: datetime) -> str:
        """A signed text that proves until `tot` (to the second) that we made this link."""
        inhoud = f"{nummer} {int(tot.timestamp())}".encode()
        return _b64(inhoud + _hmac(self._sleutels[0], "link", inhoud)[:_MERK_LENGTE])

    def lees_link(self, sleutel: str, nu: datetime) -> str | None:
        """The number in a link; None when it was not made by us or has run out."""
        try:
            gelezen = base64.urlsafe_b64decode(sleutel[:200] + "=" * (-len(sleutel) % 4))
        except ValueError:
            return None
        inhoud, zegel = gelezen[:-_MERK_LENGTE], gelezen[-_MERK_LENGTE:]
        echt = [hmac.compare_digest(zegel, merk) for merk in self.merken("link", inhoud)]
        if not any(echt):
            return None
        nummer, _, tot = inhoud.decode().rpartition(" ")
        return nummer if nu < datetime.fromtimestamp(int(tot), nu.tzinfo) + timedelta(seconds=1) else None


def naamdelen(tekst: str) -> frozenset[str]:
    """The parts of a name, without case and accents; parts of one letter do not count."""
    kaal = "".join(
        teken for teken in unicodedata.normalize("NFKD", tekst.casefold()) if not unicodedata.combining(teken)
    )
    woorden = "".join(teken if teken.isalnum() else " " for teken in kaal).split()
    return frozenset(woord[:60] for woord in woorden if len(woord) > 1)


def _hmac(sleutel: bytes, doel: str, inhoud: bytes) -> bytes:
    return hmac.digest(sleutel, doel.encode() + b"\0" + inhoud, hashlib.sha256)


def _leesbaar(bits: bytes, lengte: int) -> str:
    tekens = "".join(ALFABET[byte % len(ALFABET)] for byte in bits[:lengte])
    return "-".join(tekens[i : i + 4] for i in range(0, lengte, 4))


def _b64(inhoud: bytes) -> str:
    return base64.urlsafe_b64encode(inhoud).rstrip(b"=").decode()

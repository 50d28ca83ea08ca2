"""What identifies an organisation: its enterprise number, and where its statutes can be read."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from stdnum.be import vat

from loket.domain.lezen.uitkomst import MEESTE_TEKENS, Onleesbaar

_NUMMER = re.compile(
    r"(?<![\w.])(?:BE[ .-]*)?\(?([01]?)\)?[ .-]?(\d{3})[ .-]?(\d{3})[ .-]?(\d{3})(?!\w)", re.IGNORECASE
)
_TIEN_CIJFERS = re.compile(r"[01]\d{9}")
_WEBADRES = re.compile(
    r"(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:be|eu|org|net|com|vlaanderen|brussels|gent)\b(?:/\S*)?",
    re.IGNORECASE,
)
LANGSTE_WEBADRES = 500

TEKST_CIJFERS = (
    "Dat nummer klopt niet: er is een cijfer fout. Kijk je het na? Een nummer ziet er zo uit: 0123.456.749."
)
TEKST_VORM = "Een ondernemingsnummer heeft tien cijfers en begint met 0 of 1. Kijk je het even na?"


def lees_ondernemingsnummer(tekst: str) -> str | Onleesbaar | None:
    """The enterprise number in an answer, as "0123.456.749"; None when there are no digits at all.

    Ten digits, or nine from before a zero was put in front. The last two are 97 minus the rest of the
    first eight divided by 97: one wrong digit is always noticed, and then it is `Onleesbaar`.
    """
    tekst = tekst[:MEESTE_TEKENS]
    if not any(teken.isdecimal() for teken in tekst):
        return None
    gevonden = [_cijfers(treffer) for treffer in _NUMMER.finditer(tekst)]
    # "0123 456 74 9": grouped in whatever way, when there is nothing else in figures.
    alles = "".join(filter(str.isdecimal, tekst)).zfill(10)
    if not gevonden and _TIEN_CIJFERS.fullmatch(alles) and vat.is_valid(alles):
        return _opgemaakt(alles)
    if not gevonden:
        return Onleesbaar(TEKST_VORM)
    geldig = {cijfers for cijfers in gevonden if vat.is_valid(cijfers)}
    return _opgemaakt(geldig.pop()) if len(geldig) == 1 else Onleesbaar(TEKST_CIJFERS)


def vind_ondernemingsnummer(zin: str) -> str | None:
    """The enterprise number told in passing; only one whose check digits are right."""
    gelezen = lees_ondernemingsnummer(zin)
    return gelezen if isinstance(gelezen, str) else None


def _cijfers(treffer: re.Match[str]) -> str:
    return f"{treffer[1] or '0'}{treffer[2]}{treffer[3]}{treffer[4]}"


def _opgemaakt(cijfers: str) -> str:
    return f"{cijfers[:4]}.{cijfers[4:7]}.{cijfers[7:]}"


def vind_webadres(tekst: str) -> str | None:
    """The web address in a text, with https:// in front where none was typed; None when there is none.

    Only http and https: another scheme may run something when it is followed.
    """
    treffer = _WEBADRES.search(tekst[:MEESTE_TEKENS])
    if treffer is None or "@" in treffer[0] or tekst[: treffer.start()].endswith(("@", ":", "/")):
        return None
    adres = treffer[0].rstrip(".,;:!?)\"'>]")
    if not adres.lower().startswith(("http://", "https://")):
        adres = f"https://{adres}"
    try:
        gastheer = urlsplit(adres).hostname or ""
    except ValueError:
        return None
    return adres if "." in gastheer.strip(".") and len(adres) <= LANGSTE_WEBADRES else None

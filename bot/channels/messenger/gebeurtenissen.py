"""What the platform's webhook says, as typed events: every event of every entry, in the order given.

Reads strictly and never fails: what has another shape than documented is left out, and the rest still counts.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from loket.tekst import schone_tekst

LANGSTE_TEKST = 10_000


class Soort(StrEnum):
    """What a person, or the page's inbox, did. What asks for nothing (echoes, reads) is not here."""

    TEKST = "tekst"
    """Something was said: typed, or by pressing a quick reply or a button of the menu."""
    BEGIN = "begin"
    """The button that begins, or a link that leads to the page."""
    BIJLAGE = "bijlage"
    """A picture, sticker, voice message or file: we cannot look at it."""
    GEWIJZIGD = "gewijzigd"
    """A message was changed after it was sent."""
    TERUG = "terug"
    """The page's inbox gives the conversation back to us."""
    AFGEGEVEN = "afgegeven"
    """Someone of the page took the conversation."""
    MEELUISTEREN = "meeluisteren"
    """Something was said while a person of the page has the conversation."""


@dataclass(frozen=True, slots=True)
class Gebeurtenis:
    """One event. `id` is the platform's message id where it has one, else made of all that the event says."""

    id: str
    soort: Soort
    psid: str
    """Who: an id that means something on this page alone."""
    tijd: float
    """When, Unix time."""
    tekst: str = ""
    """What was said, for TEKST and MEELUISTEREN."""


BEGIN_LADING = "BEGIN"
"""What the button that begins sends."""

_PSID = re.compile(r"[0-9A-Za-z_-]{1,64}")


def lees(melding: object, pagina: str, app: str | None) -> Iterator[Gebeurtenis]:
    """The events of a webhook's body that concern `pagina`; `app` is our own app's id."""
    if not isinstance(melding, Mapping) or melding.get("object") != "page":
        return
    for deel in _lijst(melding.get("entry")):
        if str(deel.get("id", "")) != pagina:
            continue
        for gebeurtenis in _lijst(deel.get("messaging")):
            yield from _een(gebeurtenis, pagina, app)
        for gebeurtenis in _lijst(deel.get("standby")):
            if (gelezen := _bericht(gebeurtenis, pagina)) and gelezen.soort is Soort.TEKST:
                yield replace(gelezen, soort=Soort.MEELUISTEREN)


def _een(gebeurtenis: Mapping[str, Any], pagina: str, app: str | None) -> Iterator[Gebeurtenis]:
    gelezen = None
    if isinstance(gebeurtenis.get("message"), Mapping):
        gelezen = _bericht(gebeurtenis, pagina)
    elif isinstance(gebeurtenis.get("postback"), Mapping):
        gelezen = _postback(gebeurtenis, pagina)
    elif isinstance(gebeurtenis.get("referral"), Mapping):
        gelezen = _maak(gebeurtenis, pagina, Soort.BEGIN, "", "")
    elif isinstance(gebeurtenis.get("message_edit"), Mapping):
        mid = _tekst(gebeurtenis["message_edit"].get("mid"))
        aantal = _tekst(gebeurtenis["message_edit"].get("num_edit"))
        gelezen = _maak(gebeurtenis, pagina, Soort.GEWIJZIGD, f"edit:{mid}:{aantal}" if mid else "", "")
    elif isinstance(gebeurtenis.get("pass_thread_control"), Mapping):
        gelezen = _overgave(gebeurtenis, pagina, app, "pass_thread_control")
    elif isinstance(gebeurtenis.get("take_thread_control"), Mapping):
        gelezen = _overgave(gebeurtenis, pagina, app, "take_thread_control")
    if gelezen is not None:
        yield gelezen


def _bericht(gebeurtenis: Mapping[str, Any], pagina: str) -> Gebeurtenis | None:
    bericht = gebeurtenis.get("message")
    if not isinstance(bericht, Mapping) or bericht.get("is_echo") or bericht.get("is_deleted"):
        return None
    mid = _tekst(bericht.get("mid"))
    keuze = bericht.get("quick_reply")
    tekst = _tekst(keuze.get("payload")) if isinstance(keuze, Mapping) else ""
    tekst = schone_tekst(tekst or _tekst(bericht.get("text")))[:LANGSTE_TEKST]
    if tekst.strip():
        return _maak(gebeurtenis, pagina, Soort.TEKST, mid, tekst)
    if _lijst(bericht.get("attachments")) or bericht.get("sticker_id"):
        return _maak(gebeurtenis, pagina, Soort.BIJLAGE, mid, "")
    return None


def _postback(gebeurtenis: Mapping[str, Any], pagina: str) -> Gebeurtenis | None:
    postback = gebeurtenis["postback"]
    lading = schone_tekst(_tekst(postback.get("payload")) or _tekst(postback.get("title")))
    mid = _tekst(postback.get("mid"))
    if lading == BEGIN_LADING:
        return _maak(gebeurtenis, pagina, Soort.BEGIN, mid, "")
    if lading.strip():
        return _maak(gebeurtenis, pagina, Soort.TEKST, mid, lading[:LANGSTE_TEKST])
    return None


def _overgave(gebeurtenis: Mapping[str, Any], pagina: str, app: str | None, naam: str) -> Gebeurtenis | None:
    nieuw = _tekst(gebeurtenis[naam].get("new_owner_app_id"))
    # A platform that tells us of a hand-over to someone else tells it to who had the conversation.
    van_ons = nieuw == app if app and nieuw else naam == "pass_thread_control"
    return _maak(gebeurtenis, pagina, Soort.TERUG if van_ons else Soort.AFGEGEVEN, "", "")


def _maak(
    gebeurtenis: Mapping[str, Any], pagina: str, soort: Soort, mid: str, tekst: str
) -> Gebeurtenis | None:
    afzender, tijd = gebeurtenis.get("sender"), gebeurtenis.get("timestamp")
    psid = _tekst(afzender.get("id")) if isinstance(afzender, Mapping) else ""
    if not _PSID.fullmatch(psid) or psid == pagina:
        return None
    try:
        seconden = float(tijd) / 1000  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        seconden = 0.0
    if not 0 <= seconden < 1e11:
        seconden = 0.0
    if not mid:
        alles = json.dumps(gebeurtenis, sort_keys=True, default=str).encode("utf-8", "surrogatepass")
        mid = f"zelf:{hashlib.sha256(alles).hexdigest()}"
    return Gebeurtenis(mid[:500], soort, psid, seconden, tekst)


def _lijst(waarde: object) -> list[Mapping[str, Any]]:
    return [deel for deel in waarde if isinstance(deel, Mapping)] if isinstance(waarde, list) else []


def _tekst(waarde: object) -> str:
    if isinstance(waarde, bool):
        return ""
    return str(waarde) if isinstance(waarde, str | int) else ""

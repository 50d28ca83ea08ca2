"""From an `Uiting` to what Rasa sends: text, buttons, and the rest under `custom`."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from loket.contacten import Hulplijnen, Loketten
from loket.domain.aanvraag import Onderdeel
from loket.domain.begrippen import Regio, Rol
from loket.domain.gesprek.knoppen import WENSKNOPPEN
from loket.domain.uiting import Uiting
from loket.kantoor import Kantoor


def nummers_ingevuld(tekst: str, hulplijnen: Hulplijnen, loketten: Loketten) -> str:
    """A text with its phone numbers filled in: `{jo-lijn}` and the like, and `{loketten}` for all six.

    Numbers stand in contacten/*.yml and nowhere else, because they change.
    """
    for sleutel, lijn in hulplijnen.lijnen.items():
        tekst = tekst.replace(f"{{{sleutel}}}", lijn.nummer)
    if "{loketten}" in tekst:
        regels = "\n".join(f"{regio.naam}: {loketten[regio].telefoon}" for regio in Regio)
        tekst = tekst.replace("{loketten}", f"\n{regels}")
    return tekst


def zeg(dispatcher: CollectingDispatcher, uiting: Uiting, kantoor: Kantoor, formulier: str = "") -> None:
    """Say this, as part of `formulier` when there is one.

    A button's payload is its own text, so pressing and typing are the same, and none stands there twice.
    """
    hulplijnen = kantoor.hulplijnen
    custom: dict[str, Any] = {"soort": uiting.soort.value}
    if formulier:
        custom["formulier"] = formulier
    if uiting.bron:
        custom["bron"] = uiting.bron
    if uiting.onderwerp:
        custom["onderwerp"] = uiting.onderwerp
    if uiting.voortgang:
        custom["voortgang"] = dict(zip(("nummer", "van"), uiting.voortgang, strict=True))
    if uiting.onderdelen:
        custom["onderdelen"] = [_te_lezen(onderdeel) for onderdeel in uiting.onderdelen]
    if uiting.invoer:
        custom["invoer"] = uiting.invoer.value
    if uiting.meerdere:
        custom["meerdere"] = True
    if uiting.lijnen:
        custom["lijnen"] = [
            {"naam": lijn.naam, "nummer": lijn.nummer, "uitleg": lijn.voor_wie}
            for lijn in (hulplijnen[sleutel] for sleutel in uiting.lijnen)
        ]
    knoppen = [
        {"title": knop, "payload": knop} | ({"soort": "wens"} if knop in WENSKNOPPEN else {})
        for knop in dict.fromkeys(uiting.knoppen)
    ]
    tekst = nummers_ingevuld(uiting.tekst, hulplijnen, kantoor.loketten)
    dispatcher.utter_message(text=tekst, buttons=knoppen, json_message=custom)


def _te_lezen(onderdeel: Onderdeel) -> dict[str, Any]:
    """A part of the overview in the wire format; `dataclasses.asdict` takes milliseconds for it."""
    regels = [{"label": regel.label, "antwoord": regel.antwoord} for regel in onderdeel.regels]
    return {"titel": onderdeel.titel, "regels": regels, "belangrijk": onderdeel.belangrijk}


def rol_van_gesprek(tracker: Tracker) -> Rol | None:
    """The role that was told in this conversation, None when it is not known."""
    waarde = tracker.get_slot("rol")
    return Rol(waarde) if waarde in set(Rol) else None


def onderwerp_van(tracker: Tracker) -> tuple[str | None, float]:
    """The topic of the last message and how sure that is; (None, 0.0) when it is about none."""
    keuze = tracker.latest_message.get("response_selector", {}).get("vraag", {}).get("response", {})
    sleutel = keuze.get("intent_response_key") or ""
    return sleutel.partition("/")[2] or None, float(keuze.get("confidence", 0.0))

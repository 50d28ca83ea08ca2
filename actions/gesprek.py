"""The actions around the questions: the begin, the role, danger, wiping, and kind ends."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import FollowupAction
from rasa_sdk.executor import CollectingDispatcher

from actions.raad import VRAAG
from actions.standen import standen_van
from actions.uiten import onderwerp_van, rol_van_gesprek, zeg
from loket.domain.andere_taal import antwoord_in, begroet_in
from loket.domain.gesprek.begrip import is_vraag_terug
from loket.domain.gesprek.knoppen import VERDER as VERDER_MET
from loket.domain.gesprek.stand import Afloop, Lijst
from loket.domain.gesprek.stellen import WIL_JE_WISSEN
from loket.domain.gevaar import (
    MISSCHIEN,
    VERDER,
    bij_ja,
    gaat_over_client,
    lees_antwoord,
    lees_daarna,
    ontkent_gevaar,
    uiting_op,
    vind_gevaar,
    vraag_naar,
)
from loket.domain.gevaar import Gevaar as GevaarSoort
from loket.domain.lezen.instemming import begint_met_ja
from loket.domain.lezen.wensen import wist_in_haast
from loket.domain.uiting import Soort, Uiting
from loket.domain.vragen.advies import ROL
from loket.domain.werkdagen import BRUSSEL
from loket.kantoor import Kantoor

Gebeurtenissen = list[dict[str, Any]]

HOOFDMENU = (
    "Wat is cliëntoverleg?",
    "Wat is bemiddeling?",
    "Wat past bij mij?",
    "Aanvraag doen",
    "Wie leest dit?",
    "Ik wil een mens spreken",
)
"""What can always be done next. A button is a sentence that the model knows word for word."""
MEER = "Meer weten"
LETTERLIJK = 0.9999
TERUGKIJKEN = 5
"""So many messages of the person are looked back at for what was told."""
LANG_NA_GEVAAR = 3
"""So many messages after danger someone may still ask about the lines."""
ROLKNOPPEN = tuple(keuze.titel for keuze in ROL.keuzes)

EIGEN_RICHTING = frozenset(
    {"aanvraag_doen", "lidmaatschap_aanvragen", "erkenning_nakijken", "gesprek_wissen", "wissen_bevestigd"}
)
"""Intents that say themselves where to, also behind a yes."""

BEGIN = (
    "Dag! Ik ben een chatbot, geen mens. Ik leg uit wat cliëntoverleg en bemiddeling zijn. "
    "Ik zoek mee wat past en stuur je aanvraag door. Dat is gratis."
)
WEER_DAG = "Dag! Typ gerust je vraag, of kies een knop."
WIE = "Wie ben je? Je mag ook gewoon je vraag typen."
IN_NOOD = "Ben je in gevaar? Bel {noodnummer}. Wil je met iemand praten? Bel Awel: {awel}."


class Kantooractie(Action):
    """An action that works with the office.

    Whoever writes another language is first told so in that language, once (draaiboek 3.1: a tolk is
    possible); then `doe` does what the action is for. Where there may be danger, it is asked after.
    """

    naam: str
    vraagt_zelf = False
    """Whether it asks about danger itself, as the forms do."""
    vraagt_ernaar = True
    """Whether danger is asked after beside it: whoever wipes in a hurry gets one question at a time."""

    def __init__(self, kantoor: Kantoor) -> None:
        self.kantoor = kantoor

    def name(self) -> str:
        """The name by which Rasa calls it."""
        return self.naam

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> Gebeurtenissen:
        """What Rasa calls."""
        tekst = tracker.latest_message.get("text") or ""
        taal = taal_van(tracker.latest_message)
        if taal and (groet := antwoord_in(taal)) and not is_gezegd(tracker, groet):
            self.zeg(dispatcher, Uiting(groet, lijnen=("jo-lijn",)))
        if self.vraagt_zelf or tracker.active_loop_name:
            return await self.doe(dispatcher, tracker)
        gevaar, vermoeden = gevaar_nu(tracker)
        gevraagd = _gevraagd_gevaar(tracker)
        neemt = not gevraagd or lees_antwoord(tekst, gevraagd=True) is None
        if not gevaar and neemt and (aanbod := neemt_aan(tracker)):
            return [FollowupAction(aanbod)]
        if (gevraagd or gevaar_geleden(tracker) == 1) and ontkent_gevaar(tekst):
            self.zeg(dispatcher, VERDERGAAN)
            return []
        if not gevaar and gevaar_geleden(tracker) and (over_lijnen := lees_daarna(tekst)):
            self.zeg(dispatcher, replace(over_lijnen, knoppen=HOOFDMENU))
            return []
        is_gevaar = lees_antwoord(tekst, gevraagd=bool(gevraagd))
        if is_gevaar:
            self.zeg(dispatcher, uiting_op(bij_ja(gevraagd, gevaar or ())), IK_BLIJF)
            return []
        if is_gevaar is False and not gevaar:
            self.zeg(dispatcher, VERDERGAAN)
            return []
        # What was not understood is not talked over: then this question is the whole answer.
        events = await self.doe(dispatcher, tracker) if not vermoeden or _is_begrepen(tracker) else []
        naar_formulier = any(event["event"] == "followup" for event in events)  # which asks it itself
        if vermoeden and self.vraagt_ernaar and not naar_formulier:
            self.zeg(dispatcher, vraag_naar(vermoeden))
        return events

    @abstractmethod
    async def doe(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Gebeurtenissen:
        """Do it, and say what there is to say; returns events for the tracker."""

    @staticmethod
    def vandaag() -> date:
        """Today, where the service is."""
        return datetime.now(BRUSSEL).date()

    def zeg(self, dispatcher: CollectingDispatcher, *uitingen: Uiting) -> None:
        """Say these, in this order."""
        for uiting in uitingen:
            zeg(dispatcher, uiting, self.kantoor)


def gevaar_in(bericht: Mapping[str, Any]) -> tuple[frozenset[GevaarSoort] | None, frozenset[GevaarSoort]]:
    """The kinds of danger that a parsed message surely speaks of (None: not judged), and perhaps."""
    oordeel = bericht.get("gevaar")
    if not oordeel:
        return None, frozenset()
    return frozenset(map(GevaarSoort, oordeel["zeker"])), frozenset(map(GevaarSoort, oordeel["vermoeden"]))


def gevaar_nu(tracker: Tracker) -> tuple[frozenset[GevaarSoort] | None, frozenset[GevaarSoort]]:
    """The same of the latest message. Who was asked about danger is asked again only when the rules see it,
    when it is more likely, or later on once about another kind: upset people were asked at every turn.
    """
    gevaar, vermoeden = gevaar_in(tracker.latest_message)
    if vermoeden and is_zwak(tracker.latest_message):
        gevraagd = [e["text"] for e in tracker.events if _vraagt_gevaar(e)]
        if len(gevraagd) > 1 or vraag_naar(vermoeden).tekst in gevraagd or _net_gevraagd(tracker):
            vermoeden = frozenset()
    return gevaar, vermoeden


def is_zwak(bericht: Mapping[str, Any]) -> bool:
    """Whether only likeness, and no great one, makes that a parsed message may speak of danger."""
    return not (bericht.get("gevaar") or {}).get("opnieuw", True)


def _net_gevraagd(tracker: Tracker) -> bool:
    """Whether danger was asked about in the last messages."""
    berichten = 0
    for event in reversed(tracker.events):
        berichten += event.get("event") == "user"
        if berichten > LANG_NA_GEVAAR:
            return False
        if _vraagt_gevaar(event):
            return True
    return False


def _vraagt_gevaar(event: Mapping[str, Any]) -> bool:
    return event.get("event") == "bot" and (event.get("text") or "").startswith(MISSCHIEN)


def _is_begrepen(tracker: Tracker) -> bool:
    """Whether the message is surely about what it was taken for. Who tells something ("ik eet al dagen
    niets meer") asks for no topic.
    """
    bericht = tracker.latest_message
    match (bericht.get("intent") or {}).get("name"):
        case "nlu_fallback" | "buiten_bereik":
            return False
        case "vraag":
            return is_vraag_terug(bericht.get("text") or "") or onderwerp_van(tracker)[1] >= LETTERLIJK
        case _:
            return True


def berichten_van(tracker: Tracker) -> list[Mapping[str, Any]]:
    """The messages of the person, the latest last, each with what was understood of it as `parse_data`."""
    return [event for event in tracker.events if event.get("event") == "user"]


def _gevraagd_gevaar(tracker: Tracker) -> frozenset[GevaarSoort]:
    """The kinds that were asked about after the message before this one."""
    if not laatst_gezegd(tracker).startswith(MISSCHIEN):
        return frozenset()
    vorige = berichten_van(tracker)[-2:-1]
    return gevaar_in(vorige[0].get("parse_data") or {})[1] if vorige else frozenset()


def taal_van(begrepen: Mapping[str, Any]) -> str | None:
    """The other language of a parsed message, None for Dutch."""
    # A sentence that the model knows word for word is Dutch, whatever it looks like.
    bekend = (begrepen.get("intent") or {}).get("confidence", 0.0) >= LETTERLIJK
    taal: str | None = begroet_in(begrepen.get("text") or "") or (None if bekend else begrepen.get("taal"))
    return taal


def talen_van(tracker: Tracker) -> Iterator[str]:
    """The other languages that the person wrote in, the latest first."""
    talen = (taal_van(bericht.get("parse_data") or {}) for bericht in reversed(berichten_van(tracker)))
    return (taal for taal in talen if taal)


def gevaar_geleden(tracker: Tracker) -> int:
    """So many messages ago the lines were given to who surely spoke of danger; 0: not in the last three."""
    eerder = berichten_van(tracker)[:-1]
    for geleden, bericht in enumerate(eerder[: -LANG_NA_GEVAAR - 1 : -1], start=1):
        if gevaar_in(bericht.get("parse_data") or {})[0]:
            return geleden
    return 0


def is_gezegd(tracker: Tracker, tekst: str) -> bool:
    """Whether the assistant said this before in the conversation, up to a number that is filled in."""
    begin = tekst.partition("{")[0]
    return any(e.get("event") == "bot" and (e.get("text") or "").startswith(begin) for e in tracker.events)


def gezegd_net(tracker: Tracker) -> list[str]:
    """What the assistant said after the message before this one, the last first."""
    gezegd: list[str] = []
    begonnen = False
    for event in reversed(tracker.events):
        if event.get("event") == "bot":
            begonnen = True
            gezegd.append(event.get("text") or "")
        elif event.get("event") == "user" and begonnen:
            break
    return gezegd


def laatste_knoppen(tracker: Tracker) -> tuple[str, ...]:
    """The titles of the buttons under the last thing that the assistant said."""
    laatste: Mapping[str, Any] = next((e for e in reversed(tracker.events) if e.get("event") == "bot"), {})
    return tuple(knop["title"] for knop in (laatste.get("data") or {}).get("buttons") or ())


def laatst_gezegd(tracker: Tracker) -> str:
    """The last thing that the assistant said before this message; "" for nothing."""
    gezegd = (e.get("text") or "" for e in reversed(tracker.events) if e.get("event") == "bot")
    return next(gezegd, "")


def neemt_aan(tracker: Tracker) -> str | None:
    """The action that was offered just before, and that a message with more words than a bare yes takes: "ja,
    stelt u die vragen dan maar". None for any other.
    """
    bericht = tracker.latest_message
    naar = (bericht.get("intent") or {}).get("name")
    if naar in EIGEN_RICHTING or onderwerp_van(tracker)[1] >= LETTERLIJK:
        return None
    return aangeboden(tracker) if begint_met_ja(bericht.get("text") or "") else None


def aangeboden(tracker: Tracker) -> str | None:
    """The form that the assistant offered after the message before this one."""
    gezegd = gezegd_net(tracker)
    if any(tekst.endswith(VRAAG) for tekst in gezegd):
        return f"{Lijst.AANVRAAG}_form"
    return f"{Lijst.ADVIES}_form" if {Situatie.uiting.tekst, VERTELD.tekst} & set(gezegd) else None


def gepauzeerd(tracker: Tracker) -> tuple[Lijst, ...]:
    """The lists that were kept for later."""
    return tuple(lijst for lijst, stand in standen_van(tracker).items() if stand.afloop is Afloop.LATER)


class Zin(Kantooractie):
    """An action that only says something."""

    uiting: Uiting

    async def doe(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Gebeurtenissen:
        """Say it."""
        self.zeg(dispatcher, self.uiting)
        return []


class Begin(Kantooractie):
    """Who I am, that it is free, and who I talk with."""

    naam = "action_begin"

    async def doe(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Gebeurtenissen:
        """The greeting; who told the role already gets the menu."""
        rol = rol_van_gesprek(tracker)
        if is_gezegd(tracker, BEGIN):
            verder = tuple(VERDER_MET[lijst] for lijst in gepauzeerd(tracker))
            self.zeg(dispatcher, Uiting(WEER_DAG, (*verder, *(HOOFDMENU if rol else ROLKNOPPEN))))
            return []
        self.zeg(
            dispatcher,
            Uiting(f"{BEGIN}\n{IN_NOOD}"),
            Uiting("Wat wil je doen?", HOOFDMENU) if rol else Uiting(WIE, ROLKNOPPEN, Soort.VRAAG),
        )
        return []


class Verdergaan(Zin):
    """Who comes back goes on with what was kept for later; without that, what can be done."""

    naam = "action_verdergaan"
    uiting = Uiting("Fijn dat je er weer bent. Wat wil je doen?", HOOFDMENU)

    async def doe(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Gebeurtenissen:
        """The one list that was kept, or the choice of more."""
        bewaard = gepauzeerd(tracker)
        if len(bewaard) == 1:
            return [FollowupAction(f"{bewaard[0]}_form")]
        if bewaard:
            knoppen = tuple(VERDER_MET[lijst] for lijst in bewaard)
            self.zeg(dispatcher, Uiting("Fijn dat je er weer bent. Waarmee wil je verder?", knoppen))
            return []
        return await super().doe(dispatcher, tracker)


VERDERGAAN = Uiting(f"{VERDER} Wat wil je doen?", HOOFDMENU)


IK_BLIJF = Uiting("Ik blijf hier. Wil je verder praten over hulp, dan kan dat ook.", HOOFDMENU)
"""Behind the answer to danger outside the forms: a way on."""


class Gevaar(Kantooractie):
    """The help lines that fit what was said."""

    naam = "action_gevaar"

    async def doe(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Gebeurtenissen:
        """Warm and short, with the numbers; the conversation can go on afterwards."""
        gevaar, _ = gevaar_in(tracker.latest_message)
        tekst = tracker.latest_message.get("text") or ""
        if gevaar is None:
            gevaar = vind_gevaar(tekst)
        over_client = gaat_over_client(rol_van_gesprek(tracker), tekst)
        weer = bool(gevaar_geleden(tracker))
        self.zeg(dispatcher, uiting_op(gevaar, weer=weer, over_client=over_client), IK_BLIJF)
        return []


class WissenVragen(Zin):
    """Ask before wiping."""

    naam = "action_wissen_vragen"
    vraagt_ernaar = False
    uiting = WIL_JE_WISSEN

    async def doe(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Gebeurtenissen:
        """Ask, but wipe at once for who says that somebody comes."""
        if wist_in_haast(tracker.latest_message.get("text") or ""):
            wis(dispatcher)
            return []
        return await super().doe(dispatcher, tracker)


GEWIST = Uiting("Klaar. Je gesprek is gewist. Je kan altijd opnieuw beginnen.")


class Wissen(Kantooractie):
    """Have the service wipe the whole conversation after this turn."""

    naam = "action_wissen"
    vraagt_ernaar = False

    async def doe(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Gebeurtenissen:
        """Say it is done; the channel carries it out before the person reads this."""
        wis(dispatcher)
        return []


def wis(dispatcher: CollectingDispatcher) -> None:
    """Ask the channel to delete the conversation once this turn is over."""
    dispatcher.utter_message(
        text=GEWIST.tekst, json_message={"soort": GEWIST.soort.value, "opdracht": "wis_gesprek"}
    )


class Bedankt(Zin):
    """You are welcome."""

    naam = "action_bedankt"
    uiting = Uiting("Graag gedaan. Kan ik nog iets doen?", HOOFDMENU)


class Afscheid(Zin):
    """Goodbye, and how to wipe."""

    naam = "action_afscheid"
    uiting = Uiting(
        "Tot later. Lezen er nog mensen mee op dit toestel? Dan kan je dit gesprek wissen.",
        ("Wis mijn gesprek", "Wat past bij mij?", "Aanvraag doen"),
    )


class Situatie(Zin):
    """Someone tells what is going on: listen, and offer to find out what fits."""

    naam = "action_situatie"
    uiting = Uiting(
        "Dat klinkt niet makkelijk. Goed dat je het vertelt. "
        "Zal ik met een paar vragen zoeken wat je kan helpen? Je kan ook meteen een aanvraag doen.",
        (
            "Wat past bij mij?",
            "Aanvraag doen",
            "Wat is cliëntoverleg?",
            "Wat is bemiddeling?",
            "Ik wil een mens spreken",
        ),
    )


VERTELD = Uiting(
    "Goed dat je het vertelt. Ik ben een chatbot: ik begrijp vragen beter dan verhalen. "
    "Zal ik een paar korte vragen stellen? Dan zoek ik wat kan helpen. Of bedoel je een van deze?"
)
"""What is said to a story that was not understood."""
VERTELD_WEER = Uiting(
    "Dank je dat je meer vertelt. Met een paar korte vragen help ik je het best. "
    "Praat je liever met een mens? Bel de JO-lijn: {jo-lijn}, gratis.",
    lijnen=("jo-lijn",),
)


class BuitenBereik(Zin):
    """Honest about what this assistant does not know."""

    naam = "action_buiten_bereik"
    uiting = Uiting(
        "Daar weet ik niets over. Ik ken enkel cliëntoverleg, bemiddeling en het Cliëntenforum. "
        "De JO-lijn helpt je met andere vragen over jeugdhulp: {jo-lijn}, gratis.",
        HOOFDMENU,
        lijnen=("jo-lijn",),
    )


class Schelden(Zin):
    """Stay kind."""

    naam = "action_schelden"
    uiting = Uiting(
        "Ik merk dat je boos bent. Dat mag. Wil je vertellen wat er scheelt? "
        "Of praat met een mens: de JO-lijn, {jo-lijn}, gratis.",
        HOOFDMENU,
        lijnen=("jo-lijn",),
    )

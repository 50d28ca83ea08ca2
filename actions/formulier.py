"""The two forms: bring the message to the questions, say what comes out, record the aanvraag."""

from __future__ import annotations

import asyncio
import logging
from abc import abstractmethod
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID, uuid4

from pydantic import TypeAdapter
from rasa_sdk import Tracker
from rasa_sdk.events import FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.gesprek import HOOFDMENU, Gebeurtenissen, Kantooractie, wis
from actions.kennis import Kennis, tussendoor
from actions.uiten import onderwerp_van, rol_van_gesprek
from loket.domain.aanvraag import Antwoord, Antwoorden, Status
from loket.domain.advies import Uitkomst, geef_advies
from loket.domain.begrippen import Regio
from loket.domain.bron import bronregel
from loket.domain.gesprek import begin, verwerk
from loket.domain.gesprek.stand import Afloop, Bericht, Lijst, Loketkaart, Omgeving, Richting, Stand, Stap
from loket.domain.gesprek.stellen import vraag_nu
from loket.domain.overzicht import maak_aanvraag
from loket.domain.uiting import Soort, Uiting
from loket.domain.vragen.advies import naar_adviesantwoorden, rol_van
from loket.kantoor import Kantoor
from loket.store.database import RegisterFout
from loket.tekst import van_mens

logger = logging.getLogger(__name__)

STAND = TypeAdapter(Stand)

OPENING = {
    Lijst.AANVRAAG: (
        "Goed, we maken samen een aanvraag. Dat duurt een paar minuten. "
        "Je mag altijd zeggen: weet ik niet, sla over, terug of stop. Ik stuur niets zonder je akkoord."
    ),
    Lijst.ADVIES: (
        "Ik stel een paar korte vragen. Daarna zeg ik wat kan passen. Weet je iets niet? Zeg dat gewoon."
    ),
}
HERVAT = "We gaan verder waar je gestopt was."


RICHTINGEN = {
    "aanvraag_doen": Richting.AANVRAAG,
    "advies_vragen": Richting.ADVIES,
    "gesprek_wissen": Richting.WISSEN,
}
ZEKER_ANDERS = 0.95
"""So sure the model must be that a message in a form wants something else: in practice, a button's text."""


class Formulieractie(Kantooractie):
    """An action of one of the two forms."""

    patroon: str

    def __init__(self, kantoor: Kantoor, lijst: Lijst) -> None:
        super().__init__(kantoor)
        self.lijst = lijst
        self.naam = self.patroon.format(lijst.value)

    def omgeving(self) -> Omgeving:
        """What the conversation needs to know of the world."""
        return Omgeving(
            vandaag=self.vandaag(),
            plaatsen=self.kantoor.plaatsen,
            loket=self._loket,
            bewaartermijn_dagen=self.kantoor.instellingen.bewaartermijn_aanvraag_dagen,
        )

    def _loket(self, regio: Regio | None) -> Loketkaart:
        loket = self.kantoor.loketten.voor(regio)
        return Loketkaart(regio.naam if regio else "", loket.organisatie, loket.telefoon)


class Verwerk(Formulieractie):
    """Take a message in a form. Rasa calls it as the form's validation."""

    patroon = "validate_{}_form"

    def __init__(self, kantoor: Kantoor, kennis: Kennis, lijst: Lijst) -> None:
        super().__init__(kantoor, lijst)
        self.kennis = kennis

    async def doe(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Gebeurtenissen:
        """Begin or go on; ends the form once the domain says how it ended."""
        bericht = _bericht(tracker)
        stand = _stand(tracker)
        if tracker.get_slot("antwoord") is not None and stand is not None and stand.lijst is self.lijst:
            stap = verwerk(stand, bericht, self.omgeving())
        elif stand is not None and stand.lijst is self.lijst and stand.afloop is None:
            stap = Stap(stand)  # Rasa comes back to the form after something else: just ask again.
        else:
            stap = self._begin(dispatcher, stand, tracker)
        self.zeg(dispatcher, *stap.zeg)
        rol = rol_van(stap.stand.antwoorden)
        if stap.onderwerp is not None and stap.onderwerp in self.kennis:
            self.zeg(dispatcher, tussendoor(self.kennis[stap.onderwerp], rol))
        stand = stap.stand
        if stand.afloop is Afloop.VERSTUREN and not await self._verstuur(dispatcher, stand):
            stand = replace(stand, afloop=None)
        events = [
            SlotSet("stand", STAND.dump_python(stand, mode="json")),
            SlotSet("antwoord", None),
            SlotSet("rol", rol.value if rol else tracker.get_slot("rol")),
        ]
        return [*events, SlotSet("requested_slot", None)] if stand.afloop else events

    def _begin(self, dispatcher: CollectingDispatcher, stand: Stand | None, tracker: Tracker) -> Stap:
        if stand is not None and stand.lijst is self.lijst and stand.afloop is Afloop.LATER:
            self.zeg(dispatcher, Uiting(HERVAT))
            return Stap(replace(stand, afloop=None))
        self.zeg(dispatcher, Uiting(OPENING[self.lijst]))
        return begin(self.lijst, str(uuid4()), _al_bekend(stand, tracker), _gezegd(tracker), self.omgeving())

    async def _verstuur(self, dispatcher: CollectingDispatcher, stand: Stand) -> bool:
        """Record the aanvraag; the person reads "ontvangen" only after it is committed."""
        nu = datetime.now(UTC)
        try:
            aanvraag = maak_aanvraag(UUID(stand.id), stand.antwoorden, nu, kort=stand.kort)
            ontvangst = await asyncio.to_thread(self.kantoor.register.neem_op, aanvraag, nu)
        except RegisterFout as fout:
            logger.error("aanvraag niet opgenomen: %s", type(fout).__name__)
            self.zeg(
                dispatcher,
                Uiting(
                    "Het lukt nu niet om je aanvraag te bewaren. Ze is nog niet verstuurd. "
                    "Je antwoorden staan er nog. Probeer het over een minuut opnieuw, of bel het loket.",
                    soort=Soort.FOUT,
                    lijnen=("jo-lijn",),
                ),
            )
            return False
        kaart = self.omgeving().loket(aanvraag.regio)
        wie = f"Het loket van {kaart.regio}" if aanvraag.regio else "Een medewerker"
        self.zeg(
            dispatcher,
            Uiting(
                f"Je aanvraag is ontvangen. Je nummer is {ontvangst.nummer}.\n"
                "Schrijf het op als dat veilig is.\n"
                f"{wie} leest ze en neemt contact op, zoals jij vroeg. "
                "Duurt het langer dan een week? Bel dan gerust.\n"
                f"{kaart.organisatie}: {kaart.telefoon}",
                soort=Soort.ONTVANGST,
            ),
        )
        return True


class Stel(Formulieractie):
    """Ask what is to be asked now."""

    patroon = "action_ask_{}_form_antwoord"

    async def doe(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Gebeurtenissen:
        """The question, the overview or the request for consent."""
        stand = _stand(tracker)
        if stand is not None:
            self.zeg(dispatcher, vraag_nu(stand, self.omgeving()))
        return []


class NaFormulier(Kantooractie):
    """What follows when a form has ended: the other form, wiping, a pause, or the end itself."""

    async def doe(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Gebeurtenissen:
        """Do what the domain said; `slot` is for a form that came to its own end."""
        stand = _stand(tracker)
        match stand.afloop if stand else None:
            case Afloop.NAAR_ADVIES:
                return [FollowupAction("advies_form")]
            case Afloop.NAAR_AANVRAAG:
                return [FollowupAction("aanvraag_form")]
            case Afloop.WISSEN:
                wis(dispatcher)
                return [SlotSet("stand", None)]
            case Afloop.LATER:
                self.zeg(dispatcher, _tot_later(self.kantoor))
                return []
        return self.slot(dispatcher, stand)

    @abstractmethod
    def slot(self, dispatcher: CollectingDispatcher, stand: Stand | None) -> Gebeurtenissen:
        """What is said at the end of this form; returns events for the tracker."""


class NaAanvraag(NaFormulier):
    """What can be done after the aanvraag was sent."""

    naam = "action_na_aanvraag"

    def slot(self, dispatcher: CollectingDispatcher, stand: Stand | None) -> Gebeurtenissen:
        """What happens next. The answers are at the loket now: they need not stay in the conversation too."""
        self.zeg(
            dispatcher,
            Uiting(
                "Het loket kijkt na of alles in orde is. "
                "Daarna belt of schrijft een voorzitter of bemiddelaar je.",
                ("Wat gebeurt er na mijn aanvraag?", "Wis mijn gesprek", "Bedankt"),
                bron="Bron: omzendbrief, 3",
            ),
        )
        return [SlotSet("stand", None)]


class NaAdvies(NaFormulier):
    """Give the advice, and the way to an aanvraag."""

    naam = "action_na_advies"

    def slot(self, dispatcher: CollectingDispatcher, stand: Stand | None) -> Gebeurtenissen:
        """Both instruments, each with its outcome, reasons and sources; the person chooses."""
        if stand is None:
            self.zeg(dispatcher, Uiting("Wat wil je doen?", HOOFDMENU))
        else:
            self.zeg(dispatcher, *advies_uitingen(stand.antwoorden))
        return []


UITKOMSTZIN = {
    Uitkomst.PAST: "{} past bij wat je vertelt.",
    Uitkomst.LOKET_BEKIJKT: "{}: het loket bekijkt of dit past.",
    Uitkomst.PAST_NIET: "{} past hier wellicht niet.",
}


def advies_uitingen(antwoorden: Antwoorden) -> tuple[Uiting, ...]:
    """The advice in words, and a choice that refuses nothing."""
    adviezen = geef_advies(naar_adviesantwoorden(antwoorden))
    uitingen = []
    for advies in adviezen:
        regels = [UITKOMSTZIN[advies.uitkomst].format(advies.instrument.naam.capitalize())]
        regels += [f"• {reden.tekst}" for reden in advies.redenen]
        regels += [f"→ {zin}" for zin in advies.wel]
        bronnen = tuple(bron for reden in advies.redenen for bron in reden.bronnen)
        uitingen.append(Uiting("\n".join(regels), bron=bronregel(bronnen)))
    volgorde = sorted(adviezen, key=lambda advies: list(Uitkomst).index(advies.uitkomst))
    knoppen = tuple(f"Aanvraag {advies.instrument.naam}" for advies in volgorde)
    uitingen.append(
        Uiting(
            "Dit is mijn raad. Jij kiest, en het loket beslist. Wil je een aanvraag doen?",
            (*knoppen, "Ik wil een mens spreken"),
            Soort.VRAAG,
        )
    )
    return tuple(uitingen)


def _tot_later(kantoor: Kantoor) -> Uiting:
    dagen = kantoor.instellingen.bewaartermijn_gesprek_dagen
    return Uiting(
        f"Goed. Ik bewaar je antwoorden nog {dagen} dagen. Niemand krijgt ze te lezen. "
        "Wil je verder? Zeg dan: verder met mijn aanvraag.",
        ("Verder met mijn aanvraag", "Wis mijn gesprek"),
    )


def _stand(tracker: Tracker) -> Stand | None:
    waarde = tracker.get_slot("stand")
    return STAND.validate_python(waarde) if waarde else None


def _bericht(tracker: Tracker) -> Bericht:
    onderwerp, zekerheid = onderwerp_van(tracker)
    intent = tracker.latest_message.get("intent") or {}
    richting = (
        RICHTINGEN.get(intent.get("name") or "") if intent.get("confidence", 0.0) >= ZEKER_ANDERS else None
    )
    return Bericht(van_mens(tracker.latest_message.get("text") or ""), onderwerp, zekerheid, richting)


TERUGKIJKEN = 5


def _gezegd(tracker: Tracker) -> list[str]:
    """What the person said last, newest first: who told an age or a place need not tell it again."""
    teksten = [event.get("text") or "" for event in tracker.events if event.get("event") == "user"]
    return [van_mens(tekst) for tekst in reversed(teksten[-TERUGKIJKEN:])]


OVERGANGEN = (Afloop.ADVIES, Afloop.NAAR_ADVIES, Afloop.NAAR_AANVRAAG)


def _al_bekend(stand: Stand | None, tracker: Tracker) -> Antwoorden:
    """What an earlier list of this conversation knows already; a sent aanvraag leaves only the role."""
    bekend = dict(stand.antwoorden) if stand and stand.afloop in OVERGANGEN else {}
    rol = rol_van_gesprek(tracker)
    if rol is not None and "rol" not in bekend:
        bekend["rol"] = Antwoord(Status.GEGEVEN, rol.naam, rol.value)
    return bekend

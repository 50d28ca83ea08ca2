"""The forms: bring the message to the questions, say what comes out, record the aanvraag."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.gesprek import (
    LETTERLIJK,
    TERUGKIJKEN,
    Gebeurtenissen,
    Kantooractie,
    berichten_van,
    gevaar_geleden,
    gevaar_nu,
    is_zwak,
    talen_van,
)
from actions.kennis import WAAROM_INSTRUMENT, Kennis, ander_instrument, op_vervolg, tussendoor
from actions.raad import instrument_in, waarom
from actions.standen import Standen, bewaar, na_advies, standen_van
from actions.uiten import onderwerp_van, rol_van_gesprek, zeg
from loket.domain.aanvraag import Aanvraag, Antwoord, Antwoorden, Status
from loket.domain.begrippen import Aanvraagsoort, Regio, Rol
from loket.domain.gesprek import begin, verwerk
from loket.domain.gesprek.oogst import noteer_ook, overgenomen
from loket.domain.gesprek.stand import (
    FORUM,
    LEZER,
    VRAGEN,
    Afloop,
    Bericht,
    Lijst,
    Loketkaart,
    Omgeving,
    Richting,
    Stand,
    Stap,
)
from loket.domain.gesprek.stellen import vraag_nu
from loket.domain.gesprek.verloop import hervat
from loket.domain.gevaar import ontkent_gevaar, op_volgorde
from loket.domain.lezen.namen import NIETS, Genoemd
from loket.domain.lezen.vervolg import Vervolg, lees_vervolg, vraagt_waarom_raad
from loket.domain.overzicht import maak_aanvraag, maak_lidmaatschap
from loket.domain.taalnaam import TAALNAMEN
from loket.domain.uiting import Soort, Uiting
from loket.domain.vragen.advies import rol_van
from loket.kantoor import Kantoor
from loket.store.database import RegisterFout
from loket.store.register import Ontvangst
from loket.tekst import van_mens

logger = logging.getLogger(__name__)

OPENING = {
    Lijst.AANVRAAG: (
        "Goed, we maken samen een aanvraag. Dat duurt een paar minuten. "
        "Je mag altijd zeggen: weet ik niet, sla over, terug of stop. Ik stuur niets zonder je akkoord."
    ),
    Lijst.LIDMAATSCHAP: (
        "Goed, we maken samen een aanvraag om lid te worden van het Cliëntenforum. "
        "Je mag altijd zeggen: weet ik niet, terug of stop. Ik stuur niets zonder je akkoord."
    ),
    Lijst.ERKENNING: (
        "Ik overloop met jou de voorwaarden voor een erkenning. Daarna zeg ik wat in orde is. "
        "Weet je iets niet? Zeg dat gewoon. Ik stuur niets door."
    ),
    Lijst.OPVOLGING: "Ik kijk het na. Daarvoor heb ik je nummer en je code nodig.",
    Lijst.INTREKKEN: "Dat kan. Daarvoor heb ik je nummer en je code nodig.",
    Lijst.LOKETVRAAG: "Goed. Ik zoek de vraag van het loket op.",
    Lijst.ADVIES: (
        "Ik stel een paar korte vragen. Daarna zeg ik wat kan passen. Weet je iets niet? Zeg dat gewoon."
    ),
}
TOLK = next(vraag for vraag in VRAGEN[Lijst.AANVRAAG] if vraag.id == "tolk")
MAAK = {Lijst.AANVRAAG: maak_aanvraag, Lijst.LIDMAATSCHAP: maak_lidmaatschap}
OVER_HULP = frozenset("DOC")
"""The texts about the two instruments (`loket.domain.bron.WERKEN`)."""
HERVAT = "We gaan verder waar je gestopt was."
RAAD_KOMT_NOG = Uiting("Mijn raad geef ik na deze vragen. Dan zeg ik ook waarom.")


RICHTINGEN = {
    "aanvraag_doen": Richting.AANVRAAG,
    "advies_vragen": Richting.ADVIES,
    "lidmaatschap_aanvragen": Richting.LIDMAATSCHAP,
    "erkenning_nakijken": Richting.ERKENNING,
    "aanvraag_opvolgen": Richting.OPVOLGING,
    "aanvraag_intrekken": Richting.INTREKKEN,
    "loket_antwoorden": Richting.LOKETVRAAG,
    "gesprek_wissen": Richting.WISSEN,
}
ZEKER_ANDERS = 0.95
"""So sure the model must be that a message in a form wants something else: in practice, a button's text."""


class Formulieractie(Kantooractie):
    """An action of one of the forms."""

    patroon: str
    vraagt_zelf = True

    def __init__(self, kantoor: Kantoor, lijst: Lijst) -> None:
        super().__init__(kantoor)
        self.lijst = lijst
        self.naam = self.patroon.format(lijst.value)

    def zeg(self, dispatcher: CollectingDispatcher, *uitingen: Uiting) -> None:
        """Say these; all but what is said to danger belongs to the form."""
        for uiting in uitingen:
            formulier = "" if uiting.soort is Soort.GEVAAR else self.lijst.value
            zeg(dispatcher, uiting, self.kantoor, formulier)

    def omgeving(self, tracker: Tracker | None = None) -> Omgeving:
        """What the conversation needs to know of the world, and of what was typed in it."""
        genoemd = _genoemd(tracker) if tracker else {}
        return Omgeving(
            vandaag=self.vandaag(),
            plaatsen=self.kantoor.plaatsen,
            loket=self._loket,
            bewaartermijn_dagen=self.kantoor.instellingen.langste_bewaartermijn_dagen,
            genoemd=lambda tekst: genoemd.get(tekst, NIETS),
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
        bericht = self._van_deze_lijst(_bericht(tracker))
        standen = standen_van(tracker)
        stand = standen.get(self.lijst)
        vervolg: tuple[Uiting, ...] = ()
        if stand is None or stand.afloop is not None:
            stap = self._begin(dispatcher, standen, tracker)
            # What a list before took as a fact, a code, is not asked about at the begin of the next one.
            vermoeden = () if bericht.zwak and volgt_op_lijst(tracker) else op_volgorde(bericht.vermoeden)
            stap = replace(stap, stand=replace(stap.stand, vermoeden=vermoeden))
        elif vervolg := self._op_vervolg(tracker, bericht, rol_van(stand.antwoorden)):
            self.zeg(dispatcher, *vervolg)
            stap = Stap(stand)
        elif tracker.get_slot("antwoord") is not None:
            stap = verwerk(stand, bericht, self.omgeving(tracker))
        else:
            stap = Stap(stand)  # Rasa comes back to the form after something else: just ask again.
        stap = self._met_tolk(stap, tracker)
        self.zeg(dispatcher, *stap.zeg)
        uitgelegd = vervolg[0].onderwerp if vervolg else ""
        rol = rol_van(stap.stand.antwoorden)
        if stap.onderwerp is not None and stap.onderwerp in self.kennis:
            self.zeg(dispatcher, tussendoor(self.kennis[stap.onderwerp], rol))
            uitgelegd = stap.onderwerp
        stand = stap.stand
        if stand.afloop is Afloop.VERSTUREN and not await self._verstuur(dispatcher, stand):
            stand = replace(stand, afloop=None)
        events = [
            bewaar({**standen, self.lijst: stand}),
            SlotSet("antwoord", None),
            SlotSet("rol", rol.value if rol else tracker.get_slot("rol")),
        ]
        if uitgelegd:
            events.append(SlotSet("onderwerp", uitgelegd))
        return [*events, SlotSet("requested_slot", None)] if stand.afloop else events

    def _van_deze_lijst(self, bericht: Bericht) -> Bericht:
        """The message without a topic that cannot be meant: "hoeveel moeten er zijn" is, in a list about the
        Cliëntenforum, no question about the services at a cliëntoverleg.
        """
        onderwerp = self.kennis.get(bericht.onderwerp or "")
        if self.lijst not in FORUM or onderwerp is None or bericht.zekerheid >= LETTERLIJK:
            return bericht
        over_hulp = all(bron.werk in OVER_HULP for bron in onderwerp.bronnen)
        return replace(bericht, onderwerp=None, zekerheid=0.0) if over_hulp else bericht

    def _met_tolk(self, stap: Stap, tracker: Tracker) -> Stap:
        """The step, with a note for the loket when this person also wrote another language: whoever calls
        back must know, and the short road does not ask (draaiboek 3.1).
        """
        stand = stap.stand
        if self.lijst is not Lijst.AANVRAAG or stand.afloop is not None:
            return stap
        if TOLK.id in stand.antwoorden or stand.huidige == TOLK.id:
            return stap
        taal = next((TAALNAMEN[taal] for taal in talen_van(tracker) if taal in TAALNAMEN), None)
        if taal is None:
            return stap
        tolk = Antwoord(Status.GEGEVEN, f"Misschien. Wie dit vraagt, schreef ook {taal}.")
        antwoorden = {**stand.antwoorden, TOLK.id: tolk}
        noot = noteer_ook((TOLK,), antwoorden)
        return replace(stap, stand=replace(stand, antwoorden=antwoorden), zeg=(*stap.zeg, *noot))

    def _op_vervolg(self, tracker: Tracker, bericht: Bericht, rol: Rol | None) -> tuple[Uiting, ...]:
        """The answer to "meer" or "leg eens makkelijker uit" right after an explanation in the form, and to
        "waarom bemiddeling?"; nothing for any other message.
        """
        if bericht.gevaar:
            return ()
        if vraagt_waarom_raad(bericht.tekst) and (over_raad := self._op_waarom(tracker, bericht.tekst, rol)):
            return over_raad
        vorig = self.kennis.get(_net_uitgelegd(tracker))
        uiting = op_vervolg(vorig, self.kennis, rol, bericht.tekst) if vorig else None
        if uiting:
            return (uiting,)
        vraagt = bericht.tekst.strip().endswith("?") and lees_vervolg(bericht.tekst) is Vervolg.ANDER
        if vraagt and (ander := ander_instrument(None, bericht.tekst)):
            return (tussendoor(self.kennis[ander], rol),)
        return ()

    def _op_waarom(self, tracker: Tracker, tekst: str, rol: Rol | None) -> tuple[Uiting, ...]:
        """Why the advice was given that came before this form; else why the instrument exists."""
        if (antwoorden := na_advies(tracker)) is not None:
            redenen, _ = waarom(antwoorden, tekst)
            return redenen
        if instrument := instrument_in(tekst):
            return (tussendoor(self.kennis[WAAROM_INSTRUMENT[instrument]], rol),)
        return (RAAD_KOMT_NOG,) if self.lijst is Lijst.ADVIES else ()

    def _begin(self, dispatcher: CollectingDispatcher, standen: Standen, tracker: Tracker) -> Stap:
        bekend = _al_bekend(self.lijst, standen, tracker)
        eerder = standen.get(self.lijst)
        if eerder is not None and eerder.afloop is Afloop.LATER:
            self.zeg(dispatcher, Uiting(HERVAT))
            return Stap(hervat(eerder, bekend))
        if eerder is not None and eerder.afloop is Afloop.OVER:
            bekend = {**eerder.antwoorden, **bekend}
        if eerder is not None and self._vraagt_raad_weer(eerder, tracker):
            return Stap(eerder)
        if opening := OPENING.get(self.lijst):
            self.zeg(dispatcher, Uiting(opening))
        if eerder is not None and eerder.afloop is Afloop.OVER and eerder.naar is None:
            self.zeg(dispatcher, overgenomen(self.lijst, eerder.antwoorden))
        gezegd = _gezegd(tracker, self.lijst)
        stap = begin(self.lijst, str(uuid4()), bekend, gezegd, self.omgeving(tracker))
        if self.lijst is not Lijst.AANVRAAG:
            return stap
        return replace(stap, stand=replace(stap.stand, verteld=_verteld(tracker)))

    def _vraagt_raad_weer(self, eerder: Stand, tracker: Tracker) -> bool:
        """Whether who got an advice asks for it in other words ("wat zou jij doen?"): then it is told again.

        With the button the questions begin anew.
        """
        zekerheid = (tracker.latest_message.get("intent") or {}).get("confidence", 0.0)
        return self.lijst is Lijst.ADVIES and eerder.afloop is Afloop.KLAAR and zekerheid < LETTERLIJK

    async def _verstuur(self, dispatcher: CollectingDispatcher, stand: Stand) -> bool:
        """Record the aanvraag; the person reads "ontvangen" only after it is committed."""
        nu = datetime.now(UTC)
        try:
            aanvraag = MAAK[stand.lijst](UUID(stand.id), stand.antwoorden, nu, kort=stand.kort)
            ontvangst = await asyncio.to_thread(self.kantoor.register.neem_op, aanvraag, nu)
        except RegisterFout as fout:
            logger.error("aanvraag niet opgenomen: %s", type(fout).__name__)
            self.zeg(
                dispatcher,
                Uiting(
                    "Het lukt nu niet om je aanvraag te bewaren. Ze is nog niet verstuurd. "
                    "Je antwoorden staan er nog. Probeer het over een minuut opnieuw, of bel.",
                    soort=Soort.FOUT,
                    lijnen=("jo-lijn",),
                ),
            )
            return False
        self.zeg(dispatcher, self._ontvangen(aanvraag, ontvangst))
        return True

    def _ontvangen(self, aanvraag: Aanvraag, ontvangst: Ontvangst) -> Uiting:
        """The receipt: the number and its code, who reads the aanvraag, and how to reach them."""
        ontvanger = self.kantoor.loketten.ontvanger(aanvraag.soort, aanvraag.regio)
        if aanvraag.soort is Aanvraagsoort.LIDMAATSCHAP:
            wie = LEZER[Lijst.LIDMAATSCHAP]
        else:
            wie = f"het loket van {aanvraag.regio.naam}" if aanvraag.regio else "een medewerker"
        return Uiting(
            f"Je aanvraag is ontvangen. Je nummer is {ontvangst.nummer}. Je code is {ontvangst.volgcode}.\n"
            "Schrijf ze op als dat veilig is. Met allebei vraag je hier later hoe het staat.\n"
            f"Nu leest {wie} ze. Daarna krijg je antwoord, zoals jij vroeg. "
            "Duurt het langer dan een week? Vraag er dan gerust naar.\n"
            f"{ontvanger.organisatie}: {ontvanger.telefoon or ontvanger.email}",
            soort=Soort.ONTVANGST,
        )


class Stel(Formulieractie):
    """Ask what is to be asked now."""

    patroon = "action_ask_{}_form_antwoord"

    async def doe(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Gebeurtenissen:
        """The question, the overview or the request for consent."""
        stand = standen_van(tracker).get(self.lijst)
        if stand is not None:
            self.zeg(dispatcher, vraag_nu(stand, self.omgeving()))
        return []


def _bericht(tracker: Tracker) -> Bericht:
    onderwerp, zekerheid = onderwerp_van(tracker)
    intent = tracker.latest_message.get("intent") or {}
    richting = (
        RICHTINGEN.get(intent.get("name") or "") if intent.get("confidence", 0.0) >= ZEKER_ANDERS else None
    )
    gevaar, vermoeden = gevaar_nu(tracker)
    tekst = van_mens(tracker.latest_message.get("text") or "")
    onzin = bool(tracker.latest_message.get("onzin"))
    geleden = gevaar_geleden(tracker)
    slot = tracker.latest_message.get("slotvraag") or {}
    aan_het_einde = slot.get("onderwerp"), slot.get("zekerheid", 0.0)
    zwak = is_zwak(tracker.latest_message)
    return Bericht(
        tekst, onderwerp, zekerheid, richting, gevaar, vermoeden, onzin, geleden, *aan_het_einde, zwak
    )


def volgt_op_lijst(tracker: Tracker) -> bool:
    """Whether another list ended with this same message: what it says was taken there."""
    for event in reversed(tracker.events):
        if event.get("event") == "user":
            return False
        if event.get("event") == "action" and str(event.get("name")).startswith("action_na_"):
            return True
    return False


def _net_uitgelegd(tracker: Tracker) -> str:
    """The topic that was explained between this message of the person and the one before; "" for none."""
    gezien = 0
    for event in reversed(tracker.events):
        gezien += event.get("event") == "user"
        if gezien == 2:
            break
        if event.get("event") == "slot" and event.get("name") == "onderwerp" and event.get("value"):
            return str(event["value"])
    return ""


EENMALIG = frozenset({Lijst.OPVOLGING, Lijst.INTREKKEN})
"""The lists that are asked anew each time: a number that was wrong before must not come back."""


def _gezegd(tracker: Tracker, lijst: Lijst) -> list[str]:
    """What the person said last, newest first: who told an age or a place need not tell it again."""
    teksten = [bericht.get("text") or "" for bericht in berichten_van(tracker)]
    return [van_mens(tekst) for tekst in reversed(teksten[-(1 if lijst in EENMALIG else TERUGKIJKEN) :])]


LANG_VERHAAL = 40
"""In words: so long a message tells more than its danger."""
KORTSTE_VERHAAL = 15
"""In words: a shorter message is no story that can be taken over."""


def _over_gevaar(bericht: Mapping[str, Any]) -> bool:
    gevaar = (bericht.get("parse_data") or {}).get("gevaar") or {}
    return bool(gevaar.get("zeker") or gevaar.get("vermoeden"))


def _verteld(tracker: Tracker) -> str:
    """The longest thing that the person told before; "" when that is no story. What was said of danger alone
    is not taken over: that the person must choose.
    """
    teksten = [
        tekst
        for bericht in berichten_van(tracker)
        if not ontkent_gevaar(tekst := van_mens(bericht.get("text") or ""))
        and (len(tekst.split()) >= LANG_VERHAAL or not _over_gevaar(bericht))
    ]
    langste = max(teksten, key=lambda tekst: len(tekst.split()), default="")
    return langste if len(langste.split()) >= KORTSTE_VERHAAL else ""


SOORTEN = {"PERSON": "personen", "GPE": "plaatsen", "ORG": "organisaties"}
"""The entities of bot/nlu/spacy_nl.py, and where they go."""


def _genoemd(tracker: Tracker) -> dict[str, Genoemd]:
    """What the language model marked in the last messages of the person; empty without such a model."""
    uit = {}
    for bericht in berichten_van(tracker)[-TERUGKIJKEN:]:
        entiteiten = (bericht.get("parse_data") or {}).get("entities") or []
        if entiteiten:
            namen = {
                veld: tuple(str(e["value"]) for e in entiteiten if e["entity"] == soort)
                for soort, veld in SOORTEN.items()
            }
            uit[van_mens(bericht.get("text") or "")] = Genoemd(**namen)
    return uit


SAMEN_MET = {Lijst.AANVRAAG: Lijst.ADVIES, Lijst.ADVIES: Lijst.AANVRAAG}


def _al_bekend(lijst: Lijst, standen: Standen, tracker: Tracker) -> Antwoorden:
    """What the other list about the same situation knows already, and the role."""
    ander = standen.get(SAMEN_MET.get(lijst, lijst))
    bekend = dict(ander.antwoorden) if ander and ander.afloop in (Afloop.KLAAR, Afloop.OVER) else {}
    rol = rol_van_gesprek(tracker)
    if rol is not None and "rol" not in bekend:
        bekend["rol"] = Antwoord(Status.GEGEVEN, rol.naam, rol.value)
    return bekend

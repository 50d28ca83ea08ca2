"""Answering questions: the topic of the message, its answer for this role, its source and next steps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from rasa_sdk import Tracker
from rasa_sdk.events import FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.gesprek import (
    HOOFDMENU,
    MEER,
    TERUGKIJKEN,
    VERTELD,
    VERTELD_WEER,
    Gebeurtenissen,
    Kantooractie,
    aangeboden,
    berichten_van,
    gevaar_geleden,
    is_gezegd,
    laatst_gezegd,
    laatste_knoppen,
    taal_van,
    wis,
)
from actions.raad import ONDERWERP, instrument_in, makkelijke_raad, waarom
from actions.standen import na_advies
from actions.uiten import onderwerp_van, rol_van_gesprek
from loket.domain.begrippen import Instrument, Rol
from loket.domain.gesprek.begrip import is_vraag_terug
from loket.domain.gesprek.stellen import WIL_JE_WISSEN
from loket.domain.gevaar import WIE_OPNEEMT
from loket.domain.lezen.instemming import Instemming, lees_ja_nee
from loket.domain.lezen.vervolg import (
    Vervolg,
    lees_vervolg,
    vraagt_bron,
    vraagt_waarom,
    vraagt_waarom_raad,
    vraagt_wet,
)
from loket.domain.lezen.vraagvorm import vertelt
from loket.domain.routing import genoemde_plaats
from loket.domain.uiting import Uiting
from loket.domain.vragen.advies import ROL
from loket.domain.vragen.vraag import Gelezen, Lezing
from loket.kantoor import Kantoor
from loket.kennis import DOEN, Onderwerp

Kennis = Mapping[str, Onderwerp]

ONZEKER = Uiting(
    "Ik ben niet zeker dat ik je goed begrijp. Bedoel je een van deze? Of zeg het met andere woorden."
)
BRON = "Mijn uitleg komt hieruit. {}"
GEEN_ANDERE_REDEN = Uiting(
    "Andere redenen heb ik niet. Twijfel je? Vraag het aan een mens: de JO-lijn, {jo-lijn}, gratis.",
    lijnen=("jo-lijn",),
)
KIES_OF_BEL = "Kies een knop, of bel de JO-lijn: {jo-lijn}. Een tolk is gratis."
NIETS_MEER = "Meer weet ik hier niet over. Misschien helpt een van deze, of praat met een mens."
WETTEN = ("artikel_30", "regelgeving")
"""Where the law behind it is told."""
WAAROM = {
    "wat_is_clientoverleg": "waarom_clientoverleg",
    "wanneer_clientoverleg": "waarom_clientoverleg",
}
"""Where another topic tells why."""
WELK_LOKET = "welk_loket"
OVER = {
    Instrument.CLIENTOVERLEG: "wat_is_clientoverleg",
    Instrument.BEMIDDELING: "wat_is_bemiddeling",
}
"""The topic about each instrument."""
WAAROM_INSTRUMENT = {
    Instrument.CLIENTOVERLEG: "waarom_clientoverleg",
    Instrument.BEMIDDELING: "wanneer_bemiddeling",
}
"""What is told to "waarom bemiddeling?" by who got no advice."""
NOG_GEEN_RAAD = Uiting(
    "Ik gaf je nog geen raad. Zal ik met een paar vragen zoeken wat past?",
    (DOEN["advies"], *(titel for titel in HOOFDMENU if titel != DOEN["advies"])),
)
MENU = Uiting("Wat wil je doen? Je mag ook gewoon je vraag typen.", HOOFDMENU)
NA_GEVAAR = replace(WIE_OPNEEMT, knoppen=HOOFDMENU)
NAAR_MENS = Uiting(
    "Sorry, ik begrijp je nog altijd niet. Een mens kan je beter helpen. Bel gratis de JO-lijn: {jo-lijn}. "
    "Of kies een knop.",
    lijnen=("jo-lijn",),
)


def antwoord(onderwerp: Onderwerp, kennis: Kennis, rol: Rol | None) -> Uiting:
    """The short answer, with "meer weten" and the next steps on buttons."""
    knoppen = [MEER] if onderwerp.meer_voor(rol) else []
    knoppen += [kennis[naar].titel for naar in onderwerp.verder]
    knoppen += [DOEN[stap] for stap in onderwerp.doen]
    return Uiting(
        onderwerp.tekst(rol),
        tuple(knoppen) or HOOFDMENU,
        bron=onderwerp.bron,
        onderwerp=onderwerp.id,
    )


def tussendoor(onderwerp: Onderwerp, rol: Rol | None) -> Uiting:
    """The answer inside a form: without buttons, because the form's question follows."""
    return Uiting(onderwerp.tekst(rol), bron=onderwerp.bron, onderwerp=onderwerp.id)


def meer_over(onderwerp: Onderwerp, kennis: Kennis, rol: Rol | None, tekst: str) -> tuple[Onderwerp, str]:
    """What "meer" or "waarom?" (`tekst`) after this topic is answered with: a topic and its text, "" for
    nothing. Who asks why gets the reason where the texts give one; who asks where it is written, the source.
    """
    waarom = WAAROM.get(onderwerp.id)
    if waarom and vraagt_waarom(tekst):
        return kennis[waarom], kennis[waarom].tekst(rol)
    if vraagt_bron(tekst):
        return onderwerp, BRON.format(onderwerp.bron)
    return onderwerp, onderwerp.meer_voor(rol)


def op_vervolg(onderwerp: Onderwerp, kennis: Kennis, rol: Rol | None, tekst: str) -> Uiting | None:
    """The answer inside a form to a short question about the topic explained just before; None when the
    text is no such question, or there is no more to tell.
    """
    naar, gezegd = onderwerp, ""
    match lees_vervolg(tekst):
        case Vervolg.MAKKELIJKER:
            gezegd = onderwerp.makkelijk
        case Vervolg.MEER if onderwerp.id in WAAROM or not vraagt_waarom(tekst):
            naar, gezegd = meer_over(onderwerp, kennis, rol, tekst)
        case Vervolg.ANDER if ander := ander_instrument(onderwerp, tekst):
            naar, gezegd = kennis[ander], kennis[ander].tekst(rol)
    return Uiting(gezegd, bron=naar.bron, onderwerp=naar.id) if gezegd else None


class Kennisactie(Kantooractie):
    """An action that knows the topics."""

    def __init__(self, kantoor: Kantoor, kennis: Kennis) -> None:
        super().__init__(kantoor)
        self.kennis = kennis

    def rol(self, tracker: Tracker) -> Rol | None:
        """Whom the answer is for: the role that was chosen, else what the person said of it lately ("mag ik
        als leerkracht …"). It is not kept: "mijn zoon" may be a neighbour's way to begin.
        """
        if (gekozen := rol_van_gesprek(tracker)) or ROL.vind is None:
            return gekozen
        lezing = Lezing(self.vandaag(), self.kantoor.plaatsen)
        for bericht in reversed(berichten_van(tracker)[-TERUGKIJKEN:]):
            if gevonden := ROL.vind(bericht.get("text") or "", ROL, lezing):
                return Rol(str(gevonden.waarde))
        return None

    def bied_aan(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> None:
        """Unsure: the nearest topics as buttons; unsure again: a human too. Never the same twice in a row."""
        if taal_van(tracker.latest_message):
            # Told in that language that this one is Dutch; what only looks near is no help.
            self.zeg(dispatcher, self._in_andere_taal())
            return
        tekst = tracker.latest_message.get("text") or ""
        if gevaar_geleden(tracker) == 1 and not is_vraag_terug(tekst):
            self.zeg(dispatcher, NA_GEVAAR)
            return
        rangorde = tracker.latest_message.get("response_selector", {}).get("vraag", {}).get("ranking", [])
        ids = [rij["intent_response_key"].partition("/")[2] for rij in rangorde[:3]]
        titels = tuple(self.kennis[id].titel for id in ids if id in self.kennis)
        if vertelt(tekst):
            uiting = VERTELD_WEER if is_gezegd(tracker, VERTELD.tekst) else VERTELD
            self.zeg(dispatcher, replace(uiting, knoppen=(DOEN["advies"], *titels[:2], DOEN["mens"])))
            return
        weer = laatst_gezegd(tracker).startswith((ONZEKER.tekst, VERTELD.tekst))
        uiting = NAAR_MENS if weer else ONZEKER
        self.zeg(dispatcher, replace(uiting, knoppen=(*titels, DOEN["advies"], DOEN["mens"])))

    def _in_andere_taal(self) -> Uiting:
        ids = ("tolk", *OVER.values())
        knoppen = (*(self.kennis[id].titel for id in ids), DOEN["aanvraag"], DOEN["mens"])
        return Uiting(KIES_OF_BEL, knoppen)

    def licht_raad_toe(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> bool:
        """Say why the advice is what it is, once; then a human. False when no advice was given."""
        antwoorden = na_advies(tracker)
        if antwoorden is None:
            return False
        tekst = tracker.latest_message.get("text") or ""
        redenen, keuze = waarom(antwoorden, tekst)
        if instrument_in(tekst) is None and is_gezegd(tracker, redenen[0].tekst):
            redenen = (GEEN_ANDERE_REDEN,)
        self.zeg(dispatcher, *redenen, keuze)
        return True


class Antwoord(Kennisactie):
    """Answer a question about a topic."""

    naam = "action_antwoord"

    async def doe(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Gebeurtenissen:
        """The answer; a model without this topic offers the nearest ones."""
        id, _ = onderwerp_van(tracker)
        onderwerp = self.kennis.get(id or "")
        if onderwerp is None:
            self.bied_aan(dispatcher, tracker)
            return []
        uiting = self._antwoord(onderwerp, tracker)
        if id == WELK_LOKET and (loket := self._loket_van(tracker.latest_message.get("text") or "")):
            uiting = replace(uiting, tekst=loket, knoppen=tuple(k for k in uiting.knoppen if k != MEER))
        self.zeg(dispatcher, uiting)
        return [SlotSet("onderwerp", id)]

    def _loket_van(self, tekst: str) -> str:
        """How to reach the loket of the place that a question names: "welk loket is voor Vilvoorde"; "" for
        none, or for more than one region.
        """
        plaats = genoemde_plaats(tekst, self.kantoor.plaatsen)
        if plaats is None:
            return ""
        loket = self.kantoor.loketten.voor(plaats.regio)
        zinnen = [
            f"Voor {plaats.leesbaar} is dat het loket van {plaats.regio.naam} ({loket.organisatie}).",
            f"Telefoon: {loket.telefoon}",
            *(f"Mail voor {instrument.naam}: {loket.email(instrument)}" for instrument in Instrument),
        ]
        return "\n".join(zinnen)

    def _antwoord(self, onderwerp: Onderwerp, tracker: Tracker) -> Uiting:
        """The answer; all of it for who asks on about what was told just now: "wie kiest die?"."""
        rol = self.rol(tracker)
        uiting = antwoord(onderwerp, self.kennis, rol)
        gezegd, meer = laatst_gezegd(tracker), onderwerp.meer_voor(rol)
        if not meer or not gezegd.startswith(onderwerp.tekst(rol).partition("{")[0]):
            return uiting
        knoppen = tuple(knop for knop in uiting.knoppen if knop != MEER)
        return replace(uiting, tekst=f"{uiting.tekst}\n{meer}", knoppen=knoppen or HOOFDMENU)


class Meer(Kennisactie):
    """Tell more about the topic explained last."""

    naam = "action_meer"

    async def doe(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Gebeurtenissen:
        """The longer answer, the reason or the source. Told already, or nothing more to tell: what is near,
        and a human. Right after an answer to danger: what happens when one calls.
        """
        if gevaar_geleden(tracker) == 1:
            self.zeg(dispatcher, NA_GEVAAR)
            return []
        tekst = tracker.latest_message.get("text") or ""
        over_raad = vraagt_waarom_raad(tekst)
        if (over_raad or tracker.get_slot("onderwerp") == ONDERWERP) and self.licht_raad_toe(
            dispatcher, tracker
        ):
            return [SlotSet("onderwerp", ONDERWERP)]
        onderwerp = self.kennis.get(tracker.get_slot("onderwerp") or "")
        rol = self.rol(tracker)
        if over_raad and (instrument := instrument_in(tekst)):
            onderwerp = self.kennis[WAAROM_INSTRUMENT[instrument]]
            self.zeg(dispatcher, antwoord(onderwerp, self.kennis, rol))
            return [SlotSet("onderwerp", onderwerp.id)]
        if over_raad:
            self.zeg(dispatcher, NOG_GEEN_RAAD)
            return []
        if onderwerp is None:
            self.zeg(dispatcher, Uiting("Waarover wil je meer weten?", HOOFDMENU))
            return []
        naar, meer = meer_over(onderwerp, self.kennis, rol, tekst)
        if naar is not onderwerp:
            self.zeg(dispatcher, antwoord(naar, self.kennis, rol))
            return [SlotSet("onderwerp", naar.id)]
        knoppen = [self.kennis[naar].titel for naar in onderwerp.verder]
        if not meer or is_gezegd(tracker, meer):
            self.zeg(dispatcher, Uiting(NIETS_MEER, (*knoppen, DOEN["mens"])))
            return []
        knoppen += [DOEN[stap] for stap in onderwerp.doen]
        bron = "" if vraagt_bron(tekst) else onderwerp.bron  # else it would stand there twice
        if vraagt_wet(tekst):
            knoppen = [self.kennis[id].titel for id in WETTEN if id != onderwerp.id] + knoppen
        uiting = Uiting(meer, tuple(knoppen) or HOOFDMENU, bron=bron, onderwerp=onderwerp.id)
        self.zeg(dispatcher, uiting)
        return []


class Menu(Meer):
    """What can be done now. A yes to an offer takes it, after an explanation it asks for more."""

    naam = "action_menu"

    async def doe(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Gebeurtenissen:
        """The menu, or what was offered or asked just before and is wanted."""
        if lees_ja_nee(tracker.latest_message.get("text") or "") is Instemming.JA:
            if aanbod := aangeboden(tracker):
                return [FollowupAction(aanbod)]
            if laatst_gezegd(tracker) == WIL_JE_WISSEN.tekst:
                wis(dispatcher)
                return []
            if MEER in laatste_knoppen(tracker):
                return await super().doe(dispatcher, tracker)
        self.zeg(dispatcher, MENU)
        return []


class Makkelijker(Kennisactie):
    """Say the same in simpler words."""

    naam = "action_makkelijker"

    async def doe(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Gebeurtenissen:
        """The simplest version there is; after that a human."""
        over_raad = tracker.get_slot("onderwerp") == ONDERWERP
        if over_raad and (antwoorden := na_advies(tracker)) is not None:
            uitleg = {instrument: self.kennis[id].makkelijk for instrument, id in OVER.items()}
            self.zeg(dispatcher, *makkelijke_raad(antwoorden, uitleg))
            return []
        onderwerp = self.kennis.get(tracker.get_slot("onderwerp") or "")
        if onderwerp is None:
            self.zeg(dispatcher, Uiting("Wat wil je makkelijker horen? Kies of typ je vraag.", HOOFDMENU))
        elif onderwerp.makkelijk:
            knoppen = (onderwerp.titel, *(DOEN[stap] for stap in ("advies", "mens")))
            makkelijk = Uiting(onderwerp.makkelijk, knoppen, bron=onderwerp.bron, onderwerp=onderwerp.id)
            self.zeg(dispatcher, makkelijk)
        else:
            tekst = "Makkelijker kan ik het niet. Bel gerust, dan legt een mens het uit: {jo-lijn}, gratis."
            self.zeg(dispatcher, Uiting(tekst, HOOFDMENU, lijnen=("jo-lijn",)))
        return []


class AnderInstrument(Kennisactie):
    """The same question about the other instrument."""

    naam = "action_ander_instrument"

    async def doe(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Gebeurtenissen:
        """What `ander_instrument` finds, else a question."""
        vorig = self.kennis.get(tracker.get_slot("onderwerp") or "")
        naar = ander_instrument(vorig, tracker.latest_message.get("text") or "")
        if naar is None:
            self.zeg(dispatcher, Uiting("Waarover wil je iets weten?", HOOFDMENU))
            return []
        uiting = antwoord(self.kennis[naar], self.kennis, self.rol(tracker))
        if vorig is not None and naar == vorig.id:
            uiting = replace(uiting, tekst=f"{VOOR_ALLEBEI} {uiting.tekst}")
        elif vorig is not None and not vorig.ander and naar in OVER.values():
            uiting = replace(uiting, tekst=f"{WEET_NIET_OF} {uiting.tekst}")
        self.zeg(dispatcher, uiting)
        return [SlotSet("onderwerp", naar)]


VOOR_ALLEBEI = "Wat ik daarnet zei, gaat over allebei."
WEET_NIET_OF = "Of dat daar ook zo is, weet ik niet. Vraag het gerust aan het loket. Dit weet ik wel."


def ander_instrument(vorig: Onderwerp | None, tekst: str) -> str | None:
    """The counterpart of the topic told last: the topic itself where it tells of both. Else the topic about
    the instrument that a text names.
    """
    if vorig and vorig.ander:
        return vorig.ander
    instrument = instrument_in(tekst)
    return OVER[instrument] if instrument else None


class Terugval(Kennisactie):
    """Not understood: say so, offer what is near, and a human."""

    naam = "action_terugval"

    async def doe(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Gebeurtenissen:
        """The nearest topics; the second time in a row a human's number."""
        self.bied_aan(dispatcher, tracker)
        return []


ROLZIN = {
    Rol.JONGERE: "Fijn dat je er bent. Je mag alles vragen. Je hoeft je naam niet te zeggen.",
    Rol.OUDER: "Fijn dat je er bent. Je mag alles vragen over hulp voor je kind en je gezin.",
    Rol.VERTROUWENSPERSOON: "Goed dat je er bent. Een vertrouwenspersoon mag zelf een overleg aanvragen.",
    Rol.HULPVERLENER: "Welkom. Ik geef uitleg met de bron erbij. Een aanvraag doe je samen met je cliënt.",
    Rol.ANDERE: "Welkom. Ik geef uitleg en ik wijs je de weg.",
}


class Rolkeuze(Kennisactie):
    """Remember who speaks, and show what can be done."""

    naam = "action_rol"

    async def doe(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Gebeurtenissen:
        """Read the role with the same reader as the aanvraag does. No role in it: it was not understood."""
        tekst = tracker.latest_message.get("text") or ""
        lezing = Lezing(self.vandaag(), self.kantoor.plaatsen)
        gelezen = ROL.lees(tekst, ROL, lezing)
        waarde = gelezen.waarde if isinstance(gelezen, Gelezen) else None
        if not isinstance(waarde, str):
            self.bied_aan(dispatcher, tracker)
            return []
        self.zeg(dispatcher, Uiting(f"{ROLZIN[Rol(waarde)]}\nWat wil je doen?", HOOFDMENU))
        return [SlotSet("rol", waarde)]

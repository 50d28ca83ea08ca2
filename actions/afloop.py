"""What follows when a form has ended: another form, wiping, a pause, or what there is to say at the end."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from typing import NamedTuple

from rasa_sdk import Tracker
from rasa_sdk.events import FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.gesprek import HOOFDMENU, Gebeurtenissen, Kantooractie, wis
from actions.raad import ONDERWERP, raad
from actions.standen import bewaar, standen_van
from loket.domain.begrippen import Rol
from loket.domain.bron import bronregel, lees_bron
from loket.domain.erkenning import ADRES, Nazicht, Oordeel, kijk_na, termijnen
from loket.domain.gesprek.knoppen import VERDER
from loket.domain.gesprek.stand import SAMEN, Afloop, Lijst, Stand
from loket.domain.lezen.datum import in_woorden
from loket.domain.reden import Gewicht, Reden, in_groepen
from loket.domain.uiting import Uiting
from loket.domain.vragen.advies import rol_van
from loket.domain.vragen.erkenning import naar_erkenningantwoorden
from loket.kantoor import Kantoor


class Slot(NamedTuple):
    """The end of a form: what is said, and the state to go on with in the form of another list."""

    uitingen: tuple[Uiting, ...]
    naar: Stand | None = None


class NaFormulier(Kantooractie):
    """What follows when the form of `lijst` has ended. `vergeet`: its answers then leave the conversation.
    `onderwerp`: what the end is about, for a question that leans on it ("waarom?").
    """

    lijst: Lijst
    vergeet = False
    onderwerp: str | None = None

    def __init__(self, kantoor: Kantoor) -> None:
        super().__init__(kantoor)
        self.naam = f"action_na_{self.lijst}"

    async def doe(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Gebeurtenissen:
        """Do what the domain said; `slot` is for a form that came to its own end."""
        standen = standen_van(tracker)
        stand = standen.get(self.lijst)
        if stand is None:
            self.zeg(dispatcher, Uiting("Wat wil je doen?", HOOFDMENU))
            return []
        if stand.naar is not None:
            return [FollowupAction(f"{stand.naar}_form")]
        if stand.afloop is Afloop.LATER:
            self.zeg(dispatcher, _tot_later(self.kantoor, self.lijst))
            return []
        if stand.afloop is Afloop.WISSEN:
            wis(dispatcher)
            return [bewaar({})]
        slot = await self.slot(stand)
        self.zeg(dispatcher, *slot.uitingen)
        weg: frozenset[Lijst] = frozenset()
        if self.vergeet or stand.afloop is Afloop.VERSTUREN:
            # The answers are with who reads them now: they need not stay in the conversation too.
            weg = SAMEN if self.lijst in SAMEN else frozenset({self.lijst})
        verder = {lijst: stand for lijst, stand in standen.items() if lijst not in weg}
        verder |= self.blijft(stand) if stand.afloop is Afloop.VERSTUREN else {}
        if slot.naar is None:
            return [bewaar(verder), *([SlotSet("onderwerp", self.onderwerp)] if self.onderwerp else [])]
        return [bewaar({**verder, slot.naar.lijst: slot.naar}), FollowupAction(f"{slot.naar.lijst}_form")]

    def blijft(self, _stand: Stand) -> Mapping[Lijst, Stand]:
        """What stays in the conversation all the same of what was sent."""
        return {}

    @abstractmethod
    async def slot(self, stand: Stand) -> Slot:
        """The end of this form."""


VAN_DE_HULPVERLENER = ("bereik", "wanneer", "naam")
"""How to reach a helper is the same for the next cliënt."""


class NaAanvraag(NaFormulier):
    """What happens next, after the aanvraag was sent."""

    lijst = Lijst.AANVRAAG

    def blijft(self, stand: Stand) -> Mapping[Lijst, Stand]:
        """Of a helper who may have more cliënten, how to be reached; nothing of the cliënt."""
        antwoorden = {id: stand.antwoorden[id] for id in VAN_DE_HULPVERLENER if id in stand.antwoorden}
        if rol_van(stand.antwoorden) is not Rol.HULPVERLENER or not antwoorden:
            return {}
        return {self.lijst: Stand(self.lijst, stand.id, antwoorden, afloop=Afloop.OVER)}

    async def slot(self, stand: Stand) -> Slot:
        """The steps of the loket (omzendbrief 3)."""
        return Slot(
            (
                Uiting(
                    "Het loket kijkt na of alles in orde is. "
                    "Daarna belt of schrijft een voorzitter of bemiddelaar je.",
                    (
                        "Wat gebeurt er na mijn aanvraag?",
                        VERDER[Lijst.OPVOLGING],
                        "Wis mijn gesprek",
                        "Bedankt",
                    ),
                    bron="Bron: omzendbrief, 3",
                ),
            )
        )


class NaLidmaatschap(NaFormulier):
    """What happens next, after the membership request was sent."""

    lijst = Lijst.LIDMAATSCHAP

    async def slot(self, stand: Stand) -> Slot:
        """The forum answers; what members agree on (L: gegevens, charter)."""
        return Slot(
            (
                Uiting(
                    "Het Cliëntenforum neemt contact op over je aanvraag. "
                    "Alle leden houden zich aan een charter. Dat is een lijst met afspraken.",
                    ("Afspraken tussen de leden van het forum", "Wis mijn gesprek", "Bedankt"),
                    bron=bronregel((lees_bron("L gegevens"), lees_bron("L charter"))),
                ),
            )
        )


class NaAdvies(NaFormulier):
    """Give the advice, and the way to an aanvraag."""

    lijst = Lijst.ADVIES
    onderwerp = ONDERWERP

    async def slot(self, stand: Stand) -> Slot:
        """Both instruments, each with its outcome, reasons and sources; a choice that refuses nothing."""
        return Slot(raad(stand.antwoorden))


class NaErkenning(NaFormulier):
    """Tell which conditions are met, and the days of the procedure."""

    lijst = Lijst.ERKENNING
    onderwerp = "erkenning_voorwaarden"

    async def slot(self, stand: Stand) -> Slot:
        """Every condition with its source, the dates worked out from today, and what to send (L)."""
        nazicht = kijk_na(naar_erkenningantwoorden(stand.antwoorden))
        dagen = termijnen(vandaag := self.vandaag())
        return Slot(
            (
                _oordeel(nazicht),
                Uiting(
                    f"Dien je vandaag in, op {in_woorden(vandaag)}? Dan gelden deze dagen:\n"
                    f"• Ten laatste op {in_woorden(dagen.ontvankelijk)}: is je dossier volledig en juist?\n"
                    f"• Ten laatste op {in_woorden(dagen.beslissing)}: de beslissing, met uitleg.\n"
                    "Ben je erkend? Stuur dan elk jaar een verslag, ten laatste op 1 april. "
                    f"De eerste 1 april na de beslissing is {in_woorden(dagen.verslag)}.",
                    bron=bronregel((lees_bron("L termijnen"), lees_bron("L verslag"))),
                ),
                Uiting(
                    f"Indienen kan altijd, met een mail naar {ADRES}. "
                    "Stuur het formulier, de statuten en het bewijs dat jullie dit beslisten. "
                    "Statuten zijn de regels van een vereniging. "
                    "Ik geef enkel raad: het agentschap Opgroeien regie beslist.",
                    (
                        "Welke stukken heb je nodig?",
                        "Wie beslist over de erkenning?",
                        "Lidmaatschap aanvragen",
                        "Ik wil een mens spreken",
                    ),
                    bron=bronregel(
                        tuple(lees_bron(f"L {punt}") for punt in ("aanvraag", "dossier", "beslissing"))
                    ),
                ),
            )
        )


OORDEELZIN = {
    Oordeel.VOLDOET: "Goed nieuws: met deze antwoorden voldoet je vereniging aan alle voorwaarden.",
    Oordeel.ONDUIDELIJK: "Niets staat een erkenning in de weg, maar nog niet alles is duidelijk.",
    Oordeel.VOLDOET_NIET: "Met deze antwoorden voldoet je vereniging nog niet. Indienen mag altijd.",
}
GROEPEN: Mapping[Gewicht, str] = {
    Gewicht.TEGEN: "Dit ontbreekt nog:",
    Gewicht.OPEN: "Dit zoek je nog uit:",
    Gewicht.VOOR: "Dit is in orde:",
}


def _oordeel(nazicht: Nazicht) -> Uiting:
    """The outcome and its reasons, those that matter most first; behind each the part of the text."""

    def regel(reden: Reden) -> str:
        return f"• {reden.tekst} ({', '.join(bron.punt for bron in reden.bronnen)})"

    regels = [OORDEELZIN[nazicht.oordeel], *in_groepen(nazicht.redenen, GROEPEN, regel)]
    return Uiting("\n".join(regels), bron=bronregel((lees_bron("L"),)))


def _tot_later(kantoor: Kantoor, lijst: Lijst) -> Uiting:
    dagen = kantoor.instellingen.bewaartermijn_gesprek_dagen
    return Uiting(
        f"Goed. Ik bewaar je antwoorden nog {dagen} dagen. Niemand krijgt ze te lezen. "
        f"Wil je verder? Zeg dan: {VERDER[lijst].lower()}",
        (VERDER[lijst], "Wis mijn gesprek"),
    )

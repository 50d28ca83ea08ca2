"""What follows on the forms about an aanvraag that was sent: how it stands, withdrawing, answering.

Number and code open it; an unknown number and a wrong code give the same answer, and the record brakes
guessing. Nothing of what the asker wrote is ever said here: who has the phone now need not be who sent it.
"""

from __future__ import annotations

import asyncio
import logging
from abc import abstractmethod
from datetime import UTC, datetime

from actions.afloop import NaFormulier, Slot
from actions.gesprek import HOOFDMENU
from loket.domain.aanvraag import Antwoord, Status
from loket.domain.bron import bronregel, lees_bron
from loket.domain.dossier.fouten import NietMogelijk, OnbekendOfFout, OngeldigeInvoer, TeVaak
from loket.domain.dossier.toestand import Staat
from loket.domain.gesprek.knoppen import VERDER
from loket.domain.gesprek.stand import Afloop, Lijst, Stand
from loket.domain.lezen.datum import in_woorden
from loket.domain.uiting import Soort, Uiting
from loket.domain.vragen.opvolging import Tevreden, gegeven, is_zeker, mag_sturen, tevreden
from loket.kennis import DOEN
from loket.store.database import RegisterFout
from loket.store.vrager import OpenVraag, VragerToestand

logger = logging.getLogger(__name__)

MENS = DOEN["mens"]
FOUT = Uiting(
    "Dit nummer en deze code horen niet bij elkaar. Kijk ze allebei na. "
    "Ben je er een kwijt? Bel het loket van je regio: {loketten}",
    (VERDER[Lijst.OPVOLGING], MENS),
    Soort.FOUT,
)
CODE_FOUT = Uiting(
    "Met deze code vind ik geen vraag. Kijk de code na. Misschien is ze al gebruikt. "
    "Bel gerust het loket van je regio: {loketten}",
    (VERDER[Lijst.LOKETVRAAG], MENS),
    Soort.FOUT,
)
TE_VAAK = Uiting(
    "Er was te vaak een foute code. Wacht een uur, of bel het loket van je regio: {loketten}",
    (MENS,),
    Soort.FOUT,
)
STORING = Uiting(
    "Ik kan nu niet bij de aanvragen. Er is niets veranderd. Probeer het straks opnieuw, of bel.",
    soort=Soort.FOUT,
    lijnen=("jo-lijn",),
)


class NaOpvolging(NaFormulier):
    """The end of a form about an aanvraag that was sent: `kijk` in the record, and say what is there."""

    vergeet = True
    fout = FOUT

    async def slot(self, stand: Stand) -> Slot:
        """What `kijk` says, or what stood in the way."""
        try:
            return await asyncio.to_thread(self.kijk, stand, datetime.now(UTC))
        except OnbekendOfFout:
            return Slot((self.fout,))
        except TeVaak:
            return Slot((TE_VAAK,))
        except RegisterFout as fout:
            logger.error("opvolging mislukt: %s", type(fout).__name__)
            return self.bij_storing(stand)

    @abstractmethod
    def kijk(self, stand: Stand, nu: datetime) -> Slot:
        """Ask the record. Raises OnbekendOfFout, TeVaak or a RegisterFout."""

    def bij_storing(self, stand: Stand) -> Slot:
        """The record cannot be reached."""
        del stand
        return Slot((STORING,))


class NaVraagOpvolging(NaOpvolging):
    """How the aanvraag stands; an open question of the loket can be answered at once."""

    lijst = Lijst.OPVOLGING

    def kijk(self, stand: Stand, nu: datetime) -> Slot:
        """Where it is, what comes next and by when, the letter with a decision."""
        toestand = self.kantoor.vrager.toestand(*_nummer_en_code(stand), nu)
        if toestand.vraag and toestand.vraagcode:
            return Slot(
                (*_hoe_het_staat(toestand, ()), _vraag(toestand.vraag)), _antwoord_op(toestand.vraagcode)
            )
        if toestand.brief and toestand.oordeelcode:
            return Slot(_hoe_het_staat(toestand, ()), _oordeel_met(toestand.oordeelcode))
        knoppen = (VERDER[Lijst.INTREKKEN], MENS) if toestand.mag_intrekken else (MENS, HOOFDMENU[0])
        return Slot(_hoe_het_staat(toestand, knoppen))


class NaIntrekken(NaOpvolging):
    """Withdraw the aanvraag, after a clear yes."""

    lijst = Lijst.INTREKKEN

    def kijk(self, stand: Stand, nu: datetime) -> Slot:
        """Nothing happens without that yes."""
        if not is_zeker(stand.antwoorden):
            return Slot(
                (Uiting("Goed, ik verander niets. Je aanvraag loopt verder.", (VERDER[Lijst.OPVOLGING],)),)
            )
        nummer, code = _nummer_en_code(stand)
        try:
            toestand = self.kantoor.vrager.trek_in(nummer, code, nu)
        except NietMogelijk:
            return Slot(
                (
                    Uiting("Intrekken kan niet meer: het loket heeft al beslist."),
                    *_hoe_het_staat(self.kantoor.vrager.toestand(nummer, code, nu), (MENS,)),
                )
            )
        return Slot(_hoe_het_staat(toestand, ("Aanvraag doen", MENS)))


class NaLoketvraag(NaOpvolging):
    """Show the loket's question that goes with a code."""

    lijst = Lijst.LOKETVRAAG
    fout = CODE_FOUT

    def kijk(self, stand: Stand, nu: datetime) -> Slot:
        """The question, and on to the answer."""
        code = gegeven(stand.antwoorden, "vraagcode")
        return Slot((_vraag(self.kantoor.vrager.open_vraag(code, nu)),), _antwoord_op(code))


class NaLoketantwoord(NaOpvolging):
    """Give the answer to the loket, after a clear yes."""

    lijst = Lijst.LOKETANTWOORD
    fout = CODE_FOUT

    def kijk(self, stand: Stand, nu: datetime) -> Slot:
        """ "Ontvangen" is said only once it is recorded."""
        if not mag_sturen(stand.antwoorden):
            return Slot(
                (
                    Uiting(
                        "Goed, ik stuur niets. Met dezelfde code kan je later nog antwoorden.",
                        (VERDER[Lijst.LOKETVRAAG], MENS),
                    ),
                )
            )
        antwoord = stand.antwoorden["antwoord_loket"].tekst
        try:
            self.kantoor.vrager.beantwoord(gegeven(stand.antwoorden, "vraagcode"), antwoord, nu)
        except OngeldigeInvoer as fout:
            return Slot((Uiting(str(fout), soort=Soort.FOUT),), _zonder(stand, "antwoord_loket", "sturen"))
        return Slot(
            (
                Uiting(
                    "Je antwoord is bij het loket. De code is nu op. Het loket kijkt verder.",
                    (VERDER[Lijst.OPVOLGING], "Wis mijn gesprek", "Bedankt"),
                    Soort.ONTVANGST,
                ),
            )
        )

    def bij_storing(self, stand: Stand) -> Slot:
        """The answer is kept, and asked for again whether it may go."""
        return Slot((STORING,), _zonder(stand, "sturen"))


class NaOordeel(NaOpvolging):
    """Count whether the asker is content with how it went."""

    lijst = Lijst.OORDEEL

    def kijk(self, stand: Stand, nu: datetime) -> Slot:
        """Asked once; who is not content hears where to go with it (draaiboek 3.5)."""
        oordeel = tevreden(stand.antwoorden)
        self.kantoor.vrager.oordeel(gegeven(stand.antwoorden, "oordeelcode"), oordeel)
        knoppen = (VERDER[Lijst.OPVOLGING], MENS, HOOFDMENU[0])
        if oordeel in {Tevreden.NEE, Tevreden.DEELS}:
            zin = "Dank je om dat te zeggen. Wil je er iets aan doen? Praat met het loket, of bel de JO-lijn."
            return Slot((Uiting(zin, knoppen, lijnen=("jo-lijn",), bron=bronregel((lees_bron("D 3.5"),))),))
        zin = "Goed. " if oordeel is Tevreden.ZWIJGT else "Fijn, dank je. "
        return Slot((Uiting(f"{zin}Kan ik nog iets voor je doen?", knoppen),))

    def bij_storing(self, stand: Stand) -> Slot:
        """No one need be bothered with it: this answer is not counted, and that is all."""
        del stand
        return Slot((Uiting("Dank je. Kan ik nog iets voor je doen?", (MENS, HOOFDMENU[0])),))


def _nummer_en_code(stand: Stand) -> tuple[str, str]:
    return gegeven(stand.antwoorden, "nummer"), gegeven(stand.antwoorden, "volgcode")


def _hoe_het_staat(toestand: VragerToestand, knoppen: tuple[str, ...]) -> tuple[Uiting, ...]:
    """In words: where it is, by when there is news (omzendbrief 3), how to reach the loket."""
    regels = [*toestand.zinnen]
    if toestand.termijn:
        regels.append(f"Ten laatste op {in_woorden(toestand.termijn)} hoor je meer.")
    if toestand.staat is not Staat.INGETROKKEN:
        regels.append(f"Vragen? {toestand.loket}: {toestand.telefoon or toestand.email}")
    kern = "\n".join(regels)
    if not toestand.brief:
        return (Uiting(kern, knoppen),)
    return (Uiting(kern), Uiting(f"Dit is de brief voor jou:\n{toestand.brief}", knoppen))


def _vraag(vraag: OpenVraag) -> Uiting:
    return Uiting(f"Dit vraagt het loket:\n{vraag.vraag}")


def _antwoord_op(code: str) -> Stand:
    """The form for the answer, that knows which question it is about."""
    return Stand(
        Lijst.LOKETANTWOORD, "", {"vraagcode": Antwoord(Status.GEGEVEN, waarde=code)}, afloop=Afloop.OVER
    )


def _oordeel_met(code: str) -> Stand:
    """The question whether it went well, that knows which figures it is for."""
    return Stand(
        Lijst.OORDEEL, "", {"oordeelcode": Antwoord(Status.GEGEVEN, waarde=code)}, afloop=Afloop.OVER
    )


def _zonder(stand: Stand, *vragen: str) -> Stand:
    """The form once more, without these answers."""
    over = {vraag: antwoord for vraag, antwoord in stand.antwoorden.items() if vraag not in vragen}
    return Stand(stand.lijst, "", over, afloop=Afloop.OVER)

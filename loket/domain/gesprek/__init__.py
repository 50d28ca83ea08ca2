"""The conversation about a list of questions: what is asked, how an answer is taken, what comes next.

Pure: a state (`Stand`) and a message go in, a new state and replies come out (`Stap`). "Wat past bij
mij?" and the aanvraag are the same machine over two lists. The rest of the project brings messages
here and carries out what `Stap` says; it decides nothing about the conversation itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from loket.domain.aanvraag import Antwoord, Antwoorden, Status
from loket.domain.gesprek.afronden import (
    bij_overzicht,
    bij_stoppen,
    bij_toestemming,
    bij_wijzigen,
    bij_wissen,
)
from loket.domain.gesprek.antwoorden import TERUG_HIER, VERTELT, bij_vraag, neem
from loket.domain.gesprek.begrip import is_keuze, is_vraag_terug
from loket.domain.gesprek.oogst import lezing, noteer_ook, oogst
from loket.domain.gesprek.stand import (
    LEZER,
    VRAGEN,
    Afloop,
    Bericht,
    Fase,
    Lijst,
    Omgeving,
    Richting,
    Stand,
    Stap,
)
from loket.domain.gesprek.vastgelopen import tel
from loket.domain.gesprek.verbetering import haal_weg
from loket.domain.gesprek.verhaal import VERTEL_MAAR, erbij, wil_vertellen
from loket.domain.gesprek.verloop import bij_wis, huidige, volgende
from loket.domain.gevaar import (
    VERDER,
    WIE_OPNEEMT,
    Gevaar,
    bij_ja,
    gaat_over_client,
    lees_antwoord,
    lees_daarna,
    ontkent_gevaar,
    op_volgorde,
    uiting_op,
    vind_gevaar,
)
from loket.domain.lezen.taal import normaliseer
from loket.domain.lezen.vraagvorm import vertelt
from loket.domain.lezen.wensen import Wens, lees_wens, wist_in_haast
from loket.domain.uiting import Soort, Uiting
from loket.domain.vragen.aanvraag import HELP_KIEZEN
from loket.domain.vragen.advies import rol_van
from loket.domain.vragen.vraag import Gelezen

NOG_NIET_VERSTUURD = Uiting(
    "Nee, er is nog niets verstuurd. Dat gebeurt pas als je op het einde duidelijk ja zegt."
)
_VERSTUURD = re.compile(
    r"(?:(?:en|maar|wacht|euh|dus|oei|hey|ja) )*"
    r"(?:is|wordt|(?:heb|hebde|hebt|hebben) (?:je|jij|u|ge|gij|jullie)) "
    r"(?:dat|dit|het|alles|(?:mijn|men|de) aanvraag) (?:(?:nu|al|dan|echt|dus|gewoon|eigenlijk) )*"
    r"(?:verstuurd|verzonden|gestuurd|doorgestuurd|opgestuurd|ingediend|vertrokken)"
    r"(?: (?:of wat|of wa|of niet|of nog niet|nu|al))*"
)
KORT_FEIT = 10
"""An answer of so few words to a question about a fact tells no story of danger."""
NIET_BEWAARD = Uiting(
    "Wat je net schreef, zet ik niet in je aanvraag. Wil je dat het loket het weet? "
    "Zet het dan bij je verhaal."
)
TOCH_GEVAAR = "Is er toch gevaar? Bel {noodnummer}. Wil je praten? Bel Awel: {awel}. We gaan verder."
NA_DE_VRAGEN = frozenset({Fase.OVERZICHT, Fase.WIJZIGEN, Fase.TOESTEMMING})


def begin(lijst: Lijst, id: str, antwoorden: Antwoorden, gezegd: Sequence[str], omgeving: Omgeving) -> Stap:
    """Start a list with what is already known, taking along what was said just before (newest first)."""
    bekend = dict(antwoorden)
    if lijst is Lijst.AANVRAAG and bekend.get("instrument", Antwoord(Status.WEET_NIET)).waarde == HELP_KIEZEN:
        del bekend["instrument"]
    stand = Stand(lijst, id, bekend)
    for zin in gezegd:
        stand = oogst(stand, zin, omgeving, behalve=None)
    genoteerd = tuple(
        vraag for vraag in VRAGEN[lijst] if vraag.id in stand.antwoorden.keys() - antwoorden.keys()
    )
    return Stap(volgende(stand), noteer_ook(genoteerd, stand.antwoorden))


def verwerk(stand: Stand, bericht: Bericht, omgeving: Omgeving) -> Stap:
    """Take one message. Danger comes before everything; what was answered is never lost by it. Only who must
    wipe at once goes before: help lines on the screen are what must not be seen then.
    """
    if wist_in_haast(bericht.tekst):
        return Stap(replace(stand, afloop=Afloop.WISSEN))
    gevraagd, stand = stand.vermoeden, replace(stand, vermoeden=())
    gevaar = vind_gevaar(bericht.tekst) if bericht.gevaar is None else bericht.gevaar
    if (gevraagd or bericht.na_gevaar == 1) and ontkent_gevaar(bericht.tekst):
        return Stap(stand, (Uiting(VERDER),))
    is_gevaar = lees_antwoord(bericht.tekst, gevraagd=bool(gevraagd))
    if is_gevaar:
        return Stap(stand, (uiting_op(bij_ja(gevraagd, gevaar)),))
    if gevaar:
        return _bij_gevaar(stand, bericht, gevaar, omgeving)
    if is_gevaar is False:
        return Stap(stand, (Uiting(VERDER),))
    if gevraagd and (onduidelijk := _antwoordt_niet(stand, bericht, omgeving)):
        return onduidelijk
    if bericht.na_gevaar and (over_lijnen := _na_gevaar(stand, bericht)):
        return Stap(stand, (over_lijnen,))
    stap = _verwerk(stand, bericht, omgeving)
    if bericht.na_gevaar == 1 and not stap.begrepen and not is_vraag_terug(bericht.tekst):
        # Right after danger nobody is told that he answers badly.
        return Stap(stand, (WIE_OPNEEMT,))
    stap = tel(stand, stap, omgeving)
    if (
        _is_te_vragen(oud=stand, bericht=bericht)
        and stap.stand.afloop is None
        and stap.stand.fase is not Fase.WISSEN
    ):
        # The message is taken as it is; what comes next waits for the answer to this one question. Who wipes
        # may have no time for it.
        return replace(stap, stand=replace(stap.stand, vermoeden=op_volgorde(bericht.vermoeden)))
    return stap


def _na_gevaar(stand: Stand, bericht: Bericht) -> Uiting | None:
    """What is said to who is not done with the lines just given; None for who answers the question."""
    vraag = huidige(stand)
    return None if vraag is not None and vraag.open else lees_daarna(bericht.tekst)


def _is_te_vragen(oud: Stand, bericht: Bericht) -> bool:
    """Whether danger is asked after. "liefst na 18u", in answer to a question, is no sign of it."""
    vraag = huidige(oud)
    feit = vraag is not None and oud.fase is Fase.VRAGEN and vraag.id not in VERTELT
    if bericht.zwak and feit and len(bericht.tekst.split()) <= KORT_FEIT:
        return False
    return bool(bericht.vermoeden)


def _antwoordt_niet(stand: Stand, bericht: Bericht, omgeving: Omgeving) -> Stap | None:
    """The step for a message that does not say whether there is danger, though that was asked.

    It is no answer to the next question either, which was not asked yet; what it tells is kept. None for an
    answer, a wish or a question.
    """
    vraag, tekst = huidige(stand), bericht.tekst
    if vraag is None or vraag.id in VERTELT or stand.fase is not Fase.VRAGEN:
        return None
    if lees_wens(tekst) or bericht.richting or is_vraag_terug(tekst) or is_keuze(tekst, vraag):
        return None
    gelezen = vraag.lees(tekst, vraag, lezing(stand, omgeving))
    if isinstance(gelezen, Gelezen) and gelezen.waarde is not None:
        return None
    toch = Uiting(TOCH_GEVAAR, soort=Soort.GEVAAR, lijnen=("noodnummer", "awel"))
    if stand.lijst is Lijst.AANVRAAG and vertelt(tekst):
        stap = erbij(stand, tekst)
        return replace(stap, zeg=(*stap.zeg, toch))
    return Stap(stand, (toch,))


def _bij_gevaar(stand: Stand, bericht: Bericht, gevaar: frozenset[Gevaar], omgeving: Omgeving) -> Stap:
    vraag, tekst = huidige(stand), bericht.tekst
    over_client = gaat_over_client(rol_van(stand.antwoorden), tekst)
    eerst = uiting_op(gevaar, weer=bool(bericht.na_gevaar), over_client=over_client)
    if weg := haal_weg(stand, tekst):
        return replace(weg, zeg=(eerst, *weg.zeg))
    if vraag is None or not vraag.open or stand.fase is not Fase.VRAGEN:
        return Stap(stand, (eerst,))
    if vraag.id not in VERTELT:
        return Stap(stand, (eerst, NIET_BEWAARD) if stand.lijst is Lijst.AANVRAAG else (eerst,))
    stap = neem(stand, vraag, Gelezen(None, tekst), tekst, omgeving)
    bewaard = Uiting(
        "Wat je schreef, staat nu in je aanvraag. Zonder jouw akkoord leest niemand het. "
        "Je kan het nog wijzigen."
    )
    return replace(stap, zeg=(eerst, bewaard, *stap.zeg))


def _verwerk(stand: Stand, bericht: Bericht, omgeving: Omgeving) -> Stap:
    if stand.fase in NA_DE_VRAGEN:
        wens = lees_wens(bericht.tekst)
        if wens is Wens.LATER:
            return Stap(replace(stand, afloop=Afloop.LATER))
        if wens is Wens.WISSEN or bericht.richting is Richting.WISSEN:
            return Stap(bij_wis(stand))
        if wens is Wens.MENS:
            return Stap(stand, onderwerp="mens")
        if wens is Wens.HERVATTEN:
            return Stap(stand, (TERUG_HIER,))
    if stand.lijst in LEZER and _VERSTUURD.fullmatch(normaliseer(bericht.tekst)):
        return Stap(stand, (NOG_NIET_VERSTUURD,))
    if stand.lijst is Lijst.AANVRAAG and stand.fase is Fase.VRAGEN and wil_vertellen(bericht.tekst):
        return Stap(stand, (VERTEL_MAAR,))
    match stand.fase:
        case Fase.STOPPEN:
            return bij_stoppen(stand, bericht)
        case Fase.WISSEN:
            return bij_wissen(stand, bericht)
        case Fase.OVERZICHT:
            return bij_overzicht(stand, bericht, omgeving)
        case Fase.WIJZIGEN:
            return bij_wijzigen(stand, bericht, omgeving)
        case Fase.TOESTEMMING:
            return bij_toestemming(stand, bericht, omgeving)
        case Fase.VRAGEN:
            return bij_vraag(stand, bericht, omgeving)

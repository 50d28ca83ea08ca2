"""Made-up aanvragen to try the desk with. Nobody in them exists, and every text says so.

They go the way that real ones go: through the questions' own readers, the register and the desk's rules.
"""

from __future__ import annotations

import random
import uuid
from datetime import datetime, timedelta

from sqlalchemy import func, select

from loket.domain.aanvraag import Aanvraag, Antwoord, Status
from loket.domain.begrippen import Regio
from loket.domain.dossier.fouten import DeskFout
from loket.domain.dossier.handeling import Handeling
from loket.domain.dossier.overdracht import Belangen
from loket.domain.medewerker import Functie, Medewerker
from loket.domain.overzicht import maak_aanvraag
from loket.domain.vragen.aanvraag import AANVRAAG_VRAGEN
from loket.domain.vragen.opvolging import Tevreden
from loket.domain.vragen.vraag import Gelezen, Lezing
from loket.kantoor import Kantoor
from loket.store.register import Ontvangst
from loket.store.tabellen import AanvraagRij
from loket.toegang.accounts import AccountFout, Accounts

AANTAL = 40
TEKEN = "[verzonnen]"
"""Stands in each story, so that nobody takes one for real."""

ACCOUNTS = (
    ("demo-loket", "Loketmedewerker (demo)", Functie.MEDEWERKER, frozenset({Regio.ANTWERPEN, Regio.LIMBURG})),
    ("demo-leiding", "Leidinggevende (demo)", Functie.LEIDING, frozenset(Regio)),
    ("demo-beheer", "Beheerder (demo)", Functie.BEHEERDER, frozenset[Regio]()),
)


class GeenDemo(Exception):
    """The demo may not be put here. The message is one sentence in Dutch."""


# Situations as someone would type them, answer by question; {wie} becomes a first name.
_JONGERE_CONFLICT = {
    "instrument": "bemiddeling", "rol": "jongere", "bereik": "0470 00 00 11", "wie_niet": "mijn stiefvader",
    "wanneer": "bel na vier uur, en spreek niets in", "conflict": "ja", "conflict_met": "mijn begeleider",
    "zelf_partij": "ja", "hulp_in_gedrang": "ja", "eenzijdige_stop": "nee", "akkoord": "enkel ik",
    "verhaal": "Mijn begeleider beslist alles zonder mij. Ik wil niet meer gaan. {teken}",
    "conflict_over": "Over weekends naar huis.", "wie_weet": "niemand", "hoop": "Dat ze luisteren.",
    "naam": "{wie}", "leeftijd": "{jaren}", "erbij": "mijn tante", "tolk": "nee",
}  # fmt: skip
_OUDER_OVERLEG = {
    "instrument": "cliëntoverleg", "rol": "ouder", "bereik": "ouder@example.org", "wie_niet": "niemand",
    "bevestiging": "ja", "wanneer": "het maakt niet uit", "conflict": "nee", "diensten": "twee of meer",
    "complex": "ja", "overzicht_kwijt": "ja", "eenzijdige_stop": "nee", "akkoord": "de jongere en de ouders",
    "verhaal": "Vier diensten komen langs en elk zegt iets anders. Ik weet niet meer wie wat doet. {teken}",
    "welke_diensten": "CLB, thuisbegeleiding, een psycholoog en de school.", "wie_weet": "iedereen",
    "hoop": "Eén plan, op papier.", "agenda": "Wie belt wie, en wat in een crisis.", "naam": "{wie} (ouder)",
    "naam_jongere": "{wie}", "leeftijd": "{jaren}", "tolk": "nee", "plaats_tijd": "na school",
}  # fmt: skip
_HULP_STOPT = _OUDER_OVERLEG | {
    "eenzijdige_stop": "ja", "wie_stopt": "De leefgroep wil stoppen op het einde van de maand.",
    "stop_door_conflict": "nee", "bereik": "0470 00 00 12",
    "verhaal": "De leefgroep zegt dat ze ermee stoppen. Wij zijn niet akkoord. {teken}",
}  # fmt: skip
_HULPVERLENER = {
    "instrument": "cliëntoverleg", "rol": "hulpverlener", "bereik": "hulpverlener@example.org",
    "wie_niet": "niemand", "bevestiging": "ja", "conflict": "nee", "diensten": "twee of meer",
    "complex": "ja", "overzicht_kwijt": "nee", "eenzijdige_stop": "nee", "doel": "de hulp beter laten passen",
    "akkoord": "allebei",
    "verhaal": "Er zijn drie voorzieningen betrokken en we krijgen de hulp niet op elkaar afgestemd. {teken}",
    "welke_diensten": "Drie voorzieningen en de school.", "wie_weet": "iedereen",
    "naam": "{wie}, thuisbegeleiding",
    "naam_jongere": "{wie}", "leeftijd": "{jaren}", "hoop": "Een gedeeld werkplan.",
}  # fmt: skip
_PAST_NIET = {
    "instrument": "bemiddeling", "rol": "ouder", "bereik": "ouder2@example.org", "wie_niet": "niemand",
    "bevestiging": "ja", "conflict": "ja", "conflict_met": "de sociale dienst van de jeugdrechtbank",
    "zelf_partij": "ja", "hulp_in_gedrang": "ja", "eenzijdige_stop": "nee", "akkoord": "enkel de ouders",
    "verhaal": "Ik heb ruzie met de sociale dienst over de bezoeken. {teken}",
    "conflict_over": "De bezoeken.",
    "naam": "{wie} (ouder)", "naam_jongere": "{wie}", "leeftijd": "{jaren}",
}  # fmt: skip
_KORT = {
    "instrument": "bemiddeling", "rol": "jongere", "bereik": "0470 00 00 13", "wie_niet": "mijn ouders",
    "wanneer": "stuur eerst een sms", "verhaal": "Het loopt mis in de leefgroep, ik durf niet meer. {teken}",
}  # fmt: skip
_JONGERE_MAIL = _JONGERE_CONFLICT | {  # mail is safe, and must not say what it is about
    "bereik": "jongere@example.org", "bevestiging": "ja", "wie_niet": "mijn ouders",
    "wanneer": "mail me liefst", "verhaal": "In de leefgroep luistert niemand naar mij. {teken}",
}  # fmt: skip
_GEVAAR = _JONGERE_CONFLICT | {
    "verhaal": "Soms wil ik er niet meer zijn als het zo doorgaat. {teken}", "bereik": "0470 00 00 14",
}  # fmt: skip
_VERHALEN = (
    _JONGERE_CONFLICT, _OUDER_OVERLEG, _HULP_STOPT, _HULPVERLENER, _PAST_NIET, _KORT, _OUDER_OVERLEG, _GEVAAR,
    _HULPVERLENER, _JONGERE_MAIL,
)  # fmt: skip
_BLIJFT_OPEN = {5, 7}  # so that the list shows danger and an unknown region
_NAMEN = ("Noor", "Milan", "Amina", "Lars", "Yusuf", "Elise", "Bram", "Fatou", "Jef", "Lina")
_PLAATSEN = {
    Regio.ANTWERPEN: "2300", Regio.LIMBURG: "3500", Regio.OOST_VLAANDEREN: "9000",
    Regio.WEST_VLAANDEREN: "8500", Regio.VLAAMS_BRABANT: "3000", Regio.BRUSSEL: "1000",
}  # fmt: skip
_REGIOS = (
    Regio.ANTWERPEN, Regio.ANTWERPEN, Regio.LIMBURG, Regio.ANTWERPEN, Regio.OOST_VLAANDEREN, None,
    Regio.LIMBURG, Regio.BRUSSEL, Regio.WEST_VLAANDEREN, Regio.VLAAMS_BRABANT,
)  # fmt: skip


def maak_demo(kantoor: Kantoor, nu: datetime, *, toch: bool = False) -> dict[str, str]:
    """Put the demo in this office; returns the temporary password of each new account.

    Raises GeenDemo when mail would really leave, or when there are aanvragen already (unless `toch`).
    """
    if kantoor.instellingen.mail_aflevering != "postvak":
        raise GeenDemo("Hier vertrekt echte mail. Zet LOKET_MAIL_AFLEVERING op postvak voor een demo.")
    with kantoor.database.lees() as sessie:
        aanwezig = sessie.scalar(select(func.count()).select_from(AanvraagRij)) or 0
    if aanwezig and not toch:
        raise GeenDemo(f"Hier staan al {aanwezig} aanvragen. Geef --toch mee als dit zo mag.")
    accounts = Accounts(kantoor.database)
    geheimen = {}
    for naam, volledig, functie, regios in ACCOUNTS:
        try:
            geheimen[naam] = accounts.voeg_toe(naam, volledig, functie, regios, nu)
        except AccountFout:
            continue  # it was there from an earlier demo
    wie = next(m for m in accounts.medewerkers(None) if m.is_leiding)
    toeval = random.Random(20261121)  # noqa: S311 - the same demo each time
    dagen = sorted((round(toeval.triangular(0, 45, 4), 2) for _ in range(AANTAL)), reverse=True)
    for volg, dag in enumerate(dagen):
        moment = nu - timedelta(days=dag)
        aanvraag = _aanvraag(kantoor, volg, moment)
        ontvangst = kantoor.register.neem_op(aanvraag, moment)
        _leef(kantoor, ontvangst, wie, volg, nu)
    return geheimen


def _aanvraag(kantoor: Kantoor, volg: int, moment: datetime) -> Aanvraag:
    wie, jaren = _NAMEN[volg * 7 % 10], 9 + volg * 5 % 9
    ruw = dict(_VERHALEN[volg % 10])
    regio = _REGIOS[volg * 3 % 10]
    ruw["verblijf"] = _PLAATSEN[regio] if regio else "4000"
    antwoorden: dict[str, Antwoord] = {}
    for vraag in AANVRAAG_VRAGEN:
        tekst = ruw.get(vraag.id, "").format(wie=wie, jaren=jaren, teken=TEKEN)
        if not tekst or not vraag.geldt(antwoorden):
            continue
        gelezen = vraag.lees(tekst, vraag, Lezing(moment.date(), kantoor.plaatsen))
        waarde = gelezen.waarde if isinstance(gelezen, Gelezen) else None
        antwoorden[vraag.id] = Antwoord(Status.GEGEVEN, tekst, waarde)
    return maak_aanvraag(uuid.uuid4(), antwoorden, moment, kort="conflict" not in ruw)


def _leef(kantoor: Kantoor, ontvangst: Ontvangst, wie: Medewerker, volg: int, nu: datetime) -> None:
    """What the loket did with it so far, by the desk's own rules; the newest wait unread."""
    dossiers, nummer = kantoor.dossiers, ontvangst.nummer
    moment = kantoor.register.dossier(nummer).ingediend_op
    na = [moment + timedelta(days=dag) for dag in (0.9, 2.1, 3.2, 6.4)]
    if na[0] > nu or volg % 11 == 10:
        return
    beeld = dossiers.open(wie, nummer, na[0])
    if na[1] > nu:
        return
    dossiers.noteer(wie, nummer, f"Gebeld volgens de afspraken. {TEKEN}", na[1])
    if volg % 3:
        dossiers.wijs_toe(wie, nummer, wie, na[1])
    if na[2] > nu or (volg % 10 in _BLIJFT_OPEN and nu - moment < timedelta(days=12)):
        return
    try:
        match volg % 5:
            case 0:
                _geef_door(kantoor, nummer, wie, na[2])
            case 1:
                codes = [steen.reden.code for steen in beeld.bouwstenen if steen.gekozen]
                codes = codes or [beeld.bouwstenen[0].reden.code]
                brief = dossiers.concept(wie, nummer, codes)
                dossiers.verklaar_niet_ontvankelijk(wie, nummer, brief, codes, na[2])
            case 2:
                dossiers.vraag_meer(wie, nummer, f"Wie komt er zeker naar het gesprek? {TEKEN}", na[2])
            case _ if na[3] <= nu:
                _geef_door(kantoor, nummer, wie, na[3])
    except DeskFout:
        return  # the rules say no: then it stays as it is
    if volg % 2:
        _vertel_hoe_het_ging(kantoor, ontvangst, volg, nu)
    op = na[2] + timedelta(days=1)
    if op < nu and Handeling.BEZORGD in dossiers.open(wie, nummer, op).handelingen and volg % 4:
        dossiers.bezorgd(wie, nummer, f"Aan de telefoon voorgelezen. {TEKEN}", op)


def _vertel_hoe_het_ging(kantoor: Kantoor, ontvangst: Ontvangst, volg: int, nu: datetime) -> None:
    """The asker read the decision in the chat and says whether it went well."""
    code = kantoor.vrager.toestand(ontvangst.nummer, ontvangst.volgcode, nu).oordeelcode
    if code is not None:
        kantoor.vrager.oordeel(code, list(Tevreden)[3 - (volg // 2) % 3])


def _geef_door(kantoor: Kantoor, nummer: str, wie: Medewerker, op: datetime) -> None:
    beeld = kantoor.dossiers.open(wie, nummer, op)
    instrument = beeld.aanvraag.soort.instrument
    if instrument is not None and (lijst := kantoor.overnemers.voor(beeld.regio, instrument)):
        belangen = Belangen(kent_client=False, collega_van_hulpverlener=False)
        kantoor.dossiers.verklaar_ontvankelijk(wie, nummer, lijst[0], belangen, op)

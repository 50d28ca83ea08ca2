"""A message in answer to a question: reading it, wishes ("terug", "weet ik niet"), questions in between."""

from __future__ import annotations

from dataclasses import replace

from loket.domain.aanvraag import Antwoord, Status
from loket.domain.gesprek.begrip import (
    is_keuze,
    is_tussenvraag,
    is_verhaal,
    is_zeker_vraag,
    over_iets_anders,
    stelt_vraag,
    vertelt_en_vraagt,
    vraagt_met_woord,
)
from loket.domain.gesprek.knoppen import UITWEGEN, VERDER, WEET_NIET
from loket.domain.gesprek.oogst import erbij_gekomen, lezing, noteer_ook, oogst
from loket.domain.gesprek.stand import (
    FORUM,
    LEZER,
    VRAGEN,
    Afloop,
    Bericht,
    Lijst,
    Omgeving,
    Richting,
    Stand,
    Stap,
)
from loket.domain.gesprek.verloop import (
    bij_stop,
    ga_naar,
    huidige,
    kern_klaar,
    klaar,
    leg_vast,
    naar_overzicht,
    onvolledig,
    volgende,
    zonder,
)
from loket.domain.lezen.instemming import Instemming, lees_ja_nee
from loket.domain.lezen.uitkomst import Onleesbaar
from loket.domain.lezen.vraagvorm import begint_als_vraag
from loket.domain.lezen.wensen import Wens, lees_wens
from loket.domain.uiting import Invoer, Uiting
from loket.domain.vragen.aanvraag import HELP_KIEZEN
from loket.domain.vragen.advies import rol_van
from loket.domain.vragen.lezers import ANDERE_PLAATS, BEGREEP_NIET, TOCH_VERDER, TOCH_ZO
from loket.domain.vragen.vraag import Gelezen, Resultaat, Verduidelijk, Vraag, leesbaar

WEET_GEEN_ANTWOORD = (
    "Op die vraag weet ik geen antwoord. Bel gerust de JO-lijn: {jo-lijn}, gratis. Of antwoord eerst hierop."
)


WELK_ANTWOORD = "Dat begrijp ik niet helemaal. Kies het antwoord dat er het best bij past."


NAMEN = frozenset({"naam", "naam_jongere"})
MEESTE_WOORDEN_NAAM = 15
"""With the service that someone works for; more words are a story."""
KORT_ANTWOORD = NAMEN | {"wie_niet", "wanneer", "wie_weet", "deskundigen", "tolk"}
"""Any words may be the answer to these, but no "hoelang duurt dat": it would be kept as who must not know."""


def bij_vraag(stand: Stand, bericht: Bericht, omgeving: Omgeving) -> Stap:
    """A message while a question is open."""
    vraag = huidige(stand)
    if vraag is None:
        return Stap(volgende(stand))
    tekst = _bedoelde_keuze(stand, vraag, bericht.tekst)
    wens = lees_wens(tekst)
    if wens is not None and not is_keuze(tekst, vraag):
        return _bij_wens(stand, vraag, wens)
    if vraag.open and vraag.id not in KORT_ANTWOORD and is_verhaal(bericht):
        # Kept whole, whatever it says or asks by the way: "… en toen wilde ik een overleg aanvragen".
        verhaal = vraag.lees(tekst, vraag, lezing(stand, omgeving))
        if isinstance(verhaal, Gelezen):
            return _met_antwoord(neem(stand, vraag, verhaal, tekst, omgeving), bericht)
    if bericht.richting is not None and not is_keuze(tekst, vraag):
        return _bij_richting(stand, bericht.richting)
    if stelt_vraag(bericht):
        return Stap(stand, onderwerp=bericht.onderwerp)
    if vraag.keuzes and not vraag.open and vraagt_met_woord(tekst) and not is_keuze(tekst, vraag):
        # A question may name a choice: "wat is het verschil met een vzw" chooses none.
        return _geen_antwoord(stand)
    if vraag.id in KORT_ANTWOORD and is_zeker_vraag(tekst):
        return _geen_antwoord(stand)
    if vraag.id in NAMEN and stand.lijst is Lijst.AANVRAAG and len(tekst.split()) > MEESTE_WOORDEN_NAAM:
        return _met_antwoord(_bij_verhaal(stand, tekst), bericht)
    gelezen = vraag.lees(tekst, vraag, lezing(stand, omgeving))
    if isinstance(gelezen, Gelezen) and gelezen.waarde is None and not vraag.open:
        if over_iets_anders(bericht):
            return Stap(stand, onderwerp=bericht.onderwerp)
        if vraag.keuzes and is_tussenvraag(tekst):
            return _geen_antwoord(stand)
        if vraag.keuzes:
            gelezen = _zonder_keuze(stand, vraag, bericht, gelezen)
        elif bericht.onzin:
            gelezen = Onleesbaar(BEGREEP_NIET)
    if isinstance(gelezen, Gelezen):
        return neem(stand, vraag, gelezen, tekst, omgeving)
    if isinstance(gelezen, Onleesbaar) and over_iets_anders(bericht):
        return Stap(stand, onderwerp=bericht.onderwerp)
    if begint_als_vraag(tekst):
        return _geen_antwoord(stand)
    anders = oogst(stand, tekst, omgeving, behalve=vraag.id)
    noot = noteer_ook(erbij_gekomen(stand, anders), anders.antwoorden)
    if isinstance(gelezen, Onleesbaar):
        return Stap(
            replace(anders, verduidelijking=()), noot or (Uiting(gelezen.reden),), begrepen=bool(noot)
        )
    if noot and _is_welk_antwoord(gelezen.zin):
        return Stap(replace(anders, verduidelijking=()), noot)  # it told something else: just ask again
    nog_eens = replace(anders, verduidelijking=(gelezen.zin, *gelezen.keuzes), eerder=tekst)
    return Stap(nog_eens, noot, begrepen=bool(noot))


def _met_antwoord(stap: Stap, bericht: Bericht) -> Stap:
    """The step, and then the answer to the question at the end of the story."""
    return replace(stap, onderwerp=bericht.slotonderwerp) if vertelt_en_vraagt(bericht) else stap


def _bij_verhaal(stand: Stand, tekst: str) -> Stap:
    """A story where a name is asked: nothing is lost, and no name is made of it."""
    eerder = stand.antwoorden["verhaal"].tekst if "verhaal" in stand.antwoorden else ""
    verhaal = Antwoord(Status.GEGEVEN, f"{eerder}\n{tekst}".strip())
    met_verhaal = replace(stand, antwoorden={**stand.antwoorden, "verhaal": verhaal})
    return Stap(met_verhaal, (Uiting("Dank je. Ik zet dat bij je verhaal."),))


def _zonder_keuze(stand: Stand, vraag: Vraag, bericht: Bericht, gelezen: Gelezen) -> Resultaat:
    """A sentence that names none of the choices. It is asked once which one it comes nearest to: the rules
    and the loket can do nothing with a sentence that was about something else. Who insists may keep it,
    where the answer is not needed.
    """
    if bericht.onzin or not any(teken.isalpha() for teken in bericht.tekst):
        return Onleesbaar(BEGREEP_NIET)
    titels = tuple(keuze.titel for keuze in vraag.keuzes)
    if not stand.eerder:
        zin = f"{WELK_ANTWOORD}\n{vraag.tekst.voor(rol_van(stand.antwoorden))}"
        return Verduidelijk(zin, titels if vraag.nodig else (*titels, WEET_NIET, TOCH_ZO))
    return Onleesbaar(BEGREEP_NIET) if vraag.nodig else gelezen


def _is_welk_antwoord(zin: str) -> bool:
    return zin.startswith(WELK_ANTWOORD)


def _geen_antwoord(stand: Stand) -> Stap:
    vraag = huidige(stand)
    if stand.lijst in FORUM and vraag is not None:
        # Nobody on the phone knows more about a condition than what stands here.
        return Stap(stand, (Uiting(f"{vraag.uitleg.anders} Meer weet ik hier niet over."),), begrepen=False)
    return Stap(stand, (Uiting(WEET_GEEN_ANTWOORD, lijnen=("jo-lijn",)),), begrepen=False)


def _bedoelde_keuze(stand: Stand, vraag: Vraag, tekst: str) -> str:
    """At a follow-up ("Is het een van deze?") also "ja", "nee" and a number choose one of its answers."""
    keuzes = stand.verduidelijking[1:]
    if vraag.invoer is Invoer.DATUM and TOCH_ZO in keuzes:
        # "Weet je ook welke dag?": who does not, still told the month.
        weet_niet = lees_wens(tekst) is Wens.WEET_NIET or lees_ja_nee(tekst) is not None
        return TOCH_ZO if weet_niet else tekst
    echt = [keuze for keuze in keuzes if keuze not in UITWEGEN]
    kaal = tekst.strip(" .)")
    if kaal.isdecimal() and len(kaal) == 1 and 0 < int(kaal) <= len(keuzes):
        return keuzes[int(kaal) - 1]
    match lees_ja_nee(tekst):
        case Instemming.JA if len(echt) == 1 or (echt and "@" in echt[0]):
            return echt[0]
        case Instemming.NEE if ANDERE_PLAATS in keuzes:
            return ANDERE_PLAATS
    return tekst


def neem(stand: Stand, vraag: Vraag, gelezen: Gelezen, tekst: str, omgeving: Omgeving) -> Stap:
    """Keep an answer, take along what else the sentence tells, and go on."""
    gekozen = gelezen.waarde is not None and _is_welk_antwoord("".join(stand.verduidelijking[:1]))
    zelf = stand.eerder if stand.eerder and (gekozen or tekst.strip() in (TOCH_ZO, TOCH_VERDER)) else tekst
    antwoord = Antwoord(Status.GEGEVEN, zelf, gelezen.waarde)
    genomen = leg_vast(stand, vraag.id, antwoord)
    # The story tells more than the question: what is certain in it need not be asked again.
    oogstbaar = not vraag.open or vraag.id == "verhaal"
    anders = oogst(genomen, tekst, omgeving, behalve=vraag.id) if oogstbaar else genomen
    if stand.lijst is Lijst.AANVRAAG and vraag.id == "instrument" and gelezen.waarde == HELP_KIEZEN:
        return Stap(ga_naar(anders, Lijst.ADVIES))
    noot = (Uiting(gelezen.noot),) if gelezen.noot else ()
    return Stap(volgende(anders), noot + noteer_ook(erbij_gekomen(genomen, anders), anders.antwoorden))


def _bij_richting(stand: Stand, richting: Richting) -> Stap:
    if richting is Richting.WISSEN:
        return Stap(bij_stop(stand))
    naar = Lijst(richting.value)
    if naar is stand.lijst:
        return Stap(stand)  # already doing it: just ask on
    verder = ga_naar(stand, naar)
    if verder.afloop is not Afloop.LATER:
        return Stap(verder)
    return Stap(
        verder, (Uiting(f"Goed. Je antwoorden bewaar ik. Zeg later gerust: {VERDER[stand.lijst].lower()}."),)
    )


def _bij_wens(stand: Stand, vraag: Vraag, wens: Wens) -> Stap:
    match wens:
        case Wens.STOP | Wens.OPNIEUW:
            return Stap(bij_stop(stand))
        case Wens.UITLEG:
            # Told once; who asks again is not helped by the same words.
            uitleg = Uiting(vraag.uitleg.voor(rol_van(stand.antwoorden)))
            return Stap(stand, (uitleg,), begrepen=False)
        case Wens.MENS:
            return Stap(stand, onderwerp="mens")
        case Wens.TERUG:
            return _terug(stand)
        case Wens.GENOEG if stand.lijst not in LEZER:
            return Stap(klaar(stand))
        case Wens.GENOEG:
            if kern_klaar(stand):
                return Stap(naar_overzicht(replace(stand, kort=onvolledig(stand))))
            return Stap(stand, (Uiting("Bijna. Dit heb ik nog nodig om je aanvraag te kunnen sturen."),))
        case Wens.LATER:
            return Stap(replace(stand, afloop=Afloop.LATER))
        case Wens.WEET_NIET | Wens.OVERSLAAN:
            return _zonder_antwoord(stand, vraag, wens)


def _zonder_antwoord(stand: Stand, vraag: Vraag, wens: Wens) -> Stap:
    if not vraag.nodig:
        status = Status.WEET_NIET if wens is Wens.WEET_NIET else Status.OVERGESLAGEN
        return Stap(volgende(leg_vast(stand, vraag.id, Antwoord(status))))
    match vraag.id:
        case "instrument":
            return Stap(ga_naar(stand, Lijst.ADVIES))
        case "verblijf" if stand.verduidelijking or stand.eerder:
            onbekend = Antwoord(Status.WEET_NIET, waarde={"regio": None, "leesbaar": "Weet ik niet"})
            noot = Uiting("Goed. Een medewerker zoekt dan welk loket je helpt.")
            return Stap(volgende(leg_vast(stand, vraag.id, onbekend)), (noot,))
        case "verblijf":
            zin = "Met de plaats vind ik het juiste loket. Weet je misschien een gemeente in de buurt?"
            return Stap(replace(stand, verduidelijking=(zin, WEET_NIET)))
    return Stap(stand, (Uiting(vraag.zonder),), begrepen=False)


def _terug(stand: Stand) -> Stap:
    if not stand.pad:
        return Stap(stand, (Uiting("Dit is de eerste vraag. Verder terug kan niet."),))
    *pad, vorige = stand.pad
    oud = stand.antwoorden.get(vorige)
    antwoorden = zonder(stand.antwoorden, vorige)
    vraag = next(v for v in VRAGEN[stand.lijst] if v.id == vorige)
    zeg = (Uiting(f"We gaan terug. Je antwoordde: {leesbaar(vraag, oud)}."),) if oud else ()
    terug = replace(
        stand, antwoorden=antwoorden, huidige=vorige, pad=tuple(pad), verduidelijking=(), eerder=""
    )
    return Stap(terug, zeg)

"""A message in answer to a question: reading it, wishes ("terug", "weet ik niet"), questions in between."""

from __future__ import annotations

from dataclasses import replace

from loket.domain.aanvraag import Antwoord, Status, is_voorlopig
from loket.domain.gesprek.begrip import (
    ZEKER_VRAAG,
    is_keuze,
    is_losse_vraag,
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
from loket.domain.gesprek.stellen import OPGEZOCHT
from loket.domain.gesprek.verbetering import verbeter_onderweg
from loket.domain.gesprek.verhaal import VERHAAL, erbij, erbij_of_in_plaats, is_stuk_verhaal, verwijst_terug
from loket.domain.gesprek.verloop import (
    bij_stop,
    bij_wis,
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
from loket.domain.lezen.aarzeling import Aarzeling, lees_aarzeling
from loket.domain.lezen.instemming import Instemming, is_kaal_antwoord, lees_ja_nee
from loket.domain.lezen.uitkomst import Onleesbaar
from loket.domain.lezen.vraagvorm import begint_als_vraag, vertelt, zonder_slotvraag
from loket.domain.lezen.wensen import Wens, lees_wens
from loket.domain.nummer import noemt_nummer
from loket.domain.uiting import Invoer, Uiting
from loket.domain.vragen.aanvraag import HELP_KIEZEN
from loket.domain.vragen.advies import rol_van
from loket.domain.vragen.lezers import ANDERE_PLAATS, BEGREEP_NIET, TOCH_VERDER, TOCH_ZO, lijkt_naam
from loket.domain.vragen.vraag import Gelezen, Resultaat, Verduidelijk, Vraag, leesbaar

BEGRIJP = "Dat begrijp ik."
EINDE_ANTWOORD = tuple(".,;!")
"""Between an answer and the question behind it stands one of these."""
VERTELT = frozenset({"verhaal", "conflict_over", "hoop", "agenda", "delen", "antwoord_loket"})
"""Questions to which people tell what is going on; to the others a danger is no answer, nor a fear."""
WEET_GEEN_ANTWOORD = (
    "Op die vraag weet ik geen antwoord. Bel gerust de JO-lijn: {jo-lijn}, gratis. Of antwoord eerst hierop."
)


WELK_VERHAAL = Uiting("Dat vind ik niet terug. Vertel het gerust nog eens, in het kort.")
TERUG_HIER = Uiting("Fijn dat je er weer bent. We gaan verder waar we waren.")
WELK_ANTWOORD = "Dat begrijp ik niet helemaal. Kies het antwoord dat er het best bij past."


KORTSTE_TOELICHTING = 6
"""In words: what was typed before a button was pressed, and is shorter, tells the loket nothing."""
NAMEN = frozenset({"naam", "naam_jongere"})
VOOR_DE_VRAAG = 10
"""An answer of so many words may stand before a question; more is a story."""
MEESTE_WOORDEN_NAAM = 15
"""With the service that someone works for; more words are a story."""
VRAAGT_NAAR_VRAGEN = frozenset({"agenda", "antwoord_loket"})
"""Questions to which a question may be the answer: "wie belt wie?"."""
KORT_ANTWOORD = NAMEN | {"wie_niet", "wanneer", "wie_weet", "deskundigen", "tolk"}
"""Any words may be the answer to these, but no "hoelang duurt dat": it would be kept as who must not know."""


def bij_vraag(stand: Stand, bericht: Bericht, omgeving: Omgeving) -> Stap:
    """A message while a question is open."""
    vraag = huidige(stand)
    if vraag is None:
        return Stap(volgende(stand))
    tekst = _bedoelde_keuze(stand, vraag, bericht.tekst)
    if vraag.id == VERHAAL and not stand.gewijzigd and verwijst_terug(tekst):
        if not stand.verteld:
            return Stap(stand, (WELK_VERHAAL,))
        return neem(stand, vraag, Gelezen(None, stand.verteld), stand.verteld, omgeving)
    wens = lees_wens(tekst)
    if wens is not None and not is_keuze(tekst, vraag):
        return _bij_wens(stand, vraag, wens)
    if vraag.id in NAMEN and is_kaal_antwoord(tekst) and lees_ja_nee(tekst) is Instemming.NEE:
        return _zonder_antwoord(stand, vraag, Wens.OVERSLAAN)
    if vraag.open and vraag.id not in KORT_ANTWOORD and is_verhaal(bericht):
        # Kept whole, whatever it says or asks by the way: "… en toen wilde ik een overleg aanvragen".
        verhaal = vraag.lees(tekst, vraag, lezing(stand, omgeving))
        if isinstance(verhaal, Gelezen):
            return _met_antwoord(neem(stand, vraag, verhaal, tekst, omgeving), bericht)
    geeft_nummer = stand.lijst in OPGEZOCHT and noemt_nummer(tekst)
    if bericht.richting is not None and not geeft_nummer and not is_keuze(tekst, vraag):
        return _bij_richting(stand, bericht.richting)
    if vraag.id in KORT_ANTWOORD and vertelt_en_vraagt(bericht):
        # "Lies, van het CLB. Wat is een werkplan?": the answer, and then the question.
        ervoor = zonder_slotvraag(tekst)
        gelezen = vraag.lees(ervoor, vraag, lezing(stand, omgeving))
        if isinstance(gelezen, Gelezen) and len(ervoor.split()) <= VOOR_DE_VRAAG:
            return _met_antwoord(neem(stand, vraag, gelezen, ervoor, omgeving), bericht)
    if beide := _antwoord_en_vraag(stand, vraag, bericht, omgeving):
        return beide
    if stelt_vraag(bericht):
        return Stap(stand, onderwerp=bericht.onderwerp)
    if gerust := _bij_aarzeling(stand, vraag, tekst, omgeving):
        return gerust
    if vraag.keuzes and not vraag.open and vraagt_met_woord(tekst) and not is_keuze(tekst, vraag):
        # A question may name a choice: "wat is het verschil met een vzw" chooses none.
        return _geen_antwoord(stand)
    if vraag.id in KORT_ANTWOORD and is_zeker_vraag(tekst):
        return _geen_antwoord(stand)
    if vraag.open and vraag.id not in VRAAGT_NAAR_VRAGEN and is_losse_vraag(tekst):
        return _geen_antwoord(stand)
    if vraag.id in NAMEN and stand.lijst is Lijst.AANVRAAG and _vertelt_voor_naam(tekst):
        return _met_antwoord(erbij(stand, tekst), bericht)
    if not is_keuze(tekst, vraag) and (verbeterd := verbeter_onderweg(stand, vraag, tekst, omgeving)):
        return verbeterd
    if keuze := erbij_of_in_plaats(stand, vraag, tekst):
        return keuze
    gelezen = vraag.lees(tekst, vraag, lezing(stand, omgeving))
    if isinstance(gelezen, Gelezen) and gelezen.waarde is None and not vraag.open:
        if over_iets_anders(bericht) and not vertelt(tekst):
            return Stap(stand, onderwerp=bericht.onderwerp)
        if vraag.keuzes and is_tussenvraag(tekst):
            return _geen_antwoord(stand)
        if vraag.keuzes:
            gelezen = _zonder_keuze(stand, vraag, bericht, gelezen)
        elif bericht.onzin:
            gelezen = Onleesbaar(BEGREEP_NIET)
    if isinstance(gelezen, Gelezen):
        return neem(stand, vraag, gelezen, tekst, omgeving)
    anders_bedoeld = over_iets_anders(bericht) and tekst not in UITWEGEN and not vertelt(tekst)
    if isinstance(gelezen, Onleesbaar) and anders_bedoeld:
        return Stap(stand, onderwerp=bericht.onderwerp)
    if begint_als_vraag(tekst):
        return _geen_antwoord(stand)
    anders = oogst(stand, tekst, omgeving, behalve=vraag.id)
    noot = noteer_ook(erbij_gekomen(stand, anders), anders.antwoorden)
    if isinstance(gelezen, Onleesbaar):
        if not noot and stand.lijst is Lijst.AANVRAAG and not vraag.keuzes and is_stuk_verhaal(tekst):
            return erbij(stand, tekst)
        return Stap(
            replace(anders, verduidelijking=()), noot or (Uiting(gelezen.reden),), begrepen=bool(noot)
        )
    if noot and _is_welk_antwoord(gelezen.zin):
        return Stap(replace(anders, verduidelijking=()), noot)  # it told something else: just ask again
    over_hetzelfde = set(gelezen.keuzes[:-1]) & set(stand.verduidelijking[1:]) - {ANDERE_PLAATS, TOCH_VERDER}
    if vraag.invoer is Invoer.PLAATS and stand.eerder and over_hetzelfde:
        eerder = f"{stand.eerder}. {tekst}"  # two homes, and what there is to say of them
    else:
        eerder = stand.eerder if tekst.strip() == TOCH_ZO else tekst
    nog_eens = replace(anders, verduidelijking=(gelezen.zin, *gelezen.keuzes), eerder=eerder)
    return Stap(nog_eens, noot, begrepen=bool(noot))


def _vertelt_voor_naam(tekst: str) -> bool:
    """Whether who is asked for a name tells what is going on."""
    return len(tekst.split()) > MEESTE_WOORDEN_NAAM or (is_stuk_verhaal(tekst) and not lijkt_naam(tekst))


def _met_antwoord(stap: Stap, bericht: Bericht) -> Stap:
    """The step, and then the answer to the question at the end of the story."""
    return replace(stap, onderwerp=bericht.slotonderwerp) if vertelt_en_vraagt(bericht) else stap


def _antwoord_en_vraag(stand: Stand, vraag: Vraag, bericht: Bericht, omgeving: Omgeving) -> Stap | None:
    """The step for an answer with a question behind it, "0498 76 54 32. leest mama dat?": both are taken.
    None where that is not plain: "ja maar wat is dat" says no yes.
    """
    ervoor = zonder_slotvraag(bericht.tekst)
    los = bericht.tekst[len(ervoor) :].lstrip(" ")[:1] in EINDE_ANTWOORD or ervoor[-1:] in EINDE_ANTWOORD
    if vraag.open or not ervoor or ervoor == bericht.tekst or len(ervoor.split()) > VOOR_DE_VRAAG or not los:
        return None
    onderwerp = bericht.slotonderwerp if vertelt_en_vraagt(bericht) else None
    if onderwerp is None and bericht.zekerheid >= ZEKER_VRAAG:
        onderwerp = bericht.onderwerp
    gelezen = vraag.lees(ervoor, vraag, lezing(stand, omgeving))
    if onderwerp is None or not isinstance(gelezen, Gelezen) or gelezen.waarde is None:
        return None
    return replace(neem(stand, vraag, gelezen, ervoor, omgeving), onderwerp=onderwerp)


def _bij_aarzeling(stand: Stand, vraag: Vraag, tekst: str, omgeving: Omgeving) -> Stap | None:
    """What is said to who is afraid to answer: nothing has to be told, and what is needed least is enough.
    None for who answers all the same ("bang dat mama opneemt, maar 0470 12 34 56"), or tells a story.
    """
    if vraag.keuzes or vraag.id in VERTELT or lees_aarzeling(tekst) is not Aarzeling.BANG:
        return None
    if isinstance(vraag.lees(tekst, vraag, lezing(stand, omgeving)), Gelezen):
        return None
    if not vraag.nodig:
        return Stap(stand, (Uiting(f"{BEGRIJP} Je hoeft dit niet te zeggen. Zeg dan: sla over."),))
    if vraag.id == "verblijf":
        return Stap(stand, (Uiting(f"{BEGRIJP} De gemeente is genoeg, een adres vraag ik niet."),))
    return Stap(stand, (Uiting(f"{BEGRIJP} {vraag.zonder or vraag.uitleg.voor(rol_van(stand.antwoorden))}"),))


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
    houdt_vol = tekst.strip() in (TOCH_ZO, TOCH_VERDER)
    # What was typed before a button was pressed is kept where it tells something: "boeie ga verder" does not.
    vertelde = gekozen and len(stand.eerder.split()) >= KORTSTE_TOELICHTING and vertelt(stand.eerder)
    zelf = stand.eerder if stand.eerder and (houdt_vol or vertelde) else tekst
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
        return Stap(bij_wis(stand))
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
        case Wens.WISSEN:
            return Stap(bij_wis(stand))
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
        case Wens.HERVATTEN:
            return Stap(stand, (TERUG_HIER,))
        case Wens.WEET_NIET | Wens.OVERSLAAN:
            return _zonder_antwoord(stand, vraag, wens)


def _zonder_antwoord(stand: Stand, vraag: Vraag, wens: Wens) -> Stap:
    if (oud := stand.antwoorden.get(vraag.id)) and is_voorlopig(oud):
        return Stap(volgende(leg_vast(stand, vraag.id, replace(oud, waarde=None))))
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
    if stand.gewijzigd:  # nothing was changed yet: what stood there, stays
        return Stap(naar_overzicht(replace(stand, gewijzigd=False)))
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

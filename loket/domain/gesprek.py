"""The conversation about a list of questions: what is asked, how an answer is taken, what comes next.

Pure: a state (`Stand`) and a message go in, a new state and replies come out (`Stap`). "Wat past bij
mij?" and the aanvraag are the same machine over two lists. The rest of the project brings messages
here and carries out what `Stap` says; it decides nothing about the conversation itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from loket.domain.aanvraag import Antwoord, Antwoorden, Status
from loket.domain.begrippen import Regio
from loket.domain.gevaar import antwoord_op, lijnen_voor, vind_gevaar
from loket.domain.lezen.instemming import Instemming, lees_ja_nee
from loket.domain.lezen.taal import normaliseer
from loket.domain.lezen.uitkomst import Onleesbaar
from loket.domain.lezen.wensen import Wens, lees_wens
from loket.domain.overzicht import overzicht, regio_van
from loket.domain.routing import Plaatsen
from loket.domain.uiting import Invoer, Soort, Uiting
from loket.domain.vragen.aanvraag import AANVRAAG_VRAGEN, HELP_KIEZEN
from loket.domain.vragen.advies import ADVIES_VRAGEN, rol_van
from loket.domain.vragen.lezers import ANDERE_PLAATS, TOCH_VERDER, TOCH_ZO
from loket.domain.vragen.vraag import Gelezen, Lezing, Verduidelijk, Vraag, leesbaar


class Lijst(StrEnum):
    """The two lists of questions."""

    ADVIES = "advies"
    AANVRAAG = "aanvraag"


VRAGEN: Mapping[Lijst, tuple[Vraag, ...]] = {Lijst.ADVIES: ADVIES_VRAGEN, Lijst.AANVRAAG: AANVRAAG_VRAGEN}


class Fase(StrEnum):
    """Where in the conversation we are."""

    VRAGEN = "vragen"
    OVERZICHT = "overzicht"
    WIJZIGEN = "wijzigen"
    TOESTEMMING = "toestemming"
    STOPPEN = "stoppen"


class Afloop(StrEnum):
    """How it ended; `VERSTUREN` asks the caller to record the aanvraag."""

    VERSTUREN = "versturen"
    ADVIES = "advies"
    NAAR_ADVIES = "naar_advies"
    NAAR_AANVRAAG = "naar_aanvraag"
    LATER = "later"
    WISSEN = "wissen"


@dataclass(frozen=True, slots=True)
class Loketkaart:
    """How people reach a loket: its region's name, who runs it, and the phone number."""

    regio: str
    organisatie: str
    telefoon: str


@dataclass(frozen=True, slots=True)
class Omgeving:
    """What the conversation needs to know of the world: today, the places and the lokets."""

    vandaag: date
    plaatsen: Plaatsen
    loket: Callable[[Regio | None], Loketkaart]
    bewaartermijn_dagen: int


class Richting(StrEnum):
    """Something else that a person clearly wants to do instead of answering."""

    AANVRAAG = "aanvraag"
    ADVIES = "advies"
    WISSEN = "wissen"


@dataclass(frozen=True, slots=True)
class Bericht:
    """A message, with what the language model made of it.

    `onderwerp` is the topic it may ask about and `zekerheid` (0-1) how surely; `richting` is what it
    wants to do instead, only where that is beyond doubt.
    """

    tekst: str
    onderwerp: str | None = None
    zekerheid: float = 0.0
    richting: Richting | None = None


@dataclass(frozen=True, slots=True)
class Stand:
    """The whole state; plain values only, so that it can be kept as JSON.

    `pad` holds the ids of the answered questions in order, for "terug". `verduidelijking` is a
    follow-up to the question at hand: its sentence and choices. `eerder` is the text it is about.
    """

    lijst: Lijst
    id: str
    antwoorden: dict[str, Antwoord] = field(default_factory=dict)
    huidige: str | None = None
    pad: tuple[str, ...] = ()
    fase: Fase = Fase.VRAGEN
    vorige_fase: Fase = Fase.VRAGEN
    verduidelijking: tuple[str, ...] = ()
    eerder: str = ""
    kort: bool = False
    gewijzigd: bool = False
    afloop: Afloop | None = None


@dataclass(frozen=True, slots=True)
class Stap:
    """The new state, what to say first, and the topic to explain before going on (if any)."""

    stand: Stand
    zeg: tuple[Uiting, ...] = ()
    onderwerp: str | None = None


GENOEG = "Zo is het genoeg, stuur maar"
WEET_NIET = "Weet ik niet"
SLA_OVER = "Sla over"
TERUG = "Terug"
UITLEG = "Waarom vraag je dat?"
VERSTUREN = "Ja, dit klopt"
WIJZIGEN = "Iets wijzigen"
MEER_VERTELLEN = "Meer vertellen"
AKKOORD = "Ik ga akkoord, verstuur"
NIET_AKKOORD = "Nee, niet versturen"
WISSEN = "Wis alles"
LATER = "Ik ga later verder"
TOCH_DOOR = "Toch verdergaan"
KLAAR_MET_WIJZIGEN = "Alles klopt"

UITWEGEN = frozenset({WEET_NIET, ANDERE_PLAATS, TOCH_VERDER, TOCH_ZO})
"""Answers to a follow-up that choose none of what it offers."""

WENSKNOPPEN = frozenset({WEET_NIET, SLA_OVER, TERUG, UITLEG, TOCH_DOOR})
"""Buttons about the conversation itself; a channel may show them less loudly than the choices."""

ZEKER_VRAAG = 0.55
"""From this certainty a message that looks like a question is answered as one."""
ZEKER_ANTWOORD = 0.75
"""From this certainty a message that does not answer the question at hand is taken as another question."""
MAX_VRAAG_WOORDEN = 16

# fmt: off
VRAAGWOORDEN = frozenset({
    "wat", "wie", "waar", "wanneer", "waarom", "hoe", "hoeveel", "welke", "welk", "is", "kan", "mag", "moet",
    "moeten", "zijn", "gaat", "krijg", "heb", "hebben", "kost", "bestaat", "betekent", "kunnen", "mogen",
})
# fmt: on


def begin(lijst: Lijst, id: str, antwoorden: Antwoorden, gezegd: Sequence[str], omgeving: Omgeving) -> Stap:
    """Start a list with what is already known, taking along what was said just before (newest first)."""
    bekend = dict(antwoorden)
    if lijst is Lijst.AANVRAAG and bekend.get("instrument", Antwoord(Status.WEET_NIET)).waarde == HELP_KIEZEN:
        del bekend["instrument"]
    stand = Stand(lijst, id, bekend)
    for zin in gezegd:
        stand = _oogst(stand, zin, omgeving, behalve=None)
    genoteerd = tuple(
        vraag for vraag in VRAGEN[lijst] if vraag.id in stand.antwoorden.keys() - antwoorden.keys()
    )
    return Stap(_volgende(stand), _noteer_ook(genoteerd, stand.antwoorden))


def verwerk(stand: Stand, bericht: Bericht, omgeving: Omgeving) -> Stap:
    """Take one message. Danger comes before everything; what was answered is never lost by it."""
    tekst = bericht.tekst
    gevaar = vind_gevaar(tekst)
    if gevaar:
        eerst = Uiting(antwoord_op(gevaar), soort=Soort.GEVAAR, lijnen=lijnen_voor(gevaar))
        vraag = _huidige(stand)
        if vraag is None or not vraag.open or stand.fase is not Fase.VRAGEN:
            return Stap(stand, (eerst,))
        stap = _neem(stand, vraag, Gelezen(None, tekst), tekst, omgeving)
        bewaard = Uiting("Wat je schreef, staat in je aanvraag. Je kan het straks nog wijzigen.")
        return replace(stap, zeg=(eerst, bewaard, *stap.zeg))
    match stand.fase:
        case Fase.STOPPEN:
            return _bij_stoppen(stand, bericht)
        case Fase.OVERZICHT:
            return _bij_overzicht(stand, bericht)
        case Fase.WIJZIGEN:
            return _bij_wijzigen(stand, bericht)
        case Fase.TOESTEMMING:
            return _bij_toestemming(stand, bericht)
        case Fase.VRAGEN:
            return _bij_vraag(stand, bericht, omgeving)


# --- a message in answer to a question --------------------------------------------------------------


def _bij_vraag(stand: Stand, bericht: Bericht, omgeving: Omgeving) -> Stap:
    vraag = _huidige(stand)
    if vraag is None:
        return Stap(_volgende(stand))
    tekst = _bedoelde_keuze(stand, bericht.tekst)
    wens = lees_wens(tekst)
    if wens is not None and not _is_keuze(tekst, vraag):
        return _bij_wens(stand, vraag, wens)
    if bericht.richting is not None and not _is_keuze(tekst, vraag):
        return _bij_richting(stand, bericht.richting)
    if _stelt_vraag(bericht):
        return Stap(stand, onderwerp=bericht.onderwerp)
    gelezen = vraag.lees(tekst, vraag, _lezing(stand, omgeving))
    if (
        isinstance(gelezen, Gelezen)
        and gelezen.waarde is None
        and not vraag.open
        and _over_iets_anders(bericht)
    ):
        return Stap(stand, onderwerp=bericht.onderwerp)
    match gelezen:
        case Gelezen():
            return _neem(stand, vraag, gelezen, tekst, omgeving)
        case Verduidelijk(zin=zin, keuzes=keuzes):
            anders = _oogst(stand, tekst, omgeving, behalve=vraag.id)
            noot = _noteer_ook(_nieuw(stand, anders), anders.antwoorden)
            return Stap(replace(anders, verduidelijking=(zin, *keuzes), eerder=tekst), noot)
        case Onleesbaar(reden=reden):
            if _over_iets_anders(bericht):
                return Stap(stand, onderwerp=bericht.onderwerp)
            anders = _oogst(stand, tekst, omgeving, behalve=vraag.id)
            noot = _noteer_ook(_nieuw(stand, anders), anders.antwoorden)
            return Stap(replace(anders, verduidelijking=()), noot or (Uiting(reden),))


def _bedoelde_keuze(stand: Stand, tekst: str) -> str:
    """At a follow-up ("Is het een van deze?") also "ja", "nee" and a number choose one of its answers."""
    keuzes = stand.verduidelijking[1:]
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


def _neem(stand: Stand, vraag: Vraag, gelezen: Gelezen, tekst: str, omgeving: Omgeving) -> Stap:
    """Keep an answer, take along what else the sentence tells, and go on."""
    antwoord = Antwoord(
        Status.GEGEVEN, stand.eerder if gelezen.leesbaar == stand.eerder else tekst, gelezen.waarde
    )
    genomen = replace(
        stand,
        antwoorden={**stand.antwoorden, vraag.id: antwoord},
        pad=(*(v for v in stand.pad if v != vraag.id), vraag.id),
        verduidelijking=(),
        eerder="",
    )
    anders = genomen if vraag.open else _oogst(genomen, tekst, omgeving, behalve=vraag.id)
    if vraag.id == "verhaal":
        # A story tells more than the question: take what is certain, so that it need not be asked again.
        anders = _oogst(genomen, tekst, omgeving, behalve=vraag.id)
    if stand.lijst is Lijst.AANVRAAG and vraag.id == "instrument" and gelezen.waarde == HELP_KIEZEN:
        return Stap(replace(anders, huidige=None, afloop=Afloop.NAAR_ADVIES))
    noot = (Uiting(gelezen.noot),) if gelezen.noot else ()
    return Stap(_volgende(anders), noot + _noteer_ook(_nieuw(genomen, anders), anders.antwoorden))


def _bij_richting(stand: Stand, richting: Richting) -> Stap:
    match richting:
        case Richting.AANVRAAG if stand.lijst is Lijst.ADVIES:
            return Stap(replace(stand, huidige=None, afloop=Afloop.NAAR_AANVRAAG))
        case Richting.ADVIES if stand.lijst is Lijst.AANVRAAG:
            return Stap(replace(stand, huidige=None, afloop=Afloop.NAAR_ADVIES))
        case Richting.WISSEN:
            return Stap(replace(stand, fase=Fase.STOPPEN, vorige_fase=stand.fase))
    return Stap(stand)  # already doing it: just ask on


def _bij_wens(stand: Stand, vraag: Vraag, wens: Wens) -> Stap:
    match wens:
        case Wens.STOP:
            return Stap(replace(stand, fase=Fase.STOPPEN, vorige_fase=stand.fase))
        case Wens.OPNIEUW:
            return Stap(replace(stand, fase=Fase.STOPPEN, vorige_fase=stand.fase))
        case Wens.UITLEG:
            return Stap(stand, (Uiting(vraag.uitleg.voor(rol_van(stand.antwoorden))),))
        case Wens.MENS:
            return Stap(stand, onderwerp="mens")
        case Wens.TERUG:
            return _terug(stand)
        case Wens.GENOEG if stand.lijst is Lijst.ADVIES:
            return Stap(replace(stand, huidige=None, afloop=Afloop.ADVIES))
        case Wens.GENOEG:
            if kern_klaar(stand):
                return Stap(_naar_overzicht(replace(stand, kort=_onvolledig(stand))))
            return Stap(stand, (Uiting("Bijna. Dit heb ik nog nodig om je aanvraag te kunnen sturen."),))
        case Wens.WEET_NIET | Wens.OVERSLAAN:
            return _zonder_antwoord(stand, vraag, wens)


def _zonder_antwoord(stand: Stand, vraag: Vraag, wens: Wens) -> Stap:
    if not vraag.nodig:
        status = Status.WEET_NIET if wens is Wens.WEET_NIET else Status.OVERGESLAGEN
        return Stap(_volgende(_leg_vast(stand, vraag.id, Antwoord(status))))
    match vraag.id:
        case "instrument":
            return Stap(replace(stand, huidige=None, afloop=Afloop.NAAR_ADVIES))
        case "verblijf" if stand.verduidelijking or stand.eerder:
            onbekend = Antwoord(Status.WEET_NIET, waarde={"regio": None, "leesbaar": "Weet ik niet"})
            noot = Uiting("Goed. Een medewerker zoekt dan welk loket je helpt.")
            return Stap(_volgende(_leg_vast(stand, vraag.id, onbekend)), (noot,))
        case "verblijf":
            zin = "Met de plaats vind ik het juiste loket. Weet je misschien een gemeente in de buurt?"
            return Stap(replace(stand, verduidelijking=(zin, WEET_NIET)))
    noot = Uiting(
        "Zonder nummer of adres kan het loket je niet antwoorden. "
        "Het mag ook van iemand zijn die je vertrouwt. "
        "Zelf bellen kan ook: de JO-lijn, {jo-lijn}, gratis."
    )
    return Stap(stand, (noot,))


AFHANKELIJK = {"bereik": ("bevestiging",)}
"""Answers that were about another answer: a yes to a mail at this address is no yes to the next address."""


def _zonder(antwoorden: Antwoorden, vraag: str) -> dict[str, Antwoord]:
    weg = (vraag, *AFHANKELIJK.get(vraag, ()))
    return {id: antwoord for id, antwoord in antwoorden.items() if id not in weg}


def _leg_vast(stand: Stand, vraag: str, antwoord: Antwoord) -> Stand:
    return replace(
        stand,
        antwoorden={**stand.antwoorden, vraag: antwoord},
        pad=(*(v for v in stand.pad if v != vraag), vraag),
        verduidelijking=(),
        eerder="",
    )


def _terug(stand: Stand) -> Stap:
    if not stand.pad:
        return Stap(stand, (Uiting("Dit is de eerste vraag. Verder terug kan niet."),))
    *pad, vorige = stand.pad
    oud = stand.antwoorden.get(vorige)
    antwoorden = _zonder(stand.antwoorden, vorige)
    vraag = next(v for v in VRAGEN[stand.lijst] if v.id == vorige)
    zeg = (Uiting(f"We gaan terug. Je antwoordde: {leesbaar(vraag, oud)}."),) if oud else ()
    terug = replace(
        stand, antwoorden=antwoorden, huidige=vorige, pad=tuple(pad), verduidelijking=(), eerder=""
    )
    return Stap(terug, zeg)


# --- overview, change, consent, stop ----------------------------------------------------------------


def _bij_overzicht(stand: Stand, bericht: Bericht) -> Stap:
    kaal = normaliseer(bericht.tekst)
    wens = lees_wens(bericht.tekst)
    if wens is Wens.STOP:
        return Stap(replace(stand, fase=Fase.STOPPEN, vorige_fase=stand.fase))
    if wens is Wens.UITLEG:
        return Stap(
            stand,
            (Uiting("Dit krijgt het loket te lezen. Kijk na of het klopt, voor je het stuurt."),),
        )
    if kaal == normaliseer(MEER_VERTELLEN):
        verder = _volgende(replace(stand, fase=Fase.VRAGEN, kort=False))
        return Stap(verder)
    if opnieuw := _wijzig(stand, kaal):
        return opnieuw
    if wens is Wens.TERUG or kaal == normaliseer(WIJZIGEN) or "wijzig" in kaal or "verander" in kaal:
        return Stap(replace(stand, fase=Fase.WIJZIGEN))
    if _stelt_vraag(bericht):
        return Stap(stand, onderwerp=bericht.onderwerp)
    instemming = lees_ja_nee(bericht.tekst)
    if kaal == normaliseer(VERSTUREN) or wens is Wens.GENOEG or instemming is Instemming.JA:
        return Stap(replace(stand, fase=Fase.TOESTEMMING))
    if instemming is Instemming.NEE:
        return Stap(replace(stand, fase=Fase.WIJZIGEN))
    return Stap(stand, (Uiting("Klopt alles? Zeg ja, of kies wat je wil wijzigen."),))


def _bij_wijzigen(stand: Stand, bericht: Bericht) -> Stap:
    tekst = bericht.tekst
    kaal = normaliseer(tekst)
    wens = lees_wens(tekst)
    if wens is Wens.STOP:
        return Stap(replace(stand, fase=Fase.STOPPEN, vorige_fase=stand.fase))
    if opnieuw := _wijzig(stand, kaal):
        return opnieuw
    if kaal == normaliseer(KLAAR_MET_WIJZIGEN) or wens in (Wens.TERUG, Wens.GENOEG) or lees_ja_nee(tekst):
        return Stap(replace(stand, fase=Fase.OVERZICHT))
    if _stelt_vraag(bericht):
        return Stap(stand, onderwerp=bericht.onderwerp)
    return Stap(stand, (Uiting("Dat deel vind ik niet. Kies een knop."),))


def _wijzig(stand: Stand, kaal: str) -> Stap | None:
    """Ask again the question whose label this is ("verblijft in", "wijzig verblijft in")."""
    for vraag in wijzigbaar(stand):
        if kaal.removeprefix("wijzig ") == normaliseer(vraag.label):
            opnieuw = replace(
                stand,
                fase=Fase.VRAGEN,
                antwoorden=_zonder(stand.antwoorden, vraag.id),
                pad=tuple(v for v in stand.pad if v != vraag.id),
                huidige=vraag.id,
                gewijzigd=True,
            )
            return Stap(opnieuw, (Uiting(f"Hier stond: {leesbaar(vraag, stand.antwoorden[vraag.id])}"),))
    return None


def _bij_toestemming(stand: Stand, bericht: Bericht) -> Stap:
    tekst = bericht.tekst
    wens = lees_wens(tekst)
    instemming = lees_ja_nee(tekst)
    if wens is Wens.TERUG:
        return Stap(replace(stand, fase=Fase.OVERZICHT))
    if wens is Wens.STOP or instemming is Instemming.NEE:
        return Stap(replace(stand, fase=Fase.STOPPEN, vorige_fase=stand.fase))
    if wens is Wens.UITLEG:
        return Stap(stand, (Uiting("Zonder je akkoord sturen we niets. Jij beslist."),))
    if normaliseer(tekst) == normaliseer(AKKOORD) or instemming is Instemming.JA or wens is Wens.GENOEG:
        return Stap(replace(stand, afloop=Afloop.VERSTUREN))
    if _stelt_vraag(bericht):
        return Stap(stand, onderwerp=bericht.onderwerp)
    return Stap(stand, (Uiting("Ik heb een duidelijke ja of nee nodig. Zonder ja stuur ik niets."),))


def _bij_stoppen(stand: Stand, bericht: Bericht) -> Stap:
    kaal = normaliseer(bericht.tekst)
    verder = replace(stand, fase=stand.vorige_fase)
    if kaal == normaliseer(WISSEN) or "wis" in kaal.split() or "wissen" in kaal or "verwijder" in kaal:
        return Stap(replace(stand, afloop=Afloop.WISSEN))
    if kaal == normaliseer(LATER) or "later" in kaal.split():
        return Stap(replace(verder, afloop=Afloop.LATER))
    if kaal == normaliseer(TOCH_DOOR) or "verder" in kaal or "door" in kaal.split():
        return Stap(verder)
    if lees_wens(bericht.tekst) is Wens.TERUG or lees_ja_nee(bericht.tekst) is Instemming.NEE:
        return Stap(verder)
    if _stelt_vraag(bericht):
        return Stap(stand, onderwerp=bericht.onderwerp)
    return Stap(stand, (Uiting("Kies wat je wil: wissen, later verdergaan, of nu verdergaan."),))


# --- what is asked now ------------------------------------------------------------------------------


def vraag_nu(stand: Stand, omgeving: Omgeving) -> Uiting:
    """What to say to go on from this state: the question, the overview, the request for consent."""
    match stand.fase:
        case Fase.STOPPEN:
            return Uiting(
                "Wil je stoppen? Je kan alles wissen. Of je gaat later verder: dan bewaar ik je antwoorden.",
                (WISSEN, LATER, TOCH_DOOR),
                Soort.VRAAG,
            )
        case Fase.WIJZIGEN:
            knoppen = (*(vraag.label for vraag in wijzigbaar(stand)), KLAAR_MET_WIJZIGEN)
            return Uiting("Wat wil je wijzigen?", knoppen, Soort.VRAAG)
        case Fase.OVERZICHT:
            meer = (MEER_VERTELLEN,) if _onvolledig(stand) else ()
            return Uiting(
                "Dit krijgt het loket te lezen. Klopt alles?",
                (VERSTUREN, WIJZIGEN, *meer),
                Soort.OVERZICHT,
                onderdelen=overzicht(stand.antwoorden),
            )
        case Fase.TOESTEMMING:
            return _vraag_toestemming(stand, omgeving)
        case Fase.VRAGEN:
            return _stel(stand)


def _stel(stand: Stand) -> Uiting:
    vraag = _huidige(stand)
    if vraag is None:
        raise ValueError("er is geen vraag meer om te stellen")
    if stand.verduidelijking:
        zin, *keuzes = stand.verduidelijking
        return Uiting(zin, tuple(keuzes), Soort.VRAAG, voortgang=voortgang(stand), invoer=vraag.invoer)
    knoppen = [keuze.titel for keuze in vraag.keuzes]
    if not vraag.nodig:
        knoppen.append(SLA_OVER if vraag.open else WEET_NIET)
    if stand.lijst is Lijst.AANVRAAG and kern_klaar(stand):
        knoppen.append(GENOEG)
    if stand.pad:
        knoppen.append(TERUG)
    knoppen.append(UITLEG)
    return Uiting(
        vraag.tekst.voor(rol_van(stand.antwoorden)),
        tuple(knoppen),
        Soort.VRAAG,
        voortgang=voortgang(stand),
        invoer=vraag.invoer if not vraag.keuzes else Invoer.TEKST,
        meerdere=vraag.meerdere,
    )


def _vraag_toestemming(stand: Stand, omgeving: Omgeving) -> Uiting:
    regio = regio_van(stand.antwoorden)
    kaart = omgeving.loket(regio)
    waar = (
        f"het loket van {kaart.regio} ({kaart.organisatie})"
        if regio
        else "een medewerker, die het juiste loket voor je zoekt"
    )
    return Uiting(
        f"Ik stuur je aanvraag naar {waar}.\n"
        "Enkel de mensen die je aanvraag behandelen, lezen ze. Ze moeten erover zwijgen.\n"
        f"Wij bewaren ze versleuteld. Na {omgeving.bewaartermijn_dagen} dagen wissen we ze.\n"
        "Ga je akkoord?",
        (AKKOORD, TERUG, NIET_AKKOORD),
        Soort.VRAAG,
    )


def voortgang(stand: Stand) -> tuple[int, int]:
    """(number of the question at hand, how many there will be as far as is known now)."""
    gelden = [vraag.id for vraag in VRAGEN[stand.lijst] if vraag.geldt(stand.antwoorden)]
    beantwoord = sum(1 for vraag in gelden if vraag in stand.antwoorden)
    return min(beantwoord + 1, len(gelden)), len(gelden)


def kern_klaar(stand: Stand) -> bool:
    """Whether the short road is complete, so that the aanvraag can be sent as it is."""
    return all(
        vraag.id in stand.antwoorden
        for vraag in VRAGEN[stand.lijst]
        if vraag.kern and vraag.geldt(stand.antwoorden)
    )


def wijzigbaar(stand: Stand) -> tuple[Vraag, ...]:
    """The answered questions, in the order of the overview."""
    return tuple(vraag for vraag in VRAGEN[Lijst.AANVRAAG] if vraag.id in stand.antwoorden)


# --- helpers ----------------------------------------------------------------------------------------


def _volgende(stand: Stand) -> Stand:
    """Go to the next open question; at the end to the overview (aanvraag) or the advice."""
    if stand.gewijzigd:
        # After a change back to the overview, unless the change opened a question of the short road.
        open_kern = [v for v in VRAGEN[stand.lijst] if v.kern and _open(v, stand)]
        if not open_kern:
            return _naar_overzicht(replace(stand, gewijzigd=False))
    for vraag in VRAGEN[stand.lijst]:
        if _open(vraag, stand):
            return replace(stand, huidige=vraag.id)
    if stand.lijst is Lijst.ADVIES:
        return replace(stand, huidige=None, afloop=Afloop.ADVIES)
    return _naar_overzicht(replace(stand, kort=False))


def _open(vraag: Vraag, stand: Stand) -> bool:
    return vraag.id not in stand.antwoorden and vraag.geldt(stand.antwoorden)


def _onvolledig(stand: Stand) -> bool:
    return any(_open(vraag, stand) for vraag in VRAGEN[stand.lijst])


def _naar_overzicht(stand: Stand) -> Stand:
    return replace(stand, huidige=None, fase=Fase.OVERZICHT, verduidelijking=(), eerder="")


def _huidige(stand: Stand) -> Vraag | None:
    return next((vraag for vraag in VRAGEN[stand.lijst] if vraag.id == stand.huidige), None)


def _lezing(stand: Stand, omgeving: Omgeving) -> Lezing:
    return Lezing(omgeving.vandaag, omgeving.plaatsen, rol_van(stand.antwoorden), stand.eerder)


def _oogst(stand: Stand, tekst: str, omgeving: Omgeving, behalve: str | None) -> Stand:
    """What a sentence tells besides: every open question that finds its answer in it."""
    antwoorden = dict(stand.antwoorden)
    for vraag in VRAGEN[stand.lijst]:
        if vraag.vind is None or vraag.id == behalve or vraag.id in antwoorden or not vraag.geldt(antwoorden):
            continue
        lezing = replace(_lezing(stand, omgeving), rol=rol_van(antwoorden))
        if gevonden := vraag.vind(tekst, vraag, lezing):
            # Not the whole sentence: it was said about something else.
            antwoorden[vraag.id] = Antwoord(Status.GEGEVEN, gevonden.leesbaar, gevonden.waarde)
    return replace(stand, antwoorden=antwoorden)


def _nieuw(oud: Stand, nieuw: Stand) -> tuple[Vraag, ...]:
    return tuple(v for v in VRAGEN[nieuw.lijst] if v.id in nieuw.antwoorden.keys() - oud.antwoorden.keys())


def _noteer_ook(vragen: tuple[Vraag, ...], antwoorden: Antwoorden) -> tuple[Uiting, ...]:
    if not vragen:
        return ()
    delen = "\n".join(f"• {vraag.label}: {leesbaar(vraag, antwoorden[vraag.id])}" for vraag in vragen)
    return (Uiting(f"Dit noteer ik alvast:\n{delen}"),)


def _is_keuze(tekst: str, vraag: Vraag) -> bool:
    kaal = normaliseer(tekst)
    return any(kaal in {normaliseer(w) for w in (k.titel, *k.ook)} for k in vraag.keuzes)


def _lijkt_vraag(tekst: str) -> bool:
    woorden = normaliseer(tekst).split()
    if not woorden or len(woorden) > MAX_VRAAG_WOORDEN:
        return False
    return tekst.rstrip().endswith("?") or woorden[0] in VRAAGWOORDEN


def _stelt_vraag(bericht: Bericht) -> bool:
    return bericht.onderwerp is not None and bericht.zekerheid >= ZEKER_VRAAG and _lijkt_vraag(bericht.tekst)


def _over_iets_anders(bericht: Bericht) -> bool:
    return bericht.onderwerp is not None and bericht.zekerheid >= ZEKER_ANTWOORD

"""A correction in the person's own words: "de naam moet Jonas zijn", "ik woon eigenlijk in Mechelen".

At the overview and before sending every answer may be corrected so; while a question is open only what is
plainly said to be wrong. What was changed is always shown, so that it can be changed once more.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from loket.domain.aanvraag import Antwoord, Status
from loket.domain.begrippen import Rol
from loket.domain.gesprek.oogst import lezing
from loket.domain.gesprek.stand import Fase, Omgeving, Stand, Stap
from loket.domain.gesprek.verhaal import BEWAARD_BIJ, erbij
from loket.domain.gesprek.verloop import leg_vast, volgende, wijzigbaar
from loket.domain.lezen.geheim import vind_geheim
from loket.domain.lezen.instrument import genoemde_instrumenten
from loket.domain.lezen.namen import vind_diensten
from loket.domain.lezen.taal import normaliseer, woordenset
from loket.domain.lezen.uitkomst import Onleesbaar
from loket.domain.lezen.vraagvorm import begint_als_vraag, vertelt
from loket.domain.uiting import Invoer, Uiting
from loket.domain.vragen.advies import rol_van
from loket.domain.vragen.lezers import bereik_erbij
from loket.domain.vragen.vraag import Gelezen, Verduidelijk, Vraag, leesbaar

MEESTE_WOORDEN = 25
"""A longer message tells more than what is wrong."""
KORTSTE = 4
"""So few words name a part and nothing else: "het nummer", "mijn gsm"."""
DELEN: Mapping[str, frozenset[str]] = {
    "verblijf": woordenset("woonplaats adres gemeente stad plaats verblijf verblijfplaats postcode"),
    "bereik": woordenset(
        "nummer telefoonnummer gsmnummer gsm telefoon tel mail email mailadres emailadres e-mailadres"
    ),
    "wanneer": woordenset("beluur tijdstip"),
    "verhaal": woordenset("verhaal"),
    "naam": woordenset("naam voornaam contactpersoon"),
    "naam_jongere": woordenset("naam voornaam"),
    "leeftijd": woordenset("leeftijd geboortedatum verjaardag"),
    "akkoord": woordenset("akkoord"),
    "tolk": woordenset("tolk"),
    "agenda": woordenset("agenda"),
    "organisatie": woordenset("organisatie vereniging"),
    "oprichting": woordenset("datum oprichting oprichtingsdatum"),
    "ondernemingsnummer": woordenset("ondernemingsnummer"),
    "statuten": woordenset("statuten"),
    "motivatie": woordenset("motivatie reden"),
}
"""By which words people name a part of the overview, beside its label."""
_VAN_HET_KIND = woordenset("zoon dochter kind jongere client zoontje dochtertje zijn haar")
_NIET_ZO = (
    r"\b(?:moet|moest)\b.*\b(?:zijn|worden|heten|staan)\b|\beigenlijk\b|\b(?:fout\w*|verkeerd\w*|typfout)\b"
    r"|\b(?:klopt|is|staat) (?:dus )?(?:niet|ni|nie)\b|\bniet juist\b|\bbedoel\w*\b|\bin plaats van\b|\bipv\b"
    r"|, ?(?:niet|ni|nie)\b"
)
_VERBETERT = re.compile(rf"{_NIET_ZO}|\b(?:nee|neen|wacht|sorry|verander|wijzig|pas|zet|maak)\b")
_VERBETERT_ONDERWEG = re.compile(_NIET_ZO)
_BEGIN = r"(?:(?:en|ja|maar|trouwens) )*"
_KIND = r"(?:mijn|onze|ons|het) (?:zoon|dochter|kind|client|jongen|meisje|jongere|zoontje|dochtertje)"
_OVER = {
    True: re.compile(rf"{_BEGIN}ik\b"),
    False: re.compile(rf"{_BEGIN}(?:ik|hij|zij|ze|{_KIND})\b"),
}
"""How a sentence begins that is about the young person, by whether that is who writes: "mama woont in Gent"
says nothing of where the young person stays."""
_NIET_THUIS = re.compile(
    r"(?!.*\b(?:woon|woont|wonen|slaap|verblijf)\b)"
    r".*\b(?:weekend\w*|vakantie|soms|af en toe|om de week|week bij|school|werkt?|opvang)\b"
)
"""Where somebody is now and then is not where he stays."""
_WISSELT = re.compile(
    r"\b(?:verander|wijzig|wissel|overschakel|schakel|switch|overstap|stap over|ga over|maak er)\w*\b"
    r"|\bis (?:het )?een aanvraag\b|\bliever een\b"
)
"""Another instrument than was asked: "verander de aanvraag naar bemiddeling"."""
_NAAR = re.compile(r"^.*\bnaar\b", re.I | re.S)
_ANDERE_ROL = re.compile(
    r"(?:(?:nee|neen|wacht|sorry|maar|hallo) )*(?:ik ben|kben|wij zijn|mijn rol is|ik zijn)\b"
)
_KOMT_TERUG = re.compile(r"(?:(?:nee|neen|oei|ah|euh?|sorry|ow|o) )*(?:wacht|ik bedoel|bedoel|correctie)\b")
"""Who begins so, comes back on what was said before."""
_IN_PLAATS = re.compile(r"\b(?:niet(?! \d)|geen|enkel|alleen|liever|ipv|plaats)\b")
"""With one of these a new number takes the place of the address too: "mail mij op …, niet bellen"."""
_OUD = re.compile(r"[,;]?\s*\b(?:en |maar )?(?:niet|ni|nie|geen|ipv|in plaats van)\b.*$", re.I | re.S)
"""What it was: "Jonas, niet Jan"."""
_WAARDE = re.compile(
    r"(?:\b(?:moet|moest|is|heet|noemt|wordt|naar)\b|[:=])\s*(?:(?:eigenlijk|wel|gewoon|toch|nu|dus)\s+)*(?P<nieuw>.+)$",
    re.I | re.S,
)
_SLOT = re.compile(r"\s*\b(?:zijn|worden|heten|noemen|staan|hoor|sorry)\b[\s.!]*$", re.I)
_ZEGT_NIETS = woordenset("fout verkeerd mis juist anders veranderd gewijzigd weg nieuw ander moet zijn")
AANGEPAST = "Ik pas dit aan:"
ZONDER = Uiting("Typ het opnieuw, zonder wat weg moet. Of zeg: sla over. Dan staat er niets.")
WELK_DEEL = Uiting("Kies het deel waar het staat. Dan typ je het opnieuw, zonder wat weg moet.")
_EERST = r"^(?:(?:ja|ok|nee|neen|wacht|oei|sorry|en|maar|toch|gelieve|alsjeblieft) )*"
_DEEL = r"(?:dat|die|dit|wat|alles|het|stuk|zin|deel)"
_WEG = re.compile(
    # "mijn zoon moet weg uit de leefgroep" and "ik wil hier weg" tell something else.
    rf"{_EERST}(?:schrap|verwijder|wis)\b"
    rf"|{_EERST}(?:haal|haalt|doe|doet|laat|gooi)\b.*\b(?:weg|eruit|deruit|(?:er|der) (?:\w+ )?uit)\b"
    rf"|^(?:\w+ ){{0,3}}{_DEEL}\b.*\b(?:moet|moeten|mag|mogen) (?:\w+ ){{0,2}}(?:(?:er|der) uit|eruit|deruit"
    r"|weg|(?:er )?niet (?:meer )?in(?: staan)?|niet (?:mee)?gestuurd(?: worden)?)$"
    r"|\btoch weg met\b"
    rf"|{_EERST}kan (?:je|jij|ge|u)\b.*\b(?:weg ?(?:doen|halen|laten)|uit ?halen|schrappen|verwijderen)\b"
)
"""What was told must not be sent after all: "dat van papa moet er uit"."""
LANG_WOORD = 4
"""A shorter word does not say which part is meant."""
_ZEGT_NIET_WAT = woordenset(
    "moet moeten mogen weghalen weglaten wegdoen alles staan toch eruit gezegd schrap wat"
)
WEG_IN_OVERZICHT = Uiting("Goed. Voor je iets verstuurt, zie je alles. Dan kan je elk deel nog weghalen.")


def verbeter(stand: Stand, tekst: str, omgeving: Omgeving) -> Stap | None:
    """The step for a message after the questions that corrects an answer; None when it does not.

    With the new answer in it that is taken. Without ("mijn nummer is fout") the question is asked again, and
    where more may be meant the person chooses.
    """
    if weg := haal_weg(stand, tekst):
        return weg
    if anders := _feit_anders(stand, tekst):
        return _aangepast(stand, anders)
    kaal = normaliseer(_OUD.sub("", tekst))
    woorden = normaliseer(tekst).split()
    if (
        not woorden
        or len(woorden) > MEESTE_WOORDEN
        or begint_als_vraag(tekst)
        or tekst.rstrip().endswith("?")
    ):
        return None
    delen = _genoemde_delen(stand, kaal)
    zegt_het = _VERBETERT.search(tekst.lower()) is not None or _wisselt(kaal)
    over_wie = rol_van(stand.antwoorden)
    gaat_erover = (
        zegt_het
        or bool(delen)
        or _OVER[over_wie is Rol.JONGERE].match(kaal) is not None
        or bool(vind_geheim(tekst))
    )
    if gaat_erover and (nieuw := _gevonden(stand, tekst, omgeving, delen)):
        return _aangepast(stand, nieuw)
    gezegd = _nieuwe_waarde(tekst)
    if not delen or not (gezegd or zegt_het or len(woorden) <= KORTSTE):
        return None
    if len(delen) > 1:
        return Stap(replace(stand, fase=Fase.WIJZIGEN))
    (vraag,) = delen
    gelezen = vraag.lees(gezegd, vraag, lezing(stand, omgeving)) if gezegd else Onleesbaar("")
    if isinstance(gelezen, Gelezen) and (gelezen.waarde is not None or not vraag.keuzes):
        return _aangepast(stand, {vraag: replace(gelezen, leesbaar=gelezen.leesbaar or gezegd)})
    opnieuw = vraag_opnieuw(stand, vraag)
    if isinstance(gelezen, Verduidelijk):
        verder = (gelezen.zin, *gelezen.keuzes)
        return replace(opnieuw, stand=replace(opnieuw.stand, verduidelijking=verder, eerder=gezegd))
    return opnieuw


def verbeter_onderweg(stand: Stand, vraag: Vraag, tekst: str, omgeving: Omgeving) -> Stap | None:
    """The step for a message that, while `vraag` is open, corrects what was answered before; None for any
    other. What corrects the story ("nee wacht, ze heet Sofie, niet Sara") is put beside it.
    """
    kaal = normaliseer(tekst)
    vertelling = vraag.invoer is Invoer.LANG  # there the words are an answer: "die regels moeten weg"
    if not vertelling and (weg := haal_weg(stand, tekst)):
        return weg
    komt_terug = _KOMT_TERUG.match(kaal) is not None
    zegt_het = komt_terug or (
        not vertelling and (_VERBETERT_ONDERWEG.search(tekst.lower()) or _wisselt(kaal))
    )
    if len(kaal.split()) > MEESTE_WOORDEN or not zegt_het:
        return None
    delen = _genoemde_delen(stand, kaal)
    nieuw = {v: g for v, g in _gevonden(stand, tekst, omgeving, delen).items() if v.id != vraag.id}
    if nieuw:
        return Stap(_leg_alle_vast(stand, nieuw), (_noot(nieuw),))
    if stand.lijst in BEWAARD_BIJ and komt_terug and vertelt(tekst):
        return erbij(stand, tekst)
    return None


_DIENST_ERBIJ = re.compile(
    r"\b(?:vergeet|vergeten|vergat)\b|\b(?:er|der) (?:ook |nog |zeker )*bij\b|\berbij\b"
    r"|\b(?:voeg|zet)\b.*\b(?:toe|bij)$|\b(?:is|zijn|helpt|komt) (?:er )?ook nog\b"
    r"|\book nog\b.*\b(?:bij|betrokken)$"
)
_WEL_CONFLICT = re.compile(r"\ber (?:is|was) (?:\w+ ){0,2}?(?P<geen>geen )?(?:een )?(?:conflict|ruzie)\b")


def _feit_anders(stand: Stand, tekst: str) -> Mapping[Vraag, Gelezen]:
    """A service more, or a conflict after all: "het CAW hoort er ook bij", "er is geen conflict"."""
    kaal = normaliseer(tekst)
    delen = {vraag.id: vraag for vraag in wijzigbaar(stand)}
    if begint_als_vraag(tekst) or tekst.rstrip().endswith("?") or len(kaal.split()) > MEESTE_WOORDEN:
        return {}
    if "welke_diensten" in delen and _DIENST_ERBIJ.search(kaal) and (erbij := vind_diensten(tekst)):
        vraag = delen["welke_diensten"]
        er_al = leesbaar(vraag, stand.antwoorden[vraag.id])
        nieuw = [dienst for dienst in erbij if dienst.lower() not in er_al.lower()]
        samen = ", ".join([er_al, *nieuw]) if stand.antwoorden[vraag.id].tekst else ", ".join(nieuw)
        return {vraag: Gelezen({"leesbaar": samen}, samen)} if nieuw else {}
    if "conflict" in delen and (conflict := _WEL_CONFLICT.search(kaal)):
        gelezen = Gelezen("nee", "Nee") if conflict["geen"] else Gelezen("ja", "Ja")
        if stand.antwoorden["conflict"].waarde != gelezen.waarde:
            return {delen["conflict"]: gelezen}
    return {}


def haal_weg(stand: Stand, tekst: str) -> Stap | None:
    """The step for who wants something out of the aanvraag again ("da van die brug moet der uit"): the part
    that holds it is asked anew. None for any other message.
    """
    kaal = normaliseer(tekst)
    woorden = kaal.split()
    if len(woorden) > MEESTE_WOORDEN or tekst.rstrip().endswith("?") or not _WEG.search(kaal):
        return None
    wat = {woord for woord in woorden if len(woord) >= LANG_WOORD} - _ZEGT_NIET_WAT
    delen = [
        v for v in wijzigbaar(stand) if not wat.isdisjoint(normaliseer(stand.antwoorden[v.id].tekst).split())
    ]
    if len(delen) == 1:
        opnieuw = vraag_opnieuw(stand, delen[0])
        na_de_vragen = stand.fase is not Fase.VRAGEN
        return Stap(replace(opnieuw.stand, gewijzigd=na_de_vragen), (*opnieuw.zeg, ZONDER))
    if not wat:
        return None
    if stand.fase is Fase.VRAGEN:
        return Stap(stand, (WEG_IN_OVERZICHT,))
    return Stap(replace(stand, fase=Fase.WIJZIGEN), (WELK_DEEL,))


def vraag_opnieuw(stand: Stand, vraag: Vraag) -> Stap:
    """Ask a question again whose answer stands in the overview."""
    opnieuw = replace(
        stand,
        fase=Fase.VRAGEN,
        pad=tuple(v for v in stand.pad if v != vraag.id),
        huidige=vraag.id,
        gewijzigd=True,
    )
    return Stap(opnieuw, (Uiting(f"Hier stond: {leesbaar(vraag, stand.antwoorden[vraag.id])}"),))


def _genoemde_delen(stand: Stand, kaal: str) -> tuple[Vraag, ...]:
    """The answered questions that a text names."""
    woorden = set(kaal.split())
    delen = [
        vraag
        for vraag in wijzigbaar(stand)
        if f" {normaliseer(vraag.label)} " in f" {kaal} "
        or not DELEN.get(vraag.id, frozenset()).isdisjoint(woorden)
    ]
    if {"naam", "naam_jongere"} <= {vraag.id for vraag in delen}:
        weg = "naam" if not _VAN_HET_KIND.isdisjoint(woorden) else "naam_jongere" if "mijn" in woorden else ""
        delen = [vraag for vraag in delen if vraag.id != weg]
    return tuple(delen)


def _gevonden(
    stand: Stand, tekst: str, omgeving: Omgeving, delen: tuple[Vraag, ...]
) -> Mapping[Vraag, Gelezen]:
    """The answered questions that find another answer in a text, without what it says it is not."""
    kern, kaal = _OUD.sub("", tekst), normaliseer(tekst)
    nieuw: dict[Vraag, Gelezen] = {}
    for vraag in wijzigbaar(stand):
        if vraag.vind is None or not _mag(vraag, delen, tekst, kaal):
            continue
        deel = _NAAR.sub("", kern) if vraag.id == "instrument" else kern
        if vraag.id == "wie_niet":
            deel = tekst  # "mama mag dit niet weten" says nothing of what it was
        van_nu = replace(lezing(stand, omgeving), genoemd=omgeving.genoemd(deel))
        gevonden = vraag.vind(deel, vraag, van_nu)
        if gevonden and vraag.id == "bereik" and not _IN_PLAATS.search(kaal):
            gevonden = bereik_erbij(gevonden, stand.antwoorden[vraag.id].waarde)
        if gevonden and not _is_hetzelfde(stand.antwoorden[vraag.id], gevonden):
            nieuw[vraag] = gevonden
    return nieuw


def _mag(vraag: Vraag, delen: tuple[Vraag, ...], tekst: str, kaal: str) -> bool:
    """Whether this question may find its answer in a correction; `kaal` is its text, normalised."""
    match vraag.id:
        case "instrument":
            return vraag in delen or _moet_zijn(tekst) or _wisselt(kaal)
        case "rol":
            return vraag in delen or _moet_zijn(tekst) or _ANDERE_ROL.match(kaal) is not None
        case "verblijf":
            return vraag in delen or not _NIET_THUIS.match(kaal)
    return True


def _wisselt(kaal: str) -> bool:
    return _WISSELT.search(kaal) is not None and bool(genoemde_instrumenten(kaal))


def _moet_zijn(tekst: str) -> bool:
    return re.search(r"\b(?:moet|moest)\b.*\bzijn\b", tekst.lower()) is not None


def _is_hetzelfde(oud: Antwoord, nieuw: Gelezen) -> bool:
    if nieuw.waarde is None or oud.waarde is None:
        return normaliseer(oud.tekst) == normaliseer(nieuw.leesbaar)
    if isinstance(oud.waarde, dict) and isinstance(nieuw.waarde, dict):
        return {**oud.waarde, "leesbaar": ""} == {**nieuw.waarde, "leesbaar": ""}
    return oud.waarde == nieuw.waarde


def _nieuwe_waarde(tekst: str) -> str:
    """What an answer should be: "de naam moet Jonas zijn" → "Jonas"; "" when that is not said."""
    gevonden = _WAARDE.search(_OUD.sub("", tekst.strip()))
    nieuw = _SLOT.sub("", gevonden["nieuw"]).strip(" .!") if gevonden else ""
    return "" if _ZEGT_NIETS.issuperset(normaliseer(nieuw).split()) else nieuw


def _aangepast(stand: Stand, nieuw: Mapping[Vraag, Gelezen]) -> Stap:
    """Back to the overview with these answers, unless one of them opened a question of the short road."""
    verder = replace(_leg_alle_vast(stand, nieuw), fase=Fase.VRAGEN, gewijzigd=True)
    return Stap(volgende(verder), (_noot(nieuw),))


def _leg_alle_vast(stand: Stand, nieuw: Mapping[Vraag, Gelezen]) -> Stand:
    pad, huidige = stand.pad, stand.huidige
    for vraag, gelezen in nieuw.items():
        stand = leg_vast(stand, vraag.id, Antwoord(Status.GEGEVEN, gelezen.leesbaar, gelezen.waarde))
    return replace(stand, pad=pad, huidige=huidige)


def _noot(nieuw: Mapping[Vraag, Gelezen]) -> Uiting:
    delen = "\n".join(f"• {vraag.label}: {gelezen.leesbaar}" for vraag, gelezen in nieuw.items())
    return Uiting(f"{AANGEPAST}\n{delen}")

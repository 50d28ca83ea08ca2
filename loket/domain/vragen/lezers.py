"""How an answer is read, one reader for each kind of question."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict

from rapidfuzz import fuzz, process

from loket.domain.aanvraag import is_voorlopig
from loket.domain.begrippen import JsonWaarde, Rol
from loket.domain.lezen.bereik import Bereik, lees_bereik, vind_beltijd, vind_bereik
from loket.domain.lezen.datum import Datum, lees_datum
from loket.domain.lezen.geheim import MENSEN, OUDERS, noemt_iemand, vind_geheim
from loket.domain.lezen.getallen import lees_aantal
from loket.domain.lezen.instemming import Instemming, lees_feit, lees_ja_nee
from loket.domain.lezen.instrument import genoemde_instrumenten
from loket.domain.lezen.leeftijd import Leeftijd, lees_leeftijd, vind_leeftijd
from loket.domain.lezen.namen import (
    spreekt_voor_dienst,
    vind_diensten,
    vind_eigen_naam,
    vind_naam_kind,
    vind_verblijf,
    zonder_eigen_dienst,
)
from loket.domain.lezen.organisatie import lees_ondernemingsnummer, vind_ondernemingsnummer, vind_webadres
from loket.domain.lezen.taal import normaliseer
from loket.domain.lezen.uitkomst import Onleesbaar
from loket.domain.routing import Buiten, Gevonden, Kies, KiesReden, Onbekend, Plaats, vind_plaats, zoek
from loket.domain.vragen.vraag import Gelezen, Keuze, Lezer, Lezing, Resultaat, Verduidelijk, Vraag, leesbaar

MAX_TITEL = 200
"""A choice is looked for in this many characters; a longer text is a story, kept as it is."""
GELIJKENIS = 86
"""How alike (0-100) a text and a choice must be to be the same but for typing errors."""
MINSTE_DIENSTEN = 2
MEESTE_WOORDEN_JA_NEE = 3
TOCH_ZO = "Noteer het toch zo"
ANDERE_PLAATS = "Een andere plaats"
TOCH_VERDER = "Toch verdergaan"
ZIJN_ZE_ALLEMAAL = "Dat zijn ze allemaal"

BEGREEP_NIET = "Dat begreep ik niet goed. Kies een knop of zeg het met andere woorden."


def vrij(tekst: str, _vraag: Vraag, _lezing: Lezing) -> Resultaat:
    """Any words, kept as they are."""
    return (
        Gelezen(None, tekst)
        if tekst.strip()
        else Onleesbaar("Ik zag geen tekst. Typ gerust een paar woorden.")
    )


def keuze(tekst: str, vraag: Vraag, _lezing: Lezing) -> Resultaat:
    """One of the choices; a whole sentence that names none is kept in the person's own words."""
    gevonden = _gekozen(tekst, vraag.keuzes)
    if gevonden:
        return Gelezen(gevonden[0].waarde, gevonden[0].titel)
    return _eigen_woorden(tekst)


def _woorden(woorden: str, *, voorlopig: bool = False) -> Gelezen:
    """What was read in words, and nothing else of the sentence; `voorlopig`: it may not be all."""
    return Gelezen({"leesbaar": woorden} | ({"voorlopig": True} if voorlopig else {}), woorden)


_NIET = frozenset({"niet", "niets", "geen", "nog", "nooit"})
_JONGERE_EN_OUDER = re.compile(
    r"(?:enkel |alleen )?(?:de |het |mijn |onze )?(?:jongere|client|kind|zoon|dochter|jongen|meisje)"
    r" en (?:de |zijn |haar |mijn |een )?(?:mama|moeder|papa|vader)\b(?! en\b)"
)
_ALLEEN_IK = re.compile(r"(?:(?:enkel|alleen) ik(?:zelf)?|ik alleen|ik zelf|ikzelf)\b(?! en\b)|ik$")
_IK_EN_MIJN_KIND = re.compile(r"(?:zowel )?ik (?:als|en|wil|wel)\b.*\b(?:zoon|dochter|kind|kinderen)\b")
_MET_EEN_OUDER = re.compile(r"ik en (?:mijn )?(?:mama|papa|moeder|vader|ma|pa|mam)\b")


def akkoord(tekst: str, vraag: Vraag, lezing: Lezing) -> Resultaat:
    """Who agrees. A sentence with a negation names who does not, as well as who does: "ik wel, mijn ouders weten
    van niks" is the young person alone; what is not that plain is asked.
    """
    woorden = normaliseer(tekst).split()
    kaal = " ".join(woorden)
    if _JONGERE_EN_OUDER.match(kaal):
        return _keuze_met("een_ouder", vraag)
    if lezing.rol is not Rol.JONGERE and _ALLEEN_IK.match(kaal):
        # Who writes is not the young person: "ik alleen, papa is weg".
        return _keuze_met("ouders", vraag) if lezing.rol is Rol.OUDER else _eigen_woorden(tekst)
    if lezing.rol is Rol.OUDER and _IK_EN_MIJN_KIND.match(kaal) and _NIET.isdisjoint(woorden):
        return _keuze_met("allebei", vraag)
    if _NIET.isdisjoint(woorden):
        return keuze(tekst, vraag, lezing)
    if (heel := keuze(tekst, vraag, lezing)) and isinstance(heel, Gelezen) and tekst.strip() == heel.leesbaar:
        return heel
    if lezing.rol is Rol.JONGERE and _MET_EEN_OUDER.match(kaal):
        return _keuze_met("een_ouder", vraag)
    ouders = next((plek for plek, woord in enumerate(woorden) if woord in OUDERS), None)
    niet = next(plek for plek, woord in enumerate(woorden) if woord in _NIET)
    if lezing.rol is Rol.JONGERE and woorden[:1] == ["ik"] and ouders is not None and 0 < ouders < niet:
        return _keuze_met("jongere", vraag)
    return Gelezen(None, tekst)


def keuzes(tekst: str, vraag: Vraag, _lezing: Lezing) -> Resultaat:
    """One or more of the choices."""
    gevonden = _gekozen(tekst, vraag.keuzes)
    if gevonden:
        return Gelezen([k.waarde for k in gevonden], ", ".join(k.titel for k in gevonden))
    return _eigen_woorden(tekst)


_CONSULENT_VAN = re.compile(
    r"\bconsulente? (?:van |bij )?(?:het |de )?(?=(?:ocj|vk|vertrouwenscentrum)\b)", re.I
)


def partijen(tekst: str, vraag: Vraag, lezing: Lezing) -> Resultaat:
    """With whom there is a conflict. "De consulent van het OCJ" is one: a consulent by itself is the sociale dienst's."""
    return keuzes(_CONSULENT_VAN.sub("", tekst), vraag, lezing)


def ja_nee(tekst: str, vraag: Vraag, lezing: Lezing) -> Resultaat:
    """Yes or no by the explicit rules for agreement; doubt is an answer of its own."""
    match lees_feit(tekst):
        case Instemming.JA:
            return Gelezen("ja", "Ja")
        case Instemming.NEE:
            return Gelezen("nee", "Nee")
        case Instemming.TWIJFEL:
            return Gelezen("onbekend", "Weet ik niet")
    # A longer sentence with a "nee" somewhere is none: "de ouders willen niet stoppen nee".
    kort = len(normaliseer(tekst).split()) <= MEESTE_WOORDEN_JA_NEE
    return keuze(tekst, vraag, lezing) if kort else _eigen_woorden(tekst)


def keuze_of_woorden(tekst: str, vraag: Vraag, lezing: Lezing) -> Resultaat:
    """One of the choices, or any other words as they are."""
    gevonden = _gekozen(tekst, vraag.keuzes)
    return (
        Gelezen(gevonden[0].waarde, gevonden[0].titel) if len(gevonden) == 1 else vrij(tekst, vraag, lezing)
    )


_BEHALVE = re.compile(r"\b(?:behalve|uitgezonderd|uitgenomen|tenzij|buiten)\b\s+(?P<wie>.+)$", re.I | re.S)
_IEDEREEN = re.compile(
    r"\s*(?:iedereen|alleman|allemaal|ze allemaal)\b(?!.*\b(?:mag|mogen|weten)\b)", re.I | re.S
)


WIE_NIET = "Wie mag dit zeker niet weten?"
MEESTE_WOORDEN_WIE = 4
"""More words that name nobody do not say who: "wat is dat nu weer allemaal"."""


def wie_niet(tekst: str, vraag: Vraag, lezing: Lezing) -> Resultaat:
    """Who must not know, behind who was named in what was told before."""
    eerder = lezing.antwoorden.get(vraag.id)
    nieuw = _wie_niet(tekst, vraag, lezing)
    if eerder is None or not is_voorlopig(eerder) or not isinstance(nieuw, Gelezen):
        return nieuw
    if nieuw.waarde == "niemand" or lees_ja_nee(tekst) is Instemming.NEE:  # nobody else
        return _woorden(eerder.tekst)
    return (
        Onleesbaar("Typ wie dat is.") if lees_ja_nee(tekst) else _woorden(f"{eerder.tekst}; {nieuw.leesbaar}")
    )


def _wie_niet(tekst: str, vraag: Vraag, lezing: Lezing) -> Resultaat:
    """Of this text alone. "Niemand behalve mijn ex" is not nobody, nor is "nee mijn ex mag het niet weten";
    "iedereen behalve mama" may mean either.
    """
    if (behalve := _BEHALVE.search(tekst)) is None:
        woorden = normaliseer(tekst).split()
        if len(woorden) > MEESTE_WOORDEN_JA_NEE and not MENSEN.isdisjoint(woorden):
            return vrij(tekst, vraag, lezing)
        gelezen = keuze_of_woorden(tekst, vraag, lezing)
        zegt_niet_wie = len(woorden) > MEESTE_WOORDEN_WIE and not noemt_iemand(tekst)
        if isinstance(gelezen, Gelezen) and gelezen.waarde is None and zegt_niet_wie and not lezing.eerder:
            return Verduidelijk(WIE_NIET, (*(keuze.titel for keuze in vraag.keuzes), TOCH_ZO))
        return gelezen
    wie = behalve["wie"].strip(" .!?")
    if _IEDEREEN.match(tekst) and wie and tekst.strip() != lezing.eerder.strip():
        return Verduidelijk(
            "Wie mag het dus niet weten?", (f"{wie} mag het niet weten", f"enkel {wie} mag het weten")
        )
    return vrij(tekst, vraag, lezing)


def zoek_wie_niet(zin: str, vraag: Vraag, lezing: Lezing) -> Gelezen | None:
    """Who must not know, where a sentence says so; beside who was named before. Never less than all of them."""
    gezegd = vind_geheim(zin)
    if not gezegd:
        return None
    eerder = lezing.antwoorden.get(vraag.id)
    al = leesbaar(vraag, eerder) if eerder and eerder.tekst and eerder.waarde != "niemand" else ""
    if not al:
        return _woorden(gezegd, voorlopig=eerder is None)
    return _woorden(al if gezegd in al else f"{al}; {gezegd}")


_GEEN_VZW = re.compile(r"\bgeen (?:i?vzw|enkele vzw)\b")


def rechtsvorm(tekst: str, vraag: Vraag, lezing: Lezing) -> Resultaat:
    """What it is now: "een feitelijke vereniging, nog geen vzw" is no vzw."""
    kaal = normaliseer(tekst)
    if "feitelijk" in kaal:
        return _keuze_met("feitelijk", vraag)
    return _eigen_woorden(tekst) if _GEEN_VZW.search(kaal) else keuze(tekst, vraag, lezing)


_BIJNA_ALTIJD_MEER = re.compile(r"\b(?:tweetal|drietal|viertal|vijftal|paar|verschillende|meerdere)\b")


def aantal_diensten(tekst: str, vraag: Vraag, lezing: Lezing) -> Resultaat:
    """How many services: by number, or by those that are named ("de leefgroep, het clb en de consulent")."""
    if _BIJNA_ALTIJD_MEER.search(normaliseer(tekst)):
        return _keuze_met("meer", vraag)
    return zoek_aantal_diensten(tekst, vraag, lezing) or keuze(tekst, vraag, lezing)


def _keuze_met(waarde: str, vraag: Vraag) -> Gelezen:
    """The choice of this question that stands for `waarde`."""
    gekozen = next(k for k in vraag.keuzes if k.waarde == waarde)
    return Gelezen(gekozen.waarde, gekozen.titel)


def _eigen_woorden(tekst: str) -> Resultaat:
    # Two words that match nothing are more often a slip than an answer; a sentence is one.
    return Gelezen(None, tekst) if len(tekst.split()) >= 3 else Onleesbaar(BEGREEP_NIET)


def _gekozen(tekst: str, mogelijk: tuple[Keuze, ...]) -> list[Keuze]:
    """The choices that a text names: by title or other words, by number, typing errors included."""
    if len(tekst) > MAX_TITEL:
        return []
    zin = normaliseer(tekst)
    if not zin:
        return []
    woorden = {normaliseer(w): k for k in mogelijk for w in (k.titel, *k.ook)}
    if zin in woorden:
        return [woorden[zin]]
    # After the words: "3" is an answer of its own where services are counted.
    if (nummer := re.fullmatch(r"\s*(\d{1,2})[.)]?\s*", tekst)) and 0 < int(nummer[1]) <= len(mogelijk):
        return [mogelijk[int(nummer[1]) - 1]]
    if genoemd := _genoemd(zin, woorden):
        return [k for k in mogelijk if k in genoemd]
    # Short texts only: in a long one something always looks like something.
    if len(zin) <= 40 and (
        beste := process.extractOne(zin, list(woorden), scorer=fuzz.ratio, score_cutoff=GELIJKENIS)
    ):
        return [woorden[beste[0]]]
    return []


ALLEEN_HEEL = frozenset({"een", "geen", "meer", "ik", "niemand", "anders", "plaats"})
"""Words that are a choice as a whole answer only: inside a sentence they mean anything."""


def _genoemd(zin: str, woorden: Mapping[str, Keuze]) -> set[Keuze]:
    """The choices whose words stand in a sentence; a longer name hides the shorter one inside it."""
    gevonden: set[Keuze] = set()
    rest = f" {zin} "
    for woord in sorted(woorden, key=len, reverse=True):
        telt = (len(woord) >= 3 or woord.isdigit()) and woord not in ALLEEN_HEEL
        if telt and f" {woord} " in rest:
            gevonden.add(woorden[woord])
            rest = rest.replace(f" {woord} ", "  ")
    return gevonden


def bereik(tekst: str, _vraag: Vraag, lezing: Lezing) -> Resultaat:
    """A phone number or e-mail address; on insisting, other words ("via mijn leerkracht") as they are."""
    if lezing.eerder and tekst.strip() == TOCH_ZO:
        return Gelezen(None, lezing.eerder)
    gelezen = lees_bereik(tekst)
    if isinstance(gelezen, Onleesbaar):
        return Verduidelijk(gelezen.reden, (TOCH_ZO,))
    if gelezen.email_vraag and tekst.strip() != lezing.eerder.strip():
        return Verduidelijk(
            f"Klopt dat adres? Bedoel je {gelezen.email_vraag}?", (gelezen.email_vraag, tekst.strip())
        )
    return _bereikt(gelezen, tekst)


def zoek_bereik(zin: str, _vraag: Vraag, _lezing: Lezing) -> Gelezen | None:
    """A phone number or e-mail address inside a sentence about something else."""
    gevonden = vind_bereik(zin)
    return _bereikt(gevonden) if gevonden and not gevonden.email_vraag else None


MINSTE_TOELICHTING = 3


def _bereikt(gelezen: Bereik, gezegd: str = "") -> Gelezen:
    delen = [deel for deel in (gelezen.telefoon_leesbaar, gelezen.email) if deel]
    tekst = " en ".join(delen)
    # "… maar niet bellen, mijn pleegma neemt op", "… is van mijn tante": whoever calls must read that too.
    if sum(woord.isalpha() for woord in gezegd.replace(",", " ").split()) >= MINSTE_TOELICHTING:
        tekst += f" (“{gezegd.strip()}”)"
    waarde: JsonWaarde = {"telefoon": gelezen.telefoon, "email": gelezen.email, "leesbaar": tekst}
    return Gelezen(waarde, tekst)


def zoek_beltijd(zin: str, _vraag: Vraag, _lezing: Lezing) -> Gelezen | None:
    """When to call, inside a sentence about something else, in the person's own words."""
    fragment = vind_beltijd(zin)
    return _woorden(fragment) if fragment else None


_TOELICHTING = re.compile(r"\(“.*”\)$", re.S)


def bereik_erbij(nieuw: Gelezen, oud: JsonWaarde) -> Gelezen:
    """A new number or address beside the one of the other kind that was given before, with what was said of it:
    who corrects the address has not lost the phone.
    """
    if not isinstance(oud, dict) or not isinstance(nieuw.waarde, dict):
        return nieuw
    soorten = ("telefoon", "email")
    over = [oud.get(soort) for soort in soorten if oud.get(soort) and not nieuw.waarde.get(soort)]
    samen = lees_bereik(" en ".join([nieuw.leesbaar, *map(str, over)])) if over else None
    if not isinstance(samen, Bereik):
        return nieuw
    allebei = _bereikt(samen)
    toelichting = _TOELICHTING.search(str(oud.get("leesbaar", "")))
    leesbaar = " ".join([allebei.leesbaar, *([toelichting[0]] if toelichting else [])])
    waarde: JsonWaarde = {"telefoon": samen.telefoon, "email": samen.email, "leesbaar": leesbaar}
    return Gelezen(waarde, leesbaar)


def leeftijd(tekst: str, _vraag: Vraag, lezing: Lezing) -> Resultaat:
    """An age or a birth date, in digits or words."""
    gelezen = lees_leeftijd(tekst, lezing.vandaag) or vind_leeftijd(
        tekst, lezing.vandaag, over_zichzelf=lezing.rol is Rol.JONGERE
    )
    if isinstance(gelezen, Leeftijd):
        return _oud(gelezen)
    if isinstance(gelezen, Onleesbaar):
        return gelezen
    return Onleesbaar("Ik lees daar geen leeftijd in. Typ bijvoorbeeld 15, of een geboortedatum.")


def zoek_leeftijd(zin: str, _vraag: Vraag, lezing: Lezing) -> Gelezen | None:
    """The minderjarige's age inside a sentence about something else."""
    gevonden = vind_leeftijd(zin, lezing.vandaag, over_zichzelf=lezing.rol is Rol.JONGERE)
    # A parent's own age is not the child's: only take what can be a young person's.
    return _oud(gevonden) if gevonden and gevonden.jaren <= 25 else None


def _oud(gelezen: Leeftijd) -> Gelezen:
    tekst = f"{gelezen.jaren} jaar"
    if gelezen.opmerking:
        tekst += f" ({gelezen.opmerking})"
    if gelezen.geboortedatum:
        tekst += f", geboren op {gelezen.geboortedatum.strftime('%d/%m/%Y')}"
    waarde: dict[str, JsonWaarde] = asdict(gelezen) | {
        "geboortedatum": gelezen.geboortedatum.isoformat() if gelezen.geboortedatum else None,
        "leesbaar": tekst,
    }
    return Gelezen(waarde, tekst)


VROEGSTE_JAAR = 1800
_ALLEEN_DAG = re.compile(r"\s*(?:(?:op )?de )?\d{1,2}(?:e|de|ste)?[ .]*")


def datum(tekst: str, _vraag: Vraag, lezing: Lezing) -> Resultaat:
    """A day in the past; a month or a year alone after asking once whether the day is known too."""
    toch_zo = bool(lezing.eerder) and tekst.strip() == TOCH_ZO
    if lezing.eerder and (toch_zo or _ALLEEN_DAG.fullmatch(tekst)):
        tekst = lezing.eerder if toch_zo else f"{tekst} {lezing.eerder}"
    gelezen = lees_datum(tekst, lezing.vandaag)
    if isinstance(gelezen, Onleesbaar):
        return gelezen
    if gelezen is None:
        return Onleesbaar("Ik lees daar geen datum in. Typ bijvoorbeeld 3/5/2019, of 3 mei 2019.")
    if gelezen.jaar < VROEGSTE_JAAR:
        return Onleesbaar(f"Het jaar {gelezen.jaar} is wel heel lang geleden. Kijk je het even na?")
    if gelezen.volledig or toch_zo:
        return _op_datum(gelezen)
    return Verduidelijk(
        f"Weet je ook welke dag? Typ de hele datum. Of ik noteer: {gelezen.leesbaar}.", (TOCH_ZO,)
    )


def _op_datum(gelezen: Datum) -> Gelezen:
    waarde: JsonWaarde = {
        "datum": gelezen.volledig.isoformat() if gelezen.volledig else None,
        "jaar": gelezen.jaar,
        "maand": gelezen.maand,
        "leesbaar": gelezen.leesbaar,
    }
    return Gelezen(waarde, gelezen.leesbaar)


def aantal(hoogstens: str = "", minstens: int = 0) -> Lezer:
    """How many: from `minstens` up to the answer to the question `hoogstens` (if it is named and known)."""

    def lees(tekst: str, _vraag: Vraag, lezing: Lezing) -> Resultaat:
        getal = lees_aantal(tekst)
        if isinstance(getal, Onleesbaar):
            return getal
        meest = lezing.antwoorden[hoogstens].waarde if hoogstens in lezing.antwoorden else None
        if isinstance(meest, int) and getal > meest:
            return Onleesbaar(f"Dat kan niet: je telde er daarnet {meest}. Kijk je het getal even na?")
        if getal < minstens:
            return Onleesbaar(f"Het moeten er minstens {minstens} zijn. Kijk je het getal even na?")
        return Gelezen(getal, str(getal))

    return lees


def ondernemingsnummer(tekst: str, vraag: Vraag, lezing: Lezing) -> Resultaat:
    """An enterprise number with check digits that are right, or one of the choices.

    On insisting a number that is not right is kept, and marked: whoever reads it can look it up.
    """
    if lezing.eerder and tekst.strip() == TOCH_ZO:
        return Gelezen(
            {"nummer": None, "leesbaar": f"{lezing.eerder} (de cijfers kloppen niet)"}, lezing.eerder
        )
    if gekozen := _gekozen(tekst, vraag.keuzes):
        return Gelezen(gekozen[0].waarde, gekozen[0].titel)
    gelezen = lees_ondernemingsnummer(tekst)
    if isinstance(gelezen, Onleesbaar):
        return Verduidelijk(gelezen.reden, (TOCH_ZO, *(keuze.titel for keuze in vraag.keuzes)))
    if gelezen is None:
        return Onleesbaar("Ik lees daar geen nummer in. Typ de tien cijfers, of kies een knop.")
    return _met_nummer(gelezen)


def zoek_ondernemingsnummer(zin: str, _vraag: Vraag, _lezing: Lezing) -> Gelezen | None:
    """An enterprise number inside a sentence about something else."""
    gevonden = vind_ondernemingsnummer(zin)
    return _met_nummer(gevonden) if gevonden else None


def _met_nummer(nummer: str) -> Gelezen:
    return Gelezen({"nummer": nummer, "leesbaar": nummer}, nummer)


def webadres(tekst: str, vraag: Vraag, lezing: Lezing) -> Resultaat:
    """A web address, one of the choices, or any other words as they are."""
    if adres := vind_webadres(tekst):
        return Gelezen({"adres": adres, "leesbaar": adres}, adres)
    return keuze_of_woorden(tekst, vraag, lezing)


MEESTE_PLAATSEN = 8
"""On buttons."""
MINSTE_UITLEG_PLAATS = 7
"""In words: a place in so long an answer comes with more that the loket wants to know: two homes, a leefgroep."""


def plaats(tekst: str, _vraag: Vraag, lezing: Lezing) -> Resultaat:
    """A Belgian place, with its region (draaiboek 2.3); asks further where there are several.

    A place that cannot be found is kept after asking once more: its aanvraag goes to a person's queue.
    """
    if tekst.strip() == ANDERE_PLAATS:
        return Onleesbaar("Welke plaats is het dan? Typ de postcode of de gemeente.")
    if lezing.eerder and tekst.strip() == TOCH_VERDER:
        return Gelezen({"regio": None, "leesbaar": lezing.eerder}, lezing.eerder)
    gevonden = vind_plaats(tekst, lezing.plaatsen) or zoek(tekst, lezing.plaatsen)
    match gevonden:
        case Gevonden(plaats=p):
            gezegd = (zin for zin in (tekst, lezing.eerder) if len(zin.split()) >= MINSTE_UITLEG_PLAATS)
            return _gevestigd(p, next(gezegd, ""))
        case Kies(mogelijkheden=mogelijk, reden=reden):
            zin = {
                KiesReden.REGIOS: "Er zijn meer plaatsen met die naam. Welke bedoel je? De postcode typen mag ook.",
                KiesReden.MEER: "Je noemt meer dan één plaats. Waar is de jongere nu het meest?",
                KiesReden.TEGENSPRAAK: "De postcode en de naam horen niet bij elkaar. Welke is juist?",
                KiesReden.TWIJFEL: "Ik ben niet zeker welke plaats je bedoelt. Is het een van deze?",
            }[reden]
            return Verduidelijk(zin, (*_op_knoppen(mogelijk), ANDERE_PLAATS))
        case Buiten(waar=waar):
            return Verduidelijk(
                f"{waar} ligt buiten Vlaanderen en Brussel. De loketten werken enkel daar. "
                "Bel gerust de JO-lijn: {jo-lijn}, gratis. Die wijst je de weg. "
                "Je kan je aanvraag ook toch sturen. Een medewerker bekijkt dan wie je kan helpen.",
                (ANDERE_PLAATS, TOCH_VERDER),
            )
        case Onbekend():
            pass
    eerder = vind_plaats(lezing.eerder, lezing.plaatsen)
    if isinstance(eerder, Kies) and eerder.reden is KiesReden.MEER:
        # "evenveel", "zijn mama heeft het hoederecht": two homes are no mistake.
        zin = "Is er geen plaats met meer nachten? Kies dan waar de jongere vandaag slaapt. Het loket ziet wat je schreef."
        return Verduidelijk(zin, (*_op_knoppen(eerder.mogelijkheden), ANDERE_PLAATS, TOCH_VERDER))
    if lezing.eerder:
        return Verduidelijk(
            "Ik vind die plaats nog altijd niet. Een medewerker kan het loket voor je zoeken.",
            (ANDERE_PLAATS, TOCH_VERDER),
        )
    return Verduidelijk(
        "Die plaats vind ik niet. Typ de postcode, of de naam van de gemeente.", (ANDERE_PLAATS, TOCH_VERDER)
    )


def _op_knoppen(mogelijk: tuple[Plaats, ...]) -> tuple[str, ...]:
    return tuple(plaats.leesbaar for plaats in mogelijk[:MEESTE_PLAATSEN])


def zoek_plaats(zin: str, _vraag: Vraag, lezing: Lezing) -> Gelezen | None:
    """A place inside a sentence about something else, only when there is no doubt."""
    zin = zonder_eigen_dienst(zin)
    gevonden = vind_plaats(zin, lezing.plaatsen)
    if gevonden is None and (gemerkt := vind_verblijf(zin, lezing.genoemd)):
        uitkomst = zoek(gemerkt, lezing.plaatsen)
        gevonden = uitkomst if isinstance(uitkomst, Gevonden) else None
    return _gevestigd(gevonden.plaats) if isinstance(gevonden, Gevonden) else None


def _gevestigd(p: Plaats, gezegd: str = "") -> Gelezen:
    tekst = f"{p.leesbaar} (“{gezegd.strip()}”)" if gezegd else p.leesbaar
    waarde: JsonWaarde = {
        "postcode": p.postcode,
        "plaats": p.naam,
        "gemeente": p.gemeente,
        "regio": p.regio.value,
        "leesbaar": tekst,
    }
    return Gelezen(waarde, tekst)


KORTE_NAAM = 4
"""More words without a name in them are none: "waarom moeten jullie dat weten"."""


def naam(tekst: str, vraag: Vraag, lezing: Lezing) -> Resultaat:
    """A name in any words; a sentence in which there seems to be none is asked about once."""
    if lijkt_naam(tekst) or lezing.eerder:
        return vrij(tekst, vraag, lezing)
    return Verduidelijk("Ik lees daar geen naam in. Een voornaam is genoeg. Of zeg: sla over.", (TOCH_ZO,))


def lijkt_naam(tekst: str) -> bool:
    """Whether a text may be a name, with the service that somebody works for."""
    woorden = tekst.split()
    if len(woorden) <= KORTE_NAAM or vind_eigen_naam(tekst) or vind_naam_kind(tekst):
        return True
    return any(woord[:1].isupper() for woord in woorden[1:])


def zoek_eigen_naam(zin: str, _vraag: Vraag, lezing: Lezing) -> Gelezen | None:
    """The name of who writes, where a sentence says it."""
    naam = vind_eigen_naam(zin, lezing.genoemd)
    return Gelezen(None, naam) if naam else None


def zoek_naam_kind(zin: str, _vraag: Vraag, _lezing: Lezing) -> Gelezen | None:
    """The name of the child or the cliënt, where a sentence says it."""
    naam = vind_naam_kind(zin)
    return Gelezen(None, naam) if naam else None


def zoek_diensten(zin: str, _vraag: Vraag, lezing: Lezing) -> Gelezen | None:
    """The services that a sentence names, from two on: of one alone the question had better be asked."""
    diensten = vind_diensten(zin, lezing.genoemd)
    if len(diensten) < MINSTE_DIENSTEN:
        return None
    return _woorden(", ".join(diensten), voorlopig=True)


def zoek_aantal_diensten(zin: str, vraag: Vraag, lezing: Lezing) -> Gelezen | None:
    """That there are two services or more, where a sentence names them."""
    if len(vind_diensten(zin, lezing.genoemd)) < MINSTE_DIENSTEN:
        return None
    return _keuze_met("meer", vraag)


def diensten(tekst: str, vraag: Vraag, lezing: Lezing) -> Resultaat:
    """The services in any words, behind those that were read in what was told before."""
    eerder = lezing.antwoorden.get(vraag.id)
    if eerder is None or not is_voorlopig(eerder):
        return vrij(tekst, vraag, lezing)
    if tekst.strip() == ZIJN_ZE_ALLEMAAL or lees_ja_nee(tekst) is not None:
        return _woorden(eerder.tekst)
    return _woorden(f"{eerder.tekst}, {tekst.strip()}")


def zoek_instrument(zin: str, _vraag: Vraag, _lezing: Lezing) -> Gelezen | None:
    """Which instrument a sentence names, when it names just one."""
    genoemd = genoemde_instrumenten(zin)
    if len(genoemd) != 1:
        return None
    (instrument,) = genoemd
    return Gelezen(instrument.value, instrument.naam)


_ALLEEN_OUD = re.compile(r"(?:ik )?(?:ben )?(?:pas |al |nog |bijna )?(\d{1,2})(?: jaar)?(?: oud)?")


def rol(tekst: str, vraag: Vraag, lezing: Lezing) -> Resultaat:
    """Who speaks: as a sentence says it ("ik ben 15", "de mama van een leerling"), else one of the choices."""
    oud = _ALLEEN_OUD.fullmatch(normaliseer(tekst))
    if oud and len(vraag.keuzes) < int(oud[1]) < 18:  # a smaller number is that of a choice
        return Gelezen(Rol.JONGERE.value, Rol.JONGERE.naam)
    if gevonden := zoek_rol(tekst, vraag, lezing):
        return gevonden
    # "ruzie met den begeleider van de leefgroep": a longer sentence names others too.
    kort = len(normaliseer(tekst).split()) <= MEESTE_WOORDEN_ROL
    if kort and _BEROEP.match(normaliseer(tekst)):
        return Gelezen(Rol.HULPVERLENER.value, Rol.HULPVERLENER.naam)
    return keuze(tekst, vraag, lezing) if kort else _eigen_woorden(tekst)


MEESTE_WOORDEN_ROL = 6
_BEROEP = re.compile(
    r"(?:een |de )?(?:(?:context|thuis|gezins|traject|jeugd)begeleid(?:er|ster)|consulent(?:e)?|leerkracht|direct(?:eur|rice)|coordinator|zorg(?:coordinator|leerkracht)|hv|hvl|"
    r"maatschappelijk (?:werk(?:er|ster)|assistent\w*)|psycholo(?:og|ge)|opvoed(?:er|ster)|clb medewerk\w*)\b"
)
"""What somebody is who answers with a job: "contextbegeleider van een dienst"."""
ROL_ZINNEN: tuple[tuple[Rol, str], ...] = (
    (Rol.VERTROUWENSPERSOON, r"\bik ben (?:de |haar |zijn |een )?vertrouwenspersoon"),
    (
        Rol.HULPVERLENER,
        r"\b(?:ik ben|als) (?:een |de |zijn |haar |hun )?(?:hulpverlener|leerkracht|zorgleerkracht|zorgcoordinator|"
        r"leerlingenbegeleid(?:er|ster)|jeugdwerker|jurist|begeleid(?:er|ster)|maatschappelijk werk(?:er|ster)|"
        r"opvoed(?:er|ster)|consulent|psycholoog|therapeut|clb|(?:thuis|context|gezins)begeleid(?:er|ster))|"
        r"^clb[ -]?medewerk\w*|^(?:hulpverlener|hvl?) hier\b|\b(?:mijn|onze) client(?:e|en)?\b|"
        r"\bik werk (?:nu |al jaren )?(?:bij|in|op|voor) (?:het |een |de )?(?:clb|ocj|caw|cgg|ocmw|leefgroep|voorziening|mfc)\b|"
        r"\bnamens (?:een|mijn) client",
    ),
    (
        Rol.OUDER,
        r"\b(?:ik ben|wij zijn|we zijn) (?:een |de )?(?:ouder|mama|moeder|papa|vader|voad(?:er|re)|pleegouder|pleegmoeder|pleegvader|voogd)|"
        r"\b(?:ik ben|wij zijn|we zijn)\b.{0,40}\bpleeg(?:ouders?|moeder|vader|mama|papa|oma|opa|grootouders?)\b|"
        r"\b(?:ik )?zien (?:de|den|een) (?:ouder|v[ao]{1,2}der|moeder|papa|mama)\b|"
        r"\bik (?:mama|maman|moeder|papa|vader) van\b|"
        r"\bals (?:ouder|mama|moeder|papa|vader)\b|\bmijn (?:zoon|dochter|kind|kinderen|zoontje|dochtertje)\b",
    ),
    (
        Rol.ANDERE,
        r"\bik ben (?:de|een|zijn|haar|hun) (?:\w+ )?(?:oma|opa|bomma|bompa|grootmoeder|grootvader|tante|nonkel|buurvrouw|buurman)",
    ),
    (
        Rol.JONGERE,
        r"\bik als (?:jongere|minderjarige|kind)\b|\bik ben (?:een |nog )?(?:jongere|minderjarig|leerling)|\bmijn (?:ouders|stiefvader|stiefmoeder)\b",
    ),
)


_VAN_EEN_ANDER = re.compile(r"\b(?:jongen|meisje|cliente?|jongere|minderjarige|leerling)\b")
_VAN_MIJ = re.compile(r"\b(?:ik|mij|mijn|me|ben|ons|onze)\b")
KORTSTE_ZIN_ANDER = 5
"""In words: "meisje, 13 jaar" says it of oneself."""


def zoek_rol(zin: str, _vraag: Vraag, lezing: Lezing) -> Gelezen | None:
    """Who speaks, when a sentence says so ("mijn dochter …"; "ik ben 15": draaiboek 2.2)."""
    kaal = normaliseer(zin)
    for rol, patroon in ROL_ZINNEN:
        if re.search(patroon, kaal):
            return Gelezen(rol.value, rol.naam)
    if spreekt_voor_dienst(zin):
        return Gelezen(Rol.HULPVERLENER.value, Rol.HULPVERLENER.naam)
    if len(kaal.split()) >= KORTSTE_ZIN_ANDER and _VAN_EEN_ANDER.search(kaal) and not _VAN_MIJ.search(kaal):
        return None  # "jongen 13j, zit in een MFC": somebody speaks of him
    eigen = vind_leeftijd(zin, lezing.vandaag, over_zichzelf=True)
    if eigen and eigen.jaren < 18:
        return Gelezen(Rol.JONGERE.value, Rol.JONGERE.naam)
    return None

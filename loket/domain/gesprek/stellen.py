"""What to say to go on: the question, the overview, the request for consent."""

from __future__ import annotations

from loket.domain.aanvraag import is_voorlopig
from loket.domain.advies import geef_advies
from loket.domain.gesprek.knoppen import (
    AKKOORD,
    AL_VERTELD,
    GENOEG,
    JA_WIS,
    KLAAR_MET_WIJZIGEN,
    LATER,
    MEER_VERTELLEN,
    NIET_AKKOORD,
    NIET_WISSEN,
    SLA_OVER,
    TERUG,
    TOCH_DOOR,
    UITLEG,
    VERSTUREN,
    WEET_NIET,
    WIJZIGEN,
    WISSEN,
)
from loket.domain.gesprek.stand import LEZER, Fase, Lijst, Omgeving, Stand
from loket.domain.gesprek.vastgelopen import MENS
from loket.domain.gesprek.verhaal import VERHAAL
from loket.domain.gesprek.verloop import huidige, kern_klaar, onvolledig, voortgang, wijzigbaar
from loket.domain.gevaar import vraag_naar
from loket.domain.overzicht import advies_erbij, alle_vragen, overzicht, past_niet, regio_van
from loket.domain.uiting import Invoer, Soort, Uiting
from loket.domain.vragen.advies import naar_adviesantwoorden, rol_van
from loket.domain.vragen.lezers import ZIJN_ZE_ALLEMAAL
from loket.domain.vragen.lidmaatschap import LIDMAATSCHAP_VRAGEN

OPGEZOCHT = frozenset({Lijst.OPVOLGING, Lijst.INTREKKEN, Lijst.LOKETVRAAG})
"""The lists that look something up with what only the person has."""
IN_OVERZICHT = {Lijst.AANVRAAG: alle_vragen(), Lijst.LIDMAATSCHAP: LIDMAATSCHAP_VRAGEN}
"""The questions whose answers stand in the overview: the aanvraag's also those of the advice."""

WIL_JE_WISSEN = Uiting(
    "Wil je dit hele gesprek wissen? Daarna kan niemand het nog lezen, jij ook niet. "
    "Een aanvraag die al verstuurd is, blijft bij het loket.",
    (JA_WIS, NIET_WISSEN),
    Soort.VRAAG,
)


def vraag_nu(stand: Stand, omgeving: Omgeving) -> Uiting:
    """What to say to go on from this state: the question, the overview, the request for consent."""
    if stand.vermoeden:
        return vraag_naar(stand.vermoeden)
    match stand.fase:
        case Fase.STOPPEN:
            return Uiting(
                "Wil je stoppen? Je kan alles wissen. Of je gaat later verder: dan bewaar ik je antwoorden.",
                (WISSEN, LATER, TOCH_DOOR),
                Soort.VRAAG,
            )
        case Fase.WISSEN:
            return WIL_JE_WISSEN
        case Fase.WIJZIGEN:
            knoppen = (*(vraag.label for vraag in wijzigbaar(stand)), KLAAR_MET_WIJZIGEN)
            return Uiting("Wat wil je wijzigen?", knoppen, Soort.VRAAG)
        case Fase.OVERZICHT:
            return _toon(stand)
        case Fase.TOESTEMMING:
            return _vraag_toestemming(stand, omgeving)
        case Fase.VRAGEN:
            return _stel(stand)


def _toon(stand: Stand) -> Uiting:
    """The overview: all that is sent, the advice included, so that nobody finds out later what it said."""
    meer = (MEER_VERTELLEN,) if onvolledig(stand) else ()
    onderdelen = overzicht(stand.antwoorden, IN_OVERZICHT[stand.lijst])
    let_op = ""
    if stand.lijst is Lijst.AANVRAAG:
        adviezen = geef_advies(naar_adviesantwoorden(stand.antwoorden))
        onderdelen = (*onderdelen, advies_erbij(adviezen))
        if instrument := past_niet(adviezen, stand.antwoorden):
            let_op = (
                f"Let op: {instrument.naam} past hier wellicht niet. Onderaan staat waarom. Sturen mag toch. "
            )
    return Uiting(
        f"Dit krijgt {LEZER[stand.lijst]} te lezen. {let_op}Klopt alles?",
        (VERSTUREN, WIJZIGEN, *meer),
        Soort.OVERZICHT,
        onderdelen=onderdelen,
    )


def _stel(stand: Stand) -> Uiting:
    vraag = huidige(stand)
    if vraag is None:
        raise ValueError("er is geen vraag meer om te stellen")
    if stand.verduidelijking:
        zin, *keuzes = stand.verduidelijking
        if stand.gemist >= MENS:
            keuzes.append(LATER)
        return Uiting(zin, tuple(keuzes), Soort.VRAAG, voortgang=voortgang(stand), invoer=vraag.invoer)
    tekst = vraag.tekst.voor(rol_van(stand.antwoorden))
    knoppen = [keuze.titel for keuze in vraag.keuzes]
    if vraag.id == VERHAAL and stand.verteld and not stand.gewijzigd:
        tekst += " Je vertelde daarnet al iets. Dat kan ik ook overnemen."
        knoppen.append(AL_VERTELD)
    al_gelezen = stand.antwoorden.get(vraag.id)
    if al_gelezen and is_voorlopig(al_gelezen):
        tekst = f"Ik las al: {al_gelezen.tekst}. {vraag.meer}"
        if not vraag.keuzes:
            knoppen.append(ZIJN_ZE_ALLEMAAL)
    if not vraag.nodig or stand.lijst in OPGEZOCHT:
        # A lost number or code: then it says whom to call.
        knoppen.append(SLA_OVER if vraag.open else WEET_NIET)
    if stand.lijst in LEZER and kern_klaar(stand):
        knoppen.append(GENOEG)
    if stand.pad:
        knoppen.append(TERUG)
    if stand.gemist >= MENS:
        knoppen.append(LATER)
    knoppen.append(UITLEG)
    return Uiting(
        tekst,
        tuple(knoppen),
        Soort.VRAAG,
        voortgang=voortgang(stand),
        invoer=vraag.invoer if not vraag.keuzes else Invoer.TEKST,
        meerdere=vraag.meerdere,
    )


def _vraag_toestemming(stand: Stand, omgeving: Omgeving) -> Uiting:
    if stand.lijst is Lijst.LIDMAATSCHAP:
        return Uiting(
            "Ik stuur je aanvraag naar het Cliëntenforum. Enkel wie daar je aanvraag behandelt, leest ze.\n"
            "Wij bewaren ze achter slot, zodat niemand anders ze leest. "
            f"Is alles afgerond? Dan wissen we ze binnen {omgeving.bewaartermijn_dagen} dagen.\n"
            "Ga je akkoord?",
            (AKKOORD, TERUG, NIET_AKKOORD),
            Soort.VRAAG,
        )
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
        "Wij bewaren ze achter slot, zodat niemand anders ze leest. "
        f"Is alles afgerond? Dan wissen we ze binnen {omgeving.bewaartermijn_dagen} dagen.\n"
        "Ga je akkoord?",
        (AKKOORD, TERUG, NIET_AKKOORD),
        Soort.VRAAG,
    )

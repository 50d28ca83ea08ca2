"""What to say to go on: the question, the overview, the request for consent."""

from __future__ import annotations

from loket.domain.gesprek.knoppen import (
    AKKOORD,
    GENOEG,
    KLAAR_MET_WIJZIGEN,
    LATER,
    MEER_VERTELLEN,
    NIET_AKKOORD,
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
from loket.domain.gesprek.verloop import huidige, kern_klaar, onvolledig, voortgang, wijzigbaar
from loket.domain.gevaar import vraag_naar
from loket.domain.overzicht import alle_vragen, overzicht, regio_van
from loket.domain.uiting import Invoer, Soort, Uiting
from loket.domain.vragen.advies import rol_van
from loket.domain.vragen.lidmaatschap import LIDMAATSCHAP_VRAGEN

OPGEZOCHT = frozenset({Lijst.OPVOLGING, Lijst.INTREKKEN, Lijst.LOKETVRAAG})
"""The lists that look something up with what only the person has."""
IN_OVERZICHT = {Lijst.AANVRAAG: alle_vragen(), Lijst.LIDMAATSCHAP: LIDMAATSCHAP_VRAGEN}
"""The questions whose answers stand in the overview: the aanvraag's also those of the advice."""


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
        case Fase.WIJZIGEN:
            knoppen = (*(vraag.label for vraag in wijzigbaar(stand)), KLAAR_MET_WIJZIGEN)
            return Uiting("Wat wil je wijzigen?", knoppen, Soort.VRAAG)
        case Fase.OVERZICHT:
            meer = (MEER_VERTELLEN,) if onvolledig(stand) else ()
            return Uiting(
                f"Dit krijgt {LEZER[stand.lijst]} te lezen. Klopt alles?",
                (VERSTUREN, WIJZIGEN, *meer),
                Soort.OVERZICHT,
                onderdelen=overzicht(stand.antwoorden, IN_OVERZICHT[stand.lijst]),
            )
        case Fase.TOESTEMMING:
            return _vraag_toestemming(stand, omgeving)
        case Fase.VRAGEN:
            return _stel(stand)


def _stel(stand: Stand) -> Uiting:
    vraag = huidige(stand)
    if vraag is None:
        raise ValueError("er is geen vraag meer om te stellen")
    if stand.verduidelijking:
        zin, *keuzes = stand.verduidelijking
        if stand.gemist >= MENS:
            keuzes.append(LATER)
        return Uiting(zin, tuple(keuzes), Soort.VRAAG, voortgang=voortgang(stand), invoer=vraag.invoer)
    knoppen = [keuze.titel for keuze in vraag.keuzes]
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
        vraag.tekst.voor(rol_van(stand.antwoorden)),
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
            "Wij bewaren ze in een geheime code, zodat niemand anders ze leest. "
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
        "Wij bewaren ze in een geheime code, zodat niemand anders ze leest. "
        f"Is alles afgerond? Dan wissen we ze binnen {omgeving.bewaartermijn_dagen} dagen.\n"
        "Ga je akkoord?",
        (AKKOORD, TERUG, NIET_AKKOORD),
        Soort.VRAAG,
    )

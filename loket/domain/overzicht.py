"""The overview a person reads before sending, and the aanvraag that is made of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from loket.domain.aanvraag import Aanvraag, Antwoorden, Onderdeel, Regel
from loket.domain.advies import Advies, Uitkomst, geef_advies
from loket.domain.begrippen import Aanvraagsoort, Instrument, Regio, Rol
from loket.domain.bron import bronregel, lees_bron
from loket.domain.vragen.aanvraag import AANVRAAG_VRAGEN, VEILIG
from loket.domain.vragen.advies import ADVIES_VRAGEN, naar_adviesantwoorden, rol_van
from loket.domain.vragen.lidmaatschap import LIDMAATSCHAP_VRAGEN, kan_geen_lid_zijn
from loket.domain.vragen.vraag import Vraag, leesbaar


def alle_vragen() -> tuple[Vraag, ...]:
    """Every question that may have an answer, the aanvraag's first, each id once."""
    per_id = {vraag.id: vraag for vraag in (*reversed(ADVIES_VRAGEN), *reversed(AANVRAAG_VRAGEN))}
    volgorde = dict.fromkeys(vraag.id for vraag in (*AANVRAAG_VRAGEN, *ADVIES_VRAGEN))
    return tuple(per_id[id] for id in volgorde)


def overzicht(antwoorden: Antwoorden, vragen: Sequence[Vraag]) -> tuple[Onderdeel, ...]:
    """The answers by part; the rules for safe contact come first and are marked important."""
    delen: dict[str, list[Regel]] = {VEILIG: []}
    for vraag in vragen:
        if antwoord := antwoorden.get(vraag.id):
            delen.setdefault(vraag.onderdeel, []).append(Regel(vraag.label, leesbaar(vraag, antwoord)))
    return tuple(
        Onderdeel(titel, tuple(regels), belangrijk=titel == VEILIG)
        for titel, regels in delen.items()
        if regels
    )


def advies_in_woorden(advies: Advies) -> str:
    """The outcome with its reasons and sources, one reason a line."""
    regels = [f"{advies.uitkomst.naam.capitalize()}."]
    regels += [f"- {reden.tekst} ({bronregel(reden.bronnen)})" for reden in advies.redenen]
    return "\n".join(regels)


def advies_erbij(adviezen: Sequence[Advies]) -> Onderdeel:
    """The part of an aanvraag with the advice on both instruments, which the person reads before sending."""
    return Onderdeel(
        "Advies van de assistent (het loket beslist)",
        tuple(Regel(a.instrument.naam.capitalize(), advies_in_woorden(a)) for a in adviezen),
    )


def past_niet(adviezen: Sequence[Advies], antwoorden: Antwoorden) -> Instrument | None:
    """The instrument that is asked for, where it does not fit by the rules."""
    gevraagd = _gevraagd(antwoorden)
    niet = (a.instrument for a in adviezen if a.uitkomst is Uitkomst.PAST_NIET)
    return next((instrument for instrument in niet if instrument is gevraagd), None)


def _gevraagd(antwoorden: Antwoorden) -> Instrument | None:
    """The instrument that is asked for; None when that is not chosen yet."""
    waarde = antwoorden["instrument"].waarde if "instrument" in antwoorden else None
    return Instrument(waarde) if isinstance(waarde, str) and waarde in set(Instrument) else None


def regio_van(antwoorden: Antwoorden) -> Regio | None:
    """The region where the minderjarige verblijft (draaiboek 2.3); None when not known."""
    waarde = antwoorden["verblijf"].waarde if "verblijf" in antwoorden else None
    regio = waarde.get("regio") if isinstance(waarde, dict) else None
    return Regio(regio) if isinstance(regio, str) else None


def maak_aanvraag(id: UUID, antwoorden: Antwoorden, nu: datetime, *, kort: bool) -> Aanvraag:
    """The aanvraag out of the answers, with the advice noted on it. ValueError without an instrument."""
    instrument = _gevraagd(antwoorden)
    if instrument is None:
        raise ValueError("een aanvraag heeft een instrument nodig")
    return Aanvraag(
        id=id,
        soort=Aanvraagsoort(instrument),
        rol=rol_van(antwoorden) or Rol.ANDERE,
        regio=regio_van(antwoorden),
        kort=kort,
        antwoorden=dict(antwoorden),
        onderdelen=(
            *overzicht(antwoorden, alle_vragen()),
            advies_erbij(geef_advies(naar_adviesantwoorden(antwoorden))),
        ),
        toestemming_op=nu,
        bevestiging_naar=_veilig_adres(antwoorden),
    )


def maak_lidmaatschap(id: UUID, antwoorden: Antwoorden, nu: datetime, *, kort: bool) -> Aanvraag:
    """The membership request out of the answers, with what the assistant noticed (L). Has no region."""
    onderdelen = overzicht(antwoorden, LIDMAATSCHAP_VRAGEN)
    if kan_geen_lid_zijn(antwoorden):
        regel = Regel(
            "Let op",
            "De overheid en diensten die jeugdhulp geven, kunnen geen lid zijn. De aanvrager weet dat. "
            f"({bronregel((lees_bron('L onafhankelijkheid'),))})",
        )
        onderdelen = (*onderdelen, Onderdeel("Nagekeken door de assistent (het forum beslist)", (regel,)))
    return Aanvraag(
        id=id,
        soort=Aanvraagsoort.LIDMAATSCHAP,
        rol=rol_van(antwoorden) or Rol.ANDERE,
        regio=None,
        kort=kort,
        antwoorden=dict(antwoorden),
        onderdelen=onderdelen,
        toestemming_op=nu,
        bevestiging_naar=_veilig_adres(antwoorden),
    )


def _veilig_adres(antwoorden: Antwoorden) -> str | None:
    """The e-mail address, only where the person said that mail there is safe."""
    if "bevestiging" not in antwoorden or antwoorden["bevestiging"].waarde != "ja":
        return None
    bereik = antwoorden["bereik"].waarde if "bereik" in antwoorden else None
    email = bereik.get("email") if isinstance(bereik, dict) else None
    return email if isinstance(email, str) else None

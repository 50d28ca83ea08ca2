"""What about an aanvraag asks for care before anything else, read from the answers when it is recorded."""

from __future__ import annotations

from enum import StrEnum

from loket.domain.aanvraag import Aanvraag
from loket.domain.begrippen import Rol
from loket.domain.gevaar import vind_gevaar
from loket.domain.vragen.advies import leeftijd_van


class Aandacht(StrEnum):
    """The flags, most urgent first."""

    GEVAAR = "gevaar"
    HULP_STOPT = "hulp_stopt"
    ONVEILIG_CONTACT = "onveilig_contact"
    JONGERE_ALLEEN = "jongere_alleen"
    KIND_ALLEEN = "kind_alleen"

    @property
    def naam(self) -> str:
        """As a worker reads it."""
        return {
            "gevaar": "Woorden die op gevaar wijzen",
            "hulp_stopt": "De hulp dreigt te stoppen",
            "onveilig_contact": "Let op bij contact",
            "jongere_alleen": "Een jongere vanaf 12 jaar vraagt dit alleen",
            "kind_alleen": "Een kind onder 12 jaar vraagt dit alleen",
        }[self.value]


DRINGEND = frozenset({Aandacht.GEVAAR, Aandacht.HULP_STOPT})
"""What makes the term short."""


def aandacht(aanvraag: Aanvraag) -> frozenset[Aandacht]:
    """The flags of an aanvraag. Takes some tens of milliseconds: every text is looked through for danger."""
    antwoorden = aanvraag.antwoorden
    vlaggen = set()
    if any(vind_gevaar(antwoord.tekst) for antwoord in antwoorden.values()):
        vlaggen.add(Aandacht.GEVAAR)
    if _waarde(aanvraag, "eenzijdige_stop") == "ja":  # draaiboek 2.2.4: then an instrument is obligatory
        vlaggen.add(Aandacht.HULP_STOPT)
    if iemand_mag_het_niet_weten(aanvraag):
        vlaggen.add(Aandacht.ONVEILIG_CONTACT)
    # draaiboek 6.2: from 12 a minderjarige may ask alone; under 12 the parents agree too
    alleen = _waarde(aanvraag, "akkoord") == "jongere" or _waarde(aanvraag, "wie_weet") == "niemand"
    if aanvraag.rol is Rol.JONGERE and alleen:
        jaren = leeftijd_van(antwoorden)
        vlaggen.add(Aandacht.KIND_ALLEEN if jaren is not None and jaren < 12 else Aandacht.JONGERE_ALLEEN)
    return frozenset(vlaggen)


def iemand_mag_het_niet_weten(aanvraag: Aanvraag) -> bool:
    """Whether the asker named someone who must not know. Not knowing, or words we cannot read, is yes."""
    antwoord = aanvraag.antwoorden.get("wie_niet")
    if antwoord is None or antwoord.status.value == "overgeslagen":
        return False
    return antwoord.waarde != "niemand"


def _waarde(aanvraag: Aanvraag, vraag: str) -> object:
    antwoord = aanvraag.antwoorden.get(vraag)
    return antwoord.waarde if antwoord else None

"""What may be done with an aanvraag, in which state, and by whom."""

from __future__ import annotations

from enum import StrEnum

from loket.domain.dossier.gebeurtenis import PostSoort
from loket.domain.dossier.toestand import BESLOTEN, GESLOTEN, Staat, Toestand, Wat
from loket.domain.medewerker import Medewerker


class Handeling(StrEnum):
    """What a worker or the asker can do."""

    NOTEREN = "noteren"
    TOEWIJZEN = "toewijzen"
    MEER_VRAGEN = "meer_vragen"
    ONTVANKELIJK = "ontvankelijk"
    NIET_ONTVANKELIJK = "niet_ontvankelijk"
    OMLEIDEN = "omleiden"
    OPNIEUW_STUREN = "opnieuw_sturen"
    BEZORGD = "bezorgd"
    HEROPENEN = "heropenen"
    BEANTWOORDEN = "beantwoorden"
    INTREKKEN = "intrekken"


VAN_DE_VRAGER = frozenset({Handeling.BEANTWOORDEN, Handeling.INTREKKEN})
ZELF_BEZORGEN = frozenset({Wat.VRAAG_BEZORGEN, Wat.BRIEF_BEZORGEN, Wat.TERUGGEKOMEN})


def mogelijk(toestand: Toestand) -> frozenset[Handeling]:
    """What can be done in this state, whoever does it.

    Bemiddeling and cliëntoverleg are voluntary at every moment (omzendbrief 1.3 and 2.3), so withdrawing is
    possible until the answer was no.
    """
    kan = {Handeling.NOTEREN}
    if toestand.staat not in GESLOTEN:
        kan |= {
            Handeling.TOEWIJZEN,
            Handeling.MEER_VRAGEN,
            Handeling.ONTVANKELIJK,
            Handeling.NIET_ONTVANKELIJK,
            Handeling.OMLEIDEN,
            Handeling.OPNIEUW_STUREN,
            Handeling.INTREKKEN,
        }
    if toestand.staat in BESLOTEN:
        kan.add(Handeling.HEROPENEN)
        if toestand.teruggekomen & {PostSoort.BRIEF, PostSoort.OVERDRACHT}:
            kan.add(Handeling.OPNIEUW_STUREN)
    if toestand.staat is Staat.ONTVANKELIJK:
        kan.add(Handeling.INTREKKEN)
    if toestand.wat in ZELF_BEZORGEN:
        kan.add(Handeling.BEZORGD)
    if toestand.vraag_open:
        kan.add(Handeling.BEANTWOORDEN)
    return frozenset(kan)


def mag(medewerker: Medewerker, toestand: Toestand) -> frozenset[Handeling]:
    """What this worker may do now: nothing outside the own regions and the shared queue; opening a decided
    aanvraag again is for the lead."""
    if not medewerker.ziet(toestand.regio):
        return frozenset()
    kan = mogelijk(toestand) - VAN_DE_VRAGER
    return kan if medewerker.is_leiding else kan - {Handeling.HEROPENEN}

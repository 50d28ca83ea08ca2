"""How an aanvraag stands, derived from its events: what waits, on whom, since when, until when.

The sources set no term for the loket's decision (omzendbrief 3 says only that it decides and motivates), so
the terms are the office's own promise, in `Afspraken`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from loket.domain.begrippen import Regio
from loket.domain.dossier.gebeurtenis import Gebeurtenis, Levering, PostSoort, Soort
from loket.domain.werkdagen import BRUSSEL, werkdagen_later


@dataclass(frozen=True, slots=True)
class Afspraken:
    """What the office promises itself, in working days, and how long it keeps what is closed, in days."""

    beslissen: int = 10
    dringend: int = 2
    antwoorden: int = 10
    herinneren: int = 2
    escaleren: int = 2
    bewaren_open: int = 365
    bewaren_ontvankelijk: int = 180
    bewaren_niet_ontvankelijk: int = 180
    bewaren_ingetrokken: int = 30


class Staat(StrEnum):
    """Where an aanvraag is in its life."""

    NIEUW = "nieuw"
    IN_BEHANDELING = "in_behandeling"
    WACHT_OP_VRAGER = "wacht_op_vrager"
    ONTVANKELIJK = "ontvankelijk"
    NIET_ONTVANKELIJK = "niet_ontvankelijk"
    INGETROKKEN = "ingetrokken"

    @property
    def naam(self) -> str:
        """As a worker reads it."""
        return {
            "nieuw": "nieuw",
            "in_behandeling": "in behandeling",
            "wacht_op_vrager": "wacht op de aanvrager",
            "ontvankelijk": "ontvankelijk",
            "niet_ontvankelijk": "niet ontvankelijk",
            "ingetrokken": "ingetrokken",
        }[self.value]


BESLOTEN = frozenset({Staat.ONTVANKELIJK, Staat.NIET_ONTVANKELIJK})
GESLOTEN = BESLOTEN | {Staat.INGETROKKEN}


class WachtOp(StrEnum):
    """On whom something waits."""

    LOKET = "loket"
    VRAGER = "vrager"
    NIEMAND = "niemand"


class Wat(StrEnum):
    """What is waited for."""

    OPENEN = "openen"
    BESLISSEN = "beslissen"
    VRAAG_BEZORGEN = "vraag_bezorgen"
    ANTWOORD = "antwoord"
    BRIEF_BEZORGEN = "brief_bezorgen"
    TERUGGEKOMEN = "teruggekomen"
    NIETS = "niets"

    @property
    def naam(self) -> str:
        """As a worker reads it."""
        return {
            "openen": "Open de aanvraag.",
            "beslissen": "Beslis of vraag meer.",
            "vraag_bezorgen": "Stel de vraag zelf: mailen is niet veilig.",
            "antwoord": "De aanvrager moet nog antwoorden.",
            "brief_bezorgen": "Bezorg de brief zelf: mailen is niet veilig.",
            "teruggekomen": "Een mail kwam niet aan. Stuur hem opnieuw of bezorg hem zelf.",
            "niets": "Hier moet niets meer gebeuren.",
        }[self.value]


ZELF = "zelf"
"""The channel of a letter or question that a worker must deliver in person (see `veilig.Kanaal`)."""

MOET_AANKOMEN = frozenset({PostSoort.VRAAG, PostSoort.BRIEF, PostSoort.OVERDRACHT})
"""The mails that someone waits for: when one comes back, the loket must act."""


@dataclass(frozen=True, slots=True)
class Toestand:
    """How an aanvraag stands now.

    `sinds` is when the present waiting began, `termijn` when it should be over (None when nothing waits).
    `teruggekomen` holds the mails that came back, or that the mail server would not take, and that were
    neither sent again nor delivered in person.
    `bewaak_op` is when the service itself must look again (remind, escalate, let a question lapse).
    `bewaren_tot` is the last day it is kept; `mag_weg` whether that counts: what no loket opened, and a
    letter that must still reach someone, are never deleted by the calendar. `vraag_open`: the asker may
    answer.
    """

    staat: Staat
    wacht_op: WachtOp
    wat: Wat
    sinds: datetime
    termijn: datetime | None
    regio: Regio | None
    ingediend_op: datetime
    geopend_op: datetime | None
    besloten_op: datetime | None
    toegewezen_aan: UUID | None
    teruggekomen: frozenset[PostSoort]
    vraag_open: bool
    bewaak_op: datetime | None
    bewaren_tot: date
    mag_weg: bool

    def te_laat(self, nu: datetime) -> bool:
        """Whether the loket's own term has passed."""
        return self.wacht_op is WachtOp.LOKET and self.termijn is not None and nu >= self.termijn


@dataclass(slots=True)
class _Loop:
    """What the events so far add up to. The term for deciding counts from `begin`."""

    regio: Regio | None
    ingediend_op: datetime
    begin: datetime
    sinds: datetime
    laatste_op: datetime
    geopend_op: datetime | None = None
    herinnerd: bool = False
    geescaleerd: bool = False
    toegewezen_aan: UUID | None = None
    besluit: Staat | None = None
    besloten_op: datetime | None = None
    vraag_op: datetime | None = None
    vraag_verlopen: bool = False
    zelf_bezorgen: bool = False
    bezorgd: dict[PostSoort, datetime] = field(default_factory=dict)


def leid_af(  # noqa: PLR0913 - all that a state depends on
    gebeurtenissen: Iterable[Gebeurtenis],
    leveringen: Iterable[Levering],
    *,
    regio: Regio | None,
    dringend: bool,
    afspraken: Afspraken,
    aan_desk: bool = True,
) -> Toestand:
    """How the aanvraag stands after these events, in the order in which they were added.

    `regio` is the region it was sent for, `leveringen` its mails in the order in which they were made.
    Not `aan_desk`: a request for membership, which the Cliëntenforum handles from its mail, so nothing waits
    here. Raises ValueError when the first event is not INGEDIEND.
    """
    stroom = iter(gebeurtenissen)
    eerste = next(stroom, None)
    if eerste is None or eerste.soort is not Soort.INGEDIEND:
        raise ValueError("the first event is not INGEDIEND")
    loop = _Loop(regio, eerste.op, eerste.op, eerste.op, eerste.op)
    for gebeurtenis in stroom:
        _pas_toe(loop, gebeurtenis)
    leveringen = tuple(leveringen)
    toestand = _maak(loop, _teruggekomen(loop, leveringen), dringend=dringend, afspraken=afspraken)
    return toestand if aan_desk else _zonder_desk(toestand, leveringen)


def _zonder_desk(toestand: Toestand, leveringen: tuple[Levering, ...]) -> Toestand:
    """There is no one here to open it: that its mail left, and stayed away, is the receipt."""
    bezorgd = PostSoort.LOKET not in toestand.teruggekomen and any(
        levering.soort is PostSoort.LOKET and levering.verzonden_op for levering in leveringen
    )
    return replace(
        toestand,
        wacht_op=WachtOp.NIEMAND,
        wat=Wat.NIETS,
        termijn=None,
        bewaak_op=None,
        mag_weg=toestand.mag_weg or bezorgd,
    )


def _pas_toe(loop: _Loop, g: Gebeurtenis) -> None:
    loop.laatste_op = g.op
    match g.soort:
        case Soort.GEOPEND:
            loop.geopend_op = loop.geopend_op or g.op
        case Soort.HERINNERD:
            loop.herinnerd = True
        case Soort.GEESCALEERD:
            loop.geescaleerd = True
        case Soort.TOEGEWEZEN:
            loop.toegewezen_aan = UUID(g.naar) if g.naar else None
        case Soort.MEER_GEVRAAGD:
            loop.vraag_op, loop.vraag_verlopen = g.op, False
            loop.sinds, loop.zelf_bezorgen = g.op, g.naar == ZELF
        case Soort.VRAAG_VERLOPEN:
            loop.vraag_verlopen, loop.sinds, loop.begin = True, g.op, g.op
        case Soort.BEANTWOORD:
            loop.vraag_op, loop.zelf_bezorgen = None, False
            loop.sinds = loop.begin = g.op
        case Soort.ONTVANKELIJK | Soort.NIET_ONTVANKELIJK | Soort.INGETROKKEN:
            loop.besluit, loop.besloten_op, loop.sinds = Staat(g.soort.value), g.op, g.op
            loop.vraag_op = None
            loop.zelf_bezorgen = g.soort is Soort.NIET_ONTVANKELIJK and g.naar == ZELF
        case Soort.BEZORGD:
            loop.zelf_bezorgen, loop.sinds = False, g.op
            loop.bezorgd |= dict.fromkeys(MOET_AANKOMEN, g.op)
        case Soort.OMGELEID:
            # The term stays: the asker has been waiting all along.
            loop.regio, loop.sinds = (Regio(g.naar) if g.naar else None), g.op
            loop.geopend_op = loop.toegewezen_aan = None
            loop.herinnerd = loop.geescaleerd = False
        case Soort.HEROPEND:
            loop.besluit = loop.besloten_op = None
            loop.sinds = loop.begin = g.op
            loop.zelf_bezorgen = False


def _teruggekomen(loop: _Loop, leveringen: Iterable[Levering]) -> frozenset[PostSoort]:
    """The kinds of mail whose newest one came back, and that nobody delivered in person since."""
    nieuwste = {levering.soort: levering for levering in leveringen if levering.gestopt_op is None}
    return frozenset(
        soort
        for soort, levering in nieuwste.items()
        if levering.terug_op is not None
        and not (soort in loop.bezorgd and loop.bezorgd[soort] >= levering.gemaakt_op)
    )


def _wacht(
    loop: _Loop, terug: frozenset[PostSoort], *, dringend: bool, afspraken: Afspraken
) -> tuple[Staat, WachtOp, Wat, datetime | None]:
    """State, on whom, what, until when."""
    gauw = werkdagen_later(loop.sinds, afspraken.dringend)
    if loop.besluit is not None:
        # a withdrawn aanvraag asks nothing more of anyone, whatever came back
        if loop.besluit is not Staat.INGETROKKEN:
            if loop.zelf_bezorgen:
                return loop.besluit, WachtOp.LOKET, Wat.BRIEF_BEZORGEN, gauw
            if terug & {PostSoort.BRIEF, PostSoort.OVERDRACHT}:
                return loop.besluit, WachtOp.LOKET, Wat.TERUGGEKOMEN, gauw
        return loop.besluit, WachtOp.NIEMAND, Wat.NIETS, None
    if loop.vraag_op is not None and not loop.vraag_verlopen:
        if loop.zelf_bezorgen:
            return Staat.WACHT_OP_VRAGER, WachtOp.LOKET, Wat.VRAAG_BEZORGEN, gauw
        if PostSoort.VRAAG in terug:
            return Staat.WACHT_OP_VRAGER, WachtOp.LOKET, Wat.TERUGGEKOMEN, gauw
        tot = werkdagen_later(loop.sinds, afspraken.antwoorden)
        return Staat.WACHT_OP_VRAGER, WachtOp.VRAGER, Wat.ANTWOORD, tot
    tot = werkdagen_later(loop.begin, afspraken.dringend if dringend else afspraken.beslissen)
    if loop.geopend_op is None:
        return Staat.NIEUW, WachtOp.LOKET, Wat.OPENEN, tot
    return Staat.IN_BEHANDELING, WachtOp.LOKET, Wat.BESLISSEN, tot


def _maak(loop: _Loop, terug: frozenset[PostSoort], *, dringend: bool, afspraken: Afspraken) -> Toestand:
    staat, wacht_op, wat, termijn = _wacht(loop, terug, dringend=dringend, afspraken=afspraken)
    bewaak_op = None
    if staat is Staat.NIEUW and not loop.geescaleerd:
        bewaak_op = werkdagen_later(
            loop.sinds, afspraken.herinneren + (afspraken.escaleren if loop.herinnerd else 0)
        )
    elif wacht_op is WachtOp.VRAGER:
        bewaak_op = termijn
    bewaren = {
        Staat.ONTVANKELIJK: afspraken.bewaren_ontvankelijk,
        Staat.NIET_ONTVANKELIJK: afspraken.bewaren_niet_ontvankelijk,
        Staat.INGETROKKEN: afspraken.bewaren_ingetrokken,
    }.get(staat, afspraken.bewaren_open)
    return Toestand(
        staat=staat,
        wacht_op=wacht_op,
        wat=wat,
        sinds=loop.sinds,
        termijn=termijn,
        regio=loop.regio,
        ingediend_op=loop.ingediend_op,
        geopend_op=loop.geopend_op,
        besloten_op=loop.besloten_op,
        toegewezen_aan=loop.toegewezen_aan,
        teruggekomen=terug,
        vraag_open=loop.vraag_op is not None,
        bewaak_op=bewaak_op,
        bewaren_tot=loop.laatste_op.astimezone(BRUSSEL).date() + timedelta(days=bewaren),
        mag_weg=staat is Staat.INGETROKKEN
        or (loop.geopend_op is not None and (staat not in BESLOTEN or wacht_op is WachtOp.NIEMAND)),
    )

"""For the lead: who looked at an aanvraag, and who did what with it."""

from __future__ import annotations

from aiohttp import web

from loket.desk.aanvraag import beeld_van
from loket.desk.bezoek import Bezoek
from loket.desk.wegen import Weg, Wie, lees

MEESTE_REGELS = 500
_ANDEREN = {"aanvrager": "de aanvrager", "dienst": "de dienst zelf", "opdrachtregel": "de beheerder"}


def wie_keek(bezoek: Bezoek) -> web.Response:
    """GET /aanvraag/{nummer}/wie: from the audit, newest first."""
    beeld = beeld_van(bezoek)
    namen = {str(a.id): a.naam for a in bezoek.bureau.accounts.lijst()} | _ANDEREN
    regels = bezoek.bureau.kantoor.audit.regels(beeld.nummer, aantal=MEESTE_REGELS)
    return bezoek.toon(
        "wie.html",
        beeld=beeld,
        regels=[(regel, namen.get(regel.wie, "een account dat er niet meer is")) for regel in regels],
    )


WEGEN: tuple[Weg, ...] = (lees("/aanvraag/{nummer}/wie", Wie.LEIDING, wie_keek),)

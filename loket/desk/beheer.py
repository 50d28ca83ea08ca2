"""For the operator: alarms, delivery and the accounts. Numbers and codes, never what an aanvraag holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from aiohttp import web

from loket.desk.bezoek import Afgewezen, Bezoek
from loket.desk.wegen import Weg, Wie, doe, lees
from loket.mail.postbus import Alarm

MEESTE_REGELS = 200


@dataclass(frozen=True, slots=True)
class Groep:
    """The alarms of one kind, the oldest first."""

    code: str
    alarmen: tuple[Alarm, ...]


def groepen(alarmen: Sequence[Alarm]) -> tuple[Groep, ...]:
    """Alarms by code, the kind with the oldest alarm first: one mail server that is away is one thing to
    look at, however many mails wait for it."""
    per_code = groupby(sorted(alarmen, key=lambda alarm: (alarm.code, alarm.id)), key=lambda a: a.code)
    lijst = [Groep(code, tuple(groep)) for code, groep in per_code]
    return tuple(sorted(lijst, key=lambda groep: groep.alarmen[0].aangemaakt_op))


def toon_alarmen(bezoek: Bezoek) -> web.Response:
    """GET /alarmen."""
    postbus = bezoek.bureau.kantoor.postbus
    regels = postbus.regels()
    return bezoek.toon(
        "alarmen.html",
        groepen=groepen(postbus.alarmen()),
        toestand=postbus.toestand(bezoek.nu),
        regels=regels[:MEESTE_REGELS],
        aantal_regels=len(regels),
    )


def gezien(bezoek: Bezoek) -> web.Response:
    """POST /alarmen/gezien: one alarm or all of a kind."""
    postbus = bezoek.bureau.kantoor.postbus
    nummer, code = bezoek.veld("alarm"), bezoek.veld("code")
    if nummer.isascii() and nummer.isdigit() and len(nummer) < 10:
        gedaan = postbus.gezien(int(nummer), bezoek.nu)
    else:
        gedaan = bool(code) and postbus.groep_gezien(code, bezoek.nu) > 0
    if not gedaan:
        raise Afgewezen("Dit alarm is er niet meer. Laad de pagina opnieuw.")
    bezoek.bureau.kantoor.audit.noteer(bezoek.nu, str(bezoek.medewerker.id), "alarm gezien")
    return bezoek.ga("/alarmen", "gezien")


def toon_accounts(bezoek: Bezoek) -> web.Response:
    """GET /accounts: who can come in. They are changed on the command line."""
    return bezoek.toon("accounts.html", accounts=bezoek.bureau.accounts.lijst())


WEGEN: tuple[Weg, ...] = (
    lees("/alarmen", Wie.BEHEERDER, toon_alarmen),
    doe("/alarmen/gezien", Wie.BEHEERDER, gezien),
    lees("/accounts", Wie.BEHEERDER, toon_accounts),
)

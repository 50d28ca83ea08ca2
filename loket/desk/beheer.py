"""For the operator: alarms, delivery and the accounts. Numbers and codes, never what an aanvraag holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

from aiohttp import web

from loket.desk.bezoek import Afgewezen, Bezoek
from loket.desk.wegen import Weg, Wie, doe, lees
from loket.domain.werkdagen import BRUSSEL
from loket.mail.postbus import Alarm

MEESTE_REGELS = 50
MOMENT = "%Y-%m-%dT%H:%M"
"""How a browser sends a moment."""


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


def toon_herspeel(bezoek: Bezoek) -> web.Response:
    """GET /herspeel: since when, yesterday to begin with."""
    gisteren = bezoek.nu.astimezone(BRUSSEL) - timedelta(days=1)
    return _herspeel(bezoek, gisteren.replace(second=0, microsecond=0, tzinfo=None))


def herspeel(bezoek: Bezoek) -> web.Response:
    """POST /herspeel: how many mails that would be; then, when that is confirmed, sending them."""
    sinds = _moment(bezoek.veld("sinds"))
    if sinds is None:
        return _herspeel(bezoek, None, fout="Kies een dag en een uur.")
    vanaf = sinds.replace(tzinfo=BRUSSEL)
    if vanaf > bezoek.nu:
        return _herspeel(bezoek, sinds, fout="Dat moment moet nog komen. Kies een moment dat voorbij is.")
    postbus = bezoek.bureau.kantoor.postbus
    if bezoek.veld("stap") != "stuur":
        return _herspeel(bezoek, sinds, aantal=postbus.te_herspelen(vanaf))
    postbus.herspeel(vanaf, bezoek.nu)
    bezoek.bureau.kantoor.audit.noteer(bezoek.nu, str(bezoek.medewerker.id), "herspeeld")
    return bezoek.ga("/alarmen", "herspeeld")


def _moment(tekst: str) -> datetime | None:
    """A moment as a browser sends it, in Belgian time, without a zone."""
    try:
        return datetime.strptime(tekst, MOMENT)  # noqa: DTZ007 - the zone follows
    except ValueError:
        return None


def _herspeel(
    bezoek: Bezoek, sinds: datetime | None, *, aantal: int | None = None, fout: str | None = None
) -> web.Response:
    return bezoek.toon(
        "herspeel.html",
        400 if fout else 200,
        sinds=sinds.strftime(MOMENT) if sinds else "",
        moment=sinds.replace(tzinfo=BRUSSEL) if sinds else None,
        aantal=aantal,
        fout=fout,
    )


def toon_accounts(bezoek: Bezoek) -> web.Response:
    """GET /accounts: who can come in. They are changed on the command line."""
    return bezoek.toon("accounts.html", accounts=bezoek.bureau.accounts.lijst())


WEGEN: tuple[Weg, ...] = (
    lees("/alarmen", Wie.BEHEERDER, toon_alarmen),
    doe("/alarmen/gezien", Wie.BEHEERDER, gezien),
    lees("/herspeel", Wie.BEHEERDER, toon_herspeel),
    doe("/herspeel", Wie.BEHEERDER, herspeel),
    lees("/accounts", Wie.BEHEERDER, toon_accounts),
)

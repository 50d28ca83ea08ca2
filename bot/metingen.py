"""GET /metrics for Prometheus, on a port of its own that faces no people; and counting what goes by."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Awaitable, Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from bot.gebeurtenissen import Gebeurtenis
from bot.gesprekken import Gesprekken
from bot.gezondheid import Gezondheid, Onderdeel
from loket import meting
from loket.kantoor import Kantoor
from loket.reservekopie import laatste_kopie
from loket.store.database import RegisterFout
from loket.store.meting import Stand, meet

TERUGVAL_ACTIE = "action_terugval"
ONBEKEND = "onbekend"
"""The address pattern of a request that fits none of ours; also the method of one that is not ours."""
_METHODEN = frozenset({"GET", "HEAD", "POST", "DELETE", "OPTIONS"})

Behandelaar = Callable[[web.Request], Awaitable[web.StreamResponse]]


def tel_beurt(beurt: Iterable[Gebeurtenis]) -> None:
    """Count what a recorded turn was: not understood, or an answer to danger."""
    for gebeurtenis in beurt:
        if gebeurtenis.get("event") == "action" and gebeurtenis.get("name") == TERUGVAL_ACTIE:
            meting.TERUGVAL.inc()
        custom = (gebeurtenis.get("data") or {}).get("custom") or {}
        if gebeurtenis.get("event") == "bot" and custom.get("soort") == "gevaar":
            meting.GEVAAR.inc()


@web.middleware
async def tel_antwoorden(request: web.Request, handler: Behandelaar) -> web.StreamResponse:
    """Middleware, the outermost: count every answer by address pattern, never by address."""
    antwoord = await handler(request)
    meting.ANTWOORDEN.labels(_weg(request), str(antwoord.status)).inc()
    return antwoord


def _weg(request: web.Request) -> str:
    bron = request.match_info.route.resource
    methode = request.method if request.method in _METHODEN else ONBEKEND
    return f"{methode} {bron.canonical}" if bron is not None else ONBEKEND


class Momentopname(Collector):
    """What is read at the moment that someone asks, as metrics."""

    def __init__(
        self, stand: Stand | None, delen: dict[str, Onderdeel], gesprekken: int | None, datamap: Path
    ) -> None:
        self._stand = stand
        self._delen = delen
        self._gesprekken = gesprekken
        self._datamap = datamap

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """The metrics. Those of a database that does not answer are left out; `onderdeel_goed` says so."""
        goed = GaugeMetricFamily(
            "assistent_onderdeel_goed", "Whether a part works (1) or not (0).", labels=["onderdeel"]
        )
        alarm = GaugeMetricFamily(
            "assistent_onderdeel_alarm", "Whether a part asks for a person (1).", labels=["onderdeel"]
        )
        for naam, deel in self._delen.items():
            goed.add_metric([naam], float(deel.goed))
            alarm.add_metric([naam], float(deel.alarm is not None))
        yield goed
        yield alarm
        if self._gesprekken is not None:
            yield _getal("assistent_gesprekken_open", "Conversations that are kept now.", self._gesprekken)
        if (stand := self._stand) is not None:
            yield _getal("assistent_post_wachtend", "Mails that must still leave.", stand.post_wachtend)
            yield _getal("assistent_post_oudste_seconds", "Age of the oldest such mail.", stand.post_oudste)
            yield _getal(
                "assistent_post_teruggekomen", "Mails that bounced in the last day.", stand.teruggekomen
            )
            yield _getal("assistent_alarmen_open", "Alarms that nobody has seen.", stand.alarmen)
            wachtend = GaugeMetricFamily(
                "assistent_bureau_wachtend", "Aanvragen that wait on a loket, by what for.", labels=["wat"]
            )
            for wat, aantal in stand.wachtend.items():
                wachtend.add_metric([wat], aantal)
            yield wachtend
            yield _getal(
                "assistent_bureau_oudste_seconds",
                "How long the oldest waits on a loket.",
                stand.oudste_wachtend,
            )
            yield _getal(
                "assistent_bureau_over_termijn", "How many wait longer than promised.", stand.over_termijn
            )
        schijf = shutil.disk_usage(self._datamap)
        yield _getal("assistent_schijf_vrij_bytes", "Free space for the data folder.", schijf.free)
        yield _getal("assistent_schijf_bytes", "Size of the disk of the data folder.", schijf.total)
        if (kopie := laatste_kopie(self._datamap)) is not None:
            yield _getal(
                "assistent_reservekopie_timestamp_seconds",
                "When the last back-up was made.",
                kopie.timestamp(),
            )


def _getal(naam: str, uitleg: str, waarde: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(naam, uitleg, value=waarde)


def maak_metingen_app(kantoor: Kantoor, gesprekken: Gesprekken, gezondheid: Gezondheid) -> web.Application:
    """The app with GET /metrics. Several processes each have their own: Prometheus tells them apart by
    address; what stands in the database is the same at each."""
    proces = CollectorRegistry()
    ProcessCollector(namespace="assistent", registry=proces)

    def tel() -> tuple[Stand | None, int | None]:
        try:
            return meet(kantoor.database, datetime.now(UTC)), gesprekken.aantal()
        except RegisterFout:
            return None, None

    async def metrics(_: web.Request) -> web.Response:
        delen = await gezondheid.stand()
        stand, aantal = await asyncio.to_thread(tel)
        nu = CollectorRegistry()
        nu.register(Momentopname(stand, delen, aantal, kantoor.instellingen.datamap))
        tekst = b"".join(generate_latest(register) for register in (meting.REGISTER, proces, nu))
        return web.Response(body=tekst, headers={"Content-Type": CONTENT_TYPE_LATEST})

    app = web.Application()
    app.router.add_get("/metrics", metrics)
    return app

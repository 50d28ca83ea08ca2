"""The service that faces people: chat channel, widget, health, Rasa's action endpoint and the mail worker."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import logging
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from aiohttp import web

from bot import controles, pagina
from bot.channels.chat import LANGSTE_LIJF, ChatKanaal, Gesprekspartner, Lijnen
from bot.channels.messenger.samen import Messenger
from bot.channels.plaatsen import voorstellen
from bot.gedeeld import Gedeeld
from bot.gesprekken import Gesprekken
from bot.gezondheid import Gezondheid
from bot.grenzen import Begrenzer, Grens
from bot.logboek import Logboek, beschrijf_fout
from bot.metingen import maak_metingen_app, tel_antwoorden
from bot.opslag import open_gebeurtenissen, open_gesprekken
from bot.ouder import meld_klaar, sterf_met_ouder
from bot.overdracht import Overdracht
from bot.postvak import PostvakPagina
from bot.rasa_client import RasaClient
from bot.rondes import Rondes
from bot.rust import rust
from bot.web import adres_van, fouten, herkomst, zet_koppen
from loket import meting
from loket.contacten import ContactenFout
from loket.desk.app import maak_bureau
from loket.desk.bezoek import BASIS
from loket.desk.bureau import Bureau
from loket.domain.gevaar import lijnen_voor, vind_gevaar
from loket.geheimen import peper, rasa_token
from loket.kantoor import Kantoor
from loket.kennis import KennisFout
from loket.mail.werker import PostWerker
from loket.settings import Instellingen, InstellingenFout, lees_instellingen
from loket.store.database import is_schrijfbaar
from loket.store.versleuteling import VerkeerdeSleutel

logger = logging.getLogger("bot.service")  # not __name__: this module runs as __main__


def lijnen_bij_gevaar(tekst: str) -> tuple[str, ...]:
    """The keys of the help lines that the signs of danger in `tekst` call for; none when there are none."""
    return lijnen_voor(vind_gevaar(tekst))


_AFRONDEN = 60.0  # seconds that answers, and then mails, in flight get to finish at a stop
_AAN_HET_WOORD = 0.5  # seconds that who was let in just before a stop gets to ask what he came for
_BUREAU = Grens(ineens=120, per_seconde=5)  # one address may be a whole office behind one router


def maak_app(
    kantoor: Kantoor,
    kanaal: ChatKanaal,
    bureau: Bureau,
    gezondheid: Gezondheid,
    messenger: Messenger | None = None,
) -> web.Application:
    """The public app: what anyone may reach."""
    hulp = Lijnen(kantoor.hulplijnen).gewoon
    app = web.Application(
        client_max_size=LANGSTE_LIJF,
        middlewares=[tel_antwoorden, herkomst(kantoor.instellingen.websites), fouten(hulp)],
    )
    app.on_response_prepare.append(zet_koppen)
    app.router.add_routes(kanaal.routes())
    app.on_shutdown.append(kanaal.stop_stromen)
    app.router.add_routes(pagina.routes(kantoor.instellingen.datamap / "widget", kantoor.instellingen.adres))
    if messenger is not None:
        app.router.add_routes(messenger.kanaal.routes())
    if kantoor.instellingen.mail_aflevering == "postvak":
        app.router.add_routes(PostvakPagina(kantoor.instellingen.postvak).routes())
    loket = maak_bureau(
        bureau,
        adres_van=partial(adres_van, proxies=kantoor.instellingen.proxies),
        mag=Begrenzer(_BUREAU).mag,
    )
    app.add_subapp(BASIS, loket)
    app.router.add_get("/healthz", gezondheid.healthz)
    app.router.add_get("/readyz", gezondheid.readyz)
    return app


@asynccontextmanager
async def luister(
    app: web.Application, host: str, poort: int, greep: int | None = None
) -> AsyncIterator[None]:
    """Serve `app`, on the socket `greep` that listens already when there is one. At the end: take no new
    requests, finish those in flight."""
    runner = web.AppRunner(
        app,
        access_log=None,
        handle_signals=False,
        shutdown_timeout=_AFRONDEN,
        auto_decompress=False,  # a small squeezed body would become a huge one before anyone looks at it
    )
    await runner.setup()
    try:
        if greep is None:
            await web.TCPSite(runner, host, poort).start()
        else:
            await web.SockSite(runner, socket.socket(fileno=greep)).start()
        yield
    finally:
        for plek in list(runner.sites):
            await plek.stop()
        # aiohttp hangs up on who was let in and has not asked yet
        await asyncio.sleep(_AAN_HET_WOORD)
        await runner.cleanup()


@asynccontextmanager
async def achtergrond(werk: Callable[[asyncio.Event], Awaitable[None]]) -> AsyncIterator[asyncio.Task[None]]:
    """Run `werk(stop)` beside the rest. At the end: set `stop`, and wait for it to finish what it does."""
    stop = asyncio.Event()

    async def _werk() -> None:
        await werk(stop)

    taak = asyncio.create_task(_werk())
    try:
        yield taak
    finally:
        stop.set()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(taak, _AFRONDEN)


async def houd_vol(werk: Callable[[asyncio.Event], Awaitable[None]], stop: asyncio.Event) -> None:
    """Run `werk(stop)`; when it fails, say so and run it again after a while."""
    wacht = 1.0
    while not stop.is_set():
        try:
            await werk(stop)
        except Exception as fout:
            logger.error("%s ging fout: %s", getattr(werk, "__qualname__", "werk"), beschrijf_fout(fout))
            await rust(stop, wacht)
            wacht = min(wacht * 2, 60.0)


@asynccontextmanager
async def aangesloten(messenger: Messenger | None) -> AsyncIterator[None]:
    """Answer what comes in from Messenger, when there is a page."""
    if messenger is None:
        yield
        return
    try:
        async with achtergrond(partial(houd_vol, messenger.draai)):
            yield
    finally:
        await messenger.sluit()


@asynccontextmanager
async def metingen(kantoor: Kantoor, gesprekken: Gesprekken, gezondheid: Gezondheid) -> AsyncIterator[None]:
    """Serve the metrics on their own port, when there is one."""
    instellingen = kantoor.instellingen
    if not instellingen.metingen_poort:
        yield
        return
    meting.meet_databases()
    app = maak_metingen_app(kantoor, gesprekken, gezondheid)
    async with luister(app, instellingen.metingen_host, instellingen.metingen_poort):
        yield


@dataclass(frozen=True, slots=True)
class Plaats:
    """Which of the services on this machine this is (0 is the first), the socket that they share, and the
    pipe to tell the supervisor by."""

    nummer: int = 0
    greep: int | None = None
    klaar: int | None = None


async def draai(
    kantoor: Kantoor, stop: asyncio.Event, logboek: Logboek, plaats: Plaats, *, eigen_bot: bool
) -> None:
    """Serve until `stop` is set; then finish, in this order: answers, mail.

    `eigen_bot`: the model must be the one of this project.
    """
    instellingen = kantoor.instellingen
    gesprekken = open_gesprekken(instellingen)
    gebeurtenissen = open_gebeurtenissen(instellingen)
    gedeeld = Gedeeld(instellingen.redis)
    rasa = RasaClient(instellingen.rasa_poorten, rasa_token(instellingen))
    lijnen = Lijnen(kantoor.hulplijnen)
    werker = PostWerker(kantoor)
    # Actions run in Rasa's process: what they put in the outbox when a form ends, the worker hears of here.
    partner = Gesprekspartner(
        gesprekken, gebeurtenissen, rasa, lijnen.bij_stilte(), na_formulier=werker.seintje, gedeeld=gedeeld
    )
    overdracht = Overdracht(
        gesprekken,
        gebeurtenissen,
        sleutel=peper(instellingen, "overdracht"),
        adres=instellingen.adres,
        geldig=instellingen.messenger_link_minuten * 60,
    )
    kanaal = ChatKanaal(
        gesprekken,
        partner,
        lijnen,
        gevaar=lijnen_bij_gevaar,
        proxies=instellingen.proxies,
        plaatsen=voorstellen(kantoor.plaatsen),
        overdracht=overdracht,
        gedeeld=gedeeld,
        peper=peper(instellingen, "grenzen"),
    )
    messenger = Messenger.open(kantoor, partner, overdracht, lijnen, rasa)
    rondes = Rondes(kantoor, partner)

    async with AsyncExitStack() as stapel:
        stapel.callback(gesprekken.sluit)
        stapel.callback(gebeurtenissen.sluit)
        stapel.push_async_callback(rasa.sluit)
        stapel.push_async_callback(gedeeld.sluit)
        await stapel.enter_async_context(achtergrond(partial(houd_vol, partner.omroep.draai)))
        await stapel.enter_async_context(aangesloten(messenger))
        post = await stapel.enter_async_context(achtergrond(partial(houd_vol, werker.draai)))
        await stapel.enter_async_context(achtergrond(partial(houd_vol, rondes.ruim_op)))
        await stapel.enter_async_context(achtergrond(partial(houd_vol, rondes.bewaak)))

        gezondheid = Gezondheid(
            {
                "rasa": controles.rasa_klaar(rasa),
                "gesprekken": controles.schrijfbaar(gesprekken.is_schrijfbaar),
                "register": controles.schrijfbaar(partial(is_schrijfbaar, kantoor.database)),
                "post": controles.post(kantoor, post),
            },
            {
                "schijf": controles.schijf(instellingen.datamap),
                "tabellen": controles.tabellen(kantoor.database),
                "sleutel": controles.sleutel(instellingen),
                "bewaking": rondes.bewaakt.stand,
                "terugpost": rondes.gelezen.stand,
                "opruimen": rondes.opgeruimd.stand,
            }
            | ({"messenger": messenger.stand} if messenger is not None else {})
            | ({"redis": controles.redis(gedeeld)} if gedeeld.actief else {})
            | ({"model": controles.model(rasa)} if eigen_bot else {}),
        )
        await stapel.enter_async_context(metingen(kantoor, gesprekken, gezondheid))
        await stapel.enter_async_context(
            luister(
                maak_app(
                    kantoor, kanaal, Bureau.open(kantoor, gesprekken.duidelijkheid), gezondheid, messenger
                ),
                instellingen.host,
                instellingen.poort,
                plaats.greep,
            )
        )
        logboek.mensen_praten()
        meld_klaar(plaats.klaar)
        await stop.wait()
        logger.info("De dienst rondt af")


async def _main(instellingen: Instellingen, logboek: Logboek, plaats: Plaats, *, eigen_bot: bool) -> None:
    stop = asyncio.Event()
    for sein in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(sein, stop.set)
    kantoor = Kantoor.open(instellingen)
    try:
        await draai(kantoor, stop, logboek, plaats, eigen_bot=eigen_bot)
    finally:
        kantoor.sluit()


def main() -> int:
    """Run as a child of the supervisor; returns the exit code."""
    vlaggen = argparse.ArgumentParser()
    vlaggen.add_argument("--ouder", type=int, required=True)
    vlaggen.add_argument("--andere-bot", action="store_true")
    vlaggen.add_argument("--nummer", type=int, default=0)
    vlaggen.add_argument("--greep", type=int)
    vlaggen.add_argument("--klaar", type=int)
    opties = vlaggen.parse_args()
    sterf_met_ouder(opties.ouder)
    sys.path.insert(0, str(Path.cwd()))
    try:
        instellingen = lees_instellingen()
        logboek = Logboek("dienst", instellingen.logvorm)
        logboek.begin()
        plaats = Plaats(opties.nummer, opties.greep, opties.klaar)
        asyncio.run(_main(instellingen, logboek, plaats, eigen_bot=not opties.andere_bot))
    except (InstellingenFout, ContactenFout, KennisFout, VerkeerdeSleutel) as fout:
        print(fout, file=sys.stderr)
        return os.EX_CONFIG
    return 0


if __name__ == "__main__":
    sys.exit(main())

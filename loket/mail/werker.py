"""The mail worker: sends what stands in the outbox, one mail at a time, and never gives up."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from loket import meting
from loket.mail.aflevering import AfleverFout, Aflevering, maak_aflevering
from loket.mail.opmaak import Opgemaakt, Opmaak
from loket.mail.postbus import Post
from loket.store.database import RegisterBezet, RegisterFout

if TYPE_CHECKING:
    from loket.kantoor import Kantoor

log = logging.getLogger(__name__)

KIJK_ELKE = timedelta(seconds=5)
"""How often the outbox is looked at without a call: another process may have written in it."""
KORTSTE_RUST = timedelta(seconds=0.1)
AFSLUITTIJD = timedelta(seconds=20)
"""How long the mail in flight may take once the worker was asked to stop."""
LEASE = timedelta(seconds=20)
"""How long a mail is one worker's. Short, and renewed while it is sent: the mail of a worker that was
killed does not wait for the slowest server that there could be."""


def klok() -> datetime:
    """The time now, with its zone."""
    return datetime.now(UTC)


class PostWerker:
    """Sends the outbox. The service starts `draai` as a task.

    Into the local mailbox each mail comes exactly once; over SMTP at least once, always with the same
    Message-ID (see SmtpAflevering). `aflevering` and `nu` are there for tests.
    """

    def __init__(  # noqa: PLR0913  # keywords, there for tests
        self,
        kantoor: Kantoor,
        *,
        aflevering: Aflevering | None = None,
        nu: Callable[[], datetime] = klok,
        afsluittijd: timedelta = AFSLUITTIJD,
        kijk_elke: timedelta = KIJK_ELKE,
        lease: timedelta = LEASE,
    ) -> None:
        self._kantoor = kantoor
        self._postbus = kantoor.postbus
        self._opmaak = Opmaak(kantoor.instellingen, kantoor.loketten, kantoor.archief.merker)
        self._aflevering = aflevering or maak_aflevering(kantoor.instellingen)
        self._nu = nu
        self._afsluittijd = afsluittijd
        self._kijk_elke = kijk_elke
        self._lease = lease
        # connect, greeting, EHLO, STARTTLS, EHLO, login (2), MAIL, RCPT, DATA, content, QUIT
        self._grens = timedelta(seconds=12 * kantoor.instellingen.smtp_wachttijd_seconden)
        self._wakker = asyncio.Event()
        self._lus: asyncio.AbstractEventLoop | None = None
        kantoor.register.bij_opname(self.seintje)

    def seintje(self) -> None:
        """Look at the outbox now. May be called from any thread; never fails."""
        lus = self._lus
        if lus is not None:
            with contextlib.suppress(RuntimeError):  # the loop has closed: there is no one to wake
                lus.call_soon_threadsafe(self._wakker.set)

    async def draai(self, stop: asyncio.Event) -> None:
        """Work until `stop` is set. The mail in flight is finished first, within `afsluittijd`."""
        self._lus = asyncio.get_running_loop()
        gestopt = asyncio.create_task(stop.wait())
        bezig: asyncio.Task[bool] | None = None
        try:
            while not stop.is_set():
                self._wakker.clear()
                bezig = asyncio.create_task(self._een())
                await asyncio.wait({bezig, gestopt}, return_when=asyncio.FIRST_COMPLETED)
                if not bezig.done():
                    await asyncio.wait({bezig}, timeout=self._afsluittijd.total_seconds())
                if not bezig.done():
                    return
                if (fout := bezig.exception()) is not None:
                    # The database would not, or something no one thought of. Mail must go on: later.
                    reden = str(fout) if isinstance(fout, RegisterFout) else ""
                    log.error("de postbus hapert: %s %s", type(fout).__name__, reden)
                    await self._rust(gestopt, self._kijk_elke)
                elif not bezig.result():
                    await self._rust(gestopt, await self._tot_volgende())
        finally:
            self._lus = None
            taken = [taak for taak in (bezig, gestopt) if taak is not None]
            for taak in taken:
                taak.cancel()
            await asyncio.gather(*taken, return_exceptions=True)

    async def leeg(self) -> int:
        """Send everything that is due now; return how many attempts that took. Raises RegisterFout."""
        pogingen = 0
        while await self._een():
            pogingen += 1
        return pogingen

    async def _tot_volgende(self) -> timedelta:
        """How long to rest: until a mail is due, never so short that it is no rest."""
        try:
            wacht = await asyncio.to_thread(self._postbus.volgende, self._nu())
        except RegisterFout:
            wacht = None
        return self._kijk_elke if wacht is None else min(max(wacht, KORTSTE_RUST), self._kijk_elke)

    async def _rust(self, gestopt: asyncio.Task[bool], duur: timedelta) -> None:
        """Wait for a call, for the stop, or so long."""
        wekker = asyncio.create_task(self._wakker.wait())
        try:
            await asyncio.wait(
                {wekker, gestopt}, timeout=duur.total_seconds(), return_when=asyncio.FIRST_COMPLETED
            )
        finally:
            wekker.cancel()

    async def _een(self) -> bool:
        """One attempt for one mail; False when none was due. Raises RegisterFout: then the lease runs out
        and the mail is tried again."""
        post = await asyncio.to_thread(self._postbus.claim, self._nu(), self._lease)
        if post is None:
            return False
        hartslag = asyncio.create_task(self._houd_vast(post))
        try:
            await self._verstuur(post)
        except asyncio.CancelledError:
            with contextlib.suppress(RegisterFout):
                self._postbus.geef_vrij(post)
            raise
        finally:
            hartslag.cancel()
            await asyncio.gather(hartslag, return_exceptions=True)
        return True

    async def _houd_vast(self, post: Post) -> None:
        """Renew the lease for as long as the mail is being sent."""
        while True:
            await asyncio.sleep(self._lease.total_seconds() / 4)
            with contextlib.suppress(RegisterFout):
                await asyncio.to_thread(self._postbus.verleng, post, self._nu(), self._lease)

    async def _verstuur(self, post: Post) -> None:
        try:
            opgemaakt = await asyncio.to_thread(self._maak, post)
        except RegisterFout:
            raise
        except Exception as fout:  # whatever is wrong with this mail, the others must go on
            await self._mislukt(post, f"opmaak-{type(fout).__name__}", blijvend=True)
            return
        if opgemaakt.zonder_pdf:
            await asyncio.to_thread(self._postbus.alarmeer, post, self._nu(), "pdf")
        try:
            async with asyncio.timeout(self._grens.total_seconds()):
                await self._aflevering.lever(opgemaakt.bericht)
        except AfleverFout as fout:
            await self._mislukt(post, fout.code, blijvend=fout.blijvend)
        except TimeoutError:
            await self._mislukt(post, "te-traag", blijvend=False)
        except Exception as fout:  # an unknown failure is a failure, not the end of all mail
            await self._mislukt(post, f"onverwacht-{type(fout).__name__}", blijvend=False)
        else:
            meting.POST_POGINGEN.labels("gelukt").inc()
            await self._noteer_verzonden(post)
            log.info("mail %s (%s) is verzonden", post.id, post.soort)

    async def _noteer_verzonden(self, post: Post) -> None:
        """A mail that left but is not noted would leave again: try harder than elsewhere."""
        for _ in range(2):
            with contextlib.suppress(RegisterBezet):
                return await asyncio.to_thread(self._postbus.verzonden, post, self._nu())
        return await asyncio.to_thread(self._postbus.verzonden, post, self._nu())

    async def _mislukt(self, post: Post, code: str, *, blijvend: bool) -> None:
        meting.POST_POGINGEN.labels("geweigerd" if blijvend else "uitgesteld").inc()
        log.warning("mail %s (%s) mislukte, poging %d: %s", post.id, post.soort, post.pogingen + 1, code)
        await asyncio.to_thread(self._postbus.mislukt, post, self._nu(), code, blijvend=blijvend)

    def _maak(self, post: Post) -> Opgemaakt:
        if post.soort == "alarm":
            return self._opmaak.aan_beheerder(post, self._postbus.alarmen())
        if post.aanvraag_id is None:
            raise ValueError("post zonder aanvraag")
        dossier = self._kantoor.register.dossier(post.aanvraag_id)
        if post.gebeurtenis_id is not None:
            return self._opmaak.over_dossier(
                post, dossier, *self._kantoor.archief.gebeurtenis(post.gebeurtenis_id)
            )
        if post.soort == "bevestiging":
            return self._opmaak.aan_aanvrager(post, dossier)
        if post.soort == "loket":
            return self._opmaak.aan_loket(post, dossier)
        raise ValueError("onbekende soort post")

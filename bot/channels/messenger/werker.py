"""Answers what is in the inbox: each person's messages one at a time, in order, also after a crash.

A person is claimed in the store, so one worker at a time answers them, whichever process it runs in. First
goes out what waits, then the next message gets its answer. What cannot be done now is tried again, ever more
slowly, until the platform lets us write no more; the same message never makes two turns.
"""

from __future__ import annotations

import asyncio
import logging
import random
import time
import uuid
from collections.abc import Awaitable, Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from bot.channels.chat import GEVAAR_EERST, VAN_MENS, Gesprekspartner, Lijnen
from bot.channels.messenger import teksten
from bot.channels.messenger.afspraken import HIER, KANAAL, VENSTER, Oordeel
from bot.channels.messenger.berichten import GEEF_DOOR, NEEM_TERUG, link, uitgaand, zin
from bot.channels.messenger.gebeurtenissen import Soort
from bot.channels.messenger.graph import Graph, GraphFout, met_geduld
from bot.channels.messenger.inbox import Inbox, Ontvangen, Persoon, Uitgaand
from bot.channels.vorm import Genummerd, giet
from bot.gesprekken import Item
from bot.logboek import beschrijf_fout
from bot.overdracht import Overdracht
from bot.rasa_client import RasaTraag, RasaWeg
from bot.rust import rust
from loket import meting
from loket.domain.uiting import Soort as Uitingsoort
from loket.store.database import RegisterFout

logger = logging.getLogger(__name__)

LEASE = 20.0
"""Seconds that a person stays claimed when the process that works for them has died."""
TIK = 2.0
"""Seconds between two looks at what waits, for what no webhook of this process woke us for."""
TEGELIJK = 16
_GEVAAR_WACHT = 3.0  # seconds that someone in danger waits for the assistant before they get the numbers
_LANGSTE_PAUZE = 300.0
_NA_FOUT = 30.0
_OPGEVEN = 5  # attempts at a turn that keeps failing while Rasa itself is well
_VRAGEND = frozenset({Uitingsoort.VRAAG.value, Uitingsoort.OVERZICHT.value})


@dataclass(frozen=True, slots=True)
class Keuzes:
    """What the page owner chose. `mens`: whoever asks for a person goes to the page's inbox."""

    ook_hier: bool = False
    mens: bool = False
    link_minuten: int = 30


class Werker:
    """Takes turns with the dialogue and sends the answers."""

    def __init__(  # noqa: PLR0913
        self,
        inbox: Inbox,
        partner: Gesprekspartner,
        graph: Graph,
        overdracht: Overdracht,
        lijnen: Lijnen,
        *,
        gevaar: Callable[[str], Collection[str]],
        alarm: Callable[[str], None],
        rasa_klaar: Callable[[], Awaitable[bool]],
        keuzes: Keuzes = Keuzes(),
        klok: Callable[[], float] = time.time,
        eerste_pauze: float = 1.0,
        tik: float = TIK,
    ) -> None:
        """`gevaar` gives the keys of the help lines that a text calls for. `alarm` takes a code.

        `eerste_pauze`: seconds before what failed is tried again; it doubles each time.
        """
        self._inbox = inbox
        self._partner = partner
        self._graph = graph
        self._overdracht = overdracht
        self._lijnen = lijnen
        self._gevaar = gevaar
        self._alarm = alarm
        self._rasa_klaar = rasa_klaar
        self._keuzes = keuzes
        self._klok = klok
        self._eerste_pauze = eerste_pauze
        self._tik = tik
        self._wie = uuid.uuid4().hex
        self._bezig: dict[str, asyncio.Task[None]] = {}
        self._opnieuw: set[str] = set()
        self._tegelijk = asyncio.Semaphore(TEGELIJK)
        self._gestopt = False

    def wek(self, merken: Iterable[str]) -> None:
        """There is something new of these persons."""
        for merk in merken:
            if merk in self._bezig:
                self._opnieuw.add(merk)
            elif not self._gestopt:
                taak = asyncio.create_task(self._persoon(merk))
                self._bezig[merk] = taak
                taak.add_done_callback(partial(self._klaar_met, merk))

    async def draai(self, stop: asyncio.Event) -> None:
        """Work until `stop`; then finish the turns that were begun."""
        self._gestopt = False
        while not stop.is_set():
            if self._bezig:
                await asyncio.to_thread(
                    self._inbox.verleng, list(self._bezig), self._wie, self._klok(), LEASE
                )
            self.wek(await asyncio.to_thread(self._inbox.wachtenden, self._klok()))
            await rust(stop, self._tik)
        self._gestopt = True
        await asyncio.gather(*self._bezig.values(), return_exceptions=True)

    def _klaar_met(self, merk: str, _: asyncio.Task[None]) -> None:
        self._bezig.pop(merk, None)
        if merk in self._opnieuw:
            self._opnieuw.discard(merk)
            self.wek([merk])

    async def _persoon(self, merk: str) -> None:
        async with self._tegelijk:
            pauze = _NA_FOUT
            try:
                if not await asyncio.to_thread(self._inbox.claim, merk, self._wie, self._klok(), LEASE):
                    return
                try:
                    pauze = await self._werk_af(merk)
                finally:
                    await asyncio.to_thread(self._inbox.laat_los, merk, self._wie, self._klok() + pauze)
            except RegisterFout as fout:  # the next look finds it again
                logger.error("Messenger: de opslag antwoordt niet: %s", type(fout).__name__)
            except Exception as fout:
                logger.error("Messenger: een beurt ging fout: %s", beschrijf_fout(fout))

    async def _werk_af(self, merk: str) -> float:
        """Do all that can be done for a person; returns how many seconds the next attempt must wait."""
        while True:
            persoon = await asyncio.to_thread(self._inbox.persoon, merk)
            if persoon is None:
                return 0.0
            if pauze := await self._stuur(persoon):
                return pauze
            wachtend = await asyncio.to_thread(self._inbox.wachtend, merk)
            if not wachtend:
                if persoon.weg:
                    await asyncio.to_thread(self._inbox.vergeet, merk)
                return 0.0
            if self._gestopt:
                return 0.0
            if pauze := await self._behandel(persoon, wachtend):
                await self._stuur(persoon)  # a warning does not wait
                return pauze

    # --- out ---

    async def _stuur(self, persoon: Persoon) -> float:
        """Send all that waits, in order; returns the pause before the first that did not go."""
        while (uit := await asyncio.to_thread(self._inbox.uitgaand, persoon.merk)) is not None:
            try:
                if self._klok() - persoon.laatst > VENSTER:
                    raise GraphFout(Oordeel.VENSTER)
                await self._bezorg(persoon.psid, uit.inhoud)
            except GraphFout as fout:
                if fout.wat in {Oordeel.VENSTER, Oordeel.WEG}:
                    aantal = await asyncio.to_thread(self._inbox.laat_vallen, persoon.merk)
                    logger.warning("Messenger: %d berichten niet verstuurd (%s)", aantal, fout.wat.value)
                    return 0.0
                if fout.wat is not Oordeel.LATER:
                    self._alarm(f"messenger-{fout.code or 'fout'}")
                if fout.wat is not Oordeel.ONJUIST:
                    await asyncio.to_thread(self._inbox.niet_uit, uit.nr)
                    return self._pauze(uit.pogingen + (6 if fout.wat is Oordeel.INSTELLING else 0))
            await asyncio.to_thread(self._inbox.is_uit, uit.nr)
        return 0.0

    async def _bezorg(self, psid: str, inhoud: Uitgaand) -> None:
        if "message" in inhoud:
            await self._graph.stuur(psid, inhoud["message"])
        elif inhoud == GEEF_DOOR:
            await self._graph.geef_door(psid)
        elif inhoud == NEEM_TERUG:
            await self._graph.neem_terug(psid)

    def _pauze(self, pogingen: int) -> float:
        gelijk = min(self._eerste_pauze * 2.0 ** min(pogingen, 20), _LANGSTE_PAUZE)
        return gelijk * random.uniform(0.8, 1.2)  # noqa: S311 - spreads attempts, guards nothing

    # --- in ---

    async def _behandel(self, persoon: Persoon, wachtend: Sequence[Ontvangen]) -> float:
        """Answer the first of what waits; returns how many seconds to wait when that did not succeed."""
        nu = self._klok()
        eerste = wachtend[0]
        if nu - eerste.tijd > VENSTER:
            await self._af(persoon, eerste, [])
            return 0.0
        match eerste.soort:
            case Soort.AFGEGEVEN:
                await self._af(persoon, eerste, [], bij_mens=True)
            case Soort.TERUG:
                zeggen = [zin(teksten.TERUG)] if persoon.bij_mens else []
                await self._af(persoon, eerste, zeggen, bij_mens=False)
            case Soort.MEELUISTEREN:
                await self._luister_mee(persoon, eerste)
            case Soort.BIJLAGE:
                await self._af(persoon, eerste, [zin(teksten.BIJLAGE)])
            case Soort.GEWIJZIGD:
                await self._af(persoon, eerste, [zin(teksten.GEWIJZIGD)])
            case Soort.BEGIN | Soort.TEKST:
                return await self._beurt(persoon, wachtend)
        return 0.0

    async def _luister_mee(self, persoon: Persoon, wat: Ontvangen) -> None:
        """A person of the page has the conversation: only danger, and the wish to talk with us, count."""
        if wat.tekst.strip().lower() == teksten.TERUG_WOORD:
            await self._af(persoon, wat, [NEEM_TERUG, zin(teksten.TERUG)], bij_mens=False)
        elif lijnen := self._gevaar(wat.tekst):
            await self._af(persoon, wat, self._bij_gevaar(lijnen))
        else:
            await self._af(persoon, wat, [])

    async def _beurt(self, persoon: Persoon, wachtend: Sequence[Ontvangen]) -> float:
        wat = wachtend[0]
        if not wat.pogingen:
            await met_geduld(self._graph, persoon.psid)
        taak = asyncio.create_task(self._vraag(persoon, wat))
        lijnen = () if wat.gewaarschuwd else self._gevaar(wat.tekst)
        if lijnen:
            await asyncio.wait({taak}, timeout=_GEVAAR_WACHT)
            if not taak.done():
                await self._waarschuw(persoon, [wat])
                wat = replace(wat, gewaarschuwd=True)
                await self._stuur(persoon)
        try:
            await taak
        except Exception as fout:  # also one that nobody thought of: danger in it must be answered
            if not isinstance(fout, RasaWeg | RasaTraag | RegisterFout):
                logger.error("Messenger: een beurt ging fout: %s", beschrijf_fout(fout))
            await asyncio.to_thread(self._inbox.probeer_later, wat.nr)
            await self._waarschuw(persoon, [wat, *wachtend[1:]])
            if wat.pogingen >= _OPGEVEN and not isinstance(fout, RegisterFout) and await self._rasa_klaar():
                self._alarm("messenger-beurt")
                stil = giet([self._lijnen.bij_stilte()], KANAAL)
                await self._af(persoon, wat, uitgaand(stil.berichten))
                return 0.0
            if wat.pogingen == 1 and not wat.gewaarschuwd and not lijnen:
                even = giet(
                    [{"text": teksten.LUKT_LATER, "custom": {"lijnen": self._lijnen.gewoon()}}], KANAAL
                )
                await asyncio.to_thread(
                    self._inbox.waarschuw, persoon.merk, [wat.nr], uitgaand(even.berichten), self._klok()
                )
            return self._pauze(wat.pogingen)
        return 0.0

    async def _waarschuw(self, persoon: Persoon, wachtend: Sequence[Ontvangen]) -> None:
        """The numbers to call, for everyone in these messages who may be in danger and was not told yet."""
        nrs: list[int] = []
        lijnen: dict[str, None] = {}
        for wat in wachtend:
            if wat.gewaarschuwd or wat.soort is not Soort.TEKST:
                continue
            if gevonden := self._gevaar(wat.tekst):
                nrs.append(wat.nr)
                lijnen |= dict.fromkeys(gevonden)
        if nrs:
            berichten = self._bij_gevaar(lijnen)
            await asyncio.to_thread(self._inbox.waarschuw, persoon.merk, nrs, berichten, self._klok())

    def _bij_gevaar(self, lijnen: Collection[str]) -> list[Uitgaand]:
        meting.GEVAAR.inc()
        item = {"text": GEVAAR_EERST, "custom": {"lijnen": self._lijnen.bij_gevaar(lijnen)}}
        return uitgaand(giet([item], KANAAL).berichten)

    async def _vraag(self, persoon: Persoon, wat: Ontvangen) -> None:
        """Ask the dialogue and keep its answer to be sent. Raises RasaWeg, RasaTraag, RegisterFout."""
        tekst, hier = self._gezegd(persoon, wat)
        bericht_id = f"{VAN_MENS}{wat.sleutel}"
        gesprek, begroet = persoon.gesprek, persoon.begroet
        groet: list[Item] = []
        antwoord: list[Item] = []
        for _ in range(2):
            if gesprek is None:
                gesprek, begroet = await self._partner.begin_elders(), False
                await asyncio.to_thread(self._inbox.verbind, persoon.merk, gesprek)
            try:
                if not begroet or wat.soort is Soort.BEGIN:
                    groet = await self._partner.begroeting(gesprek)
                if wat.soort is Soort.TEKST:
                    antwoord = (await self._partner.antwoord(gesprek, bericht_id, tekst)).items
                break
            except KeyError:  # deleted meanwhile, or after the time that conversations are kept
                gesprek = None
        else:
            raise RasaWeg
        await self._antwoord(persoon, wat, gesprek or "", tekst, _Antwoord(groet, antwoord, begroet, hier))

    def _gezegd(self, persoon: Persoon, wat: Ontvangen) -> tuple[str, bool]:
        tekst = persoon.genummerd.zegt(wat.tekst)
        if self._keuzes.ook_hier and persoon.start and tekst.strip().lower() == teksten.TOCH_HIER.lower():
            return persoon.start, True
        return tekst, persoon.hier and self._keuzes.ook_hier

    async def _antwoord(
        self, persoon: Persoon, wat: Ontvangen, gesprek: str, tekst: str, over: _Antwoord
    ) -> None:
        berichten: list[Uitgaand] = []
        start = ""
        kanaal = HIER if over.hier else KANAAL
        items = over.antwoord if over.antwoord != over.groet else []
        lus = None if over.hier else elders(items)
        if lus is not None:
            items = [item for item in items if not _van_formulier(item)]
        gegoten = giet([*(over.groet if not items else []), *items], kanaal)
        if items and over.groet:
            # Who the assistant is, not what it would ask: something was said already.
            wie = [item for item in over.groet if _custom(item).get("soort") != Uitingsoort.VRAAG]
            voor = giet([_zonder_knoppen(item) for item in wie or over.groet[:1]], kanaal)
            berichten += uitgaand(voor.berichten)
        inhoud = uitgaand(gegoten.berichten)
        gevaar = any(_custom(item).get("soort") == Uitingsoort.GEVAAR for item in items)
        eerst = [] if over.begroet else [zin(teksten.WAT_META_ZIET)]
        # Whoever may be in danger reads that first.
        berichten = [*inhoud, *eerst, *berichten] if gevaar else [*eerst, *berichten, *inhoud]
        if lus is not None:
            start = tekst
            berichten += await self._link(persoon, gesprek, f"{VAN_MENS}{wat.sleutel}", lus)
        if self._keuzes.mens and any(_custom(item).get("onderwerp") == "mens" for item in items):
            berichten += [zin(teksten.MENS_LEEST), GEEF_DOOR]
        gewist = any(_custom(item).get("opdracht") == "wis_gesprek" for item in items)
        if gewist:
            for ander in await asyncio.to_thread(self._inbox.gesprekken_van, persoon.merk):
                await self._partner.wis(ander)
        vlaggen = {"begroet": True, "bij_mens": False, "hier": over.hier, "weg": gewist}
        await self._af(persoon, wat, berichten, genummerd=gegoten.genummerd, start=start, **vlaggen)

    async def _link(self, persoon: Persoon, gesprek: str, bericht_id: str, lus: str) -> list[Uitgaand]:
        naar, adres = await asyncio.to_thread(self._overdracht.geef_door, gesprek, bericht_id, lus)
        await asyncio.to_thread(self._inbox.geef_door, persoon.merk, naar)
        tekst = teksten.LINK.format(minuten=self._keuzes.link_minuten)
        uitleg = f" {teksten.TOCH_HIER_UITLEG}" if self._keuzes.ook_hier else ""
        return [link(tekst, teksten.LINK_KNOP, adres), zin(f"{teksten.LINK_DAARNA}{uitleg}")]

    async def _af(
        self,
        persoon: Persoon,
        wat: Ontvangen,
        berichten: Sequence[Uitgaand],
        *,
        genummerd: Genummerd | None = None,
        start: str = "",
        **vlaggen: bool,
    ) -> None:
        def _klaar() -> None:
            self._inbox.klaar(
                persoon.merk, wat.nr, berichten, self._klok(), genummerd=genummerd, start=start, **vlaggen
            )

        await asyncio.to_thread(_klaar)


@dataclass(frozen=True, slots=True)
class _Antwoord:
    groet: list[Item]
    antwoord: list[Item]
    begroet: bool
    hier: bool


def elders(items: Sequence[Item]) -> str | None:
    """The form (as Rasa names it) that asks something here and goes on elsewhere, None when none does."""
    for item in items:
        formulier = _custom(item).get("formulier")
        if formulier in KANAAL.elders and _custom(item).get("soort") in _VRAGEND:
            return f"{formulier}_form"
    return None


def _van_formulier(item: Item) -> bool:
    return _custom(item).get("formulier") in KANAAL.elders


def _zonder_knoppen(item: Item) -> Item:
    return {naam: waarde for naam, waarde in item.items() if naam != "buttons"}


def _custom(item: Item) -> dict[str, Any]:
    return item.get("custom") or {}

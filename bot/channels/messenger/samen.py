"""The channel, wired from the settings."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.channels.chat import Gesprekspartner, Lijnen
from bot.channels.messenger.graph import Graph
from bot.channels.messenger.inbox import Inbox
from bot.channels.messenger.kanaal import MessengerKanaal
from bot.channels.messenger.werker import Keuzes, Werker
from bot.channels.messenger.wissen import Wisser
from bot.gezondheid import Onderdeel
from bot.opslag import open_messenger
from bot.overdracht import Overdracht
from bot.rasa_client import RasaClient
from bot.rust import rust
from loket.domain.gevaar import lijnen_voor, vind_gevaar
from loket.kantoor import Kantoor
from loket.settings import Instellingen, InstellingenFout

_OPRUIMEN = 3600.0  # seconds between two rounds of forgetting
_TE_LANG = 600.0  # seconds that something may wait before a person is told


def open_graph(instellingen: Instellingen) -> Graph:
    """The client of the page in the settings. Raises InstellingenFout when they name none."""
    pagina, token, geheim = (
        instellingen.messenger_pagina,
        instellingen.messenger_token,
        instellingen.messenger_app_geheim,
    )
    if not (pagina and token and geheim):
        raise InstellingenFout(
            "Vul LOKET_MESSENGER_PAGINA, LOKET_MESSENGER_TOKEN en LOKET_MESSENGER_APP_GEHEIM in."
        )
    return Graph(
        instellingen.messenger_graph,
        pagina,
        token.get_secret_value(),
        geheim.get_secret_value(),
        app=instellingen.messenger_app,
    )


@dataclass(frozen=True)
class Messenger:
    """The parts that the service runs."""

    inbox: Inbox
    graph: Graph
    kanaal: MessengerKanaal
    werker: Werker
    wisser: Wisser
    dagen: int
    """How long someone who writes nothing is known."""

    @classmethod
    def open(
        cls,
        kantoor: Kantoor,
        partner: Gesprekspartner,
        overdracht: Overdracht,
        lijnen: Lijnen,
        rasa: RasaClient,
    ) -> Messenger | None:
        """The channel as the settings want it, None when it is off. Raises RegisterFout."""
        instellingen = kantoor.instellingen
        if instellingen.messenger == "uit":
            return None
        geheim, woord = instellingen.messenger_app_geheim, instellingen.messenger_controlewoord
        graph = open_graph(instellingen)
        if geheim is None or woord is None or instellingen.messenger_pagina is None:
            raise InstellingenFout("LOKET_MESSENGER_CONTROLEWOORD: is nodig als LOKET_MESSENGER aan staat.")
        inbox = open_messenger(instellingen)
        wisser = Wisser(inbox, partner, graph)

        def alarm(code: str) -> None:
            kantoor.postbus.alarm(code, datetime.now(UTC))

        werker = Werker(
            inbox,
            partner,
            graph,
            overdracht,
            lijnen,
            gevaar=lambda tekst: lijnen_voor(vind_gevaar(tekst)),
            alarm=alarm,
            rasa_klaar=rasa.is_klaar,
            keuzes=Keuzes(
                ook_hier=instellingen.messenger_aanvraag == "kiezen",
                mens=instellingen.messenger_mens == "postvak",
                link_minuten=instellingen.messenger_link_minuten,
            ),
        )
        kanaal = MessengerKanaal(
            inbox,
            werker,
            wisser,
            pagina=instellingen.messenger_pagina,
            app=instellingen.messenger_app,
            geheim=geheim.get_secret_value(),
            controlewoord=woord.get_secret_value(),
            adres=instellingen.adres,
        )
        return cls(inbox, graph, kanaal, werker, wisser, instellingen.bewaartermijn_gesprek_dagen)

    async def stand(self) -> Onderdeel:
        """For health: whether messages can be kept, and whether any waits too long."""
        goed = await asyncio.to_thread(self.inbox.is_schrijfbaar)
        oudste = await asyncio.to_thread(self.inbox.oudste, time.time()) if goed else 0.0
        alarm = "In Messenger wachten berichten al lang op een antwoord." if oudste > _TE_LANG else None
        return Onderdeel(goed, alarm)

    async def draai(self, stop: asyncio.Event) -> None:
        """Answer people, and forget them in time, until `stop`."""
        async with asyncio.TaskGroup() as samen:
            samen.create_task(self.werker.draai(stop))
            samen.create_task(self._ruim_op(stop))

    async def _ruim_op(self, stop: asyncio.Event) -> None:
        while not stop.is_set():
            await self.wisser.ruim_op(self.dagen)
            await rust(stop, _OPRUIMEN)

    async def sluit(self) -> None:
        """Close the connections."""
        await self.graph.sluit()
        self.inbox.sluit()

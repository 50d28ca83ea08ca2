"""Actions of a bot that is small enough to train in seconds: it repeats, is slow, breaks, is silent, or
says what cannot be shown."""

from __future__ import annotations

import asyncio
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from loket.kantoor import Kantoor


class Begin(Action):
    def name(self) -> str:
        return "action_begin"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[Any]:
        dispatcher.utter_message(
            text="Dag!\n\nIk ben klein.",
            buttons=[{"title": "Ja", "payload": "Ja"}],
            json_message={"soort": "vraag"},
        )
        return []


class ZegNa(Action):
    def name(self) -> str:
        return "action_zeg_na"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[Any]:
        aantal = tracker.get_slot("aantal") + 1
        dispatcher.utter_message(text=f"Bericht {aantal:.0f}: {tracker.latest_message['text']}")
        tekst = tracker.latest_message["text"]
        onderwerp = "mens" if tekst == "mens" else "klein" if "uitleg" in tekst else None
        uitleg = {"onderwerp": onderwerp} if onderwerp else {}
        dispatcher.utter_message(json_message={"soort": "antwoord", "bron": "klein"} | uitleg)
        if "krom" in tekst:  # an answer that no channel can show
            dispatcher.utter_message(text="krom", json_message={"onderdelen": [{"titel": "zonder regels"}]})
        return [SlotSet("aantal", aantal)]


class Traag(ZegNa):
    def name(self) -> str:
        return "action_traag"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[Any]:
        await asyncio.sleep(1.5)
        return await super().run(dispatcher, tracker, domain)


class Wis(Action):
    def name(self) -> str:
        return "action_wis"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[Any]:
        dispatcher.utter_message(text="Alles is weg.", json_message={"opdracht": "wis_gesprek"})
        return []


class Stuk(Action):
    def name(self) -> str:
        return "action_stuk"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[Any]:
        raise RuntimeError(f"kapot op: {tracker.latest_message['text']}")


class Stil(Action):
    def name(self) -> str:
        return "action_stil"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[Any]:
        return []


def maak_acties(kantoor: Kantoor) -> list[Action]:
    return [Begin(), ZegNa(), Traag(), Wis(), Stuk(), Stil()]

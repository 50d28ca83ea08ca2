"""The action endpoint: rasa-sdk's executor, served to Rasa on the loopback."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable

from aiohttp import web
from rasa_sdk import Action
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection, ActionNotFoundException

from bot.logboek import beschrijf_fout

logger = logging.getLogger(__name__)

_GROOTSTE = 64 * 2**20  # Rasa sends the whole tracker and the whole domain


def maak_acties_app(acties: Iterable[Action]) -> web.Application:
    """The aiohttp app that runs `acties`: POST /webhook as rasa-sdk's own server, GET /health.

    Failures tell Rasa the action's name and nothing of what was said.
    """
    uitvoerder = ActionExecutor()
    for actie in acties:
        uitvoerder.register_action(actie)

    async def webhook(request: web.Request) -> web.Response:
        oproep = json.loads(await request.read())
        naam = str(oproep.get("next_action"))
        try:
            return web.json_response(await uitvoerder.run(oproep))
        except ActionExecutionRejection:
            return web.json_response({"error": "afgewezen", "action_name": naam}, status=400)
        except ActionNotFoundException:
            logger.error("Rasa vroeg een actie die er niet is: %s", naam)
            return web.json_response({"error": "onbekend", "action_name": naam}, status=404)
        except Exception as fout:
            logger.error("De actie %s ging fout: %s", naam, beschrijf_fout(fout))
            return web.json_response({"error": "fout", "action_name": naam}, status=500)

    async def gezond(_: web.Request) -> web.Response:
        return web.json_response({"status": "ok"})

    app = web.Application(client_max_size=_GROOTSTE)
    app.router.add_post("/webhook", webhook)
    app.router.add_get("/health", gezond)
    return app

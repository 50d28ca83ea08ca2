"""`python -m bot.acties`: our actions over HTTP, for who develops with `rasa shell` and the like.

The service does without: there Rasa runs them in its own process (`bot.rasa_acties`). Rasa's own action
server cannot serve them, for they need the record and the texts.
"""

from __future__ import annotations

import argparse
import json
import logging
from collections.abc import Iterable

from aiohttp import web
from rasa_sdk import Action
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection, ActionNotFoundException

from actions import maak_acties
from bot.logboek import Logboek, beschrijf_fout
from loket.kantoor import Kantoor
from loket.settings import lees_instellingen

logger = logging.getLogger(__name__)

POORT = 5055  # as in endpoints.yml
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


def main() -> None:
    """Serve on the loopback until Ctrl-C."""
    vlaggen = argparse.ArgumentParser()
    vlaggen.add_argument("--poort", type=int, default=POORT)
    poort = vlaggen.parse_args().poort
    instellingen = lees_instellingen()
    Logboek("acties", instellingen.logvorm).begin()
    kantoor = Kantoor.open(instellingen)
    try:
        app = maak_acties_app(maak_acties(kantoor))
        web.run_app(app, host="127.0.0.1", port=poort, access_log=None)
    finally:
        kantoor.sluit()


if __name__ == "__main__":
    main()

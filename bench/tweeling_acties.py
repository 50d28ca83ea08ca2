"""`python -m bench.tweeling_acties PORT`: our actions in rasa-sdk's own server, for the twin."""

from __future__ import annotations

import sys
from typing import Any

from rasa_sdk import endpoint
from rasa_sdk.executor import ActionExecutor

from actions import maak_acties
from bench.tweeling import gekozen
from loket.kantoor import Kantoor
from loket.settings import lees_instellingen


class _Uitvoerder(ActionExecutor):
    def register_package(self, package: Any) -> None:  # noqa: ARG002 - ours need the office
        for actie in maak_acties(Kantoor.open(lees_instellingen())):
            self.register_action(actie)

    async def run(self, action_call: Any) -> Any:
        gekozen(action_call["tracker"]["latest_message"])
        return await super().run(action_call)


if __name__ == "__main__":
    endpoint.ActionExecutor = _Uitvoerder
    endpoint.run("actions", int(sys.argv[1]))

"""Rasa's server in a process of ours: `rasa run`, with the secrets out of the process list and quiet logs.

Started by the supervisor. An ordinary `rasa run` on the same project works too.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import re
import sys
import warnings
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

from bot.logboek import Logboek, beschrijf_fout
from bot.ouder import sterf_met_ouder
from loket.geheimen import rasa_token
from loket.settings import Instellingen, lees_instellingen

logger = logging.getLogger("bot.rasa_server")  # not __name__: this module runs as __main__

_BEKENDE_WAARSCHUWINGEN = ("pkg_resources is deprecated", "Slot auto-fill has been removed")
_GEBEURTENIS_NAAM = re.compile(r"[a-z][a-z0-9_.]*")


def _alleen_de_naam(_logger: Any, _methode: str, regel: MutableMapping[str, Any]) -> str:
    """The last structlog processor. Rasa puts the person's text beside the event's name; we keep the name."""
    naam = str(regel.get("event"))
    return naam if _GEBEURTENIS_NAAM.fullmatch(naam) else "gebeurtenis in Rasa"


def _stil_structlog() -> None:
    import structlog  # noqa: PLC0415

    structlog.configure(
        processors=[_alleen_de_naam],
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
        logger_factory=lambda *_: logging.getLogger("bot.rasa"),
        cache_logger_on_first_use=False,
    )


def _zonder_terugval() -> None:
    """A turn that the tracker store cannot read or record has to fail.

    Rasa's own wrapper would go on with an empty conversation in memory: the person starts from nothing,
    and what he said is lost at the next restart.
    """
    from rasa.core import agent  # noqa: PLC0415

    agent.FailSafeTrackerStore = lambda store: store


class BeurtMislukt(asyncio.CancelledError):
    """Ends a turn without recording it: the one kind of exception that Rasa lets through to its channel."""


def _heel_of_niet() -> None:
    """A turn in which an action failed has to fail as a whole.

    Rasa's own way is to lose what the action did and to go on: the message then counts as answered, with
    silence. Now nothing is recorded, so asking again takes the turn again.
    """
    from rasa.core.actions.action import ActionExecutionRejection, RemoteAction  # noqa: PLC0415

    gewoon = RemoteAction.run

    async def run(actie: Any, *gegevens: Any) -> Any:
        try:
            return await gewoon(actie, *gegevens)
        except ActionExecutionRejection:
            raise
        except Exception as fout:
            logger.error("De actie %s mislukte: %s", actie.name(), beschrijf_fout(fout))
            raise BeurtMislukt from fout

    RemoteAction.run = run


def draai(instellingen: Instellingen, model: Path, logboek: Logboek) -> None:
    """Load the newest model in (or at) `model` and serve until a signal comes."""
    _stil_structlog()
    from rasa.core.run import serve_application  # noqa: PLC0415
    from rasa.core.utils import AvailableEndpoints  # noqa: PLC0415
    from rasa.utils.endpoints import EndpointConfig  # noqa: PLC0415

    _zonder_terugval()
    _heel_of_niet()
    endpoints = AvailableEndpoints.read_endpoints("endpoints.yml")
    endpoints.action = EndpointConfig(f"http://127.0.0.1:{instellingen.acties_poort}/webhook")

    async def _klaar(_app: Any, _lus: Any) -> None:
        logboek.mensen_praten()

    serve_application(
        model_path=str(model),
        interface="127.0.0.1",
        port=instellingen.rasa_poort,
        credentials="credentials.yml",
        auth_token=rasa_token(instellingen),
        enable_api=True,
        endpoints=endpoints,
        server_listeners=[(_klaar, "after_server_start")],
    )


def main() -> None:
    """Run as a child of the supervisor."""
    vlaggen = argparse.ArgumentParser()
    vlaggen.add_argument("--ouder", type=int, required=True)
    vlaggen.add_argument("--model", type=Path, required=True)
    opties = vlaggen.parse_args()
    sterf_met_ouder(opties.ouder)
    instellingen = lees_instellingen()
    logboek = Logboek("rasa", instellingen.logvorm)
    logboek.begin(andere=logging.ERROR)
    for bekend in _BEKENDE_WAARSCHUWINGEN:
        warnings.filterwarnings("ignore", message=bekend)
    sys.path.insert(0, str(Path.cwd()))
    draai(instellingen, opties.model, logboek)


if __name__ == "__main__":
    main()

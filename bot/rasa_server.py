"""Rasa's server in a process of ours: `rasa run`, with the secrets out of the process list and quiet logs.

Started by the supervisor. An ordinary `rasa run` on the same project works too.
"""

from __future__ import annotations

import argparse
import functools
import importlib
import logging
import os
import re
import sys
import warnings
from collections.abc import Iterable, MutableMapping
from pathlib import Path
from typing import Any

from rasa_sdk import Action

from bot.ballast import laat_weg
from bot.leren import lees_eenmaal
from bot.logboek import Logboek
from bot.ouder import meld_klaar, sterf_met_ouder
from loket.contacten import ContactenFout
from loket.geheimen import rasa_token
from loket.kantoor import Kantoor
from loket.kennis import KennisFout
from loket.settings import InstellingenFout, lees_instellingen
from loket.store.versleuteling import VerkeerdeSleutel

_BEKENDE_WAARSCHUWINGEN = ("pkg_resources is deprecated", "Slot auto-fill has been removed")
OPWARMERS = (
    "Ons kind zit al lang ergens anders, en wij willen weten wie er nu eigenlijk beslist. Hoe zit da just?",
    "Bonjour, ma fille pleure chaque soir, pouvez-vous nous aider ?",
)
"""Sentence vectors and what knows other languages load at the first message that is no example: not while a
person waits. So these may be no examples."""
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


def _gebeurtenissen_op_naam() -> None:
    """Rasa looks through all its classes for every event that it reads; the answer is always the same."""
    from rasa.shared.core.events import Event  # noqa: PLC0415

    Event.resolve_by_type = functools.cache(Event.resolve_by_type)


def _domein_eenmaal() -> None:
    """Rasa reads the domain in a model three times and checks it; it was checked when it was trained. That
    takes longer than all the rest of the load."""
    from rasa.shared.utils import validation  # noqa: PLC0415

    lees_eenmaal()
    validation.validate_yaml_schema = lambda *_argumenten, **_namen: None


def _graaf_in_vaste_volgorde() -> None:
    from rasa.core import processor  # noqa: PLC0415

    from bot.graaf import Loper  # noqa: PLC0415

    processor.DaskGraphRunner = Loper


def maak_eigen(acties: Iterable[Action]) -> None:
    """Make Rasa in this process ours: before it is imported, and with `acties` run here."""
    laat_weg()
    _stil_structlog()
    from bot.rasa_acties import voer_zelf_uit  # noqa: PLC0415

    _zonder_terugval()
    _gebeurtenissen_op_naam()
    _domein_eenmaal()
    _graaf_in_vaste_volgorde()
    voer_zelf_uit(acties)


def draai(kantoor: Kantoor, model: Path, acties: str, logboek: Logboek, klaar: int | None) -> None:
    """Load the newest model in (or at) `model` and serve until a signal comes, with `acties`' actions.

    `klaar` is the pipe to tell the supervisor by.
    """
    instellingen = kantoor.instellingen
    maak_eigen(importlib.import_module(acties).maak_acties(kantoor))
    from rasa.core.run import serve_application  # noqa: PLC0415
    from rasa.core.utils import AvailableEndpoints  # noqa: PLC0415

    async def _klaar(app: Any, _lus: Any) -> None:
        for tekst in OPWARMERS:
            await app.ctx.agent.parse_message(tekst)
        logboek.mensen_praten()
        meld_klaar(klaar)

    serve_application(
        model_path=str(model),
        interface="127.0.0.1",
        port=instellingen.rasa_poort,
        credentials="credentials.yml",
        auth_token=rasa_token(instellingen),
        enable_api=True,
        endpoints=AvailableEndpoints.read_endpoints("endpoints.yml"),
        server_listeners=[(_klaar, "after_server_start")],
    )


def main() -> int:
    """Run as a child of the supervisor; returns the exit code."""
    vlaggen = argparse.ArgumentParser()
    vlaggen.add_argument("--ouder", type=int, required=True)
    vlaggen.add_argument("--model", type=Path, required=True)
    vlaggen.add_argument("--acties", default="actions")
    vlaggen.add_argument("--klaar", type=int)
    opties = vlaggen.parse_args()
    sterf_met_ouder(opties.ouder)
    instellingen = lees_instellingen()
    logboek = Logboek("rasa", instellingen.logvorm)
    logboek.begin(andere=logging.ERROR)
    for bekend in _BEKENDE_WAARSCHUWINGEN:
        warnings.filterwarnings("ignore", message=bekend)
    sys.path.insert(0, str(Path.cwd()))
    try:
        kantoor = Kantoor.open(instellingen)
        try:
            draai(kantoor, opties.model, opties.acties, logboek, opties.klaar)
        finally:
            kantoor.sluit()
    except (InstellingenFout, ContactenFout, KennisFout, VerkeerdeSleutel) as fout:
        print(fout, file=sys.stderr)
        return os.EX_CONFIG
    return 0


if __name__ == "__main__":
    sys.exit(main())

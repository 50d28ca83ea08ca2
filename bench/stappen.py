"""`make bench-stappen`: where the time of a turn goes, step by step.

Inside Rasa, in this process, with every step timed without the steps within it; and over the public endpoint,
from what the running service counts of itself. Prints Markdown; docs/performance.md says what it means.
"""

from __future__ import annotations

import asyncio
import functools
import itertools
import os
import statistics
import tempfile
import time
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench.beurt import UITLEG
from bot.model import actueel
from tests.stapel import Stapel

BEURTEN = 150
WARM = 15


class Stappen:
    """Seconds by step, each without the steps inside it."""

    def __init__(self) -> None:
        self.samen: defaultdict[str, float] = defaultdict(float)
        self._binnen: list[float] = []

    @contextmanager
    def meet(self, naam: str) -> Iterator[None]:
        """Count the time of this block under `naam`."""
        begin = time.perf_counter()
        self._binnen.append(0.0)
        try:
            yield
        finally:
            duur = time.perf_counter() - begin
            self.samen[naam] += duur - self._binnen.pop()
            if self._binnen:
                self._binnen[-1] += duur

    def volg(self, soort: type, methode: str, naam: str) -> None:
        """From now on, count what this method takes."""
        oud: Callable[..., Any] = getattr(soort, methode)

        async def later(uit: Any) -> Any:
            with self.meet(naam):
                return await uit

        @functools.wraps(oud)
        def nieuw(*argumenten: Any, **namen: Any) -> Any:
            if asyncio.iscoroutinefunction(oud):
                return later(oud(*argumenten, **namen))
            with self.meet(naam):
                return oud(*argumenten, **namen)

        setattr(soort, methode, nieuw)


def in_rasa(map: Path) -> tuple[dict[str, float], float]:
    """Milliseconds a turn by step, and all of them, for a conversation inside Rasa's process."""
    os.environ["LOKET_DATAMAP"] = str(map)
    from actions import maak_acties  # noqa: PLC0415
    from bot.rasa_server import maak_eigen  # noqa: PLC0415
    from loket.kantoor import Kantoor  # noqa: PLC0415
    from loket.settings import lees_instellingen  # noqa: PLC0415

    maak_eigen(maak_acties(Kantoor.open(lees_instellingen())))
    from rasa.core.actions.action import RemoteAction  # noqa: PLC0415
    from rasa.core.agent import load_agent  # noqa: PLC0415
    from rasa.core.channels.channel import CollectingOutputChannel, UserMessage  # noqa: PLC0415
    from rasa.core.policies.rule_policy import RulePolicy  # noqa: PLC0415
    from rasa.core.processor import MessageProcessor  # noqa: PLC0415
    from rasa.core.utils import AvailableEndpoints  # noqa: PLC0415

    from bot.nlu.gevaar import Gevaarherkenner  # noqa: PLC0415
    from bot.nlu.herkenner import Herkenner  # noqa: PLC0415
    from bot.nlu.spacy_nl import SpacyNl  # noqa: PLC0415
    from bot.nlu.taalherkenning import Taalherkenner  # noqa: PLC0415
    from bot.trackers import VersleuteldeTrackerStore  # noqa: PLC0415

    stappen = Stappen()
    for soort, methode, naam in (
        (Gevaarherkenner, "process", "understanding: danger"),
        (Taalherkenner, "process", "understanding: language"),
        (SpacyNl, "process", "understanding: names"),
        (Herkenner, "process", "understanding: topic"),
        (RulePolicy, "predict_action_probabilities", "rules"),
        (RemoteAction, "run", "actions"),
        (VersleuteldeTrackerStore, "retrieve", "conversation: read"),
        (VersleuteldeTrackerStore, "save", "conversation: save"),
        (MessageProcessor, "parse_message", "Rasa: graph around understanding"),
        (MessageProcessor, "_predict_next_with_tracker", "Rasa: graph around the rules"),
        (MessageProcessor, "run_action_extract_slots", "Rasa: slots"),
        (MessageProcessor, "handle_message", "Rasa: the rest"),
    ):
        stappen.volg(soort, methode, naam)
    loop = asyncio.new_event_loop()
    agent = loop.run_until_complete(
        load_agent(str(actueel()), endpoints=AvailableEndpoints.read_endpoints("endpoints.yml"))
    )

    def zeg(tekst: str) -> float:
        begin = time.perf_counter()
        bericht = UserMessage(
            tekst, CollectingOutputChannel(), "bench", metadata={"bericht_id": uuid.uuid4().hex}
        )
        loop.run_until_complete(agent.handle_message(bericht))
        return (time.perf_counter() - begin) * 1000

    teksten = itertools.cycle(UITLEG)
    for tekst in ("/begin", *itertools.islice(teksten, WARM)):
        zeg(tekst)
    stappen.samen.clear()
    tijden = [zeg(tekst) for tekst in itertools.islice(teksten, BEURTEN)]
    return {naam: s * 1000 / BEURTEN for naam, s in stappen.samen.items()}, statistics.mean(tijden)


def over_het_eindpunt(map: Path) -> dict[str, float]:
    """Milliseconds a turn over the public endpoint, and the part of it that Rasa and the databases took."""
    stapel = Stapel(map, actueel())
    map.mkdir(mode=0o700)
    stapel.start()
    try:
        stapel.wacht_klaar()
        gesprek, teksten = stapel.begin(), itertools.cycle(UITLEG)
        for tekst in itertools.islice(teksten, WARM):
            gesprek.zeg(tekst)
        voor, begin = stapel.metingen(), time.perf_counter()
        for tekst in itertools.islice(teksten, BEURTEN // 2):
            gesprek.zeg(tekst)
        duur = time.perf_counter() - begin
        na = stapel.metingen()
        deel = {
            naam: (na[sleutel] - voor[sleutel]) * 1000 / (BEURTEN // 2)
            for naam, sleutel in {
                "from the arrival of a message to its answer": ("assistent_beurt_seconds_sum", ""),
                "of which Rasa": ("assistent_rasa_seconds_sum", ""),
                "of which reading the service's database": ("assistent_database_seconds_sum", "lezen"),
                "of which writing it": ("assistent_database_seconds_sum", "schrijven"),
            }.items()
        }
        return {"as the person's own machine sees it": duur * 1000 / (BEURTEN // 2), **deel}
    finally:
        stapel.ruim_op()


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as naam:
        buiten = over_het_eindpunt(Path(naam) / "dienst")
        (Path(naam) / "rasa").mkdir(mode=0o700)
        binnen, samen = in_rasa(Path(naam) / "rasa")
    print("| over the public endpoint | ms a turn |\n|---|---|")
    for stap, ms in buiten.items():
        print(f"| {stap} | {ms:.1f} |")
    print("\n| inside Rasa | ms a turn | share |\n|---|---|---|")
    for stap, ms in sorted(binnen.items(), key=lambda paar: -paar[1]):
        print(f"| {stap} | {ms:.1f} | {ms / samen:.0%} |")
    print(f"| together | {samen:.1f} | |")


if __name__ == "__main__":
    main()

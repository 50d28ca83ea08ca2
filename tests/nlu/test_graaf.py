"""Our order of Rasa's graph gives what Rasa's own does."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from pathlib import Path

import pytest

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from rasa.core.channels.channel import UserMessage
    from rasa.engine.constants import PLACEHOLDER_MESSAGE, PLACEHOLDER_TRACKER
    from rasa.engine.exceptions import GraphComponentException
    from rasa.engine.loader import load_predict_graph_runner
    from rasa.engine.runner.dask import DaskGraphRunner
    from rasa.engine.storage.local_model_storage import LocalModelStorage
    from rasa.shared.core.events import ActionExecuted, UserUttered
    from rasa.shared.core.trackers import DialogueStateTracker

    from bot.graaf import Loper

Laad = Callable[[type[DaskGraphRunner]], tuple[DaskGraphRunner, DialogueStateTracker, str, str]]


@pytest.fixture
def laad(model: Path, tmp_path: Path) -> Laad:
    def doe(soort: type[DaskGraphRunner]) -> tuple[DaskGraphRunner, DialogueStateTracker, str, str]:
        map = tmp_path / soort.__name__
        map.mkdir()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Rasa's own, about slots
            gegevens, loper = load_predict_graph_runner(map, model, LocalModelStorage, soort)
        tracker = DialogueStateTracker("iemand", gegevens.domain.slots)
        return loper, tracker, gegevens.nlu_target, gegevens.core_target

    return doe


def test_a_message_and_the_next_action_are_the_same(laad: Laad) -> None:
    uit = []
    for soort in (DaskGraphRunner, Loper):
        loper, tracker, taal, kern = laad(soort)
        for tekst in ("Wat kost het?", "ik wil nie meer leven", "kan ik iemand meepakken naar da overleg"):
            bericht = {PLACEHOLDER_MESSAGE: [UserMessage(tekst)], PLACEHOLDER_TRACKER: tracker}
            (gelezen,) = loper.run(bericht, [taal])[taal]
            deel = gelezen.as_dict(only_output_properties=True)
            tracker.update(ActionExecuted("action_listen"))
            tracker.update(UserUttered(tekst, deel["intent"]))
            besluit = loper.run({PLACEHOLDER_TRACKER: tracker}, [kern])[kern]
            uit.append((deel, besluit.probabilities, besluit.policy_name))

    assert uit[:3] == uit[3:]
    assert {deel["intent"]["name"] for deel, *_ in uit} >= {"gevaar"}


def test_what_a_component_cannot_do_is_said(laad: Laad) -> None:
    loper, tracker, taal, _ = laad(Loper)

    with pytest.raises(GraphComponentException):
        loper.run({PLACEHOLDER_MESSAGE: ["geen bericht"], PLACEHOLDER_TRACKER: tracker}, [taal])

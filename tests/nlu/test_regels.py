"""What follows in a conversation is what Rasa's own RulePolicy decides, whatever was said before."""

from __future__ import annotations

import json
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from rasa.core.policies.rule_policy import RULES, RULES_FOR_LOOP_UNHAPPY_PATH, RulePolicy
    from rasa.engine.graph import ExecutionContext, GraphSchema
    from rasa.engine.storage.local_model_storage import LocalModelStorage
    from rasa.engine.storage.resource import Resource
    from rasa.shared.core.domain import Domain
    from rasa.shared.core.events import (
        ActionExecuted,
        ActionExecutionRejected,
        ActiveLoop,
        BotUttered,
        Event,
        SessionStarted,
        SlotSet,
        UserUttered,
    )
    from rasa.shared.core.generator import TrainingDataGenerator
    from rasa.shared.core.trackers import DialogueStateTracker
    from rasa.shared.core.training_data.story_reader.yaml_story_reader import YAMLStoryReader
    from rasa.shared.core.training_data.structures import StoryGraph

    from bot.regels import BERICHTEN, Regels
    from bot.snoei import snoei

INTENTS = (
    "begin",
    "aanvraag_doen",
    "advies_vragen",
    "lidmaatschap_aanvragen",
    "vraag",
    "menu",
    "nlu_fallback",
    "gevaar",
    "restart",
)
MEESTE_ACTIES = 10
"""After so many actions on one message Rasa stops asking."""


class Stap(NamedTuple):
    """A message, and what the actions make of it: the form that is active goes on, ends, or will not have it;
    another action gives way to a form, or does not."""

    intent: str
    formulier: str
    naar_formulier: bool


class Paar(NamedTuple):
    """Both policies, with the same rules."""

    onze: RulePolicy
    rasa: RulePolicy
    domein: Domain

    def besluit(self, tracker: DialogueStateTracker) -> str:
        """The next action, that both want, in the same way."""
        hier, daar = (policy.predict_action_probabilities(tracker, self.domein) for policy in self[:2])
        for deel in ("probabilities", "events", "is_no_user_prediction", "hide_rule_turn"):
            assert getattr(hier, deel) == getattr(daar, deel), deel
        naam: str = self.domein.action_names_or_texts[hier.max_confidence_index]
        return naam


ANDERE = """
version: "3.1"
intents: [aanvraag_doen, vraag, menu, gevaar, restart]
forms:
  aanvraag_form: {required_slots: []}
actions: [action_antwoord, action_uitleg, action_slot, action_na_aanvraag]
rules:
- {rule: begin, steps: [{intent: aanvraag_doen}, {action: aanvraag_form}, {active_loop: aanvraag_form}]}
- rule: na
  condition: [{active_loop: aanvraag_form}]
  steps: [{action: aanvraag_form}, {active_loop: null}, {action: action_na_aanvraag}]
- rule: in het formulier
  condition: [{active_loop: aanvraag_form}]
  steps: [{intent: vraag}, {action: action_uitleg}, {action: aanvraag_form}, {active_loop: aanvraag_form}]
- rule: erbuiten
  condition: [{active_loop: null}]
  steps: [{intent: vraag}, {action: action_antwoord}]
- rule: in het formulier, zonder verder te gaan
  condition: [{active_loop: aanvraag_form}]
  steps: [{intent: gevaar}, {action: action_antwoord}, {action: action_slot}, {action: action_listen}]
- {rule: menu, steps: [{intent: menu}, {action: action_uitleg}, {action: action_slot}]}
"""
"""Rules of more steps, and that go by the form: ours do not."""


@pytest.fixture(scope="module")
def ander(tmp_path_factory: pytest.TempPathFactory) -> Paar:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        domein = Domain.from_yaml(ANDERE.partition("rules:")[0])
        regels = StoryGraph(YAMLStoryReader().read_from_string(ANDERE))
        trackers = TrainingDataGenerator(regels, domein).generate()

    def leer(soort: type[RulePolicy]) -> RulePolicy:
        opslag = LocalModelStorage(tmp_path_factory.mktemp("regels"))
        policy = soort(
            soort.get_default_config() | {"check_for_contradictions": False},
            opslag,
            Resource("regels"),
            ExecutionContext(GraphSchema({})),
        )
        policy.train(trackers, domein)
        return policy

    return Paar(leer(Regels), leer(RulePolicy), domein)


@pytest.fixture(scope="module")
def paar(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Paar:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Rasa's own, about slots
        opslag, gegevens = LocalModelStorage.from_model_archive(tmp_path_factory.mktemp("model"), model)
    (naam,) = (naam for naam in gegevens.predict_schema.nodes if "Regels" in naam and "run" in naam)
    knoop = gegevens.predict_schema.nodes[naam]
    assert knoop.resource is not None

    def laad(soort: type[RulePolicy]) -> RulePolicy:
        config = soort.get_default_config() | knoop.config
        return soort.load(config, opslag, Resource(knoop.resource.name), ExecutionContext(GraphSchema({})))

    return Paar(laad(Regels), laad(RulePolicy), gegevens.domain)


stappen = st.lists(
    st.builds(
        Stap,
        st.sampled_from(INTENTS),
        st.sampled_from(("vraagt", "vraagt", "klaar", "weigert")),
        st.sampled_from((False, False, False, True)),
    ),
    min_size=1,
    max_size=14,
)


@settings(max_examples=150)
@given(gesprek=stappen, kort=st.booleans())
@example(gesprek=[Stap("aanvraag_doen", "vraagt", False), *[Stap("vraag", "weigert", False)] * 6], kort=False)
@example(
    gesprek=[Stap("advies_vragen", "vraagt", False), *[Stap("advies_vragen", "weigert", False)] * 5],
    kort=True,
)
def test_every_next_action_is_that_of_rasa(paar: Paar, gesprek: list[Stap], kort: bool) -> None:
    _voer(paar, gesprek, kort=kort)


@settings(max_examples=150)
@given(gesprek=stappen, kort=st.booleans())
def test_also_by_rules_that_are_longer_and_go_by_the_form(
    ander: Paar, gesprek: list[Stap], kort: bool
) -> None:
    _voer(ander, gesprek, kort=kort)


def _voer(paar: Paar, gesprek: list[Stap], *, kort: bool) -> None:
    """Have a conversation, and let both decide at each step."""
    tracker = DialogueStateTracker("iemand", paar.domein.slots)

    def gebeurt(*gebeurtenissen: Event) -> None:
        for gebeurtenis in gebeurtenissen:
            tracker.update(gebeurtenis)

    gebeurt(ActionExecuted("action_session_start"), SessionStarted(), ActionExecuted("action_listen"))
    for stap in gesprek:
        gebeurt(UserUttered("iets", {"name": stap.intent, "confidence": 1.0}), SlotSet("antwoord", "iets"))
        vervolg = ""
        for _ in range(MEESTE_ACTIES):
            actie = vervolg or paar.besluit(tracker)
            vervolg = ""
            if actie == "action_listen":
                break
            vervolg = _doe(actie, stap, tracker, gebeurt)
        gebeurt(ActionExecuted("action_listen"))
        if kort:
            tracker = snoei(tracker, paar.domein)


def _doe(actie: str, stap: Stap, tracker: DialogueStateTracker, gebeurt: Callable[..., Any]) -> str:
    """What Rasa does with an action; returns the action that must follow it."""
    if not actie.endswith("_form"):
        gebeurt(ActionExecuted(actie), BotUttered("iets"))
        return "aanvraag_form" if stap.naar_formulier and actie != "action_na_aanvraag" else ""
    loopt = tracker.active_loop_name == actie
    if loopt and stap.formulier == "weigert" and not isinstance(tracker.events[-1], ActionExecutionRejected):
        gebeurt(ActionExecutionRejected(actie))
        return ""
    gebeurt(ActionExecuted(actie))
    if not loopt:
        gebeurt(ActiveLoop(actie))
    if loopt and stap.formulier == "klaar":
        gebeurt(ActiveLoop(None), SlotSet("requested_slot", None))
    else:
        gebeurt(BotUttered("iets"), SlotSet("requested_slot", "antwoord"))
    return ""


def test_no_rule_looks_back_further_than_is_looked_at_or_goes_by_a_literal_text(paar: Paar) -> None:
    regels = [
        json.loads(regel) for naam in (RULES, RULES_FOR_LOOP_UNHAPPY_PATH) for regel in paar.onze.lookup[naam]
    ]
    assert regels
    assert max(map(len, regels)) <= BERICHTEN
    assert not any("text" in stand.get("user", {}) for regel in regels for stand in regel)
    assert not any(slot.has_features() for slot in paar.domein.slots), (
        "a slot that counts must be in the tail"
    )

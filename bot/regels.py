"""The rules of `data/rules/`, decided on the last turns only.

For every action Rasa's own RulePolicy works out a state for each turn that there was, twice, and lays rules
beside them that look back two states. This one decides the same for a fraction of the time;
tests/nlu/test_regels.py lays the two side by side.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from rasa.core.policies.rule_policy import RulePolicy
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.core.constants import PREVIOUS_ACTION, USER
from rasa.shared.core.domain import Domain, State
from rasa.shared.core.events import (
    ActionExecuted,
    ActionReverted,
    ActiveLoop,
    Event,
    Restarted,
    SessionStarted,
    UserUtteranceReverted,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import ACTION_NAME, INTENT

BERICHTEN = 3
"""So many messages of the person are looked at; each gives at least a state, and rules look back two."""
Gevonden = tuple[str | None, str | None, bool]
"""An action, the rule that says so, and whether a form goes on after something else."""
_ANDERS = (ActionReverted, Restarted, SessionStarted, UserUtteranceReverted)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True)
class Regels(RulePolicy):
    """RulePolicy for rules that go by intents and look back no further than BERICHTEN messages."""

    def _find_action_from_rules(
        self, tracker: DialogueStateTracker, domain: Domain, use_text_for_last_user_input: bool
    ) -> Gevonden:
        """As Rasa's, but for the search by the literal text of a message: no rule has one."""
        if use_text_for_last_user_input:
            return None, None, False
        gevonden: Gevonden = super()._find_action_from_rules(tracker, domain, use_text_for_last_user_input)
        return gevonden

    def _get_possible_keys(self, lookup: dict[str, str], states: list[State]) -> set[str]:
        """The rules that apply: Rasa looks at those that end with what was done and said last."""
        nu = _wat_laatst(states[-1])
        passend = {regel: actie for regel, actie in lookup.items() if _kan(_einde(regel), nu)}
        sleutels: set[str] = super()._get_possible_keys(passend, states)
        return sleutels

    def _prediction_states(
        self, tracker: DialogueStateTracker, *argumenten: Any, **namen: Any
    ) -> list[State]:
        """The states of the last messages, at least as many as the longest rule has."""
        standen: list[State] = super()._prediction_states(staart(tracker), *argumenten, **namen)
        return standen


def _wat_laatst(stand: State) -> tuple[str | None, str | None]:
    """The action that was last in a state, and the intent of the message."""
    return stand.get(PREVIOUS_ACTION, {}).get(ACTION_NAME), stand.get(USER, {}).get(INTENT)


@cache
def _einde(regel: str) -> tuple[str | None, str | None]:
    """The action and the intent that a rule, as Rasa writes it, ends with; None where it asks for none."""
    return _wat_laatst(json.loads(regel)[-1])


def _kan(regel: tuple[str | None, str | None], nu: tuple[str | None, str | None]) -> bool:
    return regel[0] in (None, nu[0]) and regel[1] in (None, nu[1])


def staart(tracker: DialogueStateTracker) -> DialogueStateTracker:
    """The last BERICHTEN messages and what followed, in the form that they were said in. All of a
    conversation that is shorter, or in which something was undone or begun anew lately.
    """
    reeks: list[Event] = list(tracker.events)
    gezegd = 0
    for begin in range(len(reeks) - 1, -1, -1):
        gebeurtenis = reeks[begin]
        if isinstance(gebeurtenis, _ANDERS):
            return tracker
        gezegd += isinstance(gebeurtenis, UserUttered)
        if gezegd >= BERICHTEN and isinstance(gebeurtenis, ActionExecuted):
            break
    else:
        return tracker
    kort = tracker.init_copy()
    for gebeurtenis in (*_formulier(tracker, reeks, begin), *reeks[begin:]):
        kort.update(gebeurtenis)
    return kort


def _formulier(tracker: DialogueStateTracker, reeks: list[Event], begin: int) -> list[Event]:
    """What began the form that was active before `reeks[begin]`, when one was."""
    if not any(isinstance(gebeurtenis, ActiveLoop) for gebeurtenis in reeks[begin:]):
        return [ActiveLoop(tracker.active_loop_name)] if tracker.active_loop_name else []
    for gebeurtenis in reversed(reeks[:begin]):
        if isinstance(gebeurtenis, (ActiveLoop, Restarted, SessionStarted)):
            return [gebeurtenis] if isinstance(gebeurtenis, ActiveLoop) else []
    return []

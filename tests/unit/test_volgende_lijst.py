"""Whether a form begins because another one ended with the same message."""

from __future__ import annotations

import warnings
from typing import Any

import pytest

with warnings.catch_warnings():  # what Rasa itself imports is old
    warnings.simplefilter("ignore")
    from rasa_sdk import Tracker

    from actions.formulier import volgt_op_lijst

CODE = {"event": "user", "text": "KMSZ-PYNN"}
EINDE = {"event": "action", "name": "action_na_opvolging"}


@pytest.mark.parametrize(
    ("events", "volgt"),
    [
        ([CODE, {"event": "action", "name": "opvolging_form"}, EINDE, {"event": "bot"}], True),
        ([CODE, {"event": "action", "name": "opvolging_form"}], False),
        ([CODE, EINDE, {"event": "user", "text": "ik zie het niet meer zitten"}], False),
        ([], False),
    ],
)
def test_a_list_follows_on_one_that_ended_with_the_same_message(
    events: list[dict[str, Any]], volgt: bool
) -> None:
    assert volgt_op_lijst(Tracker("wie", {}, {}, events, False, None, {}, "action_listen")) is volgt

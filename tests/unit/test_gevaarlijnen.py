from __future__ import annotations

import pytest

from bot.channels.chat import Lijnen
from loket.contacten import laad_hulplijnen
from loket.domain.gevaar import Gevaar, lijnen_voor
from loket.settings import PROJECT


@pytest.mark.parametrize("gevaar", Gevaar)
def test_every_line_that_a_danger_calls_for_has_a_number(gevaar: Gevaar) -> None:
    getoond = Lijnen(laad_hulplijnen(PROJECT / "contacten" / "hulplijnen.yml"))
    lijnen = getoond.bij_gevaar(lijnen_voor([gevaar]))
    assert "112" in [lijn["nummer"] for lijn in lijnen]
    assert len({lijn["nummer"] for lijn in lijnen}) == len(lijnen) >= 3

"""Processes killed around "verstuur", through the whole service: nothing lost, nothing twice."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import requests

from loket.mail.postvak import Postvak
from tests.conversation.gesprekken import AKKOORD, NUMMER, kantoor, tot_toestemming
from tests.stapel import Gesprek, Stapel, wacht_op


@pytest.fixture(scope="module")
def eigen(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stapel]:
    """A service of its own, because these tests kill it."""
    stapel = Stapel(tmp_path_factory.mktemp("gedood") / "data", model)
    stapel.start()
    try:
        stapel.wacht_klaar()
        yield stapel
    finally:
        stapel.ruim_op()


def blijf_proberen(gesprek: Gesprek, message_id: str) -> requests.Response:
    """Send the consent again under the same id until it is answered, as the widget does."""

    def probeer() -> requests.Response | None:
        try:
            antwoord = gesprek.vraag(AKKOORD, message_id)
        except requests.RequestException:
            return None
        return antwoord if antwoord.status_code == 200 else None

    return wacht_op(probeer, 120, elke=0.3)


@pytest.mark.parametrize(
    ("deel", "na"),
    [("dienst", 0.0), ("dienst", 0.02), ("dienst", 0.06), ("dienst", 0.15), ("rasa", 0.0), ("rasa", 0.05)],
)
def test_killed_while_the_aanvraag_is_sent(eigen: Stapel, deel: str, na: float) -> None:
    """`na`: seconds after sending. What is under way then differs; the outcome may not."""
    gesprek = eigen.begin()
    tot_toestemming(gesprek)
    with kantoor(eigen) as geopend:
        voor = len(geopend.postbus.regels(ook_verzonden=True))
    mails_voor = len(Postvak(eigen.instellingen.postvak).berichten())
    message_id = str(uuid.uuid4())
    moord = threading.Timer(na, eigen.dood, [deel])
    moord.start()
    try:
        gesprek.vraag(AKKOORD, message_id)
    except requests.RequestException:
        pass
    finally:
        moord.join()
    eigen.wacht_klaar()

    antwoord = blijf_proberen(gesprek, message_id)

    nummer = NUMMER.search(antwoord.text)
    assert nummer, antwoord.text
    wacht_op(lambda: len(Postvak(eigen.instellingen.postvak).berichten()) > mails_voor)
    with kantoor(eigen) as geopend:
        assert len(geopend.postbus.regels(ook_verzonden=True)) == voor + 1, (
            "one aanvraag, one mail to the loket"
        )
        wacht_op(lambda: not geopend.postbus.toestand(datetime.now(UTC)).wachtend)
    assert len(Postvak(eigen.instellingen.postvak).berichten()) == mails_voor + 1

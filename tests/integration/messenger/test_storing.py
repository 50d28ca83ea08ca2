"""What breaks between receipt and answer, and danger while it is broken."""

from __future__ import annotations

import os
import signal
import time

from bot.channels.chat import GEVAAR_EERST
from bot.channels.messenger.teksten import LUKT_LATER, WAT_META_ZIET
from tests.meta import Meta, Storing, meld
from tests.stapel import Stapel, wacht_op


def test_killed_between_receipt_and_answer_each_message_is_answered_once(
    meta: Meta, fb_breekbaar: Stapel
) -> None:
    fb = fb_breekbaar
    fb.start()
    fb.wacht_klaar()
    wie = [f"9{nummer}" for nummer in range(6)]
    nu = time.time()
    meldingen = [
        meta.melding(*(meta.bericht(iemand, f"traag {n} van {iemand}", tijd=nu + n) for iemand in wie))
        for n in range(3)
    ]
    for melding in meldingen:
        assert meld(fb.url, melding).status_code == 200
    wacht_op(lambda: any("Bericht" in verzonden.tekst for verzonden in meta.verzonden), 60)
    oud = fb.dood("dienst")
    wacht_op(lambda: fb.pid("dienst") not in {None, oud}, 60)
    fb.wacht_klaar()
    for melding in meldingen:  # the platform delivers again what it is not sure of
        assert meld(fb.url, melding).status_code == 200
    for iemand in wie:
        wacht_op(lambda iemand=iemand: len(meta.van(iemand)) >= 5, 120)
    slot = meta.melding(*(meta.bericht(iemand, "slot", tijd=nu + 10) for iemand in wie))
    assert meld(fb.url, slot).status_code == 200
    for iemand in wie:
        wacht_op(lambda iemand=iemand: "slot" in meta.van(iemand)[-1].tekst, 60)
        teksten = [verzonden.tekst.split("\n")[0] for verzonden in meta.van(iemand)]
        # What was on its way out when the process died may come twice: the platform cannot be asked.
        gewild = [
            WAT_META_ZIET,
            "Dag!",
            *(f"Bericht {n + 1}: traag {n} van {iemand}" for n in range(3)),
            "Bericht 4: slot",
        ]
        assert list(dict.fromkeys(teksten)) == gewild
        assert len(teksten) <= len(gewild) + 1


def test_danger_is_answered_at_once_also_without_rasa_and_the_turn_follows(
    meta: Meta, fb_breekbaar: Stapel
) -> None:
    fb = fb_breekbaar
    fb.start()
    fb.wacht_klaar()
    meld(fb.url, meta.melding(meta.bericht("91", "hallo")))
    wacht_op(lambda: len(meta.van("91")) == 3)
    fb.dood("rasa")
    wacht_op(lambda: fb.gezondheid()[0] == 503, 20)
    gevaar = "ik wil niet meer leven, ik ga zelfmoord plegen"
    meld(fb.url, meta.melding(meta.bericht("91", "een gewone vraag"), meta.bericht("91", gevaar)))
    wacht_op(lambda: len(meta.van("91")) >= 4, 10)
    waarschuwing = meta.van("91")[3].tekst
    assert waarschuwing.startswith(GEVAAR_EERST)
    assert waarschuwing.index("1813") < waarschuwing.index("112") < waarschuwing.index("102")
    fb.wacht_klaar()
    wacht_op(lambda: gevaar in meta.van("91")[-1].tekst, 60)
    rest = [v.tekst.split("\n")[0] for v in meta.van("91")[4:] if not v.tekst.startswith(LUKT_LATER)]
    assert rest == ["Bericht 2: een gewone vraag", f"Bericht 3: {gevaar}"]


def test_danger_does_not_wait_for_a_slow_rasa(meta: Meta, fb: Stapel) -> None:
    gevaar = "ik wil niet meer leven"
    meld(fb.url, meta.melding(meta.bericht("92", "hallo")))
    wacht_op(lambda: len(meta.van("92")) == 3)
    rasa = fb.pid("rasa")
    assert rasa is not None
    os.kill(rasa, signal.SIGSTOP)
    try:
        meld(fb.url, meta.melding(meta.bericht("92", gevaar)))
        wacht_op(lambda: len(meta.van("92")) == 4, 25)  # sooner than the service gives up on Rasa
        assert meta.van("92")[3].tekst.startswith(GEVAAR_EERST)
    finally:
        os.kill(rasa, signal.SIGCONT)
    wacht_op(lambda: gevaar in meta.van("92")[-1].tekst, 30)
    assert len(meta.van("92")) == 5


def test_a_call_that_fails_is_made_again(meta: Meta, fb: Stapel) -> None:
    meta.storingen.append(Storing(503, None))
    meld(fb.url, meta.melding(meta.bericht("95", "dat komt aan")))
    wacht_op(lambda: any("dat komt aan" in v.tekst for v in meta.van("95")), 30)
    assert not meta.storingen


def test_a_message_that_always_breaks_does_not_hold_up_the_next(meta: Meta, fb: Stapel) -> None:
    meld(fb.url, meta.melding(meta.bericht("93", "zwijg"), meta.bericht("93", "daarna")))
    wacht_op(lambda: any("daarna" in v.tekst for v in meta.van("93")), 60)
    assert any("nu niet antwoorden" in v.tekst for v in meta.van("93"))


def test_danger_is_answered_also_when_the_answer_itself_cannot_be_shown(meta: Meta, fb: Stapel) -> None:
    meld(
        fb.url, meta.melding(meta.bericht("96", "ik wil niet meer leven, krom"), meta.bericht("96", "daarna"))
    )
    wacht_op(lambda: any(v.tekst.startswith(GEVAAR_EERST) for v in meta.van("96")), 20)
    wacht_op(lambda: any("daarna" in v.tekst for v in meta.van("96")), 90)
    assert sum(v.tekst.startswith(GEVAAR_EERST) for v in meta.van("96")) == 1
    assert any("nu niet antwoorden" in v.tekst for v in meta.van("96"))


def test_who_the_platform_says_is_gone_is_not_tried_again(meta: Meta, fb: Stapel) -> None:
    meta.storingen.append(Storing(400, 551))
    meld(fb.url, meta.melding(meta.bericht("94", "hallo")))
    wacht_op(lambda: not meta.storingen)
    meld(fb.url, meta.melding(meta.bericht("94", "toch weer")))
    wacht_op(lambda: any("toch weer" in v.tekst for v in meta.van("94")), 30)
    assert not any("hallo" in v.tekst for v in meta.van("94"))

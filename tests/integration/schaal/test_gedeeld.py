"""What instances share, on a real Redis: one turn at a time, one count, news; and going on without it."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncIterator, Callable, Iterator

import pytest
import pytest_asyncio

from bot import gedeeld as module
from bot.gedeeld import Gedeeld, Omroep, SlotBezet, Sloten
from bot.grenzen import GedeeldeBegrenzer, Grens
from tests.servers import Redis


@pytest.fixture(scope="module")
def server() -> Iterator[Redis]:
    server = Redis()
    yield server
    server.ruim_op()


@pytest_asyncio.fixture
async def paar(server: Redis) -> AsyncIterator[tuple[Gedeeld, Gedeeld]]:
    """Two instances."""
    een, twee = Gedeeld(server.url), Gedeeld(server.url)
    await een.doe(lambda redis: redis.flushall())
    yield een, twee
    await een.sluit()
    await twee.sluit()


async def _wacht_op(wat: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not wat():  # noqa: ASYNC110 - what is awaited comes from elsewhere
            await asyncio.sleep(0.01)


async def test_two_instances_take_turns(paar: tuple[Gedeeld, Gedeeld]) -> None:
    binnen, meest, alleen = 0, 0, []

    async def beurt(sloten: Sloten) -> None:
        nonlocal binnen, meest
        async with sloten.slot("g") as zeker:
            alleen.append(zeker)
            binnen += 1
            meest = max(meest, binnen)
            await asyncio.sleep(0)
            binnen -= 1

    een, twee = (Sloten(gedeeld) for gedeeld in paar)
    await asyncio.gather(*(beurt(sloten) for sloten in (een, twee) * 5))
    assert (meest, alleen) == (1, [True] * 10)


async def test_other_conversations_do_not_wait(paar: tuple[Gedeeld, Gedeeld]) -> None:
    een, twee = (Sloten(gedeeld) for gedeeld in paar)
    async with een.slot("a"), twee.slot("b") as zeker:
        assert zeker


async def test_a_lock_is_renewed_while_a_turn_goes_on_and_free_after_a_death(
    paar: tuple[Gedeeld, Gedeeld], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LEASE", 0.4)
    een, twee = Sloten(paar[0]), Sloten(paar[1], geduld=1.0)
    async with een.slot("g"):
        with pytest.raises(SlotBezet):  # longer than the lease
            async with twee.slot("g"):
                pass
    await paar[0].doe(lambda redis: redis.set("loket:gesprek:g", "a process that was killed", px=400))
    async with twee.slot("g") as zeker:
        assert zeker


async def test_limits_count_over_all_instances(paar: tuple[Gedeeld, Gedeeld]) -> None:
    een, twee = (GedeeldeBegrenzer("proef", Grens(4, 0.001), gedeeld=gedeeld, peper=b"p") for gedeeld in paar)
    assert await een.kan("203.0.113.7")
    assert [await een.mag("203.0.113.7"), await twee.mag("203.0.113.7")] == [True, True]
    assert [await een.mag("203.0.113.7"), await twee.mag("203.0.113.7")] == [True, True]
    assert [await een.mag("203.0.113.7"), await twee.kan("203.0.113.7")] == [False, False]
    assert await twee.mag("203.0.113.8")
    sleutels = await paar[0].doe(lambda redis: redis.keys("*"))
    assert sleutels
    assert not [sleutel for sleutel in sleutels if "203.0" in sleutel], "no address in Redis"


async def test_news_reaches_the_others_and_not_oneself(paar: tuple[Gedeeld, Gedeeld]) -> None:
    gehoord: list[list[str]] = [[], []]
    omroepen = [Omroep(gedeeld, lijst.append) for gedeeld, lijst in zip(paar, gehoord, strict=True)]
    stop = asyncio.Event()
    taken = [asyncio.create_task(omroep.draai(stop)) for omroep in omroepen]
    await _wacht_op(lambda: all(omroep.luistert for omroep in omroepen))
    omroepen[0].roep("g-1")
    await _wacht_op(lambda: "g-1" in gehoord[1])
    assert gehoord[0] == [""]  # at the beginning anything may have happened
    stop.set()
    await asyncio.gather(*taken)


@pytest.mark.parametrize("hoe", ["gone", "hangs"])
async def test_without_redis_it_goes_on_and_afterwards_as_before(hoe: str) -> None:
    server = Redis()
    een, twee = Gedeeld(server.url), Gedeeld(server.url)
    sloten, begrenzer = Sloten(een), GedeeldeBegrenzer("proef", Grens(2, 0.001), gedeeld=een)
    try:
        async with sloten.slot("g") as zeker:
            assert zeker
            if hoe == "gone":
                server.stop()
            else:
                assert server.proces is not None
                server.proces.send_signal(signal.SIGSTOP)
        assert een.zonder == 1  # the lock could not be given back
        async with sloten.slot("g") as zeker:
            assert not zeker
        assert [await begrenzer.mag("a") for _ in range(3)] == [True, True, False]
        assert not een.bereikbaar
        if hoe == "gone":
            server.start()
        else:
            assert server.proces is not None
            server.proces.send_signal(signal.SIGCONT)
        async with asyncio.timeout(20):
            while not een.bereikbaar:
                async with sloten.slot("h"):
                    await asyncio.sleep(0.05)
        async with sloten.slot("h") as zeker:
            assert zeker
    finally:
        await een.sluit()
        await twee.sluit()
        server.ruim_op()


async def test_one_instance_shares_with_nobody() -> None:
    niemand = Gedeeld()
    async with Sloten(niemand).slot("g") as zeker:
        assert zeker
    omroep, stop = Omroep(niemand, lambda _: None), asyncio.Event()
    assert omroep.luistert
    taak = asyncio.create_task(omroep.draai(stop))
    for _ in range(5):
        await asyncio.sleep(0)
    assert not taak.done(), "it waits for the stop, like any work of the service"
    stop.set()
    await taak
    assert (niemand.actief, niemand.bereikbaar, niemand.zonder) == (False, True, 0)

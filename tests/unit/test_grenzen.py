from __future__ import annotations

from bot.grenzen import Begrenzer, Grens


class Klok:
    def __init__(self) -> None:
        self.nu = 0.0

    def __call__(self) -> float:
        return self.nu


def test_a_burst_then_so_many_a_second() -> None:
    klok = Klok()
    begrenzer = Begrenzer(Grens(ineens=3, per_seconde=2), klok=klok)
    assert [begrenzer.mag("a") for _ in range(5)] == [True, True, True, False, False]
    klok.nu = 0.5
    assert [begrenzer.mag("a") for _ in range(2)] == [True, False]
    klok.nu = 100
    assert [begrenzer.mag("a") for _ in range(4)] == [True, True, True, False]


def test_each_key_has_its_own() -> None:
    begrenzer = Begrenzer(Grens(ineens=1, per_seconde=0), klok=Klok())
    assert [begrenzer.mag("a"), begrenzer.mag("b"), begrenzer.mag("a")] == [True, True, False]


def test_the_memory_is_bounded_and_forgets_who_came_longest_ago() -> None:
    begrenzer = Begrenzer(Grens(ineens=1, per_seconde=0), hoogstens=2, klok=Klok())
    for sleutel in ("a", "b", "a", "c"):
        begrenzer.mag(sleutel)
    assert not begrenzer.mag("a")
    assert begrenzer.mag("b")  # forgotten, so counted anew

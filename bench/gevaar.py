"""Danger: recall and false alarms of the rules alone and of both stages, per kind and language.

Run from the project root: `python -m bench.gevaar`, on the held-out sentences with the current model.
`python -m bench.gevaar kruis` measures on each set of data/gevaar what is learnt from the others: it
chooses the thresholds. Prints numbers, no sentences.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bot.model import actueel
from loket.domain.gevaar import Gevaar, vind_gevaar

if TYPE_CHECKING:
    from bot.nlu.gevaar import Gevaarherkenner, Oordeel, Zin

UITGEHOUDEN = Path(__file__).parents[1] / "tests" / "gevaar" / "uitgehouden.csv"
Gemeten = list[tuple["Zin", frozenset[Gevaar]]]


class Drempels(NamedTuple):
    """From these probabilities a message is danger, or is asked about."""

    zeker: float
    vermoeden: float


def deel(gemeten: Gemeten, *, gevaar: bool, taal: str | None = None) -> tuple[int, int]:
    """(seen, all): of the sentences about danger, or of those that only sound like it."""
    rij = [bool(uit) for zin, uit in gemeten if bool(zin.soorten) is gevaar and taal in (None, zin.taal)]
    return sum(rij), len(rij)


def juiste_soort(gemeten: Gemeten, gevaar: Gevaar) -> tuple[int, int]:
    """(seen as this kind, all): of the sentences about this kind alone."""
    rij = [gevaar in uit for zin, uit in gemeten if zin.soorten == {gevaar}]
    return sum(rij), len(rij)


def oordelen(zinnen: Sequence[Zin], oordeel: Callable[[str], Oordeel]) -> list[tuple[Zin, Oordeel]]:
    """Each sentence with what both stages make of it."""
    return [(zin, oordeel(zin.tekst)) for zin in zinnen]


def vanaf(geoordeeld: Sequence[tuple[Zin, Oordeel]], drempel: float) -> Gemeten:
    """What is seen from this probability on."""
    return [(zin, o.soorten if o.kans >= drempel else frozenset()) for zin, o in geoordeeld]


def _regel(naam: str, gezien: tuple[int, int]) -> None:
    if gezien[1]:
        print(f"  {naam:<18} {gezien[0]:>4} of {gezien[1]:>4}   {gezien[0] / gezien[1]:.3f}")


def _toon(naam: str, gemeten: Gemeten) -> None:
    print(naam)
    _regel("recall", deel(gemeten, gevaar=True))
    _regel("false alarms", deel(gemeten, gevaar=False))


def _toon_alles(zinnen: Sequence[Zin], geoordeeld: Sequence[tuple[Zin, Oordeel]], bij: Drempels) -> None:
    _toon("Rules alone", [(zin, vind_gevaar(zin.tekst)) for zin in zinnen])
    _toon("Surely (the answer to danger)", vanaf(geoordeeld, bij.zeker))
    samen = vanaf(geoordeeld, bij.vermoeden)
    _toon("Surely or perhaps (the answer or the question)", samen)
    print("Surely or perhaps, per kind alone: recall, and as that kind")
    for gevaar in Gevaar:
        _regel(gevaar, deel([paar for paar in samen if paar[0].soorten == {gevaar}], gevaar=True))
        _regel("", juiste_soort(samen, gevaar))
    for naam, is_gevaar in (("recall", True), ("false alarms", False)):
        print(f"Surely or perhaps, per language: {naam}")
        for taal in sorted({zin.taal for zin in zinnen}):
            _regel(taal, deel(samen, gevaar=is_gevaar, taal=taal))


def main(kruis: bool) -> None:
    """Measure and print."""
    from bot.nlu.gevaar import ZINNEN, Gevaarherkenner, lees_zinnen  # noqa: PLC0415
    from bot.nlu.proef import component_uit, config_van, trainingsdata  # noqa: PLC0415

    config = {**Gevaarherkenner.get_default_config(), **config_van("bot.nlu.gevaar.Gevaarherkenner")}
    bij = Drempels(config["zeker"], config["vermoeden"])
    with tempfile.TemporaryDirectory() as map:
        if not kruis:
            herkenner = component_uit(Gevaarherkenner, actueel(), Path(map))
            zinnen = lees_zinnen(UITGEHOUDEN)
            herkenner.oordeel("warm")
            begin = time.perf_counter()
            geoordeeld = oordelen(zinnen, herkenner.oordeel)
            duur = (time.perf_counter() - begin) / len(zinnen)
            print(
                f"{len(zinnen)} held-out sentences, {1000 * duur:.1f} ms a message, sentence vectors included"
            )
            _toon_alles(zinnen, geoordeeld, bij)
            return
        gewoon = Gevaarherkenner.gewone(trainingsdata())
        sets = {bestand.stem: lees_zinnen(bestand) for bestand in sorted(ZINNEN.glob("*.csv"))}
        for naam, zinnen in sets.items():
            herkenner = _geleerd(
                config, [z for n, s in sets.items() if n != naam for z in s], gewoon, Path(map)
            )
            print(f"== {naam}, learnt from the others ({len(zinnen)} sentences)")
            _toon_alles(zinnen, oordelen(zinnen, herkenner.oordeel), bij)


def _geleerd(
    config: dict[str, object], zinnen: Sequence[Zin], gewoon: Sequence[str], map: Path
) -> Gevaarherkenner:
    from rasa.engine.storage.local_model_storage import LocalModelStorage  # noqa: PLC0415
    from rasa.engine.storage.resource import Resource  # noqa: PLC0415

    from bot.nlu.gevaar import Gevaarherkenner  # noqa: PLC0415

    herkenner = Gevaarherkenner(config, LocalModelStorage(map), Resource("gevaar"))
    herkenner.leer(zinnen, gewoon, Gevaarherkenner.anderstalige())
    return herkenner


if __name__ == "__main__":
    main("kruis" in sys.argv[1:])

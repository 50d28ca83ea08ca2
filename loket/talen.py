"""Recognises the language of a text: lingua and wordfreq measure, loket.domain.andere_taal decides."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from lingua import IsoCode639_1, LanguageDetector, LanguageDetectorBuilder
from marisa_trie import RecordTrie

from loket.domain.andere_taal import (
    NEDERLANDS,
    TEKSTEN,
    Gewoonheid,
    kan_anders_zijn,
    zeker_anders,
    zonder_vaktaal,
)


@lru_cache(maxsize=1)
def _herkenner() -> LanguageDetector:
    # Low accuracy: trigrams only, 30 MB instead of hundreds; it is asked about whole sentences alone.
    talen = [IsoCode639_1.from_str(code.upper()) for code in (NEDERLANDS, *TEKSTEN)]
    return LanguageDetectorBuilder.from_iso_codes_639_1(*talen).with_low_accuracy_mode().build()


class Woordenlijsten:
    """How common the common words of each language are: wordfreq's small lists, in 3 MB instead of 75."""

    def __init__(self) -> None:
        """Takes seconds; what was made can be pickled."""
        from wordfreq import available_languages  # noqa: PLC0415 - only who makes the lists needs it

        self._talen = sorted({NEDERLANDS, *TEKSTEN} & available_languages("small").keys())
        self._honderdsten = RecordTrie("<H", _regels(self._talen))

    def gewoon(self, woord: str, taal: str) -> float | None:
        """A `Gewoonheid`."""
        if taal not in self._talen:
            return None
        gevonden = self._honderdsten.get(f"{taal}:{woord}")
        return gevonden[0][0] / 100 if gevonden else 0.0


def _regels(talen: list[str]) -> Iterator[tuple[str, tuple[int]]]:
    """Each word with how common it is, in hundredths on the Zipf scale."""
    from wordfreq import get_frequency_list  # noqa: PLC0415

    for taal in talen:
        for centibel, woorden in enumerate(get_frequency_list(taal, "small")):
            yield from ((f"{taal}:{woord}", (900 - centibel,)) for woord in woorden)


def andere_taal(tekst: str, gewoon: Gewoonheid) -> str | None:
    """The ISO code of the other language that a text is surely in, or None."""
    tekst = zonder_vaktaal(tekst)
    if not kan_anders_zijn(tekst):
        return None
    kansen = {
        kans.language.iso_code_639_1.name.lower(): kans.value
        for kans in _herkenner().compute_language_confidence_values(tekst[:1000])
    }
    return zeker_anders(tekst, kansen, gewoon)

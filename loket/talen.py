"""Recognises the language of a text: lingua and wordfreq measure, loket.domain.andere_taal decides."""

from __future__ import annotations

from functools import lru_cache

from lingua import IsoCode639_1, LanguageDetector, LanguageDetectorBuilder
from wordfreq import available_languages, zipf_frequency

from loket.domain.andere_taal import NEDERLANDS, TEKSTEN, kan_anders_zijn, zeker_anders


@lru_cache(maxsize=1)
def _herkenner() -> LanguageDetector:
    # Low accuracy: trigrams only, 30 MB instead of hundreds; it is asked about whole sentences alone.
    talen = [IsoCode639_1.from_str(code.upper()) for code in (NEDERLANDS, *TEKSTEN)]
    return LanguageDetectorBuilder.from_iso_codes_639_1(*talen).with_low_accuracy_mode().build()


@lru_cache(maxsize=1)
def _met_lijst() -> frozenset[str]:
    return frozenset(available_languages("small"))


def _gewoon(woord: str, taal: str) -> float | None:
    # The small lists: the common words of a language decide, and a list takes a few MB.
    return zipf_frequency(woord, taal, wordlist="small") if taal in _met_lijst() else None


def andere_taal(tekst: str) -> str | None:
    """The ISO code of the other language that a text is surely in, or None."""
    if not kan_anders_zijn(tekst):
        return None
    kansen = {
        kans.language.iso_code_639_1.name.lower(): kans.value
        for kans in _herkenner().compute_language_confidence_values(tekst[:1000])
    }
    return zeker_anders(tekst, kansen, _gewoon)

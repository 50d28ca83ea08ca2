"""How hard a word is: its frequency, what it is made of, and the project's own list (`woorden.yml`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from math import log10
from pathlib import Path
from types import MappingProxyType

import yaml
from pydantic import BaseModel, ConfigDict

from loket.domain.lezen.taal import woordenset

LIJST = Path(__file__).with_name("woorden.yml")

_MEESTE_LETTERS = 45
"""A longer word is hard, whatever it is made of."""
_DEEL_ZIPF = 4.0
_KORT_DEEL_ZIPF = 4.7
"""How common a part of a compound must be; a part of three letters is more often there by chance."""
_TUSSEN = ("", "s", "e", "en", "n")
_VOOR_WERKWOORD = woordenset(
    "aan achter af bij binnen dicht door in los mee mis na om onder op open over rond samen tegen terug "
    "thuis toe uit vast verder voor voort vooruit vrij weg"
)
"""What a verb is put together with: "meepraten" is as easy as "praten"."""
_GEEN_DEEL = woordenset(
    "aan achter als bij boven dan dat den der des die dit doen door een eens elk ene ens ere ers erg het hun "
    "ing ion kan kon met mis naar niet ooit ook onder onze over "
    "per ren sen ste ten ter tje toe uit van ver via "
    "voor was wat wel wie zal zich zijn zou"
)
"""Common words that explain nothing as a part."""


class _Begrip(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    uitleg: str
    onderwerp: str = ""
    naast: tuple[str, ...] = ()


class _Lijst(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    begrippen: Mapping[str, _Begrip]
    vakwoorden: Mapping[str, _Begrip]
    afkortingen: Mapping[str, _Begrip]
    bekende_afkortingen: tuple[str, ...]
    vaktaal: tuple[str, ...]
    moeilijk: Mapping[str, str]
    stijf: Mapping[str, str]
    gewoon: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Begrip:
    """A word of the field: what it means in plain Dutch, and the topic that explains it.

    `naast`: words that explain it when they stand in the same sentence.
    """

    woord: str
    uitleg: str
    onderwerp: str
    naast: frozenset[str]


@dataclass(frozen=True, slots=True)
class Woordenlijst:
    """`begrippen` may stand anywhere, for a topic explains them; `vakwoorden` only with an explanation.

    `vaktaal`: ordinary for a helper. `moeilijk`: a plainer word, for everyone's texts. `stijf`: the same, for
    a helper's too.
    """

    begrippen: Mapping[str, Begrip]
    vakwoorden: Mapping[str, Begrip]
    afkortingen: Mapping[str, Begrip]
    bekende_afkortingen: frozenset[str]
    vaktaal: frozenset[str]
    moeilijk: Mapping[str, str]
    stijf: Mapping[str, str]
    gewoon: frozenset[str]


@cache
def woordenlijst() -> Woordenlijst:
    """The list of `woorden.yml`. Raises pydantic's ValidationError when the file is wrong."""
    lijst = _Lijst.model_validate(yaml.safe_load(LIJST.read_text(encoding="utf-8")))
    return Woordenlijst(
        begrippen=_begrippen(lijst.begrippen),
        vakwoorden=_begrippen(lijst.vakwoorden),
        afkortingen=_begrippen(lijst.afkortingen),
        bekende_afkortingen=frozenset(lijst.bekende_afkortingen),
        vaktaal=frozenset(lijst.vaktaal),
        moeilijk=MappingProxyType(dict(lijst.moeilijk)),
        stijf=MappingProxyType(dict(lijst.stijf)),
        gewoon=frozenset(lijst.gewoon),
    )


def _begrippen(delen: Mapping[str, _Begrip]) -> Mapping[str, Begrip]:
    return MappingProxyType(
        {w: Begrip(w, deel.uitleg, deel.onderwerp, frozenset(deel.naast)) for w, deel in delen.items()}
    )


@cache
def _frequenties() -> Mapping[str, float]:
    """Dutch words that occur at least once in a million, with their share (wordfreq, ADR 8)."""
    from wordfreq import get_frequency_dict  # noqa: PLC0415 - most processes never measure a text

    return MappingProxyType(get_frequency_dict("nl", wordlist="small"))


def zipf(woord: str) -> float:
    """How common this form is: log10 of its frequency per billion words, 0 below once in a million."""
    aandeel = _frequenties().get(woord)
    return log10(aandeel) + 9 if aandeel else 0.0


def vormen(woord: str) -> Iterator[str]:
    """The word, and what it may be a form of: "brieven" gives brief, "gesnapt" gives snappen."""
    yield woord
    if not 3 <= len(woord) <= _MEESTE_LETTERS:
        return
    for eind in (
        "'s",
        "s",
        "e",
        "en",
        "n",
        "t",
        "te",
        "ten",
        "de",
        "den",
        "je",
        "tje",
        "tjes",
        "er",
        "ere",
        "st",
        "ste",
    ):
        stam = woord.removesuffix(eind)
        if stam == woord or len(stam) < 3:
            continue
        yield stam
        if eind in {"te", "ten", "de", "den"}:
            yield stam + "en"
        if eind[0] in "e'":
            yield from _zelfde_klank(stam)
    yield woord + "en"
    yield woord + "e"
    yield woord + woord[-1] + "en"
    if woord.startswith("ge") and len(woord) > 5:
        yield from vormen(woord[2:])
    if woord.endswith("t"):
        yield woord[:-1] + "en"
        yield woord[:-1] + woord[-2] + "en"
        if re.search(r"([aeou])\1[a-z]t$", woord):
            yield woord[:-3] + woord[-2] + "en"
    if m := re.search(r"([aeou])\1([a-z])$", woord):
        yield woord[: m.start() + 1] + m[2] + "en"


def _zelfde_klank(stam: str) -> Iterator[str]:
    """ "begripp" is begrip, "vrag" is vraag, "briev" is brief."""
    if stam[-1] == stam[-2]:
        yield stam[:-1]
    if stam[-2] in "aeou" and stam[-1] not in "aeiou":
        lang = stam[:-2] + stam[-2] * 2 + stam[-1]
        yield lang
        yield lang[:-1] + {"v": "f", "z": "s"}.get(lang[-1], lang[-1])
    yield stam[:-1] + {"v": "f", "z": "s"}.get(stam[-1], stam[-1])


def gemak(woord: str) -> float:
    """How common the word is in its most common form."""
    return max(zipf(vorm) for vorm in vormen(woord))


def is_gewoon(woord: str, grens: float) -> bool:
    """Whether a word in small letters is common enough, or made of common parts ("telefoonlijn")."""
    if len(woord) > _MEESTE_LETTERS:
        return False
    if len(woord) < 3 or gemak(woord) >= grens or any(v in woordenlijst().gewoon for v in vormen(woord)):
        return True
    return _is_samengesteld(woord)


def _is_samengesteld(woord: str) -> bool:
    for voor in _VOOR_WERKWOORD:
        rest = woord.removeprefix(voor)
        if rest != woord and len(rest) > 2 and gemak(rest.removeprefix("ge")) >= _DEEL_ZIPF:
            return True
    return _uit_delen(woord, 3)


def _uit_delen(woord: str, hoogstens: int) -> bool:
    """Whether it falls apart into common words, with what Dutch puts between them."""
    if _is_deel(woord):
        return True
    if hoogstens == 1:
        return False
    return any(
        _is_deel(woord[:plaats])
        and woord.startswith(tussen, plaats)
        and _uit_delen(woord[plaats + len(tussen) :], hoogstens - 1)
        for plaats in range(3, len(woord) - 2)
        for tussen in _TUSSEN
    )


def _is_deel(deel: str) -> bool:
    if len(deel) < 3 or deel in _GEEN_DEEL:
        return False
    lijst = woordenlijst()
    if deel in lijst.begrippen or deel in lijst.gewoon:
        return True
    if len(deel) == 3:
        return zipf(deel) >= _KORT_DEEL_ZIPF
    return max(zipf(deel), zipf(deel + "en"), zipf(deel.removesuffix("en"))) >= _DEEL_ZIPF

"""A text cut into sentences and words, in time that grows with its length alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loket.domain.lezen.taal import woordenset

NUMMER = "nummer"
ADRES = "adres"
"""What a number counts as, and an address or a name of the code: one common word each."""

_BRONREGEL = re.compile(r"^[ \t]*Bron(?:nen)?:[^\n]*$", re.MULTILINE)
_AFGEBROKEN = re.compile(r"(?<![.!?:;…\n])\n(?=[a-zà-ÿ])")
_WOORD = re.compile(r"[^\W\d_]+(?:['’\-\u2011][^\W\d_]+)*['’]?")
_EINDE = re.compile(r"[.!?…:][\"'”’)\]]*$")
_MET_PUNT = woordenset(
    "art. artt. bv. bijv. blz. ca. cfr. d.d. dhr. dr. enz. etc. evt. excl. i.p.v. i.v.m. incl. m.a.w. "
    "m.b.t. m.b.v. max. mevr. min. mr. mw. n.a.v. nl. nr. o.a. o.b.v. p. prof. resp. t.a.v. t.e.m. t.o.v. "
    "tel. v.d. vb. vgl. w.o. z.s.m."
)
"""A period after these ends no sentence."""
_CODE = re.compile(r"[A-Z0-9]{2,}(?:-[A-Z0-9]+)+")
"""A number or code to write over, such as AV-2026-000042-J."""
_OPSMUK = "-–—•·*→#>|=!✓ \t"


@dataclass(frozen=True, slots=True)
class Woord:
    """A word as it stands; `eerste` when it opens its sentence, where a capital says nothing."""

    tekst: str
    eerste: bool = False

    @property
    def klein(self) -> str:
        """In small letters, a typographic apostrophe as a plain one."""
        return self.tekst.lower().replace("’", "'").rstrip("'")

    @property
    def is_naam(self) -> bool:
        """Whether a capital makes it a name: inside the word (Tele-Onthaal) or inside the sentence."""
        binnenin = any(teken.isupper() for teken in self.tekst[1:])
        return not self.is_afkorting and (binnenin or (not self.eerste and self.tekst[0].isupper()))

    @property
    def is_afkorting(self) -> bool:
        """Whether it is written in capitals: OCJ, VGC."""
        return len(self.tekst) > 1 and self.tekst.isupper()


@dataclass(frozen=True, slots=True)
class Zin:
    """A sentence as written, and its words: numbers and addresses count as one."""

    tekst: str
    woorden: tuple[Woord, ...]


def zinnen(tekst: str) -> list[Zin]:
    """The sentences of a text. A colon and the end of a line end one too, so every point of a list is one.

    Source lines ("Bron: …") are left out, and so is what holds no word.
    """
    heel = _AFGEBROKEN.sub(" ", _BRONREGEL.sub("", tekst.replace("\r\n", "\n").replace("\r", "\n")))
    gevonden: list[Zin] = []
    for regel in heel.split("\n"):
        stuk: list[str] = []
        for brok in regel.strip(_OPSMUK).split():
            stuk.append(brok)
            if _EINDE.search(brok[-8:]) and brok.lower().lstrip("(\"'") not in _MET_PUNT:
                gevonden += _zin(stuk)
                stuk = []
        gevonden += _zin(stuk)
    return gevonden


def _zin(brokken: list[str]) -> Iterator[Zin]:
    woorden: list[Woord] = []
    vorig_nummer = False
    for brok in brokken:
        kaal = brok.strip(".,;:!?…()[]\"'“”‘’%€+/§°")
        if "@" in kaal or "_" in kaal or kaal.startswith(("http", "www.")) or _is_webadres(kaal):
            woorden.append(Woord(ADRES, not woorden))
            vorig_nummer = False
        elif "{" in kaal or _CODE.fullmatch(kaal) or (kaal[:1].isdigit() and not _WOORD.search(kaal[-4:])):
            if not vorig_nummer:
                woorden.append(Woord(NUMMER, not woorden))
            vorig_nummer = True
        else:
            gevonden = _WOORD.findall(brok)
            woorden += [Woord(deel, not woorden and plaats == 0) for plaats, deel in enumerate(gevonden)]
            vorig_nummer = vorig_nummer and not gevonden
    if woorden:
        yield Zin(" ".join(brokken), tuple(woorden))


def _is_webadres(brok: str) -> bool:
    """Whether it looks like "mijn.jeugdhulp.be": words joined by periods, the last of some letters."""
    delen = brok.split("/", 1)[0].split(".")
    return (
        len(delen) > 1
        and all(len(deel) > 1 for deel in delen)
        and delen[-1].islower()
        and len(delen[-1]) <= 4
    )

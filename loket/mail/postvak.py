"""Reading the local mailbox, for the page that shows every mail that would have gone out."""

from __future__ import annotations

import email
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.parser import BytesHeaderParser
from email.policy import default
from pathlib import Path

_SLEUTEL = re.compile(r"[0-9a-f]{32}")
_LANG_GELEDEN = datetime(1970, 1, 1, tzinfo=UTC)


class OnbekendBericht(KeyError):
    """There is no mail with this key."""


@dataclass(frozen=True, slots=True)
class BerichtKop:
    """A line of the list of mails. `sleutel` is 32 hexadecimal digits, safe in a URL."""

    sleutel: str
    van: str
    aan: str
    onderwerp: str
    datum: datetime


@dataclass(frozen=True, slots=True)
class Bijlage:
    """An attachment: file name, media type such as `application/pdf`, content."""

    naam: str
    soort: str
    inhoud: bytes


@dataclass(frozen=True, slots=True)
class Bericht:
    """One mail. `html` is as it was sent: show it in a sandbox."""

    kop: BerichtKop
    message_id: str
    tekst: str
    html: str
    bijlagen: tuple[Bijlage, ...]


class Postvak:
    """A Maildir, read only."""

    def __init__(self, pad: Path) -> None:
        self._pad = pad

    def berichten(self, hoogstens: int = 500) -> list[BerichtKop]:
        """The mails, newest first; an empty list when the mailbox does not exist yet."""
        koppen = []
        for pad in self._paden():
            with pad.open("rb") as bestand:
                koppen.append(_kop(_sleutel(pad), BytesHeaderParser(policy=default).parse(bestand)))
        return sorted(koppen, key=lambda kop: (kop.datum, kop.sleutel), reverse=True)[:hoogstens]

    def bericht(self, sleutel: str) -> Bericht:
        """One mail. Raises OnbekendBericht, also for a key that is no key: it never becomes a path."""
        if not _SLEUTEL.fullmatch(sleutel):
            raise OnbekendBericht
        pad = next((pad for pad in self._paden() if _sleutel(pad) == sleutel), None)
        if pad is None:
            raise OnbekendBericht
        bericht = email.message_from_bytes(pad.read_bytes(), policy=default)
        return Bericht(
            kop=_kop(sleutel, bericht),
            message_id=str(bericht["Message-ID"]),
            tekst=_deel(bericht, "plain"),
            html=_deel(bericht, "html"),
            bijlagen=tuple(
                Bijlage(
                    deel.get_filename() or "bijlage",
                    deel.get_content_type(),
                    bytes(deel.get_payload(decode=True) or b""),
                )
                for deel in bericht.iter_attachments()
            ),
        )

    def _paden(self) -> list[Path]:
        return [
            pad
            for map_ in (self._pad / "new", self._pad / "cur")
            if map_.is_dir()
            for pad in map_.iterdir()
            if _SLEUTEL.fullmatch(_sleutel(pad)) and pad.is_file()
        ]


def _sleutel(pad: Path) -> str:
    return pad.name.partition(":")[0]  # in `cur` flags follow the name


def _kop(sleutel: str, bericht: EmailMessage) -> BerichtKop:
    datum = getattr(bericht["Date"], "datetime", None)
    return BerichtKop(
        sleutel,
        str(bericht["From"] or ""),
        str(bericht["To"] or ""),
        str(bericht["Subject"] or ""),
        datum or _LANG_GELEDEN,
    )


def _deel(bericht: EmailMessage, soort: str) -> str:
    deel = bericht.get_body((soort,))
    return str(deel.get_content()).replace("\r\n", "\n") if deel is not None else ""

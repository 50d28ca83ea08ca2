"""A link with which a conversation goes on in the widget: signed, for one browser, for a short while.

The secret stands behind the `#`, so no browser sends it to a server by itself and no log holds it. Machines
that look at links (previews) cannot use it up: a person has to press a button. The signature tells a link of
ours from a made-up one without looking anything up, also when it has long been used.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import secrets
import time
import uuid
from collections.abc import Callable

from bot.gebeurtenissen import Gebeurtenissen
from bot.gesprekken import Gesprekken

ADRES = "/verder"
_VORM = re.compile(r"([A-Za-z0-9_-]{32})\.([0-9]{1,12})\.([A-Za-z0-9_-]{22})")


class LinkFout(Exception):
    """The link does not work. The message is what the person reads."""


class NooitGegeven(LinkFout):
    """We never made this link."""


class TeLaat(LinkFout):
    """Its time is over."""


class AlGebruikt(LinkFout):
    """A browser went on with it already, or a newer link took its place."""


class Overdracht:
    """Makes and takes links."""

    def __init__(  # noqa: PLR0913
        self,
        gesprekken: Gesprekken,
        gebeurtenissen: Gebeurtenissen,
        *,
        sleutel: bytes,
        adres: str,
        geldig: float,
        klok: Callable[[], float] = time.time,
    ) -> None:
        """`sleutel` signs; `adres` is the service's, without a slash at the end; `geldig` is in seconds."""
        self._gesprekken = gesprekken
        self._gebeurtenissen = gebeurtenissen
        self._sleutel = sleutel
        self._adres = adres
        self._geldig = geldig
        self._klok = klok

    def geef_door(self, gesprek: str, bericht_id: str, lus: str) -> tuple[str, str]:
        """A conversation that goes on where `gesprek` is now, and the link to it; both with all answers.

        `gesprek` itself is put back to before the form `lus` began. `bericht_id` is the message that led
        here: doing it again for the same one gives the same conversation, with a new link. Raises KeyError
        when the conversation is gone.
        """
        naar = uuid.uuid5(uuid.NAMESPACE_OID, f"{gesprek} {bericht_id}").hex
        self._gesprekken.splits(gesprek, naar)
        self._gebeurtenissen.splits(gesprek, naar, lus)
        geheim, tot = secrets.token_urlsafe(24), int(self._klok() + self._geldig)
        self._gesprekken.maak_overdracht(naar, geheim, tot)
        return naar, f"{self._adres}{ADRES}#{geheim}.{tot}.{self._teken(geheim, tot)}"

    @staticmethod
    def is_link(code: str) -> bool:
        """Whether this has the shape of what stands behind the `#`, and is no code in words."""
        return _VORM.fullmatch(code) is not None

    def neem(self, code: str) -> str:
        """A token for the conversation of a link. Raises NooitGegeven, TeLaat, AlGebruikt."""
        gelezen = _VORM.fullmatch(code)
        if gelezen is None:
            raise NooitGegeven
        geheim, tot, teken = gelezen[1], int(gelezen[2]), gelezen[3]
        if not hmac.compare_digest(self._teken(geheim, tot), teken):
            raise NooitGegeven
        if tot < self._klok():
            raise TeLaat
        token = self._gesprekken.neem_overdracht(geheim)
        if token is None:
            raise AlGebruikt
        return token

    def _teken(self, geheim: str, tot: int) -> str:
        rauw = hmac.new(self._sleutel, f"{geheim}.{tot}".encode(), hashlib.sha256).digest()[:16]
        return base64.urlsafe_b64encode(rauw).decode().rstrip("=")

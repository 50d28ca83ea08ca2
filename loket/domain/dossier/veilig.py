"""How the asker may be reached, by what the asker said about safe contact. In doubt nothing is mailed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from loket.domain.aanvraag import Aanvraag, gelezen_woorden
from loket.domain.dossier.aandacht import iemand_mag_het_niet_weten
from loket.domain.dossier.toestand import ZELF


class Kanaal(StrEnum):
    """How a letter or a question reaches the asker.

    MAIL: in full. MAIL_KORT: the mail says only that something waits; it is read in the chat, with number and
    code. ZELF: nothing is mailed, a worker delivers it as the asker wished.
    """

    MAIL = "mail"
    MAIL_KORT = "mail_kort"
    ZELF = ZELF

    @property
    def naam(self) -> str:
        """What this means for the worker."""
        return {
            "mail": "De aanvrager krijgt dit per mail.",
            "mail_kort": "De mail zegt enkel dat er iets klaarstaat. De aanvrager leest het in de chat.",
            "zelf": "Mail niets. Neem zelf contact op, zoals de aanvrager het vroeg.",
        }[self.value]


@dataclass(frozen=True, slots=True)
class VeiligContact:
    """The rules for contact with the asker, to be read before anything else.

    `email` is set for MAIL and MAIL_KORT. `bereik`, `wanneer` and `wie_niet` are the asker's own words, ""
    when nothing was said.
    """

    kanaal: Kanaal
    email: str | None
    bereik: str
    wanneer: str
    wie_niet: str


def veilig_contact(aanvraag: Aanvraag) -> VeiligContact:
    """The safe channel. An address is mailed only when the asker said that mail there is safe; when someone
    must not know, that mail holds no content."""
    email = aanvraag.bevestiging_naar
    kanaal = Kanaal.ZELF
    if email:
        kanaal = Kanaal.MAIL_KORT if iemand_mag_het_niet_weten(aanvraag) else Kanaal.MAIL
    return VeiligContact(
        kanaal=kanaal,
        email=email,
        bereik=_tekst(aanvraag, "bereik"),
        wanneer=_tekst(aanvraag, "wanneer"),
        wie_niet=_tekst(aanvraag, "wie_niet") if iemand_mag_het_niet_weten(aanvraag) else "",
    )


def _tekst(aanvraag: Aanvraag, vraag: str) -> str:
    antwoord = aanvraag.antwoorden.get(vraag)
    if antwoord is None:
        return ""
    if antwoord.status.value == "weet_niet":
        return "Weet ik niet"
    gelezen = gelezen_woorden(antwoord)
    return antwoord.tekst if gelezen is None else gelezen

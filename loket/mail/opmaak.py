"""The mails themselves: to the loket, to the asker, to whoever looks after the service."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from loket.contacten import Hulplijnen, Loketten
from loket.domain.aanvraag import Onderdeel, Regel
from loket.domain.werkdagen import BRUSSEL
from loket.mail.pdf import PdfFout, maak_pdf
from loket.mail.postbus import Alarm, Post
from loket.mail.tekst import een_regel, toonbaar
from loket.settings import Instellingen
from loket.store.register import Dossier

_JINJA = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "sjablonen"),
    autoescape=select_autoescape(["html.j2"]),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)


@dataclass(frozen=True, slots=True)
class Opgemaakt:
    """A mail ready to leave. `zonder_pdf` is True when its PDF could not be made."""

    bericht: EmailMessage
    zonder_pdf: bool = False


class Opmaak:
    """Makes the mails, with the addresses as they are now."""

    def __init__(self, instellingen: Instellingen, loketten: Loketten, hulplijnen: Hulplijnen) -> None:
        self._instellingen = instellingen
        self._loketten = loketten
        self._hulplijnen = hulplijnen

    def aan_loket(self, post: Post, dossier: Dossier) -> Opgemaakt:
        """The aanvraag, to whom it is for: the loket of its region, the person's queue, the Cliëntenforum.

        The subject holds the number, what is asked for and the region: nothing about a person.
        """
        aanvraag = dossier.aanvraag
        onderwerp = f"Aanvraag {dossier.nummer}: {aanvraag.soort.naam}"
        onderdelen = [
            _toonbaar(deel) for deel in sorted(aanvraag.onderdelen, key=lambda deel: not deel.belangrijk)
        ]
        try:
            pdf = maak_pdf(dossier)
        except PdfFout:
            pdf = None
        bericht = self._bericht(
            post,
            aan=self._loketten.ontvanger(aanvraag.soort, aanvraag.regio).email,
            van="Jeugdhulp-assistent",
            onderwerp=f"{onderwerp}, regio {aanvraag.regionaam}" if aanvraag.regionaam else onderwerp,
            sjabloon="loket",
            nummer=dossier.nummer,
            soort=aanvraag.soort.naam,
            regio=aanvraag.regionaam,
            zonder_loket=aanvraag.regionaam is not None and aanvraag.regio is None,
            kort=aanvraag.kort,
            ingediend=f"{dossier.ingediend_op.astimezone(BRUSSEL):%d/%m/%Y om %H.%M uur}",
            bewaren_tot=f"{dossier.bewaren_tot:%d/%m/%Y}",
            onderdelen=onderdelen,
            pdf=pdf is not None,
        )
        if pdf is not None:
            bericht.add_attachment(
                pdf, maintype="application", subtype="pdf", filename=f"aanvraag-{dossier.nummer}.pdf"
            )
        return Opgemaakt(bericht, zonder_pdf=pdf is None)

    def aan_aanvrager(self, post: Post, dossier: Dossier) -> Opgemaakt:
        """The confirmation. Someone may look over the asker's shoulder: it names no instrument, no
        organisation and nothing of the content, and its sender and subject say nothing either."""
        naar = dossier.aanvraag.bevestiging_naar
        if naar is None:
            raise ValueError("deze aanvraag vraagt geen bevestiging")
        bericht = self._bericht(
            post,
            aan=naar,
            van="Bevestiging",
            onderwerp="Je bericht is goed aangekomen",
            sjabloon="bevestiging",
            nummer=dossier.nummer,
            ontvanger=self._loketten.ontvanger(dossier.aanvraag.soort, dossier.aanvraag.regio),
        )
        return Opgemaakt(bericht)

    def aan_beheerder(self, post: Post, alarmen: list[Alarm]) -> Opgemaakt:
        """The mail about open alarms: numbers and codes only."""
        if self._instellingen.beheerder_email is None:
            raise ValueError("er is geen beheerder ingesteld")
        bericht = self._bericht(
            post,
            aan=self._instellingen.beheerder_email,
            van="Jeugdhulp-assistent",
            onderwerp="Er is een alarm in de post van de assistent",
            sjabloon="alarm",
            alarmen=[
                {
                    "id": alarm.id,
                    "nummer": alarm.nummer or "geen nummer",
                    "code": alarm.code,
                    "sinds": _moment(alarm.aangemaakt_op),
                }
                for alarm in alarmen
            ],
        )
        return Opgemaakt(bericht)

    def _bericht(
        self, post: Post, *, aan: str, van: str, onderwerp: str, sjabloon: str, **gegevens: object
    ) -> EmailMessage:
        # letters outside ASCII before the @ need headers in UTF-8 (RFC 6532), and a server that takes them
        bericht = EmailMessage(policy=SMTP if aan.isascii() else SMTPUTF8)
        bericht["From"] = _adres(self._instellingen.mail_afzender, van)
        bericht["To"] = _adres(aan)
        bericht["Subject"] = onderwerp
        bericht["Date"] = post.aangemaakt_op
        bericht["Message-ID"] = post.message_id
        bericht["Auto-Submitted"] = "auto-generated"  # no answering machine replies to it
        bericht["Content-Language"] = "nl"
        tekst = _JINJA.get_template(f"{sjabloon}.txt.j2").render(gegevens)
        html = _JINJA.get_template(f"{sjabloon}.html.j2").render(gegevens, onderwerp=onderwerp)
        bericht.set_content(tekst, cte="quoted-printable")
        bericht.add_alternative(html, subtype="html", cte="quoted-printable")
        return bericht


def _adres(adres: str, naam: str = "") -> Address:
    """An address for a header; its domain in ASCII. Raises ValueError for line breaks and for no address."""
    begin, apestaart, domein = adres.rpartition("@")
    if not (begin and apestaart and domein):
        raise ValueError("geen e-mailadres")
    return Address(naam, begin, domein.encode("idna").decode("ascii"))


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(BRUSSEL):%d/%m/%Y %H.%M} uur"


def _toonbaar(deel: Onderdeel) -> Onderdeel:
    return Onderdeel(
        een_regel(deel.titel),
        tuple(Regel(een_regel(regel.label), toonbaar(regel.antwoord)) for regel in deel.regels),
        deel.belangrijk,
    )

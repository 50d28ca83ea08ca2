"""The mails themselves: to the loket, to the asker, to whoever looks after the service."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from pathlib import Path
from uuid import UUID

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from loket.contacten import Loketten, Ontvanger
from loket.domain.aanvraag import Onderdeel, Regel
from loket.domain.begrippen import Regio
from loket.domain.dossier.gebeurtenis import Gebeurtenis, PostSoort, Soort
from loket.domain.dossier.overdracht import voor_overdracht
from loket.domain.dossier.veilig import Kanaal
from loket.domain.werkdagen import BRUSSEL
from loket.mail.openpgp import versleutel
from loket.mail.pdf import PdfFout, maak_pdf
from loket.mail.postbus import Alarm, Post, groepeer
from loket.mail.tekst import een_regel, toonbaar
from loket.settings import Instellingen
from loket.store.merken import Merker
from loket.store.register import Dossier

_JINJA = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "sjablonen"),
    autoescape=select_autoescape(["html.j2"]),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)


LINKPAD = "/loket/link/"
"""Where the desk takes a signed link; `Merker.lees_link` reads what follows."""
MEESTE_NUMMERS = 5
"""How many numbers a group of alarms names in the mail."""


@dataclass(frozen=True, slots=True)
class Opgemaakt:
    """A mail ready to leave. `zonder_pdf` is True when its PDF could not be made."""

    bericht: EmailMessage
    zonder_pdf: bool = False


class Opmaak:
    """Makes the mails, with the addresses as they are now."""

    def __init__(self, instellingen: Instellingen, loketten: Loketten, merker: Merker) -> None:
        self._instellingen = instellingen
        self._loketten = loketten
        self._merker = merker

    def aan_loket(self, post: Post, dossier: Dossier, opmerking: str = "") -> Opgemaakt:
        """The aanvraag, to whom it is for: the loket of its region, the person's queue, the Cliëntenforum.

        The subject holds the number, what is asked for and the region: nothing about a person. A loket that
        wants only the notice gets that, and the link; one with an OpenPGP key gets everything encrypted.
        `opmerking` says why it comes (sent on by another loket).
        """
        aanvraag = dossier.aanvraag
        ontvanger = self._loketten.ontvanger(aanvraag.soort, aanvraag.regio)
        link = self._link(dossier, post.aangemaakt_op)
        if ontvanger.inhoud == "melding" and link:
            return Opgemaakt(self._melding(post, dossier, ontvanger, opmerking))
        onderdelen = [
            _toonbaar(deel) for deel in sorted(aanvraag.onderdelen, key=lambda deel: not deel.belangrijk)
        ]
        try:
            pdf = maak_pdf(dossier)
        except PdfFout:
            pdf = None
        bericht = self._bericht(
            post,
            aan=ontvanger.email,
            van="Jeugdhulp-assistent",
            onderwerp=_onderwerp(dossier),
            sjabloon="loket",
            nummer=dossier.nummer,
            soort=aanvraag.soort.naam,
            regio=aanvraag.regionaam,
            zonder_loket=aanvraag.regionaam is not None and aanvraag.regio is None,
            kort=aanvraag.kort,
            ingediend=_moment(dossier.ingediend_op),
            opmerking=opmerking,
            link=link,
            onderdelen=onderdelen,
            pdf=pdf is not None,
        )
        if pdf is not None:
            bericht.add_attachment(
                pdf, maintype="application", subtype="pdf", filename=f"aanvraag-{dossier.nummer}.pdf"
            )
        return self._dicht(bericht, ontvanger.openpgp, zonder_pdf=pdf is None)

    def over_dossier(self, post: Post, dossier: Dossier, volg: int, gebeurtenis: Gebeurtenis) -> Opgemaakt:
        """The mail that tells of an event. Raises ValueError for a kind that tells of none."""
        soort = PostSoort(post.soort)
        if soort is PostSoort.LOKET:
            return self.aan_loket(post, dossier, self._waarom(gebeurtenis))
        if soort in (PostSoort.VRAAG, PostSoort.BRIEF):
            return self._aan_vrager(post, dossier, volg, gebeurtenis)
        if soort is PostSoort.OVERDRACHT:
            return self._overdracht(post, dossier, gebeurtenis)
        return Opgemaakt(self._aan_het_loket(soort, post, dossier, gebeurtenis))

    def _aan_het_loket(
        self, soort: PostSoort, post: Post, dossier: Dossier, gebeurtenis: Gebeurtenis
    ) -> EmailMessage:
        """The notices to a loket: nothing of the content stands in them."""
        nummer, aanvraag = dossier.nummer, dossier.aanvraag
        regio: Regio | None = aanvraag.regio
        met_link = True
        match soort:
            case PostSoort.HERINNERING:
                onderwerp, zin = (
                    f"Aanvraag {nummer} wacht nog",
                    (
                        f"Aanvraag {nummer} kwam binnen op {_moment(dossier.ingediend_op)}. "
                        "Nog niemand van jullie opende ze. Open ze met deze link."
                    ),
                )
            case PostSoort.ESCALATIE:
                onderwerp, zin = (
                    f"Aanvraag {nummer} wacht al lang",
                    (
                        f"Aanvraag {nummer} wacht op het loket van {aanvraag.regionaam}. "
                        "Dat loket kreeg al een herinnering, maar opende ze niet. Bel het loket."
                    ),
                )
                regio, met_link = None, False
            case PostSoort.OMGELEID:
                van = gebeurtenis.details.get("van")
                regio, met_link = (Regio(van) if isinstance(van, str) else None), False
                onderwerp, zin = (
                    f"Aanvraag {nummer} gaat naar een ander loket",
                    (
                        f"Aanvraag {nummer} gaat naar het loket van {aanvraag.regionaam}. "
                        "Jullie moeten er niets meer mee doen."
                    ),
                )
            case PostSoort.INGETROKKEN:
                onderwerp, zin = (
                    f"Aanvraag {nummer} is ingetrokken",
                    (
                        f"De aanvrager trok aanvraag {nummer} in. Doe er niets meer mee. "
                        "Gaf je ze al door? Zeg het dan aan de voorzitter of de bemiddelaar. "
                        "Wis ook de mails die je erover kreeg."
                    ),
                )
                met_link = False
            case PostSoort.ANTWOORD:
                onderwerp, zin = (
                    f"Aanvraag {nummer}: er is een antwoord",
                    (
                        f"De aanvrager antwoordde op je vraag over aanvraag {nummer}. "
                        "Je leest het antwoord met deze link."
                    ),
                )
            case _:
                raise ValueError("onbekende soort post")
        return self._bericht(
            post,
            aan=self._loketten.ontvanger(aanvraag.soort, regio).email,
            van="Jeugdhulp-assistent",
            onderwerp=onderwerp,
            sjabloon="bericht",
            alineas=["Dag,", zin],
            link=self._link(dossier, post.aangemaakt_op) if met_link else None,
            onderdelen=[],
            slot="Antwoord niet op deze mail: niemand leest je antwoord.",
        )

    def _melding(self, post: Post, dossier: Dossier, ontvanger: Ontvanger, opmerking: str) -> EmailMessage:
        zin = f"Er is een nieuwe aanvraag: {dossier.aanvraag.soort.naam}, nummer {dossier.nummer}."
        return self._bericht(
            post,
            aan=ontvanger.email,
            van="Jeugdhulp-assistent",
            onderwerp=_onderwerp(dossier),
            sjabloon="bericht",
            alineas=["Dag,", *([opmerking] if opmerking else []), f"{zin} Je leest ze met deze link."],
            link=self._link(dossier, post.aangemaakt_op),
            onderdelen=[],
            slot="Antwoord niet op deze mail: de aanvrager krijgt je antwoord niet.",
        )

    def _aan_vrager(self, post: Post, dossier: Dossier, volg: int, gebeurtenis: Gebeurtenis) -> Opgemaakt:
        """A letter or a question. Sender and subject say nothing; with MAIL_KORT the text says nothing
        either, and holds no code."""
        naar = dossier.aanvraag.bevestiging_naar
        if naar is None:
            raise ValueError("mailen is hier niet veilig")
        slot = "Antwoord niet op deze mail: zo bereik je ons niet."
        if gebeurtenis.naar == Kanaal.MAIL_KORT:
            alineas = [
                "Dag,",
                "Er staat iets voor je klaar. Ga naar de chat waar je ons schreef. "
                "Vraag daar hoe het ermee staat. Hou je nummer en je code klaar.",
            ]
        elif post.soort == PostSoort.VRAAG:
            code = self._merker.vraagcode(_id(post), volg)
            alineas = [
                "Dag,",
                f"We hebben een vraag voor jou. Ze gaat over je bericht met nummer {dossier.nummer}.",
                toonbaar(gebeurtenis.tekst),
                f"Antwoorden kan in de chat waar je ons schreef. Typ daar deze code: {code}. "
                "De code werkt één keer.",
            ]
        else:
            alineas = toonbaar(gebeurtenis.tekst).split("\n\n")
        bericht = self._bericht(
            post,
            aan=naar,
            van="Bericht",
            onderwerp="Er is een bericht voor jou",
            sjabloon="bericht",
            alineas=alineas,
            link=None,
            onderdelen=[],
            slot=slot,
        )
        return Opgemaakt(bericht)

    def _overdracht(self, post: Post, dossier: Dossier, gebeurtenis: Gebeurtenis) -> Opgemaakt:
        """The dossier to a voorzitter or bemiddelaar: what they need, and nothing more."""
        email = gebeurtenis.details.get("email")
        if not isinstance(email, str):
            raise ValueError("geen adres om aan over te dragen")
        aanvraag = dossier.aanvraag
        loket = self._loketten.ontvanger(aanvraag.soort, aanvraag.regio)
        sleutel = gebeurtenis.details.get("openpgp")
        bericht = self._bericht(
            post,
            aan=email,
            van="Jeugdhulp-assistent",
            onderwerp=f"Nieuw dossier {dossier.nummer}: {aanvraag.soort.naam}",
            sjabloon="bericht",
            alineas=[
                "Dag,",
                f"Het loket geeft je dossier {dossier.nummer} door: {aanvraag.soort.naam}. "
                "Neem contact op met de aanvrager, zoals hieronder staat.",
                "Ken je iemand uit dit dossier, of werk je samen met een hulpverlener die erbij is? "
                f"Zeg het dan meteen aan het loket: {loket.telefoon or loket.email}.",
            ],
            link=None,
            onderdelen=[_toonbaar(deel) for deel in voor_overdracht(aanvraag)],
            slot="Hou je aan wat er staat over veilig contact. Wis deze mail na je opdracht.",
        )
        return self._dicht(bericht, sleutel if isinstance(sleutel, str) else None)

    def _waarom(self, gebeurtenis: Gebeurtenis) -> str:
        if gebeurtenis.soort is Soort.OMGELEID:
            return f"Een ander loket stuurde deze aanvraag door. De reden: {toonbaar(gebeurtenis.tekst)}"
        if gebeurtenis.soort is Soort.OPNIEUW_VERZONDEN:
            return "Je krijgt deze aanvraag opnieuw. Had je ze al? Dan moet je niets doen."
        return ""

    def _link(self, dossier: Dossier, vanaf: datetime) -> str | None:
        """The signed link to the aanvraag at the desk; None for what the desk does not show."""
        if dossier.aanvraag.soort.instrument is None:
            return None
        tot = vanaf + timedelta(days=self._instellingen.link_geldig_dagen)
        return f"{self._instellingen.adres}{LINKPAD}{self._merker.sleutel_van_link(dossier.nummer, tot)}"

    def _dicht(self, bericht: EmailMessage, sleutel: str | None, *, zonder_pdf: bool = False) -> Opgemaakt:
        """Encrypted when there is a key. It was checked at the start; when it ran out since, OpenpgpFout
        stops this mail and raises an alarm: never readable after all."""
        return Opgemaakt(versleutel(bericht, sleutel) if sleutel else bericht, zonder_pdf=zonder_pdf)

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
            groepen=[
                {
                    "code": groep.code,
                    "aantal": groep.aantal,
                    "nummers": ", ".join(groep.nummers[:MEESTE_NUMMERS]) or "geen nummer",
                    "meer": max(0, len(groep.nummers) - MEESTE_NUMMERS),
                    "sinds": _moment(groep.sinds),
                }
                for groep in groepeer(alarmen)
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


def _onderwerp(dossier: Dossier) -> str:
    onderwerp = f"Aanvraag {dossier.nummer}: {dossier.aanvraag.soort.naam}"
    regio = dossier.aanvraag.regionaam
    return f"{onderwerp}, regio {regio}" if regio else onderwerp


def _id(post: Post) -> UUID:
    if post.aanvraag_id is None:
        raise ValueError("post zonder aanvraag")
    return post.aanvraag_id


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

"""How an aanvraag stands, in the words that its asker reads."""

from __future__ import annotations

from loket.domain.begrippen import Aanvraagsoort
from loket.domain.dossier.toestand import Staat

_ZINNEN: dict[Staat, tuple[str, ...]] = {
    Staat.NIEUW: ("Je aanvraag is veilig aangekomen.", "Het loket heeft ze nog niet geopend."),
    Staat.IN_BEHANDELING: ("Het loket heeft je aanvraag geopend.", "Er is nog niets beslist."),
    Staat.WACHT_OP_VRAGER: ("Het loket heeft een vraag voor jou.", "Na je antwoord gaat het verder."),
    Staat.ONTVANKELIJK: (
        "Je aanvraag gaat door.",
        "Een voorzitter of bemiddelaar neemt contact met je op, zoals jij het vroeg.",
    ),
    Staat.NIET_ONTVANKELIJK: (
        "Het loket kan met je aanvraag niet verder.",
        "In de brief lees je waarom, en wat je wel kan doen.",
    ),
    Staat.INGETROKKEN: ("Je aanvraag is gestopt.", "Niemand doet er nog iets mee."),
}


def uitleg(soort: Aanvraagsoort, staat: Staat) -> tuple[str, ...]:
    """Short sentences: where it is, and what comes next."""
    if soort.instrument is None and staat is Staat.NIEUW:
        return ("Je aanvraag ging naar het Cliëntenforum.", "Zij nemen contact met je op.")
    return _ZINNEN[staat]

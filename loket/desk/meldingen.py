"""What a page says after something was done, by code: nobody can write a sentence on our page by a link."""

from __future__ import annotations

GEDAAN = {
    "aangemeld": "Je bent aangemeld.",
    "afgemeld": "Je bent afgemeld.",
    "overal_afgemeld": "Je bent overal afgemeld.",
    "verlopen": "Je was te lang weg. Meld je opnieuw aan.",
    "wachtwoord": "Je wachtwoord is veranderd. In andere browsers ben je afgemeld.",
    "toegewezen": "De aanvraag staat nu op die naam.",
    "losgelaten": "De aanvraag staat op niemands naam meer.",
    "genoteerd": "Je notitie staat erbij.",
    "verstuurd": "Verstuurd. Je vindt het terug in het verloop.",
    "zelf": "Bewaard. Breng het nu zelf over aan de aanvrager.",
    "bezorgd": "Genoteerd dat je het zelf bezorgde.",
    "opnieuw": "De mail vertrekt opnieuw.",
    "omgeleid": "De aanvraag gaat naar het andere loket. Beide loketten krijgen een mail.",
    "heropend": "De aanvraag is opnieuw open.",
    "gezien": "Het alarm staat als gezien.",
    "herspeeld": "De mails vertrekken opnieuw. Je ziet ze hieronder wachten.",
}

"""What the channel itself says in Messenger. All else comes from the dialogue."""

from __future__ import annotations

WAT_META_ZIET = (
    "Messenger is van Meta, het bedrijf achter Facebook. "
    "Meta kan zien dat je ons schrijft en wat je hier typt."
)
"""Said first of all, in two sentences."""
LINK = (
    "Dit doen we op onze eigen pagina. Daar leest Meta niet mee. Wat je al vertelde, gaat mee.\n\n"
    "Tik op de knop. De link werkt één keer, en {minuten} minuten lang."
)
LINK_KNOP = "Ga veilig verder"
LINK_DAARNA = "Je kan mij hier ondertussen nog alles vragen."
TOCH_HIER = "Toch hier"
TOCH_HIER_UITLEG = "Wil je het toch in Messenger doen? Dan kan Meta je antwoorden lezen. Typ dan: toch hier"
LUKT_LATER = "Het antwoord duurt even. Je bericht is niet weg. Wil je nu iemand spreken? Bel gerust."
BIJLAGE = (
    "Ik kan geen foto's, filmpjes of stickers bekijken, en niets beluisteren. Ik bewaar ze ook niet. "
    "Typ je vraag in woorden, dan help ik je."
)
GEWIJZIGD = "Je hebt een bericht veranderd. Dat zie ik niet. Typ het gerust opnieuw."
MENS_LEEST = (
    "Ik geef je bericht nu ook aan de mensen van deze pagina. Zij lezen het hier in Messenger. "
    "Het kan even duren voor iemand antwoordt. Wil je weer met mij praten? Typ dan: assistent"
)
MENS_LUKT_NIET = "Het lukt nu niet om je bericht aan een mens te geven. Bellen kan wel."
TERUG_WOORD = "assistent"
TERUG = "Ik ben er weer. Waarmee kan ik je helpen?"
GROET = "Dag! Ik leg uit wat cliëntoverleg en bemiddeling zijn. Dat is gratis."
MENU = (
    "Wat is cliëntoverleg?",
    "Wat is bemiddeling?",
    "Wat past bij mij?",
    "Aanvraag doen",
    "Ik wil een mens spreken",
    "Wis mijn gesprek",
)
"""The menu that is always there; each line is a sentence that the assistant knows."""

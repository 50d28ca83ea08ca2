"""Somebody is there, and the person cannot go on: "wacht mama komt", "ze kijkt mee", "ik moet nu weg"."""

from __future__ import annotations

import re

from loket.domain.lezen.taal import normaliseer

_SCHRIK = r"(?:wacht|stop|sst|oei|help|snel|shit|fuck|ow)"
_WIE = (
    r"(?:(?:mijn|ons|onze|de|den|een) )?(?:mama|mam|ma|moeder|papa|pap|pa|vader|ouders|broer\w*|zus\w*|"
    r"oma|opa|ex|man|vrouw|vriend\w*|iemand|er|ze|zij|hij|(?:stief|plus|pleeg|begeleid|opvoed)\w+)"
)
_IS = r"(?:komt|komen|is|zijn|staat|staan|zit|zitten|kijkt|kijken|leest|lezen)"
_HIER = (
    r"(?:hier|binnen|naast (?:mij|me)|achter (?:mij|me)|aan de deur|in mijn kamer|mee te (?:lezen|kijken)|"
    r"op mijn (?:gsm|scherm|telefoon))"
)
_IEMAND_KOMT = re.compile(
    # With a start any of it says so; without, only what can mean nothing else ("papa komt" may be a guest).
    rf"(?:{_SCHRIK} )+{_WIE} {_IS}(?: \w+){{0,3}}"
    rf"|{_WIE} (?:komt|komen)(?: (?:er|net|nu))? (?:aan|binnen|af|terug|iemand|kijken|meelezen|meekijken)"
    rf"|{_WIE} komt iemand(?: aan| binnen)?"
    rf"|{_WIE} (?:is|zijn|staat|staan|zit|zitten)(?: (?:net|nu|weer))? {_HIER}"
    rf"|{_WIE} (?:kijkt|kijken|leest|lezen)(?: nu)? mee(?: nu)?"
    rf"|(?:{_SCHRIK} )*ik moet (?:(?:nu|snel|direct) )?(?:weg|stoppen|gaan slapen)(?: nu)?"
)


def iemand_komt(tekst: str) -> bool:
    """Whether the whole message says that the person cannot go on now: "wacht mama komt", "ik moet weg"."""
    return not tekst.rstrip().endswith("?") and _IEMAND_KOMT.fullmatch(normaliseer(tekst)) is not None

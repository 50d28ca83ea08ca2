"""What can stand in the way at the desk, each with a sentence that says what to do next."""

from __future__ import annotations


class DeskFout(Exception):
    """Something could not be done, and nothing was written. `str()` is the sentence to show."""


class NietGevonden(DeskFout):
    """There is no such aanvraag, or it is another region's: the answer is the same."""

    def __init__(self) -> None:
        super().__init__("We vinden deze aanvraag niet. Kijk het nummer na.")


class AlBesloten(DeskFout):
    """Someone decided before you."""

    def __init__(self, wie: str, staat: str) -> None:
        super().__init__(
            f"{wie or 'Iemand'} besliste al: {staat}. Wat jij deed, is niet bewaard. Laad de pagina opnieuw."
        )


class NietMogelijk(DeskFout):
    """This cannot be done in this state, or not by this worker."""

    def __init__(self, staat: str) -> None:
        super().__init__(f"Dit kan nu niet: de aanvraag is {staat}. Laad de pagina opnieuw.")


class IntussenVeranderd(DeskFout):
    """The aanvraag changed since the worker looked at it."""

    def __init__(self, wat: str) -> None:
        super().__init__(
            f"Er is intussen iets veranderd: {wat}. Wat jij deed, is niet bewaard. Laad de pagina opnieuw."
        )


class OngeldigeInvoer(DeskFout):
    """What was filled in is missing or wrong; the sentence says what."""


class OnbekendOfFout(DeskFout):
    """The number is unknown or the code is wrong: an asker is told no more than that."""

    def __init__(self) -> None:
        super().__init__("Dit nummer en deze code horen niet bij elkaar. Kijk ze allebei na.")


class TeVaak(DeskFout):
    """Too many wrong codes for this number, whether it exists or not."""

    def __init__(self) -> None:
        super().__init__("Er was te vaak een foute code. Wacht een uur en probeer het dan opnieuw.")

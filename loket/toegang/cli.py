"""`python -m loket user …`: the accounts from a terminal."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime

from loket.domain.begrippen import Regio
from loket.domain.medewerker import Functie
from loket.settings import Instellingen
from loket.store.database import Database
from loket.toegang.accounts import TIJDELIJK, AccountFout, Accounts


def voeg_opdrachten_toe(opdrachten: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The commands below `user`."""
    user = opdrachten.add_parser("user", help="accounts voor het bureau van het loket")
    soorten = user.add_subparsers(dest="user", required=True, metavar="add|list|reset|block|unblock")
    add = soorten.add_parser("add", help="maak een account; je krijgt een tijdelijk wachtwoord")
    add.add_argument("gebruikersnaam", help="waarmee iemand aanmeldt, zoals an.peeters")
    add.add_argument("--naam", required=True, help="de naam zoals collega's die zien")
    add.add_argument(
        "--functie", choices=[f.value for f in Functie], default=Functie.MEDEWERKER.value,
        help="leiding ziet ook wie een aanvraag bekeek; een beheerder leest geen aanvragen",
    )  # fmt: skip
    add.add_argument(
        "--regio", action="append", default=[], choices=[r.value for r in Regio],
        help="een regio van deze medewerker; mag meer dan één keer",
    )  # fmt: skip
    soorten.add_parser("list", help="toon alle accounts")
    for naam, uitleg in (
        ("reset", "geef een nieuw tijdelijk wachtwoord, en zet de app en de codes stop"),
        ("block", "laat niemand nog binnen met dit account, vanaf nu"),
        ("unblock", "laat de eigenaar van dit account weer binnen"),
    ):
        soorten.add_parser(naam, help=uitleg).add_argument("gebruikersnaam")


def voer_uit(keuze: argparse.Namespace, database: Database, instellingen: Instellingen) -> int:
    """Run one command below `user`. Returns the exit code: 0, or 2 when it could not be done."""
    accounts, nu = Accounts(database), datetime.now(UTC)
    try:
        match keuze.user:
            case "list":
                for account in accounts.lijst():
                    staat = "geblokkeerd" if account.geblokkeerd_op else "klaar" if account.klaar else "nieuw"
                    waar = ", ".join(sorted(regio.naam for regio in account.regios)) or "-"
                    print(
                        f"{account.gebruikersnaam}\t{account.naam}\t{account.functie.naam}\t{waar}\t{staat}"
                    )
            case "add":
                regios = frozenset(Regio(regio) for regio in keuze.regio)
                geheim = accounts.voeg_toe(
                    keuze.gebruikersnaam, keuze.naam, Functie(keuze.functie), regios, nu
                )
                _toon(keuze.gebruikersnaam, geheim, instellingen)
            case "reset":
                _toon(keuze.gebruikersnaam, accounts.zet_terug(keuze.gebruikersnaam, nu), instellingen)
            case "block":
                accounts.blokkeer(keuze.gebruikersnaam, nu)
                print("Dit account is geblokkeerd. Wie ermee binnen was, is nu buiten.")
            case "unblock":
                accounts.deblokkeer(keuze.gebruikersnaam)
                print("Dit account mag weer binnen.")
    except AccountFout as fout:
        print(fout, file=sys.stderr)
        return 2
    return 0


def _toon(gebruikersnaam: str, geheim: str, instellingen: Instellingen) -> None:
    print(f"Adres:                {instellingen.adres}/loket")
    print(f"Gebruikersnaam:       {gebruikersnaam.strip().casefold()}")
    print(f"Tijdelijk wachtwoord: {geheim}")
    print(
        f"Het werkt {TIJDELIJK.total_seconds() / 3600:.0f} uur, één keer. "
        "Geef het zelf door, niet in dezelfde mail als de naam."
    )

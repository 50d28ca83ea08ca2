"""`python -m loket user …`: the accounts from a terminal."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import UTC, datetime

from loket.bevestigen import WIE, zeker
from loket.domain.begrippen import Regio
from loket.domain.medewerker import Functie
from loket.kantoor import Kantoor
from loket.settings import Instellingen
from loket.toegang.accounts import TIJDELIJK, AccountFout, Accounts


def voeg_opdrachten_toe(opdrachten: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The commands below `user`."""
    user = opdrachten.add_parser("user", help="accounts voor het bureau van het loket")
    soorten = user.add_subparsers(
        dest="user", required=True, metavar="add|list|change|reset|block|unblock|delete"
    )
    add = soorten.add_parser("add", help="maak een account; je krijgt een tijdelijk wachtwoord")
    add.add_argument("gebruikersnaam", help="waarmee iemand aanmeldt, zoals an.peeters")
    add.add_argument("--naam", required=True, help="de naam zoals collega's die zien")
    change = soorten.add_parser("change", help="verander de naam, de functie of de regio's van een account")
    change.add_argument("gebruikersnaam")
    change.add_argument("--naam", help="de nieuwe naam")
    for lezer, gewoon in ((add, Functie.MEDEWERKER.value), (change, None)):
        lezer.add_argument(
            "--functie", choices=[f.value for f in Functie], default=gewoon,
            help="leiding ziet ook wie een aanvraag bekeek; een beheerder leest geen aanvragen",
        )  # fmt: skip
        lezer.add_argument(
            "--regio", action="append", choices=[r.value for r in Regio],
            help="een regio van deze medewerker; mag meer dan één keer, en vervangt de vorige",
        )  # fmt: skip
    soorten.add_parser("list", help="toon alle accounts")
    for naam, uitleg in (
        ("reset", "geef een nieuw tijdelijk wachtwoord, en zet de app en de codes stop"),
        ("block", "laat niemand nog binnen met dit account, vanaf nu"),
        ("unblock", "laat de eigenaar van dit account weer binnen"),
    ):
        soorten.add_parser(naam, help=uitleg).add_argument("gebruikersnaam")
    delete = soorten.add_parser("delete", help="wis een account; wat op die naam stond, komt vrij")
    delete.add_argument("gebruikersnaam")
    delete.add_argument("--ja", action="store_true", help="vraag niet om een bevestiging")


def voer_uit(keuze: argparse.Namespace, kantoor: Kantoor, vraag: Callable[[str], str] = input) -> int:
    """Run one command below `user`. Returns the exit code: 0, or 2 when it could not be done."""
    accounts, nu = Accounts(kantoor.database), datetime.now(UTC)
    if keuze.user == "list":
        _lijst(accounts)
        return 0
    try:
        _voer_uit(keuze, kantoor, accounts, nu, vraag)
    except AccountFout as fout:
        print(fout, file=sys.stderr)
        return 2
    return 0


def _voer_uit(
    keuze: argparse.Namespace,
    kantoor: Kantoor,
    accounts: Accounts,
    nu: datetime,
    vraag: Callable[[str], str],
) -> None:
    naam: str = keuze.gebruikersnaam
    regios = frozenset(Regio(regio) for regio in keuze.regio or ()) if "regio" in keuze else frozenset()
    match keuze.user:
        case "add":
            geheim = accounts.voeg_toe(naam, keuze.naam, Functie(keuze.functie), regios, nu)
            _toon(naam, geheim, kantoor.instellingen)
        case "change":
            wie = accounts.wijzig(
                naam,
                naam=keuze.naam,
                functie=Functie(keuze.functie) if keuze.functie else None,
                regios=regios if keuze.regio else None,
            )
            _meld_vrij(kantoor.dossiers.laat_los(wie, nu, alles=False))
            print("Dit account is veranderd. Het geldt meteen.")
        case "reset":
            _toon(naam, accounts.zet_terug(naam, nu), kantoor.instellingen)
        case "block":
            accounts.blokkeer(naam, nu)
            _meld_vrij(kantoor.dossiers.laat_los(accounts.zoek(naam), nu, alles=True))
            print("Dit account is geblokkeerd. Wie ermee binnen was, is nu buiten.")
        case "unblock":
            accounts.deblokkeer(naam)
            print("Dit account mag weer binnen.")
        case "delete":
            wie = accounts.zoek(naam)
            if not zeker(
                f"Wis het account van {wie.naam}? Dit kan je niet ongedaan maken.", vraag, ja=keuze.ja
            ):
                raise AccountFout("Het account bestaat nog.")
            kantoor.audit.noteer(nu, WIE, f"account delete {wie.id.hex[:8]}")
            accounts.wis(naam)
            _meld_vrij(kantoor.dossiers.laat_los(wie, nu, alles=True))
            print("Dit account is gewist.")
            return
    kantoor.audit.noteer(nu, WIE, f"account {keuze.user} {accounts.zoek(naam).id.hex[:8]}")


def _lijst(accounts: Accounts) -> None:
    for account in accounts.lijst():
        staat = "geblokkeerd" if account.geblokkeerd_op else "klaar" if account.klaar else "nieuw"
        waar = ", ".join(sorted(regio.naam for regio in account.regios)) or "-"
        print(f"{account.gebruikersnaam}\t{account.naam}\t{account.functie.naam}\t{waar}\t{staat}")


def _meld_vrij(aantal: int) -> None:
    if aantal == 1:
        print("1 open aanvraag stond op deze naam. Ze staat nu op niemands naam.")
    elif aantal:
        print(f"{aantal} open aanvragen stonden op deze naam. Ze staan nu op niemands naam.")


def _toon(gebruikersnaam: str, geheim: str, instellingen: Instellingen) -> None:
    print(f"Adres:                {instellingen.adres}/loket")
    print(f"Gebruikersnaam:       {gebruikersnaam.strip().casefold()}")
    print(f"Tijdelijk wachtwoord: {geheim}")
    print(
        f"Het werkt {TIJDELIJK.total_seconds() / 3600:.0f} uur, één keer. "
        "Geef het zelf door, niet in dezelfde mail als de naam."
    )

"""The door: who comes in, who does not, and what a thief of the database would find."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loket.domain.begrippen import Regio
from loket.domain.medewerker import Functie
from loket.toegang import codes, wachtwoord
from loket.toegang.aanmelden import Geweigerd, NietAangemeld, Stap
from loket.toegang.accounts import AccountFout
from loket.toegang.remmen import PER_ACCOUNT, PER_ADRES
from loket.toegang.wachtwoord import ZwakWachtwoord
from tests.integration.kantoor.hulp import NU
from tests.opslag import op_schijf

from .deur import ADRES, WACHTWOORD, Deur


def _weiger(deur: Deur, naam: str, geheim: str, adres: str = ADRES) -> Geweigerd:
    with pytest.raises(Geweigerd) as fout:
        deur.toegang.aanmelden(naam, geheim, adres, deur.klok.nu)
    return fout.value


def test_the_whole_road_in(deur: Deur) -> None:
    tijdelijk = deur.nieuw("An.Peeters ")
    half, stap = deur.toegang.aanmelden(" an.peeters", tijdelijk, ADRES, deur.klok.nu)
    assert stap is Stap.OPZETTEN
    geheim = deur.toegang.geheim_om_op_te_zetten(half, deur.klok.nu)
    assert deur.toegang.geheim_om_op_te_zetten(half, deur.klok.nu) == geheim
    binnen, herstel = deur.toegang.zet_op(half, WACHTWOORD, deur.code(geheim), deur.klok.nu)
    assert len(set(herstel)) == codes.AANTAL_HERSTELCODES
    sessie = deur.toegang.sessie(binnen, deur.klok.nu)
    assert sessie is not None
    assert (sessie.stap, sessie.medewerker.regios) == (Stap.BINNEN, frozenset({Regio.ANTWERPEN}))

    deur.klok.vooruit(minutes=1)
    half, stap = deur.toegang.aanmelden("an.peeters", WACHTWOORD, ADRES, deur.klok.nu)
    assert stap is Stap.CODE
    assert deur.toegang.geef_code(half, deur.code(geheim), ADRES, deur.klok.nu) not in {half, binnen}
    _weiger(deur, "an.peeters", tijdelijk)


def test_each_step_gives_a_new_token_and_ends_the_old(deur: Deur) -> None:
    pas = deur.klaar()
    half, _ = deur.toegang.aanmelden("an", WACHTWOORD, ADRES, deur.klok.nu)
    binnen = deur.toegang.geef_code(half, deur.code(pas.geheim), ADRES, deur.klok.nu)
    assert half != binnen
    assert deur.toegang.sessie(half, deur.klok.nu) is None
    with pytest.raises(NietAangemeld):
        deur.toegang.geef_code(half, deur.code(pas.geheim), ADRES, deur.klok.nu)


def test_halfway_is_not_in(deur: Deur) -> None:
    pas = deur.klaar()
    half, _ = deur.toegang.aanmelden("an", WACHTWOORD, ADRES, deur.klok.nu)
    for poging in (
        lambda: deur.toegang.geheim_om_op_te_zetten(half, deur.klok.nu),
        lambda: deur.toegang.zet_op(half, "een ander wachtwoord", deur.code(pas.geheim), deur.klok.nu),
        lambda: deur.toegang.wijzig_wachtwoord(half, WACHTWOORD, "nieuw en langer", ADRES, deur.klok.nu),
        lambda: deur.toegang.nieuwe_herstelcodes(half, WACHTWOORD, ADRES, deur.klok.nu),
    ):
        with pytest.raises(NietAangemeld):
            poging()


def test_a_temporary_password_opens_the_set_up_alone_and_for_three_days(deur: Deur) -> None:
    tijdelijk = deur.nieuw()
    token, stap = deur.toegang.aanmelden("an", tijdelijk, ADRES, deur.klok.nu)
    assert stap is Stap.OPZETTEN
    with pytest.raises(NietAangemeld):
        deur.toegang.geef_code(token, "000000", ADRES, deur.klok.nu)
    deur.klok.vooruit(hours=73)
    _weiger(deur, "an", tijdelijk)


@pytest.mark.parametrize(
    "zwak", ["kort", "an.peeters is hier", "aaaaaaaaaaaaaaaa", "wachtwoord12345", "onafhankelijkheid!"]
)
def test_a_weak_password_is_refused(deur: Deur, zwak: str) -> None:
    with pytest.raises(ZwakWachtwoord, match=r"^[A-Z].*\.$"):
        wachtwoord.keur(zwak, "an.peeters")


def test_the_temporary_password_may_not_be_kept(deur: Deur) -> None:
    tijdelijk = deur.nieuw()
    token, _ = deur.toegang.aanmelden("an", tijdelijk, ADRES, deur.klok.nu)
    geheim = deur.toegang.geheim_om_op_te_zetten(token, deur.klok.nu)
    with pytest.raises(ZwakWachtwoord):
        deur.toegang.zet_op(token, tijdelijk, deur.code(geheim), deur.klok.nu)


def test_a_code_works_once(deur: Deur) -> None:
    pas = deur.klaar()
    code = deur.code(pas.geheim)
    deur.binnen(pas)
    half, _ = deur.toegang.aanmelden("an", WACHTWOORD, ADRES, deur.klok.nu)
    with pytest.raises(Geweigerd):
        deur.toegang.geef_code(half, code, ADRES, deur.klok.nu)
    deur.klok.vooruit(seconds=30)
    with pytest.raises(Geweigerd):  # still within the window, yet used
        deur.toegang.geef_code(half, code, ADRES, deur.klok.nu)
    assert deur.toegang.geef_code(half, deur.code(pas.geheim), ADRES, deur.klok.nu)


def test_the_code_of_the_set_up_does_not_work_again(deur: Deur) -> None:
    pas = deur.klaar()
    deur.klok.vooruit(seconds=-60)
    half, _ = deur.toegang.aanmelden("an", WACHTWOORD, ADRES, deur.klok.nu)
    with pytest.raises(Geweigerd):
        deur.toegang.geef_code(half, deur.code(pas.geheim), ADRES, deur.klok.nu)


@pytest.mark.parametrize("seconden", [-90, 90, 3600])
def test_a_code_of_another_time_is_wrong(deur: Deur, seconden: int) -> None:
    pas = deur.klaar()
    half, _ = deur.toegang.aanmelden("an", WACHTWOORD, ADRES, deur.klok.nu)
    deur.klok.vooruit(seconds=seconden)
    code = deur.code(pas.geheim)
    deur.klok.vooruit(seconds=-seconden)
    with pytest.raises(Geweigerd):
        deur.toegang.geef_code(half, code, ADRES, deur.klok.nu)


def test_one_code_at_two_doors_at_once_opens_one(deur: Deur) -> None:
    pas = deur.klaar()
    halve = [deur.toegang.aanmelden("an", WACHTWOORD, ADRES, deur.klok.nu)[0] for _ in range(4)]
    code = deur.code(pas.geheim)

    def probeer(half: str) -> bool:
        try:
            deur.toegang.geef_code(half, code, ADRES, deur.klok.nu)
        except Geweigerd:
            return False
        return True

    with ThreadPoolExecutor(4) as draden:
        assert sum(draden.map(probeer, halve)) == 1


def test_a_recovery_code_works_once_in_any_spelling(deur: Deur) -> None:
    pas = deur.klaar()
    anders = pas.herstel[3].upper().replace("-", " ")
    half, _ = deur.toegang.aanmelden("an", WACHTWOORD, ADRES, deur.klok.nu)
    binnen = deur.toegang.geef_code(half, anders, ADRES, deur.klok.nu)
    wie = deur.toegang.sessie(binnen, deur.klok.nu)
    assert wie is not None
    assert deur.toegang.aantal_herstelcodes(wie.medewerker) == 9
    half, _ = deur.toegang.aanmelden("an", WACHTWOORD, ADRES, deur.klok.nu)
    with pytest.raises(Geweigerd):
        deur.toegang.geef_code(half, pas.herstel[3], ADRES, deur.klok.nu)


def test_a_recovery_code_is_its_owners_alone(deur: Deur) -> None:
    an = deur.klaar("an")
    deur.klaar("bo")
    half, _ = deur.toegang.aanmelden("bo", WACHTWOORD, ADRES, deur.klok.nu)
    with pytest.raises(Geweigerd):
        deur.toegang.geef_code(half, an.herstel[0], ADRES, deur.klok.nu)


def test_new_recovery_codes_end_the_old_ones(deur: Deur) -> None:
    pas = deur.klaar()
    with pytest.raises(Geweigerd):
        deur.toegang.nieuwe_herstelcodes(pas.token, "niet mijn wachtwoord", ADRES, deur.klok.nu)
    nieuw = deur.toegang.nieuwe_herstelcodes(pas.token, WACHTWOORD, ADRES, deur.klok.nu)
    half, _ = deur.toegang.aanmelden("an", WACHTWOORD, ADRES, deur.klok.nu)
    with pytest.raises(Geweigerd):
        deur.toegang.geef_code(half, pas.herstel[0], ADRES, deur.klok.nu)
    assert deur.toegang.geef_code(half, nieuw[0], ADRES, deur.klok.nu)


def test_guessing_must_wait_longer_each_time(deur: Deur) -> None:
    pas = deur.klaar()
    for _ in range(PER_ACCOUNT.vrij - 1):
        assert _weiger(deur, "an", "fout wachtwoord").wacht_tot is None
    assert _weiger(deur, "an", "fout wachtwoord").wacht_tot is None  # this one starts the pause
    pauze = _weiger(deur, "an", WACHTWOORD)  # the right one too
    assert pauze.wacht_tot == deur.klok.nu + PER_ACCOUNT.eerste
    deur.klok.vooruit(seconds=31)
    assert _weiger(deur, "an", "fout").wacht_tot is None
    pauze = _weiger(deur, "an", WACHTWOORD)
    assert pauze.wacht_tot == deur.klok.nu + 2 * PER_ACCOUNT.eerste
    deur.klok.vooruit(seconds=61)
    assert deur.binnen(pas)
    for _ in range(PER_ACCOUNT.vrij):  # forgotten after it went well
        assert _weiger(deur, "an", "fout").wacht_tot is None


def test_a_pause_never_grows_beyond_its_end(deur: Deur) -> None:
    assert PER_ACCOUNT.pauze(10_000) == PER_ACCOUNT.langste
    assert PER_ADRES.pauze(10_000) == PER_ADRES.langste


def test_an_account_that_is_not_there_behaves_as_one_that_is(deur: Deur) -> None:
    deur.klaar("an")
    echt = [_weiger(deur, "an", "fout", "192.0.2.1").wacht_tot for _ in range(8)]
    geen = [_weiger(deur, "niemand", "fout", "192.0.2.2").wacht_tot for _ in range(8)]
    assert echt == geen
    assert any(echt)


def test_a_wrong_name_costs_as_much_as_a_wrong_password(deur: Deur, monkeypatch: pytest.MonkeyPatch) -> None:
    deur.klaar("an")
    gekeken: list[str] = []
    echt = wachtwoord._HASHER.verify
    monkeypatch.setattr(type(wachtwoord._HASHER), "verify", lambda _, h, w: gekeken.append(h) or echt(h, w))
    _weiger(deur, "an", "fout")
    _weiger(deur, "niemand", "fout")
    een, twee = gekeken  # each once, with the same parameters
    assert een.split("$")[:4] == twee.split("$")[:4]


def test_many_guesses_at_once_gain_nothing(deur: Deur) -> None:
    deur.klaar()

    def raad(_: int) -> bool:
        return _weiger(deur, "an", "fout").wacht_tot is None

    with ThreadPoolExecutor(8) as draden:
        assert sum(draden.map(raad, range(24))) == PER_ACCOUNT.vrij


def test_one_address_that_tries_many_names_must_wait(deur: Deur) -> None:
    pas = deur.klaar()
    for nummer in range(PER_ADRES.vrij):
        _weiger(deur, f"naam{nummer}", "fout", "198.51.100.9")
    assert _weiger(deur, "an", WACHTWOORD, "198.51.100.9").wacht_tot is not None
    assert deur.binnen(pas)  # from elsewhere it works


def test_guessing_codes_must_wait_too(deur: Deur) -> None:
    deur.klaar()
    half, _ = deur.toegang.aanmelden("an", WACHTWOORD, ADRES, deur.klok.nu)
    pauzes = []
    for nummer in range(PER_ACCOUNT.vrij + 1):
        with pytest.raises(Geweigerd) as fout:
            deur.toegang.geef_code(half, f"{nummer:06}", ADRES, deur.klok.nu)
        pauzes.append(fout.value.wacht_tot)
    assert pauzes[-1] is not None


def test_guessing_codes_from_many_addresses_with_the_password_at_hand_must_wait_too(deur: Deur) -> None:
    deur.klaar()
    for nummer in range(PER_ACCOUNT.vrij):
        adres = f"203.0.113.{nummer}"
        half, _ = deur.toegang.aanmelden("an", WACHTWOORD, adres, deur.klok.nu)
        with pytest.raises(Geweigerd):
            deur.toegang.geef_code(half, "000000", adres, deur.klok.nu)
    pauze = _weiger(deur, "an", WACHTWOORD, "203.0.113.99")
    assert pauze.wacht_tot == deur.klok.nu + PER_ACCOUNT.eerste


def test_a_session_ends_when_it_is_not_used_and_at_the_end_of_the_day(deur: Deur) -> None:
    pas = deur.klaar()
    token = deur.binnen(pas)
    begin = deur.klok.nu
    while deur.klok.nu - begin < timedelta(hours=9, minutes=40):
        deur.klok.vooruit(minutes=20)
        assert deur.toegang.sessie(token, deur.klok.nu)
    deur.klok.vooruit(minutes=20)
    assert deur.toegang.sessie(token, deur.klok.nu) is None

    token = deur.binnen(pas)
    deur.klok.vooruit(minutes=30)
    assert deur.toegang.sessie(token, deur.klok.nu) is None
    deur.klok.vooruit(minutes=-15)
    assert deur.toegang.sessie(token, deur.klok.nu)


def test_halfway_ends_after_a_quarter_of_an_hour(deur: Deur) -> None:
    deur.klaar()
    half, _ = deur.toegang.aanmelden("an", WACHTWOORD, ADRES, deur.klok.nu)
    deur.klok.vooruit(minutes=15)
    assert deur.toegang.sessie(half, deur.klok.nu) is None


def test_signing_out_here_and_everywhere(deur: Deur) -> None:
    pas = deur.klaar()
    een = deur.binnen(pas)
    deur.klok.vooruit(seconds=30)
    twee = deur.binnen(pas)
    deur.toegang.afmelden(een)
    deur.toegang.afmelden(een)
    assert deur.toegang.sessie(een, deur.klok.nu) is None
    wie = deur.toegang.sessie(twee, deur.klok.nu)
    assert wie is not None
    assert deur.toegang.aantal_sessies(wie.medewerker, deur.klok.nu) == 2
    deur.toegang.overal_afmelden(wie.medewerker, deur.klok.nu)
    assert deur.toegang.sessie(twee, deur.klok.nu) is None
    assert deur.toegang.sessie(pas.token, deur.klok.nu) is None


def test_a_new_password_ends_every_other_session(deur: Deur) -> None:
    pas = deur.klaar()
    ander = deur.binnen(pas)
    with pytest.raises(Geweigerd):
        deur.toegang.wijzig_wachtwoord(pas.token, "fout", "lamp wolk fiets tien", ADRES, deur.klok.nu)
    verder = deur.toegang.wijzig_wachtwoord(
        pas.token, WACHTWOORD, "lamp wolk fiets tien", ADRES, deur.klok.nu
    )
    assert deur.toegang.sessie(verder, deur.klok.nu)
    assert deur.toegang.sessie(ander, deur.klok.nu) is None
    assert deur.toegang.sessie(pas.token, deur.klok.nu) is None
    _weiger(deur, "an", WACHTWOORD)


def test_who_is_blocked_is_out_at_once(deur: Deur) -> None:
    pas = deur.klaar()
    deur.accounts.blokkeer("an", deur.klok.nu)
    assert deur.toegang.sessie(pas.token, deur.klok.nu) is None
    assert _weiger(deur, "an", WACHTWOORD).wacht_tot is None
    deur.accounts.deblokkeer("an")
    assert deur.binnen(pas)


def test_a_reset_ends_password_app_codes_and_sessions(deur: Deur) -> None:
    pas = deur.klaar()
    tijdelijk = deur.accounts.zet_terug("an", deur.klok.nu)
    assert deur.toegang.sessie(pas.token, deur.klok.nu) is None
    _weiger(deur, "an", WACHTWOORD)
    token, stap = deur.toegang.aanmelden("an", tijdelijk, ADRES, deur.klok.nu)
    assert stap is Stap.OPZETTEN
    assert deur.toegang.geheim_om_op_te_zetten(token, deur.klok.nu) != pas.geheim
    (account,) = deur.accounts.lijst()
    assert (account.klaar, account.herstelcodes) == (False, 0)


@pytest.mark.parametrize(
    ("naam", "functie", "regios"),
    [
        ("", Functie.MEDEWERKER, {Regio.LIMBURG}),
        ("an peeters", Functie.MEDEWERKER, {Regio.LIMBURG}),
        ("<script>", Functie.MEDEWERKER, {Regio.LIMBURG}),
        ("an", Functie.MEDEWERKER, set()),
        ("an", Functie.LEIDING, set()),
        ("an", Functie.BEHEERDER, {Regio.LIMBURG}),
        ("bestaat", Functie.MEDEWERKER, {Regio.LIMBURG}),
    ],
)
def test_an_account_that_cannot_be(deur: Deur, naam: str, functie: Functie, regios: set[Regio]) -> None:
    deur.nieuw("bestaat")
    with pytest.raises(AccountFout, match=r"^[A-Z].*\.$"):
        deur.accounts.voeg_toe(naam, "Naam", functie, frozenset(regios), deur.klok.nu)


def test_who_may_be_given_an_aanvraag(deur: Deur) -> None:
    deur.nieuw("an", Functie.MEDEWERKER, Regio.ANTWERPEN)
    deur.nieuw("bo", Functie.LEIDING, Regio.LIMBURG, Regio.BRUSSEL)
    deur.nieuw("cis", Functie.BEHEERDER)
    deur.nieuw("dirk", Functie.MEDEWERKER, Regio.ANTWERPEN)
    deur.accounts.blokkeer("dirk", deur.klok.nu)
    assert [m.naam for m in deur.accounts.medewerkers(Regio.ANTWERPEN)] == ["An"]
    assert [m.naam for m in deur.accounts.medewerkers(None)] == ["An", "Bo"]


def test_the_database_holds_no_password_code_secret_or_token(deur: Deur, tmp_path: Path) -> None:
    tijdelijk = deur.nieuw("bo")
    pas = deur.klaar()
    deur.database.sluit()
    inhoud = b"".join(inhoud for _, inhoud in op_schijf(tmp_path))
    assert b"argon2id" in inhoud
    for geheim in (tijdelijk, WACHTWOORD, pas.geheim, pas.token, *pas.herstel):
        assert geheim.encode() not in inhoud
    assert ADRES.encode() not in inhoud


@given(code=st.text(max_size=40))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_typed_as_a_code(code: str) -> None:
    assert codes.juiste_stap(codes.maak_geheim(), code, NU) is None or re.fullmatch(r"\s*(\d\s*){6}", code)


@given(naam=st.text(max_size=100), geheim=st.text(max_size=300))
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_typed_as_name_and_password(deur: Deur, naam: str, geheim: str) -> None:
    deur.klok.vooruit(hours=25)
    assert _weiger(deur, naam, geheim).wacht_tot is None


def test_the_qr_code_needs_no_style_and_no_script() -> None:
    svg = codes.qr_svg(codes.adres_voor_app(codes.maak_geheim(), "an<b>@x"))
    assert svg.startswith("<svg")
    assert "style" not in svg
    assert "script" not in svg

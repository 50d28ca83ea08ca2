"""Any sequence of what workers, askers, mail servers and the clock can do: nothing lost, double or stuck.

A hypothesis state machine over the real store (SQLite). After every step:
- lost: every aanvraag is there, in a list that someone sees, unless it was deleted as the terms allow;
- double: at most one decision stands, and no question is answered twice;
- stuck: whatever is not finished waits on someone, and something can be done with it.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy import select

from loket.domain.begrippen import Regio
from loket.domain.dossier.fouten import DeskFout
from loket.domain.dossier.gebeurtenis import Levering, PostSoort, Soort
from loket.domain.dossier.handeling import Handeling, mogelijk
from loket.domain.dossier.toestand import GESLOTEN, Staat, Toestand, WachtOp, Wat
from loket.domain.medewerker import Functie
from loket.kantoor import Kantoor
from loket.store.archief import Archief
from loket.store.tabellen import AanvraagRij, DossierRij, PostRij

from .hulp import BEMIDDELAAR, MAANDAG, VRIJ, aanvraag, antwoord, medewerker

REGIOS = (Regio.ANTWERPEN, Regio.LIMBURG, None)
WERKERS = (
    medewerker(Regio.ANTWERPEN),
    medewerker(Regio.LIMBURG, functie=Functie.LEIDING),
    medewerker(Regio.ANTWERPEN, Regio.LIMBURG, functie=Functie.LEIDING),
)
wie = st.sampled_from(WERKERS)


class Dossiermachine(RuleBasedStateMachine):
    nummers = Bundle("nummers")

    kantoor: Kantoor

    def __init__(self) -> None:
        super().__init__()
        self.nu = MAANDAG
        self.codes: dict[str, str] = {}
        self.vragen: dict[str, str] = {}
        self.weg: set[str] = set()

    def teardown(self) -> None:
        """The next example begins with an empty office: everything goes as a person would have it wiped."""
        for nummer in self.codes.keys() - self.weg:
            self.kantoor.bewaring.wis(nummer, self.nu, "proef")
        assert self.toestanden() == {}

    def probeer(self, doe: Any, *argumenten: Any, **namen: Any) -> Any:
        """Whatever stands in the way is a clear error, never a crash."""
        try:
            return doe(*argumenten, **namen)
        except DeskFout:
            return None

    @rule(target=nummers, regio=st.sampled_from(REGIOS), mail=st.booleans(), geheim=st.booleans())
    def dien_in(self, regio: Regio | None, mail: bool, geheim: bool) -> str:
        een = aanvraag(
            regio=regio,
            mail="iemand@voorbeeld.test" if mail else None,
            antwoorden={"wie_niet": antwoord("Mijn vader")} if geheim else {},
        )
        ontvangst = self.kantoor.register.neem_op(een, self.nu)
        assert self.kantoor.register.neem_op(een, self.nu).nummer == ontvangst.nummer
        self.codes[ontvangst.nummer] = ontvangst.volgcode
        return ontvangst.nummer

    @rule(uren=st.sampled_from([-30, 1, 24, 24 * 5, 24 * 40]))
    def klok(self, uren: int) -> None:
        """The clock goes on; once in a while it jumps back."""
        self.nu += timedelta(hours=uren)

    @rule(nummer=nummers, m=wie)
    def open(self, nummer: str, m: Any) -> None:
        self.probeer(self.kantoor.dossiers.open, m, nummer, self.nu)

    @rule(nummer=nummers, m=wie)
    def vraag(self, nummer: str, m: Any) -> None:
        if uit := self.probeer(self.kantoor.dossiers.vraag_meer, m, nummer, "Met wie?", self.nu):
            self.vragen[nummer] = uit.code

    @rule(nummer=nummers)
    def beantwoord(self, nummer: str) -> None:
        code = self.vragen.pop(nummer, "AAAA-AAAA-AAAA")
        self.probeer(self.kantoor.vrager.beantwoord, code, "Met hem.", self.nu)
        assert self.probeer(self.kantoor.vrager.open_vraag, code, self.nu) is None, "a code works once"

    @rule(nummer=nummers, m=wie)
    def ja(self, nummer: str, m: Any) -> None:
        self.probeer(self.kantoor.dossiers.verklaar_ontvankelijk, m, nummer, BEMIDDELAAR, VRIJ, self.nu)

    @rule(nummer=nummers, m=wie)
    def nee(self, nummer: str, m: Any) -> None:
        self.probeer(self.kantoor.dossiers.verklaar_niet_ontvankelijk, m, nummer, "Dag.", [], self.nu)

    @rule(nummer=nummers, m=wie)
    def bezorg(self, nummer: str, m: Any) -> None:
        self.probeer(self.kantoor.dossiers.bezorgd, m, nummer, "Gebeld.", self.nu)

    @rule(nummer=nummers, m=wie)
    def opnieuw(self, nummer: str, m: Any) -> None:
        self.probeer(self.kantoor.dossiers.stuur_opnieuw, m, nummer, self.nu)

    @rule(nummer=nummers, m=wie, naar=st.sampled_from([Regio.ANTWERPEN, Regio.LIMBURG]))
    def leid_om(self, nummer: str, m: Any, naar: Regio) -> None:
        self.probeer(self.kantoor.dossiers.leid_om, m, nummer, naar, "Verhuisd.", self.nu)

    @rule(nummer=nummers, m=wie)
    def heropen(self, nummer: str, m: Any) -> None:
        self.probeer(self.kantoor.dossiers.heropen, m, nummer, "Fout.", self.nu)

    @rule(nummer=nummers, m=wie, aan=wie)
    def wijs_toe(self, nummer: str, m: Any, aan: Any) -> None:
        self.probeer(self.kantoor.dossiers.wijs_toe, m, nummer, aan, self.nu)

    @rule(nummer=nummers)
    def trek_in(self, nummer: str) -> None:
        self.probeer(self.kantoor.vrager.trek_in, nummer, self.codes[nummer], self.nu)

    @rule()
    def mail_vertrekt(self) -> None:
        while post := self.kantoor.postbus.claim(self.nu + timedelta(days=99), timedelta(seconds=9)):
            self.kantoor.postbus.verzonden(post, self.nu)

    @rule(welke=st.integers(0, 20))
    def mail_komt_terug(self, welke: int) -> None:
        with self.kantoor.database.lees() as sessie:
            ids = list(sessie.scalars(select(PostRij.message_id).where(PostRij.verzonden_op.is_not(None))))
        if ids:
            bounce = BOUNCE.replace("HIER", ids[welke % len(ids)])
            assert self.kantoor.terugpost.verwerk(bounce.encode(), self.nu)

    @rule()
    def bewaak(self) -> None:
        self.kantoor.bewaking.ronde(self.nu)

    @rule()
    def ruim_op(self) -> None:
        voor = self.toestanden()
        self.kantoor.bewaring.ronde(self.nu)
        for nummer in voor.keys() - self.toestanden().keys():
            assert voor[nummer][0].mag_weg
            assert voor[nummer][0].bewaren_tot < self.nu.date()
            self.weg.add(nummer)

    def toestanden(self) -> dict[str, tuple[Toestand, DossierRij, list[Levering]]]:
        archief: Archief = self.kantoor.archief
        with self.kantoor.database.lees() as sessie:
            return {
                rij.nummer: (
                    archief.toestand(sessie, rij, dossier),
                    dossier,
                    archief.leveringen(sessie, rij.id),
                )
                for rij, dossier in sessie.execute(
                    select(AanvraagRij, DossierRij).join(DossierRij, DossierRij.aanvraag_id == AanvraagRij.id)
                )
            }

    @invariant()
    def niets_kwijt_dubbel_of_vast(self) -> None:
        toestanden = self.toestanden()
        assert toestanden.keys() == self.codes.keys() - self.weg
        gezien = {rij.nummer for rij in self.kantoor.dossiers.lijst(WERKERS[2], aantal=200, nu=self.nu).rijen}
        assert gezien == toestanden.keys(), "someone sees every one of them"
        for nummer, (t, rij, leveringen) in toestanden.items():
            assert (t.staat.value, t.wat.value) == (rij.staat, rij.wat), "the row is what the events say"
            assert (t.wacht_op is WachtOp.NIEMAND) == (rij.rang == 2)
            if t.staat not in GESLOTEN:
                assert t.wacht_op is not WachtOp.NIEMAND
                assert {Handeling.ONTVANKELIJK, Handeling.INTREKKEN} <= mogelijk(t)
            if t.wacht_op is not WachtOp.NIEMAND:
                assert t.termijn is not None
            if t.wat in (Wat.VRAAG_BEZORGEN, Wat.BRIEF_BEZORGEN, Wat.TERUGGEKOMEN):
                assert Handeling.BEZORGD in mogelijk(t)
            if t.staat is Staat.INGETROKKEN:
                wachtend = {
                    een.soort for een in leveringen if een.verzonden_op is None and een.gestopt_op is None
                }
                assert wachtend <= {PostSoort.INGETROKKEN}, "nothing about it leaves but that it stopped"
            self.een_besluit(nummer)

    def een_besluit(self, nummer: str) -> None:
        with self.kantoor.database.lees() as sessie:
            rij = sessie.scalars(select(AanvraagRij).where(AanvraagRij.nummer == nummer)).one()
            gebeurtenissen = self.kantoor.archief.gebeurtenissen(sessie, rij.id)
        open_besluit, open_vraag = False, False
        vorige = gebeurtenissen[0].op
        for gebeurtenis in gebeurtenissen:
            assert gebeurtenis.op >= vorige, "events never turn around, whatever the clock does"
            vorige = gebeurtenis.op
            match gebeurtenis.soort:
                case Soort.ONTVANKELIJK | Soort.NIET_ONTVANKELIJK:
                    assert not open_besluit
                    open_besluit = True
                case Soort.HEROPEND:
                    open_besluit = False
                case Soort.MEER_GEVRAAGD:
                    open_vraag = True
                case Soort.BEANTWOORD:
                    assert open_vraag
                    open_vraag = False


BOUNCE = """From: mailer-daemon@mx.test
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="g"

--g
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.test

Action: failed
Status: 5.1.1

--g
Content-Type: text/rfc822-headers

Message-ID: HIER

--g--
"""


def test_no_sequence_loses_doubles_or_sticks(kantoor: Kantoor) -> None:
    Dossiermachine.kantoor = kantoor
    run_state_machine_as_test(Dossiermachine, settings=settings(max_examples=15, stateful_step_count=30))  # type: ignore[no-untyped-call]
    assert kantoor.audit.controleer().fout_bij is None

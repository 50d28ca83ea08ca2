"""The office, wired: settings, contact data, places, the register and its outbox."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Self

from loket.contacten import (
    ContactenFout,
    Hulplijnen,
    Loketten,
    Overnemers,
    laad_hulplijnen,
    laad_loketten,
    laad_overnemers,
)
from loket.domain.dossier.toestand import Afspraken
from loket.domain.routing import Plaatsen
from loket.geheimen import maak_datamap, sleutels
from loket.mail.postbus import Postbus
from loket.mail.terugpost import Terugpost
from loket.plaatsen import laad_plaatsen
from loket.settings import Instellingen, is_plaatshouder
from loket.store.archief import Archief
from loket.store.audit import AuditLog
from loket.store.bewaking import Bewaking
from loket.store.bewaring import Bewaring
from loket.store.database import Database
from loket.store.dossiers import Dossiers
from loket.store.merken import Merker
from loket.store.register import Register
from loket.store.versleuteling import Kluis
from loket.store.vrager import VragerLoket


@dataclass(frozen=True)
class Kantoor:
    """Everything the actions, the service and the mail worker work with."""

    instellingen: Instellingen
    loketten: Loketten
    hulplijnen: Hulplijnen
    overnemers: Overnemers
    plaatsen: Plaatsen
    database: Database
    archief: Archief
    register: Register
    postbus: Postbus
    dossiers: Dossiers
    vrager: VragerLoket
    audit: AuditLog
    bewaking: Bewaking
    bewaring: Bewaring
    terugpost: Terugpost

    @classmethod
    def open(cls, instellingen: Instellingen) -> Self:
        """Check the contact data, open the database and bring its tables up to date.

        Raises ContactenFout, RegisterFout or VerkeerdeSleutel; each stops the start.
        """
        loketten = laad_loketten(instellingen.contactenmap / "loketten.yml")
        hulplijnen = laad_hulplijnen(instellingen.contactenmap / "hulplijnen.yml")
        overnemers = laad_overnemers(instellingen.contactenmap / "overnemers.yml")
        if instellingen.mail_aflevering == "smtp":
            for ontvanger in loketten.ontvangers():
                if is_plaatshouder(ontvanger.email):
                    raise ContactenFout(
                        f"loketten.yml: het adres van {ontvanger.organisatie} is een plaatshouder. "
                        "Vul het in voor LOKET_MAIL_AFLEVERING op smtp staat."
                    )
        maak_datamap(instellingen.datamap)
        mail_domein = instellingen.mail_afzender.rpartition("@")[2]
        database = Database(instellingen.database)
        try:
            database.werk_bij()
            geheim = sleutels(instellingen)
            archief = Archief(
                database,
                Kluis(geheim),
                Merker(geheim),
                afspraken=_afspraken(instellingen),
                mail_domein=mail_domein,
            )
            register = Register(archief)
            postbus = Postbus(
                archief,
                alarm_na=timedelta(hours=instellingen.mail_alarm_na_uren),
                beheerder=instellingen.beheerder_email is not None,
            )
            register.controleer_sleutel()
            register.vul_aan()
        except BaseException:
            database.sluit()
            raise
        return cls(
            instellingen=instellingen,
            loketten=loketten,
            hulplijnen=hulplijnen,
            overnemers=overnemers,
            plaatsen=laad_plaatsen(),
            database=database,
            archief=archief,
            register=register,
            postbus=postbus,
            dossiers=Dossiers(archief, loketten, hulplijnen),
            vrager=VragerLoket(archief, loketten),
            audit=archief.audit,
            bewaking=Bewaking(archief, postbus),
            bewaring=Bewaring(archief, postbus),
            terugpost=Terugpost(archief, postbus),
        )

    def sluit(self) -> None:
        """Close the database."""
        self.database.sluit()


def _afspraken(instellingen: Instellingen) -> Afspraken:
    """What the office promises itself and how long it keeps things, from the settings."""
    return Afspraken(
        beslissen=instellingen.termijn_beslissen_werkdagen,
        dringend=instellingen.termijn_dringend_werkdagen,
        antwoorden=instellingen.termijn_antwoord_werkdagen,
        herinneren=instellingen.herinneren_na_werkdagen,
        escaleren=instellingen.escaleren_na_werkdagen,
        bewaren_open=instellingen.bewaartermijn_aanvraag_dagen,
        bewaren_ontvankelijk=instellingen.bewaartermijn_ontvankelijk_dagen,
        bewaren_niet_ontvankelijk=instellingen.bewaartermijn_niet_ontvankelijk_dagen,
        bewaren_ingetrokken=instellingen.bewaartermijn_ingetrokken_dagen,
    )

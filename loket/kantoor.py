"""The office, wired: settings, contact data, places, the register and its outbox."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Self

from loket.contacten import ContactenFout, Hulplijnen, Loketten, laad_hulplijnen, laad_loketten
from loket.domain.routing import Plaatsen
from loket.geheimen import maak_datamap, sleutels
from loket.mail.postbus import Postbus
from loket.plaatsen import laad_plaatsen
from loket.settings import Instellingen, is_plaatshouder
from loket.store.database import Database
from loket.store.register import Register
from loket.store.versleuteling import Kluis


@dataclass(frozen=True)
class Kantoor:
    """Everything the actions, the service and the mail worker work with."""

    instellingen: Instellingen
    loketten: Loketten
    hulplijnen: Hulplijnen
    plaatsen: Plaatsen
    database: Database
    register: Register
    postbus: Postbus

    @classmethod
    def open(cls, instellingen: Instellingen) -> Self:
        """Check the contact data, open the database and bring its tables up to date.

        Raises ContactenFout, RegisterFout or VerkeerdeSleutel; each stops the start.
        """
        loketten = laad_loketten(instellingen.contactenmap / "loketten.yml")
        hulplijnen = laad_hulplijnen(instellingen.contactenmap / "hulplijnen.yml")
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
            register = Register(
                database,
                Kluis(sleutels(instellingen)),
                bewaren=timedelta(days=instellingen.bewaartermijn_aanvraag_dagen),
                mail_domein=mail_domein,
            )
            postbus = Postbus(
                database,
                alarm_na=timedelta(hours=instellingen.mail_alarm_na_uren),
                mail_domein=mail_domein,
                beheerder=instellingen.beheerder_email is not None,
            )
            register.controleer_sleutel()
        except BaseException:
            database.sluit()
            raise
        return cls(instellingen, loketten, hulplijnen, laad_plaatsen(), database, register, postbus)

    def sluit(self) -> None:
        """Close the database."""
        self.database.sluit()

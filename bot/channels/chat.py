"""The chat channel: the wire format that the widget speaks, each message answered exactly once.

A message is written down before Rasa is asked. Rasa records a turn in one transaction, with the message's
id, and at most once (`bot.gebeurtenissen`). What a turn answered is read from that record, never from Rasa's
HTTP answer: so a retry after whatever failure finds the same answer, or the turn really was not taken.
"""

from __future__ import annotations

import asyncio
import json
import logging
import re
import time
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from functools import partial
from typing import Any, NamedTuple, TypeVar

from aiohttp import web

from bot.channels.stroom import Seinen, Stroom
from bot.channels.vorm import REST, giet
from bot.drukte import GEDULD, GEDULD_NIEUW, Druk, Drukte
from bot.gebeurtenissen import Gebeurtenis, Gebeurtenissen
from bot.gedeeld import Gedeeld, Omroep, SlotBezet, Sloten
from bot.gesprekken import Beurt, Gesprekken, Item
from bot.grenzen import GedeeldeBegrenzer, Grens
from bot.logboek import beschrijf_fout
from bot.metingen import tel_beurt
from bot.overdracht import AlGebruikt, LinkFout, Overdracht, TeLaat
from bot.rasa_client import RasaClient, RasaTraag, RasaWeg
from bot.web import Fout, adres_van
from loket import meting
from loket.contacten import Hulplijnen
from loket.domain.werkdagen import BRUSSEL
from loket.store.database import RegisterFout
from loket.tekst import schone_tekst, voor_rasa

logger = logging.getLogger(__name__)

T = TypeVar("T")

LANGSTE_BERICHT = 10_000
"""Characters in one message: a long story fits."""
LANGSTE_LIJF = 256 * 1024
"""Bytes in one request: the longest message, even when every character is escaped."""
LANGSTE_WACHT = 30.0
"""Seconds that a request may take to arrive: a long story over a bad connection needs a few."""
NA_ANTWOORD = 0.1
"""Seconds: what follows from a form (mail) starts once its answer is on its way."""

_BEGIN = "/begin"
_BEGIN_ID = "begin"
_BERICHT_ID = re.compile(r"[A-Za-z0-9_.:-]{1,64}")
_TE_LANG = (
    f"Je bericht is langer dan {LANGSTE_BERICHT} tekens. Maak het korter, of stuur het in stukken. "
    "Je tekst is niet weg."
)
_LEEG = "Je bericht is leeg. Typ eerst wat je wilt zeggen."
_ONBEKEND = "Dit gesprek bestaat niet meer. Begin een nieuw gesprek."
_TE_VEEL = "Je stuurt heel veel berichten na elkaar. Wacht even en probeer het dan opnieuw."
_WEG = "De chat werkt nu even niet. Probeer het zo meteen opnieuw. Wil je nu iemand spreken? Bel gerust."
_DRUK = (
    "Het is nu heel druk in de chat. Probeer het zo meteen opnieuw. Je bericht is niet weg. Bellen kan ook."
)
_TRAAG = "Het antwoord duurt te lang. Probeer het opnieuw. Je bericht is niet weg. Bellen kan ook."
GEVAAR_EERST = "Is er nu gevaar, of gaat het echt niet meer? Bel dan meteen een van deze nummers."
"""What someone in danger reads first when the assistant itself cannot answer."""
_STIL = "Sorry, op dit bericht kan ik nu niet antwoorden. Zeg het nog eens, of bel iemand die je helpt."

_CODE_ONBEKEND = (
    "Deze code ken ik niet. Kijk na of je ze juist typte. Een code werkt één keer, en drie dagen lang."
)
_LINK_ONBEKEND = "Deze link werkt niet. Vraag in Messenger een nieuwe. Typ daar: aanvraag doen."
_LINK_TE_LAAT = "Deze link is te oud. Vraag in Messenger een nieuwe. Typ daar: aanvraag doen."
_LINK_GEBRUIKT = (
    "Deze link is al gebruikt. Ze werkt maar één keer, zodat niemand meeleest. "
    "Was jij dat? Ga dan verder op de pagina die al open staat. "
    "Of vraag in Messenger een nieuwe link. Typ daar: aanvraag doen."
)
_TE_TRAAG = "Je bericht kwam niet helemaal aan. Kijk je verbinding na en probeer het opnieuw."
_TE_VEEL_CODES = "Er zijn veel codes geprobeerd. Wacht even en probeer het dan opnieuw."

_PLAT = "plat"  # how a plain client names the form in which it wants its answers
VOLGNUMMER = "Volgnummer"
"""Header with the number of the turn that an answer is, or that a conversation has come to."""
CODE_GELDIG = 3 * 86_400.0
"""Seconds that a code to go on later works."""
_UITKOMST: dict[type[Exception], str] = {KeyError: "gewist", RasaWeg: "rasa_weg", RasaTraag: "rasa_traag"}
VAN_MENS = "m:"  # keeps the ids that clients choose apart from our own

_PER_GESPREK = Grens(ineens=120, per_seconde=1)
_PER_ADRES = Grens(ineens=600, per_seconde=20)  # a school has one address for everyone
_BEGIN_PER_ADRES = Grens(ineens=200, per_seconde=1)

_CODES_PER_GESPREK = Grens(ineens=5, per_seconde=1 / 60)
_CODES_PER_ADRES = Grens(ineens=30, per_seconde=1 / 20)  # hashing a code is slow on purpose
_POGINGEN_PER_ADRES = Grens(ineens=20, per_seconde=1 / 20)
_MISSERS = Grens(ineens=200, per_seconde=1 / 2)


def items_van(gebeurtenissen: Sequence[Gebeurtenis]) -> list[Item]:
    """The replies in the events of a turn, one item a reply, in the wire format without `recipient_id`.

    A reply that is only `custom` belongs to the text before it, as in Rasa's REST channel where both come
    as two messages.
    """
    items: list[Item] = []
    for gebeurtenis in gebeurtenissen:
        if gebeurtenis.get("event") != "bot":
            continue
        data = gebeurtenis.get("data") or {}
        tekst = (gebeurtenis.get("text") or "").strip()
        if not tekst and data.get("custom") and items and "custom" not in items[-1]:
            items[-1]["custom"] = data["custom"]
            continue
        item: Item = {"text": tekst}
        if knoppen := data.get("buttons") or data.get("quick_replies"):
            item["buttons"] = [
                {"title": k["title"], "payload": k.get("payload", k["title"])}
                | ({"soort": k["soort"]} if "soort" in k else {})
                for k in knoppen
            ]
        if data.get("custom"):
            item["custom"] = data["custom"]
        if tekst or len(item) > 1:
            items.append(item)
    return items


def eindigt_formulier(gebeurtenissen: Sequence[Gebeurtenis]) -> bool:
    """Whether a form ended in a turn: then there may be mail to send, put in the outbox by Rasa's process."""
    return any(g.get("event") == "active_loop" and g.get("name") is None for g in gebeurtenissen)


class Overgenomen(NamedTuple):
    """A turn as Rasa recorded it, what it says, and its number."""

    gebeurtenissen: list[Gebeurtenis]
    items: list[Item]
    nr: int


class Antwoord(NamedTuple):
    """What was said, and as which turn; no number when the conversation is deleted."""

    items: list[Item]
    nr: int | None


class Gesprekspartner:
    """Takes turns: one at a time in each conversation, in the order of arrival."""

    def __init__(  # noqa: PLR0913
        self,
        gesprekken: Gesprekken,
        gebeurtenissen: Gebeurtenissen,
        rasa: RasaClient,
        stil: Item,
        *,
        na_formulier: Callable[[], None] = lambda: None,
        gedeeld: Gedeeld | None = None,
    ) -> None:
        """`stil` is the item that answers a turn in which the assistant said nothing at all.

        `na_formulier` is called NA_ANTWOORD after each turn that ended a form; `gedeeld` is shared with other
        instances.
        """
        self._gesprekken = gesprekken
        self._gebeurtenissen = gebeurtenissen
        self._rasa = rasa
        self._stil = stil
        self._na_formulier = na_formulier
        self.seinen = Seinen()
        self.omroep = Omroep(gedeeld or Gedeeld(), self.seinen.sein)
        self._sloten = Sloten(gedeeld or Gedeeld())

    async def begin(self) -> tuple[str, list[Item]]:
        """Start a conversation; returns its token and the greeting. Raises RasaWeg, RasaTraag."""
        token, gesprek = await asyncio.to_thread(self._gesprekken.begin)
        try:
            return token, await self.begroeting(gesprek)
        except BaseException:
            await self.wis(gesprek)  # nobody has the token
            raise

    async def begin_elders(self) -> str:
        """Start a conversation of a channel that knows people by itself; returns its id."""
        _, gesprek = await asyncio.to_thread(self._gesprekken.begin)
        return gesprek

    async def begroeting(self, gesprek: str) -> list[Item]:
        """How a conversation begins. Raises as `antwoord`."""
        return (await self.antwoord(gesprek, _BEGIN_ID, _BEGIN, vertrouwd=True)).items

    async def antwoord(
        self, gesprek: str, bericht_id: str, tekst: str, *, vertrouwd: bool = False
    ) -> Antwoord:
        """The answer to a message; the same `bericht_id` again gives the same answer.

        Only with `vertrouwd` may `tekst` be a command to Rasa. Raises RasaWeg, RasaTraag (then asking again
        is right), KeyError when the conversation is gone.
        """
        with meting.beurt() as einde:
            try:
                gezegd = await self._antwoord(gesprek, bericht_id, tekst, vertrouwd=vertrouwd)
                einde["uitkomst"] = "gelukt"
            except (KeyError, RasaWeg, RasaTraag, RegisterFout) as fout:
                einde["uitkomst"] = _UITKOMST.get(type(fout), "register")
                raise
        return gezegd

    async def _antwoord(self, gesprek: str, bericht_id: str, tekst: str, *, vertrouwd: bool) -> Antwoord:
        async with self._slot(gesprek) as alleen:
            bericht = await asyncio.to_thread(
                self._gesprekken.neem_aan, gesprek, bericht_id, "" if vertrouwd else tekst
            )
            if bericht.antwoord is not None:
                nr = await asyncio.to_thread(self._gesprekken.volgnummer, gesprek, bericht_id)
                return Antwoord(bericht.antwoord, nr)
            beurt = None if bericht.nieuw else await asyncio.to_thread(self._neem_over, gesprek, bericht_id)
            # Without Redis another instance may come in between; then the turn was refused, and goes again.
            for _ in range(1 if alleen else 3):
                if beurt is not None:
                    break
                await self._rasa.vraag(gesprek, bericht_id, tekst if vertrouwd else voor_rasa(bericht.tekst))
                beurt = await asyncio.to_thread(self._neem_over, gesprek, bericht_id)
            if beurt is None:  # Rasa says "done" even when a turn failed; its record tells the truth
                raise RasaWeg
            tel_beurt(beurt.gebeurtenissen)
            items, nr = beurt.items, beurt.nr
            self._sein(gesprek)
            if eindigt_formulier(beurt.gebeurtenissen):
                asyncio.get_running_loop().call_later(NA_ANTWOORD, self._na_formulier)
            if any((item.get("custom") or {}).get("opdracht") == "wis_gesprek" for item in items):
                await asyncio.to_thread(self._wis, gesprek)
                self._sein(gesprek)
                return Antwoord(items, None)
            return Antwoord(items, nr)

    def _neem_over(self, gesprek: str, bericht_id: str) -> Overgenomen | None:
        """Take what Rasa recorded of a turn as the answer to its message, None when it took no such turn."""
        gebeurtenissen = self._gebeurtenissen.beurt(gesprek, bericht_id)
        if gebeurtenissen is None:
            return None
        items = items_van(gebeurtenissen) or [self._stil]
        return Overgenomen(gebeurtenissen, items, self._gesprekken.beantwoord(gesprek, bericht_id, items))

    async def verloop(self, gesprek: str) -> list[dict[str, Any]]:
        """The whole conversation, for a page that is loaded again."""
        regels: list[dict[str, Any]] = []
        beurten = await asyncio.to_thread(self._gesprekken.beurten, gesprek, 0)
        tijden = {beurt.bericht.bericht_id: {"tijd": round(beurt.tijd)} for beurt in beurten}
        for bericht in await asyncio.to_thread(self._gesprekken.berichten, gesprek):
            items = bericht.antwoord
            if items is None:  # answered, but nobody was there to write it down
                beurt = await asyncio.to_thread(self._gebeurtenissen.beurt, gesprek, bericht.bericht_id)
                items = items_van(beurt or [])
            tijd = tijden.get(bericht.bericht_id, {})
            if bericht.tekst:
                regels.append(
                    {"van": "mens", "text": bericht.tekst, "message_id": bericht.bericht_id, **tijd}
                )
            regels += [{"van": "assistent", **item, **tijd} for item in items]
        return regels

    async def wis(self, gesprek: str) -> None:
        """Delete everything of a conversation, here and at Rasa, after the turn that is going on."""
        async with self._slot(gesprek):
            await asyncio.to_thread(self._wis, gesprek)
        self._sein(gesprek)

    async def wis_verlopen(self, dagen: int) -> int:
        """Delete the conversations in which nobody spoke for `dagen` days; how many of ours that were."""
        grens = time.time() - dagen * 86_400
        oud = await asyncio.to_thread(self._gesprekken.ouder_dan, grens)
        for gesprek in oud:
            await self.wis(gesprek)
        # also those that never came through this channel (rasa shell), or lost their conversation
        await asyncio.to_thread(self._gebeurtenissen.wis_ouder_dan, grens)
        return len(oud)

    def _wis(self, gesprek: str) -> None:
        # Rasa's side first: when we are killed in between, the token still works to ask again.
        self._gebeurtenissen.wis(gesprek)
        self._gesprekken.wis(gesprek)

    def _sein(self, gesprek: str) -> None:
        self.seinen.sein(gesprek)
        self.omroep.roep(gesprek)

    @asynccontextmanager
    async def _slot(self, gesprek: str) -> AsyncIterator[bool]:
        try:
            async with self._sloten.slot(gesprek) as alleen:
                yield alleen
        except SlotBezet as fout:
            raise RasaTraag from fout


class ChatKanaal:
    """The HTTP side of the channel; `routes()` gives what the public app serves."""

    def __init__(  # noqa: PLR0913
        self,
        gesprekken: Gesprekken,
        partner: Gesprekspartner,
        lijnen: Lijnen,
        *,
        gevaar: Callable[[str], Collection[str]],
        proxies: Collection[str] = (),
        plaatsen: Callable[[str], list[str]] = lambda _: [],
        overdracht: Overdracht | None = None,
        wacht: float = LANGSTE_WACHT,
        klok: Callable[[], float] = time.monotonic,
        gedeeld: Gedeeld | None = None,
        peper: bytes = b"",
        drukte: Drukte | None = None,
    ) -> None:
        """`gevaar` gives the keys of the help lines that a text calls for, none when there is no danger.

        `plaatsen` gives the places that what someone is typing may become, as they are read back.
        `overdracht` knows the links with which a conversation of another channel goes on here.
        With `gedeeld` the limits count over all instances, under keys that `peper` hides.
        `drukte` says when it is too busy for one more.
        `wacht` is how many seconds a request may take to arrive; `klok` is what the limits go by.
        """
        self._gesprekken = gesprekken
        self._partner = partner
        self._lijnen = lijnen
        self._gevaar = gevaar
        self._proxies = proxies
        begrenzer = partial(GedeeldeBegrenzer, gedeeld=gedeeld or Gedeeld(), peper=peper, klok=klok)
        self._per_gesprek = begrenzer("per_gesprek", _PER_GESPREK)
        self._per_adres = begrenzer("per_adres", _PER_ADRES)
        self._begin_per_adres = begrenzer("begin_per_adres", _BEGIN_PER_ADRES)
        self._drukte = drukte or Drukte()
        self._plaatsen = plaatsen
        self._overdracht = overdracht
        self._stroom = Stroom(gesprekken, partner.seinen, lambda: partner.omroep.luistert)
        self._wacht = wacht
        self._codes = begrenzer("codes", _CODES_PER_GESPREK)
        self._codes_per_adres = begrenzer("codes_per_adres", _CODES_PER_ADRES)
        self._pogingen = begrenzer("pogingen", _POGINGEN_PER_ADRES)
        self._missers = begrenzer("missers", _MISSERS)

    def routes(self) -> list[web.RouteDef]:
        """The addresses of the wire format."""
        return [
            web.get("/chat/stroom", self.stroom, allow_head=False),
            web.post("/chat/later", self.later),
            web.post("/chat/hervat", self.hervat),
            web.post("/chat/plaatsen", self.plaatsen),
            web.post("/chat/duidelijk", self.duidelijk),
            web.post("/chat/begin", self.begin),
            web.post("/chat", self.chat),
            web.get("/chat/berichten", self.berichten, allow_head=False),
            web.delete("/chat", self.wis),
        ]

    async def begin(self, request: web.Request) -> web.Response:
        """POST /chat/begin."""
        if not await self._begin_per_adres.mag(adres_van(request, self._proxies)):
            raise Fout(429, _TE_VEEL)
        token, items = await self._bij_rasa(self._partner.begin, GEDULD_NIEUW)
        inhoud = {"sender": token, "berichten": _aan(token, items)}
        return web.json_response(inhoud, status=201, headers={VOLGNUMMER: "1"})

    async def chat(self, request: web.Request) -> web.Response:
        """POST /chat; with `"vorm": "plat"` the answer is texts and buttons alone."""
        inhoud = await self._json(request)
        try:
            return await self._chat(request, inhoud)
        except Exception as fout:
            # Whatever went wrong: someone in danger reads first whom to call.
            tekst = inhoud.get("message")
            gevaar = self._gevaar(schone_tekst(tekst[:LANGSTE_BERICHT])) if isinstance(tekst, str) else ()
            if not gevaar:
                raise
            meting.GEVAAR.inc()
            if isinstance(fout, Fout):
                wat = fout
            else:
                logger.error("POST /chat gaf een fout: %s", beschrijf_fout(fout))
                wat = Fout(503, _WEG)
            zin = f"{GEVAAR_EERST} {wat.zin}"
            raise Fout(wat.status, zin, self._lijnen.bij_gevaar(gevaar)) from fout

    async def _chat(self, request: web.Request, inhoud: dict[str, Any]) -> web.Response:
        self._niet_te_druk(GEDULD)  # before anything that would make it busier
        token, tekst = str(inhoud.get("sender")), inhoud.get("message")
        # taking the message looks whether the conversation is still there
        gesprek = await self._gesprek(request, token, self._gesprekken.bekend(token))
        if not isinstance(tekst, str):
            raise Fout(400)
        if len(tekst) > LANGSTE_BERICHT:
            raise Fout(413, _TE_LANG)
        tekst = schone_tekst(tekst)
        if not tekst.strip():
            raise Fout(422, _LEEG)
        bericht_id = inhoud.get("message_id")
        if bericht_id is None:
            bericht_id = uuid.uuid4().hex
        elif not isinstance(bericht_id, str) or not _BERICHT_ID.fullmatch(bericht_id):
            raise Fout(400)
        bericht_id = f"{VAN_MENS}{bericht_id}"
        items, nr = await self._bij_rasa(partial(self._partner.antwoord, gesprek, bericht_id, tekst))
        koppen = {} if nr is None else {VOLGNUMMER: str(nr)}
        if inhoud.get("vorm") == _PLAT:
            items = _plat(items)
        return web.json_response(_aan(token, items), headers=koppen)

    async def berichten(self, request: web.Request) -> web.Response:
        """GET /chat/berichten: the whole conversation; `Volgnummer` is that of its latest turn."""
        token = _bearer(request)
        gesprek = await self._gesprek(request, token)
        # The number first: a turn that comes in between is then shown here, and known when it comes again.
        nummer = await asyncio.to_thread(self._gesprekken.laatste_nr, gesprek)
        regels = await self._partner.verloop(gesprek)
        for regel in regels:
            if "message_id" in regel:
                regel["message_id"] = regel["message_id"].removeprefix(VAN_MENS)
            else:
                regel["recipient_id"] = token
        return web.json_response({"berichten": regels}, headers={VOLGNUMMER: str(nummer)})

    async def stroom(self, request: web.Request) -> web.StreamResponse:
        """GET /chat/stroom?na=N: the turns after number N, and each new one as it comes."""
        token = _bearer(request)
        gesprek = await self._gesprek(request, token)
        na = request.query.get("na", "0")
        if not re.fullmatch(r"[0-9]{1,9}", na):
            raise Fout(400)
        if self._partner.seinen.vol(gesprek):
            raise Fout(429, _TE_VEEL)

        def toon(beurt: Beurt) -> dict[str, Any]:
            bericht = beurt.bericht
            return {
                "message_id": bericht.bericht_id.removeprefix(VAN_MENS) if bericht.tekst else "",
                "text": bericht.tekst,
                "tijd": round(beurt.tijd),
                "berichten": _aan(token, bericht.antwoord or []),
            }

        return await self._stroom.volg(request, gesprek, int(na), toon)

    async def stop_stromen(self, _: web.Application) -> None:
        """Signal handler: end every stream, for the service stops."""
        self._partner.seinen.stop()

    async def later(self, request: web.Request) -> web.Response:
        """POST /chat/later: a one-time code to go on elsewhere, and until when it works."""
        gesprek = await self._gesprek(request, _bearer(request))
        if not await self._codes.mag(gesprek) or not await self._codes_per_adres.mag(
            adres_van(request, self._proxies)
        ):
            raise Fout(429, _TE_VEEL)
        try:
            code, tot = await asyncio.to_thread(self._gesprekken.maak_code, gesprek, CODE_GELDIG)
        except KeyError as fout:
            raise Fout(401, _ONBEKEND) from fout
        return web.json_response({"code": code, "tot": round(tot)}, status=201)

    async def hervat(self, request: web.Request) -> web.Response:
        """POST /chat/hervat: a token for the conversation of a code, or of a link."""
        code = (await self._json(request)).get("code")
        if not await self._pogingen.mag(adres_van(request, self._proxies)):
            raise Fout(429, _TE_VEEL_CODES)
        if not isinstance(code, str) or len(code) > 100:
            raise Fout(404, _CODE_ONBEKEND)
        if self._overdracht is not None and self._overdracht.is_link(code):
            return web.json_response({"sender": await _bij_link(self._overdracht, code)})
        # One bucket for all wrong codes together: nobody guesses from many addresses at once.
        if not await self._missers.kan(""):
            raise Fout(429, _TE_VEEL_CODES)
        token = await asyncio.to_thread(self._gesprekken.hervat, code)
        if token is None:
            await self._missers.mag("")
            raise Fout(404, _CODE_ONBEKEND)
        return web.json_response({"sender": token})

    async def plaatsen(self, request: web.Request) -> web.Response:
        """POST /chat/plaatsen: what the letters so far may become. Not in the address, which gets logged."""
        inhoud = await self._json(request)
        begin = inhoud.get("begin")
        await self._gesprek(request, inhoud.get("sender"))
        if not isinstance(begin, str) or len(begin) > 100:
            raise Fout(400)
        return web.json_response({"plaatsen": self._plaatsen(begin)})

    async def duidelijk(self, request: web.Request) -> web.Response:
        """POST /chat/duidelijk: count a yes or a no to the topic explained last, and nothing else."""
        inhoud = await self._json(request)
        duidelijk = inhoud.get("duidelijk")
        gesprek = await self._gesprek(request, inhoud.get("sender"))
        if not isinstance(duidelijk, bool):
            raise Fout(400)
        vandaag = datetime.now(BRUSSEL).date()
        await asyncio.to_thread(self._gesprekken.tel_duidelijk, gesprek, vandaag, duidelijk)
        return web.Response(status=204)

    async def wis(self, request: web.Request) -> web.Response:
        """DELETE /chat."""
        await self._partner.wis(await self._gesprek(request, _bearer(request)))
        return web.Response(status=204)

    async def _gesprek(self, request: web.Request, token: object, bekend: str | None = None) -> str:
        """The conversation of a token, which may be `bekend` already. Raises Fout."""
        if not await self._per_adres.mag(adres_van(request, self._proxies)):
            raise Fout(429, _TE_VEEL)
        if not isinstance(token, str):
            raise Fout(401, _ONBEKEND)
        gesprek = bekend or await asyncio.to_thread(self._gesprekken.gesprek, token)
        if gesprek is None:
            raise Fout(401, _ONBEKEND)
        if not await self._per_gesprek.mag(gesprek):
            raise Fout(429, _TE_VEEL)
        return gesprek

    async def _json(self, request: web.Request) -> dict[str, Any]:
        try:
            async with asyncio.timeout(self._wacht):
                inhoud = json.loads(await request.read())
        except TimeoutError as fout:
            raise Fout(408, _TE_TRAAG) from fout
        except (ValueError, RecursionError) as fout:
            raise Fout(400) from fout
        if not isinstance(inhoud, dict):
            raise Fout(400)
        return inhoud

    def _niet_te_druk(self, geduld: float) -> None:
        try:
            self._drukte.mag(geduld)
        except Druk as fout:
            raise Fout(503, _DRUK, self._lijnen.gewoon()) from fout

    async def _bij_rasa(self, vraag: Callable[[], Awaitable[T]], geduld: float = GEDULD) -> T:
        self._niet_te_druk(geduld)
        try:
            with self._drukte.beurt():
                return await vraag()
        except KeyError as fout:
            raise Fout(401, _ONBEKEND) from fout
        except (RasaWeg, RasaTraag, RegisterFout) as fout:
            status, zin = (504, _TRAAG) if isinstance(fout, RasaTraag) else (503, _WEG)
            raise Fout(status, zin, self._lijnen.gewoon()) from fout


class Lijnen:
    """The help lines as the wire format shows them."""

    def __init__(self, hulplijnen: Hulplijnen) -> None:
        self._hulplijnen = hulplijnen

    def gewoon(self) -> list[dict[str, str]]:
        """Whom to call when only the chat is out of order."""
        return [self._lijn(naam) for naam in ("jo-lijn", "awel")]

    def bij_stilte(self) -> Item:
        """The reply to a turn in which the assistant said nothing at all: something went wrong there."""
        return {"text": _STIL, "custom": {"soort": "fout", "lijnen": self.gewoon()}}

    def bij_gevaar(self, eerst: Collection[str]) -> list[dict[str, str]]:
        """The lines that a danger calls for, then the number for emergencies, then the usual ones."""
        namen = dict.fromkeys((*eerst, "noodnummer", "awel", "jo-lijn"))
        return [self._lijn(naam) for naam in namen]

    def _lijn(self, naam: str) -> dict[str, str]:
        lijn = self._hulplijnen[naam]
        return {"naam": lijn.naam, "nummer": lijn.nummer, "uitleg": lijn.voor_wie}


async def _bij_link(overdracht: Overdracht, code: str) -> str:
    try:
        return await asyncio.to_thread(overdracht.neem, code)
    except TeLaat as fout:
        raise Fout(410, _LINK_TE_LAAT) from fout
    except AlGebruikt as fout:
        raise Fout(410, _LINK_GEBRUIKT) from fout
    except LinkFout as fout:
        raise Fout(404, _LINK_ONBEKEND) from fout


def _plat(items: Sequence[Item]) -> list[Item]:
    """For a client that shows texts and buttons, and knows nothing of `custom`."""
    return [
        {"text": bericht.tekst}
        | (
            {"buttons": [{"title": k.titel, "payload": k.zegt} for k in bericht.keuzes]}
            if bericht.keuzes
            else {}
        )
        for bericht in giet(items, REST).berichten
    ]


def _aan(token: str, items: Sequence[Item]) -> list[Item]:
    return [{"recipient_id": token, **item} for item in items]


def _bearer(request: web.Request) -> str:
    soort, _, token = request.headers.get("Authorization", "").partition(" ")
    if soort.lower() != "bearer" or not token.strip():
        raise Fout(401, _ONBEKEND)
    return token.strip()

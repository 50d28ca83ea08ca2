"""A stand-in for Meta: the Graph API as documented, with its limits, and the webhooks that it sends."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import itertools
import json
import threading
import time
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

import requests
from aiohttp import web

PAGINA = "1000200030004000"
APP = "5000600070008000"
TOKEN = "EAA-kanarie-token-van-de-pagina"
GEHEIM = "kanarie-app-geheim"
WOORD = "kanarie-controlewoord"
POSTVAK = "263902037430900"
VERSIE = "v25.0"


@dataclass
class Storing:
    """What goes wrong with a call. `daarna`: the call is carried out all the same. `traag` in seconds."""

    status: int = 500
    code: int | None = 2
    subcode: int | None = None
    daarna: bool = False
    traag: float = 0.0


@dataclass
class Verzonden:
    psid: str
    bericht: dict[str, Any]

    @property
    def tekst(self) -> str:
        if "text" in self.bericht:
            return str(self.bericht["text"])
        return str(self.bericht["attachment"]["payload"]["text"])

    @property
    def knoppen(self) -> dict[str, str]:
        """What each quick reply sends back, by its title."""
        return {k["title"]: k["payload"] for k in self.bericht.get("quick_replies", [])}

    @property
    def link(self) -> str | None:
        knoppen = self.bericht.get("attachment", {}).get("payload", {}).get("buttons", [])
        return knoppen[0]["url"] if knoppen else None


@dataclass
class Meta:
    """Runs in a thread of its own; `url` is its address. `klachten`: what the platform would never allow."""

    url: str = ""
    verzonden: list[Verzonden] = field(default_factory=list)
    typend: list[str] = field(default_factory=list)
    klachten: list[str] = field(default_factory=list)
    storingen: list[Storing] = field(default_factory=list)
    eigenaar: dict[str, str] = field(default_factory=dict)
    profiel: dict[str, Any] = field(default_factory=dict)
    velden: list[str] = field(default_factory=list)
    app_ids: dict[str, str] = field(default_factory=dict)
    """The page's id of a person by the app's id."""
    laatst: dict[str, float] = field(default_factory=lambda: defaultdict(float))

    def __post_init__(self) -> None:
        self._nummers = itertools.count(1)
        self._lus = asyncio.new_event_loop()
        self._runner: web.AppRunner | None = None
        self._draad = threading.Thread(target=self._lus.run_forever, daemon=True)

    # --- running ---

    def start(self) -> None:
        self._draad.start()
        asyncio.run_coroutine_threadsafe(self._start(), self._lus).result(30)

    def stop(self) -> None:
        asyncio.run_coroutine_threadsafe(self._stop(), self._lus).result(30)
        self._lus.call_soon_threadsafe(self._lus.stop)
        self._draad.join()
        self._lus.close()

    async def _start(self) -> None:
        app = web.Application()
        app.router.add_post("/{versie}/{pagina}/messages", self._messages)
        app.router.add_post("/{versie}/{pagina}/pass_thread_control", self._geef_door)
        app.router.add_post("/{versie}/{pagina}/take_thread_control", self._neem_terug)
        app.router.add_post("/{versie}/{pagina}/messenger_profile", self._profiel)
        app.router.add_post("/{versie}/{pagina}/subscribed_apps", self._abonneer)
        app.router.add_get("/{versie}/{id}/ids_for_pages", self._ids)
        app.router.add_get("/{versie}/{pagina}", self._pagina)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def _stop(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    @property
    def omgeving(self) -> dict[str, str]:
        """The settings that connect a service to this stand-in."""
        return {
            "LOKET_MESSENGER": "aan",
            "LOKET_MESSENGER_PAGINA": PAGINA,
            "LOKET_MESSENGER_APP": APP,
            "LOKET_MESSENGER_APP_GEHEIM": GEHEIM,
            "LOKET_MESSENGER_TOKEN": TOKEN,
            "LOKET_MESSENGER_CONTROLEWOORD": WOORD,
            "LOKET_MESSENGER_GRAPH": self.url,
        }

    # --- what people do ---

    def gebeurtenis(self, psid: str, tijd: float | None = None, **wat: Any) -> dict[str, Any]:
        """One event of a webhook: a person did `wat` at `tijd` (Unix time)."""
        tijd = time.time() if tijd is None else tijd
        self.laatst[psid] = max(self.laatst[psid], tijd)
        return {"sender": {"id": psid}, "recipient": {"id": PAGINA}, "timestamp": int(tijd * 1000), **wat}

    def bericht(
        self, psid: str, tekst: str, mid: str | None = None, tijd: float | None = None
    ) -> dict[str, Any]:
        return self.gebeurtenis(psid, tijd, message={"mid": mid or self.mid(), "text": tekst})

    def mid(self) -> str:
        return f"m_{next(self._nummers):06d}-aZ09_-"

    @staticmethod
    def melding(*gebeurtenissen: dict[str, Any], **entry: Any) -> dict[str, Any]:
        inhoud = {"id": PAGINA, "time": int(time.time() * 1000)} | entry
        if gebeurtenissen:
            inhoud["messaging"] = list(gebeurtenissen)
        return {"object": "page", "entry": [inhoud]}

    def van(self, psid: str) -> list[Verzonden]:
        """What was sent to this person, in order."""
        return [verzonden for verzonden in list(self.verzonden) if verzonden.psid == psid]

    # --- the Graph API ---

    async def _lees(self, request: web.Request, token: str = TOKEN) -> dict[str, Any] | web.Response:
        if "access_token" in request.query or token in str(request.url):
            self.klachten.append("a token in an address")
        if request.match_info["versie"] != VERSIE:
            return _fout(400, 2635, melding="old version")
        if request.match_info.get("pagina", PAGINA) != PAGINA:
            return _fout(400, 100, 33)
        if request.headers.get("Authorization") != f"Bearer {token}":
            return _fout(400, 190)
        inhoud = dict(request.query) if request.method == "GET" else await request.json()
        bewijs = hmac.new(GEHEIM.encode(), token.encode(), hashlib.sha256).hexdigest()
        if not hmac.compare_digest(str(inhoud.pop("appsecret_proof", "")), bewijs):
            return _fout(400, 100, melding="Invalid appsecret_proof provided in the API argument")
        return inhoud

    async def _messages(self, request: web.Request) -> web.Response:
        inhoud = await self._lees(request)
        if isinstance(inhoud, web.Response):
            return inhoud
        if "message" in inhoud and self.storingen:
            storing = self.storingen.pop(0)
            if storing.traag:
                await asyncio.sleep(storing.traag)
            antwoord = self._messages_nu(inhoud) if storing.daarna else None
            if storing.status != 200 or antwoord is None:
                return _fout(storing.status, storing.code, storing.subcode)
            return antwoord
        return self._messages_nu(inhoud)

    def _messages_nu(self, inhoud: dict[str, Any]) -> web.Response:
        psid = inhoud.get("recipient", {}).get("id")
        if psid not in self.laatst:
            return _fout(400, 100, 2018001)
        if time.time() - self.laatst[psid] > 24 * 3600:
            return _fout(400, 10, 2018278)
        if self.eigenaar.get(psid, APP) != APP:
            return _fout(400, 10, 2018300)
        if ("message" in inhoud) == ("sender_action" in inhoud):
            return self._klacht("message and sender_action")
        if "sender_action" in inhoud:
            if inhoud["sender_action"] not in {"typing_on", "typing_off", "mark_seen"}:
                return self._klacht("sender_action")
            self.typend.append(psid)
            return web.json_response({"recipient_id": psid})
        if inhoud.get("messaging_type") != "RESPONSE":
            return self._klacht("messaging_type")
        if wat := _bezwaar(inhoud["message"]):
            return self._klacht(wat)
        self.verzonden.append(Verzonden(psid, inhoud["message"]))
        return web.json_response({"recipient_id": psid, "message_id": self.mid()})

    def _klacht(self, wat: str) -> web.Response:
        self.klachten.append(wat)
        return _fout(400, 100, melding=wat)

    async def _geef_door(self, request: web.Request) -> web.Response:
        inhoud = await self._lees(request)
        if isinstance(inhoud, web.Response):
            return inhoud
        self.eigenaar[inhoud["recipient"]["id"]] = str(inhoud["target_app_id"])
        return web.json_response({"success": True})

    async def _neem_terug(self, request: web.Request) -> web.Response:
        inhoud = await self._lees(request)
        if isinstance(inhoud, web.Response):
            return inhoud
        self.eigenaar[inhoud["recipient"]["id"]] = APP
        return web.json_response({"success": True})

    async def _profiel(self, request: web.Request) -> web.Response:
        inhoud = await self._lees(request)
        if isinstance(inhoud, web.Response):
            return inhoud
        menus = inhoud.get("persistent_menu", [])
        if menus and "get_started" not in {**self.profiel, **inhoud}:
            return self._klacht("a menu without get_started")
        for menu in menus:
            for actie in menu["call_to_actions"]:
                if len(actie["title"]) > 30 or len(actie.get("payload", "")) > 1000:
                    return self._klacht("menu title")
            if not 1 <= len(menu["call_to_actions"]) <= 20:
                return self._klacht("menu length")
        if any(len(groet["text"]) > 160 for groet in inhoud.get("greeting", [])):
            return self._klacht("greeting")
        self.profiel |= inhoud
        return web.json_response({"result": "success"})

    async def _abonneer(self, request: web.Request) -> web.Response:
        inhoud = await self._lees(request)
        if isinstance(inhoud, web.Response):
            return inhoud
        self.velden = inhoud["subscribed_fields"].split(",")
        return web.json_response({"success": True})

    async def _ids(self, request: web.Request) -> web.Response:
        inhoud = await self._lees(request, f"{APP}|{GEHEIM}")
        if isinstance(inhoud, web.Response):
            return inhoud
        psid = self.app_ids.get(request.match_info["id"])
        return web.json_response({"data": [{"id": psid, "page": {"id": PAGINA}}] if psid else []})

    async def _pagina(self, request: web.Request) -> web.Response:
        inhoud = await self._lees(request)
        if isinstance(inhoud, web.Response):
            return inhoud
        return web.json_response({"name": "Testpagina", "id": PAGINA})


def _fout(status: int, code: int | None, subcode: int | None = None, melding: str = "x") -> web.Response:
    fout: dict[str, Any] = {"message": melding, "type": "OAuthException", "fbtrace_id": "A1b2"}
    if code is not None:
        fout["code"] = code
    if subcode is not None:
        fout["error_subcode"] = subcode
    return web.json_response({"error": fout}, status=status)


def _lang(tekst: str) -> int:
    return len(tekst.encode("utf-16-le")) // 2


def _bezwaar(bericht: dict[str, Any]) -> str | None:
    """What the platform has against a message."""
    if ("text" in bericht) == ("attachment" in bericht):
        return "text or attachment"
    if "text" in bericht and not (bericht["text"].strip() and _lang(bericht["text"]) <= 2000):
        return "text length"
    knoppen = bericht.get("quick_replies", [])
    if len(knoppen) > 13:
        return "quick replies"
    for knop in knoppen:
        if knop["content_type"] != "text" or not 0 < _lang(knop["title"]) <= 20:
            return "quick reply title"
        if len(knop["payload"]) > 1000:
            return "quick reply payload"
    if "attachment" in bericht:
        inhoud = bericht["attachment"]["payload"]
        if bericht["attachment"]["type"] != "template" or inhoud["template_type"] != "button":
            return "template"
        if len(inhoud["text"]) > 640 or not 1 <= len(inhoud["buttons"]) <= 3:
            return "template text"
        if any(len(knop["title"]) > 20 for knop in inhoud["buttons"]):
            return "template button"
    return None


def onderteken(lijf: bytes, geheim: str = GEHEIM) -> str:
    """The signature that goes with a webhook's body."""
    return f"sha256={hmac.new(geheim.encode(), lijf, hashlib.sha256).hexdigest()}"


def verzoek(gegevens: dict[str, Any], geheim: str = GEHEIM) -> str:
    """A signed request, as the platform posts it."""
    inhoud = base64.urlsafe_b64encode(json.dumps(gegevens).encode()).decode().rstrip("=")
    teken = hmac.new(geheim.encode(), inhoud.encode(), hashlib.sha256).digest()
    return f"{base64.urlsafe_b64encode(teken).decode().rstrip('=')}.{inhoud}"


def meld(url: str, melding: Any, *, handtekening: str | None = None) -> requests.Response:
    """Deliver a webhook to the service at `url`, signed unless another `handtekening` is given."""
    lijf = json.dumps(melding).encode()
    koppen = {"Content-Type": "application/json"}
    kop = onderteken(lijf) if handtekening is None else handtekening
    if kop:
        koppen["X-Hub-Signature-256"] = kop
    return requests.post(f"{url}/messenger", data=lijf, headers=koppen, timeout=30)

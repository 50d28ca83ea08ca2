"""A small chat service that speaks the wire format with scripted answers, and fails on command.

It serves the real widget with the real service's Content-Security-Policy. What it cannot show is
whether the assistant answers well; that is for the tests against the whole stack.
"""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict, deque
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.channels.chat import VOLGNUMMER
from bot.pagina import lees_bundel
from bot.web import CSP

WIDGET = Path(__file__).resolve().parents[2] / "web_widget"
Item = dict[str, Any]

LINES = [
    {"naam": "Noodnummer", "nummer": "112", "uitleg": "Als er nu gevaar is."},
    {"naam": "Awel", "nummer": "102", "uitleg": "Voor kinderen en jongeren. Gratis en anoniem."},
    {"naam": "1712", "nummer": "1712", "uitleg": "Bij geweld of misbruik."},
]
GREETING: list[Item] = [
    {
        "text": "Dag! Ik ben de assistent jeugdhulp. Ik ben een chatbot, geen mens.\n\n"
        "Ik leg uit wat cliëntoverleg en bemiddeling zijn. Ik help je ook om ze aan te vragen. Dat is gratis."
    },
    {
        "text": "Wie ben jij?",
        "buttons": [
            {"title": title, "payload": title}
            for title in ("Ik ben een jongere", "Ik ben een ouder", "Ik ben hulpverlener", "Iemand anders")
        ],
        "custom": {"soort": "vraag"},
    },
]
START = [
    {"title": title, "payload": title} for title in ("Wat past bij mij?", "Aanvraag doen", "Iets vragen")
]
SCRIPT: dict[str, list[Item]] = {
    "Ik ben een jongere": [{"text": "Fijn dat je er bent. Wat wil je doen?", "buttons": START}],
    "Iets vragen": [
        {
            "text": "Cliëntoverleg en bemiddeling kosten jou niets.\n"
            "Bel gerust: 03 240 61 66 of de JO-lijn op 0800 900 33. "
            "Lees meer op https://www.jeugdhulp.be/wegwijs.",
            "custom": {"soort": "antwoord", "bron": "draaiboek, 6.1.1", "onderwerp": "kosten"},
        }
    ],
    "Aanvraag doen": [
        {
            "text": "Op welk nummer mogen we je bellen?",
            "buttons": [{"title": "Sla over", "payload": "Sla over"}],
            "custom": {"soort": "vraag", "voortgang": {"nummer": 4, "van": 14}, "invoer": "telefoon"},
        }
    ],
    "0470 12 34 56": [
        {"text": "Dank je. Ik noteer 0470 12 34 56."},
        {
            "text": "Wat is er aan de hand? Vertel het in je eigen woorden.",
            "custom": {"soort": "vraag", "voortgang": {"nummer": 5, "van": 14}, "invoer": "lang"},
        },
    ],
    "Ik heb ruzie met mijn begeleider.": [
        {
            "text": "Kijk even na of dit klopt.",
            "buttons": [
                {"title": "Versturen", "payload": "Versturen"},
                {"title": "Iets wijzigen", "payload": "Iets wijzigen"},
            ],
            "custom": {
                "soort": "overzicht",
                "onderdelen": [
                    {
                        "titel": "Veilig contact",
                        "belangrijk": True,
                        "regels": [
                            {
                                "label": "Hoe bereiken we jou?",
                                "antwoord": "0470 12 34 56, bellen na vier uur",
                            },
                            {"label": "Wie mag dit niet weten?", "antwoord": "Mijn stiefvader"},
                        ],
                    },
                    {
                        "titel": "Wat er speelt",
                        "belangrijk": False,
                        "regels": [
                            {"label": "In je eigen woorden", "antwoord": "Ik heb ruzie met mijn begeleider."},
                            {"label": "Waar verblijf je?", "antwoord": "Deurne (2100)"},
                        ],
                    },
                ],
            },
        }
    ],
    "Versturen": [
        {
            "text": "We hebben je aanvraag ontvangen. Je nummer is AV-2026-000042-7.\n\n"
            "Het loket Antwerpen belt je. Je kunt ook zelf bellen: 03 240 61 66.",
            "custom": {"soort": "ontvangst"},
        }
    ],
    "Ik wil niet meer leven": [
        {
            "text": "Wat goed dat je dit zegt. Praat er nu met iemand over.",
            "custom": {"soort": "gevaar", "lijnen": LINES},
        },
        {"text": "Ik ben er nog. Wil je straks verdergaan?"},
    ],
    "Wis alles": [{"text": "Alles is gewist.", "custom": {"opdracht": "wis_gesprek"}}],
}


@dataclass
class Fault:
    """What goes wrong with one request, instead of or after the answer."""

    status: int = 0
    body: dict[str, Any] | str = field(default_factory=dict)
    drop: bool = False
    after_processing: bool = False


class Standin:
    """The service, and what it saw."""

    def __init__(self) -> None:
        self.url = ""
        self.script = dict(SCRIPT)
        self.greeting = GREETING
        self.faults: deque[Fault] = deque()
        self.history: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
        self.answers: dict[tuple[str, str], list[Item]] = {}
        self.posts: list[dict[str, Any]] = []
        self.processed: list[str] = []
        self.erased: list[str] = []
        self.turns: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
        self.news = asyncio.Condition()
        self.streams_open = True
        self.streams: list[str] = []
        self.codes: dict[str, str] = {}
        self.clear: list[bool] = []
        self.places = ["2100 Deurne (Antwerpen)", "3290 Deurne (Diest)"]
        self.neutral_visits: list[dict[str, str]] = []
        self.gate = asyncio.Event()
        self.gate.set()
        self.app = web.Application()
        self.app.add_routes(
            [
                web.get("/", self.page),
                web.get("/gewoon", self.host_page),
                web.get("/neutraal", self.neutral),
                web.post("/chat/begin", self.begin),
                web.post("/chat", self.chat),
                web.get("/chat/berichten", self.messages),
                web.delete("/chat", self.erase),
                web.get("/chat/stroom", self.stream),
                web.post("/chat/later", self.later),
                web.post("/chat/hervat", self.resume),
                web.post("/chat/plaatsen", self.find_places),
                web.post("/chat/duidelijk", self.count_clear),
                web.get("/widget.js", self.widget),
                web.get("/widget/pagina.css", self.style),
            ]
        )
        self.app.on_response_prepare.append(self._headers)
        self.host_html = ""
        self.host_css = ""
        self.app.router.add_get("/host.css", self._host_css)

    async def _headers(self, request: web.Request, response: web.StreamResponse) -> None:
        response.headers["Content-Security-Policy"] = f"{CSP}; require-trusted-types-for 'script'"
        response.headers["Cache-Control"] = "no-store"

    async def widget(self, request: web.Request) -> web.Response:
        return lees_bundel().antwoord(request, "no-store")

    async def style(self, request: web.Request) -> web.FileResponse:
        return web.FileResponse(WIDGET / "pagina.css")

    async def _host_css(self, request: web.Request) -> web.Response:
        return web.Response(text=self.host_css, content_type="text/css")

    async def page(self, request: web.Request) -> web.Response:
        return web.Response(text=(WIDGET / "demo.html").read_text(), content_type="text/html")

    async def host_page(self, request: web.Request) -> web.Response:
        """A page of a test's own making."""
        return web.Response(text=self.host_html, content_type="text/html")

    async def neutral(self, request: web.Request) -> web.Response:
        self.neutral_visits.append(dict(request.headers))
        return web.Response(
            text="<!doctype html><title>Weer</title><h1>Zonnig</h1>", content_type="text/html"
        )

    async def _fault(self, request: web.Request) -> web.StreamResponse | None:
        await self.gate.wait()
        if not self.faults or self.faults[0].after_processing:
            return None
        return self._fail(request, self.faults.popleft())

    def _fail(self, request: web.Request, fault: Fault) -> web.StreamResponse:
        if fault.drop:
            assert request.transport is not None
            request.transport.close()
            raise web.HTTPServiceUnavailable
        if isinstance(fault.body, str):
            return web.Response(status=fault.status, text=fault.body, content_type="text/html")
        return web.json_response(fault.body, status=fault.status)

    async def begin(self, request: web.Request) -> web.StreamResponse:
        if fault := await self._fault(request):
            return fault
        token = f"token-{len(self.history) + 1}"
        self.history[token] = [{"van": "assistent", **item} for item in self.greeting]
        self.turns[token] = [{"message_id": "", "text": "", "berichten": self.greeting}]
        inhoud = {"sender": token, "berichten": self.greeting}
        return web.json_response(inhoud, status=201, headers={VOLGNUMMER: "1"})

    async def chat(self, request: web.Request) -> web.StreamResponse:
        sent = json.loads(await request.text())
        self.posts.append(sent)
        if fault := await self._fault(request):
            return fault
        token, text = sent["sender"], sent["message"]
        if token not in self.history:
            return web.json_response({"fout": "Dit gesprek bestaat niet meer.", "lijnen": []}, status=401)
        key = (token, sent["message_id"])
        if key not in self.answers:
            self.processed.append(text)
            items = self.script.get(text, [{"text": f"Je zei: {text}"}])
            self.answers[key] = items
            await self.take_turn(token, sent["message_id"], text, items)
        if self.faults:
            return self._fail(request, self.faults.popleft())
        ids = [turn["message_id"] for turn in self.turns[token]]
        number = str(ids.index(sent["message_id"]) + 1)
        return web.json_response(self.answers[key], headers={VOLGNUMMER: number})

    async def take_turn(self, token: str, message_id: str, text: str, items: list[Item]) -> None:
        """A turn of the conversation, by whichever page."""
        self.history[token] += [{"van": "mens", "text": text, "message_id": message_id}]
        self.history[token] += [{"van": "assistent", **item} for item in items]
        self.turns[token].append({"message_id": message_id, "text": text, "berichten": items})
        async with self.news:
            self.news.notify_all()

    async def stream(self, request: web.Request) -> web.StreamResponse:
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        if not self.streams_open:
            return web.json_response({"fout": "Geen stroom.", "lijnen": []}, status=503)
        self.streams.append(request.query["na"])
        after = int(request.query["na"])
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await response.prepare(request)
        with suppress(ConnectionError):
            await response.write(b": dag\n\n")
            while self.streams_open:
                for turn in self.turns[token][after:]:
                    after += 1
                    await response.write(f"id: {after}\ndata: {json.dumps(turn)}\n\n".encode())
                if token not in self.history:
                    await response.write(b"event: weg\ndata: {}\n\n")
                    break
                async with self.news:
                    await self.news.wait()
        return response

    async def close_streams(self) -> None:
        """Every stream breaks off, and no new one is given until `streams_open` is true again."""
        self.streams_open = False
        async with self.news:
            self.news.notify_all()

    async def later(self, request: web.Request) -> web.Response:
        code = "boot-tijger-lamp-4072"
        self.codes[code] = request.headers["Authorization"].removeprefix("Bearer ")
        return web.json_response({"code": code, "tot": 1_795_600_000}, status=201)

    async def resume(self, request: web.Request) -> web.Response:
        token = self.codes.pop((await request.json())["code"], None)
        if token is None:
            return web.json_response({"fout": "Deze code ken ik niet.", "lijnen": []}, status=404)
        return web.json_response({"sender": token})

    async def find_places(self, request: web.Request) -> web.Response:
        begin = (await request.json())["begin"].lower()
        found = [place for place in self.places if begin in place.lower()]
        return web.json_response({"plaatsen": found})

    async def count_clear(self, request: web.Request) -> web.Response:
        self.clear.append((await request.json())["duidelijk"])
        return web.Response(status=204)

    async def messages(self, request: web.Request) -> web.StreamResponse:
        if fault := await self._fault(request):
            return fault
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        if token not in self.history:
            return web.json_response({"fout": "Dit gesprek bestaat niet meer.", "lijnen": []}, status=401)
        number = str(len(self.turns[token]))
        return web.json_response({"berichten": self.history[token]}, headers={VOLGNUMMER: number})

    async def erase(self, request: web.Request) -> web.Response:
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        self.erased.append(token)
        self.history.pop(token, None)
        async with self.news:
            self.news.notify_all()
        return web.Response(status=204)

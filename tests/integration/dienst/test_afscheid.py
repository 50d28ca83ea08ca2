"""A service that ends while people come in."""

from __future__ import annotations

import asyncio
import socket

from aiohttp import ClientSession, web

from bot.service import luister


async def _hallo(_vraag: web.Request) -> web.Response:
    return web.Response(text="hallo")


async def test_who_was_let_in_before_the_stop_gets_an_answer() -> None:
    app = web.Application()
    app.router.add_get("/", _hallo)
    with socket.create_server(("127.0.0.1", 0)) as deur:
        poort = deur.getsockname()[1]
        async with luister(app, "", 0, deur.detach()):
            lezen, schrijven = await asyncio.open_connection("127.0.0.1", poort)
            async with ClientSession() as ander, ander.get(f"http://127.0.0.1:{poort}/"):
                pass  # who comes later has an answer, so the first was let in
            asyncio.get_running_loop().call_later(
                0.05, schrijven.write, b"GET / HTTP/1.1\r\nHost: hier\r\n\r\n"
            )
        assert (await lezen.read()).endswith(b"hallo")
        schrijven.close()
        await schrijven.wait_closed()

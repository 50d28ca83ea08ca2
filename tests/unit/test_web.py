from __future__ import annotations

import pytest
from aiohttp.test_utils import make_mocked_request
from hypothesis import given
from hypothesis import strategies as st
from multidict import CIMultiDict

from bot.web import adres_van

PROXIES = ("10.0.0.0/8", "::1")


def _adres(remote: str, doorgegeven: str | None) -> str:
    koppen = {} if doorgegeven is None else {"X-Forwarded-For": doorgegeven}
    return adres_van(make_mocked_request("GET", "/", headers=koppen).clone(remote=remote), PROXIES)


@pytest.mark.parametrize(
    ("remote", "doorgegeven", "verwacht"),
    [
        ("8.8.8.8", None, "8.8.8.8"),
        ("8.8.8.8", "1.1.1.1", "8.8.8.8"),  # a stranger is not believed
        ("10.0.0.1", "1.1.1.1", "1.1.1.1"),
        ("10.0.0.1", "6.6.6.6, 1.1.1.1", "1.1.1.1"),  # nor what a stranger put before it
        ("10.0.0.1", "1.1.1.1, 10.0.0.2", "1.1.1.1"),
        ("10.0.0.1", None, "10.0.0.1"),
        ("10.0.0.1", "onzin", "10.0.0.1"),
        ("2001:db8:1:2:3::4", None, "2001:db8:1:2::/64"),
        ("::1", "2001:db8::1", "2001:db8::/64"),
        ("::ffff:8.8.8.8", None, "8.8.8.8"),  # IPv4 on a socket for both
        ("::1", "::ffff:1.1.1.1", "1.1.1.1"),
    ],
)
def test_the_address_that_counts(remote: str, doorgegeven: str | None, verwacht: str) -> None:
    assert _adres(remote, doorgegeven) == verwacht


def test_a_line_that_a_stranger_sent_above_the_one_of_the_proxy() -> None:
    koppen = CIMultiDict([("X-Forwarded-For", "6.6.6.6"), ("X-Forwarded-For", "1.1.1.1")])
    vraag = make_mocked_request("GET", "/", headers=koppen).clone(remote="10.0.0.1")
    assert adres_van(vraag, PROXIES) == "1.1.1.1"


@given(st.text(alphabet="0123456789.,: abcdef", max_size=60))
def test_whatever_stands_in_the_header(doorgegeven: str) -> None:
    assert _adres("8.8.8.8", doorgegeven) == "8.8.8.8"
    assert _adres("10.0.0.1", doorgegeven)

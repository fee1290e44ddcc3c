"""Who counts as one sender."""

from typing import Any

import pytest
from django.test import RequestFactory

from innovkb.corrections.guard import _network

HEADER = ("HTTP_X_FORWARDED_PROTO", "https")


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.7", "192.0.2.7/32"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("", ""),
        ("geen adres", ""),
    ],
)
def test_an_ipv6_home_is_one_sender(address: str, network: str) -> None:
    assert _network(RequestFactory().get("/", REMOTE_ADDR=address)) == network


def test_a_forwarded_address_counts_behind_a_proxy_only(settings: Any) -> None:
    request = RequestFactory().get(
        "/", REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR="6.6.6.6, 192.0.2.7"
    )
    settings.SECURE_PROXY_SSL_HEADER = None
    assert _network(request) == "10.0.0.1/32"
    settings.SECURE_PROXY_SSL_HEADER = HEADER
    assert _network(request) == "192.0.2.7/32"

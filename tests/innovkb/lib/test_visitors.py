"""Who counts as one visitor."""

from typing import Any

import pytest
from django.test import RequestFactory

from innovkb.lib.visitors import address_of, network_of

HEADER = ("HTTP_X_FORWARDED_PROTO", "https")


@pytest.mark.parametrize(
    ("address", "home", "block"),
    [
        ("192.0.2.7", "192.0.2.7/32", "192.0.2.0/24"),
        ("192.0.2.7:51234", "192.0.2.7/32", "192.0.2.0/24"),
        ("::ffff:192.0.2.7", "192.0.2.7/32", "192.0.2.0/24"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64", "2001:db8:1::/48"),
        ("[2001:db8:1:2:3:4:5:6]:443", "2001:db8:1:2::/64", "2001:db8:1::/48"),
        ("[2001:db8:1:2::1]", "2001:db8:1:2::/64", "2001:db8:1::/48"),
        ("fe80::1%eth0", "fe80::/64", "fe80::/48"),
        ("", "", ""),
        ("geen adres", "", ""),
        ("[", "", ""),
        (":", "", ""),
        ("unix:", "", ""),
    ],
)
def test_a_port_or_a_bracket_makes_no_other_visitor(address: str, home: str, block: str) -> None:
    request = RequestFactory().get("/", REMOTE_ADDR=address)
    assert network_of(request) == home
    assert network_of(request, ipv4=24, ipv6=48) == block


@pytest.mark.parametrize("forwarded", ["6.6.6.6, 192.0.2.7", "6.6.6.6,192.0.2.7:8080"])
def test_a_forwarded_address_counts_behind_a_proxy_only(settings: Any, forwarded: str) -> None:
    request = RequestFactory().get("/", REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR=forwarded)
    settings.SECURE_PROXY_SSL_HEADER = None
    assert address_of(request) == "10.0.0.1"
    settings.SECURE_PROXY_SSL_HEADER = HEADER
    assert address_of(request) == "192.0.2.7"

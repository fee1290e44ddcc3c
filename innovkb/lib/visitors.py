"""Where a visitor comes from, as far as a limit needs to know."""

from ipaddress import ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest


def address_of(request: HttpRequest) -> str:
    """The visitor's address; empty when it is none.

    Only behind a proxy, which https implies here, the last forwarded address can be believed. Some
    proxies add a port, some put brackets around IPv6.
    """
    found = request.META.get("REMOTE_ADDR", "")
    if settings.SECURE_PROXY_SSL_HEADER:
        forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "")
        found = forwarded.rpartition(",")[2].strip() or found
    host = found.partition("]")[0].removeprefix("[") if found.startswith("[") else found
    if host.count(":") == 1:
        host = host.partition(":")[0]
    try:
        address = ip_address(host.partition("%")[0])
    except ValueError:
        return ""
    return str(getattr(address, "ipv4_mapped", None) or address)


def network_of(request: HttpRequest, *, ipv4: int = 32, ipv6: int = 64) -> str:
    """The network that the visitor's address is in, of so many bits.

    An IPv6 home has billions of addresses, so by default its network counts as one visitor.
    """
    address = address_of(request)
    if not address:
        return ""
    return str(ip_network(f"{address}/{ipv6 if ':' in address else ipv4}", strict=False))

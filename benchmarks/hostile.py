"""Sends what strangers send to a site, and counts what should never come back.

    make run &  python -m benchmarks.hostile [REQUESTS [SEED]]

Requests of every method with odd paths, queries, headers, cookies, encodings and bodies, made from
a seed so that a failure can be sent again. It asks 127.0.0.1 at PORT only. What must not come: an
answer of 500 or above, a traceback, a header that is missing, an answer later than 15 seconds, a
cookie or a script of ours in an answer. Prints the statuses, and each first offender of a kind.
"""

import http.client
import os
import random
import sys
from collections import Counter
from urllib.parse import quote

PORT = int(os.environ.get("PORT", "8000"))
REQUESTS = 100_000
PATHS = (
    "/", "/tips/", "/tips/begin-toch/", "/zoeken/", "/zoeken/suggesties/", "/wijzer/",
    "/premortem/", "/kaart/", "/kaarten/", "/api/v1/tips/", "/api/v1/zoeken/", "/tips/feed.xml",
    "/sitemap.xml",
    "/export/tips.csv", "/redactie/", "/redactie/nieuw/", "/redactie/1/", "/admin/",
    "/admin/login/", "/admin/jsi18n/", "/weergave/", "/klopt-dit-niet/tips/begin-toch/",
    "/static/css/site.css",
    "/static/../innovkb/settings.py", "/.env", "/.git/config", "/wp-login.php", "/healthz",
    "/readyz", "/robots.txt", "/.well-known/security.txt", "/nergens/", "/privacy/",
    "/sessies/x/agenda.ics",
)  # fmt: skip
NAMES = ("q", "pagina", "thema", "soort", "spreker", "b", "a", "k", "fase", "stap", "page", "limit",
         "page_size", "knoop", "groep", "letterlijk", "next", "x", "_popup",
         "o", "e", "terug")  # fmt: skip
BITS = (
    "", "a", "tip", "0", "-1", "1e9", "99999999999999999999", "%00", "%0d%0aSet-Cookie:%20a=b",
    "%ff%fe", "<script>alert(1)</script>", "'\"--", "../../etc/passwd", "{{7*7}}", "%E2%80%AE",
    "\u0130", "\ufdfa" * 20, "a" * 3000, "[]", "x[$ne]=1", "//evil.example", "javascript:alert(1)",
    "%F0%9F%92%A9", "*" * 200, "\"" * 99, "1;DROP TABLE", "%25%32%35", "\x7f", "nul%00byte",
)  # fmt: skip
METHODS = ("GET",) * 6 + (
    "HEAD",
    "POST",
    "POST",
    "PUT",
    "DELETE",
    "OPTIONS",
    "PATCH",
    "TRACE",
    "BREW",
)
TYPES = (
    "application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=b",
    "application/json", "text/plain; charset=utf-16", "x; charset=zlib", "a/b; charset=undefined",
    "",    "multipart/form-data; boundary=" + "b" * 300, "application/xml",
)  # fmt: skip
ALWAYS = ("content-security-policy", "x-content-type-options", "permissions-policy",
          "cache-control", "referrer-policy", "cross-origin-opener-policy",
          "x-frame-options")  # fmt: skip
NEVER = (b"Traceback (most recent", b"django.core", b"root:x:0", b"<script>alert(1)", b"SECRET_KEY")


def quoted(text: str) -> str:
    """As a client has to send it: ASCII, without spaces; what is quoted already stays so."""
    return quote(text, safe="%/?&=<>'\"[]$;*{}|:-.,")


def make(chance: random.Random) -> tuple[str, str, dict[str, str], bytes]:
    """Method, address, headers and body of one request."""
    path = chance.choice(PATHS)
    if chance.random() < 0.3:
        path += quoted(chance.choice(BITS)) + chance.choice(("", "/"))
    fields = [
        f"{chance.choice(NAMES)}={quoted(chance.choice(BITS))}" for _ in range(chance.randrange(5))
    ]
    if chance.random() < 0.01:
        fields *= 400
    address = path + ("?" + "&".join(fields) if fields else "")
    headers = {"Host": "127.0.0.1"}
    if chance.random() < 0.05:
        headers["Host"] = chance.choice(("evil.example", "127.0.0.1:99999", "", "a" * 300, "[::1"))
    for name in ("Cookie", "Accept-Encoding", "If-None-Match", "X-Forwarded-For", "Range",
                 "X-Request-ID", "Accept-Language", "Authorization",
                 "X-Requested-With"):  # fmt: skip
        if chance.random() < 0.15:
            value = (
                quoted(chance.choice(BITS)) if chance.random() < 0.6 else "sessionid=x; weergave=y"
            )
            headers[name] = value
    body = b""
    method = chance.choice(METHODS)
    if method in {"POST", "PUT", "PATCH"}:
        headers["Content-Type"] = chance.choice(TYPES)
        body = "&".join(fields).encode("utf-8", "replace") * chance.choice((0, 1, 1, 30))
        if chance.random() < 0.3:
            body += bytes(chance.randrange(256) for _ in range(chance.randrange(300)))
    return method, address, headers, body


def faults(status: int, headers: dict[str, str], content: bytes, text: str) -> list[str]:
    """What is wrong with an answer; a proxy-like refusal of the server itself has no headers."""
    found = [f"status {status}"] if status >= 500 else []
    found += [f"says {word.decode()}" for word in NEVER if word in content]
    if content or status in {301, 302, 303, 304}:
        found += [f"no {name} on {status}" for name in ALWAYS if name not in headers]
    if "a=b" in headers.get("set-cookie", "") or "evil.example" in headers.get("location", "")[:22]:
        found.append(f"an address or cookie of theirs: {text}")
    return found


def main() -> int:
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else REQUESTS
    chance = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    statuses: Counter[str] = Counter()
    offenders: dict[str, str] = {}
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=15)
    for number in range(wanted):
        method, address, headers, body = make(chance)
        shown = f"{number}: {method} {address[:120]} {headers} {body[:60]!r}"
        try:
            connection.request(method, address, body, headers)
            answer = connection.getresponse()
            content = answer.read()
        except TimeoutError:
            offenders.setdefault("later than 15 seconds", shown)
            connection.close()
            continue
        except (http.client.HTTPException, OSError, ValueError) as error:
            statuses[f"refused by the server or the client ({type(error).__name__})"] += 1
            connection.close()
            continue
        statuses[str(answer.status)] += 1
        kept = {name.lower(): value for name, value in answer.getheaders()}
        for fault in faults(answer.status, kept, content, shown):
            offenders.setdefault(fault, shown)
    print(f"{wanted} requests:", ", ".join(f"{n} x {s}" for s, n in sorted(statuses.items())))
    for fault, shown in offenders.items():
        print(f"FAULT {fault}\n  {shown}")
    return len(offenders)


if __name__ == "__main__":
    raise SystemExit(min(main(), 1))

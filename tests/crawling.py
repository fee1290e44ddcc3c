"""Finds every public page, as a visitor and a search engine do."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urljoin, urlsplit

from django.test import Client

from innovkb.kinds import KINDS

# Other pages are tested where they are made; the search and the API take queries of their own.
OWN_PATHS = re.compile(
    r"/$|/(reeksen|" + "|".join(one.path for one in KINDS) + r")/([-\w]+/)?(agenda\.ics)?$"
)


def sitemap_paths(client: Client, path: str = "/sitemap.xml") -> list[str]:
    """The paths that the sitemap holds, in the files that it names."""
    response = client.get(path)
    assert response.status_code == 200
    found = re.findall("<loc>(.*?)</loc>", response.content.decode())
    urls = [urlsplit(unescape(url))._replace(scheme="", netloc="") for url in found]
    files = [url.geturl() for url in urls if url.path.endswith(".xml")]
    return [url.path for url in urls if not url.path.endswith(".xml")] + [
        page for file in files for page in sitemap_paths(client, file)
    ]


def crawl(client: Client) -> Iterator[tuple[str, str]]:
    """Every page of ours that the sitemap or a page leads to, with its HTML."""
    todo, seen = ["/", *sitemap_paths(client)], set()
    while todo:
        path = todo.pop()
        if path in seen:
            continue
        seen.add(path)
        response = client.get(path)
        assert response.status_code == 200, path
        page = response.content.decode()
        yield path, page
        for href, rest in re.findall(r'href="([^"]*)"([^>]*)', page):
            url = urljoin(path, unescape(href)).partition("#")[0]
            is_ours = OWN_PATHS.match(urlsplit(url).path) and url.startswith("/")
            if is_ours and 'rel="nofollow"' not in rest:  # filters on filters on filters
                todo.append(url)

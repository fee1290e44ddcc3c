"""Finds every public page, as a visitor and a search engine do."""

import re
from collections.abc import Callable, Iterator
from html import unescape
from urllib.parse import urljoin, urlsplit

from django.test import Client

from innovkb.kinds import KINDS

# Other pages are tested where they are made; the search and the API take queries of their own.
OWN_PATHS = re.compile(
    r"/$|/(reeksen|" + "|".join(one.path for one in KINDS) + r")/([-\w]+/)?(agenda\.ics)?$"
)


def sitemap_paths(read: Callable[[str], str], path: str = "/sitemap.xml") -> list[str]:
    """The paths that the sitemap holds, in the files that it names; ``read`` gets a page."""
    found = [urlsplit(unescape(one)) for one in re.findall("<loc>(.*?)</loc>", read(path))]
    urls = [url._replace(scheme="", netloc="") for url in found]
    files = [url.geturl() for url in urls if url.path.endswith(".xml")]
    return [url.path for url in urls if not url.path.endswith(".xml")] + [
        page for file in files for page in sitemap_paths(read, file)
    ]


def reads(client: Client) -> Callable[[str], str]:
    """A function that gets a page with this client; it must be there."""

    def read(path: str) -> str:
        response = client.get(path)
        assert response.status_code == 200, path
        return response.content.decode()

    return read


def crawl(client: Client) -> Iterator[tuple[str, str]]:
    """Every page of ours that the sitemap or a page leads to, with its HTML."""
    read = reads(client)
    todo, seen = ["/", *sitemap_paths(read)], set()
    while todo:
        path = todo.pop()
        if path in seen:
            continue
        seen.add(path)
        page = read(path)
        yield path, page
        for href, rest in re.findall(r'href="([^"]*)"([^>]*)', page):
            url = urljoin(path, unescape(href)).partition("#")[0]
            is_ours = OWN_PATHS.match(urlsplit(url).path) and url.startswith("/")
            if is_ours and 'rel="nofollow"' not in rest:  # filters on filters on filters
                todo.append(url)

"""The public pages of the policy as files, for a web host that runs no program.

Each page is asked for as a stranger would and written with relative links, so that the folder may be put anywhere. What
needs the program (a form, a page of another room) is left out of it, or leads to the program's own address where it has
one on the web.
"""

import re
from collections import deque
from pathlib import Path, PurePosixPath
from posixpath import relpath
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit
from xml.sax.saxutils import escape

from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.test import Client
from django.urls import Resolver404, resolve, reverse
from django.utils import translation
from selectolax.lexbor import LexborHTMLParser, LexborNode

from clausier.identity.selectors import organization
from clausier.policy import selectors
from clausier.policy.selectors.showing import shown, versions

# The public addresses that need no program: what is read.
PAGES = frozenset(
    {"policy", "policy-version", "policy-clause", "policy-compare", "comments-policy", "feed", "policy-file"}
)
# The one query that has a page here: a link in the words of a policy may hold any other.
COMPARED = re.compile(r"from=(\d{1,4}\.\d{1,4})&to=(\d{1,4}\.\d{1,4})")
HERE = "http://localhost"
HOME_HOSTS = ("127.0.0.1", "localhost")  # where nobody else can go
LINKS = {"a": "href", "link": "href", "script": "src", "img": "src", "use": "href"}
FRONT, PAGE, FEED = "index.html", "/index.html", ".xml"
OK = 200
MAP = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
%s
</urlset>
"""
# What a page has for those who use the program.
LEFT_OUT = (
    "form, iframe, [data-needs-program], [data-theme-switch], meta[name=htmx-config], "
    "header.site nav, header.site details"
)


class NothingToPublishError(Exception):
    """No version is in force."""


class Written(NamedTuple):
    """What was written: the pages, and all files with what they need."""

    pages: int
    files: int


def write_site(folder: Path, address: str = "") -> Written:
    """Write the public pages into an empty folder; return how many.

    ``address`` is where the folder will stand on the web: with it the site has a map and its feed gives its own links.
    Raises NothingToPublishError when no version is in force.
    """
    version = selectors.in_force()
    if version is None:
        raise NothingToPublishError
    site = _Site(folder, address.rstrip("/"))
    spoken = selectors.policy_of(version).languages
    languages = [code for code, _name in settings.LANGUAGES if code in spoken] or [settings.LANGUAGES[0][0]]
    site.write(languages)
    return Written(len(site.pages), sum(path.is_file() for path in folder.rglob("*")))


class _Site:
    """The pages still to be asked for, those written, and how they lead to one another."""

    def __init__(self, folder: Path, address: str) -> None:
        self.folder, self.address = folder, address
        self.pages: dict[str, str] = {}  # the file of each address
        self._client = Client(SERVER_NAME="localhost")
        self._waiting: deque[tuple[str, bytes]] = deque()

    def write(self, languages: list[str]) -> None:
        """Write the pages of some languages, and what leads to them."""
        for language in languages:
            with translation.override(language):
                for name in ("policy", "comments-policy", "feed"):
                    self._file_of(reverse(name))
                for each in versions():
                    self._file_of(reverse("policy-version", args=[each.number]))
        while self._waiting:
            path, content = self._waiting.popleft()
            self._page(path, self.pages[path], content)
        self._doors(languages)

    def _file_of(self, path: str) -> str | None:
        """Return the file of an address of ours, which is then to be written; None for what the site does not hold.

        Nor does it hold what answers nothing: the words of a policy may lead to a version that never was.
        """
        if path in self.pages:
            return self.pages[path]
        where = urlsplit(path)
        name = _page_of(where.path)
        if name not in PAGES or (where.query and not (name == "policy-compare" and COMPARED.fullmatch(where.query))):
            return None
        response = self._client.get(path)
        if response.status_code != OK:
            return None
        self.pages[path] = _named(where.path, where.query)
        self._waiting.append((path, response.getvalue()))
        return self.pages[path]

    def _page(self, path: str, file: str, content: bytes) -> None:
        if file.endswith(PAGE):
            content = self._relinked(content.decode(), path, file).encode()
        elif file.endswith(FEED) and self.address:
            content = content.replace(settings.PUBLIC_URL.encode(), self.address.encode())
        self._put(file, content)

    def _relinked(self, page: str, path: str, file: str) -> str:
        tree = LexborHTMLParser(page)
        for node in tree.css(LEFT_OUT):
            node.decompose()
        for node in tree.css(", ".join(f"{tag}[{name}]" for tag, name in LINKS.items())):
            self._relink(node, LINKS[node.tag or ""], path, file)
        return tree.html or ""

    def _relink(self, node: LexborNode, name: str, path: str, file: str) -> None:
        """Make a link lead to a file of the folder, to the program's own address, or to nothing."""
        where = urlsplit(urljoin(HERE + path, node.attributes.get(name) or ""))
        if f"{where.scheme}://{where.netloc}" != HERE:
            return
        inside = where.path + (f"?{where.query}" if where.query else "")
        other = self._static(where.path) or (self._file_of(inside) if node.tag in ("a", "link") else None)
        fragment = f"#{where.fragment}" if where.fragment else ""
        if other:
            node.attrs[name] = relpath(other, PurePosixPath(file).parent) + fragment
        elif "wordmark" in (node.attributes.get("class") or ""):
            node.attrs[name] = relpath(FRONT, PurePosixPath(file).parent)
        elif node.tag == "a" and urlsplit(settings.PUBLIC_URL).hostname not in HOME_HOSTS:
            node.attrs[name] = settings.PUBLIC_URL + inside + fragment
        elif node.parent and node.parent.tag == "li" and node.parent.text(strip=True) == node.text(strip=True):
            node.parent.decompose()
        else:
            node.decompose()

    def _static(self, path: str) -> str | None:
        """Return the file of a sheet of style or a script, copied when first asked for."""
        prefix = urlsplit(settings.STATIC_URL).path
        if not path.startswith(prefix):
            return None
        name = path.removeprefix(prefix)
        found = finders.find(name)
        if not found:
            return None
        file = f"static/{name}"
        if not (self.folder / file).exists():
            self._put(file, Path(found).read_bytes())
        return file

    def _doors(self, languages: list[str]) -> None:
        """Write the first page, the page of what is not there, and the map."""
        policies = [(language, _title(language), f"/{language}/policy") for language in languages]
        known = {"policies": policies, "organization": organization()}
        with translation.override(languages[0]):
            front, lost = (
                render_to_string("web/site_door.html", known | {"is_lost": is_lost}) for is_lost in (False, True)
            )
        self._put(FRONT, self._relinked(front, "/", FRONT).encode())
        # It is shown in the place of any address, so that its links begin at the top of the site.
        top = f'<head>\n<base href="{escape(self.address)}/">' if self.address else '<head>\n<base href="/">'
        self._put("404.html", self._relinked(lost, "/", "404.html").replace("<head>", top, 1).encode())
        if self.address:
            self._put("sitemap.xml", (MAP % "\n".join(map(self._place, sorted(self.pages.values())))).encode())

    def _place(self, file: str) -> str:
        return f"<url><loc>{escape(f'{self.address}/{file}')}</loc></url>"

    def _put(self, file: str, content: bytes) -> None:
        path = self.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _named(path: str, query: str) -> str:
    """Return the file of an address: a page is the index of a folder of its own, a file keeps its name."""
    plain, name = path.strip("/"), _page_of(path)
    if name == "policy-file":
        return plain
    if name == "feed":
        return plain + FEED
    compared = COMPARED.fullmatch(query)
    return f"{plain}/{'-'.join(compared.groups())}{PAGE}" if compared else plain + PAGE


def _page_of(path: str) -> str | None:
    """Return the name of the page at an address, which is known in its own language alone; None where there is none."""
    with translation.override(translation.get_language_from_path(path)):
        try:
            return resolve(path).url_name
        except Resolver404:
            return None


def _title(language: str) -> str:
    version = selectors.in_force()
    return shown(version, language, is_public=True).title if version else ""

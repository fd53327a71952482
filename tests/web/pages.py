"""A page as the nets read it: its headings, links, forms, texts, and what it should not hold."""

from html.parser import HTMLParser

VOID = {
    "area",
    "base",
    "br",
    "col",
    "hr",
    "img",
    "input",
    "link",
    "meta",
    "source",
    "track",
    "wbr",
    "use",
    "path",
    "circle",
}
SPOKEN = ("aria-label", "placeholder", "title", "alt")


class Page(HTMLParser):
    """Reads a page once; everything is then in its lists."""

    def __init__(self, text):
        super().__init__()
        self.lang, self.headings, self.links, self.ids, self.texts = "", [], [], [], []
        self.inline, self.unguarded, self.htmx, self.scripts = [], [], [], []
        self.title = ""
        self._open, self._form, self._foreign = [], None, 0
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag not in VOID:
            self._open.append((tag, given))
        self._attributes(tag, given)
        if tag == "html":
            self.lang = given.get("lang", "")
        elif tag == "a" and given.get("href"):
            self.links.append(given["href"])
        elif tag == "form":
            self._form = given if given.get("method", "get").lower() == "post" else None
            if self._form is not None:
                self.unguarded.append(given.get("action", ""))
        elif tag == "input" and given.get("name") == "csrfmiddlewaretoken" and self._form is not None:
            self.unguarded.remove(self._form.get("action", ""))
        elif tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            self.headings.append(tag)

    def _attributes(self, tag, given):
        self.ids += [given["id"]] if given.get("id") else []
        self.inline += [f"{tag} {name}" for name in given if name == "style" or name.startswith("on")]
        self.inline += [f"{tag} javascript:" for value in given.values() if (value or "").startswith("javascript:")]
        self.htmx += [name for name in given if name in {"hx-get", "hx-post"}]
        if tag == "script":
            self.scripts.append(given.get("src", ""))
            self.inline += [] if given.get("src") or given.get("type") == "application/json" else ["script"]
        elif tag == "style":
            self.inline.append("style")
        if not self._is_foreign():
            self.texts += [given[name] for name in SPOKEN if given.get(name)]

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag):
        while self._open:
            closed, _ = self._open.pop()
            if closed == tag:
                break
        if tag == "form":
            self._form = None

    def handle_data(self, data):
        text = " ".join(data.split())
        within = {tag for tag, _ in self._open}
        if text and "title" in within and "svg" not in within:
            self.title += text
        if text and not within & {"script", "style", "code", "textarea"} and not self._is_foreign():
            self.texts.append(text)

    def _is_foreign(self):
        """Tell whether we stand in words of another language than the page's, or of people."""
        return any(given.get("lang", self.lang) != self.lang for _, given in self._open)

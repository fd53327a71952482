"""Somebody at a browser, without the browser: opens pages, fills in the forms that stand in them, follows links."""

from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from django.test import Client

from people import signed_in

TICKED = {"checkbox", "radio"}


@dataclass
class Button:
    """A button of a form: what it sends, where it leads, what it says."""

    name: str = ""
    value: str = ""
    action: str = ""
    words: str = ""

    def is_called(self, word):
        return word in {self.name, self.value} or word in self.words or (self.action and word in self.action)


class Form:
    """A form as it stands in a page, with what is in its fields already."""

    def __init__(self, given):
        self.action, self.method = given.get("action") or "", given.get("method", "get").lower()
        self.fields, self.names, self.buttons, self.words = {}, set(), [], ""

    def has(self, typed):
        return set(typed) <= self.names

    def leads(self, part, here):
        """Tell whether the form, or a button of it, leads to an address that holds some words."""
        return any(part in address for address in (self.action or here, *(each.action for each in self.buttons)))


class _Forms(HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.forms, self.links, self.notices = [], [], []
        self._is_told = False
        self._form = self._select = self._text = self._button = None
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        given = {name: value or "" for name, value in attributes}
        self._is_told = self._is_told or "notice" in given.get("class", "") or "error" in given.get("class", "")
        if tag == "a":
            self.links.append(given.get("href", ""))
        elif tag == "form":
            self._form = Form(given)
            self.forms.append(self._form)
        elif self._form is not None:
            self._field(tag, given, dict(attributes))

    def _field(self, tag, given, attributes):
        name = given.get("name", "")
        self._form.names |= {name} if name and "disabled" not in attributes else set()
        if tag == "input" and name and given.get("type") not in {"file", "submit"}:
            if given.get("type") not in TICKED or "checked" in attributes:
                nothing = "on" if given.get("type") in TICKED else ""
                self._form.fields.setdefault(name, []).append(given.get("value", nothing))
        elif tag == "textarea":
            self._text = name
            self._form.fields[name] = [""]
        elif tag == "select":
            self._select = name
        elif tag == "option" and ("selected" in attributes or self._select not in self._form.fields):
            self._form.fields[self._select] = [given.get("value", "")]
        elif tag == "button":
            self._button = given
            self._form.buttons.append(Button(name, given.get("value", ""), given.get("formaction", "")))

    def handle_data(self, data):
        if self._is_told and data.strip():
            self.notices.append(data.strip())
            self._is_told = False
        if self._form is None:
            return
        if self._text is not None:
            self._form.fields[self._text][0] += data
        elif self._button is not None:
            self._form.buttons[-1].words += data

    def handle_endtag(self, tag):
        if tag == "form":
            self._form = None
        elif tag == "textarea" and self._text is not None:
            field = self._form.fields[self._text]
            field[0] = field[0].removeprefix("\n")  # which HTML does not count
            self._text = None
        elif tag == "select":
            self._select = None
        elif tag == "button":
            self._button = None


class Walker:
    """A person, or a stranger, who walks through the pages; ``page`` is the text of the last one, at ``url``."""

    def __init__(self, person=None):
        self.client = signed_in(person) if person else Client()
        self.page = self.url = ""
        self.status = 0

    def opens(self, url, status=200):
        """Open an address."""
        return self._come_to(self.client.get(url, follow=True), url, status)

    def follows(self, part):
        """Follow the first link whose address holds some words."""
        link = next((link for link in self._read().links if part in link), None)
        assert link, f"no link to {part} on {self.url}"
        return self.opens(self._here(link))

    def sends(self, part="", *, button="", status=200, **typed):
        """Fill in the form whose address holds some words and that has the fields typed, and press a button of it."""
        form = self._form(part, button, typed)
        pressed = next((each for each in form.buttons if not button or each.is_called(button)), Button())
        said = {**form.fields, **{name: value if isinstance(value, list) else [value] for name, value in typed.items()}}
        said |= {pressed.name: [pressed.value]} if pressed.name else {}
        url = self._here(pressed.action or form.action or self.url)
        send = self.client.post if form.method == "post" else self.client.get
        return self._come_to(send(url, said, follow=True), url, status)

    def field(self, name):
        """Return what stands in a field of the page."""
        return next(form.fields[name][0] for form in self._read().forms if name in form.fields)

    def sees(self, *words):
        """Tell that the page says all of this."""
        missing = [each for each in words if each not in unescape(self.page)]
        assert not missing, f"{self.url} does not say {missing}"
        return self

    def _form(self, part, button, typed):
        forms = sorted(self._read().forms, key=lambda form: form.method != "post")  # acts before searches
        fit = (form for form in forms if form.has(typed) and form.leads(part, self.url))
        found = next((form for form in fit if not button or any(each.is_called(button) for each in form.buttons)), None)
        shown = [(form.action, sorted(form.names)) for form in self._read().forms]
        assert found, f"no form of {part!r} with {sorted(typed)} and {button!r} on {self.url}: {shown}"
        return found

    def _read(self):
        """Read what the page itself holds, without the frame that all pages share."""
        return _Forms(self.page[max(self.page.find("<main"), 0) :])

    def _here(self, link):
        parts = urlsplit(urljoin(self.url, link))
        return parts.path + (f"?{parts.query}" if parts.query else "")

    def _come_to(self, answer, url, status):
        self.url = answer.redirect_chain[-1][0] if answer.redirect_chain else url
        self.page, self.status = answer.content.decode(), answer.status_code
        assert self.status == status, f"{self.status} at {self.url}: {self._read().notices}"
        return self

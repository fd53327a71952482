"""The one door: https alone, to addresses of the internet at large or to hosts that the installation names."""

from ipaddress import ip_address

import pytest

from clausier.connectors import http


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "192.168.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",  # noqa: S104
        "224.0.0.1",
        "::1",
        "fe80::1",
        "fd00:ec2::254",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "ff02::1",
    ],
)
def test_inner_addresses_are_closed(address):
    """However they are written."""
    assert not http.is_public(ip_address(address))


@pytest.mark.parametrize("address", ["8.8.8.8", "2001:4860:4860::8888"])
def test_the_others_are_open(address):
    assert http.is_public(ip_address(address))


@pytest.mark.parametrize(
    "url", ["http://valbleu.example/", "ftp://valbleu.example/", "https://", "nothing", "file:///x"]
)
def test_anything_but_https_is_refused(url):
    with pytest.raises(http.HttpError, match="address"):
        http.get(url)


def test_an_inner_host_is_refused_unless_it_is_named(token_server):
    with pytest.raises(http.HttpError, match="internal"):
        http.post(token_server.url, {"a": "b"})
    assert http.post(token_server.url, {"a": "b"}, internal={"localhost"}).status == 200
    assert token_server.forms == [{"a": "b"}]


def test_a_name_that_leads_nowhere_is_told():
    with pytest.raises(http.HttpError, match="unknown-host"):
        http.get("https://nowhere.invalid/")


def test_a_certificate_that_nobody_vouches_for_is_told(token_server, monkeypatch):
    monkeypatch.delenv("SSL_CERT_FILE")
    with pytest.raises(http.HttpError, match="certificate"):
        http.post(token_server.url, {}, internal={"localhost"})


def test_a_server_that_is_not_there_is_told():
    with pytest.raises(http.HttpError, match="unreachable"):
        http.get("https://localhost:9/", internal={"localhost"})

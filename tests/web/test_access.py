"""Who may open what."""

import pytest

from people import make_person, signed_in


@pytest.mark.django_db
def test_me_asks_to_sign_in(client):
    """A page of one's own leads a stranger to the sign-in page."""
    assert client.get("/fr/me").headers["Location"] == "/fr/account/login/?next=/fr/me"


@pytest.mark.django_db
def test_me_opens_to_whoever_is_signed_in():
    assert signed_in(make_person()).get("/fr/me").status_code == 200

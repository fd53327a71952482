"""Moments are said as each language says them, in the zone of the organisation."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.template import Context, Template
from django.utils import timezone
from django.utils.translation import override

from clausier.lib.clock import set_clock

NOW = datetime(2026, 11, 23, 20, 30, tzinfo=UTC)  # 15 h 30 in Montréal


def _said(value, form, language):
    set_clock(NOW)
    with override(language), timezone.override("America/Toronto"):
        return Template(f'{{% moment value "{form}" %}}').render(Context({"value": value}))


def _words(value, form, language):
    return _said(value, form, language).split(">", 1)[1].removesuffix("</time>").replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("delta", "french", "english"),
    [
        (timedelta(seconds=-20), "à l&#x27;instant", "just now"),
        (timedelta(seconds=20), "dans un instant", "in a moment"),
        (timedelta(minutes=-1), "il y a 1 minute", "1 minute ago"),
        (timedelta(minutes=12), "dans 12 minutes", "in 12 minutes"),
        (timedelta(hours=-3), "il y a 3 heures", "3 hours ago"),
        (timedelta(hours=-24), "hier", "yesterday"),
        (timedelta(hours=20), "demain", "tomorrow"),
        (timedelta(days=9), "dans 9 jours", "in 9 days"),
        (timedelta(days=-60), "24 septembre 2026", "September 24, 2026"),
    ],
)
def test_how_far_a_moment_is(delta, french, english):
    assert [_words(NOW + delta, "relative", language) for language in ("fr", "en")] == [french, english]


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        (NOW + timedelta(hours=2), "aujourd&#x27;hui avant 17 h 30", "today before 5:30 p.m."),
        (NOW + timedelta(hours=18, minutes=-30), "demain avant 9 h", "tomorrow before 9:00 a.m."),
        (date(2026, 11, 27), "avant le vendredi 27 novembre", "before Friday, November 27"),
        (date(2027, 1, 1), "avant le 1er janvier 2027", "before January 1, 2027"),
        (NOW - timedelta(minutes=5), "en retard depuis un instant", "late since a moment ago"),
        (NOW - timedelta(hours=5), "en retard de 5 heures", "late by 5 hours"),
        (date(2026, 11, 21), "en retard de 2 jours", "late by 2 days"),
    ],
)
def test_by_when_something_is_due(value, french, english):
    assert [_words(value, "due", language) for language in ("fr", "en")] == [french, english]


def test_the_exact_moment_stands_behind():
    """The hour is that of the organisation, and programs read it with its offset."""
    shown = _said(NOW, "relative", "fr").replace("\u00a0", " ")
    assert 'datetime="2026-11-23T15:30-05:00"' in shown
    assert 'title="23 novembre 2026, 15 h 30"' in shown


def test_no_moment_shows_nothing():
    assert _said(None, "relative", "fr") == ""

"""What the library says of each network is complete enough to be used, and silent where nothing is known."""

import pytest

from clausier.document.model.types import Duration
from clausier.document.networks import ACTS, NETWORKS, Network, load_network
from clausier.document.packs import VERIFICATIONS

EXPECTED = {"facebook", "instagram", "x", "linkedin", "youtube", "blog", "mastodon", "bluesky", "tiktok", "email"}

each_network = pytest.mark.parametrize("network", [load_network(name) for name in NETWORKS], ids=NETWORKS)


def test_the_usual_networks_are_known() -> None:
    """At least the ten that a community manager meets every week are there."""
    assert set(NETWORKS) >= EXPECTED


@each_network
def test_a_network_is_named_dated_and_sourced(network: Network) -> None:
    """Its file bears its name; it has a date, a name in both languages, and a source unless from memory."""
    assert network.network in NETWORKS
    assert network.as_of.isoformat() == "2026-11-23"
    assert set(network.name) == {"fr", "en"}
    assert network.verified in VERIFICATIONS
    assert network.source or network.verified == "memory"
    assert all(address.startswith("https://") for address in network.source)


@each_network
def test_lengths_are_positive_and_the_fold_falls_within(network: Network) -> None:
    """A length is positive or unlimited; what is seen before the fold is no longer than the whole."""
    assert set(network.length) == {"post", "comment"}
    assert set(network.fold) <= set(network.length)
    assert all(length is None or length > 0 for length in network.length.values())
    for part, fold in network.fold.items():
        whole = network.length[part]
        assert fold is None or (fold > 0 and (whole is None or fold <= whole))
    assert network.counts_links_as is None or network.counts_links_as > 0


@each_network
def test_what_people_read_is_in_both_languages(network: Network) -> None:
    """Each text that is given is given in French and in English."""
    acts = network.acts.values()
    texts = [network.read, network.note, *(text for act in acts for text in (act.called, act.seen_by, act.needs))]
    assert all(set(text) in ({"fr", "en"}, set()) for text in texts)


@each_network
def test_acts_are_words_of_the_list_and_have_a_name_there(network: Network) -> None:
    """An act is one of the six, under the name the network gives it."""
    assert set(network.acts) <= set(ACTS)
    assert all(act.called for act in network.acts.values())


def test_a_private_reply_on_instagram_closes_after_seven_calendar_days() -> None:
    """The window is a duration on the calendar, not working days."""
    assert load_network("instagram").acts["private-reply"].window == Duration(7, "d", calendar=True)


def test_a_link_counts_for_a_fixed_length_where_the_network_shortens_it() -> None:
    """On X and Mastodon every link counts as 23 characters."""
    counted = {name: load_network(name).counts_links_as for name in NETWORKS}
    assert {name: length for name, length in counted.items() if length} == {"x": 23, "mastodon": 23}


@pytest.mark.parametrize("name", ["myspace", "../packs/uk"])
def test_an_unknown_network_is_refused(name: str) -> None:
    """A name that is no network, or a path in disguise, is a KeyError."""
    with pytest.raises(KeyError):
        load_network(name)

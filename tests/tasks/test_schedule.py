"""Periodic work: once in a slot, whoever looks, and once for all the slots that were missed."""

from datetime import UTC, datetime, timedelta

import pytest
from django_tasks_db.models import DBTaskResult

from clausier.lib import clock
from clausier.tasks import schedule
from clausier.tasks.models import Slot

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def daily(monkeypatch):
    """A work that is done each day at six in the morning, alone in the schedule."""
    done = []
    work = schedule.Periodic("test.count", timedelta(days=1), lambda: done.append(1) or 7, after=timedelta(hours=6))
    monkeypatch.setattr(schedule, "_periodic", {})
    schedule.register(work)
    return work


def _fire_at(moment):
    clock.set_clock(moment)
    return schedule.fire()


def test_a_slot_fires_once(daily):
    """A worker that looks again, or another one, finds the row."""
    assert [_fire_at(NOON), _fire_at(NOON + timedelta(hours=1))] == [["test.count"], []]
    assert DBTaskResult.objects.count() == 1


def test_the_next_slot_fires(daily):
    """At six the next morning and not before."""
    _fire_at(NOON)
    assert _fire_at(NOON + timedelta(hours=17, minutes=59)) == []
    assert _fire_at(NOON + timedelta(hours=18)) == ["test.count"]


def test_missed_slots_are_caught_up_once(daily):
    """After five days without a worker the work is done once."""
    _fire_at(NOON)
    assert _fire_at(NOON + timedelta(days=5)) == ["test.count"]
    assert Slot.objects.count() == 2


def test_what_the_work_gave_is_kept(daily):
    """In the row of the slot."""
    _fire_at(NOON)
    slot = Slot.objects.get()
    assert schedule.run_periodic.call(slot.name, slot.slot) == 7
    slot.refresh_from_db()
    assert slot.result["gave"] == 7


def test_a_work_that_a_later_version_lacks_is_skipped(daily):
    """The queue may hold what an update has taken away."""
    assert schedule.run_periodic.call("test.gone", "x") is None


def test_a_registered_work_has_a_room_and_a_verb():
    """So that the rows tell where it comes from."""
    assert [work.name for work in schedule.all_periodic() if work.name.count(".") != 1] == []

"""Every address of the room, with something that exists."""

from clausier.chapters.ambassadors.actions import keep_campaign, open_station
from clausier.chapters.ambassadors.models import Campaign, Station
from factories.ambassadors import give_word, make_remark
from people import make_person


def addresses(world):
    """Return what each address is called with."""
    remark = make_remark()
    code = give_word(remark.person).code
    keep_campaign()
    token = open_station(actor=world.holder("people-officer"), team="Neige")
    station = Station.objects.get()
    campaign = {"uid": Campaign.objects.get().uid}
    return {
        "sign": {},
        "sign-answer": {},
        "sign-remark": {},
        "certificate": {"code": code},
        "certificate-proof": {"code": code},
        "certificate-pdf": {"code": code},
        "progress": {},
        "progress-remind": {},
        "campaigns": {},
        "campaign": campaign,
        "campaign-people": campaign,
        "campaign-export": campaign,
        "campaign-remind": campaign,
        "stations": {},
        "pins": {},
        "station-close": {"uid": station.uid},
        "kiosk": {"token": token},
        "kiosk-read": {"token": token},
        "kiosk-alive": {"token": token},
        "kiosk-end": {"token": token},
        "paper": {},
        "paper-sheet": {},
        "campaign-link": {"uid": remark.person.uid},
        "remarks": {},
        "remark": {"uid": remark.uid},
    }


def grow(world):
    """Add people to the campaign, and to the team of the manager."""
    first = world.holder("manager").team.count()
    for number in range(first, first + 30):
        make_person(f"Called {number}", unit=f"Unit {number}", manager=world.holder("manager"))
    keep_campaign()

"""Every address of the room, with something that exists."""

from factories.ambassadors import give_word, make_remark


def addresses(world):
    """Return what each address is called with."""
    remark = make_remark()
    return {
        "sign": {},
        "sign-answer": {},
        "sign-remark": {},
        "certificate": {"code": give_word(remark.person).code},
        "progress": {},
        "progress-link": {"uid": remark.person.uid},
        "remarks": {},
        "remark": {"uid": remark.uid},
    }

"""The plate of a vehicle in the forms of Quebec, Ontario and France, beside words of vehicles.

A plate leads to its owner through the register of vehicles. Its form is that of many codes, so the strict form of
Quebec (H45 KLM) needs any word of vehicles near it, the others the word of the plate itself.
Mistaken for: postal codes, room numbers, bus and flight numbers, road names.
"""

from clausier.engine.detector import Pattern

KIND = "pi.licence-plate"
PLATE = ("plaque", "plaques", "plaquee", "immatricul*", "plate", "plates", "licence plate", "license plate")
VEHICLE = (
    *PLATE, "auto", "autos", "char", "chars", "voiture*", "vehicule*", "camion*", "moto", "scooter", "fourgon*",
    "vus", "suv", "pickup", "remorque*", "stationn*", "gare", "garee", "conducteur*", "conductrice*", "chauffeur*",
    "chauffard*", "roule*", "percute*", "accroche*", "car", "cars", "vehicle*", "truck*", "van", "motorcycle",
    "park*", "driver*", "drove", "driving", "tow", "towed", "hit by", "speeding", "taxi", "honda", "civic", "toyota",
    "corolla", "mazda", "ford", "hyundai", "kia", "nissan", "subaru", "tesla", "jeep", "bmw", "audi", "rav4", "dodge",
    "chevrolet", "gmc", "volkswagen", "jetta", "golf", "renault", "peugeot", "citroen", "clio",
    "piste cyclable", "bike lane", "crosswalk", "double file", "trottoir", "sidewalk", "klaxon*",
)  # fmt: skip
ANNOUNCED = (
    r"(?:plaques?|immatricule?e?s?|immatriculation|plates?)"
    r"(?: (?:no|numero|number|is|est|de|du|of))?[ :#(\"']{1,4}"
)
FORMS = (
    r"[a-z]\d\d[ -]?[a-z]{3}|[a-z]{3}[ -]?\d{3,4}|\d{3}[ -]?[a-z]{3}|[a-z]{4}[ -]?\d{3}"
    r"|[a-z]{2}[ -]?\d{3}[ -]?[a-z]{2}|[a-z]\d{6}|[a-z]\d{2,3}[ -]\d{3,4}"
)

DETECTORS = (
    Pattern(
        kind=KIND,
        pattern=r"(?<![\w-])[A-Z]\d\d[ -]?[A-Z]{3}(?![\w-])",
        raw=True,
        together=2,
        confidence=0.3,
        wanted=VEHICLE,
        near=60,
    ),
    Pattern(
        kind=KIND,
        pattern=r"(?<![\w-])(?:[A-Z]{2}-\d{3}-[A-Z]{2}|[A-Z]{4} \d{3}|[A-Z]{3} \d{3,4})(?![\w-])",
        raw=True,
        together=3,
        confidence=0.2,
        wanted=VEHICLE,
    ),
    Pattern(
        kind=KIND,
        pattern=rf"(?<!\w){ANNOUNCED}(?P<plate>{FORMS})(?![\w-])",
        anchors=("plaque", "plate", "immatricul"),
        digits=2,
        group="plate",
        confidence=0.85,
    ),
)

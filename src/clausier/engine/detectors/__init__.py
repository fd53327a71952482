"""The detectors: one small module each, listed by hand, family by family, in alphabetical order.

To add one: copy the nearest module, write its line here, and its cases in ``tests/engine/detectors/cases``.
"""

from functools import cache
from importlib import import_module

from clausier.engine.detector import Detector

MODULES = (
    # Whom and what a message is about: facts for the rules.
    "about_interest",
    "about_offering",
    "about_organization",
    # Attacks, and people in danger.
    "abuse_disguised",
    "abuse_doxxing",
    "abuse_harassment",
    "abuse_hate",
    "abuse_insult",
    "abuse_profanity",
    "abuse_self_harm",
    "abuse_sexual",
    "abuse_threat",
    # Claims that the rules of a trade bind.
    "claim_contest",
    "claim_health",
    "claim_promissory",
    "claim_recommendation",
    "claim_superlative",
    "claim_testimonial",
    # What must not be published: confidentiality.
    "conf_marking",
    "conf_passage",
    "conf_term",
    # Ties to be told.
    "disc_clear",
    "disc_needed",
    "disc_vague",
    # Personal information.
    "pi_address",
    "pi_bank_account",
    "pi_birth_date",
    "pi_driver_licence",
    "pi_email",
    "pi_health_card",
    "pi_ip_address",
    "pi_licence_plate",
    "pi_nir",
    "pi_payment_card",
    "pi_phone",
    "pi_sensitive_fact",
    "pi_sin",
    "pi_ssn",
    # Politics.
    "political_partisan",
    # Secrets.
    "secret_api_key",
    "secret_lock",
    "secret_login",
    "secret_password",
    "secret_private_key",
    "secret_shaped",
    "secret_typed",
    "secret_url_credentials",
    # Unwanted mass messages.
    "spam_flood",
    "spam_promotion",
    "spam_scam",
)


@cache
def all_detectors() -> tuple[Detector, ...]:
    """Return every detector, in the order of the list."""
    return tuple(detector for name in MODULES for detector in detectors_of(name))


def detectors_of(name: str) -> tuple[Detector, ...]:
    """Return the detectors of one module."""
    detectors: tuple[Detector, ...] = import_module(f"{__name__}.{name}").DETECTORS
    return detectors

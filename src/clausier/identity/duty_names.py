"""The duties that the policy in force declares; the policy's room registers ``source(language) -> {slug: name}``."""

from clausier.identity.names import Names

_declared = Names()
register = _declared.register
names = _declared.names

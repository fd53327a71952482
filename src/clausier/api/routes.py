"""The one description of the API, to which each room adds its routes."""

from clausier.api.check import router as check
from clausier.api.policy import router as policy
from clausier.api.problems import answer_problems
from clausier.api.rooms import Api
from clausier.chapters.inbox.api import router as inbox
from clausier.identity.access import public

DESCRIPTION = (
    "Messages of the public are sent and read, texts are checked, the policy and its decisions are told. "
    "What cannot be answered is a problem (RFC 9457), in the language of Accept-Language: fr or en."
)

api = Api(
    title="Clausier",
    version="1",
    description=DESCRIPTION,
    urls_namespace="api",
    docs_url=None,
    docs_decorator=public,  # of the description itself, which anybody reads
)
api.add_rooms([("/inbox", inbox), ("", check), ("", policy)])
answer_problems(api)

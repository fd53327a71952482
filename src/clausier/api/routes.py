"""The one description of the API, to which each room adds its routes."""

from ninja import NinjaAPI

api = NinjaAPI(title="Clausier", version="1", urls_namespace="api", docs_url=None)

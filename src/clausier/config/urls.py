"""Every address: each room's own, under its language."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from clausier.api.routes import api
from clausier.web import views as web

handler400 = "clausier.web.errors.bad_request"
handler403 = "clausier.web.errors.forbidden"
handler404 = "clausier.web.errors.not_found"
handler500 = "clausier.web.errors.broken"

urlpatterns = [
    path("", web.choose_language, name="choose-language"),
    path("healthz", web.healthz, name="healthz"),
    path("readyz", web.readyz, name="readyz"),
    path("robots.txt", web.robots, name="robots"),
    path("fr", web.with_slash, {"language": "fr"}, name="fr"),
    path("en", web.with_slash, {"language": "en"}, name="en"),
    path("api/v1/", api.urls),
    *i18n_patterns(
        path("", include("clausier.web.urls")),
        path("", include("clausier.identity.urls")),
        path("", include("clausier.web.ledger.urls")),
        path("", include("clausier.web.beginning.urls")),
        path("", include("clausier.policy.urls")),
        path("", include("clausier.decisions.urls")),
        path("", include("clausier.chapters.ambassadors.urls")),
        path("", include("clausier.chapters.posts.urls")),
        path("", include("clausier.chapters.inbox.urls")),
        path("", include("clausier.chapters.moderation.urls")),
        path("", include("clausier.web.outbox.urls")),
        path("", include("clausier.ui.urls")),
        path("account/", include("allauth.urls")),
    ),
]

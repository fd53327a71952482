"""The addresses of the outbox."""

from django.urls import path

from clausier.web.outbox import views

urlpatterns = [
    path("outbox", views.outbox, name="outbox"),
    path("outbox/letters", views.letters, name="outbox-letters"),
    path("outbox/<str:uid>", views.mail, name="outbox-mail"),
    path("outbox/<str:uid>/handed", views.handed, name="outbox-handed"),
    path("outbox/<str:uid>/again", views.again, name="outbox-again"),
    path("outbox/<str:uid>/cancel", views.cancelled, name="outbox-cancel"),
]

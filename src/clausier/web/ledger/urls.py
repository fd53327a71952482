"""The addresses of the ledger."""

from django.urls import path

from clausier.web.ledger import views

urlpatterns = [
    path("ledger", views.ledger, name="ledger"),
    path("ledger/verify", views.verify_now, name="ledger-verify"),
    path("ledger/<int:seq>", views.entry, name="ledger-entry"),
    path("ledger/<int:seq>/erase", views.erase_entry, name="ledger-erase"),
]

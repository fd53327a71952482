"""The addresses of the room."""

from django.urls import path

from clausier.chapters.inbox.views import channels, imports, items, paste, rehearsal

urlpatterns = [
    path("channels", channels.channels, name="channels"),
    path("channels/<str:uid>", channels.channel, name="channel"),
    path("inbox", items.inbox, name="inbox"),
    path("inbox/paste", paste.paste, name="inbox-paste"),
    path("inbox/import", imports.import_, name="inbox-import"),
    path("inbox/batch/<str:uid>", imports.batch, name="inbox-batch"),
    path("inbox/<str:uid>", items.item, name="inbox-item"),
    path("rehearsal", rehearsal.rehearsal, name="rehearsal"),
]

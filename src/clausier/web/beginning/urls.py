"""The addresses of the beginning."""

from django.urls import path

from clausier.web.beginning import bringing, views

urlpatterns = [
    path("setup/interview", views.interview, name="interview"),
    path("setup/interview/draft", views.draft, name="interview-draft"),
    path("setup/interview/<slug:screen>", views.screen, name="interview-screen"),
    path("setup/document", bringing.documents, name="documents"),
    path("setup/document/<str:uid>", bringing.document, name="document"),
    path("setup/document/<str:uid>/draft", bringing.draft, name="document-draft"),
    path("setup/document/<str:uid>/drop", bringing.drop, name="document-drop"),
    path("setup/document/<str:uid>/chapter/<slug:chapter>", bringing.chapter, name="document-chapter"),
]

"""The addresses of the beginning."""

from django.urls import path

from clausier.web.beginning import views

urlpatterns = [
    path("setup/interview", views.interview, name="interview"),
    path("setup/interview/draft", views.draft, name="interview-draft"),
    path("setup/interview/<slug:screen>", views.screen, name="interview-screen"),
]

"""The addresses of the room."""

from django.urls import path

from clausier.chapters.moderation import views

urlpatterns = [
    path("moderation", views.desk, name="moderation"),
    path("moderation/list", views.listed, name="moderation-list"),
    path("moderation/sweep", views.sweep, name="moderation-sweep"),
    path("moderation/to-do", views.todo, name="moderation-todo"),
    path("moderation/to-do/<str:reference>", views.report, name="moderation-report"),
    path("moderation/fairness", views.fairness, name="moderation-fairness"),
    path("moderation/<str:uid>", views.review, name="moderation-review"),
    path("moderation/<str:uid>/<slug:verb>", views.act, name="moderation-act"),
]

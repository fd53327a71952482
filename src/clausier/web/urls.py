"""The addresses of the shell."""

from django.urls import path

from clausier.web import showcase, views

urlpatterns = [
    path("", views.home, name="home"),
    path("me", views.me, name="me"),
    path("palette", views.palette, name="palette"),
    path("components", showcase.components, name="components"),
]

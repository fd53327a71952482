"""The room as Django knows it."""

from django.apps import AppConfig


class PostsConfig(AppConfig):
    name = "clausier.chapters.posts"
    label = "posts"

"""The addresses of the room."""

from django.urls import path

from clausier.chapters.posts.views import check, drafts, public

urlpatterns = [
    path("check", check.check, name="check"),
    path("check/submit", check.submit, name="check-submit"),
    path("may-i", public.may_i, name="may-i"),
    path("receipt", public.receipt, name="receipt"),
    path("drafts", drafts.drafts, name="drafts"),
    path("drafts/<str:uid>", drafts.draft, name="draft"),
]

"""The addresses of the room."""

from django.urls import path

from clausier.decisions.views import public, staff

urlpatterns = [
    path("decision/<str:reference>", public.decision, name="decision"),
    path("decision/<str:reference>/story", staff.story, name="decision-story"),
    path("decision/<str:reference>/done", staff.done, name="decision-done"),
    path("decision/<str:reference>/notice", staff.notice, name="decision-notice"),
    path("decision/<str:reference>/take-back", staff.take_back, name="decision-take-back"),
    path("decision/<str:reference>/reasons.json", staff.reasons, name="decision-reasons"),
    path("slip", public.letters, name="slip-letters"),
    path("slip/<str:key>", public.slip, name="slip"),
    path("slip/<str:key>/appeal", public.appeal, name="slip-appeal"),
    path("find-my-comment", public.find_my_comment, name="find-my-comment"),
    path("find-my-comment/asked", public.asked, name="find-my-comment-asked"),
    path("limits", public.limits, name="limits"),
    path("appeals", staff.appeals, name="appeals"),
    path("appeals/<str:uid>", staff.appeal, name="appeal"),
    path("enquiries/<str:uid>", staff.enquiry, name="enquiry"),
]

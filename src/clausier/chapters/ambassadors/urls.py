"""The addresses of the room."""

from django.urls import path

from clausier.chapters.ambassadors.views import certificate, progress, remarks, sign

urlpatterns = [
    path("sign", sign.sign, name="sign"),
    path("sign/answer", sign.commit, name="sign-answer"),
    path("sign/remark", sign.remark, name="sign-remark"),
    path("certificate/<str:code>", certificate.certificate, name="certificate"),
    path("progress", progress.progress, name="progress"),
    path("progress/<str:uid>/link", progress.link, name="progress-link"),
    path("remarks", remarks.remarks, name="remarks"),
    path("remarks/<str:uid>", remarks.remark, name="remark"),
]

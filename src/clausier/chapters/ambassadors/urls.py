"""The addresses of the room."""

from django.urls import path

from clausier.chapters.ambassadors.views import campaigns, certificate, kiosk, paper, progress, remarks, sign, stations

urlpatterns = [
    path("sign", sign.sign, name="sign"),
    path("sign/answer", sign.commit, name="sign-answer"),
    path("sign/remark", sign.remark, name="sign-remark"),
    path("certificate/<str:code>", certificate.certificate, name="certificate"),
    path("certificate/<str:code>/proof", certificate.proof, name="certificate-proof"),
    path("certificate/<str:code>/pdf", certificate.pdf, name="certificate-pdf"),
    path("progress", progress.progress, name="progress"),
    path("progress/remind", progress.remind, name="progress-remind"),
    path("campaigns", campaigns.index, name="campaigns"),
    path("campaigns/paper", paper.enter, name="paper"),
    path("campaigns/paper/sheet", paper.sheet, name="paper-sheet"),
    path("campaigns/stations", stations.stations, name="stations"),
    path("campaigns/stations/pins", stations.pins, name="pins"),
    path("campaigns/stations/<str:uid>/close", stations.close, name="station-close"),
    path("kiosk/<str:token>", kiosk.start, name="kiosk"),
    path("kiosk/<str:token>/read", kiosk.read, name="kiosk-read"),
    path("kiosk/<str:token>/alive", kiosk.alive, name="kiosk-alive"),
    path("kiosk/<str:token>/end", kiosk.end, name="kiosk-end"),
    path("campaigns/link/<str:uid>", campaigns.link, name="campaign-link"),
    path("campaigns/<str:uid>", campaigns.campaign, name="campaign"),
    path("campaigns/<str:uid>/people", campaigns.people, name="campaign-people"),
    path("campaigns/<str:uid>/export", campaigns.export, name="campaign-export"),
    path("campaigns/<str:uid>/remind", campaigns.remind, name="campaign-remind"),
    path("remarks", remarks.remarks, name="remarks"),
    path("remarks/<str:uid>", remarks.remark, name="remark"),
]

"""The addresses of the site."""

from django.contrib import admin
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path, re_path

from innovkb.frame import about as legal
from innovkb.frame import views
from innovkb.frame.display import set_display
from innovkb.notices.views import mail_wish
from innovkb.open_data.exports import export, search_export
from innovkb.open_data.sitemaps import SITEMAPS, sitemap_index
from innovkb.operations.health import healthz, readyz
from innovkb.search.pages import views as search_views
from innovkb.share.embed import embed, oembed
from innovkb.share.views import picture
from innovkb.tools.cards.views import cards
from innovkb.tools.handout.views import handout_file, handout_page
from innovkb.tools.map.views import knowledge_map, poster
from innovkb.tools.navigator.views import navigator
from innovkb.tools.premortem.views import premortem, together

urlpatterns = [
    path("", views.home, name="home"),
    path("", include("practices.urls")),
    path("", include("sessions.urls")),
    path("", include("innovkb.open_data.api.urls")),
    path("", include("innovkb.open_data.dataset.urls")),
    path("", include("innovkb.corrections.urls")),
    path("deel/<slug:path>/<slug:slug>/<slug:shape>.png", picture, name="picture"),
    path("insluiten/<slug:path>/<slug:slug>/", embed, name="embed"),
    path("oembed", oembed, name="oembed"),
    path("kaarten/", cards, name="cards"),
    path("hand-out/<slug:path>/<slug:slug>/", handout_page, name="handout"),
    path("hand-out/<slug:path>/<slug:slug>.docx", handout_file, name="handout_file"),
    path("kaart/", knowledge_map, name="map"),
    path("kaart/poster/<slug:slug>/", poster, name="map_poster"),
    path("over/", legal.about, name="about"),
    path("toegankelijkheid/", legal.accessibility, name="accessibility"),
    path("privacy/", legal.privacy, name="privacy"),
    path("colofon/", legal.colophon, name="colophon"),
    path(".well-known/security.txt", legal.security_txt, name="security_txt"),
    path("", include("innovkb.open_data.feeds.urls")),
    re_path(
        r"^export/(?P<path>[a-z]+)\.(?P<extension>csv|json|bib|ris|csl)$", export, name="export"
    ),
    re_path(
        r"^zoeken/export\.(?P<extension>csv|json|bib|ris|csl)$",
        search_export,
        name="search_export",
    ),
    path("zoeken/", search_views.search, name="search"),
    path("zoeken/suggesties/", search_views.suggest, name="search_suggestions"),
    path("wijzer/", navigator, name="navigator"),
    path("premortem/", premortem, name="premortem"),
    path("premortem/samen/", together, name="premortem_together"),
    path("weergave/", set_display, name="set_display"),
    path("redactie/mail/", mail_wish, name="mail_wish"),
    path("redactie/", include("innovkb.ingest.editor.urls")),
    path("admin/", include("innovkb.accounts.urls")),
    path("admin/", admin.site.urls),
    path("site.webmanifest", views.manifest, name="manifest"),
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", sitemap_index, name="sitemap"),
    path("sitemap-<slug:section>.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap_of"),
]

handler404 = "innovkb.frame.views.not_found"
handler500 = "innovkb.frame.views.server_error"

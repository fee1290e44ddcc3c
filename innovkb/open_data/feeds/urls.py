"""The addresses of the feeds."""

from django.urls import path

from innovkb.kinds import KINDS
from innovkb.open_data.feeds import views
from innovkb.open_data.feeds.newest import FOLLOWED

PATHS = {one.key: one.path for one in KINDS} | {"series": "reeksen"}

urlpatterns = [
    path("feed.xml", views.everything, name="feed_everything"),
    path("zoeken/feed.xml", views.of_search, name="feed_search"),
    path("<slug:path>/feed.xml", views.of_kind, name="feed"),
    *(
        path(
            f"{PATHS[name]}/<slug:slug>/feed.xml",
            views.of_subject,
            {"name": name},
            name=f"feed_{name}",
        )
        for name in FOLLOWED
    ),
]

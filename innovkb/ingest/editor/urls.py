"""The addresses of the editors' screens."""

from django.urls import path, register_converter

from innovkb.ingest.editor.views import finish, review, start, trash, write_ups


class Key:
    """A number that fits in the column of a primary key."""

    regex = "[0-9]{1,18}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)


register_converter(Key, "key")

app_name = "ingest"

urlpatterns = [
    path("", start.overview, name="overview"),
    path("nieuw/", start.start, name="start"),
    path("opmaak/", start.convert, name="convert"),
    path("ingelogd/", start.logged_in, name="logged_in"),
    path("prullenbak/", trash.trash, name="trash"),
    path("prullenbak/<key:pk>/terugzetten/", trash.restore, name="restore"),
    path("<key:pk>/", review.review, name="review"),
    path("<key:pk>/brontekst/", start.correct, name="correct"),
    path("<key:pk>/bewaren/", review.autosave, name="autosave"),
    path("<key:pk>/voorbeeld/", finish.preview_page, name="preview"),
    path("<key:pk>/afronden/", finish.finish, name="finish"),
    path("<key:pk>/weggooien/", finish.discard, name="discard"),
    path("verslagen/<slug:slug>/", write_ups.write_up, name="write_up"),
    path("versies/<slug:kind>/<key:pk>/", write_ups.history, name="history"),
    path("versie/<slug:kind>/<key:version_id>/", write_ups.version, name="version"),
]

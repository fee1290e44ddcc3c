from django.apps import AppConfig


class InnovkbConfig(AppConfig):
    name = "innovkb"
    verbose_name = "Kennisbank"

    def ready(self) -> None:
        from innovkb import checks  # noqa: F401
        from innovkb.search.index import tracking

        tracking.connect()
